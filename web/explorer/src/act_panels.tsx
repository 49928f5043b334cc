// The panels of an act beside its text: contents, register, outcome and votes, drafts, its place in a series.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act, LoadedAct, Paragraph } from './act_data.ts';
import type { Edge } from './api.ts';
import { nameOf, placeWords, relationWords } from './names.ts';
import { Link, More, ProofButton, Relation } from './parts.tsx';
import { type Duty, whenWords } from './register_tables.tsx';
import { strings } from './strings.ts';
import { type Thing, locatorOf } from './things.ts';

const t = strings.read;

/** A Part of the page: its anchor, its name, and how much there is of it. */
export interface Part { id: string; name: string; count?: number }

/** Bar stays in sight while one reads: the name of the act and the ways to its parts. */
export function Bar({ act, parts }: { act: Act; parts: Part[] }) {
  const start = useRef<HTMLDivElement>(null);
  const [stuck, setStuck] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setStuck(!entry.isIntersecting && entry.boundingClientRect.top < 0));
    observer.observe(start.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <div ref={start} />
      <nav class={stuck ? 'act-bar stuck' : 'act-bar'} aria-label={t.parts}>
        {parts.map((p) => <a key={p.id} href={`#${p.id}`}>{p.name}{p.count !== undefined && <span class="number"> {p.count.toLocaleString('en')}</span>}</a>)}
        <a class="which" href="#main" tabIndex={stuck ? 0 : -1} aria-hidden={!stuck}>{nameOf(act)}</a>
      </nav>
    </>
  );
}

/** Contents leads to the paragraphs: recitals and numbers in rows, annexes and notes by their headings. */
export function Contents({ paragraphs }: { paragraphs: Paragraph[] }) {
  const part = (kind: (k: string) => boolean) => paragraphs.filter((p) => kind(p.paragraphKind ?? '') && /^[^.]*\d[^.]*$/.test(locatorOf(p.id)));
  const groups: [name: string, list: Paragraph[]][] = [
    [t.preamble, part((k) => k === 'preambular')], [t.operative, part((k) => k !== 'preambular' && k !== 'annex' && k !== 'footnote')], [t.annexes, part((k) => k === 'annex')], [t.footnotes, part((k) => k === 'footnote')],
  ];
  return (
    <nav class="contents" aria-label={t.contents}>
      <details open={innerWidth > 1200}><summary>{t.contents}</summary>
        {groups.map(([name, list]) => list.length > 0 && (
          <section key={name}><h2>{name}</h2><ol>{list.map((p) => <li key={p.id}><a href={`#${locatorOf(p.id)}`} title={(p.text ?? '').slice(0, 140)} aria-label={placeWords(locatorOf(p.id))}>{shortPlace(locatorOf(p.id))}</a></li>)}</ol></section>
        ))}
      </details>
    </nav>
  );
}

/** shortPlace is the number alone: op5, 5. */
const shortPlace = (locator: string) => locator.replace(/^(?:pp|op|an|fn)(?=\d)/, '').replace(/~.*/, '′');

/** DutyNote says beside its paragraph who is asked, by when and how often. */
export function DutyNote({ duty, onProof }: { duty: Duty; onProof: (id: string) => void }) {
  const when = duty.due.map(whenWords).join(', ') || duty.dueText;
  const also = [when && t.by(when), duty.recurrence && (strings.register.every[duty.recurrence] ?? strings.register.often), duty.reports && strings.register.report, ...duty.conditions].filter(Boolean);
  return (
    <li class="duty">
      {duty.verb && <Relation name={duty.verb} />} {duty.addressees.map((a, i) => <span key={a.id}>{i > 0 && ', '}<Link thing={a} /></span>)}
      {also.length > 0 && <> · <strong>{also.join(' · ')}</strong></>}{duty.recipients.length > 0 && <> → {duty.recipients.map((a, i) => <span key={a.id}>{i > 0 && ', '}<Link thing={a} /></span>)}</>}
      {duty.statements[0] && <> <ProofButton statement={{ statement: duty.statements[0].statement, source: duty.act?.id ?? '', target: null, relation: duty.verb ?? '', locator: locatorOf(duty.id) }} onProof={onProof} text="¶" /></>}
    </li>
  );
}

/** Panel is one part of the page under its heading. */
export function Panel({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return <section class="panel" id={id}><h2>{title}</h2>{children}</section>;
}

const VOTES: [relation: string, name: string, count: keyof Act, color: string][] = [
  ['votedFor', t.votes.for, 'votesFor', 'var(--c2)'], ['votedAgainst', t.votes.against, 'votesAgainst', 'var(--c5)'], ['abstained', t.votes.abstained, 'abstentions', 'var(--c4)'],
];

/** isDecided tells whether anything is known of how an act came about. */
export const isDecided = ({ act, into }: LoadedAct) => Boolean(act.outcome || act.procedure || act.votesFor !== null || into.some((e) => ['votedFor', 'votedAgainst', 'abstained', 'draftOf'].includes(e.relation)));

/** Outcome tells how an act came about: procedure, votes by number and by name, drafts, meeting. */
export function Outcome({ loaded: { act, into, out }, onProof }: { loaded: LoadedAct; onProof: (id: string) => void }) {
  const from = (relation: string) => into.filter((e) => e.relation === relation);
  const counts = VOTES.map(([relation, name, count, color]) => ({ name, color, edges: from(relation), count: (act[count] as number | null) ?? null })).filter((v) => v.count !== null || v.edges.length);
  const total = counts.reduce((sum, v) => sum + (v.count ?? v.edges.length), 0);
  const meetings = out.filter((e) => e.relation === 'adoptedAt');
  return (
    <>
      <p>{[act.outcome, act.procedure].filter(Boolean).join(', ')}{meetings.map((e) => <span key={e.statement}> · {e.node && <Link thing={e.node} />} <ProofButton statement={e} onProof={onProof} text="¶" /></span>)}</p>
      {total > 0 && <div class="vote-bar" aria-hidden="true">{counts.map((v) => <span key={v.name} style={{ flexGrow: v.count ?? v.edges.length, background: v.color }} />)}</div>}
      <dl class="votes">{counts.map((v) => (
        <div key={v.name}><dt><span class="swatch" style={{ background: v.color }} aria-hidden="true" /> {v.name}: {v.count ?? t.named(v.edges.length)}</dt><dd><Named edges={v.edges} onProof={onProof} /></dd></div>
      ))}</dl>
      <Edges title={t.drafts} edges={from('draftOf')} onProof={onProof} />
    </>
  );
}

/** Named lists who did something, each with its proof. */
export function Named({ edges, onProof }: { edges: Edge[]; onProof: (id: string) => void }) {
  return (
    <More list={edges} page={60}>{(part) => <>{part.map((e, i) => <span key={e.statement}>{i > 0 && ', '}{e.node && <Link thing={e.node} />} <ProofButton statement={e} onProof={onProof} text="¶" /></span>)}</>}</More>
  );
}

/** Edges lists statements in a line under a small heading. */
export function Edges({ title, edges, onProof }: { title: string; edges: Edge[]; onProof: (id: string) => void }) {
  return edges.length ? <p><strong>{title}:</strong> <Named edges={edges} onProof={onProof} /></p> : null;
}

/** Note is one statement in the margin. */
export function Note({ edge, incoming, other, onProof }: { edge: Edge; incoming: boolean; other: Thing | null; onProof: (id: string) => void }) {
  return <li>{incoming && other && <><Link thing={other} /> </>}<Relation name={edge.relation} verb={relationWords(edge.relation)} />{!incoming && other && <> <Link thing={other} /></>} <ProofButton statement={edge} onProof={onProof} text="¶" /></li>;
}
