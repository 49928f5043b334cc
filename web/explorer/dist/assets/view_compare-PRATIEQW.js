/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-ZZJGTTZT.js";import"./chunk-UJEGOKO6.js";import"./chunk-ZB3I7K3G.js";import"./chunk-QBDXEMCG.js";import"./chunk-CS6BPHNA.js";export{b as CompareView,c as Comparison,a as compared};
