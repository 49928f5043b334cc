import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Tab, launch, root, serve } from './harness.mjs';
import { VIEWS } from './views.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });
const open = (address, options) => Tab.open(browser, server.at, address, options);
const axe = readFileSync(path.join(root, 'web/browser/node_modules/axe-core/axe.min.js'), 'utf8');

/** violations are those of WCAG 2.0 to 2.2, levels A and AA. */
async function violations(tab) {
  await tab.page.evaluate(axe);
  return tab.page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 160)} (${n.any[0]?.message ?? ''})`).join(' | ')}`);
  });
}

for (const scheme of ['light', 'dark']) {
  test(`no view has a violation of WCAG 2.2 AA, ${scheme}`, async () => {
    const each = await open('/', { scheme });
    for (const [name, address] of Object.entries(VIEWS)) {
      await each.go(address);
      assert.deepEqual(await violations(each), [], name);
    }
    await each.close();
    const tab = await open(VIEWS.act, { scheme, width: 390, height: 844 });
    await tab.click('.dot');
    await tab.click('.take summary');
    assert.deepEqual(await violations(tab), [], 'proof on a phone');
    await tab.close();
  });
}

test('every view has a link that shows the same again, with its own title', async () => {
  const titles = new Set();
  for (const address of Object.values(VIEWS)) {
    const tab = await open(address);
    const shown = await tab.text('main');
    titles.add(await tab.page.title());
    const link = tab.page.url();
    await tab.page.goto(link);
    await tab.settled();
    assert.equal(await tab.text('main'), shown, address);
    await tab.close();
  }
  assert.ok(titles.size >= Object.keys(VIEWS).length - 1, [...titles].join(' | '));
});

test('back and forward lead through the views', async () => {
  const tab = await open('/');
  await tab.click('.begin a', 'what does 12/4 recall');
  await tab.click('.answer td a', 'General Assembly resolution 76/185');
  assert.equal(tab.address(), '/?read=ga/resolution/76/185');
  await tab.page.goBack();
  await tab.settled();
  assert.match(await tab.text('.sentence'), /15 found/);
  await tab.page.goBack();
  await tab.settled();
  assert.equal(await tab.text('h1'), 'Mandate Graph');
  await tab.page.goForward();
  await tab.settled();
  assert.equal(tab.address(), '/?ask=what+does+12/4+recall');
  await tab.close();
});

test('paper shows the text without its controls', async () => {
  const tab = await open(VIEWS.act);
  await tab.page.emulateMediaType('print');
  const shown = (selector) => tab.page.$$eval(selector, (list) => list.some((e) => e.getClientRects().length > 0));
  for (const control of ['.head nav', '.take', '.actions', '.dot', '.theme']) assert.equal(await shown(control), false, control);
  assert.ok(await shown('.para'));
  assert.ok(await shown('.sponsors p a'), 'who sponsored it is printed, folded or not');
  assert.match(await tab.text('.paper'), /\/\?read=ctoc-cop\/resolution\/12\/4$/);
  assert.ok(await shown('.paper'), 'the page says its address');
  await tab.page.emulateMediaType('screen');
  await tab.go(VIEWS.answer);
  await tab.page.emulateMediaType('print');
  assert.ok(await shown('td .proof-button'), 'the paragraph of a statement is printed');
  await tab.close();
});

test('dark and light follow the system until the reader chooses', async () => {
  const background = (tab) => tab.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, dark] = [await open('/'), await open('/', { scheme: 'dark' })];
  assert.notEqual(await background(light), await background(dark));
  await dark.page.select('.theme select', 'light');
  await dark.settled();
  assert.equal(await background(dark), await background(light));
  await dark.page.reload();
  await dark.settled();
  assert.equal(await background(dark), await background(light), 'the choice is kept');
  await dark.page.select('.theme select', 'auto');
  await light.close();
  await dark.close();
});

test('nothing is cut off on a phone', async () => {
  for (const width of [320, 390]) {
    const tab = await open('/', { width, height: 844 });
    for (const [name, address] of Object.entries(VIEWS)) {
      await tab.go(address);
      const over = await tab.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${name} at ${width}: ${over} px too wide`);
    }
    await tab.close();
  }
});

test('the keyboard alone suffices: from the box to an answer to a proof', async () => {
  const tab = await open('/');
  await tab.page.keyboard.type('what does 12/4 recall');
  await tab.page.keyboard.press('Escape');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  const focused = () => tab.page.evaluate(() => document.activeElement.className ?? '');
  for (let i = 0; i < 60 && !String(await focused()).includes('proof-button'); i++) await tab.page.keyboard.press('Tab');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  assert.match(await tab.text('.proof mark'), /resolutions 76\/185/);
  await tab.page.keyboard.press('Escape');
  await tab.settled();
  assert.ok(String(await focused()).includes('proof-button'), 'the focus is where it was');
  await tab.close();
});

test('the policy allows no foreign source, no inline script or style and no evaluation', async () => {
  const policy = (await fetch(server.at)).headers.get('content-security-policy');
  assert.match(policy, /^default-src 'none'; script-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|http/);
});

test('GraphiQL is bundled and has the saved questions as tabs', async () => {
  const tab = await open('/');
  await tab.click('nav a', 'GraphiQL');
  await tab.page.waitForSelector('.graphiql-tab');
  assert.ok((await tab.count('.graphiql-tab')) >= 20);
  await Promise.all([tab.page.waitForNavigation(), tab.page.click('.graphiql-logo a')]);
  assert.equal(tab.address(), '/', 'its name leads back to the explorer');
  await tab.close();
});

test('weight, first paint and draw time', async (t) => {
  // A context of its own has nothing in its cache.
  const context = await browser.createBrowserContext();
  const tab = new Tab(await context.newPage(), server.at);
  const bodies = [];
  tab.page.on('response', (r) => bodies.push(r.buffer().then((b) => b.length, () => 0)));
  await tab.go('/?ask=what+does+12/4+recall');
  const times = await tab.page.evaluate(() => ({
    paint: Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime),
    answer: Math.round(performance.now()),
    draw: Math.round(Math.max(...performance.getEntriesByName('draw').map((m) => m.duration))),
  }));
  const bytes = (await Promise.all(bodies)).reduce((a, b) => a + b, 0);
  t.diagnostic(`${Math.round(bytes / 1024)} KiB with the answer; first contentful paint after ${times.paint} ms; the answer drawn ${times.draw} ms after its data`);
  assert.ok(bytes > 100_000);
  await tab.close();
  await context.close();
});
