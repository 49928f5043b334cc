// Thousands of acts at once at the server's places, and the most cited of them in a table.

import { useEffect, useRef } from 'preact/hooks';
import { query } from './api.ts';
import { useKept } from './kept.ts';
import { type Lists, linesOf } from './lists.ts';
import { nameOf } from './names.ts';
import { Plane } from './plane.ts';
import { toDraw } from './route.ts';
import { strings } from './strings.ts';
import { loadClasses } from './style.ts';
import { Sorted } from './table.tsx';

export interface OverviewProps { ids: string[]; params: URLSearchParams; go: (address: string, replace?: boolean) => void }

const OVERVIEW = `query($ids: [ID!], $direction: Direction, $depth: Int) { overview(ids: $ids, direction: $direction, depth: $depth) {
  totalCount ids numbers subjects cited columns lanes rows dated sources targets weights classes backbone timeline { columns { key label } lanes { key label } } } }`;

export function Overview({ ids, params, go }: OverviewProps) {
  const way = params.get('way');
  const direction = way === 'backward' || way === 'forward' ? way.toUpperCase() : null;
  const depth = Math.min(6, Math.max(1, Math.round(Number(params.get('depth')) || (direction ? 3 : 1))));
  const state = useKept(async () => {
    const [{ overview }] = await Promise.all([query<{ overview: Lists }>(OVERVIEW, ids.length ? { ids, direction, depth } : {}), loadClasses()]);
    return overview;
  }, [ids.join(' '), direction, depth]);
  const lists = state.value;
  if (state.error) return <p class="error" role="alert">{strings.failed}{state.error.message}</p>;
  if (!lists) return <div class="overview waiting"><p class="loading" role="status">{strings.loading}</p></div>;
  const order = lists.ids.map((_, i) => i).sort((a, b) => lists.cited[b] - lists.cited[a]);
  const drawn = linesOf(lists).length;
  return (
    <section aria-label={strings.draw.overview}>
      <p class="quiet">{strings.draw.overviewOf(lists.ids.length, lists.totalCount)}. {strings.draw.overviewHelp}{drawn < lists.sources.length && ` ${strings.draw.overviewLines(lists.sources.length)}`}</p>
      <Picture lists={lists} onAct={(id) => go(toDraw(id))} />
      <h2>{strings.draw.mostCited}</h2>
      <Sorted caption={strings.draw.mostCited} rows={order.slice(0, 100)} idOf={(i) => lists.ids[i]} page={20} columns={[
        { head: strings.columns.act, text: (i) => nameOf({ id: lists.ids[i] }), show: (i) => <a href={toDraw(lists.ids[i])}>{nameOf({ id: lists.ids[i] })}</a> },
        { head: strings.columns.title, text: (i) => lists.subjects[i] },
        { head: strings.columns.year, text: (i) => lists.timeline.columns[lists.columns[i]].key },
        { head: strings.columns.count, text: (i) => lists.cited[i] },
      ]} />
    </section>
  );
}

/** Picture keeps a plane as long as its lists are shown. */
function Picture({ lists, onAct }: { lists: Lists; onAct: (id: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const act = useRef(onAct);
  act.current = onAct;
  useEffect(() => {
    performance.mark('overview-start');
    const plane = new Plane(box.current!, names.current!, lists, (id) => act.current(id));
    performance.measure('overview', 'overview-start');
    return () => plane.end();
  }, [lists]);
  return (
    <div class="overview" role="img" aria-label={strings.draw.overviewLabel(lists.ids.length, lists.sources.length)}>
      <div class="plane" ref={box} />
      <div class="plane-names" ref={names} aria-hidden="true" />
    </div>
  );
}
