// Tables of entities and of mandates, which answers and pages share.

import type { MandateRow } from './answer.ts';
import { dateWords } from './dates.ts';
import { nameOf, placeWords, relationWords } from './names.ts';
import { Link, Relation } from './parts.tsx';
import { toRead } from './route.ts';
import { strings } from './strings.ts';
import { Sorted } from './table.tsx';
import type { Thing } from './things.ts';

const c = strings.columns;

/** ThingTable lists entities by name, title and date. */
export function ThingTable({ caption, things }: { caption: string; things: Thing[] }) {
  return (
    <Sorted caption={caption} rows={things} idOf={(t) => t.id} columns={[
      { head: c.name, text: nameOf, show: (t) => <Link thing={t} /> },
      { head: c.title, text: (t) => (t.title === nameOf(t) || nameOf(t).includes(t.title ?? '') ? '' : t.title) },
      { head: c.date, text: (t) => t.date, show: (t) => dateWords(t.date), class: 'date' },
    ]} />
  );
}

/** MandateTable lists who is asked what, where, and by when. */
export function MandateTable({ caption, mandates }: { caption: string; mandates: MandateRow[] }) {
  const names = (list?: Thing[]) => list?.map(nameOf).join(', ') ?? '';
  const links = (list?: Thing[]) => list?.map((t, i) => <span key={t.id}>{i > 0 && ', '}<Link thing={t} /></span>);
  const place = (m: MandateRow) => placeWords(m.paragraph?.id.split('#')[1] ?? '');
  const when = (m: MandateRow) => [m.deadline, m.condition].filter(Boolean).join('; ');
  return (
    <Sorted caption={caption} rows={mandates} idOf={(m) => m.id} columns={[
      { head: c.act, text: (m) => [m.act && nameOf(m.act), m.paragraph && place(m)].filter(Boolean).join(', '), show: (m) => <>{m.act && <Link thing={m.act} />}{m.paragraph && <>, <a href={toRead(m.paragraph.id)}>{place(m)}</a></>}</> },
      { head: c.relation, text: (m) => m.verb && relationWords(m.verb), show: (m) => m.verb && <Relation name={m.verb} /> },
      { head: c.addressees, text: (m) => names(m.addressees), show: (m) => links(m.addressees) },
      { head: c.clause, text: (m) => m.clause, class: 'quote' },
      { head: c.deadline, text: (m) => [when(m), names(m.recipients)].filter(Boolean).join(' → '), show: (m) => <>{when(m)}{m.recipients?.length ? <> → {links(m.recipients)}</> : null}</> },
    ]} />
  );
}
