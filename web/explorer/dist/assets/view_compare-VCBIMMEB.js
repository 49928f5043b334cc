/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-BFTHVTAW.js";import"./chunk-LGFPYIYT.js";import"./chunk-INFJOCXC.js";import"./chunk-NQPUA32J.js";import"./chunk-HVRUVEZR.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
