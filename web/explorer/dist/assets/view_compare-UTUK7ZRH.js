/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-VDMTAEFZ.js";import"./chunk-775EARRI.js";import"./chunk-2HHHX27G.js";import"./chunk-4J4RSKH6.js";import"./chunk-YCG6CDNH.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
