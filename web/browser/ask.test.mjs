import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Tab, launch, root, serve } from './harness.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });
const open = (address, options) => Tab.open(browser, server.at, address, options);

test('the search box suggests acts, bodies, States, treaties and questions', async () => {
  const tab = await open('/');
  for (const [typed, expected] of [['12/4', 'CTOC COP resolution 12/4'], ['working group on fire', 'Working Group on Firearms'], ['mex', 'Mexico'], ['firearms protocol', 'Protocol against the Illicit Manufacturing'], ['what does 12/4 re', 'what does resolution 12/4 request and of whom']]) {
    await tab.type('[role=combobox]', typed);
    const options = await tab.texts('[role=option]');
    assert.ok(options.some((o) => o.includes(expected)), `${typed}: ${options.join(' | ')}`);
  }
  await tab.close();
});

test('the keyboard alone picks a suggestion', async () => {
  const tab = await open('/');
  await tab.page.keyboard.type('mexico');
  await tab.page.waitForSelector('[role=option]');
  await tab.settled();
  const options = await tab.texts('[role=option] span');
  const at = options.indexOf('Mexico');
  for (let i = 0; i <= at; i++) await tab.page.keyboard.press('ArrowDown');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  assert.equal(tab.address(), '/?read=state/mex');
  await tab.close();
});

test('an answer is a sentence, a table and a drawing of the same statements', async () => {
  const tab = await open('/');
  await tab.type('[role=combobox]', 'what does 12/4 recall');
  await tab.page.keyboard.press('Escape');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  assert.equal(tab.address(), '/?ask=what+does+12/4+recall');
  assert.match(await tab.text('.sentence'), /CTOC COP resolution 12\/4 .* recalls: 15 found/);
  assert.equal(await tab.count('.answer tbody tr'), 15);
  assert.equal(await tab.count('.line'), 15);
  assert.equal(await tab.count('.node'), 16);
  await tab.page.hover('.answer tbody tr:nth-child(3) td:nth-child(2)');
  await tab.page.waitForSelector('.line.marked');
  assert.deepEqual(await tab.page.$$eval('.line.marked', (l) => l.map((e) => e.dataset.line)), ['ctoc-cop/resolution/12/4 recalls ecosoc/resolution/2011/36'], 'the table marks the line in the drawing');
  await tab.close();
});

test('an ambiguity is offered as a choice', async () => {
  const tab = await open('/?ask=what+does+12/1+recall');
  assert.deepEqual(await tab.texts('.choices strong'), ['CTOC COP decision 12/1', 'CTOC COP resolution 12/1']);
  await tab.click('.choices a', 'resolution 12/1');
  assert.match(await tab.text('.sentence'), /resolution 12\/1 .* recalls: 10 found|resolution 12\/1 .* recalls: \d+ found/);
  await tab.close();
});

test('a bare reference leads to the act, an unknown question to the texts', async () => {
  const tab = await open('/?ask=12/4');
  assert.equal(tab.address(), '/?read=ctoc-cop/resolution/12/4');
  await tab.go('/?ask=which+animals+are+trafficked+wildlife');
  assert.ok((await tab.count('.hits li')) > 0);
  await tab.close();
});

test('every question of the reviewed answers is shown with as many rows as it found', async () => {
  const tab = await open('/');
  for (const name of readdirSync(path.join(root, 'testdata/answers'))) {
    const text = readFileSync(path.join(root, 'testdata/answers', name), 'utf8');
    const question = /^> (.*)/.exec(text)[1];
    const found = /^(\d+) found/m.exec(text);
    if (!found || text.includes('Ask again with:')) continue;
    if (name === 'sponsoredBoth.txt') continue; // leads to the comparison of the two acts, which the tasks test
    await tab.go(`/?ask=${encodeURIComponent(question)}`);
    for (let more; (more = await tab.page.$('.pane .table + p button')); ) { await more.click(); await tab.settled(); }
    const rows = await tab.count('.answer tbody tr');
    // These three count entities; the page shows the statements that join them.
    if (['lineage.txt', 'notLoaded.txt', 'treatyArticles.txt'].includes(name)) assert.ok(rows >= Number(found[1]), question);
    else assert.equal(rows, Number(found[1]), question);
  }
  await tab.close();
});
