/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-WWUPK5P4.js";import"./chunk-VUX7TUWS.js";import"./chunk-NU5TL57L.js";import"./chunk-3Q4U5XRB.js";import"./chunk-IS3X5GTJ.js";import"./chunk-RKXHIPVI.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
