// Small pieces that several views share.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { nameOf, placeWords, relationWords } from './names.ts';
import { toRead } from './route.ts';
import { strings } from './strings.ts';
import { relationClass } from './style.ts';
import type { Statement, Thing } from './things.ts';

/** useLoaded waits for an answer; keys say when to ask again. */
export function useLoaded<T>(load: () => Promise<T>, keys: unknown[]): { value?: T; error?: Error } {
  const [state, setState] = useState<{ value?: T; error?: Error }>({});
  useEffect(() => {
    let current = true;
    setState({});
    load().then((value) => current && setState({ value }), (error) => current && setState({ error }));
    return () => { current = false; };
  }, keys);
  return state;
}

/** Loaded shows what was waited for, or why it did not come. */
export function Loaded<T>({ state, children }: { state: { value?: T; error?: Error }; children: (value: T) => JSX.Element | null }) {
  if (state.error) return <p class="error" role="alert">{strings.failed}{state.error.message}</p>;
  if (state.value === undefined) return <p class="loading" role="status">{strings.loading}</p>;
  return children(state.value);
}

/** Link names an entity and leads to its page. */
export function Link({ thing }: { thing: Thing }) {
  return <a href={toRead(thing.id)} title={thing.title ?? undefined}>{nameOf(thing)}</a>;
}

/** NotFound stands where the address names nothing that is known, with a way on. */
export function NotFound({ id }: { id: string }) {
  return <><h1>{strings.notFoundTitle}</h1><p class="error">{strings.notFound(nameOf({ id }))}</p><p><a href="/">{strings.search}</a></p></>;
}

/** Relation shows a relation with the stroke that it has in drawings. */
export function Relation({ name, verb }: { name: string; verb?: string | null }) {
  return (
    <span class="relation">
      <svg class="sample" viewBox="0 0 28 8" aria-hidden="true"><path class={`stroke ${relationClass(name)}`} d="M0,4H28" /></svg>
      {verb ?? relationWords(name)}
    </span>
  );
}

/** ProofButton opens the proof of a statement; the address then names it. */
export function ProofButton({ statement, onProof, text }: { statement: Statement; onProof: (id: string) => void; text?: string }) {
  const label = text ?? (statement.locator ? placeWords(statement.locator, strings.place.short) : strings.columns.proof);
  return <button type="button" class="proof-button" onClick={() => onProof(statement.statement)} aria-label={strings.showProof(`${text ? placeWords(statement.locator ?? '') : label}${statement.quote ? `, “${statement.quote}”` : ''}`)}>{label}</button>;
}

/** Marked shows a text with some of its words marked. */
export function Marked({ text, words }: { text: string; words?: string | null }) {
  const at = words ? text.indexOf(words) : -1;
  if (at < 0 || !words) return <>{text}</>;
  return <>{text.slice(0, at)}<mark>{words}</mark>{text.slice(at + words.length)}</>;
}

/** copy puts a text on the clipboard; false where the browser does not allow it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** More shows a list in pages. */
export function More<T>({ list, page, children }: { list: T[]; page: number; children: (part: T[]) => JSX.Element }) {
  const [shown, setShown] = useState(page);
  return (
    <>
      {children(list.slice(0, shown))}
      {shown < list.length && <p><button type="button" onClick={() => setShown(shown + page * 4)}>{strings.read.more} ({list.length - shown})</button></p>}
    </>
  );
}
