// Where GraphiQL keeps its state.

const PREFIX = 'graphiql:';

// GraphiQL prefers stored tabs to the given ones, so a browser that came here
// once would never show a changed or new saved question, nor a link's query.
// These keys therefore live only as long as the page. Queries that were run
// stay in the history; the theme and the layout stay too.
const PAGE_ONLY = ['tabState', 'query', 'variables', 'headers', 'operationName'].map(
  (key) => PREFIX + key,
);

// pageStorage wraps the browser's storage, or stands in for it when the
// browser refuses storage (persistent is then null).
export function pageStorage(persistent) {
  const memory = memoryStorage();
  const storeOf = (key) => (persistent && !PAGE_ONLY.includes(key) ? persistent : memory);
  const keptKeys = () =>
    persistent ? Object.keys(persistent).filter((key) => key.startsWith(PREFIX)) : [];
  return {
    getItem: (key) => storeOf(key).getItem(key),
    setItem: (key, value) => storeOf(key).setItem(key, value),
    removeItem: (key) => storeOf(key).removeItem(key),
    get length() {
      return keptKeys().length + memory.length;
    },
    clear() {
      keptKeys().forEach((key) => persistent.removeItem(key));
      memory.clear();
    },
  };
}

function memoryStorage() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
  };
}
