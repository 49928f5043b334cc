// The search box: a combobox (ARIA Authoring Practices) over questions and entities.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Hit, search } from './api.ts';
import { examples } from './examples.ts';
import { nameOf, shorten } from './names.ts';
import { strings } from './strings.ts';
import { type Thing, actParts, kindOf } from './things.ts';

interface Option { key: string; group: string; text: string; note?: string; question?: string; id?: string }

export interface SuggestProps {
  label: string;
  button: string;
  value?: string;
  placeholder?: string;
  autofocus?: boolean;
  entitiesOnly?: boolean;
  onAsk: (question: string) => void;
  onPick: (id: string) => void;
}

/** reference is the word of a question that names something: 12/4, A/RES/76/185, a run of capitalized words. */
export function reference(words: string): string {
  const number = /\S*\d+\/\S*\d+/.exec(words)?.[0];
  if (number) return number.replace(/[?.,]+$/, '');
  const names = words.match(/\p{Lu}[\p{L}'-]+(?: (?:of|on|the|and|for|against|\p{Lu}[\p{L}'-]+))*/gu);
  const known = names?.map((n) => n.replace(/( (of|on|the|and|for|against))+$/, '')).sort((a, b) => b.length - a.length)[0];
  return known ?? words.replace(/^(what|who|where|which|when|how|does|did|is|the|lineage|of|cites?|recalls?|sponsored|established)\s+/giu, '');
}

async function optionsFor(words: string, entitiesOnly: boolean): Promise<Option[]> {
  const trimmed = words.trim();
  if (trimmed.length < 2) return [];
  const hits = await search(reference(trimmed), 8, SEARCHED);
  const questions = entitiesOnly ? [] : questionsFor(trimmed, hits, await examples());
  const entities = hits.map(({ node }) => ({
    key: node.id, group: strings.ask.entities, text: nameOf(node), note: noteOf(node), id: node.id,
  }));
  return [...questions, ...entities];
}

/** noteOf tells what an entity is beside its name. */
export const noteOf = (thing: Thing) =>
  [strings.kinds[kindOf(thing.id)], thing.title && thing.title !== nameOf(thing) ? shorten(thing.title, 90) : '', thing.date].filter(Boolean).join(' · ');

/** Kinds that have a page of their own worth suggesting. */
export const SEARCHED = ['Act', 'Body', 'State', 'Treaty', 'Organization', 'Group', 'Instrument', 'Session', 'Document', 'Person', 'Role'];

/** questionsFor are saved questions that begin as the words do, or that ask about what was found. */
function questionsFor(words: string, hits: Hit[], known: string[]): Option[] {
  const low = words.toLowerCase();
  const made = hits.slice(0, 3).flatMap(({ node }) => strings.templates.filter((t) => t.fits.includes(kindOf(node.id))).map((t) => {
    const act = actParts(node.id);
    return t.words(act ? `${act.kind} ${act.number}` : node.title ?? nameOf(node));
  }));
  const all = [...new Set([...known, ...made])];
  const plain = (q: string) => q.toLowerCase().replace(/\b(resolution|decision) /g, '');
  const fitting = all.filter((q) => plain(q).includes(low) || q.toLowerCase().includes(low));
  const rest = made.filter((q) => !fitting.includes(q));
  return [...fitting.slice(0, 5), ...rest.slice(0, Math.max(0, 4 - fitting.length))].map((q) => ({ key: q, group: strings.ask.questions, text: q, question: q }));
}

export function Suggest({ label, button, value = '', placeholder, autofocus, entitiesOnly = false, onAsk, onPick }: SuggestProps) {
  const [words, setWords] = useState(value);
  const [options, setOptions] = useState<Option[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [told, setTold] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const id = useId();
  useEffect(() => setWords(value), [value]);
  useEffect(() => { if (autofocus) input.current?.focus({ preventScroll: true }); }, []);

  const suggest = (text: string) => {
    setWords(text);
    setTold('');
    const turn = ++asked.current;
    setTimeout(async () => {
      if (turn !== asked.current) return;
      const list = await optionsFor(text, entitiesOnly).catch(() => []);
      if (turn !== asked.current) return;
      setOptions(list);
      setActive(-1);
      setOpen(list.length > 0);
    }, 80);
  };
  const close = () => { asked.current++; setOpen(false); };
  const take = (o: Option) => {
    close();
    if (o.question) { setWords(o.question); onAsk(o.question); } else { setWords(entitiesOnly ? o.text : words); onPick(o.id!); }
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (open && active >= 0) return take(options[active]);
    close();
    if (!entitiesOnly) return words.trim() ? onAsk(words.trim()) : undefined;
    // What was suggested may be for fewer letters than stand there now.
    const [best] = await optionsFor(words, true).catch(() => []);
    if (best) take(best);
    else setTold(strings.ask.noRows);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!options.length) return;
      setOpen(true);
      setActive((a) => (a + (event.key === 'ArrowDown' ? 1 : -1) + options.length + (a < 0 && event.key === 'ArrowUp' ? 1 : 0)) % options.length);
      event.preventDefault();
    } else if (event.key === 'Escape' && open) {
      close();
      event.preventDefault();
    }
  };
  return (
    <form class="suggest" role="search" onSubmit={submit} aria-label={label}>
      <label for={`${id}-in`}>{label}</label>
      <div class="field">
        <input id={`${id}-in`} ref={input} type="text" role="combobox" autocomplete="off" spellcheck={false} maxLength={500} placeholder={placeholder} value={words}
          aria-expanded={open} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          onInput={(e) => suggest(e.currentTarget.value)} onKeyDown={onKey} onBlur={() => setTimeout(close, 150)} />
        <button type="submit">{button}</button>
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={strings.ask.suggestions} hidden={!open}>
        {options.map((o, i) => (
          <li key={o.key} id={`${id}-${i}`} role="option" aria-selected={i === active} class={i === 0 || options[i - 1].group !== o.group ? 'first' : ''} data-group={o.group}
            onMouseDown={(e) => e.preventDefault()} onClick={() => take(o)}>
            <span>{o.text}</span>{o.note && <small>{o.note}</small>}
          </li>
        ))}
      </ul>
      <p role="status" class="told">{told}</p>
    </form>
  );
}
