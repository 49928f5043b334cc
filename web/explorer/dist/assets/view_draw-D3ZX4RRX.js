/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-IXJ3W46G.js";import"./chunk-WFBTDJIA.js";import"./chunk-OHOOIOKN.js";import"./chunk-DMENPW54.js";import"./chunk-AXIZCZC3.js";import"./chunk-NPPFFF7C.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
