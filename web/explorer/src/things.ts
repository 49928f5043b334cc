// What an id says: the kind of an entity and its place, without asking the server.

/** An entity as every query of the page asks for it (fragment Named). */
export interface Thing {
  id: string;
  title?: string | null;
  date?: string | null;
  number?: string | null;
  kind?: string | null;
  loaded?: boolean | null;
  url?: string | null;
}

/** A statement with the words that prove it. */
export interface Statement {
  statement: string;
  source: string;
  target: string | null;
  value?: string | null;
  relation: string;
  verb?: string | null;
  locator?: string | null;
  paragraph?: string | null;
  quote?: string | null;
  pin?: string | null;
  /** What the statement asks for, where it asks. */
  clause?: string | null;
  start?: number;
  end?: number;
}

/** What the columns of a drawing stand for. */
export type Axis = 'year' | 'session';

/** Where an entity stands in a drawing: cells of columns and lanes have rows. */
export interface Spot { column: number; lane: number; row: number; dated: boolean; by?: 'DATE' | 'SESSION' | 'OWNER' | 'SPOKEN_OF' | 'NONE' }

/** A column or lane as the server names it. */
export interface Labelled { key: string; label: string }

export type Kind =
  | 'Act' | 'Paragraph' | 'Mandate' | 'Session' | 'Meeting' | 'AgendaItem' | 'Recommendations' | 'Secretariat' | 'Body'
  | 'Document' | 'Treaty' | 'Article' | 'State' | 'Group' | 'Organization' | 'Person' | 'Role' | 'Instrument' | 'Subject' | 'AddresseeClass';

const PATTERNS: [RegExp, Kind][] = [
  [/\/mandate\/\d+$/, 'Mandate'],
  [/#/, 'Paragraph'],
  [/^[^/]+\/(resolution|decision)\//, 'Act'],
  [/\/draft-(resolution|decision)\//, 'Act'],
  [/^document\//, 'Document'],
  [/\/recommendations$/, 'Recommendations'],
  [/^body\/.*\/agenda\//, 'AgendaItem'],
  [/^body\/.*\/meeting\/[^/]+$/, 'Meeting'],
  [/^body\/[^/]+.*\/session\/[^/]+$/, 'Session'],
  [/^body\/[^/]+\/secretariat$/, 'Secretariat'],
  [/^body\//, 'Body'],
  [/^treaty\/.*\/article\//, 'Article'],
  [/^treaty\//, 'Treaty'],
  [/^state\//, 'State'],
  [/^group\//, 'Group'],
  [/^organization\//, 'Organization'],
  [/^person\//, 'Person'],
  [/^role\//, 'Role'],
  [/^instrument\//, 'Instrument'],
  [/^subject\//, 'Subject'],
];

/** kindOf reads the kind of an entity from its id (docs/identifiers.md). */
export function kindOf(id: string): Kind {
  return PATTERNS.find(([pattern]) => pattern.test(id))?.[1] ?? 'AddresseeClass';
}

/** actParts splits the id of an act. */
export function actParts(id: string): { body: string; kind: string; number: string } | null {
  const match = /^([^/#\s]+)\/(resolution|decision)\/([^#\s]+)$/.exec(id);
  return match ? { body: match[1], kind: match[2], number: match[3] } : null;
}

/** ownerOf is the act or document that holds a paragraph or mandate. */
export function ownerOf(id: string): string {
  return id.split('#')[0];
}

/** locatorOf is the part of a paragraph's id after '#'. */
export function locatorOf(id: string): string {
  return (id.split('#')[1] ?? '').replace(/\/mandate\/.*$/, '');
}

/** yearOf is the year of a date as printed, or null. */
export function yearOf(date?: string | null): number | null {
  const match = /^(\d{4})/.exec(date ?? '');
  return match ? Number(match[1]) : null;
}

// Statements have an entity at both ends here: text as a target gets an id of its own.
export function endOf(s: Statement): string {
  return s.target ?? `${s.statement}/literal`;
}

/** compareIds orders ids so that runs of digits count as numbers. */
export function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : a > b ? 1 : 0);
}
