// Places of a drawing on a time axis: columns are years or sessions, lanes are bodies. The same model
// gives the same places, and nodes in a lane are ordered so that few lines cross.

import { type Line, type Model, type Node, laneOf } from './model.ts';
import { actParts, compareIds, ownerOf, yearOf } from './things.ts';

export interface Placed { x: number; y: number; width: number; dated: boolean }
export interface Column { key: string; x: number; width: number }
export interface Lane { key: string; y: number; height: number }
export interface Layout { places: Map<string, Placed>; columns: Column[]; lanes: Lane[]; width: number; height: number }

export const NODE_HEIGHT = 24;
const ROW = 32;
const GAP_X = 34;
const LANE_PAD = 14;
const ARC = 34; // above the acts of a body, for the lines that pass over other acts
const ARC_X = 24; // right of the last column, for the lines between its nodes
const SESSION_LETTER = 8;
const TALLEST = 8; // nodes of one cell above one another before it takes a second column
export const GUTTER = 116; // left of the first column, for the names of lanes
export const HEAD = 30; // above the first lane, for the names of columns

export type Axis = 'year' | 'session';

/** columnOf is the column of a dated entity: its year, or the session of its number. */
function columnOf(node: Node, axis: Axis): string | null {
  const year = yearOf(node.thing.date);
  if (year === null) return null;
  const act = actParts(node.thing.id);
  const session = axis === 'session' && act && /^(\d{1,3}|[A-Z]+-\d+)\/\d+/.exec(act.number);
  return session ? `${year} ${act.body} ${session[1]}` : String(year);
}

/** columnsOf gives every node a column; what has no date stands where it is first spoken of. */
export function columnsOf(model: Model, axis: Axis): Map<string, { key: string; dated: boolean }> {
  const columns = new Map<string, { key: string; dated: boolean }>();
  for (const n of model.nodes) {
    const key = columnOf(n, axis);
    if (key) columns.set(n.id, { key, dated: true });
  }
  const owners = new Map(model.nodes.map((n) => [n.id, ownerOf(n.thing.id)]));
  for (let round = 0; round < 6; round++) {
    const found = new Map<string, string>();
    for (const n of model.nodes) {
      const own = columns.get(owners.get(n.id)!);
      if (!columns.has(n.id) && own) found.set(n.id, own.key);
    }
    for (const l of model.lines) {
      for (const [id, other] of [[l.source, l.target], [l.target, l.source]]) {
        const key = columns.get(other)?.key;
        if (!columns.has(id) && key && (!found.has(id) || key < found.get(id)!)) found.set(id, key);
      }
    }
    if (!found.size) break;
    for (const [id, key] of found) columns.set(id, { key, dated: false });
  }
  for (const n of model.nodes) if (!columns.has(n.id)) columns.set(n.id, { key: '', dated: false });
  return columns;
}

interface Cell { lane: string; column: string; nodes: Node[] }

/** The pane that a drawing should fit, in pixels. */
const PANE = { width: 1200, height: 640 };

/** layOut places a model. widthOf measures what a node shows. Cells are columns or squares, whichever fits a pane better. */
export function layOut(model: Model, axis: Axis, widthOf: (n: Node) => number): Layout {
  const [tall, square] = [false, true].map((s) => layOutCells(model, axis, widthOf, s));
  const scale = (l: Layout) => Math.min(PANE.width / l.width, PANE.height / l.height);
  return scale(square) > scale(tall) ? square : tall;
}

function layOutCells(model: Model, axis: Axis, widthOf: (n: Node) => number, square: boolean): Layout {
  const columns = columnsOf(model, axis);
  const cells = new Map<string, Cell>();
  for (const n of model.nodes) {
    const [lane, column] = [laneOf(n.thing.id), columns.get(n.id)!.key];
    const key = `${lane}\u0000${column}`;
    const cell = cells.get(key) ?? { lane, column, nodes: [] };
    cell.nodes.push(n);
    cells.set(key, cell);
  }
  const laneKeys = orderLanes(model);
  const columnKeys = [...new Set([...columns.values()].map((c) => c.key))].sort(compareColumns);
  order(cells, laneKeys, model.lines);
  return settle(cells, laneKeys, columnKeys, columns, widthOf, square);
}

/** compareColumns puts what no dated text speaks of last. */
function compareColumns(a: string, b: string): number {
  return Number(a === '') - Number(b === '') || compareIds(a, b);
}

const LAST_LANES = ['meetings', 'documents', 'treaties', 'bodies', 'states', 'others', 'texts'];

/** orderLanes puts the lane where the drawing began first, then bodies by the number of their acts. */
function orderLanes(model: Model): string[] {
  const counts = new Map<string, number>();
  let first = '';
  for (const n of model.nodes) {
    const lane = laneOf(n.thing.id);
    counts.set(lane, (counts.get(lane) ?? 0) + 1);
    if (n.distance === 0 && !first && lane.startsWith('acts ')) first = lane;
  }
  const rank = (lane: string) => (lane === first ? -1 : LAST_LANES.indexOf(lane) + 1);
  return [...counts.keys()].sort((a, b) => rank(a) - rank(b) || counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

/** order sorts each cell by the mean height of its neighbours, in a few sweeps (barycentre heuristic). */
function order(cells: Map<string, Cell>, lanes: string[], lines: Line[]): void {
  const neighbours = new Map<string, string[]>();
  for (const l of lines) {
    for (const [a, b] of [[l.source, l.target], [l.target, l.source]]) {
      const list = neighbours.get(a);
      if (list) list.push(b);
      else neighbours.set(a, [b]);
    }
  }
  const rank = new Map<string, number>();
  const number = (cell: Cell) => cell.nodes.forEach((n, i) => rank.set(n.id, lanes.indexOf(cell.lane) * 1000 + i));
  const all = [...cells.values()].sort((a, b) => compareColumns(a.column, b.column) || lanes.indexOf(a.lane) - lanes.indexOf(b.lane));
  all.forEach(number);
  for (let sweep = 0; sweep < 6; sweep++) {
    // There and back along the time axis; a cell that is sorted counts for the next.
    for (const cell of sweep % 2 ? [...all].reverse() : all) {
      const mean = new Map(cell.nodes.map((n) => {
        const near = neighbours.get(n.id) ?? [];
        return [n.id, near.length ? near.reduce((sum, id) => sum + rank.get(id)!, 0) / near.length : rank.get(n.id)!];
      }));
      cell.nodes.sort((a, b) => Number(Boolean(a.fold)) - Number(Boolean(b.fold)) || mean.get(a.id)! - mean.get(b.id)! || compareIds(a.id, b.id));
      number(cell);
    }
  }
}

function settle(cells: Map<string, Cell>, laneKeys: string[], columnKeys: string[], columns: Map<string, { key: string; dated: boolean }>, widthOf: (n: Node) => number, square: boolean): Layout {
  const shape = new Map<Cell, { rows: number; parts: Node[][]; widths: number[] }>();
  // A column is as wide as the name of its session.
  const columnWidth = new Map<string, number>(columnKeys.map((k) => [k, Math.max(60, (k.length - '2024 '.length) * SESSION_LETTER)]));
  const laneRows = new Map<string, number>(laneKeys.map((k) => [k, 1]));
  for (const cell of cells.values()) {
    const least = square && !cell.lane.startsWith('acts ') ? 2 : TALLEST;
    const rows = Math.min(cell.nodes.length, Math.max(least, Math.ceil(Math.sqrt(cell.nodes.length * (least === 2 ? 1 : 2)))));
    const parts: Node[][] = [];
    for (let i = 0; i < cell.nodes.length; i += rows) parts.push(cell.nodes.slice(i, i + rows));
    const widths = parts.map((p) => Math.max(...p.map(widthOf)));
    shape.set(cell, { rows, parts, widths });
    columnWidth.set(cell.column, Math.max(columnWidth.get(cell.column)!, widths.reduce((a, b) => a + b, 0) + (widths.length - 1) * 12));
    laneRows.set(cell.lane, Math.max(laneRows.get(cell.lane)!, rows));
  }
  let x = GUTTER;
  const columnAt: Column[] = columnKeys.map((key) => {
    const column = { key, x, width: columnWidth.get(key)! };
    x += column.width + GAP_X;
    return column;
  });
  let y = HEAD;
  const laneAt: Lane[] = laneKeys.map((key) => {
    const lane = { key, y, height: laneRows.get(key)! * ROW + 2 * LANE_PAD + arcOf(key) };
    y += lane.height;
    return lane;
  });
  const places = new Map<string, Placed>();
  for (const [cell, { rows, parts, widths }] of shape) {
    const column = columnAt.find((c) => c.key === cell.column)!;
    const lane = laneAt.find((l) => l.key === cell.lane)!;
    const top = lane.y + arcOf(cell.lane) + (lane.height - arcOf(cell.lane) - rows * ROW) / 2 + (ROW - NODE_HEIGHT) / 2;
    let left = column.x;
    parts.forEach((part, i) => {
      part.forEach((n, row) => places.set(n.id, { x: left, y: top + row * ROW, width: widthOf(n), dated: columns.get(n.id)!.dated }));
      left += widths[i] + 12;
    });
  }
  return { places, columns: columnAt, lanes: laneAt, width: x + ARC_X, height: y };
}

const arcOf = (lane: string) => (lane.startsWith('acts ') ? ARC : 0);

/** curve is the path of a line between two places: it leaves and arrives sideways. */
export function curve(from: Placed, to: Placed, offset: number): string {
  const [y1, y2] = [from.y + NODE_HEIGHT / 2 + offset, to.y + NODE_HEIGHT / 2 + offset];
  if (Math.abs(from.x - to.x) < 40) {
    // In one column: out at the right side and back in.
    const right = Math.max(from.x + from.width, to.x + to.width) + 14 + Math.min(60, Math.abs(y2 - y1) / 6);
    return `M${from.x + from.width},${y1}C${right},${y1} ${right},${y2} ${to.x + to.width + 5},${y2}`;
  }
  const backward = to.x < from.x;
  const x1 = backward ? from.x : from.x + from.width;
  const x2 = backward ? to.x + to.width + 5 : to.x - 5;
  const bend = Math.max(24, Math.abs(x1 - x2) / 2.2) * (backward ? -1 : 1);
  if (Math.abs(y1 - y2) < NODE_HEIGHT && Math.abs(x1 - x2) > 60) {
    // In one row: over the heads of those between.
    const over = Math.min(from.y, to.y) - Math.min(44, 6 + Math.abs(x1 - x2) / 14);
    return `M${x1},${y1 - 4}C${x1 + bend / 3},${over} ${x2 - bend / 3},${over} ${x2},${y2 - 4}`;
  }
  return `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}
