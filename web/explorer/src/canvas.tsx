// The drawing: an SVG that is moved and zoomed without being made anew, with labels that give way, a tooltip and keys.

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ALWAYS, type Wish, labelsOf } from './labels.ts';
import { type Layout, type Placed, HEAD } from './layout.ts';
import { Arrows, Bands, ColumnName, type Hands, LaneNames, lineOf, markOf } from './marks.tsx';
import type { Line, Model, Node } from './model.ts';
import { type Moved, neighbourhood, towards, useDragging, useView } from './moving.ts';
import { nameOf, shorten } from './names.ts';
import { shownOn } from './shown.ts';
import { strings } from './strings.ts';
import { kindOf } from './things.ts';
import { LineTip, NodeTip, type Told, TipHost } from './tip.tsx';

export interface CanvasProps {
  model: Model;
  layout: Layout;
  /** Ids of the chosen nodes: the first, and the second of a pair. */
  chosen: string[];
  /** A node or line that is pointed at elsewhere. */
  marked: string | null;
  /** What is lit of itself: a way between two. */
  lit: ReadonlySet<string> | null;
  small?: boolean;
  /** Tells others where things stand now. */
  places: { current: (id: string) => Placed | undefined };
  onNode: (node: Node, how: 'choose' | 'pair' | 'expand' | 'read' | 'remove') => void;
  onLine: (line: Line) => void;
  onChoose: (id: string | null) => void;
}

const SUBJECT = 30; // letters of what an act is about that stand beside it
const LEAST = 2.6; // the radius of a mark on the screen, however far away it is
const MANY = 160; // lines above which arrows are drawn on what is lit alone
const HEAVY = 400; // lines above which those that are not lit are left out while the drawing moves

/** wishesOf are the labels that there would be if there was room; what is chosen comes first, then what is cited most. */
function wishesOf(model: Model, first: ReadonlySet<string>): Wish[] {
  const lines = new Map<string, number>();
  const citing = new Set(model.lines.map((l) => l.source));
  for (const l of model.lines) for (const id of [l.source, l.target]) lines.set(id, (lines.get(id) ?? 0) + 1);
  return model.nodes.map((n) => {
    const short = shownOn(n);
    const subject = kindOf(n.thing.id) === 'Act' && !n.fold ? n.told.subject : null;
    return {
      id: n.id, short, left: lines.has(n.id) && !citing.has(n.id), full: subject ? `${short ? `${short} · ` : ''}${shorten(subject, SUBJECT)}` : short,
      rank: (first.has(n.id) ? 2 * ALWAYS : 0) + (n.distance === 0 ? ALWAYS : 0) + n.told.cited * 2 + (lines.get(n.id) ?? 0),
    };
  });
}

export function Canvas(props: CanvasProps) {
  const { model, layout, chosen, marked, lit, small, onChoose } = props;
  // What is drawn once calls what the latest props say.
  const latest = useRef(props);
  latest.current = props;
  const onNode: CanvasProps['onNode'] = (n, how) => latest.current.onNode(n, how);
  const [moved, setMoved] = useState<Moved>(new Map());
  const tip = useRef<(tip: Told | null) => void>(null);
  const svg = useRef<SVGSVGElement>(null);
  const hovered = useRef<string | null>(null);
  const view = useView(svg, layout);
  const placeOf = (id: string): Placed | undefined => {
    const [place, by] = [layout.places.get(id), moved.get(id)];
    return place && by ? { ...place, x: place.x + by.x, y: place.y + by.y } : place;
  };
  props.places.current = placeOf;
  const byId = useMemo(() => new Map(model.nodes.map((n) => [n.id, n])), [model]);
  const name = (id: string) => nameOf(byId.get(id)?.thing ?? { id });
  const stands = new Set([...chosen, ...(marked ? [marked] : [])]);
  const light = useLight(svg, model, stands, lit);
  const labels = useMemo(() => labelsOf(wishesOf(model, new Set([...chosen, ...(lit ?? [])])), placeOf, view.settled, LEAST, layout), [model, layout, moved, view.settled, chosen.join(' '), lit]);
  useDragging(svg, model, view.scale, setMoved);

  const tipAt = (event: MouseEvent | FocusEvent, text: JSX.Element) => {
    const box = svg.current!.parentElement!.getBoundingClientRect();
    const at = event instanceof MouseEvent ? { x: event.clientX, y: event.clientY } : centre(event.currentTarget as Element);
    const below = at.y - box.top < box.height * 0.6;
    tip.current?.({ x: Math.min(at.x - box.left + 12, box.width - 330), y: below ? at.y - box.top + 16 : Math.max(0, at.y - box.top - 170), text });
  };
  const tipOf = (n: Node) => {
    const lines = model.lines.filter((l) => l.source === n.id || l.target === n.id);
    const own = lines.find((l) => chosen.includes(l.source === n.id ? l.target : l.source)) ?? [...lines].sort((a, b) => b.statements.length - a.statements.length)[0];
    return <NodeTip node={n} line={own} name={name} />;
  };
  const point = (id: string | null) => { hovered.current = id; light(id); if (!id) tip.current?.(null); };
  const onKey = keysOf({ svg, view, model, placeOf, hide: () => tip.current?.(null), node: (id) => byId.get(id), onNode, onChoose });
  // One stop of the Tab key: where the drawing begins, later where the focus was.
  const entry = chosen.find((id) => byId.has(id)) ?? model.nodes.find((n) => n.distance === 0)?.id ?? model.nodes[0]?.id;
  const onFocus = (event: FocusEvent, n: Node) => {
    for (const g of svg.current!.querySelectorAll('[data-node][tabindex="0"]')) g.setAttribute('tabindex', '-1');
    (event.currentTarget as Element).setAttribute('tabindex', '0');
    light(n.id);
    tipAt(event, tipOf(n));
  };

  const hands: Hands = {
    line: (l) => ({ onMouseMove: (e) => { light(l.id); tipAt(e, <LineTip line={l} name={name} />); }, onMouseLeave: () => point(null), onClick: () => latest.current.onLine(l) }),
    node: (n) => ({
      onClick: (e) => onNode(n, e.shiftKey ? 'pair' : 'choose'), onDblClick: () => onNode(n, 'expand'), onFocus: (e) => onFocus(e, n), onBlur: () => point(null),
      onMouseMove: (e) => { light(n.id); tipAt(e, tipOf(n)); }, onMouseLeave: () => point(null),
    }),
  };
  const lines = useMemo(() => model.lines.map((l) => lineOf(l, placeOf, hands)), [model, layout, moved]);
  const marks = useMemo(() => model.nodes.map((n) => markOf(n, placeOf, n.id === entry, hands)), [model, layout, moved, chosen.join(' ')]);
  useLayoutEffect(() => light(hovered.current, true), [model, layout, moved, labels, chosen.join(' '), marked, lit]);

  return (
    <div class={small ? 'canvas small' : 'canvas'}>
      <svg ref={svg} class={['drawing', model.lines.length > MANY ? 'many' : '', model.lines.length > HEAVY ? 'heavy' : ''].filter(Boolean).join(' ')} role="group" aria-label={strings.draw.label(model.nodes.length, model.lines.length)}
        onKeyDown={onKey} onMouseLeave={() => point(null)} onClick={(e) => e.target === svg.current && onChoose(null)}>
        <Arrows />
        <g class="bands" ref={view.bands}><Bands layout={layout} /></g>
        <g class="lane-names" ref={view.names} aria-hidden="true"><LaneNames layout={layout} /></g>
        <g class="scene" ref={view.scene}>
          <g>{lines}</g>
          <g>{marks}</g>
          <g class="labels" aria-hidden="true">{labels.map((l) => <text key={l.id} class="label" data-of={l.id} x={l.x} y={l.y} text-anchor={l.end ? 'end' : 'start'}>{l.text}</text>)}</g>
        </g>
        <g class="head" ref={view.head} aria-hidden="true">
          <rect class="headband" x={0} y={0} width={9000} height={HEAD - 6} />
          {layout.columns.map((c) => <ColumnName key={c.key} name={c.key ? c.label : strings.draw.undated} x={c.x + 23} />)}
        </g>
      </svg>
      <TipHost handle={tip} />
      <Tools view={view} reset={moved.size > 0 ? () => setMoved(new Map()) : null} />
    </div>
  );
}

/** useLight marks what is chosen or pointed at, with its neighbours, on what is drawn already; nothing is drawn anew. */
function useLight(svg: { current: SVGSVGElement | null }, model: Model, stands: ReadonlySet<string>, lit: ReadonlySet<string> | null): (pointed: string | null, anew?: boolean) => void {
  const last = useRef<string | null>(null);
  const near = useRef(new Map<string, Set<string>>());
  useEffect(() => { near.current = new Map(); }, [model]);
  return (pointed, anew = false) => {
    const root = svg.current;
    if (!root || (last.current === pointed && !anew)) return;
    last.current = pointed;
    const key = `${pointed} ${[...stands].join(' ')}`;
    let set: ReadonlySet<string> | null = lit;
    // A way between two is lit by itself, until something else is pointed at.
    if (pointed || (stands.size && !lit)) {
      set = near.current.get(key) ?? neighbourhood(model, new Set([...stands, ...(pointed ? [pointed] : [])]));
      near.current.set(key, set as Set<string>);
    }
    root.classList.toggle('has-chosen', set !== null);
    for (const e of root.querySelectorAll<SVGElement>('[data-node], [data-line], [data-of]')) {
      const id = e.dataset.node ?? e.dataset.line ?? e.dataset.of!;
      e.classList.toggle('marked', set?.has(id) ?? false);
      if (e.dataset.node) e.classList.toggle('chosen', stands.has(id));
    }
  };
}

function centre(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.bottom };
}

interface Keyed {
  svg: { current: SVGSVGElement | null };
  view: ReturnType<typeof useView>;
  model: Model;
  placeOf: (id: string) => Placed | undefined;
  hide: () => void;
  node: (id: string) => Node | undefined;
  onNode: CanvasProps['onNode'];
  onChoose: CanvasProps['onChoose'];
}

/** keysOf is what the keys do in a drawing; strings.draw.help tells them. */
function keysOf({ svg, view, model, placeOf, hide, node, onNode, onChoose }: Keyed): (event: KeyboardEvent) => void {
  const walk = (from: string, key: string) => {
    const next = towards(model.nodes.map((n) => n.id), placeOf, from, key);
    if (!next) return;
    view.reveal(placeOf(next)!);
    requestAnimationFrame(() => svg.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus());
  };
  const anywhere: Record<string, () => void> = { Escape: () => { hide(); onChoose(null); }, '+': () => view.by(1.3), '=': () => view.by(1.3), '-': () => view.by(1 / 1.3), 0: () => view.fit() };
  const onMark: Record<string, 'expand' | 'read' | 'remove'> = { Enter: 'expand', r: 'read', R: 'read', Delete: 'remove' };
  return (event) => {
    const { key } = event;
    const id = (event.target as Element).closest('[data-node]')?.getAttribute('data-node');
    if (anywhere[key]) anywhere[key]();
    else if (!id) return;
    else if (key.startsWith('Arrow')) walk(id, key);
    else if (key === ' ') onNode(node(id)!, event.shiftKey ? 'pair' : 'choose');
    else if (onMark[key]) onNode(node(id)!, onMark[key]);
    else return;
    event.preventDefault();
  };
}

/** Tools zoom and fit; what was dragged can be put back. */
function Tools({ view, reset }: { view: ReturnType<typeof useView>; reset: (() => void) | null }) {
  return (
    <div class="tools">
      <button type="button" onClick={() => view.by(1.3)} aria-label={strings.draw.zoomIn} title={strings.draw.zoomIn}>+</button>
      <button type="button" onClick={() => view.by(1 / 1.3)} aria-label={strings.draw.zoomOut} title={strings.draw.zoomOut}>−</button>
      <button type="button" onClick={() => view.fit()}>{strings.draw.fit}</button>
      {reset && <button type="button" onClick={reset}>{strings.draw.reset}</button>}
    </div>
  );
}
