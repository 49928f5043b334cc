// How a relation looks: the colour and stroke of its class, which the server's vocabulary says, the same in every view.

import { query } from './api.ts';

/** A class of relations, as legends name it. */
export interface RelationClass { name: string; title: string; relations: string[] }

/** The weakest class, which is also that of what the vocabulary does not know. */
const WEAKEST = 'names';

let classes: RelationClass[] = [];
const known = new Map<string, string>();

/** rememberClasses keeps the classes, the strongest first. */
export function rememberClasses(list: RelationClass[]): void {
  classes = list;
  for (const c of list) for (const r of c.relations) known.set(r, c.name);
}

/** loadClasses asks for them once. */
export async function loadClasses(): Promise<void> {
  if (!classes.length) rememberClasses((await query<{ relationClasses: RelationClass[] }>('{ relationClasses { name title relations } }')).relationClasses);
}

/** relationClasses are the classes, the strongest first; none before they are loaded. */
export const relationClasses = (): RelationClass[] => classes;

/** classOf is the name of a relation's class. */
export const classOf = (relation: string): string => known.get(relation) ?? WEAKEST;

/** strongest is the class that gives a line its look. */
export function strongest(relations: string[]): string {
  const has = new Set(relations.map(classOf));
  return classes.find((c) => has.has(c.name))?.name ?? WEAKEST;
}

/** relationClass is the class of a relation's line in the style sheet. */
export const relationClass = (relation: string): string => `r-${classOf(relation)}`;

/** kindClass is the class of an entity's mark. */
export function kindClass(kind: string): string {
  return `k-${kind.toLowerCase()}`;
}
