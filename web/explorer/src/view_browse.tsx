// Browse: acts by body, year, sponsor, subject; every choice says how many acts it leaves, and stands in the address.

import { NAMED, query } from './api.ts';
import { dateWords } from './dates.ts';
import { bodyName, nameOf, rememberTitles } from './names.ts';
import { Link, Loaded, useLoaded } from './parts.tsx';
import { toBrowse } from './route.ts';
import { strings } from './strings.ts';
import type { Thing } from './things.ts';
import type { ViewProps } from './view_draw.tsx';

const t = strings.browse;
const PAGE = 50;

interface FacetCount { value: string; label: string; count: number }
interface Listed extends Thing { about: string | null; citedBy: { totalCount: number } }
interface Acts { totalCount: number; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }; nodes: Listed[] }
type Browsed = { acts: Acts } & Record<string, { totalCount: number; facets: Record<string, FacetCount[]> }>;

/** A Facet is one thing to choose by: its parameter in the address, its heading and the facet of the server that counts it. */
const FACETS: [param: string, facet: string][] = [['body', 'bodies'], ['year', 'years'], ['about', 'about'], ['subject', 'subjects'], ['sponsor', 'sponsors']];
/** Choices of two, each counted by a list of its own. */
const EITHER: Record<string, string[]> = { text: ['loaded', 'cited'], kind: ['resolution', 'decision'] };
const SORTS: Record<string, string> = {
  newest: '{ field: DATE, direction: DESC }', oldest: '{ field: DATE }', cited: '{ field: TIMES_CITED, direction: DESC }', number: '{ field: NUMBER }', title: '{ field: TITLE }',
};

type Chosen = Record<string, string>;

/** Parameters that narrow the list, in the order in which they are shown as chosen. */
const NARROWING = [...FACETS.map(([p]) => p), ...Object.keys(EITHER), 'words'];

/** filterOf is the server's filter of what is chosen. */
function filterOf(chosen: Chosen): Record<string, unknown> {
  const { year } = chosen;
  return {
    body: chosen.body, subject: chosen.subject, about: chosen.about, sponsor: chosen.sponsor, title: chosen.words, kind: chosen.kind,
    loaded: chosen.text && chosen.text === 'loaded', ...(year === 'none' ? { dated: false } : year ? { since: year, until: year } : {}),
  };
}

/** load asks for a page of acts, and for each thing to choose by how many acts every choice would leave: as the others are chosen. */
function load(chosen: Chosen, params: URLSearchParams): Promise<Browsed> {
  const variables: Record<string, unknown> = { all: filterOf(chosen), after: params.get('after'), before: params.get('before') };
  const parts: string[] = [];
  const ask = (name: string, filter: Chosen, fields: string) => {
    variables[name] = filterOf(filter);
    parts.push(`${name}: acts(filter: $${name}, first: 0) { totalCount facets { ${fields} { value label count } } }`);
  };
  const without = (param: string) => Object.fromEntries(Object.entries(chosen).filter(([p]) => p !== param));
  for (const [param, facet] of FACETS) ask(`f_${param}`, without(param), facet);
  for (const [param, values] of Object.entries(EITHER)) for (const v of values) ask(`e_${param}_${v}`, { ...without(param), [param]: v }, 'kinds');
  const size = params.has('before') ? `last: ${PAGE}` : `first: ${PAGE}`;
  const declared = Object.keys(variables).filter((v) => v !== 'after' && v !== 'before').map((v) => `$${v}: ActFilter`).join(', ');
  return query<Browsed>(`query($after: String, $before: String, ${declared}) {
    acts(filter: $all, ${size}, after: $after, before: $before, orderBy: ${SORTS[params.get('sort') ?? ''] ?? SORTS.newest}) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { ...Named about citedBy(first: 0) { totalCount } } }
    ${parts.join('\n')} } ${NAMED}`, variables);
}

export function BrowseView({ params, go }: ViewProps) {
  const chosen: Chosen = Object.fromEntries(NARROWING.flatMap((p) => (params.get(p) ? [[p, params.get(p)!]] : [])));
  const kept = { ...chosen, sort: params.get('sort') };
  const state = useLoaded(() => load(chosen, params), [params.toString()]);
  return (
    <>
      <h1>{t.title}</h1>
      <div class="browse-view">
        <aside class="facets" aria-label={t.filters}>
          <form onSubmit={(e) => { e.preventDefault(); go(toBrowse({ ...kept, words: String(new FormData(e.currentTarget).get('words') ?? '').trim() })); }}>
            <label>{t.words} <input key={chosen.words} name="words" type="search" value={chosen.words ?? ''} /></label>
          </form>
          <details open={innerWidth > 960}><summary>{t.filters}</summary><Loaded state={state}>{(data) => (
            <>
              {Object.entries(EITHER).map(([param, values]) => <Choice key={param} param={param} kept={kept} list={values.map((v) => ({ value: v, label: labelOf(param, v), count: data[`e_${param}_${v}`].totalCount }))} />)}
              {FACETS.map(([param, facet]) => <Choice key={param} param={param} kept={kept} list={data[`f_${param}`].facets[facet].map((f) => (f.value ? f : { ...f, value: 'none', label: t.undated }))} />)}
            </>
          )}</Loaded></details>
        </aside>
        <section class="browse-main">
          <ul class="chosen">{Object.entries(chosen).map(([param, value]) => <li key={param}><a href={toBrowse({ ...kept, [param]: null })} aria-label={t.remove(`${headOf(param)} ${value}`)}>{headOf(param)}: {labelOf(param, value)} ✕</a></li>)}
            {Object.keys(chosen).length > 1 && <li><a href={toBrowse({ sort: kept.sort })}>{t.clear}</a></li>}</ul>
          <Loaded state={state}>{({ acts, ...facets }) => { rememberLabels(facets); return <List acts={acts} params={params} kept={kept} go={go} />; }}</Loaded>
        </section>
      </div>
    </>
  );
}

/** rememberLabels keeps what the server calls the choices, for those that stand in the address. */
function rememberLabels(facets: Record<string, { facets: Record<string, FacetCount[]> }>): void {
  for (const param of ['subject', 'sponsor']) for (const list of Object.values(facets[`f_${param}`]?.facets ?? {})) rememberTitles(list.map((f) => ({ id: f.value, title: f.label })));
}

const headOf = (param: string) => (t as unknown as Record<string, string>)[param];

/** labelOf names a chosen value. */
function labelOf(param: string, value: string): string {
  switch (param) {
    case 'body': return bodyName(value);
    case 'text': return value === 'loaded' ? t.loaded : t.cited;
    case 'kind': return strings.actKind[value] ?? value;
    case 'year': return value === 'none' ? t.undated : value;
    case 'about': case 'words': return value;
    default: return nameOf({ id: value });
  }
}

/** Choice lists values with the number of acts that each would leave; the one that holds is taken back by the same link. */
function Choice({ param, kept, list }: { param: string; kept: Record<string, string | null>; list: FacetCount[] }) {
  const current = kept[param] ?? null;
  const shown = param === 'year' ? [...list].sort((a, b) => (a.value < b.value ? 1 : -1)) : list;
  if (!shown.length) return null;
  return (
    <section aria-label={headOf(param)}>
      <h2>{headOf(param)}</h2>
      <ul class={shown.length > 7 ? 'scroll' : ''} {...(shown.length > 7 ? { tabIndex: 0, role: 'list' } : {})}>{shown.map((f) => (
        <li key={f.value}><a href={toBrowse({ ...kept, [param]: current === f.value ? null : f.value })} aria-current={current === f.value ? 'true' : undefined}><span>{f.label}</span><span class="number">{f.count.toLocaleString('en')}</span></a></li>
      ))}</ul>
    </section>
  );
}

function List({ acts, params, kept, go }: { acts: Acts; params: URLSearchParams; kept: Record<string, string | null>; go: ViewProps['go'] }) {
  const from = Number(params.get('n') ?? 0);
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = acts.pageInfo;
  return (
    <>
      <div class="list-head">
        <p class="found" role="status">{t.found(acts.totalCount)}</p>
        <label>{t.sort} <select value={kept.sort ?? 'newest'} onChange={(e) => go(toBrowse({ ...kept, sort: e.currentTarget.value }))}>{Object.entries(t.sorts).map(([v, words]) => <option key={v} value={v}>{words}</option>)}</select></label>
      </div>
      {acts.nodes.length > 0 && (
        <div class="table" role="region" aria-label={t.title} tabIndex={0}>
          <table class="acts-table cards">
            <caption class="hidden">{t.title}</caption>
            <thead><tr><th scope="col">{strings.columns.act}</th><th scope="col">{strings.columns.title}</th><th scope="col">{strings.columns.date}</th><th scope="col" class="date times">{t.timesCited}</th></tr></thead>
            <tbody>{acts.nodes.map((a) => (
              <tr key={a.id}><td><span class={a.loaded ? 'mark-loaded' : 'mark-cited'} role="img" aria-label={a.loaded ? t.loadedMark : t.cited} title={a.loaded ? t.loadedMark : t.cited} /><Link thing={a} /></td><td data-head={strings.columns.title}>{a.title ?? a.about}</td><td class="date" data-head={strings.columns.date}>{dateWords(a.date)}</td><td class="times" data-head={t.timesCited}>{a.citedBy.totalCount || ''}</td></tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <nav class="pager" aria-label={t.title}>
        {hasPreviousPage && <a href={toBrowse({ ...kept, before: startCursor, n: String(Math.max(0, from - PAGE)) })}>← {t.previous}</a>}
        {acts.nodes.length > 0 && <span>{t.page(from + 1, from + acts.nodes.length, acts.totalCount)}</span>}
        {hasNextPage && <a href={toBrowse({ ...kept, after: endCursor, n: String(from + PAGE) })}>{t.next} →</a>}
      </nav>
    </>
  );
}
