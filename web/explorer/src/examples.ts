// Questions to begin with: those of the sample where it is loaded, else such about what is.

import { NAMED, query } from './api.ts';
import { strings } from './strings.ts';
import { type Thing, actParts } from './things.ts';

/** The act that the questions of the sample ask about. */
const SAMPLE = 'ctoc-cop/resolution/12/4';

/** examples are questions that the loaded texts answer. */
export async function examples(): Promise<string[]> {
  const { nodes: [sample], acts } = await query<{ nodes: (Thing | null)[]; acts: { nodes: Thing[] } }>(
    `query($ids: [ID!]!) { nodes(ids: $ids) { id ...Named } acts(first: 2, loaded: true) { nodes { ...Named } } } ${NAMED}`, { ids: [SAMPLE] });
  if (sample?.loaded) return strings.examples;
  const made = acts.nodes.flatMap(({ id }) => {
    const act = actParts(id);
    return act ? strings.templates.filter((t) => t.fits.includes('Act')).map((t) => t.words(`${act.kind} ${act.number}`)) : [];
  });
  return [...made.slice(0, 6), ...strings.examplesOfAll];
}
