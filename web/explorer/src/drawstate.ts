// What a drawing's address says, beside where it begins: what was opened, removed, hidden and chosen, and the years.

import { relationClasses, classOf } from './style.ts';

export interface DrawState {
  /** Relations that are hidden, and whole classes as *name. */
  hide: string[];
  /** Steps in their order: an act, an act and a family (id!states), path!a!b, common!a!b. */
  open: string[];
  gone: string[];
  pick: string[];
  years: [number, number] | null;
  /** Whether the backbone alone is shown; where the address does not say, it is where there are many lines. */
  backbone: boolean | null;
  /** How many of the steps are laid out with the first acts. */
  anew: number;
}

const YEARS = /^(\d{4})-(\d{4})$/;

/** stateIn reads an address; what says nonsense is left out. */
export function stateIn(params: URLSearchParams): DrawState {
  const list = (name: string) => [...new Set(params.getAll(name).filter(Boolean))];
  const years = YEARS.exec(params.get('years') ?? '');
  return {
    hide: (params.get('hide') ?? '').split(',').filter(Boolean), open: list('open'), gone: list('gone'), pick: list('pick').slice(0, 2),
    years: years && Number(years[1]) <= Number(years[2]) ? [Number(years[1]), Number(years[2])] : null,
    backbone: params.has('backbone') ? params.get('backbone') === '1' : null, anew: Math.max(0, Math.round(Number(params.get('anew')) || 0)),
  };
}

/** hides tells of a relation whether it, or its class, is hidden. */
export const hiderOf = (hide: string[]) => (relation: string) => hide.includes(relation) || hide.includes(`*${classOf(relation)}`);

/** toggled hides or shows one relation of a class, or a whole class (relation null). */
export function toggled(hide: string[], className: string, relation: string | null): string[] {
  const of = relationClasses().find((c) => c.name === className)?.relations ?? [];
  const whole = `*${className}`;
  const others = hide.filter((h) => h !== whole && !of.includes(h));
  if (relation === null) return hide.includes(whole) || of.some((r) => hide.includes(r)) ? others : [...others, whole];
  // One of a hidden class comes back: the others stay hidden by name.
  const hidden = new Set(hide.includes(whole) ? of : hide.filter((h) => of.includes(h)));
  if (hidden.has(relation)) hidden.delete(relation);
  else hidden.add(relation);
  return hidden.size === of.length ? [...others, whole] : [...others, ...hidden];
}
