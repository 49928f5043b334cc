// Tasks as a new user would do them over the sample: typing and clicking what the page shows, no address typed, in at
// most four actions. tasks.mjs does twelve over a store of many documents.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Tab, launch, serve } from './harness.mjs';
import { NETWORKX, User } from './user.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });

/** task does one task from the first page and says how many actions it took. */
function task(name, act) {
  test(name, async (t) => {
    const user = await User.at(browser, server.at);
    await act(user, user.tab);
    t.diagnostic(`${user.actions} actions, ${Date.now() - user.begin} ms of the page's own time`);
    assert.ok(user.actions <= 4, `${user.actions} actions`);
    await user.tab.close();
  });
}

task('find what 12/4 recalls, and the proof of it', async (user, tab) => {
  await user.asks('what does 12/4 recall');
  assert.match(await tab.text('.sentence'), /15 found/);
  assert.equal(await tab.count('.answer tbody tr'), 15);
  await user.clicks('.answer .proof-button');
  assert.match(await tab.text('.proof mark'), /^resolutions 76\/185/);
});

task('prove that 12/3 takes note of a resolution of another body', async (user, tab) => {
  await user.asks('what does 12/3 take note of');
  assert.match(await tab.text('.answer tbody'), /CAC COSP resolution 10\/5/);
  await user.clicks('.answer .proof-button');
  assert.match(await tab.text('.proof blockquote'), /^Taking note of Conference of the States Parties to the United Nations Convention against Corruption resolution 10\/5/);
  assert.match(await tab.text('.proof mark'), /^resolution 10\/5 of 15 December 2023/);
});

task('find who sponsored both 12/3 and 12/4', async (user, tab) => {
  await user.asks('who sponsored both 12/3 and 12/4');
  assert.match(await tab.text('.sentence'), /^10 in common/);
  assert.match(await tab.text('.three'), /Albania.*Mexico.*Republic of Moldova/s);
});

task('find with whom Mexico sponsors', async (user, tab) => {
  await user.asks('Mexico');
  assert.ok((await tab.texts('h2')).includes('With whom it sponsors'));
  assert.match(await tab.text('.rows'), /Albania/);
});

task('trace the working group on international cooperation to its creation', async (user, tab) => {
  await user.asks('Working Group on International Cooperation');
  assert.ok((await tab.texts('h2')).includes('Established by (1)'));
  await user.clicks('section:not(.plot-box) td .proof-button');
  assert.match(await tab.text('.proof blockquote'), /decision 2\/2 of 19 October 2005.*in which it decided to establish, at its third session, an open-ended working group/);
  await user.clicks('section:not(.plot-box) td a', 'CTOC COP decision 2/2');
  assert.equal(await tab.text('h1'), 'CTOC COP decision 2/2');
  assert.match(await tab.text('.act-head'), /19 October 2005/);
});

task('see that no loaded text says what established the Working Group on Firearms', async (user, tab) => {
  await user.asks('what established the Working Group on Firearms');
  assert.match(await tab.text('.sentence'), /0 found/);
  await user.clicks('.hits a', 'CTOC COP resolution 12/3, preambular paragraph 13');
  assert.match(await tab.text('.para.marked'), /Working Group on Firearms/);
});

task('draw what cites an act', async (user, tab) => {
  await user.asks('CTOC COP decision 2/2');
  await user.clicks('.actions a', 'Draw what cites it');
  assert.ok(await tab.count('[data-node="ctoc-cop/resolution/12/1"]'));
  assert.match(tab.address(), /way=forward/);
});

task('compare two resolutions word for word', async (user, tab) => {
  await user.clicks('nav a', 'Compare');
  await user.types('.controls form:nth-of-type(1) input', 'resolution 12/3');
  await user.types('.controls form:nth-of-type(2) input', 'resolution 12/4');
  assert.match(await tab.text('.sentence'), /alike word for word/);
});

task('hand on a view as it was left', async (user, tab) => {
  await user.asks('resolution 12/1');
  await user.clicks('.actions a', 'Draw its lineage');
  await user.clicks('.legend .kinds input, .legend .class input');
  await user.clicksAct('ctoc-cop/resolution/12/1');
  const see = async (of) => [await of.text('.card h2'), await of.page.$$eval('.node, .line', (list) => list.map((n) => n.getAttribute('transform') ?? n.dataset.line))];
  const other = await Tab.open(browser, server.at, tab.address());
  assert.deepEqual(await see(other), await see(tab));
  await other.close();
});

task('take that lineage away for Gephi', async (user, tab) => {
  await user.asks('resolution 12/1');
  await user.clicks('.actions a', 'Draw its lineage');
  await user.clicks('.take summary');
  assert.equal(await tab.text('[data-format=gexf]'), 'GEXF (Gephi)');
  const file = await user.takes('[data-drawn=gexf]');
  const read = spawnSync('python3', ['-c', NETWORKX, file], { encoding: 'utf8' });
  assert.equal(read.status, 0, read.stderr);
  assert.equal(JSON.parse(read.stdout).nodes.length, await tab.count('.node'), 'what is on screen');
});
