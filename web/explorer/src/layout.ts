// Pixels of a drawing on a time axis. The server says in which column, lane and row an entity stands; how far these
// are apart depends on how many are shown and on the pane.

import { type Labelled, type Spot, compareIds, yearOf } from './things.ts';

/** The middle of a mark, and its radius. */
export interface Placed { x: number; y: number; r: number }
export interface Column extends Labelled { x: number; width: number }
export interface Lane extends Labelled { y: number; height: number }
export interface Layout { places: Map<string, Placed>; columns: Column[]; lanes: Lane[]; left: number; width: number; height: number }

/** What is to be placed: an entity, the server's spot, and a radius. */
export interface Mark { id: string; at: Spot; r: number; last?: boolean }

export const ROW = 30;
const SUB = 46; // between the columns of a cell that is too tall for one
const GAP_X = 34;
const LANE_PAD = 12;
const LANE_NAME = 16; // above the marks of a lane, for its name and the lines that pass over
const SESSION_LETTER = 7;
const NARROWEST = 44;
const WIDEST = 250; // a column that has room for its labels
const MOST_LEVELS = 16; // rows by which the acts of one lane may stand lower than those of the year before
const LABEL = 200; // right of the last column, for its labels
export const EDGE = 96; // left of the first column, for labels
export const HEAD = 34; // above the first lane, for the names of columns

/** The pane that a drawing should fill, in pixels; on a phone it is seen from further away, and higher than wide. */
const PANE = (globalThis.innerWidth ?? 1360) < 700 ? { width: 640, height: 820 } : { width: 1060, height: 560 };

interface Cell { lane: number; column: number; marks: Mark[] }

/** radiusOf grows with how often an act is cited. */
export const radiusOf = (cited: number) => Math.min(13, 4.5 + 1.25 * Math.sqrt(cited));

/** layOut gives marks their pixels; cells are as tall as fits the pane best. */
export function layOut(marks: Mark[], columns: Labelled[], lanes: Labelled[]): Layout {
  const cells = cellsOf(marks);
  let best: Layout | null = null;
  let most = 0;
  for (const tallest of [4, 6, 9, 14, 22, 40]) {
    const layout = settle(cells, columns, lanes, tallest);
    const scale = Math.min(PANE.width / layout.width, PANE.height / layout.height, 1);
    if (!best || scale > most * 1.02) [best, most] = [layout, scale];
  }
  return best!;
}

/** cellsOf gathers what stands in one column and lane, in the order of rows, folded hubs last. */
function cellsOf(marks: Mark[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const m of marks) {
    const { column, lane } = m.at;
    const key = `${column} ${lane}`;
    const cell = cells.get(key);
    if (cell) cell.marks.push(m);
    else cells.set(key, { lane, column, marks: [m] });
  }
  for (const { marks: list } of cells.values()) list.sort((a, b) => Number(a.last ?? false) - Number(b.last ?? false) || a.at.row - b.at.row || compareIds(a.id, b.id));
  return [...cells.values()];
}

/** used are the columns or lanes that are not empty, by their places in the server's list. */
const used = (list: Labelled[], cells: Cell[], by: 'column' | 'lane') => [...new Set(cells.map((c) => c[by]))].sort((a, b) => a - b).map((index) => ({ index, ...list[index] }));

const leastWidth = (c: Labelled) => Math.max(NARROWEST, (c.label.length - ' (2024)'.length) * SESSION_LETTER);

function settle(cells: Cell[], allColumns: Labelled[], allLanes: Labelled[], tallest: number): Layout {
  const [columns, lanes] = [used(allColumns, cells, 'column'), used(allLanes, cells, 'lane')];
  const subs = new Map<number, number>();
  const rows = new Map<number, number>();
  for (const { column, lane, marks } of cells) {
    const height = Math.min(marks.length, tallest);
    rows.set(lane, Math.max(rows.get(lane) ?? 1, height));
    subs.set(column, Math.max(subs.get(column) ?? 1, Math.ceil(marks.length / height)));
  }
  const least = columns.map((c) => Math.max(leastWidth(c), subs.get(c.index)! * SUB));
  const natural = least.reduce((a, b) => a + b + GAP_X, 0);
  // What is left of the pane goes to the columns, which have labels.
  const more = Math.max(0, Math.min((PANE.width - 2 * EDGE - LABEL - natural) / columns.length, WIDEST));
  let x = EDGE;
  const columnAt = columns.map((c, i) => {
    const column = { ...c, x, width: least[i] + more };
    x += column.width + GAP_X;
    return column;
  });
  // And to the lanes: what stands in one row goes down in steps, so that labels have room and lines do not pass over marks.
  const laneHeight = (l: { index: number }) => rows.get(l.index)! * ROW + 2 * LANE_PAD + LANE_NAME;
  const levels = Math.max(0, Math.min(MOST_LEVELS, Math.floor((PANE.height - HEAD - lanes.reduce((sum, l) => sum + laneHeight(l), 0)) / lanes.length / ROW)));
  let y = HEAD;
  const laneAt = lanes.map((l) => {
    const lane = { ...l, y, height: laneHeight(l) + levels * ROW };
    y += lane.height;
    return lane;
  });
  // Few columns go down in larger steps.
  const step = Math.max(1, Math.min(3, levels / Math.max(1, columnAt.length - 1)));
  const places = new Map<string, Placed>();
  for (const { column: c, lane: l, marks } of cells) {
    const [column, lane] = [columnAt.find((o) => o.index === c)!, laneAt.find((o) => o.index === l)!];
    const height = Math.min(marks.length, tallest);
    const free = rows.get(l)! + levels - height;
    const first = lane.y + LANE_NAME + LANE_PAD + ROW / 2;
    const top = first + (levels ? (Math.round(columnAt.indexOf(column) * step) % (free + 1)) * ROW : (free * ROW) / 2);
    // A second column of a cell stands half a row lower: labels of both have room.
    marks.forEach((m, i) => places.set(m.id, { x: column.x + SUB / 2 + Math.floor(i / height) * SUB * (1 + more / (subs.get(c)! * SUB)), y: top + (i % height) * ROW, r: m.r }));
  }
  return { places, columns: columnAt, lanes: laneAt, left: 0, width: x + LABEL, height: y };
}

/** extend places what came later among what stands, which does not move: in its year, as near as may be to what it is joined to. */
export function extend(layout: Layout, marks: Mark[], columns: Labelled[], lanes: Labelled[], near: ReadonlyMap<string, string[]>): Layout {
  const places = new Map(layout.places);
  const grown: Layout = { ...layout, places, columns: [...layout.columns], lanes: [...layout.lanes] };
  for (const m of [...marks].sort((a, b) => a.at.column - b.at.column || a.at.lane - b.at.lane || a.at.row - b.at.row)) {
    const column = columnFor(grown, columns[m.at.column]);
    const lane = laneFor(grown, lanes[m.at.lane]);
    const heights = (near.get(m.id) ?? []).flatMap((id) => places.get(id)?.y ?? []);
    const wanted = heights.length ? heights.reduce((a, b) => a + b, 0) / heights.length : lane.y;
    places.set(m.id, { ...freeSpot([...places.values()], column, lane, wanted), r: m.r });
  }
  return grown;
}

function freeSpot(taken: Placed[], column: Column, lane: Lane, wanted: number): { x: number; y: number } {
  const top = lane.y + LANE_NAME + LANE_PAD + ROW / 2;
  const rows = Math.max(1, Math.floor((lane.height - LANE_NAME - 2 * LANE_PAD) / ROW));
  const byNearness = Array.from({ length: rows }, (_, i) => top + i * ROW).sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  for (let x = column.x + SUB / 2; ; x += SUB / 2) {
    const y = byNearness.find((at) => !taken.some((p) => Math.abs(p.x - x) < SUB / 2 && Math.abs(p.y - at) < ROW - 4));
    if (y !== undefined) return { x, y };
  }
}

/** columnFor is the column of a year, put between its neighbours where none has it yet. */
function columnFor(layout: Layout, wanted: Labelled): Column {
  const known = layout.columns.find((c) => c.key === wanted.key);
  if (known) return known;
  const year = (c: Labelled) => yearOf(c.key) ?? Infinity;
  const at = layout.columns.findIndex((c) => year(c) > year(wanted) || (year(c) === year(wanted) && compareIds(c.key, wanted.key) > 0));
  const [before, after] = [layout.columns[at < 0 ? layout.columns.length - 1 : at - 1], at < 0 ? undefined : layout.columns[at]];
  const column = { ...wanted, width: leastWidth(wanted), x: 0 };
  if (before && after) column.x = (before.x + after.x) / 2;
  else if (before) [column.x, layout.width] = [layout.width - LABEL, layout.width + column.width + GAP_X];
  else [column.x, layout.left] = [layout.left - column.width, layout.left - column.width - GAP_X];
  layout.columns.splice(at < 0 ? layout.columns.length : at, 0, column);
  return column;
}

function laneFor(layout: Layout, wanted: Labelled): Lane {
  const known = layout.lanes.find((l) => l.key === wanted.key);
  if (known) return known;
  const lane = { ...wanted, y: layout.height, height: 3 * ROW + 2 * LANE_PAD + LANE_NAME };
  layout.lanes.push(lane);
  layout.height += lane.height;
  return lane;
}

/** curve is the path of a line between two marks: it leaves and arrives sideways. */
export function curve(from: Placed, to: Placed): string {
  const backward = to.x < from.x;
  const side = backward ? -1 : 1;
  if (Math.abs(from.x - to.x) < 24) {
    // In one column: out at the right side and back in.
    const right = Math.max(from.x + from.r, to.x + to.r) + 12 + Math.min(60, Math.abs(from.y - to.y) / 5);
    return `M${from.x + from.r},${from.y}C${right},${from.y} ${right},${to.y} ${to.x + to.r + 3},${to.y}`;
  }
  const [x1, x2] = [from.x + side * from.r, to.x - side * (to.r + 3)];
  if (Math.abs(from.y - to.y) < ROW / 2 && Math.abs(x1 - x2) > 60) {
    // In one row: over the heads of those between.
    const over = Math.min(from.y, to.y) - Math.min(40, 8 + Math.abs(x1 - x2) / 14);
    return `M${from.x},${from.y - from.r}C${from.x + (x2 - x1) / 4},${over} ${to.x - (x2 - x1) / 4},${over} ${to.x},${to.y - to.r - 2}`;
  }
  const bend = Math.max(20, Math.abs(x1 - x2) / 2.2) * side;
  return `M${x1},${from.y}C${x1 + bend},${from.y} ${x2 - bend},${to.y} ${x2},${to.y}`;
}
