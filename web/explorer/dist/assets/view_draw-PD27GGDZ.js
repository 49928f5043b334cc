/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-OQLEWVML.js";import"./chunk-OSEEL2FE.js";import"./chunk-JYP7FHHF.js";import"./chunk-VUX7TUWS.js";import"./chunk-35TOROE3.js";import"./chunk-3AQIOW4K.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
