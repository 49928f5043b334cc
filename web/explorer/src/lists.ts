// What an overview is made of, and which of its lines are drawn.

import type { Labelled } from './things.ts';

/** Lists are the attributes of acts, and of the lines among them, which name acts by their places. */
export interface Lists {
  totalCount: number;
  ids: string[]; numbers: string[]; subjects: (string | null)[]; cited: number[]; columns: number[]; lanes: number[]; rows: number[]; dated: boolean[];
  sources: number[]; targets: number[]; weights: number[]; classes: string[]; backbone: boolean[];
  timeline: { columns: Labelled[]; lanes: Labelled[] };
}

/** Lines that are all drawn; of more than these, one for each act. */
const MOST_LINES = 12_000;

/** linesOf are the places of the lines that are drawn: all, else of each act the one to what it cites most often, else to what is cited most. */
export function linesOf({ ids, sources, targets, weights, cited }: Pick<Lists, 'ids' | 'sources' | 'targets' | 'weights' | 'cited'>): number[] {
  const all = sources.map((_, i) => i);
  if (all.length <= Math.max(MOST_LINES, ids.length)) return all;
  const best = new Map<number, number>();
  for (const i of all) {
    const b = best.get(sources[i]);
    if (b === undefined || weights[i] > weights[b] || (weights[i] === weights[b] && cited[targets[i]] > cited[targets[b]])) best.set(sources[i], i);
  }
  return [...best.values()];
}
