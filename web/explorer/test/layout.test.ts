import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from '../src/layout.ts';
import { FOLD_PAGE, Graph } from '../src/model.ts';
import type { Statement, Thing } from '../src/things.ts';

const none = new Set<string>();
const closed = new Map<string, number>();
const statement = (source: string, relation: string, target: string): Statement => ({ statement: `${source} ${relation} ${target}`, source, relation, target });

function graphOf(things: Thing[], statements: Statement[]): Graph {
  const graph = new Graph();
  graph.add(things.map((node, i) => ({ id: node.id, distance: i ? 1 : 0, node })), statements);
  return graph;
}

const acts: Thing[] = [
  { id: 'ctoc-cop/resolution/12/1', date: '2024-10-18' }, { id: 'ctoc-cop/decision/2/2', date: '2005-10-19' }, { id: 'ga/resolution/76/185', date: '2021-12' }, { id: 'treaty/untoc' },
];
const citing = ['ctoc-cop/decision/2/2', 'ga/resolution/76/185', 'treaty/untoc'].map((t) => statement('ctoc-cop/resolution/12/1', 'recalls', t));

test('time runs from left to right, bodies stand in lanes', () => {
  const layout = layOut(graphOf(acts, citing).model(none, none, closed), 'year', () => 60);
  assert.deepEqual(layout.columns.map((c) => c.key), ['2005', '2021', '2024']);
  assert.deepEqual(layout.lanes.map((l) => l.key), ['acts ctoc-cop', 'acts ga', 'treaties']);
  const x = (id: string) => layout.places.get(id)!.x;
  assert.ok(x('ctoc-cop/decision/2/2') < x('ga/resolution/76/185') && x('ga/resolution/76/185') < x('ctoc-cop/resolution/12/1'));
  assert.equal(layout.places.get('treaty/untoc')!.dated, false, 'a treaty without a date stands where it is first spoken of');
  assert.equal(x('treaty/untoc'), x('ctoc-cop/resolution/12/1'));
});

test('columns by session name the body and the session', () => {
  const layout = layOut(graphOf(acts, citing).model(none, none, closed), 'session', () => 60);
  assert.deepEqual(layout.columns.map((c) => c.key), ['2005 ctoc-cop 2', '2021 ga 76', '2024 ctoc-cop 12']);
});

test('the same model gives the same places, in whatever order it came', () => {
  const one = layOut(graphOf(acts, citing).model(none, none, closed), 'year', () => 60);
  const other = layOut(graphOf([acts[0], ...acts.slice(1).reverse()], [...citing].reverse()).model(none, none, closed), 'year', () => 60);
  assert.deepEqual([...one.places].sort(), [...other.places].sort());
});

test('no two nodes overlap', () => {
  const things = Array.from({ length: 150 }, (_, i) => ({ id: `ga/resolution/${50 + (i % 9)}/${i}`, date: String(1995 + (i % 9)) }));
  const layout = layOut(graphOf(things, things.slice(1).map((t) => statement(things[0].id, 'recalls', t.id))).model(none, none, new Map([[`fold ${things[0].id} recalls out acts ga`, 99]])), 'year', () => 60);
  const boxes = [...layout.places.values()];
  assert.equal(boxes.length, 150);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) assert.ok(Math.abs(a.x - b.x) >= 60 || Math.abs(a.y - b.y) >= 24, JSON.stringify([a, b]));
  }
});

test('lines between neighbouring lanes do not cross where they need not', () => {
  const things: Thing[] = [{ id: 'body/x' }, ...[1, 2, 3, 4].flatMap((i) => [{ id: `ga/resolution/60/${i}`, date: '2005' }, { id: `sc/resolution/${100 + i}`, date: '2006' }])];
  const pairs = [[1, 3], [2, 1], [3, 4], [4, 2]].map(([a, b]) => statement(`sc/resolution/${100 + b}`, 'recalls', `ga/resolution/60/${a}`));
  const { places } = layOut(graphOf(things, pairs).model(none, none, closed), 'year', () => 60);
  const order = (prefix: string) => pairs.map((p) => places.get(prefix === 'ga' ? p.target! : p.source)!.y);
  const [left, right] = [order('ga'), order('sc')];
  let crossings = 0;
  for (let i = 0; i < 4; i++) for (let j = i + 1; j < 4; j++) if ((left[i] - left[j]) * (right[i] - right[j]) < 0) crossings++;
  assert.equal(crossings, 0);
});

test('a hub is folded with a count and opens in pages', () => {
  const states = Array.from({ length: 31 }, (_, i) => ({ id: `state/s${String(i).padStart(2, '0')}` }));
  const graph = graphOf([acts[0], ...states], states.map((s) => statement(s.id, 'sponsors', acts[0].id)));
  const folded = graph.model(none, none, closed);
  assert.equal(folded.nodes.length, 2);
  const hub = folded.nodes.find((n) => n.fold)!;
  assert.equal(hub.fold!.members.length, 31);
  assert.equal(folded.lines.length, 1);
  assert.equal(folded.lines[0].statements.length, 31, 'no statement is lost');
  const opened = graph.model(none, none, new Map([[hub.id, 1]]));
  assert.equal(opened.nodes.length, 2 + FOLD_PAGE);
  assert.equal(opened.nodes.find((n) => n.fold)!.fold!.members.length, 31 - FOLD_PAGE);
  assert.equal(graph.model(none, none, new Map([[hub.id, 4]])).nodes.length, 32);
});

test('a hidden relation takes its lines and lonely ends with it', () => {
  const graph = graphOf(acts, [...citing.slice(0, 2), statement(acts[0].id, 'mentions', 'treaty/untoc')]);
  const model = graph.model(new Set(['mentions']), none, closed);
  assert.deepEqual(model.nodes.map((n) => n.id), ['ctoc-cop/decision/2/2', 'ctoc-cop/resolution/12/1', 'ga/resolution/76/185']);
});
