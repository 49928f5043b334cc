import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageStorage } from '../src/storage.js';

// Like the browser's: the stored keys are the object's own enumerable ones.
function fakeLocalStorage() {
  return Object.create({
    getItem(key) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(key, value) {
      this[key] = value;
    },
    removeItem(key) {
      delete this[key];
    },
  });
}

test('tabs are forgotten with the page, the theme is kept', () => {
  const local = fakeLocalStorage();
  const first = pageStorage(local);
  first.setItem('graphiql:tabState', '{}');
  first.setItem('graphiql:theme', 'dark');
  assert.equal(first.getItem('graphiql:tabState'), '{}');
  assert.equal(first.length, 2);

  const second = pageStorage(local);
  assert.equal(second.getItem('graphiql:tabState'), null);
  assert.equal(second.getItem('graphiql:theme'), 'dark');
});

test('tabs that an earlier page stored are not read', () => {
  const local = fakeLocalStorage();
  local.setItem('graphiql:tabState', '{}');
  assert.equal(pageStorage(local).getItem('graphiql:tabState'), null);
});

test('clear removes only what belongs to GraphiQL', () => {
  const local = fakeLocalStorage();
  local.setItem('other', '1');
  const storage = pageStorage(local);
  storage.setItem('graphiql:theme', 'dark');
  storage.clear();
  assert.equal(storage.length, 0);
  assert.equal(local.getItem('other'), '1');
});

test('it works where the browser refuses storage', () => {
  const storage = pageStorage(null);
  storage.setItem('graphiql:theme', 'dark');
  assert.equal(storage.getItem('graphiql:theme'), 'dark');
  storage.removeItem('graphiql:theme');
  assert.equal(storage.getItem('graphiql:theme'), null);
});
