/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{f as l}from"./chunk-INFJOCXC.js";import{O as s,R as r,U as e,j as o}from"./chunk-HVRUVEZR.js";function f({value:n,autofocus:u,go:a}){return e(l,{main:!0,label:o.ask.label,button:o.ask.button,placeholder:o.ask.placeholder,value:n,autofocus:u,onAsk:t=>a(r(t)),onPick:t=>a(s(t))})}export{f as a};
