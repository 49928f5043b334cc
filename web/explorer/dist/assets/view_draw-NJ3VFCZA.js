/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d}from"./chunk-DZMWA3D2.js";import"./chunk-VUX7TUWS.js";import"./chunk-SMED6SJI.js";import"./chunk-JXPVHZEY.js";import"./chunk-RPKPBQHZ.js";export{b as DrawView,c as Drawing,a as MOST_DRAWN,d as StatementTable};
