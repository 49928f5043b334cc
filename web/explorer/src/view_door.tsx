// The door: what the store holds at a glance, and ways in. Every number is the server's, over the whole store.

import { useMemo, useState } from 'preact/hooks';
import { examples } from './answer.ts';
import { NAMED, query } from './api.ts';
import { AskBox } from './askbox.tsx';
import { dateWords, today } from './dates.ts';
import { Figure } from './figure.tsx';
import { type Cell, HeatMap } from './heatmap.tsx';
import { nameOf } from './names.ts';
import { Link, Loaded, useLoaded } from './parts.tsx';
import { toAsk, toBrowse, toRead, toRegister } from './route.ts';
import { strings } from './strings.ts';
import type { Thing } from './things.ts';
import type { ViewProps } from './view_draw.tsx';

const t = strings.door;

interface Group { count: number; keys: { value: string | null; label: string }[] }
interface FacetCount { value: string; label: string; count: number }
interface DoorData {
  statistics: { documents: number; statements: number; byKind: { name: string; count: number }[] };
  loadedActs: { totalCount: number };
  map: { total: { count: number }; groups: Group[] };
  bodies: { groupCount: number; groups: Group[] };
  cited: { nodes: (Thing & { citedBy: { totalCount: number } })[] };
  newest: { nodes: Thing[] };
  acts: { facets: { about: FacetCount[]; subjects: FacetCount[] } };
}

const DOOR = `{ statistics { documents statements byKind { name count } }
  loadedActs: acts(loaded: true, first: 0) { totalCount }
  map: aggregate(of: ACTS, by: [BODY, YEAR], top: 1000) { total { count } groups { count keys { value label } } }
  bodies: aggregate(of: ACTS, by: [BODY], top: 200) { groupCount groups { count keys { value label } } }
  cited: acts(first: 8, orderBy: { field: TIMES_CITED, direction: DESC }) { nodes { ...Named about citedBy(first: 0) { totalCount } } }
  newest: acts(first: 8, loaded: true, orderBy: { field: DATE, direction: DESC }) { nodes { ...Named about } }
  acts(first: 0) { facets { about { value label count } subjects { value label count } } } } ${NAMED}`;

/** The bodies that the map has rows for, the others are in its table; the chips of a list. */
const [ROWS, CHIPS] = [14, 18];

export function DoorView({ go, params }: ViewProps) {
  const state = useLoaded(() => Promise.all([query<DoorData>(DOOR), examples()]), []);
  return (
    <div class="door">
      <header class="welcome">
        <h1>{strings.product}</h1>
        <p class="tagline">{strings.tagline}</p>
        <AskBox autofocus go={go} />
      </header>
      <Loaded state={state}>{([data, questions]) => (
        <>
          {questions.length > 0 && <p class="begin"><span>{t.begin}</span> {questions.slice(0, 5).map((q) => <a key={q} href={toAsk(q)}>{q}</a>)}</p>}
          <Glance data={data} />
          <BodyMap data={data} go={go} />
          <div class="figures">
            <ActList title={t.cited} counts={t.citedCounts} acts={data.cited.nodes} number={(a) => a.citedBy.totalCount} more={toBrowse({ sort: 'cited' })} />
            <ActList title={t.newest} counts={t.newestCounts} acts={data.newest.nodes} number={(a) => dateWords(a.date)} more={toBrowse({ text: 'loaded' })} />
            <Next day={params.get('day') ?? today()} go={go} />
            <Chips title={t.topics} counts={t.topicsCounts} list={data.acts.facets.about} href={(f) => toBrowse({ about: f.value })} />
            <Chips title={t.subjects} counts={t.subjectsCounts} list={data.acts.facets.subjects} href={(f) => toRead(f.value)} />
          </div>
        </>
      )}</Loaded>
    </div>
  );
}

/** Glance tells the size of the store, each number with what it counts and a way to it. */
function Glance({ data: { statistics, loadedActs } }: { data: DoorData }) {
  const kinds = new Map(statistics.byKind.map((k) => [k.name, k.count]));
  const rows: [name: string, count: number, href?: string][] = [
    ['documents', statistics.documents], ['loadedActs', loadedActs.totalCount, toBrowse({ text: 'loaded' })], ['acts', kinds.get('Act') ?? 0, toBrowse({})],
    ['statements', statistics.statements, '/?count'], ['Mandate', kinds.get('Mandate') ?? 0, toRegister({})], ['Body', kinds.get('Body') ?? 0], ['State', kinds.get('State') ?? 0],
  ];
  return (
    <section aria-label={t.holds}><dl class="glance">{rows.map(([name, count, href]) => {
      const number = count.toLocaleString('en');
      return <div key={name}><dt>{t.glance[name]}</dt><dd>{href ? <a href={href} aria-label={`${number} ${t.glance[name]}`}>{number}</a> : number}</dd></div>;
    })}</dl></section>
  );
}

/** BodyMap draws the acts of bodies by years; what has no date has a column of its own. */
function BodyMap({ data: { map, bodies }, go }: { data: DoorData; go: ViewProps['go'] }) {
  const cells = useMemo(() => map.groups.map(({ count, keys: [body, year] }): Cell => ({
    row: body.label, column: year.value, count, href: toBrowse({ body: body.value, year: year.value ?? 'none' }),
  })), [map]);
  if (!cells.length) return null;
  const rows = bodies.groups.slice(0, ROWS).map((g) => g.keys[0].label);
  return (
    <HeatMap title={t.map} counts={t.mapCounts(map.total.count, bodies.groupCount) + t.mapMore(rows.length, bodies.groupCount)} rows={rows} cells={cells}
      says={(c) => t.cell(c.row, c.column ?? strings.browse.undated, c.count)} go={go} rowHead={strings.browse.body} />
  );
}

function ActList<T extends Thing & { about?: string | null }>({ title, counts, acts, number, more }: { title: string; counts: string; acts: T[]; number: (a: T) => string | number; more: string }) {
  return (
    <Figure title={title} counts={counts}>
      <ol class="act-list">{acts.map((a) => <li key={a.id}><span class="act"><Link thing={a} /><small>{a.title ?? a.about}</small></span><span class="number">{number(a).toLocaleString('en')}</span></li>)}</ol>
      <p class="under"><a href={more}>{strings.read.more}</a></p>
    </Figure>
  );
}

function Chips({ title, counts, list, href }: { title: string; counts: string; list: FacetCount[]; href: (f: FacetCount) => string }) {
  const [all, setAll] = useState(false);
  if (!list.length) return null;
  return (
    <Figure title={title} counts={counts}>
      <ul class="chips">{(all ? list : list.slice(0, CHIPS)).map((f) => <li key={f.value}><a href={href(f)}>{f.label} <span class="number">{f.count}</span></a></li>)}</ul>
      {!all && list.length > CHIPS && <p class="under"><button type="button" onClick={() => setAll(true)}>{strings.read.more} ({list.length - CHIPS})</button></p>}
    </Figure>
  );
}

interface Ending { statement: string; source: string; until: string | null; sourceNode: Thing; node: Thing | null }
interface Duty { id: string; clause: string | null; due: string[]; act: Thing | null; paragraph: { id: string } | null }
interface NextData { ends: { totalCount: number; edges: Ending[] }; due: { totalCount: number; nodes: Duty[] } }

const NEXT = `query($day: Date!) {
  ends: statements(filter: { endsSince: $day }, orderBy: { field: ENDS }, first: 5) { totalCount edges { statement source until sourceNode { ...Named } node { ...Named } } }
  due: mandates(dueSince: $day, orderBy: { field: DUE }, first: 5) { totalCount nodes { id clause due act { ...Named } paragraph { id } } } } ${NAMED}`;

/** Next is what ends and what is due from a day on; the day stands in the address. */
function Next({ day, go }: { day: string; go: ViewProps['go'] }) {
  const state = useLoaded(() => query<NextData>(NEXT, { day }), [day]);
  return (
    <Figure title={t.next} counts="">
      <label class="day">{t.from} <input type="date" value={day} onChange={(e) => e.currentTarget.value && go(`/?day=${e.currentTarget.value}`, true)} /></label>
      <div class="next"><Loaded state={state}>{({ ends, due }) => (
        <>
          <p class="quiet">{t.ends(ends.totalCount)} <a href={toRegister({ show: 'ends', from: day })}>{t.all}</a></p>
          <ul>{ends.edges.map((e) => <li key={e.statement}><strong>{dateWords(e.until)}</strong> {e.node && <Link thing={e.node} />} <small><a href={toRead(e.source) + `&proof=${encodeURIComponent(e.statement)}`}>{nameOf(e.sourceNode)}</a></small></li>)}</ul>
          <p class="quiet">{t.due(due.totalCount)} <a href={toRegister({ from: day })}>{t.all}</a></p>
          <ul>{due.nodes.map((m) => <li key={m.id}><strong>{m.due.map(whenWords).join(', ')}</strong> <a href={toRead(m.paragraph?.id ?? m.id)}>{m.act && nameOf(m.act)}</a> <small>{m.clause}</small></li>)}</ul>
        </>
      )}</Loaded></div>
    </Figure>
  );
}

/** whenWords writes a date, or names a session. */
const whenWords = (when: string) => (/^\d{4}/.test(when) ? dateWords(when) : nameOf({ id: when }));
