// Counts as the server's field aggregate gives them, made into bars, years and cells.

import { nameOf, relationWords } from './names.ts';
import type { Bar, Year } from './plots.tsx';
import { toRead } from './route.ts';
import type { Thing } from './things.ts';

export interface Group { count: number; sources: number; targets: number; keys: { value: string | null; label: string; entity?: Thing | null }[] }
export interface Counted { total: { count: number; sources: number; targets: number }; groupCount: number; groups: Group[] }

/** COUNTED are the fields of an aggregate that these functions take. */
export const COUNTED = 'total { count sources targets } groupCount groups { count sources targets keys { value label } }';
/** COUNTED_THINGS are the same where what is counted by is an entity. */
export const COUNTED_THINGS = 'total { count sources targets } groupCount groups { count sources targets keys { value label entity { ...Named } } }';

type What = 'count' | 'sources' | 'targets';

/** barsOf are groups as a ranking: entities with their pages, all else by its label. */
export function barsOf(counted: Counted, what: What = 'count', href?: (value: string) => string): Bar[] {
  return counted.groups.flatMap((g) => {
    const [{ value, label, entity }] = g.keys;
    if (value === null) return [];
    return [entity
      ? { label: nameOf(entity), title: entity.title && entity.title !== nameOf(entity) ? entity.title : undefined, value: g[what], href: toRead(entity.id) }
      : { label, value: g[what], href: href?.(value) }];
  });
}

/** relationsOf are groups by relation as a ranking. */
export const relationsOf = (counted: Counted): Bar[] => counted.groups.map((g) => ({ label: relationWords(g.keys[0].value ?? ''), value: g.count }));

/** yearsOf are groups by year, and how many things have none. */
export function yearsOf(counted: Counted, what: What = 'count'): { given: Year[]; undated: number } {
  const given = counted.groups.flatMap((g) => (g.keys[0].value ? [{ year: g.keys[0].value, count: g[what] }] : []));
  return { given: given.sort((a, b) => (a.year < b.year ? -1 : 1)), undated: counted.groups.find((g) => g.keys[0].value === null)?.[what] ?? 0 };
}
