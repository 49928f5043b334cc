// Files of exactly what a drawing shows: its nodes and lines, with places, weights and what was filtered.

import type { Placed } from './layout.ts';
import type { Line, Model, Node } from './model.ts';
import { nameOf } from './names.ts';
import { shownOn } from './shown.ts';
import { kindOf } from './things.ts';

/** What is on screen, and the address that shows it again. */
export interface Drawn { model: Model; placeOf: (id: string) => Placed | undefined; address: string; told: string }

type Cell = string | number;

/** The attributes of nodes and of lines in every file, with their types. */
const NODE: [name: string, type: 'string' | 'integer' | 'double', of: (n: Node, d: Drawn) => Cell | null | undefined][] = [
  ['title', 'string', (n) => n.thing.title ?? n.told.subject], ['kind', 'string', (n) => (n.fold ? 'Folded' : kindOf(n.thing.id))], ['date', 'string', (n) => n.thing.date],
  ['year', 'string', (n, d) => d.model.columns[n.at.column]?.key.slice(0, 4)], ['dated', 'string', (n) => (n.at.dated ? 'yes' : 'no')], ['lane', 'string', (n, d) => d.model.lanes[n.at.lane]?.label],
  ['cited', 'integer', (n) => n.told.cited], ['x', 'double', (n, d) => round(d.placeOf(n.id)?.x)], ['y', 'double', (n, d) => round(d.placeOf(n.id)?.y)],
];
const LINE: [name: string, type: 'string' | 'integer', of: (l: Line) => Cell | null | undefined][] = [
  ['class', 'string', (l) => l.class], ['relations', 'string', (l) => [...new Set(l.statements.map((s) => s.relation))].sort().join(' ')],
  ['weight', 'integer', (l) => l.statements.length], ['statements', 'string', (l) => l.statements.map((s) => s.statement).join(' ')], ['quote', 'string', (l) => l.statements.find((s) => s.quote)?.quote],
];

const round = (n?: number) => (n === undefined ? undefined : Math.round(n * 10) / 10);
const label = (n: Node) => (n.fold ? shownOn(n) : nameOf(n.thing));
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu; // what XML 1.0 cannot hold

const xml = (value: Cell) => String(value).replace(FORBIDDEN, '\u{fffd}').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const given = <T, R extends readonly [string, string, (...args: never[]) => Cell | null | undefined]>(rows: R[], each: (value: Cell, i: number) => T, value: (row: R) => Cell | null | undefined): T[] =>
  rows.flatMap((row, i) => { const v = value(row); return v === null || v === undefined || v === '' ? [] : [each(v, i)]; });

/** gexf is GEXF 1.2draft, which Gephi and networkx read; y grows upwards there. */
export function gexf(d: Drawn): string {
  const attributes = (kind: string, rows: { 0: string; 1: string }[]) => `<attributes class="${kind}">${rows.map((r, i) => `<attribute id="${i}" title="${r[0]}" type="${r[1]}"/>`).join('')}</attributes>`;
  const values = (list: string[]) => `<attvalues>${list.join('')}</attvalues>`;
  const value = (v: Cell, i: number) => `<attvalue for="${i}" value="${xml(v)}"/>`;
  const lines = LINE.filter(([name]) => name !== 'weight');
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta><creator>Mandate Graph</creator><description>${xml(`${d.told} ${d.address}`)}</description></meta>
<graph defaultedgetype="directed" mode="static">
${attributes('node', NODE)}
${attributes('edge', lines)}
<nodes>
${d.model.nodes.map((n) => { const p = d.placeOf(n.id); return `<node id="${xml(n.id)}" label="${xml(label(n))}">${values(given(NODE, value, (r) => r[2](n, d)))}${p ? `<viz:size value="${round(p.r)}"/><viz:position x="${round(p.x)}" y="${-round(p.y)!}" z="0"/>` : ''}</node>`; }).join('\n')}
</nodes>
<edges>
${d.model.lines.map((l, i) => `<edge id="${i}" source="${xml(l.source)}" target="${xml(l.target)}" weight="${l.statements.length}">${values(given(lines, value, (r) => r[2](l)))}</edge>`).join('\n')}
</edges>
</graph>
</gexf>
`;
}

/** graphml is GraphML 1.0 with places as numbers. */
export function graphml(d: Drawn): string {
  const type = (t: string) => (t === 'integer' ? 'int' : t);
  const keys = (kind: string, rows: { 0: string; 1: string }[]) => rows.map((r) => `<key id="${kind}-${r[0]}" for="${kind}" attr.name="${r[0]}" attr.type="${type(r[1])}"/>`).join('\n');
  const data = (kind: string, rows: { 0: string }[]) => (v: Cell, i: number) => `<data key="${kind}-${rows[i][0]}">${xml(v)}</data>`;
  const labelled: typeof NODE = [['label', 'string', label], ...NODE];
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys('node', labelled)}
${keys('edge', LINE)}
<key id="graph-view" for="graph" attr.name="view" attr.type="string"/>
<graph id="drawing" edgedefault="directed">
<data key="graph-view">${xml(`${d.told} ${d.address}`)}</data>
${d.model.nodes.map((n) => `<node id="${xml(n.id)}">${given(labelled, data('node', labelled), (r) => r[2](n, d)).join('')}</node>`).join('\n')}
${d.model.lines.map((l) => `<edge source="${xml(l.source)}" target="${xml(l.target)}">${given(LINE, data('edge', LINE), (r) => r[2](l)).join('')}</edge>`).join('\n')}
</graph>
</graphml>
`;
}

/** cell is one of a sheet; what a sheet would take for a formula is kept a text. */
function cell(value: Cell | null | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const sheet = (head: string[], rows: (Cell | null | undefined)[][]) => `${[head, ...rows].map((r) => r.map(cell).join(',')).join('\r\n')}\r\n`;

/** csvLines has one row for each line, csvNodes one for each node. */
export function csvLines({ model }: Drawn): string {
  const byId = new Map(model.nodes.map((n) => [n.id, label(n)]));
  return sheet(['source', 'target', 'sourceLabel', 'targetLabel', ...LINE.map((r) => r[0])], model.lines.map((l) => [l.source, l.target, byId.get(l.source), byId.get(l.target), ...LINE.map((r) => r[2](l))]));
}

export function csvNodes(d: Drawn): string {
  return sheet(['id', 'label', ...NODE.map((r) => r[0])], d.model.nodes.map((n) => [n.id, label(n), ...NODE.map((r) => r[2](n, d))]));
}

/** The files of what is on screen: what to say on the button, the name of the file, its type and its text. */
export const DRAWN_FILES: [key: string, label: string, file: string, type: string, text: (d: Drawn) => string][] = [
  ['gexf', 'GEXF (Gephi)', 'drawing.gexf', 'application/gexf+xml', gexf], ['graphml', 'GraphML', 'drawing.graphml', 'application/graphml+xml', graphml],
  ['csv', 'CSV, lines', 'drawing-lines.csv', 'text/csv', csvLines], ['csv-nodes', 'CSV, nodes', 'drawing-nodes.csv', 'text/csv', csvNodes],
];
