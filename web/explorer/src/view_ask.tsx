// Ask: the answer to a question as a sentence, a table and a drawing of the same statements.

import { useMemo, useState } from 'preact/hooks';
import { type Answer, type Aspect, type Rows, aspectsOf, comparison, isReference, nearest, rephrased, rowsOf, sentenceOf, statementsOfMandates } from './answer.ts';
import { type Hit, named, query, referred, search, searchWords } from './api.ts';
import { Graph } from './model.ts';
import { examples } from './examples.ts';
import { isCalled, nameOf, relationWords, shorten } from './names.ts';
import { Link, Loaded, useLoaded } from './parts.tsx';
import { toAsk, toRead } from './route.ts';
import { strings } from './strings.ts';
import { SEARCHED, Suggest, noteOf } from './suggest.tsx';
import { Table } from './table.tsx';
import { MandateTable, ThingTable } from './tables.tsx';
import { Take } from './take.tsx';
import { Comparison } from './view_compare.tsx';
import { Drawing, StatementTable, type ViewProps } from './view_draw.tsx';

const ASK = 'query($q: String!) { ask(question: $q) { query variables text parse data candidates { id title date } } }';

export function AskBox({ value, autofocus, go }: { value?: string; autofocus?: boolean; go: ViewProps['go'] }) {
  return (
    <Suggest label={strings.ask.label} button={strings.ask.button} placeholder={strings.ask.placeholder} value={value} autofocus={autofocus}
      onAsk={(q) => go(toAsk(q))} onPick={(id) => go(toRead(id))} />
  );
}

export function Home({ go }: ViewProps) {
  const state = useLoaded(() => query<{ statistics: { documents: number; statements: number } }>('{ statistics { documents statements } }'), []);
  return (
    <div class="home">
      <h1>{strings.product}</h1>
      <p class="tagline">{strings.tagline}</p>
      <AskBox autofocus go={go} />
      <Examples />
      <Loaded state={state}>{({ statistics }) => <p class="quiet">{strings.loadedDocuments(statistics.documents, statistics.statements)}</p>}</Loaded>
    </div>
  );
}

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
      <AskBox value={question} go={props.go} />
      <Answered key={question} question={question} {...props} />
    </>
  );
}

function Answered({ question, ...props }: ViewProps & { question: string }) {
  const compared = comparison(question);
  const bare = isReference(question);
  const state = useLoaded(async () => {
    if (compared) return null;
    if (bare) {
      const ids = await referred(question);
      if (ids.length === 1) props.go(toRead(ids[0]), true);
      if (ids.length) return { answer: null, also: [], things: [], choices: await named(ids) };
    }
    const answer = bare ? null : (await query<{ ask: Answer }>(ASK, { q: question })).ask;
    const known = answer && (answer.data || answer.candidates.length);
    const [also, things] = known ? [[], []] : await Promise.all([searchWords(question), search(question, 8, SEARCHED)]);
    const meant = things.filter((h) => isCalled(h.node, question));
    if (meant.length === 1) props.go(toRead(meant[0].node.id), true);
    return { answer, also, things, choices: answer?.candidates ?? [] };
  }, [question]);
  if (compared) return <Comparison {...compared} {...props} />;
  return (
    <Loaded state={state}>{(loaded) => {
      if (!loaded) return null;
      if (loaded.choices.length) return <Choices answer={loaded.answer} choices={loaded.choices} />;
      if (!loaded.answer?.data) return <Unknown question={question} answer={loaded.answer} also={loaded.also} things={loaded.things} />;
      return <Shown question={question} answer={loaded.answer} {...props} />;
    }}</Loaded>
  );
}

/** Choices offers what an ambiguous question may mean. */
function Choices({ answer, choices }: { answer: Answer | null; choices: Answer['candidates'] }) {
  const again = answer ? rephrased(answer.text) : [];
  return (
    <section aria-label={strings.ask.ambiguous}>
      <h2>{strings.ask.ambiguous}</h2>
      <ul class="choices">
        {choices.map((c, i) => (
          <li key={c.id}><a href={again[i] ? toAsk(again[i]) : toRead(c.id)}><strong>{nameOf(c)}</strong>{again[i] && <span>{again[i]}</span>}<small>{[c.title, c.date].filter(Boolean).join(' · ')}</small></a></li>
        ))}
      </ul>
    </section>
  );
}

/** Unknown says what is not understood, what may be asked, and where the words occur. */
function Unknown({ question, answer, also, things }: { question: string; answer: Answer | null; also: Hit[]; things: Hit[] }) {
  const text = answer?.text ?? strings.notFound(question);
  return (
    <section>
      <p class="sentence" role="status">{sentenceOf(text).head}</p>
      <ul class="nearest">{nearest(text).map(({ words, title }) => <li key={words}>{words.includes('{') ? <strong>{words}</strong> : <a href={toAsk(words)}>{words}</a>} <small>{title}</small></li>)}</ul>
      {things.length > 0 && <><h2>{strings.ask.entities}</h2><ul class="hits things">{things.map(({ node }) => <li key={node.id}><Link thing={node} /> <small>{noteOf(node)}</small></li>)}</ul></>}
      {also.length > 0 && (
        <>
          <h2>{strings.ask.searchAlso}</h2>
          <ul class="hits">{also.map((h) => <li key={h.node.id}><Link thing={h.node} />{h.snippet && <p>{shorten(h.snippet, 300)}</p>}</li>)}</ul>
        </>
      )}
      <Examples />
    </section>
  );
}

function Shown({ question, answer, params, go, onProof }: ViewProps & { question: string; answer: Answer }) {
  const rows = useMemo(() => rowsOf(answer), [answer]);
  const lines = useMemo(() => [...rows.statements, ...statementsOfMandates(rows.mandates)], [rows]);
  const aspects = useMemo(() => aspectsOf(answer), [answer]);
  const graph = useMemo(() => graphOf(rows, lines), [rows]);
  const [, setPlaced] = useState(0);
  const [marked, setMarked] = useState<string | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const { head, tail } = sentenceOf(answer.text);
  const proofOf = (id: string) => {
    const line = lines.find((l) => l.statement === id);
    if (line && id.includes('/mandate/')) go(toRead(line.paragraph ?? line.source));
    else onProof(id);
  };
  return (
    <section class="answer">
      <p class="sentence" role="status">{head} <strong>{tail}</strong></p>
      <details><summary>{strings.ask.inFull}</summary><pre>{answer.text}</pre><p class="quiet">{strings.ask.understoodAs}: {answer.parse}. <a href={`/graphiql?query=${encodeURIComponent(`{ ask(question: ${JSON.stringify(question)}) { text data } }`)}`}>{strings.ask.openInGraphiql}</a></p></details>
      <Take part={{ question }} drawing={lines.length > 0} />
      <div class="two">
        {graph.things.size > 0 && (
          <div class="pane">
            <h2>{strings.ask.drawing}</h2>
            <Drawing graph={graph} params={params} go={go} onProof={proofOf} table={false} marked={marked} onPicked={setPicked} onPlaced={() => setPlaced(1)} />
          </div>
        )}
        <div class="pane">
          <h2>{strings.ask.table}</h2>
          {rows.mandates.length > 0 && <MandateTable caption={strings.read.mandates} mandates={rows.mandates} />}
          {rows.statements.length > 0 && <StatementTable statements={rows.statements} thingOf={(id) => graph.things.get(id)?.thing ?? rows.things.get(id) ?? { id }} onProof={onProof} onHover={setMarked} picked={picked} />}
          {aspects.length > 0 && <Aspects aspects={aspects} of={rows.start[0]} />}
          {!lines.length && !rows.mandates.length && !aspects.length && <Things rows={rows} />}
        </div>
      </div>
    </section>
  );
}

/** graphOf draws an answer; the drawing asks for the titles and dates that it did not bring. */
function graphOf(rows: Rows, lines: ReturnType<typeof statementsOfMandates>): Graph {
  const graph = new Graph();
  const ends = lines.flatMap((l) => [l.source, ...(l.target ? [l.target] : [])]);
  const ids = lines.length ? new Set([...ends, ...rows.start.filter((id) => rows.things.has(id))]) : rows.things.keys();
  graph.add([...ids].map((id) => ({ id, distance: rows.start.includes(id) ? 0 : 1, node: rows.things.get(id) ?? { id } })), lines);
  return graph;
}

/** Aspects are what is known of one entity; its page says it in full. */
function Aspects({ aspects, of }: { aspects: Aspect[]; of: string }) {
  const name = (a: Aspect) => (a.way ? strings.ask.ways[a.way](relationWords(a.name)) : relationWords(a.name));
  return (
    <>
      <p>{strings.ask.page}: <Link thing={{ id: of }} /></p>
      <Table caption={strings.ask.table} head={[strings.columns.name, strings.columns.clause]}>
        {aspects.map((a) => <tr key={`${a.way} ${a.name} ${a.value}`}><td>{name(a)}</td><td>{!a.way && /^[a-z-]+\/\S+$/.test(a.value) ? <Link thing={{ id: a.value }} /> : a.value}</td></tr>)}
      </Table>
    </>
  );
}

function Things({ rows }: { rows: Rows }) {
  const list = [...rows.things.values()].filter((t) => !rows.start.includes(t.id));
  return list.length ? <ThingTable caption={strings.ask.table} things={list} /> : <p>{strings.ask.noRows}</p>;
}
