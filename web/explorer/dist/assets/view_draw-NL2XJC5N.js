/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-KESXIIHZ.js";import"./chunk-INFJOCXC.js";import"./chunk-WBB5EQBR.js";import"./chunk-VUX7TUWS.js";import"./chunk-NQPUA32J.js";import"./chunk-HVRUVEZR.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
