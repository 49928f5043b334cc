// The part of Observable Plot that figures use: a piece of its own, loaded when there is something to draw.

export { barY, cell, dot, link, plot, rect, ruleX, ruleY, text, tickX } from '@observablehq/plot';
