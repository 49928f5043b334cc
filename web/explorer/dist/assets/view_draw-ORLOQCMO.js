/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-3MQH7JXJ.js";import"./chunk-VUX7TUWS.js";import"./chunk-2HHHX27G.js";import"./chunk-Y2YI3L7S.js";import"./chunk-4J4RSKH6.js";import"./chunk-YCG6CDNH.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
