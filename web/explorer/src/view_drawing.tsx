// The drawing of an answer: what it names, and the statements that prove it; hubs are folded.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Canvas } from './canvas.tsx';
import { sceneFor } from './drawing.ts';
import { hiderOf, stateIn } from './drawstate.ts';
import { useKept } from './kept.ts';
import { type Placed, layOut, radiusOf } from './layout.ts';
import { Legend } from './legend.tsx';
import { type Graph, type Node, modelOf } from './model.ts';
import { toRead, withParam } from './route.ts';
import { strings } from './strings.ts';
import { loadClasses } from './style.ts';

export interface DrawingProps {
  graph: Graph;
  params: URLSearchParams;
  go: (address: string, replace?: boolean) => void;
  onProof: (id: string) => void;
  /** A node or line that is pointed at elsewhere. */
  marked?: string | null;
  onPicked?: (id: string | null) => void;
  onPlaced?: () => void;
}

export function Drawing({ graph, params, go, onProof, marked = null, onPicked, onPlaced }: DrawingProps) {
  const { hide } = stateIn(params);
  const [opened, setOpened] = useState<Map<string, number>>(new Map());
  const [removed, setRemoved] = useState<Set<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const places = useRef<(id: string) => Placed | undefined>(() => undefined);
  useEffect(() => onPicked?.(chosen), [chosen]);
  const axis = params.get('axis') === 'session' ? 'session' : 'year';
  const { value: scene, error } = useKept(async () => {
    const [placed] = await Promise.all([sceneFor(graph, axis), loadClasses()]);
    onPlaced?.();
    return placed;
  }, [graph, axis]);
  const model = useMemo(() => scene && modelOf(scene, { hides: hiderOf(hide), gone: removed, years: null }, opened), [scene, hide.join(), removed, opened]);
  const layout = useMemo(() => model && layOut(model.nodes.map((n) => ({ id: n.id, at: n.at, r: n.fold ? 9 : radiusOf(n.told.cited), last: Boolean(n.fold) })), model.columns, model.lanes), [model]);
  const onNode = (node: Node, how: string) => {
    if (how === 'read') return go(toRead(node.id));
    if (how === 'remove') return setRemoved(new Set([...removed, ...(node.fold?.members ?? [node.id])]));
    if (node.fold) return setOpened(new Map(opened).set(node.id, (opened.get(node.id) ?? 0) + 1));
    if (how === 'expand') return go(withParam(new URLSearchParams(), { draw: node.id }));
    setChosen(node.id);
  };
  if (error) return <p class="error" role="alert">{strings.failed}{error.message}</p>;
  return (
    <section class="draw" aria-label={strings.ask.drawing}>
      {model && layout ? <Canvas small model={model} layout={layout} chosen={chosen ? [chosen] : []} marked={marked} lit={null} places={places} onNode={onNode} onLine={(l) => onProof(l.statements[0].statement)} onChoose={setChosen} /> : <div class="canvas small"><p class="loading" role="status">{strings.loading}</p></div>}
      <Legend graph={graph} hide={hide} onHide={(list) => go(withParam(params, { hide: list.join(',') || null }), true)} />
      <details class="menu keys"><summary>{strings.draw.keys}</summary><div class="sheet"><p>{strings.draw.help}</p><p>{strings.draw.undatedNote}</p></div></details>
    </section>
  );
}
