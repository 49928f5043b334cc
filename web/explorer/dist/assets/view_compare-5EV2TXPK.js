/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-5NT4CXVF.js";import"./chunk-JAMABTPZ.js";import"./chunk-SWQHQFZP.js";import"./chunk-CACS7KFH.js";import"./chunk-UR5WLNG5.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
