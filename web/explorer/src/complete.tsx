// How a question was read, and what its answer may lack: what was not looked for, could not be made out, or is not loaded.

import type { Answer } from './answer.ts';
import { Link } from './parts.tsx';
import { toAsk } from './route.ts';
import { strings } from './strings.ts';

const t = strings.ask.complete;

/** Reading says in one line what the words of a question were taken for. */
export function Reading({ answer: { reading } }: { answer: Answer }) {
  return reading.line ? <p class="quiet reading">{t.read} {reading.line}</p> : null;
}

/** Lacks lists why an answer may not be all, each reason with where that is, and the questions that come near. */
export function Lacks({ answer: { completeness: { lacks, near } } }: { answer: Answer }) {
  const questions = near.flatMap((n) => (n.question ? [n.question] : []));
  if (!lacks.length && !questions.length) return null;
  return (
    <section class="lacks" aria-label={t.title}>
      {lacks.length > 0 && <h2>{t.title}</h2>}
      <ul>{lacks.map((l) => (
        <li key={l.text}>{l.text}
          {l.reasons.length > 0 && <details><summary>{t.why}</summary><ul>{l.reasons.map((r) => <li key={r.reason}>{r.reason}: {r.count}</li>)}</ul></details>}
          {l.paragraphs.length > 0 && <details><summary>{t.where}</summary><ul>{l.paragraphs.map((p) => <li key={p.id}><Link thing={p} /></li>)}</ul></details>}
        </li>
      ))}</ul>
      {questions.length > 0 && <p>{t.near} {questions.map((q, i) => <span key={q}>{i > 0 && ' · '}<a href={toAsk(q)}>{q}</a></span>)}</p>}
    </section>
  );
}
