// A map of rows by years: the darker a cell, the more it counts. The same stands in its table, with links.

import { type Plot, Drawn, Figure } from './figure.tsx';
import { strings } from './strings.ts';
import { Sorted } from './table.tsx';

/** A Cell counts what a row has in a year; the column is null for what has no date. */
export interface Cell { row: string; column: string | null; count: number; href: string }

export interface HeatMapProps { title: string; counts: string; rows: string[]; cells: Cell[]; says: (cell: Cell) => string; go: (address: string) => void; rowHead: string }

const [ROW, HEAD, GAP] = [22, 26, ' '];
const LEAST_CELL = 8;

/** shades are the five steps of a scale: each begins at about the square of the one before. */
function shades(cells: Cell[]): number[] {
  const most = Math.max(2, ...cells.map((c) => c.count));
  return [1, 2, 3, 4].map((step) => Math.max(step + 1, Math.round(most ** (step / 5))));
}

export function HeatMap({ title, counts, rows, cells, says, go, rowHead }: HeatMapProps) {
  const years = cells.flatMap((c) => (c.column ? [Number(c.column)] : []));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const columns = years.length ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : [];
  const undated = cells.some((c) => c.column === null) ? [GAP, strings.browse.undated] : [];
  const drawn = cells.filter((c) => rows.includes(c.row)).map((c) => ({ ...c, column: c.column ?? strings.browse.undated }));
  const most = Math.max(...rows.map((r) => r.length));
  const left = (width: number) => Math.min(width < 500 ? 116 : 206, most * 7 + 26);
  const options = (plot: Plot, width: number) => ({
    marginLeft: left(width), marginTop: HEAD, marginBottom: 0, marginRight: 24,
    x: { domain: [...columns, ...undated], tickFormat: (c: string) => (Number(c) % 10 === 0 && c !== GAP ? c : c === strings.browse.undated ? c : ''), tickSize: 0, label: null, axis: 'top' as const },
    y: { domain: rows, tickSize: 0, label: null, tickFormat: (r: string) => cut(r, (left(width) - 12) / 6.4) },
    color: { type: 'threshold' as const, domain: shades(cells), range: ['var(--h1)', 'var(--h2)', 'var(--h3)', 'var(--h4)', 'var(--h5)'] },
    marks: [plot.cell(drawn, { x: 'column', y: 'row', fill: 'count', inset: 0.6, rx: 1.5, title: says, tip: true })],
  });
  const table = (
    <Sorted caption={title} rows={cells} idOf={(c) => `${c.row} ${c.column}`} columns={[
      { head: rowHead, text: (c) => c.row }, { head: strings.columns.year, text: (c) => c.column ?? strings.browse.undated },
      { head: strings.columns.count, text: (c) => c.count, show: (c) => <a href={c.href} aria-label={says(c)}>{c.count}</a> },
    ]} />
  );
  return (
    <Figure title={title} counts={counts} wide table={table}>
      <Drawn<Cell> label={`${title}. ${counts}`} height={rows.length * ROW + HEAD} least={110 + (columns.length + 6) * LEAST_CELL} options={options} of={cells} onPick={(c) => go(c.href)} />
    </Figure>
  );
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, Math.max(4, most - 1))}…` : text);
