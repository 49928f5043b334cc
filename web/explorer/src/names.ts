// What the page calls entities, relations and places of a text.

import { dateWords } from './dates.ts';
import { strings } from './strings.ts';
import { type Thing, actParts, kindOf, locatorOf, ownerOf } from './things.ts';

const bodies = new Map<string, string>();

/** rememberBodies keeps the forms in use of the bodies that the server knows. */
export function rememberBodies(list: { id: string; shortName: string }[]): void {
  for (const { id, shortName } of list) bodies.set(id, shortName);
}

const titles = new Map<string, string>();

/** rememberTitles keeps the titles that an answer brings, for places that know an id alone. */
export function rememberTitles(data: unknown): void {
  if (Array.isArray(data)) data.forEach(rememberTitles);
  else if (typeof data === 'object' && data !== null) {
    const { id, title } = data as { id?: unknown; title?: unknown };
    if (typeof id === 'string' && typeof title === 'string') titles.set(id, title);
    Object.values(data).forEach(rememberTitles);
  }
}

/** bodyName is the form in use of a body, by its code; the code where the server knows none, or has not said yet. */
export function bodyName(code: string): string {
  return bodies.get(`body/${code}`) ?? code.toUpperCase().replaceAll('-', ' ');
}

/** relationWords writes a relation as words: takesNoteOf, takes note of. */
export function relationWords(relation: string): string {
  return relation.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
}

/** A locator whose number occurs again in its text: 2~2. */
const AGAIN = /~(\d+)$/;

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** placeWords writes a locator as a reader would: op5.a, paragraph 5 (a); words are those of a table of strings. */
export function placeWords(locator: string, words: Omit<typeof strings.place, 'short'> = strings.place): string {
  const match = /^(pp|op|an|fn|dec)?([^.]*)((?:\.[^.]+)*)$/.exec(locator);
  if (!match) return locator;
  const [, prefix, numbered, rest] = match;
  const items = rest.split('.').slice(1).map((i) => ` (${i.replace(AGAIN, (_, n) => strings.numberedAgain(Number(n)))})`).join('');
  const number = prefix === 'fn' || prefix === 'an' ? numbered : numbered.replace(AGAIN, (_, n) => strings.numberedAgain(Number(n)));
  switch (prefix) {
    case 'pp': return words.preambular(number) + items;
    case 'an': return words.annex(ROMAN[Number(number)] ?? number) + items;
    case 'fn': return words.footnote(number.replace(/~.*/, ''));
    case 'dec': return words.decision + items;
    default: return number === 'end' || number === 'head' ? words[number] : words.operative(number) + items;
  }
}

/** nameOf is the short name of an entity. */
export function nameOf(thing: Thing): string {
  const { id } = thing;
  const title = thing.title ?? titles.get(id);
  const act = actParts(id);
  if (act) return `${bodyName(act.body)} ${strings.actKind[act.kind]} ${act.number}`;
  const parts = id.split('/');
  const last = parts[parts.length - 1];
  switch (kindOf(id)) {
    case 'Act': return strings.draft(id.slice(id.indexOf('/draft-') + 7).replace('/', ' '), nameOf({ id: id.slice(0, id.indexOf('/draft-')) }));
    case 'Paragraph': return `${shorten(nameOf({ id: ownerOf(id) }), 70)}, ${placeWords(locatorOf(id))}`;
    case 'Mandate': return `${strings.mandateOf} ${nameOf({ id: id.replace(/\/mandate\/.*$/, '') })}`;
    case 'Session': return `${placeOf(parts.slice(0, -2))}, ${strings.session(last)}`;
    case 'Meeting': return `${placeOf(parts.slice(0, -2))}, ${/^\d{4}-/.test(last) ? strings.meetingOf(dateWords(last)) : strings.meeting(last)}`;
    case 'Recommendations': return strings.recommendationsOf(nameOf({ id: id.replace(/\/recommendations$/, '') }));
    case 'AgendaItem': return title ? `${strings.agendaItem(last)}: ${title}` : strings.agendaItem(last);
    case 'Secretariat': return strings.secretariatOf(bodyName(parts[1]));
    case 'Article': return `${strings.article(last)}, ${nameOf({ id: id.replace(/\/article\/.*$/, '') })}`;
    case 'Document': return documentName(id, title);
    case 'Body': return title ?? (parts.length === 2 ? bodyName(last) : wordsOf(last));
    default: return title ?? wordsOf(last);
  }
}

/** placeOf names the body or session of an id's first parts. */
function placeOf(parts: string[]): string {
  const id = parts.join('/');
  return kindOf(id) === 'Body' && parts.length === 2 ? bodyName(parts[1]) : nameOf({ id });
}

function documentName(id: string, title?: string | null): string {
  const symbol = id.slice('document/'.length);
  if (/^[A-Z]+(\/|$)/.test(symbol)) return symbol;
  return title ?? wordsOf(symbol);
}

const ACRONYM = /\b(untoc|uncac|unfccc|unodc|cites)\b/g;

/** wordsOf makes words of a slug; one short word is an acronym: untoc, UNTOC. */
export function wordsOf(slug: string): string {
  if (/^[a-z]{2,6}$/.test(slug)) return slug.toUpperCase();
  const words = slug.replaceAll('-', ' ').replace(ACRONYM, (a) => a.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** shorten cuts a text to a number of characters, at a word where one is near. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > most * 0.6 ? cut.slice(0, space) : cut}…`;
}
