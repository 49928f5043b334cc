/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-I4LPIJ64.js";import"./chunk-VUX7TUWS.js";import"./chunk-32VWMPXA.js";import"./chunk-RD2UQJHY.js";import"./chunk-AL52QQ5J.js";import"./chunk-F6A4IIHR.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
