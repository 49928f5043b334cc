// The proof of one statement: its words in their paragraph, where that stands, and by what rule it was read.

import { useEffect, useRef, useState } from 'preact/hooks';
import { query } from './api.ts';
import { nameOf, placeWords, relationWords } from './names.ts';
import { dateWords } from './dates.ts';
import { Link, Loaded, Marked, copy, useLoaded } from './parts.tsx';
import { address, toRead } from './route.ts';
import { strings } from './strings.ts';
import { type Thing, ownerOf } from './things.ts';

interface Proven {
  statement: string; relation: string; verb: string | null; quote: string | null; start: number; end: number; rule: string | null; paragraph: string | null; locator: string | null; value: string | null;
  qualifiers: { name: string; value: string }[];
  sourceNode: Thing; targetNode: Thing | null; documentNode: (Thing & { symbol?: string }) | null;
  paragraphNode: { id: string; text?: string; heading?: string } | null;
}

const PROOF = `query($id: ID!) { statement(id: $id) { statement relation verb quote start end rule paragraph locator value qualifiers { name value }
  sourceNode { ...N } targetNode { ...N } documentNode { ...N ... on Document { symbol } } paragraphNode { id ... on Paragraph { text heading } } } }
  fragment N on Entity { id title date url ... on Act { number kind } }`;

/** Proof is a panel beside the view; Escape and the button close it and give the focus back. */
export function Proof({ id, onClose }: { id: string; onClose: () => void }) {
  const panel = useRef<HTMLElement>(null);
  const state = useLoaded(() => query<{ statement: Proven | null }>(PROOF, { id }), [id]);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    panel.current?.focus();
    return () => before?.focus?.();
  }, []);
  return (
    <aside class="proof" ref={panel} tabIndex={-1} aria-label={strings.proof.title} onKeyDown={(e) => e.key === 'Escape' && onClose()}>
      <header><h2>{strings.proof.title}</h2><button type="button" onClick={onClose}>{strings.proof.close}</button></header>
      <Loaded state={state}>{({ statement }) => (statement ? <Shown proven={statement} /> : <p class="error">{strings.notFound(id)}</p>)}</Loaded>
    </aside>
  );
}

function Shown({ proven }: { proven: Proven }) {
  const link = new URL(address({ read: proven.sourceNode.id, proof: proven.statement }), location.href).href;
  const [told, setTold] = useState('');
  const text = proven.paragraphNode?.text;
  const also = proven.qualifiers.filter((q) => q.name !== 'verb' && q.name !== 'rule');
  return (
    <>
      <p class="says"><Link thing={proven.sourceNode} /> <em>{relationWords(proven.relation)}</em> {proven.targetNode ? <Link thing={proven.targetNode} /> : proven.value}</p>
      <blockquote>{text ? <Marked text={text} words={proven.quote} /> : <mark>{proven.quote}</mark>}</blockquote>
      <dl>
        {proven.paragraph && <><dt>{strings.proof.at}</dt><dd><a href={toRead(proven.paragraph)}>{nameOf({ id: ownerOf(proven.paragraph) })}, {placeWords(proven.locator ?? '')}</a></dd></>}
        {proven.documentNode && <><dt>{strings.proof.document}</dt><dd>{proven.documentNode.symbol ?? <Link thing={proven.documentNode} />}</dd></>}
        {proven.verb && <><dt>{strings.proof.verb}</dt><dd>{proven.verb}</dd></>}
        {proven.rule && <><dt>{strings.proof.rule}</dt><dd>{proven.rule}</dd></>}
        <dt>{strings.proof.range}</dt><dd>#char={proven.start},{proven.end}</dd>
        {also.length > 0 && <><dt>{strings.proof.qualifiers}</dt><dd>{also.map((q) => <div key={q.name}>{relationWords(q.name)}: {/^\d{4}(-\d\d){0,2}$/.test(q.value) ? dateWords(q.value) : q.value}</div>)}</dd></>}
      </dl>
      <p><label class="linkbox">{strings.proof.link}<input readOnly value={link} onFocus={(e) => e.currentTarget.select()} /></label>
        <button type="button" onClick={async () => setTold((await copy(link)) ? strings.cite.copied : strings.cite.notCopied)}>{strings.proof.copyLink}</button> <span role="status">{told}</span></p>
    </>
  );
}
