/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-6HE7QHNT.js";import"./chunk-VTPZBFDH.js";import"./chunk-TCC36EG7.js";import"./chunk-PJJTPRMI.js";import"./chunk-RVDSHTFU.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
