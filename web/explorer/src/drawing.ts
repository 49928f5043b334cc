// What a drawing asks of the server, and what it is made of: entities, statements, places, and what was opened in
// which order. Nothing of it depends on what the reader hides.

import { NAMED, STATED, query } from './api.ts';
import { Graph } from './model.ts';
import { nameOf } from './names.ts';
import { type Axis, type Labelled, type Spot, type Statement, type Thing, ownerOf } from './things.ts';

/** A family of what is joined to an act and is no act. */
export interface Fold { key: string; label: string; kinds: string[]; count: number }

/** What the server says of an entity for drawings; counts are those of the whole store. */
export interface Told { number?: string | null; subject?: string | null; cited: number; folds: Fold[] }

export interface Hood {
  nodes: (Told & { id: string; distance: number; node: Thing })[];
  edges: Statement[];
  lines: { source: string; target: string; backbone: boolean }[];
  truncated: boolean;
  timeline: { columns: Labelled[]; lanes: Labelled[]; places: (Spot & { node: { id: string } })[] };
}

/** A scene is what can be drawn. */
export interface Scene {
  graph: Graph;
  told: Map<string, Told>;
  columns: Labelled[];
  lanes: Labelled[];
  spots: Map<string, Spot>;
  /** The entities by when they came: what stood keeps its place when others come. */
  batches: string[][];
  /** Lines that the backbone leaves out, by their ids. */
  outside: Set<string>;
  /** The last way or ancestors that were asked for: what is lit. */
  lit: Set<string> | null;
  /** Said of the last step: no way was found, so many ancestors. */
  found: { kind: 'path' | 'common' | 'named'; count: number; length: number } | null;
  truncated: boolean;
}

/** Where a drawing begins. */
export interface Begun { ids: string[]; way: string; depth: number; axis: Axis }

export const MOST_DRAWN = 1000;
const MOST_OPENED = 400;
const PLACED = (axis: Axis) => `timeline(axis: ${axis.toUpperCase()}) { columns { key label } lanes { key label } places { column lane row dated by node { id } } }`;
const TOLD = 'number subject cited folds { key label kinds count }';
const HOOD = `nodes { id distance ${TOLD} node { ...Named } } edges { ...Stated } lines { source target backbone } truncated`;
const FRAGMENTS = `${NAMED} ${STATED}`;

export const lineId = (source: string, target: string) => `${source} ${target}`;
const linesOutside = (hood: Pick<Hood, 'lines'>) => new Set(hood.lines.filter((l) => !l.backbone).map((l) => lineId(l.source, l.target)));

/** around are the acts around entities, or the lineage of each in one direction. */
async function around({ ids, way, depth }: Omit<Begun, 'axis'>, limit: number, kinds: string[], axis?: Axis): Promise<Hood[]> {
  const each = way === 'both' ? [{ ids }] : ids.map((id) => ({ id, way: way.toUpperCase() }));
  const [declared, given] = way === 'both' ? ['$ids: [ID!]!', 'subgraph(ids: $ids'] : ['$id: ID!, $way: Direction', 'lineage(id: $id, direction: $way'];
  const data = await Promise.all(each.map((start) => query<{ hood: Hood }>(
    `query(${declared}, $depth: Int, $limit: Int, $kinds: [KindName!]) { hood: ${given}, depth: $depth, limit: $limit, kinds: $kinds) { ${HOOD} ${axis ? PLACED(axis) : ''} } } ${FRAGMENTS}`,
    { ...start, depth, limit, kinds })));
  return data.map((d) => d.hood);
}

/** among are entities with the statements that join two of them, by some relations or by all. */
export async function among(ids: string[], relations: string[], axis: Axis): Promise<Hood> {
  const data = await query<{ among: Hood }>(
    `query($ids: [ID!]!, $relations: [RelationName!]) { among(ids: $ids, relations: $relations) { ${HOOD} ${PLACED(axis)} } } ${FRAGMENTS}`, { ids, relations });
  return data.among;
}

/** backboneOf are the lines that the backbone of what is shown leaves out. */
export async function backboneOf(ids: string[], relations: string[]): Promise<Set<string>> {
  const data = await query<{ among: Pick<Hood, 'lines'> }>(
    'query($ids: [ID!]!, $relations: [RelationName!]) { among(ids: $ids, relations: $relations) { lines { source target backbone } } }', { ids, relations });
  return linesOutside(data.among);
}

const settle = (scene: Scene, { timeline }: Hood) => Object.assign(scene, {
  columns: timeline.columns, lanes: timeline.lanes, spots: new Map(timeline.places.map(({ node, ...spot }) => [node.id, spot])),
});

function take(scene: Scene, hood: Pick<Hood, 'nodes' | 'edges' | 'truncated'>, from = 0): void {
  scene.graph.add(hood.nodes, hood.edges, from);
  scene.truncated ||= hood.truncated;
  for (const { number, subject, cited, folds, id } of hood.nodes) scene.told.set(id, { number, subject, cited, folds });
}

const emptyScene = (graph: Graph): Scene => ({ graph, told: new Map(), columns: [], lanes: [], spots: new Map(), batches: [], outside: new Set(), lit: null, found: null, truncated: false });

/** sceneOf begins with acts, and opens what was opened, one step after the other. */
export async function sceneOf(begun: Begun, steps: string[]): Promise<Scene> {
  const scene = emptyScene(new Graph());
  const alone = begun.way === 'both' || begun.ids.length === 1;
  const [hoods, opened] = await Promise.all([
    around(begun, MOST_DRAWN, ['Act'], alone ? begun.axis : undefined),
    Promise.all(steps.map(step)),
  ]);
  for (const hood of hoods) take(scene, hood);
  scene.batches.push([...scene.graph.things.keys()]);
  scene.outside = linesOutside(hoods[0]);
  if (alone) settle(scene, hoods[0]);
  if (alone && !steps.length) return scene;
  const known = new Set(scene.graph.things.keys());
  for (const one of opened) {
    const from = one.from ? (scene.graph.things.get(one.from)?.distance ?? 0) : 0;
    take(scene, one.hood, from);
    scene.batches.push(one.hood.nodes.map((n) => n.id).filter((id) => !known.has(id)));
    for (const n of one.hood.nodes) known.add(n.id);
    [scene.lit, scene.found] = [one.lit, one.found];
  }
  // What joins the new ones to those that stood is drawn too.
  const whole = await among([...known].slice(0, 2 * MOST_DRAWN), [], begun.axis);
  const base = new Set(scene.batches[0]);
  scene.graph.add(whole.nodes.map((n) => ({ ...n, distance: Infinity })), whole.edges.filter((e) => !base.has(e.source) || !base.has(e.target ?? '')));
  for (const n of whole.nodes) scene.told.set(n.id, n);
  scene.outside = linesOutside(whole);
  settle(scene, whole);
  return scene;
}

interface Opened { from?: string; hood: Pick<Hood, 'nodes' | 'edges' | 'truncated'>; lit: Set<string> | null; found: Scene['found'] }

/** step is one thing that was opened: acts around an act, a family folded into it, the way between two, what both rest on, or the acts that name something. */
async function step(text: string): Promise<Opened> {
  const [first, second, third] = text.split('!');
  if (first === 'path') return wayBetween(second, third);
  if (first === 'common') return ancestorsOf(second, third);
  if (first === 'named') return actsThatName(second);
  const kinds = second ? (await foldsOf(first)).find((f) => f.key === second)?.kinds ?? [] : ['Act'];
  const [hood] = kinds.length ? await around({ ids: [first], way: 'both', depth: 1 }, MOST_OPENED, kinds) : [{ nodes: [], edges: [], truncated: false }];
  return { from: first, hood, lit: null, found: null };
}

const MOST_NAMING = 50;

/** actsThatName are the acts in whose words the name of a body or another entity stands, where no statement joins it to one. */
async function actsThatName(id: string): Promise<Opened> {
  const { node } = await query<{ node: Thing | null }>('query($id: ID!) { node(id: $id) { id ... on Entity { title } } }', { id });
  const { search } = await query<{ search: { nodes: { id: string }[] } }>(
    'query($words: String!, $first: Int) { search(query: $words, first: $first, kinds: [Act]) { nodes { id } } }', { words: `"${(node?.title ?? nameOf({ id })).replaceAll('"', ' ')}"`, first: MOST_NAMING });
  const ids = [...new Set(search.nodes.map((n) => ownerOf(n.id)))];
  if (!ids.length) return { hood: { nodes: [], edges: [], truncated: false }, lit: null, found: { kind: 'named', count: 0, length: 0 } };
  const hood = await among(ids, [], 'year');
  return { hood: { ...hood, nodes: hood.nodes.map((n) => ({ ...n, distance: 0 })) }, lit: null, found: { kind: 'named', count: ids.length, length: 0 } };
}

async function foldsOf(id: string): Promise<Fold[]> {
  const data = await query<{ among: { nodes: { folds: Fold[] }[] } }>('query($ids: [ID!]!) { among(ids: $ids) { nodes { folds { key label kinds count } } } }', { ids: [id] });
  return data.among.nodes[0].folds;
}

interface Way { length: number | null; paths: { nodes: Thing[]; edges: Statement[] }[] }
const WAY = 'length paths { nodes { id ...Named } edges { ...Stated } }';

/** wayBetween looks for a chain of citations in either direction. */
async function wayBetween(a: string, b: string): Promise<Opened> {
  const { there, back } = await query<{ there: Way; back: Way }>(
    `query($a: ID!, $b: ID!) { there: path(from: $a, to: $b) { ${WAY} } back: path(from: $b, to: $a) { ${WAY} } } ${FRAGMENTS}`, { a, b });
  const way = there.length !== null && (back.length === null || there.length <= back.length) ? there : back;
  // Several statements that join the same acts are one way.
  const ways = new Set(way.paths.map((p) => p.nodes.map((n) => n.id).join(' ')));
  return lighted(way.paths, [a, b], { kind: 'path', count: ways.size, length: way.length ?? 0 });
}

const MOST_ANCESTORS = 5;

/** ancestorsOf are the nearest acts on which two rest, with the chains that lead there. */
async function ancestorsOf(a: string, b: string): Promise<Opened> {
  const { commonAncestors: { totalCount, nodes } } = await query<{ commonAncestors: { totalCount: number; nodes: { id: string }[] } }>(
    'query($ids: [ID!]!, $first: Int) { commonAncestors(ids: $ids) { totalCount nodes(first: $first) { id } } }', { ids: [a, b], first: MOST_ANCESTORS });
  const ways = await Promise.all(nodes.flatMap(({ id }) => [a, b].filter((from) => from !== id).map((from) => query<{ path: Way }>(
    `query($from: ID!, $to: ID!) { path(from: $from, to: $to) { ${WAY} } } ${FRAGMENTS}`, { from, to: id }))));
  return lighted(ways.flatMap((w) => w.path.paths.slice(0, 3)), [a, b], { kind: 'common', count: totalCount, length: 0 });
}

function lighted(paths: Way['paths'], ends: string[], found: Scene['found']): Opened {
  const things = new Map(paths.flatMap((p) => p.nodes).map((t) => [t.id, t]));
  const edges = paths.flatMap((p) => p.edges);
  const nodes = [...things.values()].map((node) => ({ id: node.id, node, distance: ends.includes(node.id) ? 0 : 1, cited: 0, folds: [] }));
  return { hood: { nodes, edges, truncated: false }, lit: new Set([...ends, ...things.keys(), ...edges.map((e) => lineId(e.source, e.target!))]), found };
}

/** sceneFor places the entities of an answer, which it names. */
export async function sceneFor(graph: Graph, axis: Axis): Promise<Scene> {
  const scene = emptyScene(graph);
  const [ids, relations] = [graph.ids(), graph.relationsOfStore()];
  if (!ids.length) return scene;
  const hood = await among(ids, relations, axis);
  graph.add(hood.nodes.map((n) => ({ ...n, distance: Infinity })), []);
  for (const n of hood.nodes) scene.told.set(n.id, n);
  settle(scene, hood);
  scene.outside = linesOutside(hood);
  scene.lanes = [...scene.lanes];
  graph.settleTexts(scene);
  scene.batches.push([...graph.things.keys()]);
  return scene;
}
