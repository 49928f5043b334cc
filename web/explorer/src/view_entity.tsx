// Read: the page of anything that is not an act. What a page shows is a table by kind.

import { type ComponentChildren, Fragment } from 'preact';
import { type Edge, NAMED, type Hit, type Page, STATED, allPages, query, related, search } from './api.ts';
import { nameOf, relationWords, shorten } from './names.ts';
import { dateWords } from './dates.ts';
import { Link, Loaded, More, NotFound, ProofButton, useLoaded } from './parts.tsx';
import { type Answered, Portrait, loadPortrait } from './portrait.tsx';
import { type Duty, DutyTable } from './register_tables.tsx';
import { toDraw, toRead, toRegister } from './route.ts';
import { strings } from './strings.ts';
import { ThingTable } from './tables.tsx';
import { Table } from './table.tsx';
import { Cite, Take } from './take.tsx';
import { type Kind, type Thing, kindOf, ownerOf } from './things.ts';
import { type Paragraph, paragraphsOf } from './act_data.ts';
import { ActView, ParagraphRow, thingsOf } from './view_act.tsx';
import { StatementTable, type ViewProps } from './view_draw.tsx';

const s = strings.read.sections;

/** The statements that a page lists at most, each way; figures count them all. */
const MOST_SHOWN = 200;

/** Statements that a page shows first and under their own heading: relation, direction, heading. */
const FIRST: [relation: string, way: 'out' | 'in', heading: string][] = [
  ['establishes', 'in', s.established], ['sponsors', 'out', s.sponsored],
  ['speaksOn', 'out', s.spoke], ['alignsWith', 'out', s.aligned],
];

/** Lists of parts by kind: field of the kind's type, heading. */
const PARTS: Partial<Record<Kind, [field: string, heading: string][]>> = {
  Body: [['sessions', s.sessions], ['meetings', s.meetings]],
  Session: [['acts', s.acts], ['agendaItems', s.agenda], ['meetings', s.meetings]],
  Document: [['acts', s.acts]],
};

/** Kinds of whom a mandate may ask something. */
const ASKED: Kind[] = ['Body', 'Secretariat', 'Organization', 'State', 'Group', 'Role', 'Person', 'AddresseeClass'];

async function loadEntity(id: string) {
  const { node } = await query<{ node: (Thing & { properties: { name: string; value: string }[] }) | null }>(`query($id: ID!) { node(id: $id) { ...Named ... on Entity { properties { name value } } } } ${NAMED}`, { id });
  if (!node) return null;
  const kind = kindOf(id);
  const [portrait, out, into, parts, mandates] = await Promise.all([
    loadPortrait(node),
    related(id, 'relations', [], MOST_SHOWN), related(id, 'relationsTo', [], MOST_SHOWN),
    Promise.all((PARTS[kind] ?? []).map(async ([field, heading]) => ({ heading, things: await partsOf(kind, id, field) }))),
    ASKED.includes(kind) ? mandatesOf(id) : { total: 0, rows: [] },
  ]);
  const title = node.title ?? '';
  // Where no statement says what established a body, the texts that speak of that come first.
  const founded = into.edges.some((e) => e.relation === 'establishes');
  const spoken = kind === 'Body' || kind === 'Instrument' || kind === 'Organization';
  const speaking = (words: string) => (title ? search(words, 12, ['Paragraph']) : []);
  const founding = kind === 'Body' && !founded ? await speaking(`${title} ${strings.read.establish}`) : [];
  const texts = spoken ? (await speaking(title)).filter((h) => !founding.some((f) => f.node.id === h.node.id)) : [];
  const cut = out.total > out.edges.length || into.total > into.edges.length;
  return { node, portrait, out: out.edges, into: into.edges, cut, parts, mandates, founded, founding, texts };
}

async function partsOf(kind: Kind, id: string, field: string): Promise<Thing[]> {
  type Data = { one: { page: Page<{ node: Thing }> } | null };
  const root = kind.charAt(0).toLowerCase() + kind.slice(1);
  const { edges } = await allPages<{ node: Thing }>(`query($id: ID!, $after: String) { one: ${root}(id: $id) { page: ${field}(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ...Named } } } } } ${NAMED}`,
    { id }, (data: Data) => data.one?.page, 1000);
  return edges.map((e) => e.node);
}

/** mandatesOf are the newest mandates addressed to an entity; the register has all. */
async function mandatesOf(id: string): Promise<{ total: number; rows: Duty[] }> {
  const { mandates } = await query<{ mandates: { totalCount: number; nodes: Duty[] } }>(`query($id: ID!) { mandates(addressee: $id, first: 20, orderBy: { field: DATE, direction: DESC }) { totalCount
    nodes { id verb clause due dueText: deadline recurrence conditions reports act { ...Named } paragraph { id } addressees { ...Named } recipients { ...Named } statements { statement } } } } ${NAMED}`, { id });
  return { total: mandates.totalCount, rows: mandates.nodes };
}

/** ReadView leads to the page of an entity's kind; a paragraph is shown in its act or document. */
export function ReadView({ params, go, onProof }: ViewProps) {
  const id = params.get('read') ?? '';
  const owner = ownerOf(id);
  const at = id.split('#')[1]?.replace(/\/mandate\/.*$/, '');
  if (kindOf(owner) === 'Act') return <ActView id={owner} at={at} go={go} onProof={onProof} />;
  return <EntityView key={owner} id={owner} at={at} go={go} onProof={onProof} />;
}

function EntityView({ id, at, go, onProof }: { id: string; at?: string; go: ViewProps['go']; onProof: (id: string) => void }) {
  const state = useLoaded(() => loadEntity(id), [id]);
  return (
    <Loaded state={state}>{(loaded) => {
      if (!loaded) return <NotFound id={id} />;
      const { node, portrait, out, into, cut, parts, mandates, founded, founding, texts } = loaded;
      const firsts = new Set([...FIRST.map(([r, w]) => `${w} ${r}`), ...shownOf(portrait)]);
      const rest = { out: out.filter((e) => !firsts.has(`out ${e.relation}`)), in: into.filter((e) => !firsts.has(`in ${e.relation}`)) };
      const headings = [...new Set(FIRST.map(([, , h]) => h))];
      return (
        <article class="entity">
          <EntityHead node={node} acts={parts.find((p) => p.heading === s.acts)?.things ?? []} />
          <Portrait data={portrait} node={node} go={go} onProof={onProof} />
          {cut && <p class="note">{strings.read.cut(MOST_SHOWN)}</p>}
          {headings.map((h) => <Statements key={h} heading={h} edges={FIRST.filter((f) => f[2] === h).flatMap(([r, w]) => (w === 'out' ? out : into).filter((e) => e.relation === r))} self={node} onProof={onProof} />)}
          {kindOf(id) === 'Body' && !founded && <p class="note">{strings.read.notEstablished}</p>}
          {founding.length > 0 && <Texts heading={strings.read.speakOfEstablishing} hits={founding} />}
          {parts.map(({ heading, things }) => things.length > 0 && <Things key={heading} heading={heading} things={things} />)}
          {kindOf(id) === 'Treaty' && <Articles id={id} onProof={onProof} />}
          {mandates.total > 0 && <section><h2>{s.mandates} ({mandates.total})</h2><DutyTable rows={mandates.rows} onProof={onProof} />{mandates.total > mandates.rows.length && <p><a href={toRegister({ addressee: id })}>{strings.portrait.inRegister(mandates.total)}</a></p>}</section>}
          <Statements heading={strings.read.states} edges={rest.out} self={node} onProof={onProof} />
          <Statements heading={kindOf(id) === 'Treaty' ? s.citedIn : strings.read.statedOf} edges={rest.in} self={node} onProof={onProof} />
          {texts.length > 0 && <Texts heading={strings.read.texts} hits={texts} />}
          {(kindOf(id) === 'Session' || kindOf(id) === 'Document') && <Proceedings id={id} at={at} onProof={onProof} />}
        </article>
      );
    }}</Loaded>
  );
}

/** shownOf are the statements that the figures of a page have in their tables: votes, and what is asked. */
const shownOf = ({ votes, askedVerbs }: Answered) => [
  ...(votes?.length ? ['votedFor', 'votedAgainst', 'abstained'].map((r) => `out ${r}`) : []), ...(askedVerbs?.groups ?? []).map((g) => `in ${g.keys[0].value}`),
];

function EntityHead({ node, acts }: { node: Thing & { properties: { name: string; value: string }[] }; acts: Thing[] }) {
  // A session is drawn by its acts: it has no statements of its own.
  const drawn = kindOf(node.id) === 'Session' && acts.length ? acts.slice(0, 20).map((a) => a.id) : node.id;
  const shown = node.properties.filter((p) => !['kind', 'name', 'title', 'furniture', 'diagnostic', 'text', 'start', 'end', 'position', 'code'].includes(p.name));
  const facts = Map.groupBy(shown, (p) => p.name);
  const value = (v: string) => (/^[a-z-]+\/\S+$/.test(v) ? <a href={toRead(v)}>{nameOf({ id: v })}</a> : /^\d{4}-\d\d/.test(v) ? dateWords(v) : v);
  return (
    <header>
      <p class="house">{strings.kinds[kindOf(node.id)]}</p>
      <h1>{nameOf(node)}</h1>
      {node.title && node.title !== nameOf(node) && <p class="act-title">{node.title}</p>}
      <dl class="facts">{[...facts].map(([name, list]) => <div key={name}><dt>{strings.read.facts[name] ?? relationWords(name)}</dt><dd>{list.map((p, i) => <Fragment key={p.value}>{i > 0 && '; '}{value(p.value)}</Fragment>)}</dd></div>)}</dl>
      <div class="menus"><span class="actions"><a class="button" href={toDraw(drawn)}>{strings.read.drawAround}</a> {node.url && <a class="button" href={node.url} rel="noreferrer">{strings.read.official}</a>}</span>
        <Cite thing={node} />
        <Take part={{ around: node.id, depth: 1 }} />
      </div>
    </header>
  );
}

/** Texts are the paragraphs that speak of an entity, by their words. */
function Texts({ heading, hits }: { heading: string; hits: Hit[] }) {
  return (
    <section>
      <h2>{heading}</h2>
      <More list={hits} page={4}>{(part) => <ul class="hits">{part.map((h) => <li key={h.node.id}><Link thing={h.node} />{h.snippet && <p>{shorten(h.snippet, 400)}</p>}</li>)}</ul>}</More>
    </section>
  );
}

function Statements({ heading, edges, self, onProof }: { heading: string; edges: Edge[]; self: Thing; onProof: (id: string) => void }) {
  if (!edges.length) return null;
  return <section><h2>{heading} ({edges.length})</h2><StatementTable caption={heading} statements={edges} thingOf={thingsOf(edges, self)} onProof={onProof} /></section>;
}

function Things({ heading, things }: { heading: string; things: Thing[] }) {
  return <section><h2>{heading} ({things.length})</h2><ThingTable caption={heading} things={things} /></section>;
}

/** Articles of a treaty with the places that cite each. */
function Articles({ id, onProof }: { id: string; onProof: (id: string) => void }) {
  type Row = { node: Thing & { citedBy: { edges: Edge[] } } };
  const state = useLoaded(() => allPages<Row>(`query($id: ID!, $after: String) { treaty(id: $id) { page: articles(first: 40, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { ...Named citedBy(first: 100) { edges { ...Stated node { ...Named } } } } } } } } ${NAMED} ${STATED}`, { id }, (data: { treaty: { page: Page<Row> } | null }) => data.treaty?.page), [id]);
  return (
    <Loaded state={state}>{({ edges }) => (edges.length ? (
      <section><h2>{s.articles} ({edges.length})</h2>
        <Table caption={s.articles} head={[strings.columns.name, s.citedIn]}>
          {edges.map(({ node }) => <tr key={node.id}><td><Link thing={node} /></td><td>{node.citedBy.edges.map((e) => <div key={e.statement}>{e.node && <Link thing={e.node} />} <ProofButton statement={e} onProof={onProof} /></div>)}</td></tr>)}
        </Table>
      </section>
    ) : null)}</Loaded>
  );
}

/** Proceedings are the report's own paragraphs under their headings, with what they state as links. */
function Proceedings({ id, at, onProof }: { id: string; at?: string; onProof: (id: string) => void }) {
  const state = useLoaded(async () => {
    const documents = kindOf(id) === 'Document' ? [id] : await documentsOf(id);
    const lists = await Promise.all(documents.map(async (d) => ({ paragraphs: await paragraphsOf('document', d), about: await aboutOf(d) })));
    if (at) setTimeout(() => document.getElementById(at)?.scrollIntoView({ block: 'center' }), 50);
    return lists;
  }, [id, at]);
  return <Loaded state={state}>{(lists) => <>{lists.map(({ paragraphs, about }, i) => <Report key={i} paragraphs={paragraphs} about={about} at={at} onProof={onProof} />)}</>}</Loaded>;
}

/** documentsOf are the reports that print the acts of a session. */
async function documentsOf(session: string): Promise<string[]> {
  const data = await query<{ session: { acts: { nodes: { document: { id: string } | null }[] } } | null }>('query($id: ID!) { session(id: $id) { acts(first: 100) { nodes { document { id } } } } }', { id: session });
  return [...new Set((data.session?.acts.nodes ?? []).map((a) => a.document?.id).filter((d): d is string => Boolean(d)))].slice(0, 3);
}

/** aboutOf are the statements of a report, by paragraph. */
async function aboutOf(report: string): Promise<Map<string, Edge[]>> {
  type Data = { statements: Page<Edge> };
  const { edges } = await allPages<Edge>(`query($report: ID!, $after: String) { statements(filter: { document: $report }, first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { ...Stated node { ...Named } } } } ${NAMED} ${STATED}`, { report }, (data: Data) => data.statements, 5000);
  return Map.groupBy(edges, (e) => e.paragraph ?? '');
}

function Report({ paragraphs, about, at, onProof }: { paragraphs: Paragraph[]; about: Map<string, Edge[]>; at?: string; onProof: (id: string) => void }) {
  if (!paragraphs.length) return null;
  let before = '';
  const rows: ComponentChildren[] = paragraphs.map((p) => {
    const heading = p.heading ?? '';
    const fresh = heading !== before && heading ? heading.split(' > ').pop() : null;
    before = heading;
    // A speaker links to the speaker, not to the item on which he or she spoke.
    const statements = (about.get(p.id) ?? []).map((e) => (e.relation === 'speaksOn' || e.relation === 'sponsors' ? { ...e, target: e.source } : e));
    return <Fragment key={p.id}>{fresh && <h3>{fresh}</h3>}<ParagraphRow paragraph={p} statements={statements} margin={[]} marked={p.id.split('#')[1] === at} onProof={onProof} /></Fragment>;
  });
  return <section class="text"><h2>{strings.read.proceedings}</h2><p class="quiet hint">{strings.read.dots}</p>{rows}</section>;
}
