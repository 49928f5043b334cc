// Figures: the whole store in numbers, all counted by the server.

import { NAMED, query } from './api.ts';
import { type Counted, COUNTED, COUNTED_THINGS, barsOf, relationsOf, yearsOf } from './counted.ts';
import { type Cell, HeatMap } from './heatmap.tsx';
import { nameOf, relationWords } from './names.ts';
import { Loaded, useLoaded } from './parts.tsx';
import { type Bar, Ranked, YearBars } from './plots.tsx';
import { toBrowse, toRead } from './route.ts';
import { strings } from './strings.ts';
import type { Thing } from './things.ts';
import type { ViewProps } from './view_draw.tsx';

const t = strings.count;

interface Network { linkCount: number; nodes: { id: string; node: Thing }[]; links: { source: string; target: string; weight: number }[] }
interface Figures {
  acts: Counted; bodies: Counted; recalled: Counted; verbs: Counted; relations: Counted; sponsors: Counted; addressees: Counted;
  cited: { totalCount: number; nodes: (Thing & { citedBy: { totalCount: number } })[] };
  together: Network;
}

const FIGURES = `{ acts: aggregate(of: ACTS, by: [YEAR], top: 1000) { ${COUNTED} }
  bodies: aggregate(of: ACTS, by: [BODY], top: 300) { ${COUNTED} }
  recalled: aggregate(by: [TARGET], filter: { relations: [recalls], kinds: [Act] }, top: 100) { ${COUNTED_THINGS} }
  cited: acts(first: 100, orderBy: { field: TIMES_CITED, direction: DESC }) { totalCount nodes { ...Named citedBy(first: 0) { totalCount } } }
  relations: aggregate(by: [RELATION], top: 300) { ${COUNTED} }
  sponsors: aggregate(by: [SOURCE], filter: { relations: [sponsors] }, top: 100) { ${COUNTED_THINGS} }
  addressees: aggregate(of: MANDATES, by: [TARGET], top: 100) { ${COUNTED_THINGS} } } ${NAMED}`;
const MORE = `{ together: network(of: CO_SPONSORSHIP, limit: 60) { linkCount nodes { id node { ...Named } } links { source target weight } }
  verbs: aggregate(of: MANDATES, by: [RELATION, YEAR], top: 1000) { ${COUNTED} } } ${NAMED}`;

/** The verbs that the map of verbs has rows for. */
const VERBS = 15;

export function CountView({ go }: ViewProps) {
  const state = useLoaded(async () => ({ ...await query<Figures>(FIGURES), ...await query<Figures>(MORE) }), []);
  return (
    <>
      <h1>{t.title}</h1>
      <p class="quiet">{t.intro}</p>
      <Loaded state={state}>{(data) => (
        <div class="figures">
          <YearBars wide title={t.perYear} counts={t.perYearNote(data.acts.total.count)} {...yearsOf(data.acts)} href={(year) => toBrowse({ year })} go={go} />
          <Ranked title={t.bodies} counts={t.bodiesNote} bars={barsOf(data.bodies, 'count', (body) => toRead(`body/${body}`))} name={strings.browse.body} all={data.bodies.groupCount} />
          <Ranked title={t.mostCited} counts={t.mostNote} bars={citedOf(data.cited.nodes)} name={strings.columns.act} all={data.cited.totalCount} />
          <Ranked title={t.mostRecalled} counts={t.mostRecalledNote} bars={barsOf(data.recalled)} name={strings.columns.act} all={data.recalled.groupCount} />
          <Ranked title={t.addressees} counts={t.addresseesNote} bars={barsOf(data.addressees)} name={strings.columns.addressees} all={data.addressees.groupCount} />
          <Ranked title={t.sponsors} counts={t.sponsorsNote} bars={barsOf(data.sponsors, 'targets')} name={strings.columns.name} all={data.sponsors.groupCount} />
          <Ranked title={t.pairs} counts={t.pairsNote} bars={pairsOf(data.together)} name={t.together} all={data.together.linkCount} />
          <Verbs verbs={data.verbs} go={go} />
          <Ranked title={t.relations} counts={t.relationsNote} bars={relationsOf(data.relations)} name={strings.columns.relation} shown={25} all={data.relations.groupCount} />
        </div>
      )}</Loaded>
    </>
  );
}

/** Verbs maps the verbs by which acts ask by the years of these acts. */
function Verbs({ verbs, go }: { verbs: Counted; go: ViewProps['go'] }) {
  const cells = verbs.groups.map(({ count, keys: [verb, year] }): Cell => ({
    row: relationWords(verb.value ?? ''), column: year.value, count,
    href: `/?register&verb=${verb.value}${year.value ? `&given=${year.value}-01-01&givenTo=${year.value}-12-31` : ''}`,
  }));
  const totals = new Map<string, number>();
  for (const c of cells) totals.set(c.row, (totals.get(c.row) ?? 0) + c.count);
  const rows = [...totals].sort((a, b) => b[1] - a[1]).slice(0, VERBS).map(([row]) => row);
  if (!cells.length) return null;
  return <HeatMap title={t.verbs} counts={t.verbsNote} rows={rows} cells={cells} says={(c) => t.cell(c.row, c.column ?? strings.browse.undated, c.count)} go={go} rowHead={strings.register.verb} />;
}

const citedOf = (acts: Figures['cited']['nodes']): Bar[] => acts.filter((a) => a.citedBy.totalCount > 0).map((a) => ({ label: nameOf(a), title: a.title ?? undefined, value: a.citedBy.totalCount, href: toRead(a.id) }));

/** pairsOf are the links of a network as a ranking. */
function pairsOf({ nodes, links }: Network): Bar[] {
  const names = new Map(nodes.map((n) => [n.id, nameOf(n.node)]));
  return links.slice(0, 100).map((l) => ({ label: `${names.get(l.source)} · ${names.get(l.target)}`, value: l.weight, href: `/?compare=${l.source}&with=${l.target}` }));
}
