/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-O6HPYOJU.js";import"./chunk-Q7VBY62Y.js";import"./chunk-VLWILA56.js";import"./chunk-BARUDGUV.js";import"./chunk-YST3JUVJ.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
