// Plots that say their numbers: bars with the value written on each, and the same as a table.

import { max } from 'd3-array';
import { strings } from './strings.ts';

export interface Bar { label: string; value: number; href?: string; title?: string }

const WIDTH = 720;
const NAMES = 264; // width of the names before lying bars

/** Columns are upright bars along an axis, such as years. */
export function Columns({ bars, label }: { bars: Bar[]; label: string }) {
  if (!bars.length) return <p class="quiet">{strings.none}</p>;
  const height = 200;
  const most = max(bars, (b) => b.value) ?? 1;
  const step = Math.min(60, (WIDTH - 10) / Math.max(1, bars.length));
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${height + 46}`} role="img" aria-label={`${label}: ${bars.map((b) => `${b.label} ${b.value}`).join(', ')}`}>
      {bars.map((b, i) => {
        const size = (b.value / most) * (height - 20);
        return (
          <g key={b.label} transform={`translate(${i * step + 5},0)`}>
            <title>{`${b.label}: ${b.value}`}</title>
            <rect class="bar" x={2} width={Math.max(2, step - 6)} y={height - size} height={size} />
            <text class="value" x={step / 2 - 1} y={height - size - 4}>{b.value}</text>
            <text class="tick" transform={step < 30 ? `translate(${step / 2 + 3},${height + 24}) rotate(-90)` : `translate(${step / 2 - 1},${height + 16})`}>{b.label}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** Rows are lying bars with long names, each a link. */
export function Rows({ bars, label }: { bars: Bar[]; label: string }) {
  if (!bars.length) return <p class="quiet">{strings.none}</p>;
  const most = max(bars, (b) => b.value) ?? 1;
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${bars.length * 24 + 4}`} role="img" aria-label={`${label}: ${bars.map((b) => `${b.label} ${b.value}`).join(', ')}`}>
      {bars.map((b, i) => (
        <g key={b.label} transform={`translate(0,${i * 24})`}>
          <title>{[b.label, b.title, String(b.value)].filter(Boolean).join(': ')}</title>
          <text class="name" x={NAMES - 8} y={16}>{b.label}</text>
          <rect class="bar" x={NAMES} y={3} width={(b.value / most) * (WIDTH - NAMES - 52)} height={18} />
          <text class="value left" x={NAMES + 6 + (b.value / most) * (WIDTH - NAMES - 52)} y={16}>{b.value}</text>
        </g>
      ))}
    </svg>
  );
}

/** Grid is a table whose cells are shaded by their number. */
export function Grid({ rows, columns, value, label }: { rows: string[]; columns: string[]; value: (row: string, column: string) => number; label: string }) {
  const most = max(rows.flatMap((r) => columns.map((c) => value(r, c)))) ?? 1;
  const shade = (n: number) => (n ? Math.ceil((n / most) * 5) : 0);
  return (
    <div class="table" role="region" aria-label={label} tabIndex={0}>
      <table class="grid">
        <caption class="hidden">{label}</caption>
        <thead><tr><td />{columns.map((c) => <th key={c} scope="col">{c}</th>)}</tr></thead>
        <tbody>{rows.map((r) => <tr key={r}><th scope="row">{r}</th>{columns.map((c) => <td key={c} class={`h${shade(value(r, c))}`}>{value(r, c) || ''}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

/** BarTable is the same as a table, folded. */
export function BarTable({ bars, name, count }: { bars: Bar[]; name: string; count: string }) {
  if (!bars.length) return null;
  return (
    <details class="as-table"><summary>{strings.count.asTable}</summary>
      <table><thead><tr><th scope="col">{name}</th><th scope="col">{count}</th></tr></thead>
        <tbody>{bars.map((b) => <tr key={b.label}><td>{b.href ? <a href={b.href}>{b.label}</a> : b.label}{b.title && <span class="title">{b.title}</span>}</td><td>{b.value}</td></tr>)}</tbody></table>
    </details>
  );
}
