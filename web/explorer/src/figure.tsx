// Figures: each says what it counts, is drawn by Observable Plot when it is there, opens as a table and is copied.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlotOptions } from '@observablehq/plot';
import { strings } from './strings.ts';

export type Plot = typeof import('./plotting.ts');

export interface FigureProps { title: string; counts: string; wide?: boolean; table?: ComponentChildren; children: ComponentChildren; id?: string }

/** Figure frames a drawing or a ranking: its title, what it counts, and the same as a table. */
export function Figure({ title, counts, wide, table, children, id }: FigureProps) {
  return (
    <section class={wide ? 'plot-box wide' : 'plot-box'} id={id}>
      <h2>{title}</h2>
      <p class="quiet">{counts}</p>
      {children}
      {table && <details class="as-table"><summary>{strings.count.asTable}</summary>{table}</details>}
    </section>
  );
}

export interface DrawnProps<T> {
  /** What the figure says, in words, for those who do not see it. */
  label: string;
  height: number;
  /** The least width; a narrower place scrolls. */
  least?: number;
  /** The greatest width, for what would look empty. */
  most?: number;
  options: (plot: Plot, width: number) => PlotOptions;
  /** The thing under the pointer was clicked. */
  onPick?: (datum: T) => void;
  /** What the drawing is made of; it is drawn anew when this changes. */
  of: unknown;
}

/** Drawn is a plot as wide as its place. Its height is kept free until it is there, so that nothing jumps. */
export function Drawn<T>({ label, height, least = 0, most = Infinity, options, onPick, of }: DrawnProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!width) return;
    let current = true;
    void import('./plotting.ts').then((plot) => {
      if (!current || !box.current) return;
      const wide = Math.min(Math.max(width, least), most);
      const drawn = plot.plot({ ...options(plot, wide), width: wide, height });
      // The policy of the page allows no style inside a drawing; page styles have its rules.
      drawn.querySelector('style')?.remove();
      // Its parts have names for developers, which are none for readers; they become classes.
      for (const part of drawn.querySelectorAll('[aria-label]')) {
        part.classList.add(`m-${part.getAttribute('aria-label')!.replace(/\W+/g, '-')}`);
        part.removeAttribute('aria-label');
      }
      drawn.setAttribute('role', 'img');
      drawn.setAttribute('aria-label', label);
      if (onPick) drawn.addEventListener('click', () => { if (drawn.value) onPick(drawn.value as T); });
      box.current.replaceChildren(drawn);
      // What is newest stands at the right.
      if (box.current.parentElement) box.current.parentElement.scrollLeft = wide;
    });
    return () => { current = false; };
  }, [width, height, of]);
  const scrolls = width > 0 && width < least;
  return (
    <div class={onPick ? 'drawn picks' : 'drawn'} {...(scrolls ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}>
      <div ref={box} style={{ minHeight: `${height}px` }} />
    </div>
  );
}
