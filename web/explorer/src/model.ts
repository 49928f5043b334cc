// The graph that a drawing shows: entities and lines, with the leaves of hubs folded into one.

import { type Around, isOne, timelineAround, timelineOf } from './api.ts';
import { type Axis, type Labelled, type Spot, type Statement, type Thing, type Timeline, compareIds, endOf, kindOf } from './things.ts';

export interface Node {
  id: string;
  thing: Thing;
  /** Steps from where the drawing began; hubs count as one of their members. */
  distance: number;
  /** Where the server puts it; a folded hub stands with its first member. */
  at: Spot;
  /** Set on a folded hub: who its members are, and the lane where they stand. */
  fold?: { of: string; relation: string; lane: string; members: string[] };
}

/** A line joins two nodes by one relation; several statements may say so. */
export interface Line { id: string; source: string; target: string; relation: string; statements: Statement[] }

export interface Model { nodes: Node[]; lines: Line[]; columns: Labelled[]; lanes: Labelled[] }

/** A hub is folded where it has more leaves of one lane than this by one relation; acts, which the drawing is about, later. */
export const FOLD_ABOVE = 12;
export const FOLD_ACTS_ABOVE = 40;
/** A folded hub opens by this many leaves at a time. */
export const FOLD_PAGE = 10;

/** The entities that are asked to be placed at most; the server takes some more, in a request that is not too long. */
export const MOST_PLACED = 1500;

/** A list of relations that is longer is as good as all of them, and more than the server takes. */
const MOST_RELATIONS = 100;

/** Places are those of a graph, by id. */
interface Places { columns: Labelled[]; lanes: Labelled[]; spots: Map<string, Spot> }

/** The last lane, where text stands that a statement has as its target. */
const TEXTS = 'texts';

/** Graph gathers what was loaded, in any order, and where it stands. */
export class Graph {
  readonly things = new Map<string, { thing: Thing; distance: number }>();
  readonly statements = new Map<string, Statement>();
  /** What all of it is the surroundings of, where one traversal reached it. */
  around: Around | null = null;
  places: Places | null = null;
  private readonly known = new Map<string, Places>();
  private wanted = '';

  /** begin sets out with surroundings. */
  static begin(around: Around, axis: Axis, hood: { nodes: { id: string; distance: number; node: Thing }[]; edges: Statement[]; timeline?: Timeline }): Graph {
    const graph = new Graph();
    graph.add(hood.nodes, hood.edges);
    if (isOne(around)) graph.around = around;
    if (hood.timeline) graph.places = graph.settle(graph.keyOf(axis), hood.timeline);
    return graph;
  }

  /** place asks where all of it stands on an axis, unless that is known. */
  async place(axis: Axis): Promise<void> {
    const key = this.wanted = this.keyOf(axis);
    if (!this.known.has(key)) {
      const ids = this.ids();
      const unnamed = ids.some((id) => this.things.get(id)!.thing.date === undefined);
      // What an answer makes of mandates is no statement of the store.
      const stated = [...this.statements.keys()].every((id) => !id.includes(' '));
      const names = stated ? this.relations().map(([name]) => name).sort() : [];
      const timeline = this.around ? await timelineAround(this.around, axis) : await timelineOf(ids, names.length > MOST_RELATIONS ? [] : names, axis, unnamed);
      if (unnamed) this.add(timeline.places.map(({ node }) => ({ id: node.id, distance: Infinity, node })), []);
      this.settle(key, timeline);
    }
    if (this.wanted === key) this.places = this.known.get(key)!;
  }

  /** ids are those of its entities, nearest first. */
  private ids(): string[] {
    const texts = new Set([...this.statements.values()].filter((s) => s.target === null).map(endOf));
    return [...this.things].filter(([id]) => !texts.has(id)).sort(([a, x], [b, y]) => x.distance - y.distance || compareIds(a, b)).slice(0, MOST_PLACED).map(([id]) => id);
  }

  private keyOf(axis: Axis): string {
    return `${axis} ${this.things.size} ${this.statements.size}`;
  }

  private settle(key: string, { columns, lanes, places }: Timeline): Places {
    const settled: Places = { columns, lanes: [...lanes], spots: new Map(places.map(({ node, ...spot }) => [node.id, spot])) };
    for (const s of this.statements.values()) {
      const from = s.target === null && settled.spots.get(s.source);
      if (!from) continue;
      if (settled.lanes[settled.lanes.length - 1].key !== TEXTS) settled.lanes.push({ key: TEXTS, label: TEXTS });
      // After all others of its cell.
      settled.spots.set(endOf(s), { column: from.column, lane: settled.lanes.length - 1, row: settled.spots.size, dated: false });
    }
    this.known.set(key, settled);
    return settled;
  }

  add(nodes: { id: string; distance: number; node: Thing }[], statements: Statement[], from = 0): void {
    if (statements.length) this.around = null;
    for (const n of nodes) {
      const known = this.things.get(n.id);
      this.things.set(n.id, { thing: { ...known?.thing, ...n.node }, distance: Math.min(known?.distance ?? Infinity, n.distance + from) });
    }
    for (const s of statements) {
      this.statements.set(s.statement, s);
      for (const id of [s.source, endOf(s)]) {
        if (!this.things.has(id)) this.things.set(id, { thing: { id, title: id === s.target || id === s.source ? undefined : s.value }, distance: 1 + from });
      }
    }
  }

  /** relations counts the statements of each relation, most frequent first. */
  relations(): [string, number][] {
    const counts = new Map<string, number>();
    for (const s of this.statements.values()) counts.set(s.relation, (counts.get(s.relation) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  /** model is what remains of the graph without hidden relations and removed entities, with hubs folded. */
  model(hidden: ReadonlySet<string>, removed: ReadonlySet<string>, opened: ReadonlyMap<string, number>): Model {
    const { columns, lanes, spots } = this.places!;
    const shows = (id: string) => !removed.has(id) && spots.has(id);
    const lines = linesOf([...this.statements.values()].filter((s) => !hidden.has(s.relation) && shows(s.source) && shows(endOf(s))));
    const joined = new Set(lines.flatMap((l) => [l.source, l.target]));
    const nodes: Node[] = [...this.things.values()]
      .filter(({ thing, distance }) => shows(thing.id) && (joined.has(thing.id) || distance === 0 || !this.statements.size))
      .map(({ thing, distance }) => ({ id: thing.id, thing, distance, at: spots.get(thing.id)! }))
      .sort((a, b) => compareIds(a.id, b.id));
    return fold({ nodes, lines, columns, lanes }, opened);
  }
}

/** linesOf gathers the statements of one pair and relation; a paragraph is drawn as its act. */
export function linesOf(statements: Statement[]): Line[] {
  const lines = new Map<string, Line>();
  for (const s of statements) {
    const [source, target] = [s.source, endOf(s)];
    const id = `${source} ${s.relation} ${target}`;
    const line = lines.get(id) ?? { id, source, target, relation: s.relation, statements: [] };
    line.statements.push(s);
    lines.set(id, line);
  }
  return [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** fold gathers the leaves of each hub into one node that opens in pages. */
export function fold(model: Model, opened: ReadonlyMap<string, number>): Model {
  const degree = new Map<string, number>();
  for (const l of model.lines) for (const id of [l.source, l.target]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const start = new Set(model.nodes.filter((n) => n.distance === 0).map((n) => n.id));
  const byId = new Map(model.nodes.map((n) => [n.id, n]));
  const groups = new Map<string, { of: string; relation: string; lane: string; members: string[] }>();
  for (const l of model.lines) {
    for (const [of, leaf, out] of [[l.source, l.target, true], [l.target, l.source, false]] as const) {
      if (degree.get(leaf) !== 1 || start.has(leaf)) continue;
      const lane = model.lanes[byId.get(leaf)!.at.lane].key;
      const id = `fold ${of} ${l.relation} ${out ? 'out' : 'in'} ${lane}`;
      const group = groups.get(id) ?? { of, relation: l.relation, lane, members: [] };
      group.members.push(leaf);
      groups.set(id, group);
    }
  }
  const hiddenIn = new Map<string, string>();
  const nodes: Node[] = [];
  for (const [id, group] of groups) {
    if (group.members.length <= (kindOf(group.members[0]) === 'Act' ? FOLD_ACTS_ABOVE : FOLD_ABOVE)) continue;
    group.members.sort(compareIds);
    const rest = group.members.slice((opened.get(id) ?? 0) * FOLD_PAGE);
    for (const m of rest) hiddenIn.set(m, id);
    const first = byId.get(group.members[0])!;
    if (rest.length) nodes.push({ id, thing: { id: first.id, date: first.thing.date }, distance: first.distance, at: first.at, fold: { ...group, members: rest } });
  }
  if (!hiddenIn.size) return model;
  return {
    ...model,
    nodes: [...model.nodes.filter((n) => !hiddenIn.has(n.id)), ...nodes],
    lines: gather(model.lines.map((l) => ({ ...l, source: hiddenIn.get(l.source) ?? l.source, target: hiddenIn.get(l.target) ?? l.target }))),
  };
}

function gather(lines: Line[]): Line[] {
  const joined = new Map<string, Line>();
  for (const l of lines) {
    const id = `${l.source} ${l.relation} ${l.target}`;
    const old = joined.get(id);
    joined.set(id, old ? { ...old, statements: [...old.statements, ...l.statements] } : { ...l, id });
  }
  return [...joined.values()];
}
