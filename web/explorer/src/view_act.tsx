// Read: an act as its house prints it, every citation a link, and in the margin what others say of each paragraph.

import { useEffect } from 'preact/hooks';
import { type Edge, MOST_RELATED, NAMED, type Page, Refusal, STATED, allPages, query, related } from './api.ts';
import { bodyName, nameOf, placeWords, relationWords } from './names.ts';
import { Link, Loaded, More, NotFound, ProofButton, Relation, useLoaded } from './parts.tsx';
import { toDraw } from './route.ts';
import { dateWords } from './dates.ts';
import { strings } from './strings.ts';
import { Cite, Take } from './take.tsx';
import { Prose, spansOf } from './text.tsx';
import { type Statement, type Thing, actParts, kindOf, locatorOf, ownerOf } from './things.ts';
import { StatementTable } from './view_draw.tsx';

export interface Paragraph { id: string; text: string | null; paragraphKind: string | null; label: string | null; heading: string | null; relationsTo?: { edges: Edge[] } }
interface Act extends Thing { body?: { id: string; name: string } | null; session?: Thing | null; document?: Thing | null; status?: string | null; symbol?: string | null; availableIn: Available[] }
interface Available { symbol: string; url: string; report: boolean }

const ACT = `query($id: ID!) { act(id: $id) { ...Named status symbol body { id name } session { ...Named } document { ...Named } availableIn { symbol url report } } } ${NAMED}`;
const PARAGRAPHS = (owner: 'act' | 'document') => `query($id: ID!, $after: String) { ${owner}(id: $id) { page: paragraphs(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { id text paragraphKind label heading relationsTo(first: 10) { edges { ...Stated node { ...Named } } } } } } } } ${NAMED} ${STATED}`;

/** paragraphsOf are the paragraphs of an act or document, in the order of the text. */
export async function paragraphsOf(owner: 'act' | 'document', id: string): Promise<Paragraph[]> {
  type Data = Record<string, { page: Page<{ node: Paragraph }> } | null>;
  const { edges } = await allPages<{ node: Paragraph }>(PARAGRAPHS(owner), { id }, (data: Data) => data[owner]?.page, 2000);
  return edges.map((e) => e.node);
}

/** passing are statements that an act's paragraphs make about the acts that they cite. */
async function passing(id: string, targets: string[]): Promise<Edge[]> {
  if (!targets.length) return [];
  const data = await query<{ nodes: ({ relations: { edges: Edge[] } } | null)[] }>(
    `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { relations(first: 20) { edges { ...Stated node { ...Named } } } } } } ${NAMED} ${STATED}`, { ids: targets.slice(0, 100) });
  return data.nodes.flatMap((n) => n?.relations.edges ?? []).filter((e) => ownerOf(e.paragraph ?? '') === id);
}

async function loadAct(id: string) {
  const none = (error: Error) => {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return { act: null };
    throw error;
  };
  const { act } = await query<{ act: Act | null }>(ACT, { id }).catch(none);
  if (!act) return null;
  const [paragraphs, out, into] = await Promise.all([paragraphsOf('act', id), related(id, 'relations'), related(id, 'relationsTo')]);
  const told = await passing(id, [...new Set(out.edges.map((e) => e.target).filter((t): t is string => t !== null && actParts(t) !== null))]);
  return { act, paragraphs, out: [...out.edges, ...told], into: into.edges, cut: into.total > into.edges.length };
}

/** marginOf is what others say of one paragraph: of itself, or of the act with that paragraph as pin. */
export function marginOf(paragraph: Paragraph, into: Edge[]): Edge[] {
  const [, number] = /^op(\d+)/.exec(locatorOf(paragraph.id)) ?? [];
  const pinned = into.filter((e) => number !== undefined && new RegExp(`\\bpara(?:graph|\\.)?s? ${number}\\b`, 'i').test(e.pin ?? ''));
  return [...(paragraph.relationsTo?.edges ?? []).filter((e) => e.relation !== 'hasMember'), ...pinned];
}

export function ActView({ id, at, onProof }: { id: string; at?: string; onProof: (id: string) => void }) {
  const state = useLoaded(() => loadAct(id), [id]);
  useEffect(() => {
    if (at && state.value) document.getElementById(at)?.scrollIntoView({ block: 'center' });
  }, [at, state.value]);
  return (
    <Loaded state={state}>{(loaded) => {
      if (!loaded) return <NotFound id={id} />;
      const { act, paragraphs, out, into, cut } = loaded;
      const byParagraph = Map.groupBy(out, (e) => e.paragraph ?? '');
      const part = (kind: (k: string) => boolean) => paragraphs.filter((p) => kind(p.paragraphKind ?? ''));
      const section = (title: string, list: Paragraph[]) => list.length > 0 && (
        <section aria-label={title}>{list.map((p) => <ParagraphRow key={p.id} paragraph={p} statements={byParagraph.get(p.id) ?? []} margin={marginOf(p, into)} marked={p.id.split('#')[1] === at} onProof={onProof} />)}</section>
      );
      const sponsors = into.filter((e) => e.relation === 'sponsors' || e.relation === 'submits');
      const cited = into.filter((e) => e.relation !== 'sponsors' && e.relation !== 'submits');
      return (
        <article class="act">
          <ActHead act={act} sponsors={sponsors} onProof={onProof} />
          {!paragraphs.length && <p class="note">{strings.read.notLoaded}</p>}
          <div class="text">
            {out.length > 0 && paragraphs.length > 0 && <p class="quiet hint">{strings.read.dots}</p>}
            {section(strings.read.preamble, part((k) => k === 'preambular'))}
            {section(strings.read.operative, part((k) => k !== 'preambular' && k !== 'annex' && k !== 'footnote'))}
            {part((k) => k === 'annex').length > 0 && <h2>{strings.read.annexes}</h2>}
            {section(strings.read.annexes, part((k) => k === 'annex'))}
            {part((k) => k === 'footnote').length > 0 && <h2>{strings.read.footnotes}</h2>}
            {section(strings.read.footnotes, part((k) => k === 'footnote'))}
          </div>
          {cited.length > 0 && (
            <section>
              <h2>{strings.read.citedBy} ({cited.length})</h2>
              {cut && <p class="note">{strings.read.cut(MOST_RELATED)}</p>}
              <StatementTable caption={strings.read.citedBy} statements={cited} thingOf={thingsOf(cited, act)} onProof={onProof} />
            </section>
          )}
        </article>
      );
    }}</Loaded>
  );
}

/** thingsOf finds the entity of an id among the far ends of statements. */
export function thingsOf(edges: Edge[], self: Thing): (id: string) => Thing {
  const known = new Map(edges.map((e) => [e.node?.id ?? '', e.node!]));
  known.set(self.id, self);
  return (id) => known.get(id) ?? { id };
}

function ActHead({ act, sponsors, onProof }: { act: Act; sponsors: Edge[]; onProof: (id: string) => void }) {
  const parts = actParts(act.id);
  const r = strings.read;
  return (
    <header class="act-head">
      <p class="house">{act.body ? <Link thing={{ id: act.body.id, title: act.body.name }} /> : parts && bodyName(parts.body)}</p>
      <h1>{nameOf(act)}</h1>
      {act.title && <p class="act-title">{act.title}</p>}
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
          <p>{sponsors.map((s, i) => <span key={s.statement}>{i > 0 && ', '}{s.node && <Link thing={s.node} />} <ProofButton statement={s} onProof={onProof} text="¶" /></span>)}</p>
        </details>
      )}
      <p class="actions"><a class="button" href={toDraw(act.id, 'backward', 3)}>{r.draw}</a> <a class="button" href={toDraw(act.id)}>{r.drawAround}</a></p>
      <Cite thing={act} body={act.body?.name} />
      <Take part={{ around: act.id, depth: 3, direction: 'backward' }} />
    </header>
  );
}

/** ParagraphRow is one paragraph with its margin. */
export function ParagraphRow({ paragraph, statements, margin, marked, onProof }: { paragraph: Paragraph; statements: Statement[]; margin: Edge[]; marked: boolean; onProof: (id: string) => void }) {
  const locator = locatorOf(paragraph.id);
  const kind = paragraph.paragraphKind ?? '';
  // A mandate is the clause itself: it has no place in the text to link from.
  const [linked, clauses] = [true, false].map((want) => statements.filter((s) => s.target && (kindOf(s.target) !== 'Mandate') === want));
  const left = [...spansOf(paragraph.text ?? '', linked).left, ...clauses];
  return (
    <div class={`para ${kind} d${Math.min(3, locator.split('.').length - 1)}${marked ? ' marked' : ''}`} id={locator}>
      <p><a class="locator" href={`/?read=${encodeURIComponent(paragraph.id)}`} aria-label={placeWords(locator)}>{locator}</a><Prose text={paragraph.text ?? ''} kind={locator.includes('.') ? '' : kind} statements={linked} onProof={onProof} /></p>
      {(margin.length > 0 || left.length > 0) && (
        <div class="margin" role="note" aria-label={`${strings.read.margin}: ${placeWords(locator)}`}>
          <More list={[...margin, ...left]} page={6}>{(part) => (
            <ul>{part.map((e) => {
              const other = 'node' in e ? (e as Edge).node : { id: e.target! };
              const incoming = margin.includes(e as Edge);
              return <li key={e.statement}>{incoming && other && <><Link thing={other} /> </>}<Relation name={e.relation} verb={relationWords(e.relation)} />{!incoming && other && kindOf(other.id) !== 'Mandate' && <> <Link thing={other} /></>} <ProofButton statement={e} onProof={onProof} text="¶" /></li>;
            })}</ul>
          )}</More>
        </div>
      )}
    </div>
  );
}
