// Beside the drawing: what is chosen, what can be done with it, and what is folded into it. Its place is always there.

import { dateWords } from './dates.ts';
import type { Scene } from './drawing.ts';
import type { Node } from './model.ts';
import { nameOf, shorten } from './names.ts';
import { toRead } from './route.ts';
import { strings } from './strings.ts';

export interface CardProps {
  nodes: Node[];
  /** What the drawing begins with, told of while nothing is chosen. */
  start?: Node;
  scene: Scene;
  open: string[];
  onOpen: (step: string) => void;
  onRemove: (id: string) => void;
  onDrop: (id: string) => void;
  onFrom: (id: string) => void;
}

export function Card({ nodes, start, scene, open, onOpen, onRemove, onDrop, onFrom }: CardProps) {
  const [first, second] = nodes;
  return (
    <section class="card" aria-label={strings.draw.chosen}>
      {second && (
        <div class="pair">
          <p>{strings.draw.pair(nameOf(first.thing), nameOf(second.thing))}</p>
          <p class="actions">
            <button type="button" onClick={() => onOpen(`path!${first.id}!${second.id}`)}>{strings.draw.path}</button>
            <button type="button" onClick={() => onOpen(`common!${first.id}!${second.id}`)}>{strings.draw.common}</button>
          </p>
          {scene.found && scene.found.kind !== 'named' && <p role="status" class="found">{scene.found.kind === 'path' ? strings.draw.foundPath(scene.found.count, scene.found.length) : strings.draw.foundCommon(scene.found.count)}</p>}
        </div>
      )}
      {nodes.map((n) => <One key={n.id} node={n} open={open} onOpen={onOpen} onRemove={onRemove} onDrop={onDrop} onFrom={onFrom} />)}
      {!first && start && <One node={start} open={open} onOpen={onOpen} onRemove={onRemove} onFrom={onFrom} />}
      {!first && <p class="quiet choose">{strings.draw.chooseHint}</p>}
    </section>
  );
}

function One({ node: { id, thing, told, at, fold }, open, onOpen, onRemove, onDrop, onFrom }: Omit<CardProps, 'nodes' | 'start' | 'scene' | 'onDrop'> & { node: Node; onDrop?: CardProps['onDrop'] }) {
  const title = thing.title ?? told.subject;
  if (fold) return null;
  return (
    <div class="one">
      <h2><a href={toRead(id)}>{nameOf(thing)}</a> {onDrop && <button type="button" class="drop" aria-label={strings.draw.drop} title={strings.draw.drop} onClick={() => onDrop(id)}>×</button>}</h2>
      {title && title !== nameOf(thing) && <p class="matter">{shorten(title, 180)}</p>}
      <p class="quiet">{[dateWords(thing.date), at.by && at.by !== 'DATE' ? strings.draw.ground[at.by] : '', strings.draw.cited(told.cited)].filter(Boolean).join(' · ')}</p>
      <p class="actions">
        <button type="button" aria-pressed={open.includes(id)} onClick={() => onOpen(id)}>{strings.draw.expand}</button>
        {onDrop && <button type="button" onClick={() => onRemove(id)}>{strings.draw.remove}</button>}
        {onDrop && <button type="button" onClick={() => onFrom(id)}>{strings.draw.from}</button>}
      </p>
      {told.folds.length > 0 && (
        <ul class="folds" aria-label={strings.draw.foldedIn}>
          {told.folds.map((f) => (
            <li key={f.key}><button type="button" aria-pressed={open.includes(`${id}!${f.key}`)} onClick={() => onOpen(`${id}!${f.key}`)}><strong>{f.count}</strong> {(f.count === 1 ? strings.draw.foldedOne : strings.draw.foldedKinds)[f.key] ?? f.label}</button></li>
          ))}
        </ul>
      )}
    </div>
  );
}
