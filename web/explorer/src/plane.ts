// The plane of an overview: thousands of acts drawn by sigma (WebGL), with names of years and bodies at its edges. What
// is pointed at is drawn on a layer of its own, so that nothing else is drawn anew.

import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import Graph from 'graphology';
import Sigma from 'sigma';
import { type Layout, layOut, radiusOf } from './layout.ts';
import { type Lists, linesOf } from './lists.ts';
import { strings } from './strings.ts';
import { relationClasses } from './style.ts';

/** Lines above which each is paler. */
const HEAVY = 2_500;
/** How near the pointer must be to an act, in pixels; pixels of the screen to one of the page. */
const [REACH, SCALE] = [9, globalThis.devicePixelRatio || 1];
/** Left of the plane for the names of bodies, and above it for the years. */
const [MARGIN, HEADROOM] = [116, 18];

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** pale is a colour of the style sheet that lets others through; sigma wants its parts multiplied by the opacity. */
function pale(name: string, opacity: number): string {
  const hex = colour(name);
  return `rgba(${[1, 3, 5].map((i) => Math.round(parseInt(hex.slice(i, i + 2), 16) * opacity)).join(',')},${opacity})`;
}

interface Point { x: number; y: number }

/**
 * A Plane draws lists into a box, until it is ended. While it is moved the picture that is there moves as it is, and is
 * painted anew when it rests: a machine without a graphics card paints thousands of marks too slowly to follow a hand.
 */
export class Plane {
  private readonly layout: Layout;
  private readonly sigma: Sigma;
  private readonly paint = document.createElement('div');
  private readonly layer = document.createElement('canvas');
  private readonly near: number[][];
  private readonly spots: Point[];
  private readonly size: { width: number; height: number };
  /** Where sigma's own coordinates of the box begin, and how far they reach. */
  private readonly framed: { from: Point; to: Point };
  private view: ZoomTransform = zoomIdentity;
  private painted: ZoomTransform = zoomIdentity;
  private lit = -1;

  constructor(private readonly box: HTMLElement, private readonly names: HTMLElement, private readonly lists: Lists, onAct: (id: string) => void) {
    const { width, height } = (this.size = box.getBoundingClientRect());
    this.layout = layOut(lists.ids.map((id, i) => ({ id, at: { column: lists.columns[i], lane: lists.lanes[i], row: lists.rows[i], dated: lists.dated[i] }, r: radiusOf(lists.cited[i]) })), lists.timeline.columns, lists.timeline.lanes);
    this.spots = lists.ids.map((id) => this.at(this.layout.places.get(id)!));
    this.near = lists.ids.map(() => []);
    lists.sources.forEach((from, i) => { this.near[from].push(i); this.near[lists.targets[i]].push(i); });
    this.paint.className = 'paint';
    this.layer.className = 'lit';
    box.append(this.paint, this.layer);
    this.sigma = new Sigma(this.graph(), this.paint, {
      labelColor: { color: colour('--ink') }, labelSize: 12, labelRenderedSizeThreshold: 7, labelDensity: 0.6, labelGridCellSize: 130,
      minCameraRatio: 0.01, maxCameraRatio: 3, itemSizesReference: 'screen', allowInvalidContainer: true, stagePadding: 0,
    });
    this.sigma.setCustomBBox({ x: [0, width], y: [-height, 0] });
    this.sigma.refresh();
    this.framed = { from: this.sigma.viewportToFramedGraph({ x: 0, y: 0 }), to: this.sigma.viewportToFramedGraph({ x: width, y: height }) };
    [this.layer.width, this.layer.height] = [width * SCALE, height * SCALE];
    this.listen(onAct);
    this.write();
  }

  end(): void {
    this.sigma.kill();
    this.paint.remove();
    this.layer.remove();
  }

  private listen(onAct: (id: string) => void): void {
    const behaviour = zoom<HTMLCanvasElement, unknown>().scaleExtent([0.4, 60]).on('zoom', (e) => this.move(e.transform)).on('end', () => this.settle());
    select(this.layer).call(behaviour);
    this.layer.addEventListener('pointermove', (e) => { if (!e.buttons) this.light(this.under(e)); });
    this.layer.addEventListener('pointerleave', () => this.light(-1));
    this.layer.addEventListener('click', (e) => { const i = this.under(e); if (i >= 0) onAct(this.lists.ids[i]); });
  }

  /** under is the place of the act at the pointer, -1 where none is. */
  private under(event: MouseEvent): number {
    const box = this.layer.getBoundingClientRect();
    const [x, y] = this.view.invert([event.clientX - box.left, event.clientY - box.top]);
    let [best, nearest] = [-1, (REACH / this.view.k) ** 2];
    this.spots.forEach((p, i) => {
      const distance = (p.x - x) ** 2 + (p.y - y) ** 2;
      if (distance < nearest) [best, nearest] = [i, distance];
    });
    return best;
  }

  /** move moves the painted picture; names stay at the edges. */
  private move(to: ZoomTransform): void {
    this.view = to;
    const k = to.k / this.painted.k;
    this.paint.style.transform = `translate(${to.x - this.painted.x * k}px, ${to.y - this.painted.y * k}px) scale(${k})`;
    this.light(-1);
    this.write();
  }

  /** settle paints what is in sight now. */
  private settle(): void {
    const { from, to } = this.framed;
    const { width, height } = this.size;
    const [x, y] = this.view.invert([width / 2, height / 2]);
    this.painted = this.view;
    this.paint.style.transform = '';
    this.sigma.getCamera().setState({ x: from.x + ((to.x - from.x) * x) / width, y: from.y + ((to.y - from.y) * y) / height, ratio: 1 / this.view.k });
  }

  /** at stretches a place of the layout to the box, each axis by itself. */
  private at({ x, y }: Point): Point {
    const { width, height } = this.size;
    return { x: MARGIN + (x / this.layout.width) * (width - MARGIN), y: (y / this.layout.height) * height };
  }

  private graph(): Graph {
    const { ids, sources, targets, weights, classes } = this.lists;
    const graph = new Graph({ multi: false, type: 'directed' });
    const ink = colour('--node-dot');
    const small = ids.length > 4000 ? 3.6 : 2.8;
    ids.forEach((id, i) => {
      const { x, y } = this.spots[i];
      // Sigma's y grows upwards.
      graph.addNode(id, { x, y: -y, size: Math.max(1, this.layout.places.get(id)!.r / small), color: ink, label: this.nameOf(i) });
    });
    const drawn = linesOf(this.lists);
    const colours = new Map(relationClasses().map((c) => [c.name, pale(`--line-${c.name}`, drawn.length > HEAVY ? 0.1 : 0.25)]));
    for (const i of drawn) graph.addEdge(ids[sources[i]], ids[targets[i]], { size: Math.min(3, 0.4 + weights[i] / 6), color: colours.get(classes[i]) });
    return graph;
  }

  private nameOf(i: number): string {
    return [this.lists.numbers[i], this.lists.subjects[i]].filter(Boolean).join(' · ').slice(0, 44);
  }

  /** light draws an act with its name and all that is joined to it above the others, which grow pale; -1 is none. */
  private light(place: number): void {
    if (place === this.lit) return;
    this.lit = place;
    this.box.classList.toggle('has-lit', place >= 0);
    const context = this.layer.getContext('2d')!;
    context.setTransform(SCALE, 0, 0, SCALE, 0, 0);
    context.clearRect(0, 0, this.size.width, this.size.height);
    if (place < 0) return;
    const spot = (i: number): Point => { const [x, y] = this.view.apply([this.spots[i].x, this.spots[i].y]); return { x, y }; };
    const self = spot(place);
    context.lineWidth = 1.2;
    for (const i of this.near[place]) {
      const other = spot(this.lists.sources[i] === place ? this.lists.targets[i] : this.lists.sources[i]);
      context.strokeStyle = colour(`--line-${this.lists.classes[i]}`);
      context.beginPath();
      context.moveTo(self.x, self.y);
      context.lineTo(other.x, other.y);
      context.stroke();
      disc(context, other, 3, colour('--node-dot'));
    }
    disc(context, self, 5, colour('--accent'));
    tell(context, self, `${this.nameOf(place)} · ${strings.draw.cited(this.lists.cited[place])}`, this.size.width);
  }

  /** write puts the years above and the bodies at the left, without those that would lie over another. */
  private write(): void {
    const { width, height } = this.size;
    const view = (x: number, y: number): Point => { const p = this.at({ x, y }); return { x: this.view.applyX(p.x), y: this.view.applyY(p.y) }; };
    const spans: HTMLElement[] = [];
    let free = -Infinity;
    for (const c of this.layout.columns) {
      const { x } = view(c.x + 23, 0);
      const text = c.key ? c.label : strings.draw.undated;
      if (x < free || x < 10 || x > width - 30) continue;
      spans.push(named(text, 'year', x - text.length * 3.6, 2));
      free = x + text.length * 7.4 + 8;
    }
    free = 16;
    for (const l of this.layout.lanes) {
      const top = Math.max(HEADROOM, view(0, l.y).y + HEADROOM);
      if (view(0, l.y + l.height).y + HEADROOM < top + 12 || top < free || top > height - 14) continue;
      spans.push(named(l.label.length > 40 ? `${l.label.slice(0, 39)}…` : l.label, 'lane-name', 6, top));
      free = top + 15;
    }
    this.names.replaceChildren(...spans);
  }
}

function named(text: string, kind: string, left: number, top: number): HTMLElement {
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  span.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  return span;
}

function disc(context: CanvasRenderingContext2D, { x, y }: Point, r: number, fill: string): void {
  context.fillStyle = fill;
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.fill();
}

/** tell writes a name beside a place on a ground of its own, at the side that has room. */
function tell(context: CanvasRenderingContext2D, { x, y }: Point, name: string, width: number): void {
  context.font = '600 12px system-ui, sans-serif';
  const wide = context.measureText(name).width + 12;
  const left = x + 10 + wide > width ? x - 10 - wide : x + 10;
  context.fillStyle = colour('--panel');
  context.strokeStyle = colour('--accent');
  context.fillRect(left, y - 12, wide, 24);
  context.strokeRect(left, y - 12, wide, 24);
  context.fillStyle = colour('--ink');
  context.fillText(name, left + 6, y + 4);
}
