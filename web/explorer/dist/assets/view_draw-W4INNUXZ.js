/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-FKDXGZTD.js";import"./chunk-VUX7TUWS.js";import"./chunk-4GZAMHUP.js";import"./chunk-YOACEHZV.js";import"./chunk-375K7KMF.js";import"./chunk-4EELEGCP.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
