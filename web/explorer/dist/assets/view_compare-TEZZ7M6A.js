/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-QTT3RT6D.js";import"./chunk-4OZTYZ5A.js";import"./chunk-2UTXANOP.js";import"./chunk-LFS2WNHU.js";import"./chunk-HVGZCODI.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
