/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-6NEN2NXZ.js";import"./chunk-ABW66J2B.js";import"./chunk-YF7VR3G2.js";import"./chunk-BASCANVO.js";import"./chunk-JS6HPVAV.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
