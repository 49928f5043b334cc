/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-BFCDR2YQ.js";import"./chunk-VUX7TUWS.js";import"./chunk-SWQHQFZP.js";import"./chunk-3TYNJOBW.js";import"./chunk-CACS7KFH.js";import"./chunk-UR5WLNG5.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
