// Who does something together with one entity: a network around it, and the same as a ranking. All weights are the server's.

import { useMemo } from 'preact/hooks';
import { Drawn, Figure, type Plot } from './figure.tsx';
import { nameOf, shorten } from './names.ts';
import { type Bar, BarTable, Rows } from './plots.tsx';
import { strings } from './strings.ts';
import type { Thing } from './things.ts';
import type { ViewProps } from './view_draw.tsx';

const t = strings.together;

export interface Together { nodes: { id: string; degree: number; community: number; node: Thing }[]; links: { source: string; target: string; weight: number }[] }

/** TOGETHER is the server's network around an entity, which comes first among the nodes. */
export const together = (name: string, of: string) => `${name}: network(of: ${of}, around: $id, limit: 60) { nodes { id degree community node { ...Named } } links { source target weight } }`;

/** Others that the network draws and the ranking shows at first. */
const [DRAWN, RANKED] = [14, 12];
const [HEIGHT, EDGE] = [(globalThis.innerWidth ?? 1360) < 700 ? 290 : 400, 22];
const LETTER = 6.8; // mean width of one of a name

interface Spot { x: number; y: number; id: string; name: string; weight: number; community: number }
interface Tie { x1: number; y1: number; x2: number; y2: number; weight: number; own: boolean; says: string; href: string }

export interface CircleProps { data: Together; kind: keyof typeof t.kinds; network: string; go: ViewProps['go'] }

/** Circle draws who stands together with an entity around it, those of one community side by side, and ranks them. */
export function Circle({ data, kind, network, go }: CircleProps) {
  const { bars, spots, ties } = useMemo(() => circleOf(data, kind), [data]);
  const [self] = data.nodes;
  if (!bars.length) return null;
  const [title, counts, ranking] = t.kinds[kind];
  const all = self.degree;
  const table = <BarTable bars={bars} name={strings.columns.name} count={strings.columns.count} />;
  return (
    <>
      {bars.length > 2 && (
        <Figure title={title} counts={t.drawn(counts, Math.min(DRAWN, bars.length), all)}>
          <Drawn<Spot | Tie> label={`${title}: ${bars.slice(0, DRAWN).map((b) => `${b.label} ${b.value}`).join(', ')}`} height={HEIGHT} most={700} options={(plot, width) => options(plot, width, spots, ties)} of={data} onPick={(d) => 'href' in d ? go(d.href) : go(`/?read=${d.id}`)} />
          <p class="under">{t.files} {['gexf', 'graphml', 'csv'].map((f) => <span key={f}><a href={`/export?network=${network}&format=${f}`} download="">{t.formats[f]}</a> </span>)}</p>
        </Figure>
      )}
      <Figure title={ranking} counts={`${t.ranked(counts)}${strings.count.first(Math.min(RANKED, bars.length), all)}`} table={table}><Rows bars={bars.slice(0, RANKED)} label={ranking} /></Figure>
    </>
  );
}

/** circleOf places the strongest of the others on a circle, and makes the ranking of all of them. */
function circleOf({ nodes: [self, ...others], links }: Together, kind: keyof typeof t.kinds): { bars: Bar[]; spots: Spot[]; ties: Tie[] } {
  if (!self) return { bars: [], spots: [], ties: [] };
  const weights = new Map(links.flatMap((l) => (l.source === self.id ? [[l.target, l.weight]] : l.target === self.id ? [[l.source, l.weight]] : [])));
  const way = kind === 'sponsors' ? 'sponsors' : 'all';
  const between = (a: string, b: string) => `/?compare=${a}&with=${b}&by=${way}`;
  const bars = others.map((o): Bar => ({ label: nameOf(o.node), value: weights.get(o.id) ?? 0, href: between(self.id, o.id) }));
  const drawn = others.slice(0, DRAWN).sort((a, b) => a.community - b.community || weights.get(b.id)! - weights.get(a.id)!);
  const spots: Spot[] = [
    { x: 0, y: 0, id: self.id, name: nameOf(self.node), weight: 0, community: self.community },
    ...drawn.map((o, i): Spot => {
      const turn = (2 * Math.PI * (i + 0.5)) / drawn.length - Math.PI / 2;
      return { x: Math.cos(turn), y: Math.sin(turn), id: o.id, name: nameOf(o.node), weight: weights.get(o.id) ?? 0, community: o.community };
    }),
  ];
  const at = new Map(spots.map((s) => [s.id, s]));
  const ties = links.flatMap((l): Tie[] => {
    const [a, b] = [at.get(l.source), at.get(l.target)];
    return a && b ? [{ x1: a.x, y1: a.y, x2: b.x, y2: b.y, weight: l.weight, own: a.id === self.id || b.id === self.id, says: t.tie(a.name, b.name, l.weight), href: between(a.id, b.id) }] : [];
  });
  return { bars, spots, ties: ties.sort((a, b) => Number(a.own) - Number(b.own)) };
}

/** options draw ties as thick as acts join two; those among the others stay in the background. */
function options(plot: Plot, width: number, spots: Spot[], ties: Tie[]) {
  const most = Math.max(...ties.map((l) => l.weight));
  const side = Math.max(96, (width - HEIGHT + 2 * EDGE) / 2);
  const name = (s: Spot) => shorten(s.name, Math.floor((side - 12) / LETTER));
  // A circle stays one, whatever the shape of its place.
  const [wide, high] = [width - 2 * side, HEIGHT - 2 * EDGE];
  const domain = (length: number) => [-1, 1].map((end) => (end * length) / Math.min(wide, high));
  const label = (list: Spot[], textAnchor: 'start' | 'end', dx: number) => plot.text(list, { x: 'x', y: 'y', text: name, textAnchor, dx, fill: 'currentColor', stroke: 'var(--paper)', strokeWidth: 3, paintOrder: 'stroke' });
  return {
    marginLeft: side, marginRight: side, marginTop: EDGE, marginBottom: EDGE,
    x: { axis: null, domain: domain(wide) }, y: { axis: null, domain: domain(high), reverse: true }, color: { type: 'identity' as const }, r: { type: 'identity' as const },
    marks: [
      plot.link(ties, { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', stroke: (l: Tie) => (l.own ? 'var(--line-standsFor)' : 'var(--line-names)'), strokeWidth: (l: Tie) => 0.5 + 5 * (l.weight / most) ** 2, strokeOpacity: (l: Tie) => (l.own ? 0.8 : 0.12), strokeLinecap: 'round' }),
      plot.dot(spots, { x: 'x', y: 'y', r: (s: Spot) => (s.weight ? 6 : 9), fill: (s: Spot) => (s.weight ? 'var(--node-dot)' : 'var(--accent)'), stroke: 'var(--paper)', strokeWidth: 2, title: (s: Spot) => (s.weight ? t.tie(spots[0].name, s.name, s.weight) : s.name), tip: true }),
      label(spots.filter((s) => s.weight && s.x >= 0), 'start', 12), label(spots.filter((s) => s.weight && s.x < 0), 'end', -12),
    ],
  };
}
