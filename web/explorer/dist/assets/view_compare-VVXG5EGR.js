/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-ATXECV7X.js";import"./chunk-ITWOEE7T.js";import"./chunk-32VWMPXA.js";import"./chunk-AL52QQ5J.js";import"./chunk-F6A4IIHR.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
