// How a drawing is moved, zoomed and walked through, and what lies near what.

import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Layout, type Placed, GUTTER, HEAD } from './layout.ts';
import type { Line, Model, Node } from './model.ts';

/** The scale below which 12 px letters are too small to read. */
export const READABLE = 0.68;

// Mean widths of a letter of a column's name, and of a session's.
const LETTER = 7.6;
const SMALL_LETTER = 6.8;

/** useView moves the scene; names of lanes and columns stay at the edges. */
export function useView(svg: { current: SVGSVGElement | null }, layout: Layout, start: string | undefined) {
  const [scene, bands, head, gutter] = [useRef<SVGGElement>(null), useRef<SVGGElement>(null), useRef<SVGGElement>(null), useRef<SVGGElement>(null)];
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const scale = useRef(1);
  const show = ({ k, x, y }: { k: number; x: number; y: number }) => {
    scale.current = k;
    scene.current?.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
    bands.current?.setAttribute('transform', `translate(0,${y}) scale(1,${k})`);
    svg.current?.classList.toggle('far', k < 0.45);
    let free = -Infinity;
    for (const t of head.current?.querySelectorAll('text') ?? []) {
      const lines = [...t.children].map((line) => line.textContent!.trim().length);
      const [at, half] = [Number(t.getAttribute('data-x')) * k, (lines.length ? Math.max(...lines) * SMALL_LETTER : t.textContent!.length * LETTER) / 2];
      for (const part of [t, ...t.children]) part.setAttribute('x', String(at + x));
      // A name that would lie over the one before it is left out.
      t.setAttribute('display', at - half < free ? 'none' : 'inline');
      if (at - half >= free) free = at + half + 4;
    }
    for (const g of gutter.current?.querySelectorAll('g') ?? []) g.setAttribute('transform', `translate(0,${Number(g.getAttribute('data-y')) * k + y})`);
  };
  const fitted = (): ZoomTransform => {
    const { width, height } = svg.current!.getBoundingClientRect();
    // The names of lanes and columns do not shrink with the scene.
    const k = Math.min(1.1, Math.max(0.08, Math.min((width - GUTTER - 8) / (layout.width - GUTTER), (height - HEAD - 8) / (layout.height - HEAD))));
    const rest = Math.max(0, width - GUTTER - (layout.width - GUTTER) * k);
    return zoomIdentity.translate(GUTTER * (1 - k) + rest / 3, HEAD * (1 - k)).scale(k);
  };
  useLayoutEffect(() => {
    const z = zoom<SVGSVGElement, unknown>().scaleExtent([0.05, 4]).filter((e) => !e.button && (!(e.target as Element).closest('[data-node]') || e.type === 'wheel')).on('zoom', (e) => show(e.transform));
    behaviour.current = z;
    select(svg.current!).call(z).on('dblclick.zoom', null);
  }, []);
  // What does not fit at a size that can be read begins at its start.
  const readable = (): ZoomTransform => {
    const all = fitted();
    const p = start && layout.places.get(start);
    if (all.k >= READABLE || !p) return all;
    const { width, height } = svg.current!.getBoundingClientRect();
    const clamp = (at: number, low: number, high: number) => Math.max(Math.min(low, high), Math.min(at, high));
    const x = clamp(width * 0.6 - p.x * READABLE, width - layout.width * READABLE - 12, GUTTER * (1 - READABLE));
    const y = clamp(height * 0.4 - p.y * READABLE, height - layout.height * READABLE - 12, HEAD * (1 - READABLE));
    return zoomIdentity.translate(x, y).scale(READABLE);
  };
  useLayoutEffect(() => {
    select(svg.current!).call(behaviour.current!.transform, readable());
  }, [layout]);
  return {
    scene, bands, head, gutter, scale,
    by: (factor: number) => select(svg.current!).call(behaviour.current!.scaleBy, factor),
    fit: () => select(svg.current!).call(behaviour.current!.transform, fitted()),
    reveal: (p: Placed) => {
      const { width, height } = svg.current!.getBoundingClientRect();
      const matrix = scene.current!.transform.baseVal.consolidate()?.matrix;
      if (!matrix) return;
      const [x, y] = [p.x * matrix.a + matrix.e, p.y * matrix.d + matrix.f];
      if (x < 0 || y < HEAD || x > width - 80 || y > height - 40) select(svg.current!).call(behaviour.current!.translateTo, p.x + p.width / 2, p.y);
    },
  };
}

/** useDragging lets nodes be put elsewhere. */
export function useDragging(svg: { current: SVGSVGElement | null }, layout: Layout, scale: { current: number }, setMoved: (f: (old: Map<string, { x: number; y: number }>) => Map<string, { x: number; y: number }>) => void): void {
  useEffect(() => {
    const nodes = select(svg.current!).selectAll<SVGGElement, unknown>('[data-node]');
    nodes.call(drag<SVGGElement, unknown>().clickDistance(4).container(() => svg.current!).on('drag', function (this: SVGGElement, event) {
      const id = this.getAttribute('data-node')!;
      setMoved((old) => {
        const by = old.get(id) ?? { x: 0, y: 0 };
        return new Map(old).set(id, { x: by.x + event.dx / scale.current, y: by.y + event.dy / scale.current });
      });
    }));
  }, [layout]);
}

/** towards is the nearest node in the direction of an arrow key. */
export function towards(nodes: Node[], placeOf: (id: string) => Placed | undefined, id: string, key: string): string | null {
  const from = placeOf(id)!;
  const horizontal = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  let best: string | null = null;
  let least = Infinity;
  for (const n of nodes) {
    const p = placeOf(n.id);
    if (!p || n.id === id) continue;
    const [along, across] = horizontal ? [(p.x - from.x) * sign, Math.abs(p.y - from.y)] : [(p.y - from.y) * sign, Math.abs(p.x - from.x)];
    const cost = along + across * 3;
    if (along > 1 && cost < least) [best, least] = [n.id, cost];
  }
  return best;
}

/** neighbourhood is what touches the chosen node or line. */
export function neighbourhood(model: Model, chosen: string | null): Set<string> | null {
  if (!chosen) return null;
  const near = new Set<string>();
  for (const l of model.lines) {
    if (l.source === chosen || l.target === chosen || l.id === chosen) for (const id of [l.id, l.source, l.target]) near.add(id);
  }
  near.add(chosen);
  return near;
}

/** parallel keeps several relations between two nodes apart. */
export function parallel(lines: Line[]): Map<string, number> {
  const pairs = new Map<string, string[]>();
  for (const l of lines) {
    const key = [l.source, l.target].sort().join(' ');
    pairs.set(key, [...(pairs.get(key) ?? []), l.id]);
  }
  const offsets = new Map<string, number>();
  for (const ids of pairs.values()) ids.forEach((id, i) => offsets.set(id, (i - (ids.length - 1) / 2) * 5));
  return offsets;
}
