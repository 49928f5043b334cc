// What the server says of a question; it decides what answers it, the page only shows that.

import { NAMED, query } from './api.ts';
import type { Statement, Thing } from './things.ts';

export interface MandateRow {
  id: string; verb?: string | null; clause?: string | null; deadline?: string | null; condition?: string | null;
  addressees?: Thing[]; recipients?: Thing[]; act?: Thing | null; paragraph?: { id: string } | null;
}

/** A paragraph that has words of the question; matches count code points. */
export interface Passage { text: string; matches: { start: number; end: number }[]; node: Thing; whole: Thing }

/** One step of a story, or a time of which nothing is loaded. */
export interface Sentence { date: string | null; text: string; gap: boolean; quote: string | null; act: Thing | null; statements: { statement: string }[] }

/** How far an answer is all: what holds everywhere bears on no answer in particular. */
export interface Completeness { found: number; absent: number; line: string | null; lacks: { text: string; everywhere: boolean; reasons: { reason: string; count: number }[]; paragraphs: Thing[] }[]; near: { question: string | null }[] }

/** The fields of the server's type Answer, which its schema explains. */
export interface Answer {
  parse: string; text: string; readAs: string | null; sentence: string; remarks: string[]; answered: boolean; profile: boolean;
  subjects: Thing[]; rows: { cells: string[]; node: Thing | null }[]; statements: (Statement & { node?: Thing | null })[]; mandates: MandateRow[];
  comparison: { first: Thing; second: Thing; relation: string } | null;
  candidates: Thing[]; suggestions: { question: string; title: string | null; whole: boolean }[];
  named: Thing[]; entities: Thing[]; passages: Passage[]; story: { sentences: Sentence[] } | null; reading: { line: string | null };
  completeness: Completeness;
}

/** The answer to a sentence, and to each of the questions that it asks where these are several. */
export interface Whole extends Answer { parts: (Answer & { question: string })[] }

const FIELDS = `parse text readAs sentence remarks answered profile statements mandates
  subjects { ...Named } rows { cells node { ...Named } } comparison { first { ...Named } second { ...Named } relation }
  candidates { ...Named } suggestions { question title whole } named { ...Named } entities { ...Named } passages { text matches { start end } node { ...Named } whole { ...Named } }
  story { sentences { date text gap quote act { ...Named } statements { statement } } } reading { line }
  completeness { found absent line lacks { text everywhere reasons { reason count } paragraphs { ...Named } } near { question } }`;

export async function ask(question: string): Promise<Whole> {
  return (await query<{ ask: Whole }>(`query($q: String!) { ask(question: $q) { ${FIELDS} parts { question ${FIELDS} } } } ${NAMED}`, { q: question })).ask;
}

/** examples are questions to begin with. */
export async function examples(): Promise<string[]> {
  return (await query<{ examples: string[] }>('{ examples }')).examples;
}

/** offers are what the words in a search box may become. */
export async function offers(words: string): Promise<{ questions: string[]; entities: Thing[] }> {
  return (await query<{ offers: { questions: string[]; entities: Thing[] } }>(`query($w: String!) { offers(words: $w) { questions entities { ...Named } } } ${NAMED}`, { w: words })).offers;
}

/** thingsOf are the entities that an answer brings along, by id; those of the question come first. */
export function thingsOf(answer: Answer): Map<string, Thing> {
  const things = new Map<string, Thing>();
  const add = (thing?: Thing | null) => thing && things.set(thing.id, { ...things.get(thing.id), ...thing });
  answer.subjects.forEach(add);
  if (!answer.profile) answer.rows.forEach((r) => add(r.node));
  for (const s of answer.statements) add(s.node);
  for (const m of answer.mandates) [m.act, ...(m.addressees ?? []), ...(m.recipients ?? [])].forEach(add);
  return things;
}

/** statementsOfMandates draws mandates as lines from act to addressee; their ids are those of the mandates. */
export function statementsOfMandates(mandates: MandateRow[]): Statement[] {
  return mandates.flatMap((m) => (m.addressees ?? []).map((a) => ({
    statement: `${m.id} ${a.id}`, source: m.act?.id ?? m.id, target: a.id, relation: m.verb ?? 'requests', quote: m.clause,
    paragraph: m.paragraph?.id, locator: m.paragraph?.id.split('#')[1],
  })));
}
