// Two acts side by side, paragraph by paragraph, with the words that differ marked.

import type { Change } from 'diff';
import { type Paragraph, paragraphsOf } from './act_data.ts';
import { type Pair, align } from './aligned.ts';
import { named } from './api.ts';
import { dateWords } from './dates.ts';
import { nameOf, placeWords } from './names.ts';
import { Link, Loaded, useLoaded } from './parts.tsx';
import { toRead, withParam } from './route.ts';
import { strings } from './strings.ts';
import { locatorOf } from './things.ts';
import type { ViewProps } from './view_draw.tsx';

const t = strings.compare.words;

/** Paragraphs of each act that are compared at most. */
const MOST = 400;

interface Row extends Pair { changes: Change[] | null }

async function load(first: string, second: string) {
  const [things, a, b, { diffWordsWithSpace }] = await Promise.all([named([first, second]), paragraphsOf('act', first), paragraphsOf('act', second), import('diff')]);
  const main = (list: Paragraph[]) => list.filter((p) => p.paragraphKind !== 'footnote');
  const [left, right] = [main(a), main(b)];
  const rows = align(left.slice(0, MOST), right.slice(0, MOST)).map((p): Row => ({ ...p, changes: p.first && p.second ? diffWordsWithSpace(bare(p.first), bare(p.second)) : null }));
  return { first: things.find((x) => x.id === first) ?? { id: first }, second: things.find((x) => x.id === second) ?? { id: second }, rows, empty: [left, right].map((l) => !l.length), cut: left.length > MOST || right.length > MOST };
}

/** bare is the text without its number, which stands beside it. */
const bare = (p: Paragraph) => (p.text ?? '').replace(/^(?:\d+\.|\([a-z]+\))\s+/, '');

const same = (r: Row) => r.changes !== null && r.changes.every((c) => !c.added && !c.removed);

/** Words compares the words of two acts. */
export function Words({ first, second, params, go }: ViewProps & { first: string; second: string }) {
  const state = useLoaded(() => load(first, second), [first, second]);
  const only = params.get('only') === 'differs';
  return (
    <Loaded state={state}>{(data) => {
      const missing = [data.first, data.second].filter((_, i) => data.empty[i]);
      if (missing.length) return <p class="note">{t.notLoaded(missing.map(nameOf).join(', '))}</p>;
      const counts = [data.rows.filter(same), data.rows.filter((r) => r.changes && !same(r)), data.rows.filter((r) => !r.second), data.rows.filter((r) => !r.first)].map((l) => l.length);
      return (
        <section class="comparison" aria-label={strings.compare.title}>
          <p class="sentence" role="status">{t.sentence(counts, nameOf(data.first), nameOf(data.second))}</p>
          <p><label><input type="checkbox" checked={only} onChange={() => go(withParam(params, { only: only ? null : 'differs' }), true)} /> {t.only}</label> <span class="quiet">{t.key} <del>{t.gone}</del> <ins>{t.fresh}</ins></span></p>
          {data.cut && <p class="note">{t.cut(MOST)}</p>}
          <div class="aligned text">
            <h2><Link thing={data.first} /> <small>{dateWords(data.first.date)}</small></h2><h2><Link thing={data.second} /> <small>{dateWords(data.second.date)}</small></h2>
            {data.rows.filter((r) => !only || !same(r)).map((r) => <Both key={`${r.first?.id} ${r.second?.id}`} row={r} />)}
          </div>
        </section>
      );
    }}</Loaded>
  );
}

/** Both is a row: a paragraph of either act, in which what the other does not have is marked. */
function Both({ row: { first, second, changes } }: { row: Row }) {
  const side = (p: Paragraph | null, mark: 'removed' | 'added') => {
    if (!p) return <div class="cell empty" />;
    const Mark = mark === 'removed' ? 'del' : 'ins';
    const text = changes ? changes.filter((c) => c[mark] || (!c.added && !c.removed)).map((c, i) => (c[mark] && c.value.trim() ? <Mark key={i}>{c.value}</Mark> : c.value)) : <Mark>{bare(p)}</Mark>;
    return <div class="cell"><a class="where" href={toRead(p.id)} aria-label={placeWords(locatorOf(p.id))}>{placeWords(locatorOf(p.id), strings.place.short)}</a> {text}</div>;
  };
  return <>{side(first, 'removed')}{side(second, 'added')}</>;
}
