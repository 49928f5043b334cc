/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-QG2EB54Q.js";import"./chunk-WG5ZKCNL.js";import"./chunk-OHOOIOKN.js";import"./chunk-AXIZCZC3.js";import"./chunk-NPPFFF7C.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
