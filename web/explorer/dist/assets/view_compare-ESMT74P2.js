/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-QDX44JTX.js";import"./chunk-3SFLVWUE.js";import"./chunk-34D6JURK.js";import"./chunk-N5AB7OI5.js";export{b as CompareView,c as Comparison,a as compared};
