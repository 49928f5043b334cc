// The search box of every page: questions lead to answers, names to pages.

import { toAsk, toRead } from './route.ts';
import { strings } from './strings.ts';
import { Suggest } from './suggest.tsx';

export function AskBox({ value, autofocus, go }: { value?: string; autofocus?: boolean; go: (address: string) => void }) {
  return (
    <Suggest main label={strings.ask.label} button={strings.ask.button} placeholder={strings.ask.placeholder} value={value} autofocus={autofocus}
      onAsk={(q) => go(toAsk(q))} onPick={(id) => go(toRead(id))} />
  );
}
