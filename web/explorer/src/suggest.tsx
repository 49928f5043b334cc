// The search box: a combobox (ARIA Authoring Practices) over questions and entities.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { offers } from './answer.ts';
import { nameOf, shorten } from './names.ts';
import { strings } from './strings.ts';
import { type Thing, kindOf } from './things.ts';

interface Option { key: string; group: string; text: string; note?: string; question?: string; id?: string }

export interface SuggestProps {
  label: string;
  button: string;
  value?: string;
  placeholder?: string;
  autofocus?: boolean;
  /** The box of the whole page, which the slash key leads to. */
  main?: boolean;
  entitiesOnly?: boolean;
  /** Says which acts a reference means; where it is one, that is what is taken. */
  resolve?: (words: string) => Promise<string[]>;
  onAsk: (question: string) => void;
  onPick: (id: string) => void;
}

async function optionsFor(words: string, entitiesOnly: boolean): Promise<Option[]> {
  const { questions, entities } = await offers(words.trim());
  return [
    ...(entitiesOnly ? [] : questions).map((q) => ({ key: q, group: strings.ask.questions, text: q, question: q })),
    ...entities.map((thing) => ({ key: thing.id, group: strings.ask.entities, text: nameOf(thing), note: noteOf(thing), id: thing.id })),
  ];
}

/** noteOf tells what an entity is beside its name. */
export const noteOf = (thing: Thing) =>
  [strings.kinds[kindOf(thing.id)], thing.title && thing.title !== nameOf(thing) ? shorten(thing.title, 90) : '', thing.date].filter(Boolean).join(' · ');

export function Suggest({ label, button, value = '', placeholder, autofocus, main, entitiesOnly = false, resolve, onAsk, onPick }: SuggestProps) {
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
    const meant = (await resolve?.(words.trim()).catch(() => [])) ?? [];
    if (meant.length === 1) return onPick(meant[0]);
    if (meant.length) return setTold(strings.ask.ambiguous);
    // A number that no act has is not taken for another one; a name that has one in it is taken from the list.
    if (resolve && /\d/.test(words)) return setTold(strings.ask.noRows);
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
    <form class={main ? 'suggest main' : 'suggest'} role="search" onSubmit={submit} aria-label={label}>
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
