// What is told of a mark or a line of a drawing while the pointer or the focus is on it.

import type { JSX } from 'preact';
import { useImperativeHandle, useState } from 'preact/hooks';
import type { Ref } from 'preact';
import type { Line, Node } from './model.ts';
import { dateWords } from './dates.ts';
import { nameOf, placeWords, relationWords, shorten } from './names.ts';
import { strings } from './strings.ts';

/** Where a tip stands in the pane, and what it says. */
export interface Told { x: number; y: number; text: JSX.Element }

/** TipHost shows one tip at a time; setting it draws nothing else anew. */
export function TipHost({ handle }: { handle: Ref<(tip: Told | null) => void> }) {
  const [tip, setTip] = useState<Told | null>(null);
  useImperativeHandle(handle, () => setTip, []);
  if (!tip) return null;
  return <div class="tip" role="tooltip" style={{ left: `${Math.max(0, tip.x)}px`, top: `${tip.y}px` }}>{tip.text}</div>;
}

const byFrequency = (relations: string[]) => {
  const counts = new Map<string, number>();
  for (const r of relations) counts.set(r, (counts.get(r) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name, n]) => (n > 1 ? `${relationWords(name)} (${n})` : relationWords(name))).join(', ');
};

export function LineTip({ line, name }: { line: Line; name: (id: string) => string }) {
  return (
    <>
      <strong>{shorten(name(line.source), 60)} {byFrequency(line.statements.map((s) => s.relation))} {shorten(name(line.target), 60)}</strong>
      {line.statements.slice(0, 3).map((s) => <p key={s.statement}>{s.quote ? `“${shorten(s.quote, 220)}” ` : ''}{s.locator ? `(${placeWords(s.locator)})` : ''}</p>)}
      {line.statements.length > 3 && <p>{strings.read.countOf(line.statements.length)}</p>}
    </>
  );
}

/** Quote is the words of a line between two nodes. */
function Quote({ line, name }: { line: Line; name: (id: string) => string }) {
  const s = line.statements.find((each) => each.quote) ?? line.statements[0];
  return <p>{shorten(name(s.source), 40)} {relationWords(s.relation)}{s.target ? ` ${shorten(name(s.target), 40)}` : ''}{s.quote ? `: “${shorten(s.quote, 160)}”` : ''}</p>;
}

/** NodeTip tells title, date and counts, and quotes the line that leads here from what is chosen, else its strongest one. */
export function NodeTip({ node, line, name }: { node: Node; line?: Line; name: (id: string) => string }) {
  if (node.fold) return <strong>{labelOf(node)}</strong>;
  const { thing, told, at } = node;
  const title = nameOf(thing);
  const matter = thing.title ?? told.subject;
  return (
    <>
      <strong>{title}</strong>
      {matter && matter !== title && <p>{shorten(matter, 200)}</p>}
      <p>{[dateWords(thing.date), at.by && at.by !== 'DATE' ? strings.draw.ground[at.by] : '', told.cited ? strings.draw.cited(told.cited) : ''].filter(Boolean).join(' · ')}</p>
      {line && <Quote line={line} name={name} />}
    </>
  );
}

export function labelOf(n: Node): string {
  if (n.fold) return strings.draw.foldedLabel(n.fold.members.length, relationWords(n.fold.relation), nameOf({ id: n.fold.of }));
  return [nameOf(n.thing), n.told.subject && n.told.subject !== nameOf(n.thing) ? shorten(n.told.subject, 60) : '', n.thing.date, n.told.cited ? strings.draw.cited(n.told.cited) : ''].filter(Boolean).join(', ');
}
