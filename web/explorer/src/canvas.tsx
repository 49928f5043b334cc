// The drawing: an SVG that is moved and zoomed without being made anew, with a tooltip and keys.

import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { READABLE, neighbourhood, parallel, towards, useDragging, useView } from './moving.ts';
import { type Layout, type Placed, GUTTER, HEAD, NODE_HEIGHT, curve, layOut } from './layout.ts';
import type { Line, Model, Node } from './model.ts';
import { bodyName, nameOf, placeWords, relationWords, shorten, wordsOf } from './names.ts';
import { strings } from './strings.ts';
import { kindClass, relationClass } from './style.ts';
import { type Labelled, actParts, compareIds, kindOf, locatorOf } from './things.ts';

export interface CanvasProps {
  model: Model;
  /** Ids of a node or line to be shown as chosen. */
  chosen: string | null;
  onNode: (node: Node, how: 'expand' | 'read' | 'remove') => void;
  onLine: (line: Line) => void;
  onChoose: (id: string | null) => void;
}

const LANE_LETTERS = 17; // as many letters of a lane's name as stand before the first column
const CHARACTER = 6.7; // mean width of a character of the page's 12 px face

/** shownOn is what stands in the box of a node. */
export function shownOn(n: Node): string {
  if (n.fold) return `+ ${strings.draw.folded(n.fold.members.length, strings.draw.foldedKinds[n.fold.lane] ?? strings.draw.foldedActs)}`;
  const act = actParts(n.thing.id);
  // The lane names the body; a resolution is what a bare number means.
  if (act) return act.kind === 'decision' ? strings.draw.decision(act.number) : act.number;
  const kind = kindOf(n.thing.id);
  // The code of a treaty is short and in use; its title would be cut off.
  const [, treaty, , article] = n.thing.id.split('/');
  if (kind === 'Mandate') return `${strings.kinds.Mandate}, ${placeWords(locatorOf(n.thing.id), strings.place.short)}`;
  if (kind === 'Treaty') return shorten(wordsOf(treaty), 26);
  if (kind === 'Article') return `${strings.article(article)}, ${shorten(wordsOf(treaty), 18)}`;
  if (kind === 'Meeting' || kind === 'Recommendations') return meetingOf(n.thing.id, kind);
  return shorten(kind === 'Paragraph' ? placeWords(n.thing.id.split('#')[1]) : nameOf(n.thing), 26);
}

/** meetingOf is a meeting by the form in use or the initials of its body, as its documents write it: WGIC meeting 14. */
function meetingOf(id: string, kind: string): string {
  const parts = id.replace(/\/recommendations$/, '').split('/');
  const body = parts.slice(1).filter((p) => p !== 'session' && p !== 'meeting' && !/^\d/.test(p)).pop() ?? '';
  const initials = body.split('-').filter((w) => !/^(on|of|the|and)$/.test(w)).map((w) => w[0].toUpperCase()).join('');
  return `${body === parts[1] ? bodyName(body) : initials} ${strings.meeting(parts[parts.length - 1])}${kind === 'Recommendations' ? strings.draw.recommendations : ''}`;
}

const widthOf = (n: Node) => Math.round(Math.max(44, shownOn(n).length * CHARACTER + 16));

/** heightOf is tall enough for the layout at the width of a usual pane, within what a screen shows. */
function heightOf(layout: Layout): number {
  return Math.round(Math.min((innerWidth < 600 ? 0.6 : 0.8) * innerHeight, Math.max(300, layout.height * Math.max(READABLE, Math.min(1.05, 1200 / layout.width)) + 30)));
}

const laneName = ({ key, label }: Labelled) => (strings.draw.lanes as Record<string, string>)[key] ?? label;

/** startOf is the node where a drawing that does not fit begins: where it was begun, else the one with most lines. */
function startOf(model: Model): string | undefined {
  const begun = model.nodes.find((n) => n.distance === 0);
  if (begun) return begun.id;
  const lines = new Map<string, number>();
  for (const l of model.lines) for (const id of [l.source, l.target]) lines.set(id, (lines.get(id) ?? 0) + 1);
  return [...lines].sort((a, b) => b[1] - a[1] || compareIds(a[0], b[0]))[0]?.[0];
}

export function Canvas({ model, chosen, onNode, onLine, onChoose }: CanvasProps) {
  const layout = useMemo(() => layOut(model, widthOf), [model]);
  const [moved, setMoved] = useState<Map<string, { x: number; y: number }>>(new Map());
  const [tip, setTip] = useState<{ x: number; y: number; text: JSX.Element } | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const view = useView(svg, layout, useMemo(() => startOf(model), [model]));
  useEffect(() => setMoved(new Map()), [layout]);

  const placeOf = (id: string): Placed | undefined => {
    const place = layout.places.get(id);
    const by = moved.get(id);
    return place && by ? { ...place, x: place.x + by.x, y: place.y + by.y } : place;
  };
  const byId = useMemo(() => new Map(model.nodes.map((n) => [n.id, n])), [model]);
  const near = useMemo(() => neighbourhood(model, chosen), [model, chosen]);
  const offsets = useMemo(() => parallel(model.lines), [model]);

  useDragging(svg, layout, view.scale, setMoved);
  const tipAt = (event: MouseEvent | FocusEvent, text: JSX.Element) => {
    const box = svg.current!.parentElement!.getBoundingClientRect();
    const at = event instanceof MouseEvent ? { x: event.clientX, y: event.clientY } : centre(event.currentTarget as Element);
    setTip({ x: Math.min(at.x - box.left + 12, box.width - 330), y: at.y - box.top + 16, text });
  };
  const onKey = (event: KeyboardEvent) => {
    const id = (event.target as Element).closest('[data-node]')?.getAttribute('data-node');
    if (event.key === 'Escape') setTip(null);
    else if (event.key === '+' || event.key === '=') view.by(1.3);
    else if (event.key === '-') view.by(1 / 1.3);
    else if (event.key === '0') view.fit();
    else if (id && event.key.startsWith('Arrow')) {
      const next = towards(model.nodes, placeOf, id, event.key);
      if (next) {
        setFocused(next);
        view.reveal(placeOf(next)!);
        requestAnimationFrame(() => svg.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus());
      }
    } else if (id && (event.key === 'Enter' || event.key === ' ')) onNode(byId.get(id)!, 'expand');
    else if (id && (event.key === 'r' || event.key === 'R')) onNode(byId.get(id)!, 'read');
    else if (id && event.key === 'Delete') onNode(byId.get(id)!, 'remove');
    else return;
    event.preventDefault();
  };
  const entry = focused && byId.has(focused) ? focused : model.nodes.find((n) => n.distance === 0)?.id ?? model.nodes[0]?.id;

  return (
    <>
    <div class="canvas" style={{ height: `${heightOf(layout)}px` }}>
      <svg ref={svg} class={near ? 'drawing has-chosen' : 'drawing'} role="group" aria-label={strings.draw.label(model.nodes.length, model.lines.length)}
        onKeyDown={onKey} onMouseLeave={() => setTip(null)} onClick={(e) => e.target === svg.current && onChoose(null)}>
        <defs>
          {[0, 1, 2, 3, 4, 5, 6, 7].map((i) => (
            <marker key={i} id={`arrow${i}`} class={`arrow c${i}`} viewBox="0 0 8 8" refX="4" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
              <path d="M0,0L8,4L0,8z" />
            </marker>
          ))}
        </defs>
        <g class="bands" ref={view.bands}>
          {layout.lanes.map((l, i) => <rect key={l.key} class={i % 2 ? 'lane odd' : 'lane'} x={-4000} width={12000} y={l.y} height={l.height} />)}
        </g>
        <g class="scene" ref={view.scene}>
          {model.lines.map((l) => {
            const [from, to] = [placeOf(l.source), placeOf(l.target)];
            if (!from || !to) return null;
            const d = curve(from, to, offsets.get(l.id) ?? 0);
            const style = relationClass(l.relation);
            const marked = chosen === l.id || near?.has(l.id);
            return (
              <g key={l.id} class={marked ? 'line marked' : 'line'} data-line={l.id}
                onMouseMove={(e) => tipAt(e, <LineTip line={l} name={(id) => nameOf(byId.get(id)?.thing ?? { id })} />)} onMouseLeave={() => setTip(null)} onClick={() => onLine(l)}>
                <path class={`stroke ${style}`} d={d} marker-end={`url(#arrow${style[1]})`} />
                <path class="grip" d={d} />
              </g>
            );
          })}
          {model.nodes.map((n) => {
            const place = placeOf(n.id);
            if (!place) return null;
            const names = ['node', kindClass(kindOf(n.thing.id)), n.fold ? 'fold' : '', place.dated ? '' : 'undated', n.distance === 0 ? 'start' : '', chosen === n.id ? 'chosen' : '', near?.has(n.id) ? 'marked' : '', n.thing.loaded ? 'loaded' : ''];
            return (
              <g key={n.id} class={names.filter(Boolean).join(' ')} data-node={n.id} transform={`translate(${place.x},${place.y})`} role="button"
                tabindex={n.id === entry ? 0 : -1} aria-label={labelOf(n)}
                onClick={() => onNode(n, 'expand')} onFocus={(e) => { setFocused(n.id); onChoose(n.id); tipAt(e, <NodeTip node={n} />); }} onBlur={() => setTip(null)}
                onMouseMove={(e) => tipAt(e, <NodeTip node={n} />)} onMouseLeave={() => setTip(null)}>
                <rect width={place.width} height={NODE_HEIGHT} rx={4} />
                <text x={place.width / 2} y={16}>{shownOn(n)}</text>
              </g>
            );
          })}
        </g>
        <g class="head" ref={view.head} aria-hidden="true">
          <rect class="headband" x={0} y={0} width={9000} height={HEAD - 6} />
          {layout.columns.map((c) => <ColumnName key={c.key} name={c.key ? c.label : strings.draw.undated} x={c.x + c.width / 2} />)}
        </g>
        <g class="gutter" ref={view.gutter} aria-hidden="true">
          <rect class="band" x={0} y={0} width={GUTTER - 6} height={9000} />
          {layout.lanes.map((l) => <g key={l.key} data-y={l.y + l.height / 2}><LaneName name={laneName(l)} /></g>)}
        </g>
      </svg>
      {tip && <Tip {...tip} />}
    </div>
      <div class="tools">
        <button type="button" onClick={() => view.by(1.3)} aria-label={strings.draw.zoomIn} title={strings.draw.zoomIn}>+</button>
        <button type="button" onClick={() => view.by(1 / 1.3)} aria-label={strings.draw.zoomOut} title={strings.draw.zoomOut}>−</button>
        <button type="button" onClick={() => view.fit()}>{strings.draw.fit}</button>
        {moved.size > 0 && <button type="button" onClick={() => setMoved(new Map())}>{strings.draw.reset}</button>}
      </div>
    </>
  );
}

/** LaneName is the name of a lane in one or two lines; a drawing seen from afar has room for one. */
function LaneName({ name }: { name: string }) {
  const at = name.length > LANE_LETTERS ? name.lastIndexOf(' ', LANE_LETTERS) : -1;
  if (at < 0) return <text x={6} y={4}><title>{name}</title>{shorten(name, LANE_LETTERS)}</text>;
  return <text x={6} y={-2}><title>{name}</title>{name.slice(0, at)}<tspan class="second" x={6} dy={13}>{shorten(name.slice(at + 1), LANE_LETTERS)}</tspan></text>;
}

function Tip({ x, y, text }: { x: number; y: number; text: JSX.Element }) {
  return <div class="tip" role="tooltip" style={{ left: `${Math.max(0, x)}px`, top: `${y}px` }}>{text}</div>;
}

function LineTip({ line, name }: { line: Line; name: (id: string) => string }) {
  return (
    <>
      <strong>{shorten(name(line.source), 60)} {relationWords(line.relation)} {shorten(name(line.target), 60)}</strong>
      {line.statements.slice(0, 3).map((s) => <p key={s.statement}>{s.quote ? `“${shorten(s.quote, 220)}” ` : ''}{s.locator ? `(${placeWords(s.locator)})` : ''}</p>)}
      {line.statements.length > 3 && <p>{strings.read.countOf(line.statements.length)}</p>}
    </>
  );
}

function NodeTip({ node }: { node: Node }) {
  if (node.fold) return <strong>{labelOf(node)}</strong>;
  const name = nameOf(node.thing);
  return <><strong>{name}</strong>{node.thing.title && node.thing.title !== name && <p>{shorten(node.thing.title, 220)}</p>}{node.thing.date && <p>{node.thing.date}</p>}</>;
}

function labelOf(n: Node): string {
  if (n.fold) return strings.draw.foldedLabel(n.fold.members.length, relationWords(n.fold.relation), nameOf({ id: n.fold.of }));
  return [nameOf(n.thing), n.thing.date].filter(Boolean).join(', ');
}

/** ColumnName is a year, or a session above its year: one beside the other would lie over the next. */
function ColumnName({ name, x }: { name: string; x: number }) {
  const at = name.lastIndexOf('(');
  if (at < 0) return <text data-x={x} y={16}>{name}</text>;
  return <text data-x={x} y={11}><tspan>{name.slice(0, at)}</tspan><tspan dy={12}>{name.slice(at)}</tspan></text>;
}

function centre(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.bottom };
}
