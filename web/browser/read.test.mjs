import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tab, launch, madeUp, serve } from './harness.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });
const open = (address, options) => Tab.open(browser, server.at, address, options);

test('an act is printed in full, its verbs in italics, every citation a link', async () => {
  const tab = await open('/?read=ctoc-cop/resolution/12/4');
  assert.equal(await tab.text('h1'), 'CTOC COP resolution 12/4');
  assert.match(await tab.text('.act-head'), /adopted 18 October 2024/);
  assert.equal(await tab.count('.para'), 28);
  assert.deepEqual((await tab.texts('.para.preambular em')).slice(0, 3), ['Recalling', 'Recalling also', 'Recalling further']);
  assert.equal((await tab.texts('.para.operative em'))[0].length > 3, true);
  const first = await tab.page.$$eval('#pp1 .cited a', (list) => list.map((a) => [a.textContent.slice(0, 18), decodeURIComponent(new URL(a.href).search)]));
  assert.deepEqual(first.map((f) => f[1]), ['ga/resolution/76/185', 'ga/resolution/77/325', 'ecosoc/resolution/2011/36', 'ecosoc/resolution/2012/19', 'ecosoc/resolution/2013/38', 'ecosoc/resolution/2019/23'].map((id) => `?read=${id}`));
  await tab.click('#pp2 .cited a');
  assert.equal(tab.address(), '/?read=ctoc-cop/resolution/10/6');
  assert.match(await tab.text('main'), /Its own text is not loaded.*What later texts say of it/s);
  await tab.close();
});

test('every statement of an act stands in its text or its margin', async () => {
  const tab = await open('/?read=ctoc-cop/resolution/12/3');
  const shown = await tab.page.$$eval('.text .dot, .text .margin .proof-button', (list) => list.length);
  const told = await tab.page.evaluate(async () => {
    const body = JSON.stringify({ query: '{ act(id: "ctoc-cop/resolution/12/3") { relations(first: 100) { edges { paragraph target } } } }' });
    const { data } = await (await fetch('/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).json();
    return data.act.relations.edges.filter((e) => e.target && e.paragraph.startsWith('ctoc-cop/resolution/12/3#')).length;
  });
  assert.ok(shown >= told, `${shown} shown, ${told} stated`);
  await tab.close();
});

test('margin notes tell what later acts say of a paragraph', async () => {
  const made = await serve(madeUp([
    { id: 'ga/resolution/60/1', title: 'Old', adoptedOn: '2005-01-01', inDocument: 'document/MADE/UP', paragraphs: [['pp1', 'Recalling itself,'], ['op1', '1. Requests nothing;'], ['op2', '2. Decides something.']] },
    { id: 'ga/resolution/70/2', title: 'New', adoptedOn: '2015-01-01', cites: [{ object: 'ga/resolution/60/1', relation: 'reaffirms', pin: 'paragraph 2' }] },
  ]));
  const tab = await Tab.open(browser, made.at, '/?read=ga/resolution/60/1');
  assert.equal(await tab.count('#op1 .margin'), 0);
  assert.match(await tab.text('#op2 .margin'), /General Assembly resolution 70\/2 .*reaffirms/);
  await tab.close();
  await made.close();
});

test('a paragraph has an address that leads to it', async () => {
  const tab = await open('/?read=ctoc-cop/resolution/12/3%23op19');
  const seen = await tab.page.$eval('#op19', (e) => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight + 200 && e.classList.contains('marked'); });
  assert.ok(seen);
  await tab.close();
});

test('the proof shows the quote in its paragraph, symbol, number, rule and a link', async () => {
  const tab = await open('/?read=ctoc-cop/resolution/12/3');
  const label = await tab.page.$$eval('.dot', (list) => list.map((d) => d.getAttribute('aria-label')));
  assert.ok(label.includes('Show the proof: takes note of CAC COSP resolution 10/5'), label.join(', '));
  await tab.click('[aria-label="Show the proof: takes note of CAC COSP resolution 10/5"]');
  assert.match(await tab.text('.proof mark'), /^resolution 10\/5 of 15 December 2023, entitled/);
  assert.match(await tab.text('.proof blockquote'), /^Taking note of Conference of the States Parties/);
  const facts = await tab.text('.proof dl');
  for (const part of ['CTOC COP resolution 12/3, preambular paragraph 3', 'Verb as printed', 'Taking note of', 'Rule', '#char=']) assert.ok(facts.includes(part), part);
  const link = await tab.page.$eval('.proof input', (i) => i.value);
  await tab.page.goto(link);
  await tab.settled();
  assert.match(await tab.text('.proof mark'), /^resolution 10\/5/);
  await tab.page.focus('.proof header button');
  await tab.page.keyboard.press('Escape');
  await tab.settled();
  assert.equal(await tab.count('.proof'), 0);
  await tab.close();
});

test('a session is a document: acts, agenda, meetings and proceedings under their headings', async () => {
  const tab = await open('/?read=body/ctoc-cop/session/12');
  const headings = await tab.texts('h2');
  for (const h of ['Acts (6)', 'Agenda (11)', 'Proceedings']) assert.ok(headings.includes(h), headings.join(', '));
  assert.ok((await tab.count('.text h3')) > 10);
  const speakers = await tab.page.$$eval('.para .cited a', (list) => list.filter((a) => a.search.includes('state/')).length);
  assert.ok(speakers > 100, `${speakers} speakers are links`);
  await tab.close();
});

test('pages of a body, a State and a treaty', async () => {
  const tab = await open('/?read=body/ctoc-cop/committee-of-the-whole');
  assert.match(await tab.text('main'), /Established by \(1\).*CTOC COP decision 5\/2/s);
  await tab.go('/?read=body/ctoc-cop');
  for (const h of ['Acts', 'Sessions (']) assert.ok((await tab.texts('h2')).some((t) => t.startsWith(h)), h);
  await tab.go('/?read=body/ctoc-cop/secretariat');
  assert.match(await tab.text('main'), /What is asked of it/);
  await tab.go('/?read=state/mex');
  const heads = await tab.texts('h2');
  assert.ok(heads.includes('Sponsored (2)') && heads.includes('Spoke on (5)'), heads.join(', '));
  await tab.go('/?read=treaty/untoc');
  assert.match(await tab.text('main'), /By article.*Article 16.*Cited in/s);
  await tab.close();
});

test('a State has those who sponsor with it as a network and as a ranking, and its votes as a strip', async () => {
  const vote = (relation, n) => ({ type: 'statement', document: 'document/MADE/UP', subject: 'state/per', relation, object: `ga/resolution/70/${n}`, evidence: { document: 'document/MADE/UP', paragraph: 'document/MADE/UP#1', start: n, end: n + 4, quote: 'Peru' } });
  const sponsor = (state, n) => ({ ...vote('sponsors', n), subject: `state/${state}` });
  const acts = Array.from({ length: 120 }, (_, n) => ({ id: `ga/resolution/70/${n}`, adoptedOn: `${1990 + (n % 30)}-12-01`, inDocument: 'document/MADE/UP' }));
  const further = [
    ...['per', 'col', 'ecu', 'chl'].map((s) => ({ type: 'fact', document: 'document/MADE/UP', subject: `state/${s}`, property: 'kind', value: 'State' })),
    ...acts.map((_, n) => vote(n % 40 ? 'votedFor' : 'abstained', n)),
    ...[0, 1, 2].flatMap((n) => [sponsor('per', n), sponsor('col', n)]), sponsor('ecu', 0), sponsor('ecu', 1), sponsor('chl', 2),
  ];
  const made = await serve(madeUp(acts, further));
  const tab = await Tab.open(browser, made.at, '/?read=state/per');
  const figure = (title) => tab.page.evaluate((t) => [...document.querySelectorAll('.plot-box')].find((b) => b.querySelector('h2').textContent === t)?.innerHTML ?? '', title);
  assert.match(await figure('How it voted'), /120 votes that loaded texts name: for 117, abstained 3, against 0/, 'all votes, not the first hundred');
  assert.match(await figure('With whom it sponsors'), /aria-label="With whom it sponsors: [^"]* 3, [^"]* 2, [^"]* 1"/, 'the nearest first');
  assert.match(await figure('With whom it sponsors'), /network=CO_SPONSORSHIP&amp;format=gexf/);
  const ranked = await tab.page.evaluate(() => [...document.querySelectorAll('.plot-box')].find((b) => b.querySelector('h2').textContent === 'Who sponsors with it most').querySelector('.rows').innerText);
  assert.deepEqual(ranked.match(/\d+/g), ['3', '2', '1']);
  await tab.close();
  await made.close();
});

test('a menu stays inside the window, and closes when something else is clicked', async () => {
  const tab = await open('/?draw=ctoc-cop/resolution/12/1&way=backward&depth=3');
  await tab.click('.take summary');
  const inside = await tab.page.$eval('.take .sheet', (s) => { const b = s.getBoundingClientRect(); return b.left >= 0 && b.right <= document.documentElement.clientWidth; });
  assert.ok(inside);
  await tab.click('h1');
  assert.equal(await tab.count('.take[open]'), 0);
  await tab.click('.keys summary');
  await tab.page.keyboard.press('Escape');
  assert.equal(await tab.count('.keys[open]'), 0);
  await tab.close();
});

test('nothing is cut off a figure or a table: years of a life, the proof of a row', async () => {
  const lives = ['2030-06-30', '2031-06-30', '2032-06-30'].map((until, i) => ({
    type: 'statement', document: 'document/MADE/UP', subject: `sc/resolution/${9001 + i}`, relation: i ? 'extends' : 'establishes', object: 'body/unmha', qualifiers: { until },
    evidence: { document: 'document/MADE/UP', paragraph: `sc/resolution/${9001 + i}#op1`, start: i, end: i + 4, quote: 'made' },
  }));
  const made = await serve(madeUp([0, 1, 2].map((i) => ({ id: `sc/resolution/${9001 + i}`, adoptedOn: `20${29 + i}-06-15`, inDocument: 'document/MADE/UP', paragraphs: [['op1', '1. Decides to extend it.']] })), [{ type: 'fact', document: 'document/MADE/UP', subject: 'body/unmha', property: 'kind', value: 'Body' }, ...lives]));
  const tab = await Tab.open(browser, made.at, '/?read=body/unmha');
  await tab.page.waitForSelector('.drawn svg text');
  const cut = await tab.page.$$eval('.drawn svg', (list) => list.flatMap((svg) => { const box = svg.getBoundingClientRect(); return [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim() && t.getBoundingClientRect().bottom > box.bottom + 1).map((t) => t.textContent); }));
  assert.deepEqual(cut, []);
  await tab.close();
  await made.close();
  for (const width of [1360, 820]) {
    const register = await open('/?register', { width, height: 900 });
    const over = await register.page.$eval('.register-main .table', (t) => t.scrollWidth - t.clientWidth);
    assert.ok(over <= 1, `the register is ${over} px wider than its place at ${width}`);
    await register.close();
  }
});

test('citations of an act are ready to be copied', async () => {
  const tab = await open('/?read=ga/resolution/76/185');
  await tab.click('.cite summary');
  const text = await tab.text('.cite');
  assert.match(text, /General Assembly resolution 76\/185 of 16 December 2021, entitled “Preventing and combating crimes that affect the environment” \(A\/RES\/76\/185\)/);
  assert.match(text, /UNGA Res 76\/185 ‘Preventing.*’ \(16 December 2021\) UN Doc A\/RES\/76\/185/);
  assert.match(text, /@misc\{ga-resolution-76-185,/);
  await browser.defaultBrowserContext().overridePermissions(server.at, ['clipboard-read', 'clipboard-sanitized-write']);
  await tab.click('.cite dt button');
  assert.match(await tab.text('.cite [role=status]'), /Copied/);
  assert.match(await tab.page.evaluate(() => navigator.clipboard.readText()), /^General Assembly resolution 76\/185/);
  await tab.close();
});

test('what is typed into the boxes of a comparison means what it says', async () => {
  const tab = await open('/?compare');
  for (const [i, words] of [['1', 'resolution 12/3'], ['2', 'resolution 12/4']]) {
    await tab.type(`.controls form:nth-of-type(${i}) input`, words);
    await tab.page.keyboard.press('Enter');
    await tab.settled();
  }
  assert.equal(tab.address(), '/?compare=ctoc-cop/resolution/12/3&with=ctoc-cop/resolution/12/4');
  await tab.type('.controls form:nth-of-type(2) input', 'resolution 99/9');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  assert.match(await tab.text('.controls'), /Nothing was found/);
  await tab.close();
});

test('compare tells what two acts have in common; count tells its numbers', async () => {
  const tab = await open('/?compare=ctoc-cop/resolution/12/3&with=ctoc-cop/resolution/12/4&by=sponsoredBy');
  assert.match(await tab.text('.sentence'), /^10 in common; 3 only of CTOC COP resolution 12\/3, 11 only of CTOC COP resolution 12\/4\.$/);
  await tab.page.select('.controls select', 'recalls');
  await tab.settled();
  assert.match(tab.address(), /by=recalls/);
  await tab.go('/?compare=state/mex&with=state/jpn');
  assert.match(await tab.text('.sentence'), /^1 in common; 1 only of Mexico, 2 only of Japan\.$/, 'States are compared by what they sponsored');
  await tab.go('/?count');
  assert.deepEqual(await tab.texts('.plot-box h2'), ['Acts by year', 'Acts by body', 'Most cited acts', 'Most recalled acts', 'Who is asked most', 'Who sponsors most', 'Who sponsors with whom', 'Verbs that ask, by year', 'Statements by relation']);
  const years = await tab.page.$$eval('.plot-box:first-child .as-table td:nth-child(2)', (list) => list.reduce((sum, e) => sum + Number(e.textContent), 0));
  assert.ok(years > 40, 'each bar says its number');
  assert.ok((await tab.texts('.plot .name')).includes('CTOC COP resolution 11/3'));
  await tab.close();
});

test('an address that names nothing says so in words, with a way on', async () => {
  const tab = await open('/?read=ctoc-cop/resolution/99/9');
  assert.equal(await tab.text('main .error'), 'There is no CTOC COP resolution 99/9 in the loaded texts.');
  assert.equal(await tab.page.title(), 'Not found · Mandate Graph');
  await tab.click('main a', 'Ask or search');
  assert.equal(tab.address(), '/');
  await tab.close();
});

test('figures can be read on a phone, their names are links', async () => {
  const tab = await open('/?count', { width: 390, height: 844 });
  await tab.page.waitForSelector('.drawn svg');
  const small = await tab.page.$$eval('.plot .name, .plot .value, .drawn svg text', (list) => list.map((e) => [e.textContent, parseFloat(getComputedStyle(e).fontSize)]).filter(([, size]) => size < 9.5));
  assert.deepEqual(small, []);
  assert.ok(await tab.page.$$eval('.rows li', (list) => list.every((li) => li.getBoundingClientRect().height < 60)), 'bars are not taller than their names');
  await tab.click('.plot .name a', 'CTOC COP resolution 11/3');
  assert.equal(tab.address(), '/?read=ctoc-cop/resolution/11/3');
  await tab.close();
});

test('an act has its contents, its register beside the paragraphs, how it came about and its votes', async () => {
  const tab = await open('/?read=ctoc-cop/resolution/12/4');
  assert.deepEqual(await tab.page.$$eval('.act-bar a:not(.which)', (list) => list.map((a) => a.hash)), ['#text', '#duties', '#outcome', '#series', '#cited-by']);
  assert.equal(await tab.count('.contents li a'), await tab.page.$$eval('.para', (list) => list.filter((p) => !p.id.includes('.') && /\d/.test(p.id)).length));
  assert.match(await tab.text('#op8 .duty'), /requests Secretariat of CTOC COP.*by CTOC COP, session 13.*report/);
  assert.equal(await tab.count('#duties tbody tr'), await tab.count('.duty'), 'the table has what stands beside the paragraphs');
  assert.match(await tab.text('#outcome'), /adopted.*CTOC COP, session 12, meeting 10.*Drafts:.*CTOC\/COP\/2024\/L.9\/Rev.1/s);
  await tab.page.evaluate(() => document.getElementById('op9').scrollIntoView());
  await tab.page.waitForSelector('.act-bar.stuck');
  await tab.click('#op8 .duty .proof-button');
  assert.match(await tab.text('.proof blockquote'), /^8\. Requests the secretariat/);
  await tab.close();
});

test('two acts are compared word for word, and what differs stands out', async () => {
  const made = await serve(madeUp([
    { id: 'ga/resolution/60/1', title: 'Wells', adoptedOn: '2005-01-01', inDocument: 'document/MADE/UP', paragraphs: [['pp1', 'Recalling the Charter,'], ['op1', '1. Requests the Secretary-General to report on wells in 2006;'], ['op2', '2. Decides to remain seized of the matter.']] },
    { id: 'ga/resolution/61/1', title: 'Wells', adoptedOn: '2006-01-01', inDocument: 'document/MADE/UP', paragraphs: [['pp1', 'Recalling the Charter,'], ['op1', '1. Welcomes the well that was dug;'], ['op2', '2. Requests the Secretary-General to report on deep wells in 2007;']] },
  ]));
  const tab = await Tab.open(browser, made.at, '/?compare=ga/resolution/60/1&with=ga/resolution/61/1');
  assert.match(await tab.text('.sentence'), /^1 paragraph alike word for word, 1 changed, 1 only in General Assembly resolution 60\/1, 1 only in General Assembly resolution 61\/1\.$/);
  assert.deepEqual((await tab.texts('.aligned del')).map((w) => w.trim()), ['2006', 'Decides to remain seized of the matter.']);
  assert.deepEqual((await tab.texts('.aligned ins')).map((w) => w.trim()), ['Welcomes the well that was dug;', 'deep', '2007']);
  await tab.click('.comparison label', 'Only what differs');
  assert.match(tab.address(), /only=differs/);
  assert.equal(await tab.count('.aligned .cell'), 6);
  await tab.close();
  await made.close();
});
