// A calendar strip: how many things fall into each month, or year where months would be too narrow.

import { Drawn, Figure, type Plot } from './figure.tsx';
import { strings } from './strings.ts';
import { Sorted } from './table.tsx';

interface FacetCount { value: string; count: number }
interface Bin { from: string; to: string; when: string; count: number }

/** Years that are drawn by month at most. */
const BY_MONTH = 6;
const HEIGHT = 100;

/** bins are the months or years from the first to the last, also those in which nothing falls. */
export function bins(months: FacetCount[]): Bin[] {
  if (!months.length) return [];
  const values = months.map((m) => m.value).sort();
  const [first, last] = [Number(values[0].slice(0, 4)), Number(values.at(-1)!.slice(0, 4))];
  // What is known by its year alone has no month to stand in.
  const byMonth = last - first < BY_MONTH && values.every((v) => v.length === 7);
  const counts = new Map<string, number>();
  for (const m of months) {
    const key = byMonth ? m.value : m.value.slice(0, 4);
    counts.set(key, (counts.get(key) ?? 0) + m.count);
  }
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  if (!byMonth) return years.map((y) => ({ from: `${y}-01-01`, to: `${y}-12-31`, when: y, count: counts.get(y) ?? 0 }));
  return years.flatMap((y) => strings.months.map((name, i) => {
    const month = `${y}-${String(i + 1).padStart(2, '0')}`;
    const days = new Date(Date.UTC(Number(y), i + 1, 0)).getUTCDate();
    return { from: `${month}-01`, to: `${month}-${days}`, when: `${name} ${y}`, count: counts.get(month) ?? 0 };
  }));
}

export function MonthStrip({ title, counts, months, onPick }: { title: string; counts: string; months: FacetCount[]; onPick: (from: string, to: string) => void }) {
  const bars = bins(months);
  const options = (plot: Plot, width: number) => ({
    marginLeft: 4, marginRight: 16, marginTop: 16, marginBottom: 24,
    x: { domain: bars.map((b) => b.from), label: null, tickSize: 0, tickFormat: (d: string) => tick(d, bars, width), tickRotate: 0 },
    y: { axis: null },
    marks: [
      plot.ruleY([0], { stroke: 'var(--rule)' }),
      plot.barY(bars, { x: 'from', y: 'count', fill: 'var(--c0)', insetLeft: 0.5, insetRight: 0.5, title: (b: Bin) => strings.register.cell(b.when, b.count), tip: true }),
      ...(bars.length <= width / 26 ? [plot.text(bars.filter((b) => b.count), { x: 'from', y: 'count', text: 'count', dy: -7, fill: 'currentColor' })] : []),
    ],
  });
  const table = (
    <Sorted caption={title} rows={bars.filter((b) => b.count)} idOf={(b) => b.from} columns={[
      { head: strings.columns.date, text: (b) => b.from, show: (b) => <button type="button" onClick={() => onPick(b.from, b.to)}>{b.when}</button> }, { head: strings.columns.count, text: (b) => b.count },
    ]} />
  );
  return (
    <Figure title={title} counts={counts} table={bars.length > 0 && table}>
      <div class="strip">{bars.length > 0 ? <Drawn<Bin> label={title} height={HEIGHT} options={options} of={months} onPick={(b) => onPick(b.from, b.to)} /> : <p class="quiet">{strings.none}</p>}</div>
    </Figure>
  );
}

/** tick names the first of a year or decade, as there is room. */
function tick(day: string, bars: Bin[], width: number): string {
  const byMonth = bars[0].when !== bars[0].from.slice(0, 4);
  const year = Number(day.slice(0, 4));
  // A month has its short name where all have room; the first one of a year is the year.
  if (byMonth) return day.slice(5, 7) === '01' ? String(year) : bars.length * 34 < width ? strings.months[Number(day.slice(5, 7)) - 1].slice(0, 3) : '';
  const step = [1, 2, 5, 10, 20].find((s) => (bars.length / s) * 36 < width) ?? 50;
  return year % step === 0 ? String(year) : '';
}
