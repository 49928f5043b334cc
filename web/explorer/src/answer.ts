// What an answer's data says: its statements, entities and mandates, in the order of the answer.

import { type Statement, type Thing, actParts } from './things.ts';

export interface MandateRow {
  id: string; verb?: string | null; clause?: string | null; deadline?: string | null; condition?: string | null;
  addressees?: Thing[]; recipients?: Thing[]; act?: Thing | null; paragraph?: { id: string } | null;
}

export interface Answer {
  query: string | null; text: string; parse: string | null;
  variables: Record<string, unknown> | null; data: unknown; candidates: Thing[];
}

export interface Rows { statements: Statement[]; mandates: MandateRow[]; things: Map<string, Thing>; start: string[] }

/** rowsOf walks an answer's data; some questions ask for more than they answer with. */
export function rowsOf(answer: Answer): Rows {
  const rows: Rows = { statements: [], mandates: [], things: new Map(), start: startOf(answer) };
  walk(answer.data, rows);
  const about = answer.variables ?? {};
  switch (answer.query) {
    case 'sponsoredNot': {
      const others = new Set(rows.statements.filter((s) => s.target === about.other).map((s) => s.source));
      rows.statements = rows.statements.filter((s) => s.target === about.act && !others.has(s.source));
      break;
    }
    case 'endorsedFrom':
      rows.statements = rows.statements.filter((s) => s.target?.startsWith(`${about.body}/`));
      break;
    case 'duties':
      rows.mandates = rows.mandates.filter((m) => m.deadline || m.recipients?.length || /(?:^| )(?:to|shall) (?:report|submit) /.test(`${m.clause} `));
      break;
    case 'chairs': {
      const session = String(about.session);
      const office = new RegExp(`^role/${session.split('/')[1]}/(?:acting-)?(?:co-)?(?:president|chair)`);
      rows.statements = rows.statements.filter((s) => (s.relation === 'chairs' ? s.target === session || s.target?.startsWith(`${session}/`) : office.test(s.target ?? '')));
      break;
    }
    case 'notLoaded':
      rows.statements = rows.statements.filter((s) => rows.things.get(s.target ?? '')?.loaded === false);
      break;
  }
  return rows;
}

/** startOf are the entities that the question names. */
function startOf(answer: Answer): string[] {
  return Object.values(answer.variables ?? {}).filter((v): v is string => typeof v === 'string' && v.includes('/'));
}

function walk(data: unknown, rows: Rows): void {
  if (Array.isArray(data)) {
    for (const item of data) walk(item, rows);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  const object = data as Record<string, unknown>;
  const id = object.id;
  if (typeof id === 'string') {
    if ('clause' in object && id.includes('/mandate/')) rows.mandates.push(object as unknown as MandateRow);
    else if ('title' in object) rows.things.set(id, { ...rows.things.get(id), ...(object as unknown as Thing) });
  }
  if (typeof object.statement === 'string' && typeof object.source === 'string') {
    // A mandate that a statement brings along is what the statement asks for.
    const { mandate, ...rest } = object as { mandate?: MandateRow | null };
    if (!rows.statements.some((s) => s.statement === object.statement)) rows.statements.push({ ...(rest as unknown as Statement), clause: mandate?.clause });
    walk(object.node, rows);
    return;
  }
  for (const value of Object.values(object)) walk(value, rows);
}

export interface Aspect { name: string; value: string; way?: 'states' | 'isStated' }

/** aspectsOf are the properties of an entity, and how often it states or is stated each relation, where a question asks what it is. */
export function aspectsOf(answer: Answer): Aspect[] {
  if (answer.query !== 'about') return [];
  type Facets = { facets?: { relations?: { states?: string; isStated?: string; count: number }[] } } | null;
  const { node } = answer.data as { node: { properties?: Aspect[]; relations?: Facets; relationsTo?: Facets } | null };
  const counts = [node?.relations, node?.relationsTo].flatMap((side) => side?.facets?.relations ?? []);
  return [
    ...(node?.properties ?? []).filter((p) => !UNTOLD.includes(p.name)),
    ...counts.map((c): Aspect => ({ name: c.states ?? c.isStated ?? '', value: String(c.count), way: c.states ? 'states' : 'isStated' })),
  ];
}

/** Properties that only say how a source was read. */
const UNTOLD = ['furniture', 'diagnostic', 'start', 'end', 'position', 'text'];

/** statementsOfMandates draws mandates as lines from act to addressee; their ids are those of the mandates. */
export function statementsOfMandates(mandates: MandateRow[]): Statement[] {
  return mandates.flatMap((m) => (m.addressees ?? []).map((a) => ({
    statement: `${m.id} ${a.id}`, source: m.act?.id ?? m.id, target: a.id, relation: m.verb ?? 'requests', quote: m.clause,
    paragraph: m.paragraph?.id, locator: m.paragraph?.id.split('#')[1],
  })));
}

/** sentenceOf is the answer in one or two sentences: its first block and its last. */
export function sentenceOf(text: string): { head: string; tail: string } {
  const blocks = text.trim().split(/\n\s*\n/);
  const line = (block: string) => block.replace(/\s+/g, ' ').trim();
  return { head: line(blocks[0] ?? ''), tail: blocks.length > 1 ? line(blocks[blocks.length - 1]) : '' };
}

/** rephrased are the questions that an ambiguous answer suggests. */
export function rephrased(text: string): string[] {
  const [, list] = text.split(/Ask again with:\s*\n/);
  return (list ?? '').split(/\n\s*\n/)[0].split('\n').map((l) => l.trim()).filter(Boolean);
}

/** nearest are the questions that come near one that is not understood; a slot such as {act} is for the reader to fill. */
export function nearest(text: string): { words: string; title: string }[] {
  const [, list = ''] = text.trim().split(/\n\s*\n/);
  return [...list.matchAll(/^ +(\S.*?) {2,}(\S.*)$/gm)].map(([, words, title]) => ({ words, title }));
}

/** comparison recognizes a question about what two entities have in common. */
export function comparison(question: string): { first: string; second: string; by: string } | null {
  const match = /^who (?:co-?)?sponsored both (.+?) and (.+?)\??$/i.exec(question.trim());
  return match ? { first: match[1], second: match[2], by: 'sponsoredBy' } : null;
}

/** isAct tells a bare reference, which leads to the act's page, from a question. */
export function isReference(words: string): boolean {
  return actParts(words) !== null || /^(?:(?:resolution|decision)\s+)?\S*\d+\/\S*\d+(?:\([IVXLC]+\))?$/i.test(words.trim()) || /^[A-Z]+\/(?:RES\/)?\S+$/.test(words.trim());
}
