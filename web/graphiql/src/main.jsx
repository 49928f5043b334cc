import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import './page.css';
import { fallbackTab, linkTab, savedTabs } from './tabs.js';
import { pageStorage } from './storage.js';

const QUESTIONS_TIMEOUT_MS = 10_000;

// GraphiQL's own fetcher also brings subscriptions and multipart answers,
// which the server does not have.
async function fetcher(params, options) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json;q=0.9',
      ...options?.headers,
    },
    body: JSON.stringify(params),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A proxy or a crash answers with plain text: show it, not a parse error.
    return { errors: [{ message: `HTTP ${response.status}: ${text.trim() || response.statusText}` }] };
  }
}

async function loadSavedTabs() {
  const response = await fetch('/queries.json', {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(QUESTIONS_TIMEOUT_MS),
  });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  return savedTabs(await response.json());
}

async function defaultTabs() {
  let saved = [];
  let reason = '';
  try {
    saved = await loadSavedTabs();
  } catch (error) {
    reason = error.message;
  }
  const link = linkTab(window.location.search);
  const tabs = link ? [link, ...saved] : saved;
  return tabs.length > 0 ? tabs : [fallbackTab(reason)];
}

// Merely reading window.localStorage throws where the browser forbids it.
function browserStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const tabs = await defaultTabs();

// GraphiQL takes the first tab's query from defaultTabs but not its variables,
// hence the separate prop. Headers are not stored: they may hold a credential.
createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    storage={pageStorage(browserStorage())}
    defaultTabs={tabs}
    variables={tabs[0].variables ?? undefined}
    defaultEditorToolsVisibility="variables"
    shouldPersistHeaders={false}
  >
    <GraphiQL.Logo><a href="/">Mandate Graph</a></GraphiQL.Logo>
  </GraphiQL>,
);
