/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-EKHGMFLD.js";import"./chunk-LHJCQUZO.js";import"./chunk-D72TN772.js";import"./chunk-CVNOPA5D.js";import"./chunk-LVV7M3SD.js";export{b as CompareView,c as Comparison,a as compared};
