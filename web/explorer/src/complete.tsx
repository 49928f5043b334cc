// How a question was read, how much was found, and what an answer may lack: one line that opens to more.

import type { Answer, Completeness } from './answer.ts';
import { Link } from './parts.tsx';
import { toAsk } from './route.ts';
import { strings } from './strings.ts';

const t = strings.ask.complete;

/** Reading says in one line what the words of a question were taken for. */
export function Reading({ answer: { reading } }: { answer: Answer }) {
  return reading.line ? <p class="quiet reading">{t.read} {reading.line}</p> : null;
}

/** Lacks says in one line why an answer may not be all, and opens to where that is; what holds of all loaded texts alike is told inside. */
export function Lacks({ answer: { completeness: { lacks, near, absent } } }: { answer: Answer }) {
  const questions = near.flatMap((n) => (n.question ? [n.question] : []));
  const own = lacks.filter((l) => !l.everywhere);
  const line = [...own.map((l) => l.text), ...(absent ? [t.absent(absent)] : [])].join('; ');
  return (
    <>
      {lacks.some((l) => l.everywhere || l.reasons.length || l.paragraphs.length)
        ? <details class={own.length ? 'lacks own' : 'lacks'}><summary><Line title={own.length ? t.title : t.complete} line={line} /></summary><Reasons lacks={lacks} /></details>
        : line && <p class={own.length ? 'lacks own' : 'lacks'}><Line title={own.length ? t.title : ''} line={line} /></p>}
      {questions.length > 0 && <p>{t.near} {questions.map((q, i) => <span key={q}>{i > 0 && ' · '}<a href={toAsk(q)}>{q}</a></span>)}</p>}
    </>
  );
}

const Line = ({ title, line }: { title: string; line: string }) => <>{title && <strong>{title}{line && ':'}</strong>} {line}</>;

function Reasons({ lacks }: { lacks: Completeness['lacks'] }) {
  return (
    <ul>{lacks.map((l) => (
      <li key={l.text}>{l.text}
        {l.reasons.length > 0 && <ul>{l.reasons.map((r) => <li key={r.reason}>{r.reason}: {r.count.toLocaleString('en')}</li>)}</ul>}
        {l.paragraphs.length > 0 && <ul>{l.paragraphs.map((p) => <li key={p.id}><Link thing={p} /></li>)}</ul>}
      </li>
    ))}</ul>
  );
}
