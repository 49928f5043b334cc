import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Tab, launch, madeUp, root, serve } from './harness.mjs';

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
  assert.deepEqual(await tab.page.$$eval('.line.marked', (l) => l.map((e) => e.dataset.line)), ['ctoc-cop/resolution/12/4 ecosoc/resolution/2011/36'], 'the table marks the line in the drawing');
  await tab.close();
});

test('each question of a sentence has its own answer, and one drawing shows all of them', async () => {
  const tab = await open('/?ask=when+was+12/2+adopted,+who+sponsored+it+and+what+does+12/4+recall');
  assert.deepEqual(await tab.texts('.in-turn > h2:first-child'), ['When was resolution 12/2 adopted?', 'Who sponsored it?', 'What does 12/4 recall?']);
  assert.match(await tab.text('.in-turn:nth-of-type(1)'), /18 October 2024/);
  assert.match(await tab.text('.in-turn:nth-of-type(2) tbody'), /Peru/);
  assert.equal(await tab.count('.in-turn:nth-of-type(3) tbody tr'), 15);
  assert.ok(await tab.count('.line') >= 21, 'the sponsors and what is recalled are drawn together');
  await tab.close();
});

test('what an answer may lack is one line of its own; what holds of all loaded texts stands inside', async () => {
  const tab = await open('/?ask=who+sponsored+12/4');
  assert.doesNotMatch(await tab.text('.sentence'), /unresolved/);
  assert.equal(await tab.count('.lacks.own'), 0, 'nothing of this answer is known to lack');
  assert.match(await tab.text('.lacks'), /left unresolved/, 'but how much is open in all can be looked up');
  assert.equal(await tab.page.$eval('details.lacks', (d) => d.open), false);
  await tab.go('/?ask=ammunition');
  assert.match(await tab.text('.lacks.own'), /^May lack: /);
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
    for (let more; (more = await tab.page.$('.pane .more')); ) { await more.click(); await tab.settled(); }
    const rows = await tab.count(name === 'passages.txt' ? '.hits li' : name === 'storyBetween.txt' ? '.story li' : '.answer tbody tr');
    // These three count entities; the page shows the statements that join them.
    if (['lineage.txt', 'notLoaded.txt', 'treatyArticles.txt'].includes(name)) assert.ok(rows >= Number(found[1]), question);
    else assert.equal(rows, Number(found[1]), question);
  }
  await tab.close();
});

test('a table is sorted by its headings and copied as rows for a sheet', async () => {
  const tab = await open('/?ask=what+does+12/4+recall');
  const dates = () => tab.texts('.answer td.date');
  const given = await dates();
  const head = async () => tab.page.$eval('.answer th:nth-child(3)', (th) => [th.textContent, th.getAttribute('aria-sort')]);
  await tab.click('.answer th button', 'Date');
  const up = await dates();
  assert.deepEqual(up.filter(Boolean), given.filter(Boolean).sort((a, b) => Date.parse(a) - Date.parse(b)), 'by day, not by letters');
  assert.equal(up.at(-1), '', 'what has no date comes last');
  assert.deepEqual(await head(), ['Date▴', 'ascending']);
  await tab.click('.answer th button', 'Date');
  assert.deepEqual((await dates()).filter(Boolean), up.filter(Boolean).reverse());
  await tab.click('.answer th button', 'Date');
  assert.deepEqual(await dates(), given, 'pressed once more it is as it was');
  await browser.defaultBrowserContext().overridePermissions(server.at, ['clipboard-read', 'clipboard-sanitized-write']);
  await tab.click('.answer .copy');
  assert.match(await tab.text('.under [role=status]'), /^Copied 15 rows/);
  const lines = (await tab.page.evaluate(() => navigator.clipboard.readText())).split('\n').map((l) => l.split('\t'));
  assert.deepEqual(lines[0], ['Relation', 'To', 'Date', 'Paragraph', 'Words']);
  assert.equal(lines.length, 16);
  assert.deepEqual(lines[1].slice(0, 4), ['recalls', 'General Assembly resolution 76/185: Preventing and combating crimes that affect the environment', '2021-12-16', 'preamble 1']);
  await tab.close();
});

test('what is picked in the drawing is marked in the table, and the focus in the table marks the drawing', async () => {
  const tab = await open('/?ask=what+does+12/4+recall');
  await tab.click('[data-node="ecosoc/resolution/2013/38"]');
  await tab.page.waitForSelector('.answer tr.marked');
  assert.deepEqual(await tab.texts('.answer tr.marked td:nth-child(2) a'), ['ECOSOC resolution 2013/38']);
  await tab.page.focus('.answer tbody tr:nth-child(2) .proof-button');
  await tab.page.waitForSelector('[data-line="ctoc-cop/resolution/12/4 ga/resolution/77/325"].marked');
  await tab.close();
});

test('a question that is not known gets the nearest that are, as links where they are whole', async () => {
  const tab = await open('/?ask=which+does+what+to+whom');
  assert.match(await tab.text('.sentence'), /I do not know the question/);
  await tab.click('.nearest a', 'what does 12/4 recall');
  assert.match(await tab.text('.sentence'), /\d+ found/);
  await tab.close();
});

test('the first page asks about what is loaded', async () => {
  const made = await serve(madeUp([{ id: 'ga/resolution/60/1', title: 'Only one', adoptedOn: '2005-01-01', inDocument: 'document/MADE/UP', paragraphs: [['pp1', 'Recalling itself,']] }]));
  const tab = await Tab.open(browser, made.at, '/');
  const examples = await tab.texts('.begin a');
  assert.ok(examples.includes('what does resolution 60/1 recall') && !examples.some((e) => e.includes('12/4')), examples.join(' | '));
  await tab.close();
  await made.close();
});

test('a name alone leads to what it names; what nothing is called is said, not guessed', async () => {
  const tab = await open('/');
  for (const [words, address] of [['mexico', 'state/mex'], ['UNODC', 'organization/unodc'], ['the Firearms Protocol', 'treaty/firearms-protocol'], ['CTOC/COP/2024/L.4', 'document/CTOC/COP/2024/L.4']]) {
    await tab.go(`/?ask=${encodeURIComponent(words)}`);
    await tab.page.waitForFunction(() => location.search.startsWith('?read='), { timeout: 5000 });
    assert.equal(tab.address(), `/?read=${address}`);
  }
  await tab.go('/?ask=resolution+99/9');
  assert.equal(await tab.text('.sentence'), 'There is no resolution 99/9 in the loaded texts.');
  await tab.go('/?ask=who+sponsored+both+99/8+and+99/9');
  assert.match(await tab.text('.sentence'), /No act in the store fits "99\/8"/);
  await tab.close();
});

test('the slash key leads to a search box on every page', async () => {
  for (const address of ['/', '/?read=ctoc-cop/resolution/12/4', '/?draw=ctoc-cop/resolution/12/4', '/?count', '/?compare']) {
    const tab = await open(address);
    await tab.page.evaluate(() => document.activeElement.blur());
    await tab.page.keyboard.press('/');
    await tab.page.keyboard.type('who sponsored 12/4');
    await tab.page.keyboard.press('Escape');
    await tab.page.keyboard.press('Enter');
    await tab.settled();
    assert.equal(tab.address(), '/?ask=who+sponsored+12/4', address);
    await tab.close();
  }
});
