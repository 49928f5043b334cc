// The life of a body, mission or measure as a line: when it began, until when each act let it go on, and where nothing says so.

import type { Life, Step } from './act_data.ts';
import { dateWords } from './dates.ts';
import { Drawn, Figure, type Plot } from './figure.tsx';
import { nameOf, relationWords } from './names.ts';
import { Link, ProofButton } from './parts.tsx';
import { toRead } from './route.ts';
import { strings } from './strings.ts';
import { Sorted } from './table.tsx';
import { whenWords } from './register_tables.tsx';
import type { ViewProps } from './view_draw.tsx';

const t = strings.life;
const HEIGHT = 104;

/** day makes a date of as much of it as is known, at its beginning. */
const day = (date: string) => new Date(`${date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
const isDate = (when: string | null): when is string => when !== null && /^\d{4}(-\d\d){0,2}$/.test(when);

const COLOR: Record<string, string> = { establishes: 'var(--c2)', terminates: 'var(--c5)' };

/** Lifeline draws a life; at is the act that is being read, which is marked. */
export function Lifeline({ life, at, go, onProof }: { life: Life; at?: string; go?: ViewProps['go']; onProof: (id: string) => void }) {
  const dated = life.steps.filter((s): s is Step & { date: string } => isDate(s.date));
  const spans = dated.flatMap((s) => (isDate(s.until) ? [{ from: day(s.date), to: day(s.until) }] : []));
  const says = (s: Step) => `${dateWords(s.date)}: ${nameOf(s.act)} ${relationWords(s.relation)}${s.until ? t.until(whenWords(s.until)) : ''}`;
  const options = (plot: Plot) => ({
    marginLeft: 14, marginRight: 14, marginTop: 12, marginBottom: 36, x: { type: 'utc' as const, label: null, tickSize: 4 }, y: { axis: null, domain: [-1, 1] },
    marks: [
      plot.ruleY([0], { stroke: 'var(--rule)', strokeDasharray: '3 4' }),
      plot.link(spans, { x1: 'from', x2: 'to', y1: 0, y2: 0, stroke: 'var(--c3)', strokeWidth: 7, strokeOpacity: 0.55, strokeLinecap: 'butt' }),
      plot.rect(life.gaps.filter((g) => isDate(g.from) && isDate(g.to)), { x1: (g) => day(g.from), x2: (g) => day(g.to), y1: -0.45, y2: 0.45, fill: 'none', stroke: 'var(--c5)', strokeDasharray: '2 3' }),
      plot.dot(dated, { x: (s: Step & { date: string }) => day(s.date), y: 0, r: (s: Step) => (s.act.id === at ? 8 : 5), fill: (s: Step) => COLOR[s.relation] ?? 'var(--c3)', stroke: (s: Step) => (s.act.id === at ? 'var(--ink)' : 'var(--panel)'), strokeWidth: 1.5, title: says, tip: true }),
      ...(isDate(life.until) ? [plot.tickX([life.until], { x: (d: string) => day(d), y: null, insetTop: 18, insetBottom: 18, stroke: 'var(--ink)', strokeWidth: 2 })] : []),
    ],
    r: { type: 'identity' as const },
    color: { type: 'identity' as const },
  });
  const table = (
    <Sorted caption={t.title(nameOf(life.entity))} rows={life.steps} idOf={(s) => `${s.act.id} ${s.relation} ${s.until}`} marked={(s) => s.act.id === at} columns={[
      { head: strings.columns.date, text: (s) => s.date, show: (s) => dateWords(s.date), class: 'date' },
      { head: strings.columns.act, text: (s) => nameOf(s.act), show: (s) => <Link thing={s.act} /> },
      { head: strings.columns.relation, text: (s) => s.words },
      { head: strings.register.columns.until, text: (s) => s.until, show: (s) => s.until && whenWords(s.until), class: 'date' },
      { head: strings.columns.proof, text: () => '', show: (s) => s.statements[0] && <ProofButton statement={{ ...s.statements[0], source: s.act.id, target: life.entity.id, relation: s.relation }} onProof={onProof} text={strings.columns.proof} /> },
    ]} />
  );
  return (
    <Figure title={t.title(nameOf(life.entity))} counts={sentence(life)} table={table} wide>
      {dated.length > 1 && <Drawn<Step> label={`${t.title(nameOf(life.entity))}: ${life.steps.map(says).join('; ')}`} height={HEIGHT} options={options} of={life} onPick={go && ((s) => go(toRead(s.act.id)))} />}
    </Figure>
  );
}

/** sentence says a life in words, each the server's. */
function sentence({ steps, until, ended, gaps }: Life): string {
  const [first] = steps;
  return [
    t.steps(steps.length), first.relation === 'establishes' && first.date ? t.began(dateWords(first.date)) : '', until ? (ended ? t.ended(whenWords(until)) : t.goesOn(whenWords(until))) : '', gaps.length ? t.gaps(gaps.length) : '',
  ].filter(Boolean).join(' ');
}
