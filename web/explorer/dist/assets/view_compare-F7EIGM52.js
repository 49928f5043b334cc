/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-273MC2RO.js";import"./chunk-4AZPQQ3C.js";import"./chunk-OSEEL2FE.js";import"./chunk-35TOROE3.js";import"./chunk-3AQIOW4K.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
