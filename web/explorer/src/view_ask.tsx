// Ask: the answer to a question as a sentence, a table and a drawing of the same statements.

import { useMemo, useState } from 'preact/hooks';
import { type Answer, type Whole, ask, examples, statementsOfMandates, thingsOf } from './answer.ts';
import { Lacks, Reading } from './complete.tsx';
import { dateWords } from './dates.ts';
import { Graph } from './model.ts';
import { nameOf } from './names.ts';
import { Link, Loaded, useLoaded } from './parts.tsx';
import { toAsk, toRead } from './route.ts';
import { strings } from './strings.ts';
import { noteOf } from './suggest.tsx';
import { Table } from './table.tsx';
import { MandateTable, ThingTable } from './tables.tsx';
import { Take } from './take.tsx';
import type { Statement, Thing } from './things.ts';
import { Instead, Passages, Story } from './told.tsx';
import { Comparison } from './view_compare.tsx';
import { Drawing, StatementTable, type ViewProps } from './view_draw.tsx';

/** Examples are questions that the loaded texts answer. */
function Examples() {
  const state = useLoaded(examples, []);
  return <><h2>{strings.ask.examples}</h2><Loaded state={state}>{(list) => <ul class="examples">{list.map((q) => <li key={q}><a href={toAsk(q)}>{q}</a></li>)}</ul>}</Loaded></>;
}

export function AskView(props: ViewProps) {
  const question = props.params.get('ask') ?? '';
  return (
    <>
      <h1 class="hidden">{question}</h1>
      <Answered key={question} question={question} {...props} />
    </>
  );
}

function Answered({ question, ...props }: ViewProps & { question: string }) {
  const state = useLoaded(async () => {
    const answer = await ask(question);
    if (answer.named.length === 1) props.go(toRead(answer.named[0].id), true);
    return answer;
  }, [question]);
  return (
    <Loaded state={state}>{(answer) => {
      const compared = answer.comparison;
      if (compared) return <Comparison first={compared.first.id} second={compared.second.id} by={compared.relation} {...props} />;
      if (answer.answered && answer.parts.length > 1) return <InTurn question={question} answer={answer} {...props} />;
      if (answer.answered) return <Shown question={question} answer={answer} {...props} />;
      if (answer.candidates.length) return <Choices choices={answer.candidates} again={answer.suggestions.map((s) => s.question)} />;
      return answer.named.length ? <Choices choices={answer.named} again={[]} /> : <Unknown answer={answer} />;
    }}</Loaded>
  );
}

/** Choices offers what an ambiguous question may mean, each with the question that means it or with its page. */
function Choices({ choices, again }: { choices: Answer['candidates']; again: string[] }) {
  return (
    <section aria-label={strings.ask.ambiguous}>
      <h2>{strings.ask.ambiguous}</h2>
      <ul class="choices">
        {choices.map((c, i) => (
          <li key={c.id}><a href={again[i] ? toAsk(again[i]) : toRead(c.id)}><strong>{nameOf(c)}</strong>{again[i] && <span>{again[i]}</span>}<small>{[c.title, dateWords(c.date)].filter(Boolean).join(' · ')}</small></a></li>
        ))}
      </ul>
    </section>
  );
}

/** Unknown says what is not understood, what may be asked, and where the words occur. */
function Unknown({ answer }: { answer: Answer }) {
  const { readAs, sentence, suggestions, entities, passages } = answer;
  return (
    <section>
      <p class="sentence" role="status">{readAs && `${strings.ask.readAs(readAs)} `}{sentence}</p>
      <Reading answer={answer} />
      <Lacks answer={answer} />
      <ul class="nearest">{suggestions.map(({ question, title, whole }) => <li key={question}>{whole ? <a href={toAsk(question)}>{question}</a> : <strong>{question}</strong>} <small>{title}</small></li>)}</ul>
      {entities.length > 0 && <><h2>{strings.ask.entities}</h2><ul class="hits things">{entities.map((thing) => <li key={thing.id}><Link thing={thing} /> <small>{noteOf(thing)}</small></li>)}</ul></>}
      {passages.length > 0 && (
        <>
          <h2>{strings.ask.searchAlso}</h2>
          <Passages list={passages} />
        </>
      )}
      <Examples />
    </section>
  );
}

/** InTurn answers the questions of a sentence that asks several, one after the other, and draws what they tell together. */
function InTurn({ question, answer, ...props }: ViewProps & { question: string; answer: Whole }) {
  const all = useMemo(() => together(answer.parts), [answer]);
  return (
    <section class="answer">
      {answer.parts.map((part) => (
        <section key={part.question} class="in-turn" aria-label={part.question}>
          <h2>{asked(part.question)}</h2>
          {part.answered ? <Told answer={part} onProof={props.onProof} /> : <p class="sentence">{strings.ask.notAnswered}</p>}
          {part.answered && !part.story && <Rows answer={part} {...props} />}
        </section>
      ))}
      <Menus question={question} answer={answer} drawing={all.lines.length > 0} />
      {all.lines.length > 0 && <><h2>{strings.ask.drawing}</h2><Drawing graph={all.graph} params={props.params} go={props.go} onProof={props.onProof} /></>}
    </section>
  );
}

/** asked prints a question of a sentence as one of its own. */
const asked = (question: string) => `${question.charAt(0).toUpperCase()}${question.slice(1).replace(/\?$/, '')}?`;

/** together is what several answers draw. */
function together(parts: Answer[]) {
  const things = new Map(parts.flatMap((p) => [...thingsOf(p)]));
  const lines = parts.flatMap((p) => p.statements);
  return { lines, graph: graphOf({ subjects: parts.flatMap((p) => p.subjects) }, things, lines) };
}

/** Rows are the results of one answer of several. */
function Rows({ answer, onProof }: ViewProps & { answer: Answer }) {
  const things = useMemo(() => thingsOf(answer), [answer]);
  if (answer.profile) return <Profile answer={answer} />;
  return (
    <>
      {answer.mandates.length > 0 && <MandateTable caption={strings.read.mandates} mandates={answer.mandates} />}
      {answer.statements.length > 0 && <StatementTable statements={answer.statements} thingOf={(id) => things.get(id) ?? { id }} onProof={onProof} />}
      {!answer.mandates.length && !answer.statements.length && !answer.passages.length && <Things answer={answer} />}
    </>
  );
}

/** Told is an answer in words: its sentence, how it was read, what it may lack, its story and passages. */
function Told({ answer, onProof }: { answer: Answer; onProof: ViewProps['onProof'] }) {
  const { readAs, sentence, remarks } = answer;
  // The times of which a story knows nothing stand in it; how complete the answer is has a line of its own.
  const told = answer.story ? [] : remarks.filter((r) => r !== answer.completeness.line);
  return (
    <>
      <p class="sentence" role="status">{readAs && `${strings.ask.readAs(readAs)} `}{sentence} <strong>{strings.ask.complete.found(answer.completeness.found)}</strong></p>
      {told.length > 0 && <p class="told">{told.join(' ')}</p>}
      <Reading answer={answer} />
      <Lacks answer={answer} />
      <Instead questions={answer.suggestions.map((s) => s.question)} />
      {answer.story && <><h2>{strings.ask.story}</h2><Story sentences={answer.story.sentences} onProof={onProof} /></>}
      {answer.passages.length > 0 && <><h2>{strings.ask.searchAlso}</h2><Passages list={answer.passages} /></>}
    </>
  );
}

/** Menus give an answer to take away, and as text. */
function Menus({ question, answer, drawing }: { question: string; answer: Answer; drawing: boolean }) {
  return (
    <div class="menus">
      <Take part={{ question }} drawing={drawing} />
      <details class="menu full"><summary>{strings.ask.inFull}</summary><div class="sheet"><pre>{answer.text}</pre><p class="quiet"><a href={`/graphiql?query=${encodeURIComponent(`{ ask(question: ${JSON.stringify(question)}) { text data } }`)}`}>{strings.ask.openInGraphiql}</a></p></div></details>
    </div>
  );
}

function Shown({ question, answer, params, go, onProof }: ViewProps & { question: string; answer: Answer }) {
  const { statements, mandates } = answer;
  const things = useMemo(() => thingsOf(answer), [answer]);
  const lines = useMemo(() => [...statements, ...statementsOfMandates(mandates)], [answer]);
  const graph = useMemo(() => graphOf(answer, things, lines), [answer]);
  const [, setPlaced] = useState(0);
  const [marked, setMarked] = useState<string | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const proofOf = (id: string) => {
    const line = lines.find((l) => l.statement === id);
    if (line && id.includes('/mandate/')) go(toRead(line.paragraph ?? line.source));
    else onProof(id);
  };
  return (
    <section class="answer">
      <Told answer={answer} onProof={onProof} />
      <Menus question={question} answer={answer} drawing={lines.length > 0} />
      <div class="two">
        {graph.things.size > 0 && (
          <div class="pane">
            <h2>{strings.ask.drawing}</h2>
            <Drawing graph={graph} params={params} go={go} onProof={proofOf} marked={marked} onPicked={setPicked} onPlaced={() => setPlaced(1)} />
          </div>
        )}
        <div class="pane">
          <h2>{strings.ask.table}</h2>
          {mandates.length > 0 && <MandateTable caption={strings.read.mandates} mandates={mandates} />}
          {statements.length > 0 && <StatementTable statements={statements} thingOf={(id) => graph.things.get(id)?.thing ?? things.get(id) ?? { id }} onProof={onProof} onHover={setMarked} picked={picked} />}
          {answer.profile && <Profile answer={answer} />}
          {!lines.length && !mandates.length && !answer.profile && !answer.passages.length && <Things answer={answer} />}
        </div>
      </div>
    </section>
  );
}

/** graphOf draws an answer; the drawing asks for the titles and dates that it did not bring. */
function graphOf({ subjects }: Pick<Answer, 'subjects'>, things: Map<string, Thing>, lines: Statement[]): Graph {
  const graph = new Graph();
  const start = new Set(subjects.map((t) => t.id));
  const ids = lines.length ? new Set([...lines.flatMap((l) => [l.source, ...(l.target ? [l.target] : [])]), ...start]) : things.keys();
  graph.add([...ids].map((id) => ({ id, distance: start.has(id) ? 0 : 1, node: things.get(id) ?? { id } })), lines);
  return graph;
}

/** Profile is what is known of one entity; its page says it in full. */
function Profile({ answer }: { answer: Answer }) {
  return (
    <>
      <p>{strings.ask.page}: <Link thing={answer.subjects[0]} /></p>
      <Table caption={strings.ask.table} head={[strings.columns.name, strings.columns.clause]}>
        {answer.rows.map(({ cells: [name, value], node }) => <tr key={`${name} ${value}`}><td>{name}</td><td>{node ? <Link thing={node} /> : value}</td></tr>)}
      </Table>
    </>
  );
}

function Things({ answer }: { answer: Answer }) {
  const list = answer.rows.flatMap((r) => r.node ?? []);
  return list.length ? <ThingTable caption={strings.ask.table} things={list} /> : <p>{strings.ask.noRows}</p>;
}
