// The box in which a drawing begins: any number, symbol or name.

import { useState } from 'preact/hooks';
import { referred } from './api.ts';
import { withParam } from './route.ts';
import { strings } from './strings.ts';
import { Suggest } from './suggest.tsx';
import { nameOf } from './names.ts';

/** Box means what is typed: a reference is the act that the server resolves it to, never another one. */
export function Box({ go }: { go: (address: string) => void }) {
  const [several, setSeveral] = useState<string[]>([]);
  const draw = (id: string) => go(withParam(new URLSearchParams(), { draw: id }));
  return (
    <>
      <h1>{strings.draw.title}</h1>
      <Suggest label={strings.draw.choose} button={strings.draw.start} entitiesOnly onAsk={() => undefined} onPick={draw} resolve={async (words) => {
        const ids = await referred(words);
        setSeveral(ids.length > 1 ? ids : []);
        return ids;
      }} />
      {several.length > 0 && <ul class="choices" aria-label={strings.ask.ambiguous}>{several.map((id) => <li key={id}><a href={withParam(new URLSearchParams(), { draw: id })}><strong>{nameOf({ id })}</strong></a></li>)}</ul>}
    </>
  );
}
