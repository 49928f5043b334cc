// The door, lists to browse, the register: every number is the server's, over the whole store, and leads to what it counts.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tab, launch, madeUp, serve } from './harness.mjs';
import { VIEWS } from './views.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });
const open = (address, options) => Tab.open(browser, server.at, address, options);

/** asked is what the server answers to a query. */
async function asked(at, query) {
  return (await (await fetch(`${at}/graphql?query=${encodeURIComponent(query)}`)).json()).data;
}

const numberOf = (text) => Number(text.replace(/[^\d]/g, ''));

test('the door says what the store holds; each number leads to what it counts', async () => {
  const tab = await open('/');
  const { acts, loaded, mandates } = await asked(server.at, '{ acts(first: 0) { totalCount } loaded: acts(loaded: true, first: 0) { totalCount } mandates(first: 0) { totalCount } }');
  const glance = Object.fromEntries(await tab.page.$$eval('.glance div', (list) => list.map((d) => [d.querySelector('dt').textContent, d.querySelector('dd').textContent])));
  assert.deepEqual([glance['acts known'], glance['acts with their text'], glance.mandates].map(numberOf), [acts, loaded, mandates].map((c) => c.totalCount));
  const cells = await tab.page.$$eval('.plot-box.wide .as-table tbody tr', (list) => list.map((tr) => [...tr.querySelectorAll('td')].map((td) => td.textContent)));
  assert.equal(cells.reduce((sum, c) => sum + Number(c[2]), 0), acts.totalCount, 'the map has every act once');
  await tab.page.$eval('.plot-box.wide details', (d) => { d.open = true; });
  await tab.page.$eval('.plot-box.wide .as-table tbody a', (a) => a.click());
  await tab.settled();
  assert.equal(tab.address(), '/?browse&body=ctoc-cop&year=2024');
  const [, , count] = cells[0];
  assert.equal(numberOf(await tab.text('.found')), Number(count));
  await tab.close();
});

test('a store of more than two thousand acts is counted whole', async () => {
  const many = Array.from({ length: 2345 }, (_, i) => ({ id: `ga/resolution/${50 + (i % 30)}/${i}`, ...(i % 5 ? { adoptedOn: `${1995 + (i % 30)}-12-01` } : {}) }));
  const made = await serve(madeUp(many));
  const tab = await Tab.open(browser, made.at, '/?count');
  assert.match(await tab.text('.plot-box .quiet'), /^2,345 acts.*469 of them without a date have no bar/);
  const years = await tab.page.$$eval('.plot-box:first-child .as-table td:nth-child(2)', (list) => list.reduce((sum, e) => sum + Number(e.textContent), 0));
  assert.equal(years, 2345 - 469, 'no act without a date stands in a year');
  await tab.go('/?browse&year=none');
  assert.equal(await tab.text('.found'), '469 acts');
  await tab.click('.pager a', 'Next');
  assert.match(await tab.text('.pager'), /51–100 of 469/);
  await tab.page.goBack();
  await tab.settled();
  assert.match(await tab.text('.pager'), /1–50 of 469/);
  await tab.close();
  await made.close();
});

test('every choice of a list says how many acts it leaves', async () => {
  const tab = await open('/?browse');
  const choose = async (heading, value) => {
    const [link] = await tab.page.$$(`xpath/.//aside//section[@aria-label="${heading}"]//a[span[text()="${value}"]]`);
    const count = numberOf(await link.$eval('.number', (e) => e.textContent));
    await link.click();
    await tab.settled();
    assert.equal(numberOf(await tab.text('.found')), count, `${heading} ${value}`);
  };
  await choose('Text', 'loaded');
  await choose('Kind', 'resolution');
  await choose('Sponsored by', 'Mexico');
  assert.equal(tab.address(), '/?browse&text=loaded&kind=resolution&sponsor=state/mex');
  assert.deepEqual(await tab.texts('.chosen a'), ['Sponsored by: Mexico ✕', 'Text: loaded ✕', 'Kind: resolution ✕', 'Clear all']);
  await tab.click('.chosen a', 'Text: loaded');
  assert.equal(tab.address(), '/?browse&sponsor=state/mex&kind=resolution');
  await tab.close();
});

test('the register is filtered, works from its address, and its files have exactly these rows', async () => {
  const tab = await open('/?register');
  const all = numberOf(await tab.text('.found'));
  const label = (words) => `xpath/.//form//label[starts-with(., "${words}")]`;
  const [pick] = await tab.page.$$(`${label('Asked of')}//select`);
  await pick.select('organization/unodc');
  await tab.settled();
  const few = numberOf(await tab.text('.found'));
  assert.ok(few > 0 && few < all, `${few} of ${all}`);
  assert.match(tab.address(), /addressee=organization\/unodc/);
  const rows = await tab.count('.register-main > .table tbody tr');
  assert.equal(rows, few);
  const csv = await (await fetch(await tab.page.$eval('.files a', (a) => a.href))).text();
  const { mandates } = await asked(server.at, '{ mandates(addressee: "organization/unodc", first: 100) { nodes { clause addressees { id } } } }');
  assert.equal(csv.split('organization/unodc').length - 1 >= few, true);
  for (const { clause } of mandates.nodes) assert.ok(csv.includes(clause.replaceAll('"', '""')), clause);
  await tab.click('.register-main .proof-button');
  assert.ok((await tab.text('.proof mark')).length > 3, 'a row leads to its proof');
  await tab.close();
});

test('what ends within a year of a chosen day', async () => {
  const lines = ['2031-01-31', '2031-11-30', '2033-05-01'].map((until, i) => ({
    type: 'statement', document: 'document/MADE/UP', subject: `sc/resolution/${9001 + i}`, relation: 'extends', object: 'body/unmha', qualifiers: { until },
    evidence: { document: 'document/MADE/UP', paragraph: `sc/resolution/${9001 + i}#op1`, start: i, end: i + 4, quote: 'made' },
  }));
  const made = await serve(madeUp([0, 1, 2].map((i) => ({ id: `sc/resolution/${9001 + i}`, adoptedOn: `203${i}-01-15`, inDocument: 'document/MADE/UP', paragraphs: [['op1', '1. Decides to extend it.']] })), lines));
  const tab = await Tab.open(browser, made.at, '/?day=2030-12-01');
  assert.match(await tab.text('.next'), /Ends: 3 extensions and renewals/);
  await tab.click('.next a', 'All in the register');
  const [within] = await tab.page.$$('xpath/.//form//label[starts-with(., "within")]//select');
  await within.select('P1Y');
  await tab.settled();
  assert.equal(tab.address(), '/?register&show=ends&from=2030-12-01&within=P1Y');
  assert.deepEqual(await tab.texts('.register-main td.due'), ['31 January 2031', '30 November 2031']);
  await tab.page.$eval('.strip + details', (d) => { d.open = true; });
  await tab.click('.as-table td button', 'January 2031');
  assert.deepEqual(await tab.texts('.register-main td.due'), ['31 January 2031']);
  await tab.page.goBack();
  await tab.settled();
  assert.equal(await tab.count('.register-main td.due'), 2);
  await tab.close();
  await made.close();
});

test('nothing jumps while data arrives', async () => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.evaluateOnNewDocument(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shifted += e.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const name of ['home', 'browse', 'register', 'ends', 'count', 'act', 'state', 'body', 'treaty', 'words']) {
    await page.goto(server.at + VIEWS[name]);
    await page.waitForNetworkIdle({ idleTime: 300 });
    assert.ok(await page.evaluate(() => window.shifted) < 0.05, name);
  }
  await page.close();
});
