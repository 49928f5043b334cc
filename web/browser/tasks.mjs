// Twelve tasks over a store of many documents, done as a new user would: node tasks.mjs ADDRESS [FOLDER]
// The server at the address must hold the session report that is the sample, resolutions of the Security Council and
// decisions of the climate conferences. It prints the actions and the time of each task, and leaves pictures in the
// folder. A task that takes more than four actions or a minute, or does not find what it looks for, has failed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Tab, launch } from './harness.mjs';
import { NETWORKX, User } from './user.mjs';

const [at, folder = 'tasks'] = process.argv.slice(2);
if (!at) {
  console.error('expected the address of a server: node tasks.mjs http://127.0.0.1:8080 [FOLDER]');
  process.exit(2);
}
const [MOST_ACTIONS, MOST_SECONDS] = [4, 60];
const number = (text) => Number(text.replace(/[^\d]/g, ''));

/** Each task acts and returns what it found, in words. */
const TASKS = {
  'what 12/4 recalls, and its proof': async (u) => {
    await u.asks('what does 12/4 recall');
    assert.match(await u.tab.text('.sentence'), /15 found/);
    await u.clicks('.answer .proof-button');
    assert.match(await u.tab.text('.proof mark'), /^resolutions 76\/185 of 16 December 2021/);
    return '15 acts; the first stands in preambular paragraph 1';
  },
  'the Working Group on Firearms to its creation': async (u) => {
    await u.asks('what established the Working Group on Firearms');
    const said = await u.tab.text('.answer');
    assert.match(said, /0 found/, 'no loaded text says what established it');
    assert.match(said, /CTOC COP resolution 12\/3, preambular paragraph 13/, 'but where both are spoken of');
    await u.clicks('.reading a, .hits a, td a', 'CTOC COP resolution 12/3');
    return 'no loaded text says so in words; what comes nearest is shown and opened';
  },
  'who cites 1267, and who cites these': async (u) => {
    await u.asks('1267');
    await u.clicks('.actions a', 'Draw what cites it');
    assert.match(await u.tab.text('h1'), /Security Council resolution 1267/);
    const acts = await u.tab.count('.node');
    assert.ok(acts >= 15, `${acts} acts`);
    return `${acts} acts on a time axis`;
  },
  'who sponsored both 12/3 and 12/4': async (u) => {
    await u.asks('who sponsored both 12/3 and 12/4');
    assert.match(await u.tab.text('.sentence'), /^10 in common/);
    return '10 in common';
  },
  'a hub that more than 100 acts cite': async (u) => {
    await u.clicks('.act-list a', 'UNFCCC COP decision 1/CP.21');
    await u.clicks('.actions a', 'Draw what cites it');
    await u.chooses('Steps', '1');
    assert.ok((await u.tab.count('.node')) > 100, 'all are drawn');
    return `${await u.tab.text('.card .quiet')}; ${await u.tab.count('.node')} acts drawn`;
  },
  'the page of Iraq': async (u) => {
    await u.asks('Iraq');
    assert.equal(await u.tab.text('h1'), 'Iraq');
    assert.ok((await u.tab.texts('h2')).includes('Acts that speak of it, by year'));
    return (await u.tab.texts('h2')).slice(0, 4).join(', ');
  },
  'what is said of ammunition': async (u) => {
    await u.asks('ammunition');
    assert.ok((await u.tab.count('.hits mark')) > 10);
    return u.tab.text('.sentence strong');
  },
  'a link that opens a view as it was left': async (u) => {
    await u.asks('1267');
    await u.clicks('.actions a', 'Draw what cites it');
    await u.clicks('[data-class="names"] input');
    await u.clicksAct('sc/resolution/1333');
    const see = async (tab) => [await tab.count('.node'), await tab.count('.line'), await tab.text('.card h2'), await tab.page.$$eval('.node', (list) => list.map((n) => n.getAttribute('transform')))];
    const other = await Tab.open(u.tab.page.browser(), at, u.tab.address());
    assert.deepEqual(await see(other), await see(u.tab));
    await other.close();
    return u.tab.address();
  },
  'what ends within a year of 1 January 2012': async (u) => {
    await u.fills('From the day', '2012-01-01');
    await u.clicks('.next a', 'All in the register');
    await u.chooses('within', 'P1Y');
    const until = await u.tab.texts('.register-main td.due');
    assert.ok(until.length > 0 && until.every((d) => d.endsWith('2012')), until.join());
    return until.join(', ');
  },
  'how a State voted': async (u) => {
    await u.asks('United States of America');
    assert.ok((await u.tab.texts('h2')).includes('How it voted'));
    await u.clicks('.plot-box summary', 'As a table');
    assert.ok((await u.tab.count('.plot-box tbody tr')) > 20);
    return (await u.tab.texts('.plot-box .quiet'))[0];
  },
  'two resolutions on one subject, word for word': async (u) => {
    await u.clicks('nav a', 'Compare');
    await u.types('.controls form:nth-of-type(1) input', '1333');
    await u.types('.controls form:nth-of-type(2) input', '1363');
    assert.match(await u.tab.text('.sentence'), /alike word for word/);
    assert.ok((await u.tab.count('.aligned ins')) > 0);
    return u.tab.text('.sentence');
  },
  'the lineage of 1/CP.21 for Gephi': async (u) => {
    await u.asks('decision 1/CP.21');
    await u.clicks('.actions a', 'Draw its lineage');
    await u.clicks('.take summary');
    const file = await u.takes('[data-drawn=gexf]');
    const read = spawnSync('python3', ['-c', NETWORKX, file], { encoding: 'utf8' });
    assert.equal(read.status, 0, read.stderr);
    const { nodes, edges } = JSON.parse(read.stdout);
    assert.equal(nodes.length, await u.tab.count('.node'), 'what is on screen');
    assert.ok(nodes.includes('unfccc-cop/decision/1/CP.21'));
    return `networkx reads ${nodes.length} nodes and ${edges} edges`;
  },
};

mkdirSync(folder, { recursive: true });
const browser = await launch();
let done = 0;
for (const [i, [name, act]] of Object.entries(TASKS).entries()) {
  const user = await User.at(browser, at);
  let found;
  let failure = '';
  user.begin = Date.now();
  try {
    found = await act(user);
  } catch (error) {
    failure = error.message.split('\n')[0];
  }
  const seconds = (Date.now() - user.begin) / 1000;
  await user.tab.page.screenshot({ path: path.join(folder, `task-${String(i + 1).padStart(2, '0')}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`) });
  failure ||= user.actions > MOST_ACTIONS ? 'too many actions' : seconds > MOST_SECONDS ? 'too slow' : user.tab.trouble.join('; ');
  if (!failure) done++;
  console.log(`${failure ? 'FAILED' : 'done  '} ${String(i + 1).padStart(2)} ${name}: ${user.actions} action${user.actions === 1 ? '' : 's'}, ${seconds.toFixed(1)} s; ${failure || found}`);
  await user.tab.page.close();
}
await browser.close();
console.log(`${done} of ${Object.keys(TASKS).length}`);
process.exit(done === Object.keys(TASKS).length ? 0 : 1);
