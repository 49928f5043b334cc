/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */
import{f as l}from"./chunk-JXPVHZEY.js";import{Q as s,T as r,W as e,i as o}from"./chunk-RPKPBQHZ.js";function f({value:n,autofocus:u,go:a}){return e(l,{main:!0,label:o.ask.label,button:o.ask.button,placeholder:o.ask.placeholder,value:n,autofocus:u,onAsk:t=>a(r(t)),onPick:t=>a(s(t))})}export{f as a};
