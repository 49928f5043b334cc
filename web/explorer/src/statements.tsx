// The table of statements, beside drawings and on pages.

import { dateWords } from './dates.ts';
import { nameOf, placeWords, relationWords } from './names.ts';
import { Link, ProofButton, Relation } from './parts.tsx';
import { strings } from './strings.ts';
import { Sorted } from './table.tsx';
import { type Statement, type Thing, endOf } from './things.ts';

export interface StatementTableProps {
  caption?: string;
  statements: Statement[];
  thingOf: (id: string) => Thing;
  onProof: (id: string) => void;
  onHover?: (id: string | null) => void;
  /** The id of a node or line; its rows are marked. */
  picked?: string | null;
}

/** StatementTable lists everything that a drawing shows, and what it folds. */
export function StatementTable({ statements, thingOf, onProof, onHover, picked = null, caption = strings.draw.statementsTable }: StatementTableProps) {
  const c = strings.columns;
  const lineOf = (s: Statement) => `${s.source} ${endOf(s)}`;
  // An end that is the same everywhere has been named above the table.
  const [from, to] = [(s: Statement) => s.source, endOf].map((end) => statements.length === 1 || new Set(statements.map(end)).size > 1);
  const target = (s: Statement) => (s.target ? thingOf(s.target) : null);
  const date = (s: Statement) => (to || !from ? target(s)?.date : thingOf(s.source).date);
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
        { head: c.date, class: 'date', text: date, show: (s) => dateWords(date(s)) },
        { head: c.place, text: (s) => placeWords(s.locator ?? '', strings.place.short), show: (s) => <ProofButton statement={s} onProof={onProof} /> },
        { head: c.words, class: 'quote', text: (s) => s.clause ?? s.quote },
      ]} />
  );
}
