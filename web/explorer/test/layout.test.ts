import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scene } from '../src/drawing.ts';
import { stateIn, toggled } from '../src/drawstate.ts';
import { type Drawn, csvLines, csvNodes, gexf, graphml } from '../src/files.ts';
import { labelsOf } from '../src/labels.ts';
import { linesOf } from '../src/lists.ts';
import { type Mark, extend, layOut } from '../src/layout.ts';
import { EVERYTHING, FOLD_PAGE, Graph, modelOf } from '../src/model.ts';
import { rememberClasses } from '../src/style.ts';
import type { Spot, Statement, Thing } from '../src/things.ts';

rememberClasses([
  { name: 'makes', title: 'makes and changes', relations: ['extends'] }, { name: 'restsOn', title: 'rests on', relations: ['recalls', 'reaffirms'] },
  { name: 'standsFor', title: 'stands for', relations: ['sponsors'] }, { name: 'names', title: 'names', relations: ['mentions'] },
]);

const statement = (source: string, relation: string, target: string, n = 1): Statement => ({ statement: `${source} ${relation} ${target} ${n}`, source, relation, target });
const columns = ['2005', '2021', '2024', ''].map((key) => ({ key, label: key || 'no date' }));
const lanes = ['acts ctoc-cop', 'acts ga', 'treaties', 'states'].map((key) => ({ key, label: key }));

/** sceneOf is a scene as the server places it, each thing in a column, lane and row. */
function sceneOf(things: Thing[], statements: Statement[], cells: [number, number, number][]): Scene {
  const graph = new Graph();
  graph.add(things.map((node, i) => ({ id: node.id, distance: i ? 1 : 0, node })), statements);
  const spots = new Map(things.map((node, i): [string, Spot] => [node.id, { column: cells[i][0], lane: cells[i][1], row: cells[i][2], dated: Boolean(node.date) }]));
  const scene: Scene = { graph, told: new Map(), columns, lanes: [...lanes], spots, batches: [things.map((t) => t.id)], outside: new Set(), lit: null, found: null, truncated: false };
  graph.settleTexts(scene);
  return scene;
}

const marksOf = ({ spots }: Scene): Mark[] => [...spots].map(([id, at]) => ({ id, at, r: 6 }));
const laid = (scene: Scene) => layOut(marksOf(scene), scene.columns, scene.lanes);

const acts: Thing[] = [
  { id: 'ctoc-cop/resolution/12/1', date: '2024-10-18' }, { id: 'ctoc-cop/decision/2/2', date: '2005-10-19' }, { id: 'ga/resolution/76/185', date: '2021-12' }, { id: 'treaty/untoc' },
];
const cells: [number, number, number][] = [[2, 0, 0], [0, 0, 0], [1, 1, 0], [2, 2, 0]];
const citing = ['ctoc-cop/decision/2/2', 'ga/resolution/76/185', 'treaty/untoc'].map((t) => statement('ctoc-cop/resolution/12/1', 'recalls', t));

test('columns run from left to right and lanes down, without those that are empty', () => {
  const layout = laid(sceneOf(acts, citing, cells));
  assert.deepEqual(layout.columns.map((c) => c.key), ['2005', '2021', '2024']);
  assert.deepEqual(layout.lanes.map((l) => l.key), ['acts ctoc-cop', 'acts ga', 'treaties']);
  const [x, y] = (['x', 'y'] as const).map((by) => (id: string) => layout.places.get(id)![by]);
  assert.ok(x('ctoc-cop/decision/2/2') < x('ga/resolution/76/185') && x('ga/resolution/76/185') < x('ctoc-cop/resolution/12/1'));
  assert.ok(y('ctoc-cop/decision/2/2') < y('ga/resolution/76/185') && y('ga/resolution/76/185') < y('treaty/untoc'));
  assert.equal(x('treaty/untoc'), x('ctoc-cop/resolution/12/1'));
});

test('rows follow the server, in columns where a cell is too tall', () => {
  const things = Array.from({ length: 300 }, (_, i) => ({ id: `ga/resolution/50/${i}`, date: '2005' }));
  const row = (i: number) => (i * 7) % 300;
  const { places } = laid(sceneOf(things, [], things.map((_, i) => [0, 1, row(i)])));
  const drawn = things.map((t, i) => ({ row: row(i), ...places.get(t.id)! })).sort((a, b) => a.x - b.x || a.y - b.y);
  assert.deepEqual(drawn.map((d) => d.row), Array.from({ length: 300 }, (_, i) => i));
  assert.ok(new Set(drawn.map((d) => d.x)).size > 3);
});

/** apart asserts that no two marks touch. */
function apart(places: { x: number; y: number; r: number }[]) {
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > a.r + b.r, JSON.stringify([a, b]));
  }
}

test('no two marks overlap', () => {
  const things = Array.from({ length: 150 }, (_, i) => ({ id: `ga/resolution/${50 + (i % 3)}/${i}`, date: '2005' }));
  const boxes = [...laid(sceneOf(things, [], things.map((_, i) => [i % 3, 1, Math.floor(i / 3)]))).places.values()];
  assert.equal(boxes.length, 150);
  apart(boxes);
});

test('what comes later is put among what stands, which does not move', () => {
  const scene = sceneOf(acts, citing, cells);
  const layout = laid(scene);
  const later: Mark[] = [
    { id: 'ga/resolution/76/1', at: { column: 1, lane: 1, row: 0, dated: true }, r: 6 }, { id: 'state/alb', at: { column: 3, lane: 3, row: 0, dated: false }, r: 6 },
    { id: 'sc/resolution/9', at: { column: 0, lane: 1, row: 0, dated: true }, r: 6 },
  ];
  const years = [...columns.slice(0, 1), { key: '2011', label: '2011' }, ...columns.slice(1)];
  const grown = extend(layout, [...later, { id: 'ga/resolution/66/1', at: { column: 1, lane: 1, row: 1, dated: true }, r: 6 }].map((m) => ({ ...m, at: { ...m.at, column: m.id === 'ga/resolution/66/1' ? 1 : m.at.column > 0 ? m.at.column + 1 : 0 } })), years, lanes, new Map([['ga/resolution/76/1', ['treaty/untoc']]]));
  for (const [id, place] of layout.places) assert.deepEqual(grown.places.get(id), place);
  apart([...grown.places.values()]);
  assert.deepEqual(grown.columns.map((c) => c.key), ['2005', '2011', '2021', '2024', '']);
  const x = (id: string) => grown.places.get(id)!.x;
  assert.ok(x('sc/resolution/9') < x('ga/resolution/66/1') && x('ga/resolution/66/1') < x('ga/resolution/76/1') && x('ga/resolution/76/1') < x('state/alb'));
});

test('text that a statement has as its target stands below all, where its statement does', () => {
  const said: Statement = { statement: 'document/X#s1', source: 'ga/resolution/76/185', relation: 'adoptedAs', target: null, value: 'words' };
  const { places, lanes: shown } = laid(sceneOf(acts, [...citing, said], cells));
  assert.equal(shown[shown.length - 1].key, 'texts');
  assert.equal(places.get('document/X#s1/literal')!.x, places.get('ga/resolution/76/185')!.x);
});

test('a hub of an answer is folded by relation and lane, and opens in pages', () => {
  const states = Array.from({ length: 25 }, (_, i) => ({ id: `state/s${i}` }));
  const scene = sceneOf([acts[0], ...states], states.map((s) => statement(s.id, 'sponsors', acts[0].id)), [[2, 0, 0], ...states.map((_, i): [number, number, number] => [2, 3, i])]);
  const model = modelOf(scene, EVERYTHING, new Map());
  const folded = model.nodes.find((n) => n.fold)!;
  assert.deepEqual([model.nodes.length, folded.fold!.members.length, model.lines.length], [2, 25, 1]);
  const more = modelOf(scene, EVERYTHING, new Map([[folded.id, 1]]));
  assert.deepEqual([more.nodes.length, more.nodes.find((n) => n.fold)!.fold!.members.length], [2 + FOLD_PAGE, 25 - FOLD_PAGE]);
  assert.equal(modelOf(scene, EVERYTHING).nodes.length, 26, 'a lineage folds none');
});

test('statements of a pair are one line in the look of the strongest; hidden relations, removed entities and years leave no trace', () => {
  const scene = sceneOf(acts, [...citing, statement(acts[0].id, 'mentions', acts[1].id), statement(acts[0].id, 'extends', acts[1].id)], cells);
  const line = (f = EVERYTHING) => modelOf(scene, f).lines.find((l) => l.target === acts[1].id)!;
  assert.deepEqual([line().statements.length, line().class], [3, 'makes']);
  const without = line({ ...EVERYTHING, hides: (r) => r === 'extends' });
  assert.deepEqual([without.statements.length, without.class], [2, 'restsOn']);
  const ids = (f: Partial<typeof EVERYTHING>) => modelOf(scene, { ...EVERYTHING, ...f }).nodes.map((n) => n.id);
  assert.ok(!ids({ gone: new Set([acts[1].id]) }).includes(acts[1].id));
  assert.deepEqual(ids({ years: [2006, 2024] }), [acts[0].id, acts[2].id, acts[3].id]);
});

test('labels never overlap; the more important ones come first, and more of them when one comes nearer', () => {
  const places = new Map(Array.from({ length: 60 }, (_, i) => [`a${i}`, { x: 30 + (i % 12) * 40, y: 20 + Math.floor(i / 12) * 30, r: 5 }]));
  const wishes = [...places.keys()].map((id, i) => ({ id, full: `number ${i} · a long subject`, short: `${i}`, rank: i === 7 ? 1000 : i }));
  const at = (scale: number) => labelsOf(wishes, (id) => places.get(id), scale, 2.6, { left: 0, width: 700 });
  const boxes = (scale: number) => at(scale).map((l) => { const w = l.text.length * 6.5; const left = l.end ? l.x * scale - w : l.x * scale; return { left, right: left + w, y: l.y * scale }; });
  for (const scale of [0.4, 1, 2.5]) {
    const list = boxes(scale);
    list.forEach((a, i) => list.slice(i + 1).forEach((b) => assert.ok(a.right <= b.left + 0.01 || b.right <= a.left + 0.01 || Math.abs(a.y - b.y) >= 14.9, `${scale}`)));
  }
  assert.ok(at(0.4).length < at(1).length && at(1).length <= at(2.5).length);
  assert.equal(at(1)[0].id, 'a7');
});

test('an address says what is hidden, opened, removed, chosen and brushed; nonsense is left out', () => {
  const state = stateIn(new URLSearchParams('draw=a&hide=recalls,*names&open=b&open=b!states&open=path!a!b&gone=c&pick=a&pick=b&pick=d&years=1999-2005&backbone=0&anew=1'));
  assert.deepEqual(state, { hide: ['recalls', '*names'], open: ['b', 'b!states', 'path!a!b'], gone: ['c'], pick: ['a', 'b'], years: [1999, 2005], backbone: false, anew: 1 });
  assert.deepEqual([stateIn(new URLSearchParams('years=2005-1999')).years, stateIn(new URLSearchParams('years=x')).years, stateIn(new URLSearchParams('')).backbone], [null, null, null]);
});

test('a class is hidden whole, or by its relations', () => {
  assert.deepEqual(toggled([], 'restsOn', null), ['*restsOn']);
  assert.deepEqual(toggled(['*restsOn'], 'restsOn', 'recalls'), ['reaffirms']);
  assert.deepEqual(toggled(['reaffirms'], 'restsOn', 'recalls'), ['*restsOn']);
  assert.deepEqual(toggled(['reaffirms', '*names'], 'restsOn', null), ['*names']);
});

test('files hold the nodes and lines of the drawing, with places and weights, and nothing that a sheet takes for a formula', () => {
  const odd = [{ ...acts[0], title: '=1+1 & "more" <x>' }, ...acts.slice(1)];
  const scene = sceneOf(odd, [...citing, statement(acts[0].id, 'mentions', acts[1].id)], cells);
  const layout = laid(scene);
  const drawn: Drawn = { model: modelOf(scene, EVERYTHING), placeOf: (id) => layout.places.get(id), address: 'http://x/?draw=a&years=1999-2005', told: 'a drawing' };
  for (const text of [gexf(drawn), graphml(drawn)]) {
    assert.equal(text.match(/<node /g)!.length, 4);
    assert.equal(text.match(/<edge /g)!.length, 3);
    assert.match(text, /=1\+1 &amp; &quot;more&quot; &lt;x&gt;/);
    assert.match(text, /years=1999-2005/);
  }
  assert.match(gexf(drawn), /source="ctoc-cop\/resolution\/12\/1" target="ctoc-cop\/decision\/2\/2" weight="2"/);
  assert.equal(csvLines(drawn).trim().split('\r\n').length, 4);
  assert.match(csvNodes(drawn), /"'=1\+1 & ""more"" <x>"/);
});

test('of more lines than can be drawn each act keeps the one to what it cites most', () => {
  const ids = Array.from({ length: 5 }, (_, i) => `ga/resolution/60/${i}`);
  const few = { ids, cited: [9, 3, 2, 1, 0], sources: [1, 2, 2, 3, 3], targets: [0, 0, 1, 0, 2], weights: [1, 1, 4, 2, 2] };
  assert.deepEqual(linesOf(few), [0, 1, 2, 3, 4], 'few are all drawn');
  const again = <T>(list: T[]) => Array.from({ length: 3000 }, () => list).flat();
  const many = { ids, cited: few.cited, sources: again(few.sources), targets: again(few.targets), weights: again(few.weights) };
  assert.deepEqual(linesOf(many).map((i) => [many.sources[i], many.targets[i]]), [[1, 0], [2, 1], [3, 0]], 'by how often, then by what is cited most');
});
