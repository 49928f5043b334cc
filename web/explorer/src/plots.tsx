// Plots that say their numbers: bars with the value written on each, and the same as a table.

import { max } from 'd3-array';
import { strings } from './strings.ts';
import { CopyRows, Sorted } from './table.tsx';

export interface Bar { label: string; value: number; href?: string; title?: string }

// Upright bars have their names below them while they are few, and upright beside one another when they are more.
const WIDTH = 520;
export const FEW = 24;
const [WIDE, NARROW] = [30, 18];
const SMALLEST = 0.85; // scale at which 12 px letters can be read

/** Columns are upright bars along an axis, such as years. */
export function Columns({ bars, label }: { bars: Bar[]; label: string }) {
  if (!bars.length) return <p class="quiet">{strings.none}</p>;
  const height = 200;
  const most = max(bars, (b) => b.value) ?? 1;
  // Many bars are as wide as their numbers; the plot then scrolls.
  const width = Math.max(WIDTH, bars.length * (bars.length > FEW ? NARROW : WIDE));
  const step = Math.min(60, (width - 10) / Math.max(1, bars.length));
  return (
    <div class="plot-scroll" role="region" aria-label={label} tabIndex={0}>
    <svg class="plot" viewBox={`0 0 ${width} ${height + 46}`} style={{ minWidth: `${width * SMALLEST}px` }} role="img" aria-label={`${label}: ${bars.map((b) => `${b.label} ${b.value}`).join(', ')}`}>
      {bars.map((b, i) => {
        const size = (b.value / most) * (height - 20);
        return (
          <g key={b.label} transform={`translate(${i * step + 5},0)`}>
            <title>{`${b.label}: ${b.value}`}</title>
            <rect class="bar" x={1} width={Math.max(2, step - Math.min(4, step / 4))} y={height - size} height={size} />
            {b.value > 0 && <text class="value" x={step / 2 - 1} y={height - size - 4}>{b.value}</text>}
            <text class="tick" transform={step < 30 ? `translate(${step / 2 + 3},${height + 24}) rotate(-90)` : `translate(${step / 2 - 1},${height + 16})`}>{b.label}</text>
          </g>
        );
      })}
    </svg>
    </div>
  );
}

/** Rows are lying bars with long names, which are links where they have a page. */
export function Rows({ bars, label }: { bars: Bar[]; label: string }) {
  if (!bars.length) return <p class="quiet">{strings.none}</p>;
  const most = max(bars, (b) => b.value) ?? 1;
  return (
    <ul class="plot rows" aria-label={label}>
      {bars.map((b) => (
        <li key={b.label} title={b.title}>
          <span class="name">{b.href ? <a href={b.href}>{b.label}</a> : b.label}</span>
          <span class="track"><span class="fill" style={{ width: `${(b.value / most) * 100}%` }} /><span class="value">{b.value}</span></span>
        </li>
      ))}
    </ul>
  );
}

/** Grid is a table whose cells are shaded by their number. */
export function Grid({ rows, columns, value, label }: { rows: string[]; columns: string[]; value: (row: string, column: string) => number; label: string }) {
  const most = max(rows.flatMap((r) => columns.map((c) => value(r, c)))) ?? 1;
  const shade = (n: number) => (n ? Math.ceil((n / most) * 5) : 0);
  return (
    <>
    <div class="table" role="region" aria-label={label} tabIndex={0}>
      <table class="grid">
        <caption class="hidden">{label}</caption>
        <thead><tr><td />{columns.map((c) => <th key={c} scope="col">{c}</th>)}</tr></thead>
        <tbody>{rows.map((r) => <tr key={r}><th scope="row">{r}</th>{columns.map((c) => <td key={c} class={`h${shade(value(r, c))}`}>{value(r, c) || ''}</td>)}</tr>)}</tbody>
      </table>
    </div>
    <p class="under"><CopyRows lines={() => [['', ...columns], ...rows.map((r) => [r, ...columns.map((c) => String(value(r, c)))])]} /></p>
    </>
  );
}

/** BarTable is the same as a table, folded. */
export function BarTable({ bars, name, count }: { bars: Bar[]; name: string; count: string }) {
  if (!bars.length) return null;
  return (
    <details class="as-table"><summary>{strings.count.asTable}</summary>
      <Sorted caption={name} rows={bars} idOf={(b) => b.label} columns={[
        { head: name, text: (b) => [b.label, b.title].filter(Boolean).join(': '), show: (b) => <>{b.href ? <a href={b.href}>{b.label}</a> : b.label}{b.title && <span class="title">{b.title}</span>}</> },
        { head: count, text: (b) => b.value },
      ]} />
    </details>
  );
}
