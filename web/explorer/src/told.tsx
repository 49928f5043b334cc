// Passages and stories, as the server tells them.

import type { Passage, Sentence } from './answer.ts';
import { dateWords } from './dates.ts';
import { nameOf } from './names.ts';
import { Link, More } from './parts.tsx';
import { toAsk } from './route.ts';
import { strings } from './strings.ts';
import type { Thing } from './things.ts';

/** Passages lists paragraphs with the words marked, each with its act and date. */
export function Passages({ list }: { list: Passage[] }) {
  return (
    <ul class="hits">
      {list.map((p) => (
        <li key={p.node.id}>
          <p class="hit"><Link thing={p.node} /> <small>{dateWords(p.whole.date)}</small></p>
          {p.whole.title && <small class="one-line">{p.whole.title}</small>}
          <p class="passage"><MarkedAt {...p} /></p>
        </li>
      ))}
    </ul>
  );
}

/** MarkedAt marks ranges of a text, which count code points. */
function MarkedAt({ text, matches }: { text: string; matches: Passage['matches'] }) {
  const points = Array.from(text ?? '');
  const pieces = matches.flatMap(({ start, end }, i) => [
    points.slice(i ? matches[i - 1].end : 0, start).join(''), <mark key={start}>{points.slice(start, end).join('')}</mark>,
  ]);
  return <>{pieces}{points.slice(matches.at(-1)?.end ?? 0).join('')}</>;
}

/** The sentences of a story that are shown at first. */
const STORY = 10;

/** Story tells dated sentences, each with the words that prove it. */
export function Story({ sentences, onProof }: { sentences: Sentence[]; onProof: (statement: string) => void }) {
  return (
    <More list={sentences} page={STORY}>{(part) => (
      <ol class="story">
        {part.map(({ date, text, gap, quote, act, statements: [proof] }) => (
          <li key={`${date} ${text}`} class={gap ? 'quiet' : undefined}>
            {!gap && <time>{dateWords(date)}</time>} <Told text={text} act={act} />
            {proof && <p><q>{quote}</q> <button type="button" class="proof-button" onClick={() => onProof(proof.statement)}>{strings.columns.proof}</button></p>}
          </li>
        ))}
      </ol>
    )}</More>
  );
}

/** Told is a sentence in which the name of its act leads to its page. */
function Told({ text, act }: { text: string; act: Thing | null }) {
  const at = act ? text.indexOf(nameOf(act)) : -1;
  if (!act) return <>{text}</>;
  if (at < 0) return <>{text} <Link thing={act} /></>;
  return <>{text.slice(0, at)}<Link thing={act} />{text.slice(at + nameOf(act).length)}</>;
}

/** Instead offers questions that come near one without results. */
export function Instead({ questions }: { questions: string[] }) {
  return questions.length ? <ul class="nearest">{questions.map((q) => <li key={q}><a href={toAsk(q)}>{q}</a></li>)}</ul> : null;
}
