/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d}from"./chunk-HHQ5PIOB.js";import"./chunk-VUX7TUWS.js";import"./chunk-3SFLVWUE.js";import"./chunk-34D6JURK.js";import"./chunk-N5AB7OI5.js";export{b as DrawView,c as Drawing,a as MOST_DRAWN,d as StatementTable};
