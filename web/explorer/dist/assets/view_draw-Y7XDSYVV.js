/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{d as a,e as b,f as c,g as d,h as e}from"./chunk-LIDYULPL.js";import"./chunk-WFBTDJIA.js";import"./chunk-2UTXANOP.js";import"./chunk-IRQIK5EZ.js";import"./chunk-LFS2WNHU.js";import"./chunk-HVGZCODI.js";import"./chunk-PJNKF625.js";export{d as DrawView,b as Drawing,a as StatementTable,c as axisIn,e as usePainted};
