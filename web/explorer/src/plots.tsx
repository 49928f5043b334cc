// Rankings and bars by year: each says its numbers, and is a table, too.

import { max } from 'd3-array';
import { Drawn, Figure, type Plot } from './figure.tsx';
import { strings } from './strings.ts';
import { Sorted } from './table.tsx';

export interface Bar { label: string; value: number; href?: string; title?: string }

/** Rows are lying bars with long names, which are links where they have a page. */
export function Rows({ bars, label }: { bars: Bar[]; label: string }) {
  if (!bars.length) return <p class="quiet">{strings.none}</p>;
  const most = max(bars, (b) => b.value) ?? 1;
  return (
    <ul class="plot rows" aria-label={label}>
      {bars.map((b) => (
        <li key={b.href ?? b.label} title={b.title}>
          <span class="name">{b.href ? <a href={b.href}>{b.label}</a> : b.label}</span>
          <span class="track"><span class="fill" style={{ width: `${(b.value / most) * 100}%` }} /><span class="value">{b.value.toLocaleString('en')}</span></span>
        </li>
      ))}
    </ul>
  );
}

/** Ranked is a figure of the first of a ranking; its table has all that the server gave. */
export function Ranked({ title, counts, bars, name, shown = 15, all = bars.length }: { title: string; counts: string; bars: Bar[]; name: string; shown?: number; all?: number }) {
  if (!bars.length) return null;
  const told = `${counts}${strings.count.first(Math.min(shown, bars.length), all)}`;
  return <Figure title={title} counts={told} table={<BarTable bars={bars} name={name} count={strings.columns.count} />}><Rows bars={bars.slice(0, shown)} label={title} /></Figure>;
}

/** A Year of bars; parts tell for what the bar stands where there are several. */
export interface Year { year: string; count: number; part?: string }

const HEIGHT = 200;

/** years fills the years between the first and the last: one in which nothing is counted is a gap in the drawing, not left out. */
export function years(given: Year[]): string[] {
  const known = given.map((y) => Number(y.year)).filter(Boolean);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return known.length ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : [];
}

export interface YearBarsProps { title: string; counts: string; given: Year[]; undated?: number; href?: (year: string) => string; go?: (address: string) => void; wide?: boolean; colors?: Record<string, string> }

/** YearBars are upright bars along the years; a bar opens its year where there is a page of it. */
export function YearBars({ title, counts, given, undated = 0, href, go, wide, colors }: YearBarsProps) {
  const domain = years(given);
  if (!domain.length) return null;
  const parts = Object.keys(colors ?? {});
  const says = (y: Year) => `${y.year}${y.part ? `, ${y.part}` : ''}: ${y.count.toLocaleString('en')}`;
  const options = (plot: Plot, width: number) => {
    const step = [1, 2, 5, 10, 20].find((s) => (domain.length / s) * 38 < width - 40) ?? 50;
    const sums = new Map<string, number>();
    for (const y of given) sums.set(y.year, (sums.get(y.year) ?? 0) + y.count);
    return {
      marginLeft: 36, marginRight: 6, marginTop: 18, marginBottom: 22,
      x: { domain, label: null, tickSize: 0, tickFormat: (y: string) => (Number(y) % step === 0 ? y : ''), tickRotate: 0 },
      y: { label: null, ticks: 4, tickSize: 0, grid: true, insetTop: 6, tickFormat: (n: number) => (Number.isInteger(n) ? n.toLocaleString('en') : '') },
      ...(parts.length ? { color: { domain: parts, range: parts.map((p) => colors![p]) } } : {}),
      marks: [
        plot.barY(given, { x: 'year', y: 'count', fill: parts.length ? 'part' : 'var(--c0)', insetLeft: 0.5, insetRight: 0.5, title: says, tip: true }),
        ...(domain.length * 22 < width ? [plot.text([...sums], { x: '0', y: '1', text: '1', dy: -7, fill: 'currentColor' })] : []),
        plot.ruleY([0], { stroke: 'var(--soft)' }),
      ],
    };
  };
  const table = (
    <Sorted caption={title} rows={given} idOf={(y) => `${y.year} ${y.part}`} columns={[
      { head: strings.columns.year, text: (y) => y.year, show: (y) => (href ? <a href={href(y.year)}>{y.year}</a> : y.year) },
      parts.length > 0 && { head: strings.columns.kind, text: (y) => y.part }, { head: strings.columns.count, text: (y) => y.count },
    ]} />
  );
  return (
    <Figure title={title} counts={counts + (undated ? ` ${strings.count.undated(undated)}` : '')} wide={wide} table={table}>
      {parts.length > 1 && <p class="key">{parts.map((p) => <span key={p}><span class="swatch" style={{ background: colors![p] }} aria-hidden="true" /> {p}</span>)}</p>}
      {domain.length === 1 ? <p class="single">{href ? <a href={href(domain[0])}>{domain[0]}</a> : domain[0]} <strong>{given.reduce((sum, y) => sum + y.count, 0).toLocaleString('en')}</strong></p> : <Drawn<Year> label={`${title}: ${given.map(says).join('; ')}`} height={HEIGHT} most={48 + domain.length * 56} options={options} of={given} onPick={href && go && ((y) => go(href(y.year)))} />}
    </Figure>
  );
}

/** BarTable is a ranking as a table. */
export function BarTable({ bars, name, count }: { bars: Bar[]; name: string; count: string }) {
  return (
    <Sorted caption={name} rows={bars} idOf={(b) => b.href ?? b.label} columns={[
      { head: name, text: (b) => [b.label, b.title].filter(Boolean).join(': '), show: (b) => <>{b.href ? <a href={b.href}>{b.label}</a> : b.label}{b.title && <span class="title">{b.title}</span>}</> },
      { head: count, text: (b) => b.value },
    ]} />
  );
}
