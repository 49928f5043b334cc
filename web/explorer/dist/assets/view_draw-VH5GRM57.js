/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-RUFN7LJ7.js";import"./chunk-WFBTDJIA.js";import"./chunk-VLWILA56.js";import"./chunk-3TCER4TA.js";import"./chunk-BARUDGUV.js";import"./chunk-YST3JUVJ.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
