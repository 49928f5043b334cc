/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-ORTV2G43.js";import"./chunk-TXNXDRZV.js";import"./chunk-USZ432AF.js";import"./chunk-YFI76I6M.js";export{b as CompareView,c as Comparison,a as compared};
