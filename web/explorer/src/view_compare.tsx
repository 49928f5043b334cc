// Compare: what two entities have in common by a relation, and what each has alone.

import { type Edge, named, referred, related } from './api.ts';
import { nameOf, placeWords } from './names.ts';
import { Link, Loaded, ProofButton, useLoaded } from './parts.tsx';
import { toRead, withParam } from './route.ts';
import { strings } from './strings.ts';
import { Suggest } from './suggest.tsx';
import { Sorted } from './table.tsx';
import { type Thing, kindOf } from './things.ts';
import type { ViewProps } from './view_draw.tsx';
import { Words } from './words.tsx';

type Side = 'relations' | 'relationsTo';

/** Ways to compare: which statements count, seen from the entity compared. */
const BY: Record<string, { side: Side; fits: (relation: string) => boolean }> = {
  sponsoredBy: { side: 'relationsTo', fits: (r) => r === 'sponsors' },
  cites: { side: 'relations', fits: () => true },
  recalls: { side: 'relations', fits: (r) => r === 'recalls' || r === 'reaffirms' },
  citedBy: { side: 'relationsTo', fits: (r) => r !== 'sponsors' && r !== 'adopts' && r !== 'draftOf' },
  sponsors: { side: 'relations', fits: (r) => r === 'sponsors' },
  speaksOn: { side: 'relations', fits: (r) => r === 'speaksOn' },
};

/** waysFor are the ways to compare that make sense for what is compared; the first is taken where none is chosen. */
function waysFor(id: string): string[] {
  const kind = kindOf(id);
  if (kind === 'Act' || kind === 'Document') return kind === 'Act' ? ['words', 'sponsoredBy', 'cites', 'recalls', 'citedBy'] : ['sponsoredBy', 'cites', 'recalls', 'citedBy'];
  return kind === 'State' || kind === 'Group' || kind === 'Organization' ? ['sponsors', 'speaksOn', 'citedBy'] : ['citedBy', 'cites', 'recalls'];
}

/** Compared is one entity of either list, with the statements that put it there. */
interface Compared { thing: Thing; first?: Edge; second?: Edge }

/** compared joins two lists of statements by the entity at their far end. */
export function compared(first: Edge[], second: Edge[]): { both: Compared[]; onlyFirst: Compared[]; onlySecond: Compared[] } {
  const all = new Map<string, Compared>();
  for (const [key, edges] of [['first', first], ['second', second]] as const) {
    for (const e of edges) {
      if (!e.node) continue;
      const row: Compared = all.get(e.node.id) ?? { thing: e.node };
      row[key] ??= e;
      all.set(e.node.id, row);
    }
  }
  const rows = [...all.values()].sort((a, b) => nameOf(a.thing).localeCompare(nameOf(b.thing), 'en', { numeric: true }));
  return { both: rows.filter((r) => r.first && r.second), onlyFirst: rows.filter((r) => !r.second), onlySecond: rows.filter((r) => !r.first) };
}

export function CompareView(props: ViewProps) {
  const [first, second] = [props.params.get('compare') ?? '', props.params.get('with') ?? ''];
  const ways = waysFor(first || second);
  const by = ways.find((w) => w === props.params.get('by')) ?? ways[0];
  const pick = (name: string) => (id: string) => props.go(withParam(props.params, { [name]: id }));
  return (
    <>
      <h1>{first && second ? strings.compare.titled(nameOf({ id: first }), nameOf({ id: second }), strings.compare.relations[by]) : strings.compare.title}</h1>
      <div class="controls">
        <Suggest label={strings.compare.first} button={strings.compare.button} value={first && nameOf({ id: first })} entitiesOnly resolve={referred} onAsk={() => undefined} onPick={pick('compare')} />
        <Suggest label={strings.compare.second} button={strings.compare.button} value={second && nameOf({ id: second })} entitiesOnly resolve={referred} onAsk={() => undefined} onPick={pick('with')} />
        <label>{strings.compare.by}<select value={by} onChange={(e) => props.go(withParam(props.params, { by: e.currentTarget.value }))}>{ways.map((k) => <option key={k} value={k}>{strings.compare.relations[k]}</option>)}</select></label>
      </div>
      {first && second ? <Way first={first} second={second} by={by} {...props} /> : <p>{strings.compare.choose}</p>}
    </>
  );
}

/** Way compares the words of two acts, or two entities by their statements. */
function Way(props: ViewProps & { first: string; second: string; by: string }) {
  return props.by === 'words' ? <Words {...props} /> : <Comparison {...props} />;
}

/** Comparison compares two references by one way of [BY]. */
export function Comparison({ first, second, by, onProof }: ViewProps & { first: string; second: string; by: string }) {
  const state = useLoaded(async () => {
    const [a, b] = await Promise.all([first, second].map(async (r) => (await named([r])).map((t) => t.id).concat(await referred(r).catch(() => []))));
    const things = await named([...new Set([...a, ...b])]);
    const way = BY[by] ?? BY.sponsoredBy;
    const pickOne = async (ids: string[]) => {
      // Of several acts with one number, the one that has such statements is meant.
      for (const id of [...new Set(ids)]) {
        const { edges } = await related(id, way.side);
        const fitting = edges.filter((e) => way.fits(e.relation));
        if (fitting.length || ids.length === 1) return { thing: things.find((t) => t.id === id) ?? { id }, edges: fitting };
      }
      return { thing: things.find((t) => t.id === ids[0]) ?? { id: ids[0] ?? '' }, edges: [] };
    };
    return Promise.all([pickOne(a), pickOne(b)]);
  }, [first, second, by]);
  return (
    <Loaded state={state}>{([a, b]) => {
      if (!a.thing.id || !b.thing.id) return <p class="error">{strings.notFound(a.thing.id ? second : first)}</p>;
      const { both, onlyFirst, onlySecond } = compared(a.edges, b.edges);
      const [nameA, nameB] = [nameOf(a.thing), nameOf(b.thing)];
      return (
        <section class="comparison" aria-label={strings.compare.title}>
          <h2><a href={toRead(a.thing.id)}>{nameA}</a> · <a href={toRead(b.thing.id)}>{nameB}</a>: {strings.compare.relations[by]}</h2>
          <p class="sentence" role="status">{strings.compare.sentence(both.length, nameA, onlyFirst.length, nameB, onlySecond.length)}</p>
          <div class="three">
            <List title={strings.compare.both} rows={both} onProof={onProof} />
            <List title={strings.compare.only(nameA)} rows={onlyFirst} onProof={onProof} />
            <List title={strings.compare.only(nameB)} rows={onlySecond} onProof={onProof} />
          </div>
        </section>
      );
    }}</Loaded>
  );
}

function List({ title, rows, onProof }: { title: string; rows: Compared[]; onProof: (id: string) => void }) {
  return (
    <div>
      <h3>{title} ({rows.length})</h3>
      {rows.length > 0 && (
        <Sorted caption={title} rows={rows} idOf={(r) => r.thing.id} columns={[
          { head: strings.columns.name, text: (r) => nameOf(r.thing), show: (r) => <Link thing={r.thing} /> },
          { head: strings.columns.proof, text: (r) => [r.first, r.second].map((e) => e && placeWords(e.locator ?? '')).filter(Boolean).join('; '), show: (r) => <>{r.first && <ProofButton statement={r.first} onProof={onProof} />} {r.second && <ProofButton statement={r.second} onProof={onProof} />}</> },
        ]} />
      )}
    </div>
  );
}
