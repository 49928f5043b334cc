// The portrait of a body, State, treaty, subject or anything else that acts speak of: figures by kind, all counted by the server.

import { LIFE, type Life } from './act_data.ts';
import { NAMED, type Page, STATED, allPages, query } from './api.ts';
import { type Counted, COUNTED, COUNTED_THINGS, barsOf, relationsOf, yearsOf } from './counted.ts';
import { Lifeline } from './lifeline.tsx';
import { nameOf } from './names.ts';
import { type Bar, Ranked, YearBars } from './plots.tsx';
import { toBrowse, toRead, toRegister } from './route.ts';
import { strings } from './strings.ts';
import { type Kind, type Thing, kindOf } from './things.ts';
import { Circle, type Together, together } from './together.tsx';
import type { ViewProps } from './view_draw.tsx';
import { VoteStrip, type Vote } from './votes.tsx';

const t = strings.portrait;

type Acts = { totalCount: number; nodes: (Thing & { citedBy: { totalCount: number } })[] };
export type Answered = Partial<Record<string, Counted>> & { best?: Acts; life?: Life | null; votes?: Vote[]; sponsoring?: Together; alike?: Together };

/** What is asked for one kind; $id is the entity, $code the code of a body, $name what it is called. */
const LIVES = `life: lifecycle(id: $id) { ${LIFE} }`;
const ASKED = `askedYears: aggregate(of: MANDATES, by: [YEAR], filter: { ends: [$id] }, top: 500) { ${COUNTED} }
  askedVerbs: aggregate(of: MANDATES, by: [RELATION], filter: { ends: [$id] }) { ${COUNTED} } askedBy: aggregate(of: MANDATES, by: [BODY], filter: { ends: [$id] }) { ${COUNTED} }`;
const CITED = `citedYears: aggregate(by: [YEAR], filter: { ends: [$id], source: { kinds: [Act] } }, top: 500) { ${COUNTED} }
  citedBy: aggregate(by: [BODY], filter: { ends: [$id], source: { kinds: [Act] } }) { ${COUNTED} } citedVerbs: aggregate(by: [RELATION], filter: { ends: [$id] }) { ${COUNTED} }`;
const BODY = `years: aggregate(of: ACTS, by: [YEAR], filter: { source: { body: $code } }, top: 1000) { ${COUNTED} }
  best: acts(body: $code, first: 40, orderBy: { field: TIMES_CITED, direction: DESC }) { totalCount nodes { ...Named citedBy(first: 0) { totalCount } } }
  asks: aggregate(of: MANDATES, by: [TARGET], filter: { source: { body: $code } }, top: 60) { ${COUNTED_THINGS} }
  cites: aggregate(by: [TARGET_BODY], filter: { source: { body: $code, kinds: [Act] }, kinds: [Act] }, top: 60) { ${COUNTED} }
  citing: aggregate(by: [BODY], filter: { body: $code, kinds: [Act], source: { kinds: [Act] } }, top: 60) { ${COUNTED} }
  sponsors: aggregate(by: [SOURCE], filter: { relations: [sponsors], body: $code }, top: 60) { ${COUNTED_THINGS} }`;
const STATE = `sponsored: aggregate(by: [TARGET_YEAR], filter: { relations: [sponsors], source: { ids: [$id] } }, top: 500) { ${COUNTED} }
  ${together('sponsoring', 'CO_SPONSORSHIP')} ${together('alike', 'CO_VOTING')}
  spoken: aggregate(of: ACTS, by: [YEAR], filter: { source: { subject: $name } }, top: 500) { ${COUNTED} }`;
const SUBJECT = `subjectYears: aggregate(of: ACTS, by: [YEAR], filter: { source: { subject: $id } }, top: 500) { ${COUNTED} }
  subjectBodies: aggregate(of: ACTS, by: [BODY], filter: { source: { subject: $id } }) { ${COUNTED} }`;

const ASKS: Partial<Record<Kind, string[]>> = {
  Body: [LIVES, ASKED], State: [STATE, ASKED], Treaty: [CITED], Instrument: [LIVES, CITED], Organization: [ASKED], Secretariat: [ASKED], Role: [ASKED], AddresseeClass: [ASKED], Group: [ASKED], Subject: [SUBJECT],
};

/** ofBody is the code by which acts belong to a body; empty for anything else. */
const ofBody = (id: string) => (kindOf(id) === 'Body' ? id.slice('body/'.length) : '');

/** loadPortrait asks for the figures of an entity. */
export async function loadPortrait(node: Thing): Promise<Answered> {
  const parts = [...(ASKS[kindOf(node.id)] ?? []), ...(ofBody(node.id) ? [BODY] : [])];
  if (!parts.length) return {};
  const text = parts.join('\n');
  const declared = [['$id', 'ID!'], ['$code', 'String'], ['$name', 'String']].filter(([v]) => text.includes(v)).map(([v, type]) => `${v}: ${type === 'ID!' && text === SUBJECT ? 'String' : type}`).join(', ');
  const figures = query<Answered>(`query(${declared}) { ${text} } ${text.includes('...Named') ? NAMED : ''}`, { id: node.id, code: ofBody(node.id), name: nameOf(node) });
  return kindOf(node.id) === 'State' ? { ...await figures, votes: await votesOf(node.id) } as Answered : figures;
}

/** votesOf are all votes of a State that loaded texts name, by date. */
async function votesOf(id: string): Promise<Vote[]> {
  const { edges } = await allPages<Vote>(`query($id: ID!, $after: String) { statements(subjects: [$id], filter: { relations: [votedFor, votedAgainst, abstained] }, orderBy: { field: DATE }, first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { ...Stated node { ...Named } } } } ${NAMED} ${STATED}`, { id }, (data: { statements: Page<Vote> }) => data.statements, 5000);
  return edges;
}

const some = (c?: Counted): c is Counted => c !== undefined && c.total.count > 0;

/** Portrait shows the figures of an entity; those that count nothing are left out. */
export function Portrait({ data, node, go, onProof }: { data: Answered; node: Thing; go: ViewProps['go']; onProof: (id: string) => void }) {
  const code = ofBody(node.id);
  const bodies = (c: Counted) => barsOf(c, 'count', (b) => toRead(`body/${b}`));
  const ranked = (key: string, bars: (c: Counted) => Bar[], name: string) => {
    const counted = data[key];
    const [title, counts] = t.figures[key];
    return some(counted) && <Ranked key={key} title={title} counts={counts} bars={bars(counted)} name={name} all={counted.groupCount} shown={10} />;
  };
  const byYear = (key: string, href?: (year: string) => string, what: 'count' | 'targets' = 'count') => {
    const counted = data[key];
    const [title, counts] = t.figures[key];
    return some(counted) && <YearBars key={key} title={title} counts={counts} {...yearsOf(counted, what)} href={href} go={go} wide={counted.groupCount > 24} />;
  };
  if (!Object.keys(data).length) return null;
  return (
    <div class="figures portrait">
      {data.life && data.life.steps.length > 0 && <Lifeline life={data.life} go={go} onProof={onProof} />}
      {byYear('years', (year) => toBrowse({ body: code, year }))}
      {data.best && data.best.totalCount > 0 && <Ranked title={t.figures.best[0]} counts={t.figures.best[1]} bars={best(data.best)} name={strings.columns.act} all={data.best.totalCount} shown={10} />}
      {ranked('asks', barsOf, strings.columns.addressees)}
      {ranked('cites', bodies, strings.browse.body)}{ranked('citing', bodies, strings.browse.body)}
      {ranked('sponsors', (c) => barsOf(c, 'targets'), strings.columns.name)}
      {data.votes && data.votes.length > 0 && <VoteStrip votes={data.votes} go={go} onProof={onProof} />}
      {data.alike && <Circle data={data.alike} kind="votes" network="CO_VOTING" go={go} />}
      {data.sponsoring && <Circle data={data.sponsoring} kind="sponsors" network="CO_SPONSORSHIP" go={go} />}
      {byYear('sponsored', undefined, 'targets')}
      {byYear('spoken')}
      {byYear('askedYears', (year) => toRegister({ addressee: node.id, given: `${year}-01-01`, givenTo: `${year}-12-31` }))}
      {ranked('askedVerbs', (c) => relationsOf(c).map((b, i) => ({ ...b, href: toRegister({ addressee: node.id, verb: c.groups[i].keys[0].value }) })), strings.register.verb)}
      {ranked('askedBy', (c) => barsOf(c, 'count', (b) => toRegister({ addressee: node.id, body: b })), strings.browse.body)}
      {byYear('citedYears')}{ranked('citedBy', bodies, strings.browse.body)}{ranked('citedVerbs', relationsOf, strings.columns.relation)}
      {byYear('subjectYears', (year) => toBrowse({ subject: node.id, year }))}{ranked('subjectBodies', (c) => barsOf(c, 'count', (b) => toBrowse({ subject: node.id, body: b })), strings.browse.body)}
    </div>
  );
}

const best = (acts: Acts): Bar[] => acts.nodes.filter((a) => a.citedBy.totalCount).map((a) => ({ label: nameOf(a), title: a.title ?? undefined, value: a.citedBy.totalCount, href: toRead(a.id) }));
