import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tab, launch, madeUp, serve } from './harness.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });
const open = (address, options) => Tab.open(browser, server.at, address, options);
const LINEAGE = '/?draw=ctoc-cop/resolution/12/1&way=backward&depth=3';
const START = 'ctoc-cop/resolution/12/1';
const EARLIER = 'ctoc-cop/decision/2/2';

const boxes = (tab) => tab.page.$$eval('.node', (list) => Object.fromEntries(list.map((n) => [n.dataset.node, (({ x, y, width, height }) => ({ x, y, width, height }))(n.querySelector('.mark').getBoundingClientRect())])));
const transforms = (tab) => tab.page.$$eval('.node', (list) => list.map((n) => `${n.dataset.node} ${n.getAttribute('transform')}`).sort());
const node = (id) => `[data-node="${id}"]`;
/** press clicks the middle of a mark, with keys held. */
async function press(tab, id, { clickCount = 1, shift = false } = {}) {
  const box = await tab.page.$eval(`${node(id)} .mark`, (m) => { m.scrollIntoView({ block: 'center' }); const b = m.getBoundingClientRect(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; });
  if (shift) await tab.page.keyboard.down('Shift');
  await tab.page.mouse.click(box.x, box.y, { clickCount });
  if (shift) await tab.page.keyboard.up('Shift');
  await tab.settled();
}

test('a lineage stands on a time axis by year, bodies as lanes', async () => {
  const tab = await open(LINEAGE);
  const years = (await tab.texts('.drawing .head text')).map(Number);
  assert.deepEqual(years, [2005, 2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]);
  const at = await boxes(tab);
  const xs = ['decision/2/2', 'decision/3/2', 'resolution/5/8', 'resolution/9/3', 'resolution/12/1'].map((n) => at[`ctoc-cop/${n}`].x);
  assert.deepEqual(xs, [...xs].sort((a, b) => a - b), 'earlier acts stand further left');
  assert.ok((await tab.texts('.lane-names text')).some((t) => t.includes('CTOC COP')));
  await tab.close();
});

test('the axis can be that of sessions', async () => {
  const tab = await open(`${LINEAGE}&axis=session`);
  const shown = await tab.page.$$eval('.drawing .head text', (list) => list.map((t) => t.textContent));
  assert.deepEqual(shown, [[2, 2005], [3, 2006], [4, 2008], [5, 2010], [6, 2012], [7, 2014], [8, 2016], [9, 2018], [10, 2020], [11, 2022], [12, 2024]].map(([n, year]) => `CTOC COP ${n} (${year})`));
  await tab.close();
});

test('only acts are drawn at first; what is folded into one is counted beside the drawing and opens where it stands', async () => {
  const tab = await open('/?draw=ctoc-cop/resolution/12/3');
  const kinds = await tab.page.$$eval('.node', (list) => list.map((n) => n.getAttribute('class')));
  assert.ok(kinds.length > 3 && kinds.every((c) => c.includes('k-act')));
  await press(tab, 'ctoc-cop/resolution/12/3');
  const folds = await tab.texts('.folds button');
  assert.ok(folds.includes('13 States'), folds.join());
  const before = await transforms(tab);
  await tab.click('.folds button', '13 States');
  assert.match(tab.address(), /open=ctoc-cop\/resolution\/12\/3!states/);
  assert.equal((await tab.page.$$('.node.k-state, .node.k-group')).length, 13);
  const now = await transforms(tab);
  assert.deepEqual(before.filter((t) => !now.includes(t)), [], 'what stood stays where it was');
  await tab.click('.folds button', '13 States');
  assert.deepEqual(await transforms(tab), before, 'and it closes again');
  await tab.close();
});

test('statements of a pair are one line, as thick as they are many, in the look of their class', async () => {
  const file = madeUp([
    { id: 'ga/resolution/60/1', title: 'First', adoptedOn: '2005-12-01' },
    { id: 'ga/resolution/61/1', title: 'Second', adoptedOn: '2006-12-01', cites: ['mentions', 'recalls', 'reaffirms'].map((relation) => ({ object: 'ga/resolution/60/1', relation })) },
    { id: 'ga/resolution/62/1', title: 'Third', adoptedOn: '2007-12-01', cites: [{ object: 'ga/resolution/61/1', relation: 'extends' }] },
  ]);
  const own = await serve(file);
  const tab = await Tab.open(browser, own.at, '/?draw=ga/resolution/61/1');
  const lines = await tab.page.$$eval('.line', (list) => list.map((l) => [l.dataset.line, l.querySelector('.stroke').getAttribute('class'), parseFloat(getComputedStyle(l.querySelector('.stroke')).getPropertyValue('--w'))]));
  assert.deepEqual(lines.map((l) => l.slice(0, 2)), [['ga/resolution/61/1 ga/resolution/60/1', 'stroke r-restsOn'], ['ga/resolution/62/1 ga/resolution/61/1', 'stroke r-makes']]);
  assert.ok(lines[0][2] > lines[1][2], 'three statements are thicker than one');
  assert.deepEqual(await tab.texts('.legend .class > label'), ['makes and changes 1', 'rests on 2', 'names 1']);
  await tab.close();
  await own.close();
});

/** undatedActs cite and are cited: two are of a session that others date, one of a session that nothing dates. */
const undatedActs = () => madeUp([
  { id: 'ga/resolution/70/1', title: 'Dated', adoptedOn: '2015-12-01' }, { id: 'ga/resolution/70/2', title: 'Undated of a known session' },
  { id: 'tin-council/resolution/31/9', title: 'Undated' },
  { id: 'ga/resolution/75/1', title: 'The start', adoptedOn: '2020-12-01', cites: ['ga/resolution/70/1', 'ga/resolution/70/2', 'tin-council/resolution/31/9'].map((object) => ({ object, relation: 'recalls' })) },
]);

test('an act without a date stands in its session\'s year, marked, else in a column of its own', async () => {
  const own = await serve(undatedActs());
  const tab = await Tab.open(browser, own.at, '/?draw=ga/resolution/75/1');
  const at = await boxes(tab);
  const heads = await tab.page.$$eval('.head text', (list) => list.map((t) => [t.textContent, t.getBoundingClientRect().x]));
  assert.deepEqual(heads.map((h) => h[0]), ['2015', '2020', 'no date']);
  assert.ok(Math.abs(at['ga/resolution/70/1'].x - at['ga/resolution/70/2'].x) < 3, 'both of session 70');
  assert.ok(at['tin-council/resolution/31/9'].x > at['ga/resolution/75/1'].x, 'no year that is not known');
  const marked = await tab.page.$$eval('.node.undated', (list) => list.map((n) => n.dataset.node).sort());
  assert.deepEqual(marked, ['ga/resolution/70/2', 'tin-council/resolution/31/9']);
  await press(tab, 'ga/resolution/70/2');
  assert.match(await tab.text('.card'), /no date: stands in the year of its session/);
  await tab.close();
  await own.close();
});

test('the backbone leaves out what a chain says, and tells how many lines', async () => {
  const ids = [0, 1, 2, 3].map((i) => `ga/resolution/${60 + i}/1`);
  const own = await serve(madeUp(ids.map((id, i) => ({ id, title: `Act ${i}`, adoptedOn: `${2005 + i}-12-01`, cites: ids.slice(0, i).map((object) => ({ object, relation: 'recalls' })) }))));
  const tab = await Tab.open(browser, own.at, `/?draw=${ids[3]}&way=backward&depth=3`);
  assert.equal(await tab.count('.line'), 6);
  assert.match(await tab.text('.switch'), /would hide 3 lines/);
  await tab.click('.switch input');
  assert.equal(await tab.count('.line'), 3);
  assert.match(await tab.text('.switch'), /hides 3 lines/);
  await tab.page.goBack();
  await tab.settled();
  assert.equal(await tab.count('.line'), 6, 'back undoes it');
  await tab.page.goForward();
  await tab.settled();
  // Without the act in the middle no chain says what the line says.
  await press(tab, ids[1]);
  await tab.click('.card button', 'Remove');
  assert.equal(await tab.count('.line'), 2);
  assert.match(await tab.text('.switch'), /hides 1 line/);
  await tab.close();
  await own.close();
});

test('the same view is always drawn alike', async () => {
  const [one, other] = [await open(LINEAGE), await open(LINEAGE)];
  assert.deepEqual(await transforms(one), await transforms(other));
  await one.close();
  await other.close();
});

test('the legend names classes by colour and stroke, opens to relations, and filters; the address keeps the filter', async () => {
  const tab = await open('/?draw=ctoc-cop/resolution/12/1');
  const lines = await tab.count('.line');
  const looks = await tab.page.$$eval('.legend .stroke', (list) => list.map((p) => `${getComputedStyle(p).stroke} ${getComputedStyle(p).strokeDasharray}`));
  assert.ok(looks.length <= 6);
  assert.equal(new Set(looks).size, looks.length, 'no two classes look the same');
  await tab.click('[data-class=restsOn] summary');
  await tab.click('[data-class=restsOn] .kinds label', 'recalls');
  assert.match(tab.address(), /hide=recalls/);
  const fewer = await tab.count('.line');
  assert.ok(fewer < lines);
  await tab.page.reload();
  await tab.settled();
  assert.equal(await tab.count('.line'), fewer);
  await tab.click('[data-class=restsOn] > label input');
  assert.doesNotMatch(tab.address(), /hide=/, 'the box of the class shows all of it again');
  await tab.page.goBack();
  await tab.settled();
  assert.equal(await tab.count('.line'), fewer, 'back undoes one step');
  await tab.close();
});

test('a click chooses, a double click expands, and what stood stays', async () => {
  const tab = await open(`/?draw=${EARLIER}`);
  const before = await transforms(tab);
  await press(tab, START);
  assert.deepEqual(await transforms(tab), before, 'a click moves nothing');
  assert.match(await tab.text('.card h2'), /resolution 12\/1/);
  await press(tab, START, { clickCount: 2 });
  const now = await transforms(tab);
  assert.ok(now.length > before.length);
  assert.deepEqual(before.filter((t) => !now.includes(t)), []);
  assert.equal(tab.address(), `/?draw=${EARLIER}&pick=${START}&open=${START}`);
  await tab.page.goBack();
  await tab.settled();
  assert.deepEqual(await transforms(tab), before, 'back undoes the expansion');
  await tab.close();
});

test('a permalink opens the view as it was: opened, removed, hidden, chosen, brushed', async () => {
  const tab = await open(`/?draw=${EARLIER}`);
  await press(tab, START, { clickCount: 2 });
  await press(tab, 'ctoc-cop/resolution/9/3');
  await tab.click('.card button', 'Remove');
  await press(tab, 'ctoc-cop/resolution/8/1');
  await tab.page.focus('.brush input');
  await tab.page.keyboard.press('ArrowRight');
  await tab.settled();
  assert.match(tab.address(), /gone=ctoc-cop\/resolution\/9\/3/);
  assert.match(tab.address(), /years=2006-2024/);
  const see = async () => [await transforms(tab), await tab.page.$$eval('.line', (list) => list.map((l) => l.dataset.line)), await tab.text('.card h2'), await tab.text('.brush .range')];
  const seen = await see();
  assert.ok(!seen[0].some((t) => t.includes('resolution/9/3') || t.includes(EARLIER)), 'removed, and before the brushed years');
  await tab.page.reload();
  await tab.settled();
  assert.deepEqual(await see(), seen);
  await tab.click('.steps button', 'Put back 1 removed');
  assert.ok((await transforms(tab)).some((t) => t.includes('resolution/9/3')));
  await tab.close();
});

test('two chosen acts: the way between them, and what both rest on', async () => {
  const ids = [0, 1, 2, 3, 4].map((i) => `ga/resolution/${60 + i}/1`);
  const cites = { 1: [0], 2: [1], 3: [1], 4: [3] };
  const own = await serve(madeUp(ids.map((id, i) => ({ id, title: `Act ${i}`, adoptedOn: `${2005 + i}-12-01`, cites: (cites[i] ?? []).map((j) => ({ object: ids[j], relation: 'recalls' })) }))));
  const tab = await Tab.open(browser, own.at, `/?draw=${ids[2]}&draw=${ids[4]}`);
  await press(tab, ids[2]);
  await press(tab, ids[4], { shift: true });
  assert.equal(await tab.count('.card .one'), 2);
  await tab.click('.card button', 'What both rest on');
  assert.match(await tab.text('.found'), /2 acts on which both rest/);
  assert.ok((await tab.page.$$eval('.node', (list) => list.map((n) => n.dataset.node))).includes(ids[1]));
  await tab.click('.card button', 'Way between them');
  assert.match(await tab.text('.found'), /No chain/, 'neither rests on the other');
  await tab.click(`[aria-label="Choose no longer"]`);
  await press(tab, ids[1], { shift: true });
  await tab.click('.card button', 'Way between them');
  assert.match(await tab.text('.found'), /1 way of 2 steps/);
  assert.match(tab.address(), /open=path!/);
  await tab.close();
  await own.close();
});

test('hovering a line shows the words that prove it, a click its proof; hovering an act lights its neighbours', async () => {
  const tab = await open(`/?draw=${EARLIER}`);
  const line = await tab.page.$(`[data-line="${START} ${EARLIER}"] .grip`);
  const point = await line.evaluate((p) => { const m = p.getPointAtLength(p.getTotalLength() / 2).matrixTransform(p.getScreenCTM()); return [m.x, m.y]; });
  await tab.page.mouse.move(...point);
  await tab.page.waitForSelector('[role=tooltip]');
  assert.match(await tab.text('[role=tooltip]'), /recalls.*“decision 2\/2 of 19 October 2005/s);
  const act = (await boxes(tab))[START];
  await tab.page.mouse.move(act.x + act.width / 2, act.y + act.height / 2);
  await tab.page.waitForFunction(() => document.querySelector('[role=tooltip]')?.textContent.includes('18 October 2024'));
  assert.match(await tab.text('[role=tooltip]'), /“decision 2\/2/, 'with the words of a line');
  assert.deepEqual((await tab.page.$$eval('.node.marked', (list) => list.map((n) => n.dataset.node))).sort(), [EARLIER, START]);
  await tab.page.mouse.click(...point);
  await tab.settled();
  assert.match(await tab.text('.proof mark'), /^decision 2\/2 of 19 October 2005/);
  await tab.close();
});

test('labels say number, year and matter, and none lies over another', async () => {
  const tab = await open(LINEAGE);
  const labels = () => tab.page.$$eval('.label', (list) => list.map((l) => [l.textContent, (({ left, right, top, bottom }) => ({ left, right, top, bottom }))(l.getBoundingClientRect())]));
  assert.ok((await labels()).some(([text]) => /^12\/1 · Implementation of/.test(text)));
  for (const zoom of ['', '−', '−', '+', '+', '+', '+']) {
    if (zoom) await tab.click('.tools button', zoom);
    const list = (await labels()).map((l) => l[1]);
    list.forEach((a, i) => list.slice(i + 1).forEach((b) => assert.ok(a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 2 || b.bottom <= a.top + 2, `two labels overlap after ${zoom}`)));
  }
  await tab.close();
});

test('nodes can be dragged, the drawing moved, zoomed and fitted', async () => {
  const tab = await open(LINEAGE);
  await tab.page.$eval('.canvas', (c) => c.scrollIntoView({ block: 'center' }));
  await tab.click('.tools button', 'Fit');
  const start = (await boxes(tab))[EARLIER];
  const nodes = await tab.count('.node');
  await tab.page.mouse.move(start.x + 3, start.y + 3);
  await tab.page.mouse.down();
  await tab.page.mouse.move(start.x + 53, start.y + 83, { steps: 4 });
  await tab.page.mouse.up();
  const dragged = (await boxes(tab))[EARLIER];
  assert.ok(Math.abs(dragged.x - start.x - 50) < 8 && Math.abs(dragged.y - start.y - 80) < 8, JSON.stringify([start, dragged]));
  await tab.settled();
  assert.equal(await tab.count('.node'), nodes, 'a drag is no click: nothing is expanded');
  await tab.click('.tools button', '+');
  const zoomed = (await boxes(tab))[EARLIER];
  assert.ok(zoomed.width > dragged.width);
  await tab.click('.tools button', 'Fit');
  assert.ok(Math.abs((await boxes(tab))[EARLIER].width - start.width) < 1);
  const canvas = await (await tab.page.$('.drawing')).boundingBox();
  await tab.page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height - 8);
  await tab.page.mouse.down();
  await tab.page.mouse.move(canvas.x + canvas.width / 2 - 100, canvas.y + canvas.height - 8, { steps: 3 });
  await tab.page.mouse.up();
  assert.ok(Math.abs((await boxes(tab))[START].x - start.x) > 0);
  await tab.page.mouse.wheel({ deltaY: -200 });
  await tab.settled();
  await tab.close();
});

test('the keyboard moves among nodes, chooses, expands, zooms and reads', async () => {
  const tab = await open(LINEAGE);
  await tab.page.$eval('.node[tabindex="0"]', (n) => n.focus());
  const focused = () => tab.page.evaluate(() => document.activeElement.getAttribute('data-node'));
  assert.equal(await focused(), START);
  for (let i = 0; i < 12 && (await focused()) !== EARLIER; i++) {
    await tab.page.keyboard.press('ArrowLeft');
    await tab.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.equal(await focused(), EARLIER);
  assert.match(await tab.text('[role=tooltip]'), /19 October 2005/, 'focus shows what hovering shows');
  await tab.page.keyboard.press('Space');
  await tab.settled();
  assert.match(await tab.text('.card h2'), /decision 2\/2/);
  await tab.page.keyboard.press('Escape');
  assert.equal(await tab.count('[role=tooltip]'), 0);
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  assert.match(tab.address(), /open=ctoc-cop\/decision\/2\/2/);
  await tab.page.keyboard.press('+');
  await tab.page.keyboard.press('0');
  await tab.page.keyboard.press('r');
  await tab.settled();
  assert.equal(tab.address(), `/?read=${EARLIER}`);
  await tab.close();
});

test('a hub of an answer is folded with a count and opened in pages', async () => {
  const tab = await open('/?ask=who+sponsored+12/3');
  const folded = () => tab.page.$$eval('.node.fold', (list) => list.map((n) => document.querySelector(`[data-of="${n.dataset.node}"]`)?.textContent));
  assert.deepEqual(await folded(), ['+ 13 States']);
  await press(tab, await tab.page.$eval('.node.fold', (n) => n.dataset.node));
  assert.deepEqual(await folded(), ['+ 3 States']);
  await press(tab, await tab.page.$eval('.node.fold', (n) => n.dataset.node));
  assert.deepEqual(await folded(), []);
  await tab.close();
});

test('everything that the canvas shows is in the table below it', async () => {
  const tab = await open(LINEAGE);
  const rows = await tab.count('.draw tbody tr');
  const counted = (await tab.texts('.legend .class > label .count')).reduce((sum, n) => sum + Number(n), 0);
  assert.equal(rows, counted);
  await tab.close();
});

test('nothing jumps while the drawing and its table arrive', async () => {
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.evaluateOnNewDocument(() => {
    window.shift = 0;
    new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const address of [LINEAGE, '/?draw=ctoc-cop/resolution/12/3', '/?draw']) {
    await page.goto(server.at + address);
    await page.waitForFunction(() => document.querySelector('tbody tr') && !document.querySelector('.loading'));
    await new Promise((r) => setTimeout(r, 300));
    const shift = await page.evaluate(() => window.shift);
    assert.ok(shift < 0.05, `${address}: ${shift}`);
  }
  await page.close();
});

/** actsThatRecall are so many acts, each of which cites two earlier ones. */
function actsThatRecall(acts) {
  const id = (i) => `ga/resolution/${40 + (i % 40)}/${i}`;
  return Array.from({ length: acts }, (_, i) => ({
    id: id(i), title: `Act number ${i}`, adoptedOn: `${1985 + (i % 40)}-12-10`,
    cites: [...new Set([Math.floor(i / 2), Math.floor(i / 3)])].filter((j) => j < i).map((j) => ({ object: id(j), relation: j % 2 ? 'recalls' : 'reaffirms' })),
  }));
}

for (const acts of [150, 1000]) {
  test(`${acts} acts are drawn and move`, async (t) => {
    const big = await serve(madeUp(actsThatRecall(acts)));
    const tab = await Tab.open(browser, big.at, '/?draw=ga/resolution/40/0&depth=6');
    await tab.page.waitForSelector('.node');
    assert.ok((await tab.count('.node')) >= acts * 0.6, `${await tab.count('.node')} of ${acts}`);
    const drawn = await tab.page.evaluate(() => Math.round(performance.getEntriesByName('draw')[0].duration));
    const frames = await tab.page.evaluate(async () => {
      const svg = document.querySelector('.drawing');
      const box = svg.getBoundingClientRect();
      const fire = (type, x, y) => (type === 'mousedown' ? svg : window).dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, view: window }));
      fire('mousedown', box.left + 400, box.top + 60);
      const begin = performance.now();
      for (let i = 1; i <= 20; i++) { fire('mousemove', box.left + 400 - i * 10, box.top + 60 + i); await new Promise(requestAnimationFrame); }
      const took = performance.now() - begin;
      fire('mouseup', box.left + 200, box.top + 80);
      return Math.round(20000 / took);
    });
    t.diagnostic(`${await tab.count('.node')} nodes, ${await tab.count('.line')} lines: drawn in ${drawn} ms after the data came, ${frames} frames a second while moved`);
    await tab.close();
    await big.close();
  });
}

test('at first every act that is drawn is inside', async () => {
  for (const address of [LINEAGE, '/?ask=what+does+12/4+recall']) {
    const tab = await open(address);
    const outside = await tab.page.evaluate(() => {
      const canvas = document.querySelector('.canvas').getBoundingClientRect();
      return [...document.querySelectorAll('.node .mark')].filter((e) => { const b = e.getBoundingClientRect(); return b.left < canvas.left || b.right > canvas.right || b.bottom > canvas.bottom; }).map((e) => e.parentElement.dataset.node);
    });
    assert.deepEqual(outside, [], address);
    await tab.close();
  }
});

test('what the legend hides is not in the files of the server either', async () => {
  const tab = await open(`/?draw=${START}&hide=mentions,*asks`);
  const csv = await (await fetch(await tab.page.$eval('[data-format=csv]', (a) => a.href))).text();
  const relations = new Set(csv.trim().split('\n').slice(1).map((row) => row.split(',')[1]));
  assert.ok(relations.has('recalls') && !relations.has('mentions') && !relations.has('requests'));
  await tab.close();
});

test('the box takes every form of a number as that act, and says when nothing fits', async () => {
  const own = await serve(madeUp([
    { id: 'sc/resolution/1267', title: 'The situation in Afghanistan', adoptedOn: '1999-10-15' }, { id: 'sc/resolution/290', title: 'Another one', adoptedOn: '1970-12-08' },
    { id: 'ga/resolution/76/185', title: 'Strengthening', adoptedOn: '2021-12-16' }, { id: 'unfccc-cop/decision/1/CP.21', title: 'Adoption of the Paris Agreement', adoptedOn: '2015-12-12' },
  ]));
  for (const [typed, id] of [['S/RES/1267', 'sc/resolution/1267'], ['1267', 'sc/resolution/1267'], ['resolution 1267 (1999)', 'sc/resolution/1267'], ['res. 1267', 'sc/resolution/1267'], ['A/RES/76/185', 'ga/resolution/76/185'], ['1/CP.21', 'unfccc-cop/decision/1/CP.21']]) {
    const tab = await Tab.open(browser, own.at, '/?draw');
    await tab.type('main [role=combobox]', typed);
    await tab.page.keyboard.press('Enter');
    await tab.page.waitForFunction(() => location.search.length > 6);
    await tab.settled();
    assert.equal(tab.address(), `/?draw=${id}`, typed);
    await tab.close();
  }
  const tab = await Tab.open(browser, own.at, '/?draw');
  await tab.type('main [role=combobox]', 'S/RES/1268');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  assert.equal(await tab.text('main .told'), 'Nothing was found.', 'never another number');
  await tab.close();
  await own.close();
});

test('names of columns never lie over one another', async () => {
  const big = await serve(madeUp(actsThatRecall(300)));
  const tab = await Tab.open(browser, big.at, '/?draw=ga/resolution/40/0&depth=6', { width: 600 });
  await tab.click('.tools button', 'Fit');
  const over = await tab.page.$$eval('.drawing .head text', (list) => {
    const all = list.map((t) => t.getBoundingClientRect()).filter((b) => b.width);
    return [all.length, all.filter((b, i) => i && b.left < all[i - 1].right).length];
  });
  assert.ok(over[0] > 2, 'some are there');
  assert.equal(over[1], 0);
  await tab.close();
  await big.close();
});

test('an address of a drawing that says nonsense shows what it begins with', async () => {
  const tab = await open(`/?draw=${EARLIER}`);
  const nodes = await tab.count('.node');
  for (const wrong of ['depth=abc', 'depth=-3', 'way=sideways', 'axis=colour', 'years=then', 'pick=nobody', 'gone=nobody', 'anew=x']) {
    await tab.go(`/?draw=${EARLIER}&${wrong}`);
    assert.equal(await tab.count('.node'), nodes, wrong);
  }
  await tab.close();
});

test('the drawing is one stop of the Tab key, and the arrows walk inside it', async () => {
  const tab = await open('/?ask=what+does+12/4+recall');
  const focused = () => tab.page.evaluate(() => document.activeElement.getAttribute('data-node') ?? document.activeElement.textContent);
  await tab.page.$eval('.node[tabindex="0"]', (n) => n.focus());
  assert.equal(await focused(), 'ctoc-cop/resolution/12/4', 'where the drawing begins');
  assert.equal(await tab.count('.node[tabindex="0"]'), 1);
  await tab.page.keyboard.press('ArrowLeft');
  await tab.page.evaluate(() => new Promise(requestAnimationFrame));
  assert.notEqual(await focused(), 'ctoc-cop/resolution/12/4');
  assert.equal(await tab.count('.node[tabindex="0"]'), 1);
  await tab.page.keyboard.press('Tab');
  assert.equal(await focused(), '+', 'the next stop is the first button behind it');
  await tab.close();
});

test('the overview draws all acts, and lists the most cited of them for who cannot see it', async (t) => {
  const big = await serve(madeUp(actsThatRecall(3000)));
  const tab = await Tab.open(browser, big.at, '/?draw');
  await tab.page.waitForSelector('.overview canvas');
  await tab.page.waitForFunction(() => performance.getEntriesByName('overview').length);
  t.diagnostic(`3000 acts: overview in ${await tab.page.evaluate(() => Math.round(performance.getEntriesByName('overview')[0].duration))} ms after the data came`);
  assert.match(await tab.page.$eval('.overview', (o) => o.getAttribute('aria-label')), /^Overview of 3,000 acts and \d/);
  assert.ok((await tab.texts('.plane-names .year')).includes('1985'));
  assert.deepEqual(await tab.texts('.plane-names .lane-name'), ['General Assembly']);
  // The picture moves as it is while it is dragged, and is painted anew when it rests.
  const pane = await tab.page.$eval('.plane', (e) => { const b = e.getBoundingClientRect(); return { x: b.x, y: b.y, width: b.width, height: b.height }; });
  const painted = () => tab.page.$eval('.plane .paint', (e) => e.style.transform);
  const middle = [pane.x + pane.width / 2, pane.y + pane.height / 2];
  await tab.page.mouse.move(...middle);
  await tab.page.mouse.down();
  await tab.page.mouse.move(middle[0] - 120, middle[1] + 10, { steps: 4 });
  assert.match(await painted(), /translate\(-120px, 10px\)/);
  await tab.page.mouse.up();
  assert.equal(await painted(), '');
  // What is pointed at is lit with its neighbours; a click draws its lineage.
  const lit = async () => (await tab.count('.plane.has-lit')) > 0;
  for (let y = pane.y + 30; y < pane.y + pane.height && !await lit(); y += 6) for (let x = pane.x + 20; x < pane.x + 260 && !await lit(); x += 8) await tab.page.mouse.move(x, y);
  assert.ok(await lit());
  await tab.page.mouse.down();
  await tab.page.mouse.up();
  await tab.settled();
  assert.match(tab.address(), /^\/\?draw=ga\/resolution/);
  await tab.go('/?draw');
  await tab.click('main tbody a');
  assert.match(tab.address(), /^\/\?draw=ga\/resolution/);
  await tab.close();
  await big.close();
});
