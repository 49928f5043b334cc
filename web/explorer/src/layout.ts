// Pixels of a drawing on a time axis. The server says in which column, lane and row a node stands; widths,
// and columns inside a cell that is too tall, depend on what is shown and where.

import type { Model, Node } from './model.ts';
import { type Labelled, compareIds } from './things.ts';

export interface Placed { x: number; y: number; width: number; dated: boolean }
export interface Column extends Labelled { x: number; width: number }
export interface Lane extends Labelled { y: number; height: number }
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

interface Cell { lane: number; column: number; nodes: Node[] }

/** The pane that a drawing should fit, in pixels. */
const PANE = { width: 1200, height: 640 };

/** layOut gives a model its pixels. widthOf measures what a node shows. Cells are columns or squares, whichever fits a pane better. */
export function layOut(model: Model, widthOf: (n: Node) => number): Layout {
  const cells = cellsOf(model.nodes);
  const [tall, square] = [false, true].map((s) => settle(cells, model, widthOf, s));
  const scale = (l: Layout) => Math.min(PANE.width / l.width, PANE.height / l.height);
  return scale(square) > scale(tall) ? square : tall;
}

/** cellsOf gathers what stands in one column and lane, in the order of rows, folded hubs last. */
function cellsOf(nodes: Node[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const n of nodes) {
    const { column, lane } = n.at;
    const key = `${column} ${lane}`;
    const cell = cells.get(key);
    if (cell) cell.nodes.push(n);
    else cells.set(key, { lane, column, nodes: [n] });
  }
  for (const { nodes } of cells.values()) nodes.sort((a, b) => Number(Boolean(a.fold)) - Number(Boolean(b.fold)) || a.at.row - b.at.row || compareIds(a.id, b.id));
  return [...cells.values()];
}

/** used are the columns or lanes that are not empty, by their places in the model's list. */
const used = (list: Labelled[], cells: Cell[], by: 'column' | 'lane') => [...new Set(cells.map((c) => c[by]))].sort((a, b) => a - b).map((index) => ({ index, ...list[index] }));

function settle(cells: Cell[], model: Model, widthOf: (n: Node) => number, square: boolean): Layout {
  const [columns, lanes] = [used(model.columns, cells, 'column'), used(model.lanes, cells, 'lane')];
  const shape = new Map<Cell, { rows: number; parts: Node[][]; widths: number[] }>();
  // A column is as wide as the name of its session.
  const columnWidth = new Map(columns.map((c) => [c.index, Math.max(60, (c.label.length - ' (2024)'.length) * SESSION_LETTER)]));
  const laneRows = new Map(lanes.map((l) => [l.index, 1]));
  for (const cell of cells) {
    const least = square && !isActs(model.lanes[cell.lane]) ? 2 : TALLEST;
    const rows = Math.min(cell.nodes.length, Math.max(least, Math.ceil(Math.sqrt(cell.nodes.length * (least === 2 ? 1 : 2)))));
    const parts: Node[][] = [];
    for (let i = 0; i < cell.nodes.length; i += rows) parts.push(cell.nodes.slice(i, i + rows));
    const widths = parts.map((p) => Math.max(...p.map(widthOf)));
    shape.set(cell, { rows, parts, widths });
    columnWidth.set(cell.column, Math.max(columnWidth.get(cell.column)!, widths.reduce((a, b) => a + b, 0) + (widths.length - 1) * 12));
    laneRows.set(cell.lane, Math.max(laneRows.get(cell.lane)!, rows));
  }
  let x = GUTTER;
  const columnAt = columns.map((c) => {
    const column = { ...c, x, width: columnWidth.get(c.index)! };
    x += column.width + GAP_X;
    return column;
  });
  let y = HEAD;
  const laneAt = lanes.map((l) => {
    const lane = { ...l, y, height: laneRows.get(l.index)! * ROW + 2 * LANE_PAD + arcOf(l) };
    y += lane.height;
    return lane;
  });
  const places = new Map<string, Placed>();
  for (const [cell, { rows, parts, widths }] of shape) {
    const column = columnAt.find((c) => c.index === cell.column)!;
    const lane = laneAt.find((l) => l.index === cell.lane)!;
    const top = lane.y + arcOf(lane) + (lane.height - arcOf(lane) - rows * ROW) / 2 + (ROW - NODE_HEIGHT) / 2;
    let left = column.x;
    parts.forEach((part, i) => {
      part.forEach((n, row) => places.set(n.id, { x: left, y: top + row * ROW, width: widthOf(n), dated: n.at.dated }));
      left += widths[i] + 12;
    });
  }
  return { places, columns: columnAt, lanes: laneAt, width: x + ARC_X, height: y };
}

const isActs = (lane: Labelled) => lane.key.startsWith('acts ');
const arcOf = (lane: Labelled) => (isActs(lane) ? ARC : 0);

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
