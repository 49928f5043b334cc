// Which labels of a drawing are shown, so that none lies over another or over a mark: the more important ones first,
// in full or, where that does not fit, the number alone. Coming nearer makes room for the others.

import type { Placed } from './layout.ts';

/** What could stand beside a mark, the more important the higher its rank; on the side where no lines arrive, where there is one (left). */
export interface Wish { id: string; full: string; short: string; rank: number; left?: boolean }
export interface Label { id: string; text: string; x: number; y: number; end: boolean }

const LETTER = 6.5; // mean width of a letter of 12 px
const HEIGHT = 15;
const AWAY = 4; // between a mark and its label
const ABOVE = 11; // how much higher a label stands that lines would run through
const CELL = 64;

/** The rank from which on a label is shown even where there is no room for it. */
export const ALWAYS = 1e5;

interface Box { left: number; top: number; right: number; bottom: number }

/** A Plane knows which boxes lie where. */
class Plane {
  private readonly cells = new Map<string, Box[]>();

  private *keys(b: Box) {
    for (let x = Math.floor(b.left / CELL); x <= Math.floor(b.right / CELL); x++) {
      for (let y = Math.floor(b.top / CELL); y <= Math.floor(b.bottom / CELL); y++) yield `${x} ${y}`;
    }
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
    }
  }

  free(b: Box): boolean {
    for (const key of this.keys(b)) {
      for (const o of this.cells.get(key) ?? []) if (b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom) return false;
    }
    return true;
  }
}

/** labelsOf are the labels at a scale, in the units of the scene, none beyond its ends. Marks have a least radius on the screen. */
export function labelsOf(wishes: Wish[], placeOf: (id: string) => Placed | undefined, scale: number, leastRadius: number, ends: { left: number; width: number }): Label[] {
  const plane = new Plane();
  const radius = (p: Placed) => Math.max(p.r * scale, leastRadius);
  for (const { id } of wishes) {
    const p = placeOf(id);
    if (p) plane.add({ left: p.x * scale - radius(p), right: p.x * scale + radius(p), top: p.y * scale - radius(p), bottom: p.y * scale + radius(p) });
  }
  const shown: Label[] = [];
  for (const { id, full, short, rank, left: before = false } of [...wishes].sort((a, b) => b.rank - a.rank)) {
    const p = placeOf(id);
    if (!p) continue;
    let placed = false;
    // Where lines arrive at the right side, a label that stands there stands above them.
    for (const [text, end] of [[full, before], [full, !before], [short, before], [short, !before]] as const) {
      const y = p.y * scale - (before && !end ? ABOVE : 0);
      const width = text.length * LETTER;
      const near = radius(p) + AWAY;
      const left = end ? p.x * scale - near - width : p.x * scale + near;
      const box = { left, right: left + width, top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
      if (left < ends.left * scale || box.right > ends.width * scale || !plane.free(box)) continue;
      plane.add(box);
      shown.push({ id, text, x: p.x + (end ? -near : near) / scale, y: y / scale, end });
      placed = true;
      break;
    }
    // What the drawing is about is named, whatever lies there.
    if (!placed && rank >= ALWAYS) {
      const from = p.x * scale + radius(p) + AWAY;
      plane.add({ left: from, right: from + short.length * LETTER, top: p.y * scale - HEIGHT / 2, bottom: p.y * scale + HEIGHT / 2 });
      shown.push({ id, text: short, x: from / scale, y: p.y, end: false });
    }
  }
  return shown;
}
