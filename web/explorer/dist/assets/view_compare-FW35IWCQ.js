/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-T3F5CNZ2.js";import"./chunk-GB7HDRWL.js";import"./chunk-NU5TL57L.js";import"./chunk-IS3X5GTJ.js";import"./chunk-RKXHIPVI.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
