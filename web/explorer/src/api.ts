// Questions to the server's GraphQL, and what the page asks for.

import { rememberTitles } from './names.ts';
import type { Statement, Thing } from './things.ts';

/** A refusal of the server, with its stable code and candidates. */
export class Refusal extends Error {
  constructor(message: string, readonly code: string, readonly candidates: string[]) {
    super(message);
  }
}

const cache = new Map<string, Promise<unknown>>();
const MOST_CACHED = 200;

/** query answers from memory what was asked before: the graph does not change under a page. */
export function query<T>(text: string, variables: Record<string, unknown> = {}): Promise<T> {
  const body = JSON.stringify({ query: text, variables });
  let answer = cache.get(body) as Promise<T> | undefined;
  if (!answer) {
    answer = send<T>(body);
    answer.catch(() => cache.delete(body));
    cache.set(body, answer);
    if (cache.size > MOST_CACHED) cache.delete(cache.keys().next().value!);
  }
  return answer;
}

async function send<T>(body: string): Promise<T> {
  const response = await fetch('/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body });
  const { data, errors } = await response.json();
  if (errors?.length) {
    const { message, extensions } = errors[0];
    throw new Refusal(message, extensions?.code ?? '', extensions?.candidates ?? []);
  }
  rememberTitles(data);
  return data as T;
}

export const NAMED = 'fragment Named on Entity { id title date url ... on Act { number kind loaded } }';
export const STATED = 'fragment Stated on Statement { statement source target value relation verb locator paragraph quote pin start end }';

export interface Page<T> { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: T[] }
export type Edge = Statement & { node: Thing | null };

/** allPages follows a connection to its end, or to a number of edges. */
export async function allPages<T>(text: string, variables: Record<string, unknown>, pick: (data: never) => Page<T> | null | undefined, most = 1000): Promise<{ edges: T[]; total: number }> {
  const edges: T[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<T> | null | undefined = pick((await query<never>(text, { ...variables, after })) as never);
    if (!page) return { edges, total: 0 };
    edges.push(...page.edges);
    if (!page.pageInfo.hasNextPage || edges.length >= most) return { edges, total: page.totalCount };
    after = page.pageInfo.endCursor;
  }
}

/** The statements of an entity that are shown at most, each way. */
export const MOST_RELATED = 1000;

/** related are all statements of an entity, from it or to it. */
export function related(id: string, way: 'relations' | 'relationsTo', types: string[] = [], most = MOST_RELATED): Promise<{ edges: Edge[]; total: number }> {
  return allPages<Edge>(
    `query($id: ID!, $after: String, $types: [RelationName!]) { node(id: $id) { ... on Entity { page: ${way}(first: 100, after: $after, types: $types) {
      totalCount pageInfo { hasNextPage endCursor } edges { ...Stated node { ...Named } } } } } } ${NAMED} ${STATED}`,
    { id, types }, (data: { node: { page: Page<Edge> } | null }) => data.node?.page, most);
}

export interface Hit { snippet: string | null; node: Thing }

/** search finds entities by the words of titles, names and paragraphs. */
export async function search(words: string, first: number, kinds: string[] = []): Promise<Hit[]> {
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const data = await query<{ search: { edges: Hit[] } }>(
    `query($words: String!, $first: Int, $kinds: [KindName!]) { search(query: $words, first: $first, kinds: $kinds) { edges { snippet node { ...Named } } } } ${NAMED}`,
    { words, first, kinds });
  return data.search.edges;
}

/** referred finds the ids that a reference may mean: one, several or none. */
export async function referred(reference: string): Promise<string[]> {
  try {
    const data = await query<{ act: Thing | null }>('query($r: String!) { act(reference: $r) { id } }', { r: reference });
    return data.act ? [data.act.id] : [];
  } catch (error) {
    if (error instanceof Refusal && error.candidates.length) return error.candidates;
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return [];
    throw error;
  }
}

/** named looks entities up by id. */
export async function named(ids: string[]): Promise<Thing[]> {
  const found: Thing[] = [];
  for (let i = 0; i < ids.length; i += 100) {
    const { nodes } = await query<{ nodes: (Thing | null)[] }>(`query($ids: [ID!]!) { nodes(ids: $ids) { id ...Named } } ${NAMED}`, { ids: ids.slice(i, i + 100) });
    found.push(...nodes.filter((n): n is Thing => n !== null));
  }
  return found;
}
