// The rows of the register: mandates, and statements that something goes on until a day.

import { dateWords } from './dates.ts';
import { nameOf, placeWords, relationWords } from './names.ts';
import { Link, Relation } from './parts.tsx';
import { toRead } from './route.ts';
import { strings } from './strings.ts';
import { CopyRows } from './table.tsx';
import { type Thing, locatorOf } from './things.ts';

const { columns: c, every } = strings.register;

export interface Duty {
  id: string; verb: string | null; clause: string | null; due: string[]; dueText: string | null; recurrence: string | null; conditions: string[]; reports: string | null;
  act: Thing | null; paragraph: { id: string } | null; addressees: Thing[]; recipients: Thing[]; statements: { statement: string }[];
}

export interface Ending {
  statement: string; source: string; relation: string; verb: string | null; until: string | null; quote: string | null; paragraph: string | null; locator: string | null; sourceNode: Thing; node: Thing | null;
}

/** whenWords writes a date, or names a session. */
export const whenWords = (when: string) => (/^\d{4}/.test(when) ? dateWords(when) : nameOf({ id: when }));

const oftenWords = (recurrence: string | null) => (recurrence ? every[recurrence] ?? `${strings.register.often} (${recurrence})` : '');
const placeIn = (paragraph: string) => placeWords(locatorOf(paragraph), strings.place.short);
const names = (list: Thing[]) => list.map(nameOf).join(', ');

function Links({ list }: { list: Thing[] }) {
  return <>{list.map((thing, i) => <span key={thing.id}>{i > 0 && ', '}<Link thing={thing} /></span>)}</>;
}

/** A Column of which nothing is shown is copied alone; what it says stands in another one. */
interface Column<T> { head: string; text: (row: T) => string; show?: (row: T) => preact.ComponentChildren; class?: string; copied?: boolean }

/** Rows is a table in the order of the server, in which a column that says nothing is left out. */
function Rows<T>({ caption, rows, columns, idOf }: { caption: string; rows: T[]; columns: Column<T>[]; idOf: (row: T) => string }) {
  const used = columns.filter((col) => rows.some((r) => col.text(r)));
  const seen = used.filter((col) => !col.copied);
  return (
    <>
      <div class="table" role="region" aria-label={caption} tabIndex={0}><table class="cards">
        <caption class="hidden">{caption}</caption>
        <thead><tr>{seen.map((col) => <th key={col.head} scope="col">{col.head}</th>)}</tr></thead>
        <tbody>{rows.map((r) => <tr key={idOf(r)}>{seen.map((col) => <td key={col.head} class={col.class} data-head={col.head}>{col.show ? col.show(r) : col.text(r)}</td>)}</tr>)}</tbody>
      </table></div>
      <p class="under"><CopyRows lines={() => [used.map((col) => col.head), ...rows.map((r) => used.map((col) => col.text(r)))]} /></p>
    </>
  );
}

function Proof({ id, onProof, what }: { id?: string; onProof: (id: string) => void; what: string }) {
  return id ? <button type="button" class="proof-button" onClick={() => onProof(id)} aria-label={strings.showProof(what)}>{c.proof}</button> : null;
}

/** Also tells below a clause how often it is to be done, to whom it is to be reported, and under which condition. */
function Also({ duty: { recurrence, recipients, conditions } }: { duty: Duty }) {
  if (!recurrence && !recipients.length && !conditions.length) return null;
  return <small class="also">{recurrence && <span>{oftenWords(recurrence)}</span>}{recipients.length > 0 && <span>{strings.register.reportTo} <Links list={recipients} /></span>}{conditions.length > 0 && <span>{conditions.join(', ')}</span>}</small>;
}

/** DutyTable lists who must do what by when, each row with the way to its paragraph and to its proof. */
export function DutyTable({ rows, act = true, onProof }: { rows: Duty[]; act?: boolean; onProof: (id: string) => void }) {
  const due = (m: Duty) => m.due.map(whenWords).join(', ') || (m.dueText ?? '');
  return (
    <Rows caption={strings.register.title} rows={rows} idOf={(m) => m.id} columns={[
      { head: c.due, text: due, class: 'date due' },
      { head: act ? c.act : strings.columns.place, text: (m) => [act && m.act && nameOf(m.act), m.paragraph && placeIn(m.paragraph.id)].filter(Boolean).join(', '), show: (m) => <>{act && m.act && <><Link thing={m.act} />, </>}{m.paragraph && <><a href={toRead(m.paragraph.id)}>{placeIn(m.paragraph.id)}</a></>}</>, class: 'act-cell' },
      { head: c.verb, text: (m) => (m.verb ? relationWords(m.verb) : ''), show: (m) => m.verb && <Relation name={m.verb} /> },
      { head: c.addressees, text: (m) => names(m.addressees), show: (m) => <Links list={m.addressees} /> },
      { head: c.clause, text: (m) => m.clause ?? '', show: (m) => <>{m.clause}<Also duty={m} /></>, class: 'quote' },
      { head: c.recurrence, text: (m) => oftenWords(m.recurrence), copied: true },
      { head: c.recipient, text: (m) => names(m.recipients), copied: true },
      { head: c.condition, text: (m) => m.conditions.join(', '), copied: true },
      { head: c.proof, text: (m) => m.id, show: (m) => <Proof id={m.statements[0]?.statement} onProof={onProof} what={`${nameOf({ id: m.id })}`} /> },
    ]} />
  );
}

/** EndingTable lists what goes on until when, and which act says so. */
export function EndingTable({ rows, onProof }: { rows: Ending[]; onProof: (id: string) => void }) {
  return (
    <Rows caption={strings.register.ends} rows={rows} idOf={(e) => e.statement} columns={[
      { head: c.until, text: (e) => whenWords(e.until ?? ''), class: 'date due' },
      { head: c.what, text: (e) => (e.node ? nameOf(e.node) : ''), show: (e) => e.node && <Link thing={e.node} /> },
      { head: c.verb, text: (e) => relationWords(e.relation), show: (e) => <Relation name={e.relation} /> },
      { head: c.act, text: (e) => nameOf(e.sourceNode), show: (e) => <><Link thing={e.sourceNode} />{e.paragraph && <>, <a href={toRead(e.paragraph)}>{placeIn(e.paragraph)}</a></>}<small>{dateWords(e.sourceNode.date)}</small></>, class: 'act-cell' },
      { head: c.date, text: (e) => dateWords(e.sourceNode.date), copied: true },
      { head: c.clause, text: (e) => e.quote ?? '', class: 'quote' },
      { head: c.proof, text: (e) => e.statement, show: (e) => <Proof id={e.statement} onProof={onProof} what={`${nameOf(e.sourceNode)} ${relationWords(e.relation)} ${e.node ? nameOf(e.node) : ''}`} /> },
    ]} />
  );
}
