/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-JHL3ZQN4.js";import"./chunk-7WS4POSJ.js";import"./chunk-4GZAMHUP.js";import"./chunk-375K7KMF.js";import"./chunk-4EELEGCP.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
