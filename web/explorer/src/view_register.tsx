// The register: who must do what by when, and what goes on until when. Filters, order and page stand in the address.

import type { ComponentChildren } from 'preact';
import { NAMED, query } from './api.ts';
import { after, today } from './dates.ts';
import { nameOf, relationWords } from './names.ts';
import { Loaded, useLoaded } from './parts.tsx';
import { toRegister } from './route.ts';
import { strings } from './strings.ts';
import { type Ending, DutyTable, EndingTable, type Duty } from './register_tables.tsx';
import { MonthStrip } from './strip.tsx';
import type { ViewProps } from './view_draw.tsx';

const t = strings.register;
const PAGE = 50;

interface FacetCount { value: string; label: string; count: number }
interface PageInfo { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
interface Duties { list: { totalCount: number; pageInfo: PageInfo; nodes: Duty[]; facets: Record<string, FacetCount[]> } }
interface Endings { list: { totalCount: number; pageInfo: PageInfo; edges: Ending[]; facets: Record<string, FacetCount[]> }; bodies: { groups: { count: number; keys: { value: string | null; label: string }[] }[] } }

const flag = (value: string | null) => (value === 'yes' ? true : value === 'no' ? false : undefined);

/** until is the last day that is asked for: given, or a period after the first. */
function until(params: URLSearchParams): string | undefined {
  const [from, within] = [params.get('from'), params.get('within')];
  return params.get('to') ?? (within ? after(from ?? today(), within) : undefined);
}

/** from is the first day that is asked for; a period begins today where none is given. */
const since = (params: URLSearchParams) => params.get('from') ?? (params.get('within') ? today() : undefined);

/** mandateFilter is the server's MandateFilter of an address; the files of the register take the same. */
function mandateFilter(params: URLSearchParams): Record<string, unknown> {
  const get = (name: string) => params.get(name) ?? undefined;
  return {
    body: get('body'), addressee: get('addressee'), recipient: get('recipient'), relation: get('verb'), words: get('words'), condition: get('condition'),
    since: get('given'), until: get('givenTo'), dueSince: since(params), dueUntil: until(params), reports: flag(params.get('reports')), recurring: flag(params.get('recurring')), withDeadline: flag(params.get('deadline')),
  };
}

/** endingFilter is the server's StatementFilter of an address: statements that say until when something goes on. */
function endingFilter(params: URLSearchParams): Record<string, unknown> {
  const [body, words, verb] = ['body', 'words', 'verb'].map((n) => params.get(n) ?? undefined);
  return { endsSince: since(params) ?? '1900', endsUntil: until(params), quote: words, relations: verb && [verb], source: body && { body } };
}

const PAGED = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const SORTS: Record<string, string> = { due: '{ field: DUE }', act: '{ field: NUMBER }', date: '{ field: DATE, direction: DESC }' };
const FACETS = 'bodies { value label count } relations { value label count }';

/** sortOf is the order that was chosen, else the newest first, or by when where days are asked for. */
function sortOf(params: URLSearchParams): string {
  const sort = params.get('sort') ?? '';
  return sort in SORTS ? sort : since(params) || until(params) ? 'due' : 'date';
}

function size(params: URLSearchParams): string {
  return params.has('before') ? `last: ${PAGE}, before: ${JSON.stringify(params.get('before'))}` : `first: ${PAGE}${params.has('after') ? `, after: ${JSON.stringify(params.get('after'))}` : ''}`;
}

function loadDuties(params: URLSearchParams): Promise<Duties> {
  return query<Duties>(`query($filter: MandateFilter) { list: mandates(filter: $filter, ${size(params)}, orderBy: ${SORTS[sortOf(params)]}) { ${PAGED}
    nodes { id verb clause due dueText: deadline recurrence conditions reports act { ...Named } paragraph { id } addressees { ...Named } recipients { ...Named } statements { statement } }
    facets { ${FACETS} addressees { value label count } recipients { value label count } conditions { value label count } due { value label count } } } } ${NAMED}`, { filter: mandateFilter(params) });
}

function loadEndings(params: URLSearchParams): Promise<Endings> {
  const filter = endingFilter(params);
  return query<Endings>(`query($filter: StatementFilter, $any: StatementFilter) { list: statements(filter: $filter, ${size(params)}, orderBy: { field: ENDS }) { ${PAGED}
    edges { statement source relation verb until quote paragraph locator sourceNode { ...Named } node { ...Named } } facets { ${FACETS} ends { value label count } } }
    bodies: aggregate(by: [BODY], filter: $any, top: 100) { groups { count keys { value label } } } } ${NAMED}`, { filter, any: { ...filter, source: undefined } });
}

export function RegisterView({ params, go, onProof }: ViewProps) {
  const ends = params.get('show') === 'ends';
  const kept = Object.fromEntries([...params].filter(([name]) => !['register', 'proof', 'after', 'before', 'n'].includes(name)));
  const change = (name: string, value: string | null) => go(toRegister({ ...kept, [name]: value }));
  const key = [...params].filter(([n]) => n !== 'proof').join();
  const duties = useLoaded(() => (ends ? Promise.resolve(null) : loadDuties(params)), [key]);
  const endings = useLoaded(() => (ends ? loadEndings(params) : Promise.resolve(null)), [key]);
  return (
    <>
      <h1>{ends ? t.titleEnds : t.title}</h1>
      <p class="quiet">{t.intro}</p>
      <nav class="tabs" aria-label={t.show}>{[['', t.asked], ['ends', t.ends]].map(([value, words]) => <a key={value} href={toRegister({ ...dates(kept), show: value })} aria-current={(value === 'ends') === ends ? 'page' : undefined}>{words}</a>)}</nav>
      {ends
        ? <Loaded state={endings}>{(data) => data && <Ends data={data} params={params} kept={kept} change={change} go={go} onProof={onProof} />}</Loaded>
        : <Loaded state={duties}>{(data) => data && <Asked data={data} params={params} kept={kept} change={change} go={go} onProof={onProof} />}</Loaded>}
    </>
  );
}

/** dates are the parameters that both halves of the register share. */
const dates = (kept: Record<string, string>) => Object.fromEntries(['from', 'to', 'within', 'body', 'words'].flatMap((n) => (kept[n] ? [[n, kept[n]]] : [])));

interface HalfProps<T> { data: T; params: URLSearchParams; kept: Record<string, string>; change: (name: string, value: string | null) => void; go: ViewProps['go']; onProof: (id: string) => void }

function Asked({ data: { list }, params, kept, change, go, onProof }: HalfProps<Duties>) {
  const { facets } = list;
  const filter = JSON.stringify(mandateFilter(params));
  const file = (format: string) => `/export?${new URLSearchParams({ format, kind: 'Mandate', filter })}`;
  return (
    <div class="register-view">
      <Filters label={t.asked}>
        <Words params={params} change={change} />
        <Pick name="body" head={t.body} list={facets.bodies} {...{ params, change }} />
        <Pick name="addressee" head={t.addressee} list={facets.addressees} {...{ params, change }} />
        <Pick name="recipient" head={t.recipient} list={facets.recipients} {...{ params, change }} />
        <Pick name="verb" head={t.verb} list={facets.relations} {...{ params, change }} />
        <Days from={t.due} to={t.dueTo} {...{ params, change }} />
        <Fixed name="deadline" head={t.deadline} values={t.deadlines} {...{ params, change }} />
        <Fixed name="recurring" head={t.recurring} values={t.yesNo} {...{ params, change }} />
        <Fixed name="reports" head={t.reports} values={t.yesNo} {...{ params, change }} />
        <Pick name="condition" head={t.condition} list={facets.conditions} {...{ params, change }} />
        <Day name="given" head={t.given} {...{ params, change }} /><Day name="givenTo" head={t.givenTo} {...{ params, change }} />
      </Filters>
      <section class="register-main">
        <MonthStrip title={t.dueStrip} counts={t.dueCounts} months={facets.due} onPick={(from, to) => go(toRegister({ ...kept, from, to, within: null }))} />
        <div class="list-head"><p class="found" role="status">{t.found(list.totalCount)}</p>
          <label>{strings.browse.sort} <select value={sortOf(params)} onChange={(e) => change('sort', e.currentTarget.value)}>{Object.entries(t.sorts).map(([v, words]) => <option key={v} value={v}>{words}</option>)}</select></label>
          <span class="files"><a class="button" href={file('csv-mandates')} download="register.csv">{t.csv}</a> <a class="button" href={file('xlsx-mandates')} download="register.xlsx">{t.xlsx}</a></span></div>
        {list.nodes.length ? <DutyTable rows={list.nodes} onProof={onProof} /> : <Nothing kept={kept} />}
        <Pager page={list.pageInfo} shown={list.nodes.length} total={list.totalCount} params={params} kept={kept} />
      </section>
    </div>
  );
}

function Ends({ data: { list, bodies }, params, kept, change, go, onProof }: HalfProps<Endings>) {
  const given = bodies.groups.flatMap(({ count, keys: [k] }) => (k.value ? [{ value: k.value, label: k.label, count }] : []));
  const file = `/export?${new URLSearchParams({ format: 'csv', filter: JSON.stringify(endingFilter(params)) })}`;
  return (
    <div class="register-view">
      <Filters label={t.ends}>
        <Words params={params} change={change} />
        <Days from={t.endsFrom} to={t.endsTo} {...{ params, change }} />
        <Pick name="body" head={t.body} list={given} {...{ params, change }} />
        <Pick name="verb" head={t.verb} list={list.facets.relations} {...{ params, change }} />
      </Filters>
      <section class="register-main">
        <MonthStrip title={t.endStrip} counts={t.endCounts} months={list.facets.ends} onPick={(from, to) => go(toRegister({ ...kept, from, to, within: null }))} />
        <div class="list-head"><p class="found" role="status">{t.foundEnds(list.totalCount)}</p><span class="files"><a class="button" href={file} download="ends.csv">{t.csv}</a></span></div>
        {list.edges.length ? <EndingTable rows={list.edges} onProof={onProof} /> : <Nothing kept={kept} />}
        <Pager page={list.pageInfo} shown={list.edges.length} total={list.totalCount} params={params} kept={kept} />
      </section>
    </div>
  );
}

/** Nothing stands where no row fits, with the way back to all days. */
function Nothing({ kept }: { kept: Record<string, string> }) {
  const days = kept.from || kept.to || kept.within;
  return <p>{t.none2} {days && <a href={toRegister({ ...kept, from: null, to: null, within: null })}>{t.anyDay}</a>}</p>;
}

/** Filters stand beside the table, on a phone folded above it. */
function Filters({ label, children }: { label: string; children: ComponentChildren }) {
  return <form class="filters" aria-label={label} onSubmit={(e) => e.preventDefault()}><details open={innerWidth > 960}><summary>{strings.browse.filters}</summary><div>{children}</div></details></form>;
}

interface FieldProps { params: URLSearchParams; change: (name: string, value: string | null) => void }

function Words({ params, change }: FieldProps) {
  return <label>{t.words}<input type="search" value={params.get('words') ?? ''} onChange={(e) => change('words', e.currentTarget.value.trim())} /></label>;
}

/** Pick offers the values that occur, with how often; the one that holds is offered even where nothing else fits. */
function Pick({ name, head, list, params, change }: FieldProps & { name: string; head: string; list: FacetCount[] }) {
  const value = params.get(name) ?? '';
  const words = (f: FacetCount) => (name === 'verb' ? relationWords(f.value) : f.label);
  const shown = list.filter((f) => f.value);
  return (
    <label>{head}<select value={value} onChange={(e) => change(name, e.currentTarget.value)}>
      <option value="">{t.any}</option>
      {value && !shown.some((f) => f.value === value) && <option value={value}>{name === 'verb' ? relationWords(value) : nameOf({ id: value })}</option>}
      {shown.map((f) => <option key={f.value} value={f.value}>{`${words(f)} (${f.count})`}</option>)}
    </select></label>
  );
}

function Fixed({ name, head, values, params, change }: FieldProps & { name: string; head: string; values: Record<string, string> }) {
  return <label>{head}<select value={params.get(name) ?? ''} onChange={(e) => change(name, e.currentTarget.value)}>{Object.entries(values).map(([v, words]) => <option key={v} value={v}>{words}</option>)}</select></label>;
}

function Day({ name, head, params, change }: FieldProps & { name: string; head: string }) {
  return <label>{head}<input type="date" value={params.get(name) ?? ''} onChange={(e) => change(name, e.currentTarget.value)} /></label>;
}

/** Days are a first day and a last one, or how far the last lies after the first. */
function Days({ from, to, params, change }: FieldProps & { from: string; to: string }) {
  return <><Day name="from" head={from} {...{ params, change }} /><Fixed name="within" head={t.within} values={t.withins} {...{ params, change }} /><Day name="to" head={to} {...{ params, change }} /></>;
}

function Pager({ page, shown, total, params, kept }: { page: PageInfo; shown: number; total: number; params: URLSearchParams; kept: Record<string, string> }) {
  const n = Number(params.get('n') ?? 0);
  return (
    <nav class="pager" aria-label={t.title}>
      {page.hasPreviousPage && <a href={toRegister({ ...kept, before: page.startCursor, n: String(Math.max(0, n - PAGE)) })}>← {strings.browse.previous}</a>}
      {shown > 0 && <span>{strings.browse.page(n + 1, n + shown, total)}</span>}
      {page.hasNextPage && <a href={toRegister({ ...kept, after: page.endCursor, n: String(n + PAGE) })}>{strings.browse.next} →</a>}
    </nav>
  );
}
