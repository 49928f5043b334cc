// Draw: the surroundings or the lineage of entities, with a legend that filters and a table of all that is drawn.

import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { surroundings } from './api.ts';
import { Canvas } from './canvas.tsx';
import { Graph, type Line, MOST_PLACED, type Node } from './model.ts';
import { nameOf, placeWords, relationWords } from './names.ts';
import { Link, Loaded, ProofButton, Relation, useLoaded } from './parts.tsx';
import { toRead, withParam } from './route.ts';
import { strings } from './strings.ts';
import { Suggest } from './suggest.tsx';
import { Sorted } from './table.tsx';
import { Take } from './take.tsx';
import { type Axis, type Statement, type Thing, endOf } from './things.ts';

export const MOST_DRAWN = 1000;
const MOST_STEPS = 6;

export interface ViewProps {
  params: URLSearchParams;
  go: (address: string, replace?: boolean) => void;
  onProof: (id: string) => void;
}

/** hiddenIn are the relations that the legend of a view hides. */
const hiddenIn = (params: URLSearchParams) => new Set((params.get('hide') ?? '').split(',').filter(Boolean));

const axisIn = (params: URLSearchParams): Axis => (params.get('axis') === 'session' ? 'session' : 'year');

export function DrawView({ params, go, onProof }: ViewProps) {
  const ids = params.getAll('draw').filter(Boolean);
  const way = params.get('way')! in strings.draw.ways ? params.get('way')! : 'both';
  // What an address says and the server does not know becomes what it begins with.
  const depth = Math.min(MOST_STEPS, Math.max(1, Math.round(Number(params.get('depth')) || (way === 'both' ? 1 : 3))));
  const state = useLoaded(async () => {
    if (!ids.length) return null;
    const around = { ids, way, depth, limit: MOST_DRAWN };
    const hood = await surroundings(around, axisIn(params));
    const graph = Graph.begin(around, axisIn(params), hood);
    return { graph, truncated: hood.truncated, start: ids.map((id) => graph.things.get(id)!.thing) };
  }, [ids.join(' '), way, depth]);
  const hidden = hiddenIn(params);
  const set = (changes: Record<string, string | null>) => go(withParam(params, changes));
  return (
    <>
      <h1>{strings.draw.title}{state.value?.start.map((t) => `: ${nameOf(t)}`)}</h1>
      {!ids.length && <Suggest label={strings.draw.choose} button={strings.draw.start} entitiesOnly onAsk={() => undefined} onPick={(id) => go(withParam(params, { draw: id }))} />}
      <Loaded state={state}>{(loaded) => loaded && <Drawing graph={loaded.graph} truncated={loaded.truncated} params={params} go={go} onProof={onProof} head={(
        <>
          <label>{strings.draw.way}<select value={way} onChange={(e) => set({ way: e.currentTarget.value, depth: null })}>{Object.entries(strings.draw.ways).map(([v, text]) => <option key={v} value={v}>{text}</option>)}</select></label>
          <label>{strings.draw.depth}<select value={String(depth)} onChange={(e) => set({ depth: e.currentTarget.value })}>{Array.from({ length: MOST_STEPS }, (_, i) => <option key={i}>{i + 1}</option>)}</select></label>
          <Take drawing part={{ around: ids, depth, direction: way, ...(hidden.size ? { relation: loaded.graph.relations().map(([name]) => name).filter((name) => !hidden.has(name)) } : {}) }} />
        </>
      )} />}</Loaded>
    </>
  );
}

/** Drawing shows a graph: canvas, legend, what is chosen, and the table of statements. */
export function Drawing({ graph, truncated, params, go, onProof, table = true, head, marked = null, onPicked, onPlaced }: ViewProps & { onPlaced?: () => void; graph: Graph; truncated?: boolean; table?: boolean; head?: ComponentChildren; marked?: string | null; onPicked?: (id: string | null) => void }) {
  const [version, setVersion] = useState(0);
  const [removed, setRemoved] = useState<Set<string>>(new Set());
  const [opened, setOpened] = useState<Map<string, number>>(new Map());
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => onPicked?.(chosen), [chosen]);
  const hidden = useMemo(() => hiddenIn(params), [params.get('hide')]);
  const axis = axisIn(params);
  const placed = useLoaded(() => graph.place(axis).then(() => onPlaced?.()).then(() => true), [graph, version, axis]);
  const model = useMemo(() => {
    if (!graph.places) return null;
    performance.mark('draw-start');
    return graph.model(hidden, removed, opened);
  }, [graph, graph.places, version, hidden, removed, opened]);
  // The table comes after the first picture: it has more to lay out than the drawing.
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!model) return;
    const frame = requestAnimationFrame(() => {
      performance.measure('draw', 'draw-start');
      setTimeout(() => setPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [model]);
  // What was expanded stands in the address, so that a link shows it again.
  const open = params.getAll('open');
  const expanded = useRef(new Map<Graph, Set<string>>()).current;
  useEffect(() => {
    const done = expanded.get(graph) ?? new Set();
    expanded.set(graph, done);
    const added = open.filter((o) => !done.has(o)).map(async (id) => {
      done.add(id);
      const hood = await surroundings({ ids: [id], way: 'both', depth: 1, limit: 400 });
      graph.add(hood.nodes, hood.edges, graph.things.get(id)?.distance ?? 0);
    });
    if (added.length) void Promise.all(added).then(() => graph.place(axis)).then(() => setVersion((v) => v + 1));
  }, [graph, open.join(' ')]);
  const expand = (id: string) => go(withParam(params, { open: [...new Set([...open, id])] }), true);
  const onNode = (node: Node, how: 'expand' | 'read' | 'remove') => {
    setChosen(node.id);
    if (how === 'read') return go(toRead(node.thing.id));
    if (how === 'remove') return setRemoved(new Set([...removed, ...(node.fold?.members ?? [node.id])]));
    if (node.fold) return setOpened(new Map(opened).set(node.id, (opened.get(node.id) ?? 0) + 1));
    expand(node.id);
  };
  const onLine = (line: Line) => {
    setChosen(line.id);
    onProof(line.statements[0].statement);
  };
  const node = model?.nodes.find((n) => n.id === chosen && !n.fold);
  const shown = [...graph.statements.values()].filter((s) => !hidden.has(s.relation) && !removed.has(s.source) && !removed.has(endOf(s)));
  return (
    <section class="draw" aria-label={strings.draw.title}>
      {(truncated || graph.things.size > MOST_PLACED) && <p class="note" role="status">{strings.draw.truncated}</p>}
      <div class="bar">
        {head}
        <label>{strings.draw.axis}<select value={axis} onChange={(e) => go(withParam(params, { axis: e.currentTarget.value }), true)}>{Object.entries(strings.draw.axes).map(([v, text]) => <option key={v} value={v}>{text}</option>)}</select></label>
        {node && (
          <p class="chosen-bar"><strong>{nameOf(node.thing)}</strong>
            <button type="button" onClick={() => go(toRead(node.thing.id))}>{strings.draw.read}</button>
            <button type="button" onClick={() => expand(node.id)}>{strings.draw.expand}</button>
            <button type="button" onClick={() => onNode(node, 'remove')}>{strings.draw.remove}</button>
            <button type="button" onClick={() => go(withParam(new URLSearchParams(), { draw: node.id }))}>{strings.draw.from}</button>
          </p>
        )}
        <details class="menu keys"><summary>{strings.draw.keys}</summary><p>{strings.draw.help}</p><p>{strings.draw.undatedNote}</p></details>
      </div>
      {(!model || placed.error) && <Loaded state={placed}>{() => null}</Loaded>}
      {model && <Canvas model={model} chosen={marked ?? chosen} onNode={onNode} onLine={onLine} onChoose={setChosen} />}
      <Legend graph={graph} version={version} hidden={hidden} onHide={(names) => go(withParam(params, { hide: names.join(',') || null }), true)} />
      {table && painted && <StatementTable statements={shown} thingOf={(id) => graph.things.get(id)?.thing ?? { id }} onProof={onProof} onHover={setChosen} picked={chosen} />}
    </section>
  );
}

/** Legend names each relation with its stroke; a box hides and shows it. */
function Legend({ graph, hidden, onHide }: { graph: Graph; version: number; hidden: Set<string>; onHide: (names: string[]) => void }) {
  const toggle = (name: string) => onHide(hidden.has(name) ? [...hidden].filter((h) => h !== name) : [...hidden, name]);
  return (
    <fieldset class="legend">
      <legend>{strings.draw.legend}</legend>
      {graph.relations().map(([name, count]) => (
        <label key={name}><input type="checkbox" checked={!hidden.has(name)} onChange={() => toggle(name)} /><Relation name={name} /> <span class="count">{count}</span></label>
      ))}
      {hidden.size > 0 && <button type="button" onClick={() => onHide([])}>{strings.draw.all}</button>}
    </fieldset>
  );
}

export interface StatementTableProps {
  caption?: string;
  statements: Statement[];
  thingOf: (id: string) => Thing;
  onProof: (id: string) => void;
  onHover?: (id: string | null) => void;
  /** The id of a node or line; its rows are marked. */
  picked?: string | null;
}

/** StatementTable lists everything that the canvas shows, and what it folds. */
export function StatementTable({ statements, thingOf, onProof, onHover, picked = null, caption = strings.draw.statementsTable }: StatementTableProps) {
  const c = strings.columns;
  const lineOf = (s: Statement) => `${s.source} ${s.relation} ${endOf(s)}`;
  // An end that is the same everywhere has been named above the table.
  const [from, to] = [(s: Statement) => s.source, endOf].map((end) => statements.length === 1 || new Set(statements.map(end)).size > 1);
  const target = (s: Statement) => (s.target ? thingOf(s.target) : null);
  const told = (t: Thing) => (t.title && !nameOf(t).includes(t.title) ? t.title : '');
  return (
    <Sorted caption={caption} rows={statements} idOf={(s) => s.statement} onRow={onHover && ((s) => onHover(s && lineOf(s)))}
      marked={(s) => picked !== null && [lineOf(s), from && s.source, to && endOf(s)].includes(picked)}
      columns={[
        from && { head: c.from, text: (s) => nameOf(thingOf(s.source)), show: (s) => <Link thing={thingOf(s.source)} /> },
        { head: c.relation, text: (s) => relationWords(s.relation), show: (s) => <Relation name={s.relation} /> },
        (to || !from) && {
          head: c.entity,
          text: (s) => { const t = target(s); return t ? [nameOf(t), told(t)].filter(Boolean).join(': ') : s.value; },
          show: (s) => { const t = target(s); return t ? <><Link thing={t} />{told(t) && <span class="title">{told(t)}</span>}</> : s.value; },
        },
        { head: c.date, class: 'date', text: (s) => (to || !from ? target(s)?.date : thingOf(s.source).date) },
        { head: c.place, text: (s) => placeWords(s.locator ?? '', strings.place.short), show: (s) => <ProofButton statement={s} onProof={onProof} /> },
        { head: c.words, class: 'quote', text: (s) => s.clause ?? s.quote },
      ]} />
  );
}
