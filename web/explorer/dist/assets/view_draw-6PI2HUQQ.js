/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-YHNZ74XG.js";import"./chunk-VUX7TUWS.js";import"./chunk-T55HPWDW.js";import"./chunk-RPOMV37R.js";import"./chunk-EFPKQ457.js";import"./chunk-V7UAWH42.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
