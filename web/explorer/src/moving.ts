// How a drawing is moved, zoomed and walked through, and what lies near what.

import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Layout, type Placed, HEAD } from './layout.ts';
import type { Model } from './model.ts';

// Mean widths of a letter of a column's name, and of a session's.
const LETTER = 7.6;
const SMALL_LETTER = 6.8;

/** Labels and strokes keep their size on the screen; they follow the scale in steps of this factor. */
const STEP = 1.08;

/** A lane that is lower than this on the screen has no room for its name. */
const NAMED_LANE = 15;

/** The extremes of a drawing's marks, with room for labels at the right end. */
function boundsOf(layout: Layout) {
  return { left: layout.left, width: layout.width - layout.left, height: layout.height - HEAD };
}

/** useView moves the scene; names of lanes and columns stay at the edges. Scale is that for which labels are chosen. */
export function useView(svg: { current: SVGSVGElement | null }, layout: Layout) {
  const [scene, bands, head, names] = [useRef<SVGGElement>(null), useRef<SVGGElement>(null), useRef<SVGGElement>(null), useRef<SVGGElement>(null)];
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const scale = useRef(1);
  const [settled, setSettled] = useState(1);
  const show = ({ k, x, y }: { k: number; x: number; y: number }) => {
    scale.current = k;
    scene.current?.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
    bands.current?.setAttribute('transform', `translate(0,${y}) scale(1,${k})`);
    let free = -Infinity;
    for (const t of head.current?.querySelectorAll('text') ?? []) {
      const lines = [...t.children].map((line) => line.textContent!.trim().length);
      const [at, half] = [Number(t.getAttribute('data-x')) * k, (lines.length ? Math.max(...lines) * SMALL_LETTER : t.textContent!.length * LETTER) / 2];
      for (const part of [t, ...t.children]) part.setAttribute('x', String(at + x));
      // A name that would lie over the one before it is left out.
      t.setAttribute('display', at - half < free ? 'none' : 'inline');
      if (at - half >= free) free = at + half + 4;
    }
    for (const g of names.current?.querySelectorAll('g') ?? []) {
      g.setAttribute('transform', `translate(0,${Number(g.getAttribute('data-y')) * k + y})`);
      g.setAttribute('display', Number(g.getAttribute('data-height')) * k < NAMED_LANE ? 'none' : 'inline');
    }
    setSettled((old) => (k > old * STEP || k < old / STEP ? k : old));
  };
  useLayoutEffect(() => scene.current?.style.setProperty('--z', String(1 / settled)), [settled]);
  const fitted = (): ZoomTransform => {
    const { width, height } = svg.current!.getBoundingClientRect();
    const bounds = boundsOf(layout);
    // The names of columns do not shrink with the scene.
    const k = Math.min(1.2, Math.max(0.05, Math.min((width - 8) / bounds.width, (height - HEAD - 8) / bounds.height)));
    return zoomIdentity.translate(Math.max(0, width - bounds.width * k) / 2 - bounds.left * k, HEAD * (1 - k)).scale(k);
  };
  useLayoutEffect(() => {
    const z = zoom<SVGSVGElement, unknown>().scaleExtent([0.03, 6]).filter((e) => !e.button && (!(e.target as Element).closest('[data-node]') || e.type === 'wheel'))
      .on('start', () => svg.current!.classList.add('moving')).on('zoom', (e) => show(e.transform)).on('end', () => svg.current!.classList.remove('moving'));
    behaviour.current = z;
    select(svg.current!).call(z).on('dblclick.zoom', null);
  }, []);
  // What came later leaves the view as it is, unless nothing was drawn before.
  const drawn = useRef<Layout | null>(null);
  useLayoutEffect(() => {
    const kept = drawn.current && [...drawn.current.places].some(([id, p]) => layout.places.get(id)?.x === p.x && layout.places.get(id)?.y === p.y);
    drawn.current = layout;
    if (!kept) select(svg.current!).call(behaviour.current!.transform, fitted());
    else show((svg.current as unknown as { __zoom: ZoomTransform }).__zoom);
  }, [layout]);
  return {
    scene, bands, head, names, scale, settled,
    by: (factor: number) => select(svg.current!).call(behaviour.current!.scaleBy, factor),
    fit: () => select(svg.current!).call(behaviour.current!.transform, fitted()),
    reveal: (p: Placed) => {
      const { width, height } = svg.current!.getBoundingClientRect();
      const matrix = scene.current!.transform.baseVal.consolidate()?.matrix;
      if (!matrix) return;
      const [x, y] = [p.x * matrix.a + matrix.e, p.y * matrix.d + matrix.f];
      if (x < 0 || y < HEAD || x > width - 40 || y > height - 20) select(svg.current!).call(behaviour.current!.translateTo, p.x, p.y);
    },
  };
}

export type Moved = Map<string, { x: number; y: number }>;

/** useDragging lets nodes be put elsewhere. */
export function useDragging(svg: { current: SVGSVGElement | null }, drawn: unknown, scale: { current: number }, setMoved: (f: (old: Moved) => Moved) => void): void {
  useEffect(() => {
    const nodes = select(svg.current!).selectAll<SVGGElement, unknown>('[data-node]');
    nodes.call(drag<SVGGElement, unknown>().clickDistance(4).container(() => svg.current!).on('drag', function (this: SVGGElement, event) {
      const id = this.getAttribute('data-node')!;
      setMoved((old) => {
        const by = old.get(id) ?? { x: 0, y: 0 };
        return new Map(old).set(id, { x: by.x + event.dx / scale.current, y: by.y + event.dy / scale.current });
      });
    }));
  }, [drawn]);
}

/** towards is the nearest node in the direction of an arrow key. */
export function towards(ids: string[], placeOf: (id: string) => Placed | undefined, id: string, key: string): string | null {
  const from = placeOf(id)!;
  const horizontal = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  let best: string | null = null;
  let least = Infinity;
  for (const other of ids) {
    const p = placeOf(other);
    if (!p || other === id) continue;
    const [along, across] = horizontal ? [(p.x - from.x) * sign, Math.abs(p.y - from.y)] : [(p.y - from.y) * sign, Math.abs(p.x - from.x)];
    const cost = along + across * 3;
    if (along > 1 && cost < least) [best, least] = [other, cost];
  }
  return best;
}

/** neighbourhood is what touches some nodes or lines, which are in it. */
export function neighbourhood(model: Model, chosen: ReadonlySet<string>): Set<string> {
  const near = new Set<string>(chosen);
  for (const l of model.lines) {
    if (chosen.has(l.source) || chosen.has(l.target) || chosen.has(l.id)) for (const id of [l.id, l.source, l.target]) near.add(id);
  }
  return near;
}
