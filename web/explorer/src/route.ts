// A view is its address: every state of the page that is worth a link stands in the query string.

export interface Route {
  view: 'home' | 'ask' | 'read' | 'draw' | 'compare' | 'count' | 'browse' | 'register';
  params: URLSearchParams;
}

const VIEWS = ['ask', 'read', 'draw', 'compare', 'count', 'browse', 'register'] as const;

/** parse reads a query string. */
export function parse(search: string): Route {
  const params = new URLSearchParams(search);
  const view = VIEWS.find((v) => params.has(v)) ?? 'home';
  return { view: (view === 'ask' || view === 'read') && !params.get(view)?.trim() ? 'home' : view, params };
}

/** address writes parameters; those without a value are left out. Slashes stay readable. */
export function address(params: Record<string, string | number | string[] | null | undefined>): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(params)) {
    for (const v of Array.isArray(value) ? value : [value]) {
      if (v !== null && v !== undefined && v !== '') {
        parts.push(`${name}=${encodeURIComponent(v).replaceAll('%2F', '/').replaceAll('%20', '+').replaceAll('%3A', ':')}`);
      }
    }
  }
  return parts.length ? `/?${parts.join('&')}` : '/';
}

export const toRead = (id: string) => address({ read: id });
export const toBrowse = (chosen: Record<string, string | null | undefined>) => viewWith('browse', chosen);
export const toRegister = (chosen: Record<string, string | null | undefined>) => viewWith('register', chosen);
export const toAsk = (question: string) => address({ ask: question });
export const toDraw = (ids: string | string[], way?: string, depth?: number) => address({ draw: ids, way, depth });

/** viewWith is the address of a view that needs no value, with parameters. */
function viewWith(view: string, params: Record<string, string | null | undefined>): string {
  return address(params).replace(/^\/\??/, (start) => (start === '/' ? `/?${view}` : `/?${view}&`));
}

/** withParam is an address with one parameter changed. */
export function withParam(params: URLSearchParams, changes: Record<string, string | number | string[] | null>): string {
  const all: Record<string, string[]> = {};
  for (const name of new Set([...params.keys(), ...Object.keys(changes)])) {
    const change = changes[name];
    if (change === null) continue;
    all[name] = change === undefined ? params.getAll(name) : Array.isArray(change) ? change : [String(change)];
  }
  const text = address(all);
  // A view whose parameter is empty still is that view: ?count.
  const view = VIEWS.find((v) => params.has(v) && !all[v]?.some(Boolean));
  return view ? text.replace(/^\/\??/, (start) => (start === '/' ? `/?${view}` : `/?${view}&`)) : text;
}
