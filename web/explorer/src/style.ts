// How a relation looks: one of eight colours and one of four strokes, the same in every view.

/** Colours and strokes are classes of page.css; neither alone carries the meaning: the legend and the table name the relation. */
const KNOWN: Record<string, [colour: number, stroke: number]> = {
  recalls: [0, 0], reaffirms: [0, 1], takesNoteOf: [1, 0], endorses: [2, 0], welcomes: [2, 1], mentions: [7, 2], amends: [3, 0], approves: [2, 3],
  adopts: [3, 1], adoptedAt: [3, 2], establishes: [3, 3], sponsors: [4, 0], submits: [4, 1], alignsWith: [4, 2],
  requests: [5, 0], urges: [5, 1], invites: [5, 2], encourages: [5, 3], callsUpon: [6, 1], recommends: [6, 2], decides: [6, 0],
  speaksOn: [1, 2], considers: [1, 1], hasBefore: [1, 3], hasMember: [7, 0], draftOf: [7, 1], containedIn: [7, 3], registeredAs: [6, 3],
};

/** relationClass is the class of a relation's line. */
export function relationClass(relation: string): string {
  const [colour, stroke] = KNOWN[relation] ?? fromName(relation);
  return `c${colour} s${stroke}`;
}

function fromName(relation: string): [number, number] {
  let hash = 0;
  for (const c of relation) hash = (hash * 31 + c.charCodeAt(0)) % 997;
  return [hash % 8, Math.floor(hash / 8) % 4];
}

/** kindClass is the class of an entity's box. */
export function kindClass(kind: string): string {
  return `k-${kind.toLowerCase()}`;
}
