import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from '../src/layout.ts';
import { FOLD_PAGE, Graph } from '../src/model.ts';
import type { Spot, Statement, Thing } from '../src/things.ts';

const none = new Set<string>();
const closed = new Map<string, number>();
const statement = (source: string, relation: string, target: string): Statement => ({ statement: `${source} ${relation} ${target}`, source, relation, target });

const columns = ['2005', '2021', '2024', ''].map((key) => ({ key, label: key || 'no date' }));
const lanes = ['acts ctoc-cop', 'acts ga', 'treaties', 'states'].map((key) => ({ key, label: key }));

/** graphOf is a graph as the server places it, each thing in a column, lane and row. */
function graphOf(things: Thing[], statements: Statement[], cells: [number, number, number][]): Graph {
  const places = things.map((node, i) => ({ node, column: cells[i][0], lane: cells[i][1], row: cells[i][2], dated: Boolean(node.date) } satisfies Spot & { node: Thing }));
  const nodes = things.map((node, i) => ({ id: node.id, distance: i ? 1 : 0, node }));
  return Graph.begin({ ids: [things[0].id], way: 'both', depth: 1, limit: 1000 }, 'year', { nodes, edges: statements, timeline: { columns, lanes, places } });
}

const acts: Thing[] = [
  { id: 'ctoc-cop/resolution/12/1', date: '2024-10-18' }, { id: 'ctoc-cop/decision/2/2', date: '2005-10-19' }, { id: 'ga/resolution/76/185', date: '2021-12' }, { id: 'treaty/untoc' },
];
const cells: [number, number, number][] = [[2, 0, 0], [0, 0, 0], [1, 1, 0], [2, 2, 0]];
const citing = ['ctoc-cop/decision/2/2', 'ga/resolution/76/185', 'treaty/untoc'].map((t) => statement('ctoc-cop/resolution/12/1', 'recalls', t));

test('columns run from left to right and lanes down, without those that are empty', () => {
  const layout = layOut(graphOf(acts, citing, cells).model(none, none, closed), () => 60);
  assert.deepEqual(layout.columns.map((c) => c.key), ['2005', '2021', '2024']);
  assert.deepEqual(layout.lanes.map((l) => l.key), ['acts ctoc-cop', 'acts ga', 'treaties']);
  const [x, y] = (['x', 'y'] as const).map((by) => (id: string) => layout.places.get(id)![by]);
  assert.ok(x('ctoc-cop/decision/2/2') < x('ga/resolution/76/185') && x('ga/resolution/76/185') < x('ctoc-cop/resolution/12/1'));
  assert.ok(y('ctoc-cop/decision/2/2') < y('ga/resolution/76/185') && y('ga/resolution/76/185') < y('treaty/untoc'));
  assert.equal(layout.places.get('treaty/untoc')!.dated, false);
  assert.equal(x('treaty/untoc'), x('ctoc-cop/resolution/12/1'));
});

test('rows follow the server, in columns where a cell is too tall', () => {
  const things = Array.from({ length: 30 }, (_, i) => ({ id: `ga/resolution/50/${i}`, date: '2005' }));
  const row = (i: number) => (i * 7) % 30;
  const graph = graphOf(things, things.slice(1).map((t) => statement(things[0].id, 'recalls', t.id)), things.map((_, i) => [0, 1, row(i)]));
  const { places } = layOut(graph.model(none, none, closed), () => 60);
  const drawn = things.map((t, i) => ({ row: row(i), ...places.get(t.id)! })).sort((a, b) => a.x - b.x || a.y - b.y);
  assert.deepEqual(drawn.map((d) => d.row), Array.from({ length: 30 }, (_, i) => i));
  assert.equal(new Set(drawn.map((d) => d.x)).size, 4);
});

test('no two nodes overlap', () => {
  const things = Array.from({ length: 150 }, (_, i) => ({ id: `ga/resolution/${50 + (i % 3)}/${i}`, date: '2005' }));
  const graph = graphOf(things, things.slice(1).map((t) => statement(things[0].id, 'recalls', t.id)), things.map((_, i) => [i % 3, 1, Math.floor(i / 3)]));
  const boxes = [...layOut(graph.model(none, none, new Map([[`fold ${things[0].id} recalls out acts ga`, 99]])), () => 60).places.values()];
  assert.equal(boxes.length, 150);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) assert.ok(Math.abs(a.x - b.x) >= 60 || Math.abs(a.y - b.y) >= 24, JSON.stringify([a, b]));
  }
});

test('text that a statement has as its target stands below all, where its statement does', () => {
  const said: Statement = { statement: 'document/X#s1', source: 'ga/resolution/76/185', relation: 'adoptedAs', target: null, value: 'words' };
  const graph = graphOf(acts, [...citing, said], cells);
  const layout = layOut(graph.model(none, none, closed), () => 60);
  assert.equal(layout.lanes.at(-1)!.key, 'texts');
  assert.equal(layout.places.get('document/X#s1/literal')!.x, layout.places.get('ga/resolution/76/185')!.x);
});

test('what the server did not place is not drawn', () => {
  const graph = graphOf(acts, citing, cells);
  graph.add([{ id: 'state/alb', distance: 1, node: { id: 'state/alb' } }], [statement('state/alb', 'sponsors', acts[0].id)]);
  const model = graph.model(none, none, closed);
  assert.deepEqual([model.nodes.length, model.lines.length], [4, 3]);
});

test('a hub is folded with a count and opens in pages', () => {
  const states = Array.from({ length: 31 }, (_, i) => ({ id: `state/s${String(i).padStart(2, '0')}` }));
  const graph = graphOf([acts[0], ...states], states.map((s) => statement(s.id, 'sponsors', acts[0].id)), [[2, 0, 0], ...states.map((_, i): [number, number, number] => [2, 3, i])]);
  const folded = graph.model(none, none, closed);
  assert.equal(folded.nodes.length, 2);
  const hub = folded.nodes.find((n) => n.fold)!;
  assert.equal(hub.fold!.members.length, 31);
  assert.equal(folded.lines.length, 1);
  assert.equal(folded.lines[0].statements.length, 31, 'no statement is lost');
  const opened = graph.model(none, none, new Map([[hub.id, 1]]));
  assert.equal(opened.nodes.length, 2 + FOLD_PAGE);
  assert.equal(opened.nodes.find((n) => n.fold)!.fold!.members.length, 31 - FOLD_PAGE);
  const layout = layOut(opened, () => 60);
  const last = [...opened.nodes].filter((n) => n !== opened.nodes.find((m) => m.id === acts[0].id)).sort((a, b) => layout.places.get(a.id)!.x - layout.places.get(b.id)!.x || layout.places.get(a.id)!.y - layout.places.get(b.id)!.y).at(-1)!;
  assert.ok(last.fold, 'the rest stands after the others');
  assert.equal(graph.model(none, none, new Map([[hub.id, 4]])).nodes.length, 32);
});

test('a hidden relation takes its lines and lonely ends with it', () => {
  const graph = graphOf(acts, [...citing.slice(0, 2), statement(acts[0].id, 'mentions', 'treaty/untoc')], cells);
  const model = graph.model(new Set(['mentions']), none, closed);
  assert.deepEqual(model.nodes.map((n) => n.id), ['ctoc-cop/decision/2/2', 'ctoc-cop/resolution/12/1', 'ga/resolution/76/185']);
});
