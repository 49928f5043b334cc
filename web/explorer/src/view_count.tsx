// Count: the graph as plots that say their numbers.

import type { ComponentChildren } from 'preact';
import { NAMED, type Page, allPages, query } from './api.ts';
import { nameOf, relationWords } from './names.ts';
import { type Bar, BarTable, Columns, FEW, Grid, Rows } from './plots.tsx';
import { Loaded, useLoaded } from './parts.tsx';
import { toRead } from './route.ts';
import { strings } from './strings.ts';
import { type Thing, yearOf } from './things.ts';

const MOST_ACTS = 2000;
const MOST_LOADED = 1000;
const SHOWN = 15;
const MOST_RELATIONS = 25;
/** The most years of which each has a bar; of a longer time only those with acts have. */
const MOST_YEARS = 120;

type Counted = Thing & { citedBy: { totalCount: number }; recalledBy: { totalCount: number } };
type Spoken = Thing & { sponsoredBy: { nodes: (Thing | null)[] }; relations: { facets: { relations: { value: string; count: number }[] } } };

async function loadCounts() {
  type Cited = { acts: Page<{ node: Counted }> };
  type Loud = { acts: Page<{ node: Spoken }> };
  const [cited, loaded, { statistics }] = await Promise.all([
    allPages<{ node: Counted }>(`query($after: String) { acts(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ...Named citedBy(first: 1) { totalCount } recalledBy(first: 1) { totalCount } } } } } ${NAMED}`, {}, (d: Cited) => d.acts, MOST_ACTS),
    allPages<{ node: Spoken }>(`query($after: String) { acts(first: 40, after: $after, loaded: true) { totalCount pageInfo { hasNextPage endCursor }
      edges { node { ...Named sponsoredBy(first: 100) { nodes { ...Named } } relations(first: 1) { facets { relations { value count } } } } } } } ${NAMED}`, {}, (d: Loud) => d.acts, MOST_LOADED),
    query<{ statistics: { byRelation: { name: string; count: number }[] } }>('{ statistics { byRelation { name count } } }'),
  ]);
  return { total: cited.total, totalLoaded: loaded.total, cited: cited.edges.map((e) => e.node), loaded: loaded.edges.map((e) => e.node), byRelation: statistics.byRelation };
}

/** perYear counts acts by the year of their date; years between that have none count nought. */
export function perYear(acts: Thing[]): Bar[] {
  const counts = new Map<number, number>();
  for (const a of acts) {
    const year = yearOf(a.date);
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  // A year without acts is a gap in the plot, not left out.
  const years = last - first < MOST_YEARS ? Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i) : [...counts.keys()].sort((a, b) => a - b);
  return years.map((year) => ({ label: String(year), value: counts.get(year) ?? 0 }));
}

/** pairs counts how many acts two sponsors have in common, most first. */
export function pairs(acts: { sponsoredBy: { nodes: (Thing | null)[] } }[]): Bar[] {
  const counts = new Map<string, { value: number; names: string }>();
  for (const act of acts) {
    const who = act.sponsoredBy.nodes.filter((n): n is Thing => n !== null).sort((a, b) => (a.id < b.id ? -1 : 1));
    who.forEach((a, i) => who.slice(i + 1).forEach((b) => {
      const key = `${a.id} ${b.id}`;
      counts.set(key, { value: (counts.get(key)?.value ?? 0) + 1, names: `${nameOf(a)} · ${nameOf(b)}` });
    }));
  }
  return [...counts.values()].sort((a, b) => b.value - a.value || a.names.localeCompare(b.names, 'en')).map(({ names, value }) => ({ label: names, value }));
}

/** The one relation of acts that is no verb of theirs: at which meeting they were adopted. */
const ADOPTED = 'adoptedAt';

/** verbsByYear counts relations by the year of their act. */
export function verbsByYear(acts: Spoken[]): { verbs: string[]; years: string[]; value: (verb: string, year: string) => number } {
  const counts = new Map<string, number>();
  const [totals, years] = [new Map<string, number>(), new Set<string>()];
  for (const act of acts) {
    const year = String(yearOf(act.date) ?? strings.draw.undated);
    years.add(year);
    for (const { value, count } of act.relations.facets.relations) {
      if (value === ADOPTED) continue;
      const verb = relationWords(value);
      counts.set(`${verb} ${year}`, (counts.get(`${verb} ${year}`) ?? 0) + count);
      totals.set(verb, (totals.get(verb) ?? 0) + count);
    }
  }
  const verbs = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN).map(([verb]) => verb);
  return { verbs, years: [...years].sort(), value: (verb, year) => counts.get(`${verb} ${year}`) ?? 0 };
}

/** mostOf ranks acts by a number; those with none are left out. */
function mostOf(acts: Counted[], count: (a: Counted) => number): Bar[] {
  return acts.filter((a) => count(a) > 0).sort((a, b) => count(b) - count(a) || (a.id < b.id ? -1 : 1))
    .map((a) => ({ label: nameOf(a), value: count(a), title: a.title ?? undefined, href: toRead(a.id) }));
}

export function CountView() {
  const state = useLoaded(loadCounts, []);
  const t = strings.count;
  return (
    <>
      <h1>{t.title}</h1>
      <Loaded state={state}>{({ total, totalLoaded, cited, loaded, byRelation }) => {
        const years = perYear(cited);
        const [most, recalled] = [mostOf(cited, (a) => a.citedBy.totalCount), mostOf(cited, (a) => a.recalledBy.totalCount)];
        const together = pairs(loaded);
        const relations = byRelation.map((r) => ({ label: relationWords(r.name), value: r.count }));
        const verbs = verbsByYear(loaded);
        return (
          <>
          {total > cited.length && <p class="note">{t.cut(cited.length, total)}</p>}
          {totalLoaded > loaded.length && <p class="note">{t.cutLoaded(loaded.length, totalLoaded)}</p>}
          <div class="plots">
            <Plot title={t.perYear} note={t.perYearNote} wide={years.length > FEW}><Columns bars={years} label={t.perYear} /><BarTable bars={years} name={strings.columns.year} count={strings.columns.count} /></Plot>
            <Ranked title={t.mostRecalled} note={t.mostRecalledNote} bars={recalled} name={strings.columns.act} />
            <Ranked title={t.mostCited} note={t.mostNote} bars={most} name={strings.columns.act} />
            <Ranked title={t.pairs} note={t.pairsNote} bars={together} name={t.together} />
            <Plot title={t.verbs} note={t.verbsNote}><Grid rows={verbs.verbs} columns={verbs.years} value={verbs.value} label={t.verbs} /></Plot>
            <Ranked title={t.relations} note="" bars={relations} name={strings.columns.relation} shown={MOST_RELATIONS} />
          </div>
          </>
        );
      }}</Loaded>
    </>
  );
}

function Plot({ title, note, wide, children }: { title: string; note?: string; wide?: boolean; children: ComponentChildren }) {
  return <section class={wide ? 'plot-box wide' : 'plot-box'}><h2>{title}</h2>{note && <p class="quiet">{note}</p>}{children}</section>;
}

/** Ranked plots the first bars of a ranking; its table has them all. */
function Ranked({ title, note, bars, name, shown = SHOWN }: { title: string; note: string; bars: Bar[]; name: string; shown?: number }) {
  return <Plot title={title} note={note + strings.count.first(shown, bars.length)}><Rows bars={bars.slice(0, shown)} label={title} /><BarTable bars={bars} name={name} count={strings.columns.count} /></Plot>;
}
