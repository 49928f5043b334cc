/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d}from"./chunk-4J3FS7E3.js";import"./chunk-VUX7TUWS.js";import"./chunk-TXNXDRZV.js";import"./chunk-USZ432AF.js";import"./chunk-YFI76I6M.js";export{b as DrawView,c as Drawing,a as MOST_DRAWN,d as StatementTable};
