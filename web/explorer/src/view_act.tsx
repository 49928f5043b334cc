// Read: an act as its house prints it, every citation a link, and in the margin what others say of each paragraph.

import { useEffect } from 'preact/hooks';
import { type Act, LIVING, type LoadedAct, type Paragraph, loadAct, marginOf } from './act_data.ts';
import { Bar, Contents, DutyNote, Named, Note, Outcome, Panel, type Part, isDecided } from './act_panels.tsx';
import { type Edge, MOST_RELATED } from './api.ts';
import { dateWords } from './dates.ts';
import { Lifeline } from './lifeline.tsx';
import { bodyName, nameOf, placeWords } from './names.ts';
import { Link, Loaded, More, NotFound, useLoaded } from './parts.tsx';
import { type Duty, DutyTable } from './register_tables.tsx';
import { toDraw } from './route.ts';
import { strings } from './strings.ts';
import { Cite, Take } from './take.tsx';
import { Prose, spansOf } from './text.tsx';
import { type Statement, type Thing, actParts, kindOf, locatorOf } from './things.ts';
import { StatementTable, type ViewProps } from './view_draw.tsx';

/** What stands in panels of its own and not in the list of what later texts say. */
const ELSEWHERE = ['sponsors', 'submits', 'votedFor', 'votedAgainst', 'abstained', 'draftOf'];

export function ActView({ id, at, go, onProof }: { id: string; at?: string; go: ViewProps['go']; onProof: (id: string) => void }) {
  const state = useLoaded(() => loadAct(id), [id]);
  useEffect(() => {
    if (at && state.value) document.getElementById(at)?.scrollIntoView({ block: 'center' });
  }, [at, state.value]);
  return <Loaded state={state}>{(loaded) => (loaded ? <ActPage loaded={loaded} at={at} go={go} onProof={onProof} /> : <NotFound id={id} />)}</Loaded>;
}

function ActPage({ loaded, at, go, onProof }: { loaded: LoadedAct; at?: string; go: ViewProps['go']; onProof: (id: string) => void }) {
  const { act, paragraphs, into, duties, lives, cut } = loaded;
  const r = strings.read;
  const cited = into.filter((e) => !ELSEWHERE.includes(e.relation));
  const parts: (Part | false)[] = [
    paragraphs.length > 0 && { id: 'text', name: r.text }, duties.length > 0 && { id: 'duties', name: r.register, count: duties.length }, isDecided(loaded) && { id: 'outcome', name: r.outcome },
    lives.length > 0 && { id: 'series', name: r.series }, cited.length > 0 && { id: 'cited-by', name: r.citedByShort, count: cited.length },
  ];
  return (
    <article class="act">
      <ActHead act={act} sponsors={into.filter((e) => e.relation === 'sponsors' || e.relation === 'submits')} before={before(loaded)} onProof={onProof} />
      <Bar act={act} parts={parts.filter((p): p is Part => p !== false)} />
      <div class={paragraphs.length ? 'act-body' : ''}>
        {paragraphs.length > 0 ? <Contents paragraphs={paragraphs} /> : <p class="note">{r.notLoaded}</p>}
        <div class="act-main">
          {paragraphs.length > 0 && <Text loaded={loaded} at={at} onProof={onProof} />}
          {duties.length > 0 && <Panel id="duties" title={`${r.register} (${duties.length})`}><DutyTable act={false} rows={duties} onProof={onProof} /></Panel>}
          {isDecided(loaded) && <Panel id="outcome" title={r.outcome}><Outcome loaded={loaded} onProof={onProof} /></Panel>}
          {lives.length > 0 && <Panel id="series" title={r.series}>{lives.map((life) => <Lifeline key={life.entity.id} life={life} at={act.id} go={go} onProof={onProof} />)}</Panel>}
          {cited.length > 0 && (
            <Panel id="cited-by" title={`${r.citedBy} (${cited.length})`}>
              {cut && <p class="note">{r.cut(MOST_RELATED)}</p>}
              <StatementTable caption={r.citedBy} statements={cited} thingOf={thingsOf(cited, act)} onProof={onProof} />
            </Panel>
          )}
        </div>
      </div>
    </article>
  );
}

/** before is the act that comes before this one in a series that it goes on with. */
function before({ act, lives, out }: LoadedAct): Thing | null {
  for (const life of lives.filter((l) => out.some((e) => e.target === l.entity.id && LIVING.includes(e.relation)))) {
    const at = life.steps.findIndex((s) => s.act.id === act.id);
    const earlier = life.steps.slice(0, Math.max(0, at)).reverse().find((s) => s.act.id !== act.id && s.act.loaded);
    if (earlier) return earlier.act;
  }
  return null;
}

/** Text is the act as its house prints it; the margin has what is asked there and what others say of it. */
function Text({ loaded: { paragraphs, out, into, duties }, at, onProof }: { loaded: LoadedAct; at?: string; onProof: (id: string) => void }) {
  const r = strings.read;
  const byParagraph = Map.groupBy(out, (e) => e.paragraph ?? '');
  const asked = Map.groupBy(duties, (d) => d.paragraph?.id ?? '');
  const section = (title: string, kind: (k: string) => boolean, headed: boolean) => {
    const list = paragraphs.filter((p) => kind(p.paragraphKind ?? ''));
    return list.length > 0 && (
      <section aria-label={title}>
        {headed && <h2>{title}</h2>}
        {list.map((p) => <ParagraphRow key={p.id} paragraph={p} statements={byParagraph.get(p.id) ?? []} duties={asked.get(p.id)} margin={marginOf(p, into)} marked={p.id.split('#')[1] === at} onProof={onProof} />)}
      </section>
    );
  };
  return (
    <div class="text" id="text">
      {out.length > 0 && <p class="quiet hint">{r.dots}</p>}
      {section(r.preamble, (k) => k === 'preambular', false)}
      {section(r.operative, (k) => k !== 'preambular' && k !== 'annex' && k !== 'footnote', false)}
      {section(r.annexes, (k) => k === 'annex', true)}
      {section(r.footnotes, (k) => k === 'footnote', true)}
    </div>
  );
}

/** thingsOf finds the entity of an id among the far ends of statements. */
export function thingsOf(edges: Edge[], self: Thing): (id: string) => Thing {
  const known = new Map(edges.map((e) => [e.node?.id ?? '', e.node!]));
  known.set(self.id, self);
  return (id) => known.get(id) ?? { id };
}

function ActHead({ act, sponsors, before, onProof }: { act: Act; sponsors: Edge[]; before: Thing | null; onProof: (id: string) => void }) {
  const parts = actParts(act.id);
  const r = strings.read;
  return (
    <header class="act-head">
      <p class="house">{act.body ? <Link thing={{ id: act.body.id, title: act.body.name }} /> : parts && bodyName(parts.body)}</p>
      <h1>{nameOf(act)}</h1>
      {(act.title ?? act.about) && <p class="act-title">{act.title ?? act.about}</p>}
      <p class="facts">
        {act.date && <span>{act.loaded ? r.adopted(dateWords(act.date)) : r.cited(dateWords(act.date))}</span>}
        {act.session && <span><Link thing={act.session} /></span>}
        {act.url && <span><a href={act.url} rel="noreferrer">{r.official}</a></span>}
        {act.document && <span>{r.document} <Link thing={act.document} /></span>}
      </p>
      {act.availableIn.length > 0 && (
        <p class="quiet">{r.available} {act.availableIn.map((d, i) => <span key={d.symbol}>{i > 0 && ', '}<a href={d.url} rel="noreferrer">{d.symbol}</a></span>)}.{' '}
          {r.fetchIt} <code>mandategraph fetch --load '{act.availableIn[0]!.symbol}'</code></p>
      )}
      {sponsors.length > 0 && (
        <details class="sponsors"><summary>{r.sponsors}: {sponsors.length}</summary>
          <p><Named edges={sponsors} onProof={onProof} /></p>
        </details>
      )}
      <div class="menus"><span class="actions"><a class="button" href={toDraw(act.id, 'backward', 3)}>{r.draw}</a> <a class="button" href={toDraw(act.id, 'forward')}>{r.drawForward}</a> <a class="button" href={toDraw(act.id)}>{r.drawAround}</a>{' '}
        {act.loaded && <a class="button" href={before ? `/?compare=${before.id}&with=${act.id}&by=words` : `/?compare=${act.id}`}>{before ? r.compareBefore(nameOf(before)) : r.compare}</a>}</span>
        <Cite thing={act} body={act.body?.name} />
        <Take part={{ around: act.id, depth: 3, direction: 'backward' }} />
      </div>
    </header>
  );
}

/** ParagraphRow is one paragraph with its margin. */
export function ParagraphRow({ paragraph, statements, duties = [], margin, marked, onProof }: { paragraph: Paragraph; statements: Statement[]; duties?: Duty[]; margin: Edge[]; marked: boolean; onProof: (id: string) => void }) {
  const locator = locatorOf(paragraph.id);
  const kind = paragraph.paragraphKind ?? '';
  // A mandate is the clause itself: it has no place in the text to link from.
  // Nor has a verb that asks nobody: what it is said of is its own paragraph.
  const inText = (s: Statement) => kindOf(s.target!) !== 'Mandate' && s.target !== paragraph.id;
  const [linked, clauses] = [true, false].map((want) => statements.filter((s) => s.target && inText(s) === want));
  const shown = new Set(duties.flatMap((d) => d.statements.map((s) => s.statement)));
  const left = [...spansOf(paragraph.text ?? '', linked).left, ...clauses].filter((s) => !shown.has(s.statement));
  return (
    <div class={`para ${kind} d${Math.min(3, locator.split('.').length - 1)}${marked ? ' marked' : ''}`} id={locator}>
      <p><a class="locator" href={`/?read=${encodeURIComponent(paragraph.id)}`} aria-label={placeWords(locator)}>{locator}</a><Prose text={paragraph.text ?? ''} kind={locator.includes('.') ? '' : kind} statements={linked} onProof={onProof} /></p>
      {(margin.length > 0 || left.length > 0 || duties.length > 0) && (
        <div class="margin" role="note" aria-label={`${strings.read.margin}: ${placeWords(locator)}`}>
          {duties.length > 0 && <ul>{duties.map((d) => <DutyNote key={d.id} duty={d} onProof={onProof} />)}</ul>}
          <More list={[...margin, ...left]} page={6}>{(part) => (
            <ul>{part.map((e) => {
              const other = 'node' in e ? (e as Edge).node : { id: e.target! };
              return <Note key={e.statement} edge={e as Edge} incoming={margin.includes(e as Edge)} other={other && (kindOf(other.id) === 'Mandate' || other.id === paragraph.id) ? null : other} onProof={onProof} />;
            })}</ul>
          )}</More>
        </div>
      )}
    </div>
  );
}
