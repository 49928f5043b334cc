/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-2D65VMP2.js";import"./chunk-SLWANM2N.js";import"./chunk-SMED6SJI.js";import"./chunk-JXPVHZEY.js";import"./chunk-RPKPBQHZ.js";export{b as CompareView,c as Comparison,a as compared};
