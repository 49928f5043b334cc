// How a State voted, as a strip along time: for above, abstained in the middle, against below.

import { dateWords } from './dates.ts';
import { Drawn, Figure, type Plot } from './figure.tsx';
import { nameOf } from './names.ts';
import { Link, ProofButton } from './parts.tsx';
import { toRead } from './route.ts';
import { strings } from './strings.ts';
import { Sorted } from './table.tsx';
import type { Statement, Thing } from './things.ts';
import type { ViewProps } from './view_draw.tsx';

const t = strings.votes;

export type Vote = Statement & { node: Thing | null };

const ROWS: [relation: string, name: string, color: string][] = [['votedFor', t.for, 'var(--c2)'], ['abstained', t.abstained, 'var(--c4)'], ['votedAgainst', t.against, 'var(--c5)']];
const nameOfVote = (relation: string) => ROWS.find(([r]) => r === relation)?.[1] ?? relation;

export function VoteStrip({ votes, go, onProof }: { votes: Vote[]; go: ViewProps['go']; onProof: (id: string) => void }) {
  const dated = votes.filter((v) => v.node?.date).map((v) => ({ ...v, day: new Date(`${v.node!.date!.padEnd(10, '-01').slice(0, 10)}T00:00:00Z`), row: nameOfVote(v.relation) }));
  const says = (v: Vote) => `${dateWords(v.node?.date)}: ${nameOf(v.node ?? { id: v.target ?? '' })}, ${nameOfVote(v.relation)}`;
  const counts = ROWS.map(([relation, name]) => `${name} ${votes.filter((v) => v.relation === relation).length}`).join(', ');
  const options = (plot: Plot) => ({
    marginLeft: 76, marginRight: 24, marginTop: 8, marginBottom: 24, x: { type: 'utc' as const, label: null, tickSize: 4 },
    y: { domain: ROWS.map(([, name]) => name), label: null, tickSize: 0 },
    color: { domain: ROWS.map(([, name]) => name), range: ROWS.map(([, , color]) => color) },
    marks: [plot.tickX(dated, { x: 'day', y: 'row', stroke: 'row', strokeWidth: 3, inset: 3 }), plot.dot(dated, { x: 'day', y: 'row', r: 5, fill: 'transparent', title: says, tip: true })],
  });
  const table = (
    <Sorted caption={t.title} rows={votes} idOf={(v) => v.statement} columns={[
      { head: strings.columns.date, text: (v) => v.node?.date, show: (v) => dateWords(v.node?.date), class: 'date' },
      { head: strings.columns.act, text: (v) => nameOf(v.node ?? { id: v.target ?? '' }), show: (v) => v.node && <><Link thing={v.node} />{v.node.title && <span class="title">{v.node.title}</span>}</> },
      { head: t.vote, text: (v) => nameOfVote(v.relation) },
      { head: strings.columns.proof, text: (v) => v.statement, show: (v) => <ProofButton statement={v} onProof={onProof} text={strings.columns.proof} /> },
    ]} />
  );
  return (
    <Figure title={t.title} counts={`${t.counts(votes.length, counts)}${dated.length > 1 ? ` ${t.opens}` : ''}`} wide table={table}>
      {dated.length > 1 && <Drawn<Vote> label={`${t.title}: ${votes.map(says).join('; ')}`} height={110} options={options} of={votes} onPick={(v) => v.target && go(toRead(v.target))} />}
    </Figure>
  );
}
