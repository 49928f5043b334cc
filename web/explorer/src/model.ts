// The graph that a drawing shows: entities and lines; what the reader hid or removed is not in it.

import type { Scene, Told } from './drawing.ts';
import { strongest } from './style.ts';
import { type Labelled, type Spot, type Statement, type Thing, compareIds, endOf, kindOf, yearOf } from './things.ts';

export interface Node {
  id: string;
  thing: Thing;
  /** Steps from where the drawing began; hubs count as one of their members. */
  distance: number;
  /** Where the server puts it; a folded hub stands with its first member. */
  at: Spot;
  told: Told;
  /** Set on a folded hub: who its members are, and the lane where they stand. */
  fold?: { of: string; relation: string; lane: string; members: string[] };
}

/** A line joins two nodes: all statements from the one to the other. */
export interface Line { id: string; source: string; target: string; class: string; statements: Statement[] }

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

/** The last lane, where text stands that a statement has as its target. */
const TEXTS = 'texts';

const NOTHING: Told = { cited: 0, folds: [] };

/** What the reader does not want to see. */
export interface Filter { hides: (relation: string) => boolean; gone: ReadonlySet<string>; years: [number, number] | null }

export const EVERYTHING: Filter = { hides: () => false, gone: new Set(), years: null };

/** Graph gathers what was loaded, in any order. */
export class Graph {
  readonly things = new Map<string, { thing: Thing; distance: number }>();
  readonly statements = new Map<string, Statement>();

  /** ids are those of its entities, nearest first. */
  ids(): string[] {
    const texts = new Set([...this.statements.values()].filter((s) => s.target === null).map(endOf));
    return [...this.things].filter(([id]) => !texts.has(id)).sort(([a, x], [b, y]) => x.distance - y.distance || compareIds(a, b)).slice(0, MOST_PLACED).map(([id]) => id);
  }

  /** relationsOfStore are those by which the server may join its entities; none stands for all. */
  relationsOfStore(): string[] {
    // What an answer makes of mandates is no statement of the store.
    const stated = [...this.statements.keys()].every((id) => !id.includes(' '));
    const names = stated ? this.relations().map(([name]) => name).sort() : [];
    return names.length > MOST_RELATIONS ? [] : names;
  }

  /** settleTexts puts text that is the target of a statement below all, after all others of its cell. */
  settleTexts({ lanes, spots }: Pick<Scene, 'lanes' | 'spots'>): void {
    for (const s of this.statements.values()) {
      const from = s.target === null && spots.get(s.source);
      if (!from) continue;
      if (lanes[lanes.length - 1].key !== TEXTS) lanes.push({ key: TEXTS, label: TEXTS });
      spots.set(endOf(s), { column: from.column, lane: lanes.length - 1, row: spots.size, dated: false });
    }
  }

  add(nodes: { id: string; distance: number; node: Thing }[], statements: Statement[], from = 0): void {
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
}

/** yearAt is the year in which a node stands, or null for the column of what has none. */
export const yearAt = (scene: Pick<Scene, 'columns'>, at: Spot) => yearOf(scene.columns[at.column]?.key);

/** modelOf is what of a scene is shown; whatever of an answer is a hub is folded. */
export function modelOf(scene: Scene, { hides, gone, years }: Filter, opened?: ReadonlyMap<string, number>): Model {
  const { graph, columns, lanes, spots, told } = scene;
  const inTime = (id: string) => {
    const year = years && yearAt(scene, spots.get(id)!);
    return !years || year === null || (year >= years[0] && year <= years[1]);
  };
  const shows = (id: string) => !gone.has(id) && spots.has(id) && inTime(id);
  const lines = linesOf([...graph.statements.values()].filter((s) => !hides(s.relation) && shows(s.source) && shows(endOf(s))));
  const joined = new Set(lines.flatMap((l) => [l.source, l.target]));
  const nodes: Node[] = [...graph.things.values()]
    .filter(({ thing, distance }) => shows(thing.id) && (joined.has(thing.id) || distance === 0 || !graph.statements.size))
    .map(({ thing, distance }) => ({ id: thing.id, thing, distance, at: spots.get(thing.id)!, told: told.get(thing.id) ?? NOTHING }))
    .sort((a, b) => compareIds(a.id, b.id));
  const model = { nodes, lines, columns, lanes };
  return opened ? fold(model, opened) : model;
}

/** linesOf gathers the statements of one pair. */
export function linesOf(statements: Statement[]): Line[] {
  const lines = new Map<string, Line>();
  for (const s of statements) {
    const [source, target] = [s.source, endOf(s)];
    const id = `${source} ${target}`;
    const line = lines.get(id) ?? { id, source, target, class: '', statements: [] };
    line.statements.push(s);
    lines.set(id, line);
  }
  for (const line of lines.values()) line.class = strongest(line.statements.map((s) => s.relation));
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
    const { relation } = l.statements[0];
    for (const [of, leaf, out] of [[l.source, l.target, true], [l.target, l.source, false]] as const) {
      if (degree.get(leaf) !== 1 || start.has(leaf)) continue;
      const lane = model.lanes[byId.get(leaf)!.at.lane].key;
      const id = `fold ${of} ${relation} ${out ? 'out' : 'in'} ${lane}`;
      const group = groups.get(id) ?? { of, relation, lane, members: [] };
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
    if (rest.length) nodes.push({ id, thing: { id: first.id, date: first.thing.date }, distance: first.distance, at: first.at, told: NOTHING, fold: { ...group, members: rest } });
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
    const id = `${l.source} ${l.target}`;
    const old = joined.get(id);
    joined.set(id, old ? { ...old, statements: [...old.statements, ...l.statements] } : { ...l, id });
  }
  return [...joined.values()];
}
