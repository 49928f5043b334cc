// What the page opens as tabs: pure functions, so that they can be tested
// without a browser.

// Fits the query editor of a common screen without scrolling sideways.
const COMMENT_WIDTH = 56;

// linkTab is the tab asked for by ?query=...&variables=... in the page's
// address, or null.
export function linkTab(search) {
  const params = new URLSearchParams(search);
  const query = params.get('query');
  if (!query) {
    return null;
  }
  return { query, variables: variablesText(params.get('variables')), headers: null };
}

// savedTabs turns the answer of /queries.json into tabs. It skips entries
// without a query rather than fail: one bad entry must not hide the others.
export function savedTabs(questions) {
  if (!Array.isArray(questions)) {
    throw new TypeError('the saved questions are not a list');
  }
  return questions
    .filter((q) => q && typeof q.query === 'string' && q.query.trim() !== '')
    .map((q) => ({
      query: withHeading(q),
      variables: variablesText(q.variables),
      headers: null,
    }));
}

// fallbackTab is shown when there is no link and no saved question to open.
export function fallbackTab(reason) {
  const heading = reason
    ? comment(`The saved questions could not be loaded: ${reason}. Any query can still be written here.`)
    : comment('Write a query here and run it with Ctrl-Enter.');
  return { query: `${heading}\n{\n  __typename\n}\n`, variables: null, headers: null };
}

// variablesText is the text for the variables editor: JSON arrives as an
// object from /queries.json and as text from the page's address.
export function variablesText(variables) {
  if (variables === null || variables === undefined) {
    return null;
  }
  if (typeof variables === 'string') {
    return variables.trim() === '' ? null : variables;
  }
  if (typeof variables !== 'object' || Object.keys(variables).length === 0) {
    return null;
  }
  return JSON.stringify(variables, null, 2);
}

// withHeading puts the title and the description above the query, because
// GraphiQL names a tab only by the operation's name. A query that already
// starts with a comment explains itself and stays as it is.
function withHeading({ title, description, query }) {
  if (query.trimStart().startsWith('#')) {
    return query;
  }
  const parts = [title, description]
    .filter((part) => typeof part === 'string' && part.trim() !== '')
    .map(comment);
  return parts.length === 0 ? query : `${parts.join('\n#\n')}\n${query}`;
}

function comment(text) {
  const lines = [];
  let line = '#';
  for (const word of text.trim().split(/\s+/)) {
    if (line !== '#' && line.length + 1 + word.length > COMMENT_WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  lines.push(line);
  return lines.join('\n');
}
