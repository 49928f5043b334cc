// What a drawing is made of: bands and names of its lanes, names of its columns, arrows, lines and marks.

import type { JSX } from 'preact';
import { type Layout, type Placed, curve } from './layout.ts';
import type { Line, Node } from './model.ts';
import { shorten } from './names.ts';
import { strings } from './strings.ts';
import { kindClass } from './style.ts';
import { type Labelled, kindOf } from './things.ts';
import { labelOf } from './tip.tsx';

/** Hands are what happens to a line or a mark that is pointed at, clicked or walked to. */
export interface Hands {
  line: (line: Line) => JSX.SVGAttributes<SVGGElement>;
  node: (node: Node) => JSX.SVGAttributes<SVGGElement>;
}

/** thickness grows with how many statements a line stands for. */
const thickness = (statements: number) => Math.min(6, 0.6 + 0.8 * Math.sqrt(statements));

/** lineOf draws a line, with a wider one around it that a hand can meet. */
export function lineOf(line: Line, placeOf: (id: string) => Placed | undefined, hands: Hands): JSX.Element | null {
  const [from, to] = [placeOf(line.source), placeOf(line.target)];
  if (!from || !to) return null;
  const d = curve(from, to);
  return (
    <g key={line.id} class="line" data-line={line.id} {...hands.line(line)}>
      <path class={`stroke r-${line.class}`} d={d} style={{ '--w': String(thickness(line.statements.length)) }} />
      <path class="grip" d={d} />
    </g>
  );
}

/** markOf draws a node: acts are round, all else is square; entry says that the Tab key leads to it. */
export function markOf(n: Node, placeOf: (id: string) => Placed | undefined, entry: boolean, hands: Hands): JSX.Element | null {
  const place = placeOf(n.id);
  if (!place) return null;
  const kind = kindOf(n.thing.id);
  const names = ['node', kindClass(kind), n.fold ? 'fold' : '', n.at.dated || kind !== 'Act' ? '' : 'undated', n.distance === 0 ? 'start' : '', n.thing.loaded ? 'loaded' : ''];
  return (
    <g key={n.id} class={names.filter(Boolean).join(' ')} data-node={n.id} transform={`translate(${place.x},${place.y})`} role="button" tabindex={entry ? 0 : -1} aria-label={labelOf(n)} {...hands.node(n)}>
      {kind === 'Act' && !n.fold ? <circle class="mark" style={{ '--r': String(place.r) }} /> : <rect class="mark" x={-place.r} y={-place.r} width={2 * place.r} height={2 * place.r} rx={2} />}
      <circle class="touch" r={Math.max(13, place.r)} />
    </g>
  );
}

/** Arrows are the heads of lines, one for each class of relations. */
export function Arrows() {
  return (
    <defs>
      {['makes', 'restsOn', 'takesUp', 'asks', 'standsFor', 'names'].map((c) => (
        <marker key={c} id={`arrow-${c}`} class={`arrow a-${c}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0,0.5L8,4L0,7.5z" />
        </marker>
      ))}
    </defs>
  );
}

const laneName = ({ key, label }: Labelled) => (strings.draw.lanes as Record<string, string>)[key] ?? label;

export function Bands({ layout }: { layout: Layout }) {
  return <>{layout.lanes.map((l, i) => <rect key={l.key} class={i % 2 ? 'lane odd' : 'lane'} x={-9000} width={20000} y={l.y} height={l.height} />)}</>;
}

export function LaneNames({ layout }: { layout: Layout }) {
  return <>{layout.lanes.map((l) => <g key={l.key} data-y={l.y} data-height={l.height}><text x={8} y={13}>{shorten(laneName(l), 60)}</text></g>)}</>;
}

/** ColumnName is a year, or a session above its year: one beside the other would lie over the next. */
export function ColumnName({ name, x }: { name: string; x: number }) {
  const at = name.lastIndexOf('(');
  if (at < 0) return <text data-x={x} y={18}>{name}</text>;
  return <text data-x={x} y={12}><tspan>{name.slice(0, at)}</tspan><tspan dy={12}>{name.slice(at)}</tspan></text>;
}
