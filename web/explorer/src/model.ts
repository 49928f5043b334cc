// The graph that a drawing shows: entities and lines, with the leaves of hubs folded into one.

import { type Statement, type Thing, compareIds, endOf, kindOf, ownerOf } from './things.ts';

export interface Node {
  id: string;
  thing: Thing;
  /** Steps from where the drawing began; hubs count as one of their members. */
  distance: number;
  /** Set on a folded hub: who its members are. */
  fold?: { of: string; relation: string; out: boolean; members: string[] };
}

/** A line joins two nodes by one relation; several statements may say so. */
export interface Line { id: string; source: string; target: string; relation: string; statements: Statement[] }

export interface Model { nodes: Node[]; lines: Line[] }

/** A hub is folded where it has more leaves of one lane than this by one relation; acts, which the drawing is about, later. */
export const FOLD_ABOVE = 12;
export const FOLD_ACTS_ABOVE = 40;
/** A folded hub opens by this many leaves at a time. */
export const FOLD_PAGE = 10;

/** Graph gathers what was loaded, in any order. */
export class Graph {
  readonly things = new Map<string, { thing: Thing; distance: number }>();
  readonly statements = new Map<string, Statement>();

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

  /** model is what remains of the graph without hidden relations and removed entities, with hubs folded. */
  model(hidden: ReadonlySet<string>, removed: ReadonlySet<string>, opened: ReadonlyMap<string, number>): Model {
    const lines = linesOf([...this.statements.values()].filter((s) => !hidden.has(s.relation) && !removed.has(s.source) && !removed.has(endOf(s))));
    const joined = new Set(lines.flatMap((l) => [l.source, l.target]));
    const nodes: Node[] = [...this.things.values()]
      .filter(({ thing, distance }) => !removed.has(thing.id) && (joined.has(thing.id) || distance === 0 || !this.statements.size))
      .map(({ thing, distance }) => ({ id: thing.id, thing, distance }))
      .sort((a, b) => compareIds(a.id, b.id));
    return fold({ nodes, lines }, opened);
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
  const groups = new Map<string, { of: string; relation: string; out: boolean; members: string[] }>();
  for (const l of model.lines) {
    for (const [of, leaf, out] of [[l.source, l.target, true], [l.target, l.source, false]] as const) {
      if (degree.get(leaf) !== 1 || start.has(leaf)) continue;
      const id = `fold ${of} ${l.relation} ${out ? 'out' : 'in'} ${laneOf(leaf)}`;
      const group = groups.get(id) ?? { of, relation: l.relation, out, members: [] };
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
    const first = model.nodes.find((n) => n.id === group.members[0])!;
    if (rest.length) nodes.push({ id, thing: { id: first.id, date: first.thing.date }, distance: first.distance, fold: { ...group, members: rest } });
  }
  if (!hiddenIn.size) return model;
  return {
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

/** laneOf is the row of the drawing where an entity stands: a body's acts, or a family of kinds. */
export function laneOf(id: string): string {
  const kind = kindOf(id);
  switch (kind) {
    case 'Act': return id.startsWith('document/') ? 'documents' : `acts ${id.split('/')[0]}`;
    case 'Session': case 'Meeting': case 'AgendaItem': case 'Recommendations': return 'meetings';
    case 'Document': return 'documents';
    case 'Treaty': case 'Article': case 'Instrument': return 'treaties';
    case 'State': case 'Group': return 'states';
    case 'Body': case 'Secretariat': return 'bodies';
    case 'Paragraph': case 'Mandate': {
      const owner = ownerOf(id);
      return kindOf(owner) === 'Act' && !owner.startsWith('document/') ? `acts ${owner.split('/')[0]}` : 'texts';
    }
    default: return 'others';
  }
}
