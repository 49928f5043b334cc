/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-T7P2MQ6E.js";import"./chunk-VUX7TUWS.js";import"./chunk-YF7VR3G2.js";import"./chunk-XXLZPEYL.js";import"./chunk-BASCANVO.js";import"./chunk-JS6HPVAV.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
