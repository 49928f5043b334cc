// Tables of rows: sorted by a click on a heading, shown in pages, copied whole.

import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { copy } from './parts.tsx';
import { strings } from './strings.ts';
import { compareIds } from './things.ts';

/** A Column says what a row shows; text is the same in words, to sort by and to copy. */
export interface Column<T> { head: string; text: (row: T) => string | number | null | undefined; show?: (row: T) => ComponentChildren; class?: string }

/** Frame is a table that scrolls by itself where it is too wide; on a phone its rows may become cards. */
function Frame({ caption, cards, children }: { caption: string; cards?: boolean; children: ComponentChildren }) {
  return <div class="table" role="region" aria-label={caption} tabIndex={0}><table class={cards ? 'cards' : undefined}><caption class="hidden">{caption}</caption>{children}</table></div>;
}

/** CopyRows puts rows, the first of which are the headings, on the clipboard as a sheet takes them. */
export function CopyRows({ lines }: { lines: () => string[][] }) {
  const [told, setTold] = useState('');
  const copyAll = async () => {
    const rows = lines().map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'));
    setTold((await copy(rows.join('\n'))) ? strings.table.copied(rows.length - 1) : strings.cite.notCopied);
  };
  return <><button type="button" class="copy" onClick={() => void copyAll()}>{strings.table.copy}</button> <span role="status">{told}</span></>;
}

/** Table is one of few rows, in the order given. */
export function Table({ caption, head, children }: { caption: string; head: string[]; children: ComponentChildren }) {
  return <Frame caption={caption}><thead><tr>{head.map((h) => <th key={h} scope="col">{h}</th>)}</tr></thead><tbody>{children}</tbody></Frame>;
}

export interface SortedProps<T> {
  caption: string;
  columns: (Column<T> | false)[];
  rows: T[];
  idOf: (row: T) => string;
  page?: number;
  /** Says which row is pointed at or holds the focus; null when none is. */
  onRow?: (row: T | null) => void;
  marked?: (row: T) => boolean;
}

/** Sorted is a table of rows in the order given until a heading is pressed: upwards, downwards, and as given again. */
export function Sorted<T>({ caption, columns, rows, idOf, page = 100, onRow, marked }: SortedProps<T>) {
  const [order, setOrder] = useState<{ head: string; down: boolean } | null>(null);
  const [shown, setShown] = useState(page);
  const words = (c: Column<T>, row: T) => String(c.text(row) ?? '');
  // A column in which no row says anything tells nothing.
  const used = columns.filter((c): c is Column<T> => c !== false && rows.some((r) => words(c, r) !== ''));
  const by = used.find((c) => c.head === order?.head);
  const sorted = useMemo(() => {
    if (!by) return rows;
    // What is not said comes last, whichever way.
    const key = new Map(rows.map((r) => [r, words(by, r)]));
    const sign = order!.down ? -1 : 1;
    return [...rows].sort((a, b) => Number(key.get(a) === '') - Number(key.get(b) === '') || sign * compareIds(key.get(a)!, key.get(b)!));
  }, [rows, order]);
  const press = (head: string) => setOrder(order?.head !== head ? { head, down: false } : order.down ? null : { head, down: true });
  const lines = () => [used.map((c) => c.head), ...sorted.map((r) => used.map((c) => words(c, r)))];
  return (
    <>
      <Frame caption={caption} cards={used.length > 2}>
        <thead><tr>{used.map((c) => (
          <th key={c.head} scope="col" aria-sort={by !== c ? undefined : order!.down ? 'descending' : 'ascending'}>
            <button type="button" onClick={() => press(c.head)} title={strings.table.sort}>{c.head}<span class="order" aria-hidden="true">{by !== c ? '↕' : order!.down ? '▾' : '▴'}</span></button>
          </th>
        ))}</tr></thead>
        <tbody>{sorted.slice(0, shown).map((r) => (
          <tr key={idOf(r)} class={marked?.(r) ? 'marked' : undefined} onMouseEnter={onRow && (() => onRow(r))} onMouseLeave={onRow && (() => onRow(null))} onFocusIn={onRow && (() => onRow(r))} onFocusOut={onRow && (() => onRow(null))}>
            {used.map((c) => <td key={c.head} class={c.class} data-head={c.head}>{c.show ? c.show(r) : c.text(r)}</td>)}
          </tr>
        ))}</tbody>
      </Frame>
      <p class="under">
        {shown < rows.length && <button type="button" class="more" onClick={() => setShown(shown + page * 4)}>{strings.read.more} ({rows.length - shown})</button>}
        <CopyRows lines={lines} />
      </p>
    </>
  );
}
