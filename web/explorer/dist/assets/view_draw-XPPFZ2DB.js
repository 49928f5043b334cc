/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d}from"./chunk-CZC2HSS5.js";import"./chunk-VUX7TUWS.js";import"./chunk-ZB3I7K3G.js";import"./chunk-QBDXEMCG.js";import"./chunk-CS6BPHNA.js";export{b as DrawView,c as Drawing,a as MOST_DRAWN,d as StatementTable};
