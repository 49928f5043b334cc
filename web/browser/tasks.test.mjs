// Five tasks as a new user would do them: typing and clicking what the page shows, no address typed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tab, launch, serve } from './harness.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });

async function ask(tab, words) {
  await tab.type('[role=combobox]', words);
  await tab.page.keyboard.press('Escape');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
}

/** task does one task from the first page and says how many steps it took. */
function task(name, steps) {
  test(name, async (t) => {
    const tab = await Tab.open(browser, server.at, '/');
    const begin = Date.now();
    const count = await steps(tab);
    t.diagnostic(`${count} steps, ${Date.now() - begin} ms of the page's own time`);
    await tab.close();
  });
}

task('find what 12/4 recalls', async (tab) => {
  await ask(tab, 'what does 12/4 recall');
  assert.match(await tab.text('.sentence'), /15 found/);
  assert.equal(await tab.count('.answer tbody tr'), 15);
  return 1;
});

task('prove that 12/3 takes note of a resolution of another body', async (tab) => {
  await ask(tab, 'what does 12/3 take note of');
  assert.match(await tab.text('.answer tbody'), /CAC COSP resolution 10\/5/);
  await tab.click('.answer .proof-button');
  assert.match(await tab.text('.proof blockquote'), /^Taking note of Conference of the States Parties to the United Nations Convention against Corruption resolution 10\/5/);
  assert.match(await tab.text('.proof mark'), /^resolution 10\/5 of 15 December 2023/);
  return 2;
});

task('find who sponsored both 12/3 and 12/4', async (tab) => {
  await ask(tab, 'who sponsored both 12/3 and 12/4');
  assert.match(await tab.text('.sentence'), /^10 in common/);
  assert.match(await tab.text('.three'), /Albania.*Mexico.*Republic of Moldova/s);
  return 1;
});

task('trace the working group on international cooperation to its creation', async (tab) => {
  await tab.type('[role=combobox]', 'working group on international cooperation');
  await tab.click('[role=option]:not([data-group="Questions"])', 'Working Group on International Cooperation');
  assert.ok((await tab.texts('h2')).includes('Established by (1)'));
  await tab.click('section:not(.plot-box) td .proof-button');
  assert.match(await tab.text('.proof blockquote'), /decision 2\/2 of 19 October 2005.*in which it decided to establish, at its third session, an open-ended working group/);
  await tab.click('section:not(.plot-box) td a', 'CTOC COP decision 2/2');
  assert.equal(await tab.text('h1'), 'CTOC COP decision 2/2');
  assert.match(await tab.text('.act-head'), /19 October 2005/);
  return 4;
});

task('export that lineage for Gephi', async (tab) => {
  await ask(tab, '12/1');
  await tab.click('.choices a', 'resolution 12/1');
  await tab.click('.actions a', 'Draw its lineage');
  await tab.click('.take summary');
  const [href, name] = await tab.page.$eval('[data-format=gexf]', (a) => [a.href, a.textContent]);
  assert.equal(name, 'GEXF (Gephi)');
  const gexf = await (await fetch(href)).text();
  assert.match(gexf, /mode="dynamic" timeformat="date"/);
  assert.match(gexf, /<node id="ctoc-cop\/decision\/2\/2" [^>]*start="2005-10-19"/);
  return 5;
});
