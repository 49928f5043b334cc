// The page: one shell around views; the address says which view and what it shows.

import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { query } from './api.ts';
import { rememberBodies } from './names.ts';
import { Proof } from './proof.tsx';
import { type Route, parse, withParam } from './route.ts';
import { strings } from './strings.ts';
import { loadClasses } from './style.ts';
import { AskBox, AskView, Home } from './view_ask.tsx';
import { CompareView } from './view_compare.tsx';
import { CountView } from './view_count.tsx';
import { DrawView } from './view_draw.tsx';
import { ReadView } from './view_entity.tsx';
import './page.css';
import './draw.css';

/** placeOf is what a view is about, whatever of it is filtered or opened. */
const placeOf = ({ view, params }: Route) => `${view} ${params.getAll(view).join(' ')}`;

/** useRoute keeps view and address together; links within the page change both without loading it anew. */
function useRoute(): [Route, (address: string, replace?: boolean) => void] {
  const [route, setRoute] = useState(() => parse(location.search));
  const show = () => setRoute(parse(location.search));
  const go = (address: string, replace = false) => {
    const [before, after] = [location.search, address.split('?')[1] ?? ''].map((search) => placeOf(parse(search)));
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    show();
    // A step within a view leaves the reader where they are.
    if (!replace && before !== after) scrollTo(0, 0);
  };
  useEffect(() => {
    addEventListener('popstate', show);
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a');
      if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || link.hasAttribute('download') || link.target) return;
      const url = new URL(link.href, location.href);
      if (url.origin !== location.origin || url.pathname !== '/' || link.getAttribute('href')!.startsWith('#')) return;
      event.preventDefault();
      go(url.pathname + url.search);
    };
    document.addEventListener('click', follow);
    return () => { removeEventListener('popstate', show); document.removeEventListener('click', follow); };
  }, []);
  return [route, go];
}

interface Named {
  nodes: { id: string; shortName: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** nameAll asks for the names of all entities of a list, page by page; what is not answered is named by its id. */
async function nameAll(list: string, fields: string, remember: (nodes: Named['nodes']) => void): Promise<void> {
  const text = `query ($after: String) { ${list}(first: 100, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
  try {
    for (let after: string | null = null, more = true; more;) {
      const page: Named = (await query<Record<string, Named>>(text, { after }))[list];
      remember(page.nodes);
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
  } catch {
    // A busy server: the names come with the answers that need them.
  }
}

function App() {
  const [route, go] = useRoute();
  const [, setNamed] = useState(0);
  const main = useRef<HTMLElement>(null);
  const { params, view } = route;
  const proof = params.get('proof');
  const key = `${view} ${params.get(view) ?? ''}`;
  const first = useRef(true);
  useEffect(() => {
    void nameAll('bodies', 'id title shortName', (nodes) => {
      rememberBodies(nodes);
      setNamed((n) => n + 1);
    });
    void nameAll('treaties', 'id title', () => setNamed((n) => n + 1));
    void loadClasses().then(() => setNamed((n) => n + 1), () => undefined); // a busy server: lines look alike
  }, []);
  useEffect(() => {
    const entitle = () => {
      const title = main.current?.querySelector('h1')?.textContent;
      document.title = title && view !== 'home' ? `${title} · ${strings.product}` : strings.product;
    };
    // The heading comes with what is loaded.
    const observer = new MutationObserver(entitle);
    observer.observe(main.current!, { childList: true, subtree: true });
    entitle();
    if (first.current) first.current = false;
    else if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
    return () => observer.disconnect();
  }, [key]);
  const onProof = (id: string) => go(withParam(params, { proof: id }));
  const props = { params, go, onProof };
  return (
    <>
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); main.current?.focus(); }}>{strings.skip}</a>
      <Head view={view} asked={params.get('ask') ?? ''} go={go} />
      <div class={proof ? 'with-proof' : ''}>
        <main id="main" ref={main} tabIndex={-1} class={view}>
          {view === 'home' && <Home {...props} />}
          {view === 'ask' && <AskView {...props} />}
          {view === 'read' && <ReadView key={key} id={params.get('read') ?? ''} onProof={onProof} />}
          {view === 'draw' && <DrawView {...props} />}
          {view === 'compare' && <CompareView {...props} />}
          {view === 'count' && <CountView />}
          <p class="paper">{location.href}</p>
        </main>
        {proof && <Proof key={proof} id={proof} onClose={() => go(withParam(params, { proof: null }))} />}
      </div>
    </>
  );
}

/** Head is on every page: the way home, a search box that the slash key leads to, and the views. The door has a large box of its own. */
function Head({ view, asked, go }: { view: string; asked: string; go: (address: string) => void }) {
  const n = strings.navigation;
  const links: [string, string, string][] = [['draw', '/?draw', n.draw], ['count', '/?count', n.count], ['compare', '/?compare', n.compare], ['graphiql', '/graphiql', n.graphiql]];
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || at.closest?.('input, textarea, select, [contenteditable]')) return;
      const box = document.querySelector<HTMLInputElement>('.suggest.main input');
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <header class="head">
      <a class="brand" href="/"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4,18L10,6L14,14L20,4" /><circle cx="4" cy="18" r="2.4" /><circle cx="10" cy="6" r="2.4" /><circle cx="14" cy="14" r="2.4" /><circle cx="20" cy="4" r="2.4" /></svg>{strings.product}</a>
      {view !== 'home' && <AskBox value={asked} go={go} />}
      <nav aria-label={n.label}>{links.map(([name, href, text]) => <a key={name} href={href} aria-current={view === name ? 'page' : undefined}>{text}</a>)}</nav>
      <Theme />
    </header>
  );
}

/** kept reads and writes a choice; a browser that keeps nothing is no error. */
function kept(name: string, value?: string): string | null {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Theme follows the system unless the reader chooses; the choice stays on this machine. */
function Theme() {
  const [theme, setTheme] = useState(() => kept('theme') ?? 'auto');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    kept('theme', theme);
  }, [theme]);
  return (
    <label class="theme"><span class="hidden">{strings.theme.label}</span>
      <select value={theme} onChange={(e) => setTheme(e.currentTarget.value)}>
        <option value="auto">{strings.theme.auto}</option><option value="light">{strings.theme.light}</option><option value="dark">{strings.theme.dark}</option>
      </select>
    </label>
  );
}

const root = document.getElementById('app')!;
root.textContent = '';
render(<App />, root);
