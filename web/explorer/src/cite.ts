// Citations of an act or document in the styles that papers and courts ask for.

import { dateWords } from './dates.ts';
import { bodyName } from './names.ts';
import { type Thing, actParts, kindOf } from './things.ts';

/** symbolOf is the document symbol that the address of the official text ends with. */
export function symbolOf(thing: Thing): string {
  const match = /^https:\/\/docs\.un\.org\/(.+)$/.exec(thing.url ?? '');
  return match ? decodeURIComponent(match[1]) : '';
}

/** Names of bodies in full, as the UN style and OSCOLA write them. */
const OSCOLA: Record<string, [abbreviation: string, resolution: string]> = {
  ga: ['UNGA', 'Res'], sc: ['UNSC', 'Res'], ecosoc: ['ECOSOC', 'Res'], hrc: ['UNHRC', 'Res'],
};

/** unStyle follows the United Nations Editorial Manual: General Assembly resolution 76/185 of 16 December 2021, entitled ... */
export function unStyle(thing: Thing, body?: string): string {
  const act = actParts(thing.id);
  const symbol = symbolOf(thing);
  const date = dateWords(thing.date);
  if (!act) {
    return [thing.title && `“${thing.title}”`, date, symbol || (kindOf(thing.id) === 'Document' ? thing.id.slice('document/'.length) : '')].filter(Boolean).join(', ');
  }
  const head = `${body ?? bodyName(act.body)} ${act.kind} ${act.number}`;
  return [`${head}${date ? ` of ${date}` : ''}`, thing.title && `entitled “${thing.title}”`, symbol && `(${symbol})`].filter(Boolean).join(', ').replace(', (', ' (');
}

/** oscola follows OSCOLA's 2006 section on international law: UNGA Res 76/185 (16 December 2021) UN Doc A/RES/76/185. */
export function oscola(thing: Thing, body?: string): string {
  const act = actParts(thing.id);
  const symbol = symbolOf(thing);
  const date = dateWords(thing.date);
  const doc = symbol ? ` UN Doc ${symbol}` : '';
  if (!act) return `${thing.title ? `‘${thing.title}’` : ''}${date ? ` (${date})` : ''}${doc}`.trim();
  const [name, word] = OSCOLA[act.body] ?? [body ?? bodyName(act.body), 'Res'];
  const kind = act.kind === 'decision' ? 'Dec' : word;
  return `${name} ${kind} ${act.number}${thing.title ? ` ‘${thing.title}’` : ''}${date ? ` (${date})` : ''}${doc}`;
}
