// The page: one shell around views; the address says which view and what it shows.

import { type ComponentType, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { query } from './api.ts';
import { AskBox } from './askbox.tsx';
import { rememberBodies } from './names.ts';
import { Proof } from './proof.tsx';
import { type Route, parse, withParam } from './route.ts';
import { strings } from './strings.ts';
import { loadClasses } from './style.ts';
import type { ViewProps } from './view_draw.tsx';
import './page.css';
import './draw.css';
import './figures.css';
import './door.css';
import './register.css';
import './reading.css';

/** Views come in pieces of their own, when they are first shown. */
const VIEWS: Record<Route['view'], () => Promise<ComponentType<ViewProps>>> = {
  home: () => import('./view_door.tsx').then((v) => v.DoorView),
  ask: () => import('./view_ask.tsx').then((v) => v.AskView),
  read: () => import('./view_entity.tsx').then((v) => v.ReadView),
  draw: () => import('./view_draw.tsx').then((v) => v.DrawView),
  compare: () => import('./view_compare.tsx').then((v) => v.CompareView),
  count: () => import('./view_count.tsx').then((v) => v.CountView),
  browse: () => import('./view_browse.tsx').then((v) => v.BrowseView),
  register: () => import('./view_register.tsx').then((v) => v.RegisterView),
};

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

/** bodyNames asks for the forms in use of the bodies that have acts: lists of acts are named by them from the first. */
async function bodyNames(): Promise<void> {
  type Groups = { aggregate: { groups: { keys: { value: string | null; label: string }[] }[] } };
  const { aggregate } = await query<Groups>('{ aggregate(of: ACTS, by: [BODY], top: 100) { groups { keys { value label } } } }');
  const bodies = aggregate.groups.flatMap(({ keys: [k] }) => (k.value ? [{ id: `body/${k.value}`, shortName: k.label }] : []));
  rememberBodies(bodies);
  const { nodes } = await query<{ nodes: ({ id: string; shortName: string } | null)[] }>('query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Body { shortName } } }', { ids: bodies.map((b) => b.id) });
  rememberBodies(nodes.filter((n) => n !== null));
}

/** useView waits for the piece of a view, and once for the names of bodies and the classes of relations. */
function useView(view: Route['view']): ComponentType<ViewProps> | null {
  const [loaded, setLoaded] = useState<{ view: string; View: ComponentType<ViewProps> } | null>(null);
  useEffect(() => {
    let current = true;
    // A server too busy has the codes of bodies shown, and lines that look alike.
    void Promise.all([VIEWS[view](), named.catch(() => undefined)]).then(([View]) => current && setLoaded({ view, View }));
    return () => { current = false; };
  }, [view]);
  return loaded?.view === view ? loaded.View : null;
}
const named = Promise.all([bodyNames(), loadClasses()]);

/** useMenus keeps what a menu shows inside the window, and closes it when something else is clicked, or by the Escape key. */
function useMenus(): void {
  useEffect(() => {
    const open = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');
    const click = (event: MouseEvent) => open().forEach((menu) => { if (!menu.contains(event.target as Node)) menu.open = false; });
    const key = (event: KeyboardEvent) => event.key === 'Escape' && open().forEach((menu) => {
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      menu.open = false;
    });
    const place = ({ target }: Event) => {
      const sheet = (target as Element).matches('details.menu[open]') && (target as Element).querySelector<HTMLElement>('.sheet');
      if (!sheet) return;
      sheet.style.left = '';
      const over = sheet.getBoundingClientRect().right - document.documentElement.clientWidth + 32;
      if (over > 0 && getComputedStyle(sheet).position === 'absolute') sheet.style.left = `${-over}px`;
    };
    document.addEventListener('click', click);
    document.addEventListener('keydown', key);
    document.addEventListener('toggle', place, true);
    return () => { document.removeEventListener('click', click); document.removeEventListener('keydown', key); document.removeEventListener('toggle', place, true); };
  }, []);
}

function App() {
  const [route, go] = useRoute();
  useMenus();
  const View = useView(route.view);
  const main = useRef<HTMLElement>(null);
  const { params, view } = route;
  const proof = params.get('proof');
  const key = `${view} ${params.get(view) ?? ''}`;
  const first = useRef(true);
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
          {View ? <View key={view === 'read' ? key : view} {...props} /> : <p class="loading" role="status">{strings.loading}</p>}
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
  const links: [string, string, string][] = [['browse', '/?browse', n.browse], ['register', '/?register', n.register], ['draw', '/?draw', n.draw], ['count', '/?count', n.count], ['compare', '/?compare', n.compare], ['graphiql', '/graphiql', n.graphiql]];
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
