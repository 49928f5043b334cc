// The legend of a drawing: one line for each class of relations, which opens to its relations; boxes hide and show.

import { hiderOf, toggled } from './drawstate.ts';
import type { Graph } from './model.ts';
import { relationWords } from './names.ts';
import { strings } from './strings.ts';
import { classOf, relationClasses } from './style.ts';

export function Legend({ graph, hide, onHide }: { graph: Graph; hide: string[]; onHide: (hide: string[]) => void }) {
  const counts = graph.relations();
  const hidden = hiderOf(hide);
  return (
    <fieldset class="legend">
      <legend>{strings.draw.legend}</legend>
      {relationClasses().map((c) => {
        const own = counts.filter(([name]) => classOf(name) === c.name);
        if (!own.length) return null;
        const shown = own.filter(([name]) => !hidden(name));
        return (
          <div key={c.name} class="class" data-class={c.name}>
            <label>
              <input type="checkbox" checked={shown.length > 0} ref={(box) => { if (box) box.indeterminate = shown.length > 0 && shown.length < own.length; }} onChange={() => onHide(toggled(hide, c.name, null))} />
              <svg class="sample" viewBox="0 0 28 8" aria-hidden="true"><path class={`stroke r-${c.name}`} d="M0,4H28" /></svg>
              {c.title} <span class="count">{own.reduce((sum, [, n]) => sum + n, 0)}</span>
            </label>
            <details>
              <summary aria-label={strings.draw.relationsOf(c.title)}>{strings.draw.kinds(own.length)}</summary>
              <div class="kinds">
                {own.map(([name, n]) => <label key={name}><input type="checkbox" checked={!hidden(name)} onChange={() => onHide(toggled(hide, c.name, name))} />{relationWords(name)} <span class="count">{n}</span></label>)}
              </div>
            </details>
          </div>
        );
      })}
      {hide.length > 0 && <button type="button" onClick={() => onHide([])}>{strings.draw.all}</button>}
    </fieldset>
  );
}
