import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fallbackTab, linkTab, savedTabs, variablesText } from '../src/tabs.js';

test('a saved question becomes a tab with its heading and variables', () => {
  const [tab] = savedTabs([
    {
      name: 'decision',
      title: 'What does a decision cite?',
      description: 'Every document that the decision names.',
      query: 'query Decision($id: ID!) { node(id: $id) { id } }',
      variables: { id: '1/CP.21' },
    },
  ]);
  assert.equal(
    tab.query,
    '# What does a decision cite?\n#\n# Every document that the decision names.\n' +
      'query Decision($id: ID!) { node(id: $id) { id } }',
  );
  assert.equal(tab.variables, '{\n  "id": "1/CP.21"\n}');
});

test('a query that starts with a comment is left alone', () => {
  const query = '# mine\n{ a }';
  assert.equal(savedTabs([{ title: 'T', query }])[0].query, query);
});

test('no line of a long description is left outside the comment', () => {
  const description = `${'word '.repeat(60)}\nquery Trap { x }`;
  const [tab] = savedTabs([{ title: 'T', description, query: '{ a }' }]);
  const lines = tab.query.split('\n');
  assert.equal(lines.pop(), '{ a }');
  for (const line of lines) {
    assert.match(line, /^#/);
    assert.ok(line.length <= 56, line);
  }
});

test('entries without a query are skipped, a non-list is refused', () => {
  assert.deepEqual(savedTabs([null, {}, { query: ' ' }, { query: 7 }]), []);
  assert.throws(() => savedTabs({ query: '{ a }' }), TypeError);
});

test('a link opens its query with its variables', () => {
  assert.deepEqual(linkTab('?query=%7B%20a%20%7D&variables=%7B%22x%22%3A1%7D'), {
    query: '{ a }',
    variables: '{"x":1}',
    headers: null,
  });
  assert.equal(linkTab('?variables=%7B%7D'), null);
  assert.equal(linkTab(''), null);
});

test('empty variables leave the editor empty', () => {
  for (const empty of [null, undefined, '', '  ', {}, 3]) {
    assert.equal(variablesText(empty), null);
  }
});

test('the fallback says why the saved questions are missing', () => {
  assert.match(fallbackTab('HTTP 500').query, /HTTP 500/);
  assert.doesNotMatch(fallbackTab('').query, /could not be loaded/);
});
