// The text of a paragraph with its citations as links and its verb as printed.

import type { JSX } from 'preact';
import { nameOf, relationWords } from './names.ts';
import { toRead } from './route.ts';
import { strings } from './strings.ts';
import type { Statement } from './things.ts';

export interface Span { start: number; end: number; statements: Statement[] }

/** spansOf finds the words of statements in a text, in the order of the source; what overlaps an earlier one joins it. */
export function spansOf(text: string, statements: Statement[]): { spans: Span[]; left: Statement[] } {
  const spans: Span[] = [];
  const left: Statement[] = [];
  let from = 0;
  const ordered = [...statements].sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || (a.end ?? 0) - (b.end ?? 0));
  for (const s of ordered) {
    const same = spans.find((p) => s.quote && text.slice(p.start, p.end) === s.quote && p.statements[0].start === s.start);
    if (same) {
      same.statements.push(s);
      continue;
    }
    let at = s.quote ? text.indexOf(s.quote, from) : -1;
    if (at < 0 && s.quote) at = text.indexOf(s.quote);
    const end = at + (s.quote?.length ?? 0);
    const over = spans.find((p) => at < p.end && end > p.start);
    if (at < 0) left.push(s);
    else if (over) over.statements.push(s);
    else {
      spans.push({ start: at, end, statements: [s] });
      from = end;
    }
  }
  return { spans: spans.sort((a, b) => a.start - b.start), left };
}

const ALSO = '(?: (?:also|further|again|once again))?';
const OPENINGS = [
  `(?:Also|Further|Once again|Again) \\p{Ll}+ing`, // Also recalling
  `(?:Also|Further|\\p{Lu}\\p{Ll}+ly)${ALSO} \\p{Ll}+`, // Gravely concerned, Strongly urges
  `(?:Having|Being|Remaining)${ALSO}(?: \\p{Ll}+ly)? \\p{Ll}+`, // Having considered, Remaining deeply concerned
  `\\p{Lu}\\p{Ll}+`,
].join('|');
const VERB = new RegExp(`^(?:\\d+\\.\\s+|\\([a-z]+\\)\\s+)?(?:${OPENINGS})(?: (?:also|further|again|with (?:\\w+ )?(?:appreciation|concern|satisfaction|interest|regret)|deeply concerned|note of|upon|in mind|into account))*`, 'u');

/** verbOf is the opening of a preambular or operative paragraph, which is printed in italics. */
export function verbOf(text: string, kind: string): { before: string; verb: string } {
  if (kind !== 'preambular' && kind !== 'operative') return { before: '', verb: '' };
  const match = VERB.exec(text)?.[0] ?? '';
  const number = /^(?:\d+\.\s+|\([a-z]+\)\s+)?/.exec(match)![0];
  return { before: number, verb: match.slice(number.length) };
}

/** Prose shows a text with every citation as a link; hovering tells the relation. All statements have a target. */
export function Prose({ text, kind, statements, onProof }: { text: string; kind: string; statements: Statement[]; onProof: (id: string) => void }) {
  const { spans } = spansOf(text, statements);
  const { before, verb } = verbOf(text, kind);
  const parts: JSX.Element[] = [];
  let at = before.length + verb.length;
  if (spans.length && spans[0].start < at) at = 0;
  const opening = at > 0 ? <>{before}<em>{verb}</em></> : null;
  for (const span of spans) {
    const [s] = span.statements;
    parts.push(<>{text.slice(at, span.start)}</>);
    parts.push(
      <span class="cited" key={span.start}>
        <a href={toRead(s.target!)} title={`${relationWords(s.relation)}: ${nameOf({ id: s.target! })}`}>{text.slice(span.start, span.end)}</a>
        {span.statements.map((each) => <button key={each.statement} type="button" class="dot" onClick={() => onProof(each.statement)} aria-label={strings.showProof(`${relationWords(each.relation)} ${nameOf({ id: each.target! })}`)} title={strings.showProof(`${relationWords(each.relation)} ${nameOf({ id: each.target! })}`)} />)}
      </span>,
    );
    at = span.end;
  }
  return <>{opening}{parts}{text.slice(at)}</>;
}
