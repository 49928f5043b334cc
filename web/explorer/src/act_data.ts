// What the page of an act asks the server for.

import { type Edge, NAMED, type Page, Refusal, STATED, allPages, query, related } from './api.ts';
import type { Duty } from './register_tables.tsx';
import { type Thing, actParts, locatorOf, ownerOf } from './things.ts';

export interface Paragraph { id: string; text: string | null; paragraphKind: string | null; label: string | null; heading: string | null; relationsTo?: { edges: Edge[] } }
export interface Act extends Thing {
  body?: { id: string; name: string } | null; session?: Thing | null; document?: Thing | null; status?: string | null; symbol?: string | null; about?: string | null;
  outcome: string | null; procedure: string | null; votesFor: number | null; votesAgainst: number | null; abstentions: number | null;
  availableIn: { symbol: string; url: string; report: boolean }[];
}

/** A Life is how a body or measure began, went on and ended, by the server's reading of all acts that say so. */
export interface Life { entity: Thing; pin: string | null; until: string | null; ended: boolean; gaps: { from: string; to: string }[]; steps: Step[] }
export interface Step { relation: string; date: string | null; until: string | null; words: string; derived: boolean; act: Thing; statements: { statement: string }[] }

export const LIFE = `entity { ...Named } pin until ended gaps { from to } steps { relation date until words derived act { ...Named } statements { statement } }`;

const ACT = `query($id: ID!) { act(id: $id) { ...Named status symbol about outcome procedure votesFor votesAgainst abstentions
  body { id name } session { ...Named } document { ...Named } availableIn { symbol url report } } } ${NAMED}`;
const PARAGRAPHS = (owner: 'act' | 'document') => `query($id: ID!, $after: String) { ${owner}(id: $id) { page: paragraphs(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { id text paragraphKind label heading relationsTo(first: 10) { edges { ...Stated node { ...Named } } } } } } } } ${NAMED} ${STATED}`;
const DUTIES = `query($id: ID!, $after: String) { mandates(act: $id, first: 100, after: $after, orderBy: { field: NUMBER }) { totalCount pageInfo { hasNextPage endCursor } edges { node {
  id verb clause due dueText: deadline recurrence conditions reports act { ...Named } paragraph { id } addressees { ...Named } recipients { ...Named } statements { statement } } } } } ${NAMED}`;

/** paragraphsOf are the paragraphs of an act or document, in the order of the text. */
export async function paragraphsOf(owner: 'act' | 'document', id: string): Promise<Paragraph[]> {
  type Data = Record<string, { page: Page<{ node: Paragraph }> } | null>;
  const { edges } = await allPages<{ node: Paragraph }>(PARAGRAPHS(owner), { id }, (data: Data) => data[owner]?.page, 2000);
  return edges.map((e) => e.node);
}

/** dutiesOf are the rows that an act has in the register. */
async function dutiesOf(id: string): Promise<Duty[]> {
  const { edges } = await allPages<{ node: Duty }>(DUTIES, { id }, (data: { mandates: Page<{ node: Duty }> }) => data.mandates, 1000);
  return edges.map((e) => e.node);
}

/** passing are statements that an act's paragraphs make about the acts that they cite. */
async function passing(id: string, targets: string[]): Promise<Edge[]> {
  if (!targets.length) return [];
  const data = await query<{ nodes: ({ relations: { edges: Edge[] } } | null)[] }>(
    `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { relations(first: 20) { edges { ...Stated node { ...Named } } } } } } ${NAMED} ${STATED}`, { ids: targets.slice(0, 100) });
  return data.nodes.flatMap((n) => n?.relations.edges ?? []).filter((e) => ownerOf(e.paragraph ?? '') === id);
}

/** Relations by which an act begins, goes on with, changes or ends something. */
export const LIVING = ['establishes', 'extends', 'renews', 'amends', 'terminates', 'supersedes'];

/** The series of an act that are shown at most. */
const MOST_SERIES = 4;

/** livesOf are the lives of entities; those of one step tell nothing. */
export async function livesOf(ids: string[]): Promise<Life[]> {
  const lives = await Promise.all(ids.slice(0, MOST_SERIES).map((id) => query<{ lifecycle: Life | null }>(`query($id: ID!) { lifecycle(id: $id) { ${LIFE} } } ${NAMED}`, { id })));
  return lives.flatMap(({ lifecycle }) => (lifecycle?.steps.length ? [lifecycle] : []));
}

export interface LoadedAct { act: Act; paragraphs: Paragraph[]; out: Edge[]; into: Edge[]; duties: Duty[]; lives: Life[]; cut: boolean }

/** loadAct asks for all that the page of an act shows; null where there is no such act. */
export async function loadAct(id: string): Promise<LoadedAct | null> {
  const none = (error: Error) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return { act: null };
    throw error;
  };
  const { act } = await query<{ act: Act | null }>(ACT, { id }).catch(none);
  if (!act) return null;
  const [paragraphs, out, into, duties] = await Promise.all([paragraphsOf('act', id), related(id, 'relations'), related(id, 'relationsTo'), dutiesOf(id)]);
  const cited = out.edges.flatMap((e) => (e.target && actParts(e.target) ? [e.target] : []));
  const living = out.edges.flatMap((e) => (e.target && LIVING.includes(e.relation) && !e.target.includes('#') ? [e.target] : []));
  const [told, lives] = await Promise.all([passing(id, [...new Set(cited)]), livesOf([...new Set([...living, id])])]);
  return { act, paragraphs, out: [...out.edges, ...told], into: into.edges, duties, lives, cut: into.total > into.edges.length };
}

/** marginOf is what others say of one paragraph: of itself, or of the act with that paragraph as pin. */
export function marginOf(paragraph: Paragraph, into: Edge[]): Edge[] {
  const [, number] = /^op(\d+)/.exec(locatorOf(paragraph.id)) ?? [];
  const pinned = into.filter((e) => number !== undefined && new RegExp(`\\bpara(?:graph|\\.)?s? ${number}\\b`, 'i').test(e.pin ?? ''));
  return [...(paragraph.relationsTo?.edges ?? []).filter((e) => e.relation !== 'hasMember' && e.source !== ownerOf(paragraph.id)), ...pinned];
}
