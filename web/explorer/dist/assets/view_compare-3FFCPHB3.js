/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{a,b,c}from"./chunk-HHZVAP27.js";import"./chunk-DVFEH4W5.js";import"./chunk-T55HPWDW.js";import"./chunk-EFPKQ457.js";import"./chunk-V7UAWH42.js";import"./chunk-PJNKF625.js";export{b as CompareView,c as Comparison,a as compared};
