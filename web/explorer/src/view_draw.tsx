// Draw: the acts around entities or their lineage, with what was opened, hidden, removed and chosen as the address says.

import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Box } from './box.tsx';
import { Brush } from './brush.tsx';
import { Canvas } from './canvas.tsx';
import { Card } from './card.tsx';
import { type Scene, backboneOf, sceneOf } from './drawing.ts';
import { type DrawState, hiderOf, stateIn } from './drawstate.ts';
import type { Drawn } from './files.ts';
import { type Layout, type Mark, type Placed, extend, layOut, radiusOf } from './layout.ts';
import { Legend } from './legend.tsx';
import { type Filter, type Line, type Model, type Node, modelOf, yearAt } from './model.ts';
import { nameOf } from './names.ts';
import { Overview } from './overview_later.tsx';
import { toRead, withParam } from './route.ts';
import { StatementTable } from './statements.tsx';
import { strings } from './strings.ts';
import { loadClasses } from './style.ts';
import { Take } from './take.tsx';
import { type Axis, endOf } from './things.ts';
import { useKept } from './kept.ts';

export { Drawing } from './view_drawing.tsx';
export { StatementTable } from './statements.tsx';

const MOST_STEPS = 6;

/** Lines above which the backbone alone is shown, unless the reader wants all. */
const MANY_LINES = 200;

export interface ViewProps {
  params: URLSearchParams;
  go: (address: string, replace?: boolean) => void;
  onProof: (id: string) => void;
}

export const axisIn = (params: URLSearchParams): Axis => (params.get('axis') === 'session' ? 'session' : 'year');

export function DrawView(props: ViewProps) {
  const { params, go } = props;
  const ids = params.getAll('draw').filter(Boolean);
  if (!ids.length || params.get('overview') === '1') return <><Box go={go} /><Overview ids={ids} params={params} go={go} /></>;
  return <Lineage key={ids.join(' ')} ids={ids} {...props} />;
}

/** Lineage is the drawing that begins with some entities. */
function Lineage({ ids, params, go, onProof }: ViewProps & { ids: string[] }) {
  const way = params.get('way')! in strings.draw.ways ? params.get('way')! : 'both';
  // What an address says and the server does not know becomes what it begins with.
  const depth = Math.min(MOST_STEPS, Math.max(1, Math.round(Number(params.get('depth')) || (way === 'both' ? 1 : 3))));
  const axis = axisIn(params);
  const state = stateIn(params);
  const loaded = useKept(async () => {
    const [scene] = await Promise.all([sceneOf({ ids, way, depth, axis }, state.open), loadClasses()]);
    performance.mark('draw-start');
    return scene;
  }, [ids.join(' '), way, depth, axis, state.open.join(' ')]);
  const scene = loaded.value;
  const set = (changes: Record<string, string | string[] | null>, replace = false) => go(withParam(params, changes), replace);
  const starts = scene ? ids.flatMap((id) => scene.graph.things.get(id)?.thing ?? []) : [];
  const matter = starts.length === 1 ? (starts[0].title ?? scene!.told.get(starts[0].id)?.subject) : null;
  const head = (
    <>
      <label>{strings.draw.way}<select value={way} onChange={(e) => set({ way: e.currentTarget.value, depth: null })}>{Object.entries(strings.draw.ways).map(([v, text]) => <option key={v} value={v}>{text}</option>)}</select></label>
      <label>{strings.draw.depth}<select value={String(depth)} onChange={(e) => set({ depth: e.currentTarget.value })}>{Array.from({ length: MOST_STEPS }, (_, i) => <option key={i}>{i + 1}</option>)}</select></label>
      <label>{strings.draw.axis}<select value={axis} onChange={(e) => set({ axis: e.currentTarget.value })}>{Object.entries(strings.draw.axes).map(([v, text]) => <option key={v} value={v}>{text}</option>)}</select></label>
    </>
  );
  return (
    <>
      <h1>{strings.draw.title}: {ids.map((id) => nameOf(starts.find((t) => t.id === id) ?? { id })).join(', ')}</h1>
      <p class="matter">{starts.length === 1 && matter && matter !== nameOf(starts[0]) ? matter : '\u00a0'}</p>
      {scene ? <Shown scene={scene} state={state} set={set} go={go} onProof={onProof} part={{ around: ids, depth, direction: way }} head={head} /> : (
        <>
          <div class="bar">{head}</div>
          <div class="draw waiting">{loaded.error ? <p class="error" role="alert">{strings.failed}{loaded.error.message}</p> : <p class="loading" role="status">{strings.loading}</p>}</div>
        </>
      )}
    </>
  );
}

interface ShownProps extends Omit<ViewProps, 'params'> {
  scene: Scene;
  state: DrawState;
  set: (changes: Record<string, string | string[] | null>, replace?: boolean) => void;
  part: Record<string, string | number | string[]>;
  /** What stands in the bar before the rest. */
  head: ComponentChildren;
}

/** layoutOf gives a scene its pixels: what came later is put among what stood. */
function layoutOf({ batches, spots, told, columns, lanes, graph }: Scene, together: number): Layout {
  const marks = (ids: string[]): Mark[] => ids.flatMap((id) => { const at = spots.get(id); return at ? [{ id, at, r: radiusOf(told.get(id)?.cited ?? 0) }] : []; });
  const near = new Map<string, string[]>();
  for (const s of graph.statements.values()) for (const [a, b] of [[s.source, endOf(s)], [endOf(s), s.source]]) near.set(a, [...(near.get(a) ?? []), b]);
  // Where nothing stood but what the drawing begins with, there is nothing to stay.
  const at = Math.max(together, batches[0].length > 1 ? 0 : 1) + 1;
  const [first, later] = [batches.slice(0, at).flat(), batches.slice(at)];
  return later.reduce((layout, batch) => extend(layout, marks(batch), columns, lanes, near), layOut(marks(first), columns, lanes));
}

/** useBackbone is what of a scene is shown, without the lines that the backbone leaves out, and how many those are. */
function useBackbone(scene: Scene, filter: Filter, filtered: boolean, wanted: boolean | null): { model: Model; hidden: number; on: boolean } {
  const whole = useMemo(() => modelOf(scene, filter), [scene, filter]);
  const relations = useMemo(() => scene.graph.relations().map(([name]) => name).filter((name) => !filter.hides(name)).sort(), [scene, filter]);
  const outside = useKept(async () => (filtered ? backboneOf(whole.nodes.map((n) => n.id), relations) : scene.outside), [scene, whole, filtered]).value ?? scene.outside;
  const on = wanted ?? whole.lines.length > MANY_LINES;
  return useMemo(() => {
    const lines = whole.lines.filter((l) => !outside.has(l.id));
    return { model: on ? { ...whole, lines } : whole, hidden: whole.lines.length - lines.length, on };
  }, [whole, outside, on]);
}

/** stepsOf are what a reader can do with a drawing, each a change of the address. */
function stepsOf({ state: { open, gone, pick }, set, go }: Pick<ShownProps, 'state' | 'set' | 'go'>) {
  const openStep = (step: string) => {
    const known = open.includes(step);
    // A way that is asked for again is lit again; what is folded closes.
    const others = open.filter((o) => o !== step);
    set({ open: known && !step.startsWith('path!') && !step.startsWith('common!') ? others : [...others, step] });
  };
  const onNode = (node: Node, how: 'choose' | 'pair' | 'expand' | 'read' | 'remove') => {
    if (how === 'choose') return set({ pick: node.id }, true);
    if (how === 'pair') return set({ pick: [...pick.filter((id) => id !== node.id).slice(0, 1), node.id] }, true);
    if (how === 'read') return go(toRead(node.id));
    if (how === 'remove') return set({ gone: [...gone, node.id], pick: pick.filter((id) => id !== node.id) });
    if (!open.includes(node.id)) set({ open: [...open, node.id], pick: node.id });
  };
  return { openStep, onNode };
}

function Shown({ scene, state, set, go, onProof, part, head }: ShownProps) {
  const { hide, open, gone, pick, years, backbone, anew } = state;
  const filter = useMemo<Filter>(() => ({ hides: hiderOf(hide), gone: new Set(gone), years }), [hide.join(), gone.join(' '), years?.join()]);
  const { model, hidden, on } = useBackbone(scene, filter, hide.length > 0 || gone.length > 0 || years !== null, backbone);
  const layout = useMemo(() => layoutOf(scene, anew), [scene, anew]);
  const [marked, setMarked] = useState<string | null>(null);
  const painted = usePainted(model);
  const places = useRef<(id: string) => Placed | undefined>(() => undefined);
  const chosen = pick.flatMap((id) => model.nodes.find((n) => n.id === id) ?? []);
  const { openStep, onNode } = stepsOf({ state, set, go });
  const onLine = (line: Line) => onProof(line.statements[0].statement);
  const shown = useMemo(() => model.lines.flatMap((l) => l.statements), [model]);
  const drawn = (): Drawn => ({ model, placeOf: places.current, address: location.href, told: strings.draw.label(model.nodes.length, model.lines.length) });
  const relations = scene.graph.relations().map(([name]) => name);
  const counted = useMemo(() => yearsOf(scene, filter), [scene, filter]);
  return (
    <>
      <div class="bar">
        {head}
        <label class="switch"><input type="checkbox" checked={on} onChange={() => set({ backbone: on ? '0' : '1' })} />{strings.draw.backbone} {hidden > 0 && <span class="quiet">{strings.draw.hides(hidden, on)}</span>}</label>
        <Take drawn={drawn} part={hide.length ? { ...part, relation: relations.filter((name) => !filter.hides(name)) } : part} />
        <details class="menu keys"><summary>{strings.draw.keys}</summary><div class="sheet"><p>{strings.draw.help}</p><p>{strings.draw.undatedNote}</p></div></details>
      </div>
      <section class="draw" aria-label={strings.draw.title}>
        <Legend graph={scene.graph} hide={hide} onHide={(list) => set({ hide: list.join(',') || null })} />
        {scene.truncated && <p class="note" role="status">{strings.draw.truncated} <button type="button" onClick={() => set({ overview: '1' })}>{strings.draw.overview}</button></p>}
        {scene.batches[0].length <= 1 && <p class="note" role="status">{strings.draw.alone} {!open.length && <button type="button" onClick={() => openStep(`named!${scene.batches[0][0]}`)}>{strings.draw.naming}</button>}{scene.found?.kind === 'named' && strings.draw.named(scene.found.count)}</p>}
        <div class="stage">
          <Canvas model={model} layout={layout} chosen={chosen.map((n) => n.id)} marked={marked} lit={chosen.length === 2 || !scene.lit ? scene.lit : null} places={places}
            onNode={onNode} onLine={onLine} onChoose={(id) => set({ pick: id ? [id] : [] }, true)} />
          <Card nodes={chosen} start={model.nodes.find((n) => n.distance === 0)} scene={scene} open={open} onOpen={openStep} onRemove={(id) => onNode({ id } as Node, 'remove')}
            onDrop={(id) => set({ pick: pick.filter((p) => p !== id) }, true)} onFrom={(id) => go(withParam(new URLSearchParams(), { draw: id }))} />
        </div>
        <Brush years={counted.years} undated={counted.undated} range={years} onRange={(range) => set({ years: range ? range.join('-') : null })} />
        <Steps state={state} set={set} />
        <div class="below">{painted ? <StatementTable statements={shown} thingOf={(id) => scene.graph.things.get(id)?.thing ?? { id }} onProof={onProof} onHover={setMarked} picked={chosen[0]?.id ?? null} /> : <p class="loading">{strings.loading}</p>}</div>
      </section>
    </>
  );
}

/** Steps take back what was removed and opened. */
function Steps({ state: { gone, open, anew }, set }: Pick<ShownProps, 'state' | 'set'>) {
  return (
    <p class="steps">
      {gone.length > 0 && <button type="button" onClick={() => set({ gone: [] })}>{strings.draw.restore(gone.length)}</button>}
      {open.length > 0 && <button type="button" onClick={() => set({ open: [], anew: null })}>{strings.draw.close(open.length)}</button>}
      {open.length > anew && <button type="button" onClick={() => set({ anew: String(open.length) })}>{strings.draw.reset}</button>}
    </p>
  );
}

/** yearsOf counts the acts of each year, whatever years are chosen. */
function yearsOf(scene: Scene, filter: Filter): { years: Map<number, number>; undated: number } {
  const years = new Map<number, number>();
  let undated = 0;
  for (const n of modelOf(scene, { ...filter, years: null }).nodes) {
    const year = yearAt(scene, n.at);
    if (year === null) undated++;
    else years.set(year, (years.get(year) ?? 0) + 1);
  }
  return { years, undated };
}

/** usePainted says when the first picture is there: the table comes after it, as it has more to lay out. */
export function usePainted(model: unknown): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!model) return;
    const frame = requestAnimationFrame(() => {
      if (performance.getEntriesByName('draw-start').length) performance.measure('draw', 'draw-start');
      setTimeout(() => setPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [model]);
  return painted;
}
