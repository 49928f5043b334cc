import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, thingsOf } from '../src/answer.ts';
import { oscola, unStyle } from '../src/cite.ts';
import { dateWords } from '../src/dates.ts';
import { nameOf, placeWords, rememberBodies } from '../src/names.ts';
import { address, parse, withParam } from '../src/route.ts';
import { spansOf, verbOf } from '../src/text.tsx';
import { kindOf } from '../src/things.ts';
import { after } from '../src/dates.ts';
import { years } from '../src/plots.tsx';
import { bins } from '../src/strip.tsx';
import { compared } from '../src/view_compare.tsx';

rememberBodies([{ id: 'body/ga', shortName: 'General Assembly' }, { id: 'body/ctoc-cop', shortName: 'CTOC COP' }]);

test('an id says the kind of its entity', () => {
  for (const [id, kind] of Object.entries({
    'ctoc-cop/resolution/12/4': 'Act', 'unfccc-cop/decision/1/CP.21': 'Act', 'document/E/2025/31/draft-resolution/I': 'Act', 'ctoc-cop/resolution/12/4#op5.a': 'Paragraph', 'ctoc-cop/resolution/12/4#op5/mandate/1': 'Mandate',
    'body/ctoc-cop': 'Body', 'body/ctoc-cop/bureau': 'Body', 'body/ctoc-cop/secretariat': 'Secretariat', 'body/ctoc-cop/session/12': 'Session', 'body/ctoc-cop/session/12/meeting/10': 'Meeting', 'body/ctoc-cop/session/12/agenda/2(d)': 'AgendaItem',
    'body/ctoc-cop/working-group-on-firearms/meeting/10': 'Meeting', 'body/x/meeting/10/recommendations': 'Recommendations', 'document/CTOC/COP/2024/L.8/Rev.1': 'Document', 'treaty/untoc/article/16': 'Article', 'treaty/untoc': 'Treaty',
    'state/alb': 'State', 'group/european-union': 'Group', 'organization/unodc': 'Organization', 'person/peter-burian': 'Person', 'role/ctoc-cop/president': 'Role', 'instrument/kyoto-declaration': 'Instrument', 'addressee/member-states': 'AddresseeClass',
  })) assert.equal(kindOf(id), kind, id);
});

test('names are those that readers use', () => {
  assert.equal(nameOf({ id: 'ga/resolution/76/185' }), 'General Assembly resolution 76/185');
  assert.equal(nameOf({ id: 'ctoc-cop/decision/2/2' }), 'CTOC COP decision 2/2');
  assert.equal(nameOf({ id: 'body/ctoc-cop/session/12/meeting/10' }), 'CTOC COP, session 12, meeting 10');
  assert.equal(nameOf({ id: 'ctoc-cop/resolution/12/4#op5.a' }), 'CTOC COP resolution 12/4, paragraph 5 (a)');
  assert.equal(nameOf({ id: 'document/CTOC/COP/2024/L.8/Rev.1', title: 'Draft' }), 'CTOC/COP/2024/L.8/Rev.1');
  assert.equal(nameOf({ id: 'treaty/untoc/article/16' }), 'Article 16, UNTOC');
  assert.equal(placeWords('an1.c'), 'annex I (c)');
  assert.equal(placeWords('58'), 'paragraph 58');
  assert.equal(placeWords('end'), 'end of the text');
  assert.equal(placeWords('an1.2~2'), 'annex I (2, 2nd of that number)');
  assert.equal(nameOf({ id: 'document/E/2025/31/draft-resolution/I' }), 'Draft resolution I in E/2025/31');
  assert.equal(nameOf({ id: 'treaty/untoc-protocols' }), 'UNTOC protocols');
  assert.equal(dateWords('2022-05'), 'May 2022');
});

test('citations follow the styles', () => {
  const act = { id: 'ga/resolution/76/185', title: 'Preventing and combating crimes that affect the environment', date: '2021-12-16', url: 'https://docs.un.org/A/RES/76/185' };
  assert.equal(unStyle(act), 'General Assembly resolution 76/185 of 16 December 2021, entitled “Preventing and combating crimes that affect the environment” (A/RES/76/185)');
  assert.equal(oscola(act), 'UNGA Res 76/185 ‘Preventing and combating crimes that affect the environment’ (16 December 2021) UN Doc A/RES/76/185');
  assert.equal(oscola({ id: 'ctoc-cop/decision/2/2', date: '2005-10-19' }), 'CTOC COP Dec 2/2 (19 October 2005)');
});

test('an address leads to its view and back', () => {
  const link = address({ read: 'ctoc-cop/resolution/12/4#op5.a', proof: 'document/x#s1' });
  assert.equal(link, '/?read=ctoc-cop/resolution/12/4%23op5.a&proof=document/x%23s1');
  const { view, params } = parse(link.slice(1));
  assert.equal(view, 'read');
  assert.equal(params.get('read'), 'ctoc-cop/resolution/12/4#op5.a');
  assert.equal(withParam(params, { proof: null }), '/?read=ctoc-cop/resolution/12/4%23op5.a');
  assert.equal(withParam(new URLSearchParams('draw=a&draw=b'), { depth: 2 }), '/?draw=a&draw=b&depth=2');
  assert.equal(withParam(new URLSearchParams('count='), { proof: 'x' }), '/?count&proof=x');
  assert.equal(address({ ask: 'a & b' }), '/?ask=a+%26+b');
});

test('an answer brings the entities of its question, its rows and its statements', () => {
  const answer = {
    subjects: [{ id: 'x/resolution/1', title: 'One' }], rows: [{ cells: [], node: { id: 'state/a', title: 'A' } }],
    statements: [{ statement: 's1', source: 'state/a', target: 'x/resolution/1', relation: 'sponsors', node: { id: 'state/a', date: null } }],
    mandates: [{ id: 'x/resolution/1#op1/mandate/1', act: { id: 'x/resolution/1' }, addressees: [{ id: 'organization/o' }] }], profile: false,
  } as unknown as Answer;
  assert.deepEqual([...thingsOf(answer).values()], [{ id: 'x/resolution/1', title: 'One' }, { id: 'state/a', title: 'A', date: null }, { id: 'organization/o' }]);
  assert.deepEqual([...thingsOf({ ...answer, profile: true, statements: [], mandates: [] }).keys()], ['x/resolution/1'], 'the values of a profile are not drawn');
});

test('citations are found in their paragraph in the order of the source', () => {
  const at = (quote: string, start: number) => ({ statement: `${quote}${start}`, source: 'a', target: 'b', relation: 'mentions', quote, start, end: start + quote.length });
  const { spans, left } = spansOf('the Convention and the Convention, not more', [at('Convention', 30), at('Convention', 10), at('Treaty', 50), at('Convention', 30)]);
  assert.deepEqual(spans.map((s) => [s.start, s.statements.length]), [[4, 1], [23, 2]]);
  assert.equal(left.length, 1);
  assert.deepEqual(verbOf('2. Also encourages States', 'operative'), { before: '2. ', verb: 'Also encourages' });
  assert.equal(verbOf('Taking note of the report', 'preambular').verb, 'Taking note of');
  for (const [text, verb] of [['Having considered the report', 'Having considered'], ['Gravely concerned that', 'Gravely concerned'], ['Remaining deeply concerned that', 'Remaining deeply concerned'], ['Bearing in mind the', 'Bearing in mind'], ['Reaffirming that every State', 'Reaffirming'], ['Recalling further the', 'Recalling further']]) {
    assert.equal(verbOf(text, 'preambular').verb, verb);
  }
  assert.equal(verbOf('1. At its twelfth session', 'narrative').verb, '');
});

test('counts and comparisons add up', () => {
  assert.deepEqual(years([{ year: '2024', count: 2 }, { year: '2022', count: 1 }]), ['2022', '2023', '2024'], 'a year without acts is a gap');
  const edge = (id: string) => ({ statement: id, source: id, target: 'x', relation: 'sponsors', node: { id, title: id } });
  const { both, onlyFirst, onlySecond } = compared([edge('state/a'), edge('state/b')], [edge('state/b'), edge('state/c')]);
  assert.deepEqual([both, onlyFirst, onlySecond].map((l) => l.map((r) => r.thing.id)), [['state/b'], ['state/a'], ['state/c']]);
});

test('a calendar has every month of a few years, and every year of many', () => {
  const months = bins([{ value: '2031-11', count: 2 }, { value: '2032-02', count: 1 }]);
  assert.equal(months.length, 24);
  assert.deepEqual(months.filter((m) => m.count), [{ from: '2031-11-01', to: '2031-11-30', when: 'November 2031', count: 2 }, { from: '2032-02-01', to: '2032-02-29', when: 'February 2032', count: 1 }]);
  assert.deepEqual(bins([{ value: '2031-11', count: 2 }, { value: '2031', count: 1 }]), [{ from: '2031-01-01', to: '2031-12-31', when: '2031', count: 3 }], 'what has no month stands in its year');
});

test('a period ends on the same day of another month, or on its last', () => {
  assert.deepEqual(['P1M', 'P3M', 'P1Y'].map((p) => after('2031-01-31', p)), ['2031-02-28', '2031-04-30', '2032-01-31']);
  assert.equal(after('2032-02-29', 'P1Y'), '2033-02-28');
});
