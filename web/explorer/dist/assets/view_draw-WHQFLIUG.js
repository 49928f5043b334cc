/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d}from"./chunk-GDUWHXJG.js";import"./chunk-VUX7TUWS.js";import"./chunk-D72TN772.js";import"./chunk-CVNOPA5D.js";import"./chunk-LVV7M3SD.js";export{b as DrawView,c as Drawing,a as MOST_DRAWN,d as StatementTable};
