// Answers that stay on screen until the next one is there.

import { useEffect, useRef, useState } from 'preact/hooks';

/** useKept waits for an answer; keys say when to ask again. What was there stays until then. */
export function useKept<T>(load: () => Promise<T>, keys: unknown[]): { value?: T; error?: Error } {
  const [state, setState] = useState<{ value?: T; error?: Error }>({});
  const turn = useRef(0);
  useEffect(() => {
    const own = ++turn.current;
    load().then((value) => own === turn.current && setState({ value }), (error) => own === turn.current && setState({ error }));
  }, keys);
  return state;
}
