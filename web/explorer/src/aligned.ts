// Which paragraphs of two acts belong together: those that share most words, in the order of both texts.

import type { Paragraph } from './act_data.ts';

/** A Pair is a paragraph of either act, or one that only one of them has. */
export interface Pair { first: Paragraph | null; second: Paragraph | null }

/** Paragraphs that share fewer of their words than this are not the same one. */
const LEAST_ALIKE = 0.34;

const wordsOf = (p: Paragraph) => new Set((p.text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** likeness is the share of words that two paragraphs have in common, of all that they have. */
function likeness(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const w of a) if (b.has(w)) common++;
  return common / Math.max(1, a.size + b.size - common);
}

/** sort tells paragraphs that can never be the same: recitals, and what does something. */
const sort = (p: Paragraph) => (p.paragraphKind === 'preambular' || p.paragraphKind === 'annex' ? p.paragraphKind : '');

/** align pairs the paragraphs of two acts so that the pairs have as many words in common as the order of both allows. */
export function align(first: Paragraph[], second: Paragraph[]): Pair[] {
  const [a, b] = [first.map(wordsOf), second.map(wordsOf)];
  const gain = (i: number, j: number) => {
    const alike = sort(first[i]) === sort(second[j]) ? likeness(a[i], b[j]) : 0;
    return alike >= LEAST_ALIKE ? alike : -1;
  };
  const gains = first.map((_, i) => second.map((__, j) => gain(i, j)));
  const best: number[][] = Array.from({ length: first.length + 1 }, () => new Array(second.length + 1).fill(0));
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], gains[i][j] < 0 ? 0 : gains[i][j] + best[i + 1][j + 1]);
  }
  const pairs: Pair[] = [];
  for (let [i, j] = [0, 0]; i < first.length || j < second.length;) {
    if (i < first.length && j < second.length && gains[i][j] >= 0 && best[i][j] === gains[i][j] + best[i + 1][j + 1]) pairs.push({ first: first[i++], second: second[j++] });
    else if (j >= second.length || (i < first.length && best[i][j] === best[i + 1][j])) pairs.push({ first: first[i++], second: null });
    else pairs.push({ first: null, second: second[j++] });
  }
  return pairs;
}
