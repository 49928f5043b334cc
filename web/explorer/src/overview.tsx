// Thousands of acts at once, drawn by sigma (WebGL) at the server's places; names come as one zooms in.

import Graph from 'graphology';
import { useEffect, useRef } from 'preact/hooks';
import Sigma from 'sigma';
import { query } from './api.ts';
import { useKept } from './kept.ts';
import { type Layout, layOut, radiusOf } from './layout.ts';
import { nameOf } from './names.ts';
import { toDraw } from './route.ts';
import { strings } from './strings.ts';
import { relationClasses, loadClasses } from './style.ts';
import { Sorted } from './table.tsx';
import type { Labelled } from './things.ts';

export interface OverviewProps { ids: string[]; params: URLSearchParams; go: (address: string, replace?: boolean) => void }

interface Lists {
  totalCount: number;
  ids: string[]; numbers: string[]; subjects: (string | null)[]; cited: number[]; columns: number[]; lanes: number[]; rows: number[]; dated: boolean[];
  sources: number[]; targets: number[]; weights: number[]; classes: string[]; backbone: boolean[];
  timeline: { columns: Labelled[]; lanes: Labelled[] };
}

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
  const only = params.get('backbone') === '1';
  if (state.error) return <p class="error" role="alert">{strings.failed}{state.error.message}</p>;
  if (!lists) return <div class="overview waiting"><p class="loading" role="status">{strings.loading}</p></div>;
  const order = lists.ids.map((_, i) => i).sort((a, b) => lists.cited[b] - lists.cited[a]);
  return (
    <section aria-label={strings.draw.overview}>
      <p class="quiet">{strings.draw.overviewOf(lists.ids.length, lists.totalCount)}. {strings.draw.overviewHelp}</p>
      <Picture lists={lists} backbone={only} onAct={(id) => go(toDraw(id))} />
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

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** pale is a colour of the style sheet that lets others through; sigma wants its parts multiplied by the opacity. */
function pale(name: string, opacity: number): string {
  const hex = colour(name);
  return `rgba(${[1, 3, 5].map((i) => Math.round(parseInt(hex.slice(i, i + 2), 16) * opacity)).join(',')},${opacity})`;
}

/** graphOf gives sigma its nodes and edges; y grows upwards there. */
function graphOf(lists: Lists, at: (x: number, y: number) => { x: number; y: number }, layout: Layout, backbone: boolean): Graph {
  const graph = new Graph({ multi: false, type: 'directed' });
  const ink = colour('--node-dot');
  const colours = new Map(relationClasses().map((c) => [c.name, pale(`--line-${c.name}`, 0.2)]));
  lists.ids.forEach((id, i) => {
    const p = layout.places.get(id)!;
    graph.addNode(id, { ...at(p.x, p.y), size: Math.max(1, p.r / 2.8), color: ink, label: [lists.numbers[i], lists.subjects[i]].filter(Boolean).join(' · ').slice(0, 44) });
  });
  lists.sources.forEach((from, i) => {
    if (!backbone || lists.backbone[i]) graph.addEdge(lists.ids[from], lists.ids[lists.targets[i]], { size: Math.min(3, 0.4 + lists.weights[i] / 6), color: colours.get(lists.classes[i]), class: lists.classes[i] });
  });
  return graph;
}

function Picture({ lists, backbone, onAct }: { lists: Lists; backbone: boolean; onAct: (id: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const act = useRef(onAct);
  act.current = onAct;
  useEffect(() => {
    const marks = lists.ids.map((id, i) => ({ id, at: { column: lists.columns[i], lane: lists.lanes[i], row: lists.rows[i], dated: lists.dated[i] }, r: radiusOf(lists.cited[i]) }));
    const layout = layOut(marks, lists.timeline.columns, lists.timeline.lanes);
    // The axes are stretched to the pane, each by itself; sigma's y grows upwards.
    const pane = box.current!.getBoundingClientRect();
    const at = (x: number, y: number) => ({ x: (x / layout.width) * pane.width, y: (-y / layout.height) * pane.height });
    performance.mark('overview-start');
    const sigma = new Sigma(graphOf(lists, at, layout, backbone), box.current!, {
      labelColor: { color: colour('--ink') }, labelSize: 12, labelRenderedSizeThreshold: 7, labelDensity: 0.6, labelGridCellSize: 130, hideEdgesOnMove: lists.sources.length > 20_000,
      defaultDrawNodeHover: hoverOf, zIndex: true, minCameraRatio: 0.01, maxCameraRatio: 3, itemSizesReference: 'screen', allowInvalidContainer: true,
    });
    performance.measure('overview', 'overview-start');
    let lit = new Set<string>();
    sigma.setSetting('nodeReducer', (id, data) => (lit.size && !lit.has(id) ? { ...data, color: colour('--rule'), label: null } : data));
    sigma.setSetting('edgeReducer', (edge, data) => {
      if (!lit.size) return data;
      const [a, b] = sigma.getGraph().extremities(edge);
      return lit.has(`!${a}`) || lit.has(`!${b}`) ? { ...data, color: colour(`--line-${data.class}`), zIndex: 1 } : { ...data, hidden: true };
    });
    sigma.on('enterNode', ({ node }) => { lit = new Set([node, `!${node}`, ...sigma.getGraph().neighbors(node)]); sigma.refresh({ skipIndexation: true }); });
    sigma.on('leaveNode', () => { lit = new Set(); sigma.refresh({ skipIndexation: true }); });
    sigma.on('clickNode', ({ node }) => act.current(node));
    const write = () => writeNames(names.current!, sigma, layout, at);
    sigma.on('afterRender', write);
    write();
    return () => sigma.kill();
  }, [lists, backbone]);
  return (
    <div class="overview" role="img" aria-label={strings.draw.overviewLabel(lists.ids.length, lists.sources.length)}>
      <div class="plane" ref={box} />
      <div class="plane-names" ref={names} aria-hidden="true" />
    </div>
  );
}

/** hoverOf draws the name of the act that is pointed at on a ground of the page's. */
const hoverOf = (context: CanvasRenderingContext2D, data: { x: number; y: number; size: number; label: string | null; color: string }) => {
  if (!data.label) return;
  context.font = '600 12px system-ui, sans-serif';
  const width = context.measureText(data.label).width;
  context.fillStyle = colour('--panel');
  context.strokeStyle = colour('--accent');
  context.fillRect(data.x + data.size + 2, data.y - 11, width + 10, 22);
  context.strokeRect(data.x + data.size + 2, data.y - 11, width + 10, 22);
  context.fillStyle = colour('--ink');
  context.fillText(data.label, data.x + data.size + 7, data.y + 4);
};

/** Above the plane, for the years. */
const HEADROOM = 18;

/** writeNames puts the years above and the bodies at the left, without those that would lie over another. */
function writeNames(names: HTMLElement, sigma: Sigma, layout: Layout, at: (x: number, y: number) => { x: number; y: number }): void {
  const { width, height } = sigma.getDimensions();
  const spans: HTMLElement[] = [];
  const write = (text: string, kind: string, left: number, top: number) => {
    const span = document.createElement('span');
    span.className = kind;
    span.textContent = text;
    span.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    spans.push(span);
  };
  let free = -Infinity;
  for (const c of layout.columns) {
    const { x } = sigma.graphToViewport(at(c.x + 23, 0));
    const text = c.key ? c.label : strings.draw.undated;
    if (x < free || x < 10 || x > width - 30) continue;
    write(text, 'year', x - text.length * 3.6, 2);
    free = x + text.length * 7.4 + 8;
  }
  free = 16;
  for (const l of layout.lanes) {
    const { y } = sigma.graphToViewport(at(0, l.y));
    const { y: bottom } = sigma.graphToViewport(at(0, l.y + l.height));
    const top = Math.max(HEADROOM, y + HEADROOM);
    if (bottom + HEADROOM < top + 12 || top < free || top > height - 14) continue;
    write(l.label.length > 44 ? `${l.label.slice(0, 43)}…` : l.label, 'lane-name', 6, top);
    free = top + 15;
  }
  names.replaceChildren(...spans);
}
