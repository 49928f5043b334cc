/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-BVHC5DZT.js";import"./chunk-VUX7TUWS.js";import"./chunk-TCC36EG7.js";import"./chunk-T4PBI5UG.js";import"./chunk-PJJTPRMI.js";import"./chunk-RVDSHTFU.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
