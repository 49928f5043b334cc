import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Tab, launch, madeUp, serve } from './harness.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });
const open = (address, options) => Tab.open(browser, server.at, address, options);
const LINEAGE = '/?draw=ctoc-cop/resolution/12/1&way=backward&depth=3';

const boxes = (tab) => tab.page.$$eval('.node', (list) => Object.fromEntries(list.map((n) => [n.dataset.node, (({ x, y, width, height }) => ({ x, y, width, height }))(n.querySelector('rect').getBoundingClientRect())])));
const transforms = (tab) => tab.page.$$eval('.node', (list) => list.map((n) => `${n.dataset.node} ${n.getAttribute('transform')}`).sort());

test('a lineage stands on a time axis by year, bodies as lanes', async () => {
  const tab = await open(LINEAGE);
  const years = (await tab.texts('.drawing .head text')).map(Number);
  assert.deepEqual(years, [2005, 2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]);
  assert.deepEqual(years, [...years].sort());
  const at = await boxes(tab);
  const xs = ['decision/2/2', 'decision/3/2', 'resolution/5/8', 'resolution/9/3', 'resolution/12/1'].map((n) => at[`ctoc-cop/${n}`].x);
  assert.deepEqual(xs, [...xs].sort((a, b) => a - b), 'earlier acts stand further left');
  assert.ok((await tab.texts('.gutter g')).some((t) => t.includes('CTOC COP')));
  await tab.close();
});

test('the axis can be that of sessions', async () => {
  const tab = await open(`${LINEAGE}&axis=session`);
  const shown = await tab.page.$$eval('.drawing .head text', (list) => list.filter((t) => t.getClientRects().length).map((t) => t.textContent));
  assert.deepEqual(shown, [[2, 2005], [3, 2006], [4, 2008], [5, 2010], [6, 2012], [7, 2014], [8, 2016], [9, 2018], [10, 2020], [11, 2022], [12, 2024]].map(([n, year]) => `CTOC COP ${n} (${year})`));
  await tab.close();
});

/** timelineOf asks the server where the entities of a lineage or subgraph stand. */
async function timelineOf(field, axis) {
  const query = `{ hood: ${field} { timeline(axis: ${axis}) { columns { key } lanes { key } places { column lane row node { id } } } } }`;
  return (await (await fetch(`${server.at}/graphql?query=${encodeURIComponent(query)}`)).json()).data.hood.timeline;
}

/** ranks are the places of numbers among their different values. */
const ranks = (list) => list.map((v) => [...new Set(list)].sort((a, b) => a - b).indexOf(v));

test('columns, lanes and rows are those of the server', async () => {
  const fields = { '/?draw=ctoc-cop/resolution/12/1&way=backward&depth=3': 'lineage(id: "ctoc-cop/resolution/12/1", direction: BACKWARD, depth: 3)', '/?draw=ctoc-cop/resolution/12/4': 'subgraph(ids: ["ctoc-cop/resolution/12/4"], depth: 1)' };
  for (const [address, field] of Object.entries(fields)) {
    for (const axis of ['year', 'session']) {
      const tab = await open(`${address}&axis=${axis}`);
      const { places } = await timelineOf(field, axis.toUpperCase());
      const drawn = await tab.page.$$eval('.node:not(.fold)', (list) => list.map((n) => [n.dataset.node, ...n.getAttribute('transform').match(/[-\d.]+/g).map(Number)]));
      const bands = await tab.page.$$eval('.lane', (list) => list.map((l) => Number(l.getAttribute('y'))));
      const shown = drawn.map(([id, x, y]) => ({ ...places.find((p) => p.node.id === id), id, x, y, band: bands.filter((top) => top <= y).length }));
      assert.ok(shown.length > 25 && shown.every((s) => s.column !== undefined), address);
      assert.deepEqual(ranks(shown.map((s) => s.band)), ranks(shown.map((s) => s.lane)), 'lanes');
      for (const [i, a] of shown.entries()) {
        for (const b of shown.slice(i + 1)) {
          if (a.column !== b.column) assert.equal(Math.sign(a.x - b.x), Math.sign(a.column - b.column), `columns of ${a.id} and ${b.id}`);
          else if (a.lane === b.lane) assert.equal(Math.sign(a.x - b.x || a.y - b.y), Math.sign(a.row - b.row), `rows of ${a.id} and ${b.id}`);
        }
      }
      await tab.close();
    }
  }
});

test('what is expanded is placed among the rest by one more request, and a change of the axis by one', async () => {
  const tab = await open('/?draw=ctoc-cop/decision/2/2');
  const asked = [];
  tab.page.on('request', (r) => r.url().endsWith('/graphql') && asked.push(JSON.parse(r.postData()).query));
  await tab.click('[data-node="ctoc-cop/resolution/12/1"]');
  assert.deepEqual(asked.map((q) => /subgraph|timeline/.exec(q)[0]), ['subgraph', 'timeline']);
  const nodes = await tab.count('.node');
  await tab.page.select('.bar label:last-of-type select', 'session');
  await tab.settled();
  assert.equal(asked.length, 3);
  assert.equal(await tab.count('.node'), nodes, 'the same entities, elsewhere');
  assert.ok((await tab.texts('.drawing .head text')).includes('CTOC COP 12 (2024)'));
  await tab.page.select('.bar label:last-of-type select', 'year');
  await tab.click('.legend label', 'mentions');
  assert.equal(asked.length, 3, 'what is known is not asked again');
  await tab.close();
});

test('the same view is always drawn alike', async () => {
  const [one, other] = [await open(LINEAGE), await open(LINEAGE)];
  assert.deepEqual(await transforms(one), await transforms(other));
  await one.close();
  await other.close();
});

test('the legend names relations by colour and stroke, and filters; the address keeps the filter', async () => {
  const tab = await open(LINEAGE);
  const lines = await tab.count('.line');
  const styles = await tab.page.$$eval('.legend .stroke', (list) => list.map((p) => p.getAttribute('class')));
  assert.equal(new Set(styles).size, styles.length, 'no two relations look the same');
  await tab.click('.legend label', 'mentions');
  assert.match(tab.address(), /hide=mentions/);
  const fewer = await tab.count('.line');
  assert.ok(fewer < lines);
  await tab.page.reload();
  await tab.settled();
  assert.equal(await tab.count('.line'), fewer);
  await tab.close();
});

test('a click expands a node', async () => {
  const tab = await open('/?draw=ctoc-cop/decision/2/2');
  const before = await tab.count('.node');
  await tab.click('[data-node="ctoc-cop/resolution/12/1"]');
  assert.ok((await tab.count('.node')) > before);
  assert.equal(await tab.count('.node.chosen'), 1);
  await tab.close();
});

test('hovering a line shows the words that prove it, a click its proof', async () => {
  const tab = await open('/?draw=ctoc-cop/decision/2/2');
  const line = await tab.page.$('[data-line="ctoc-cop/resolution/12/1 recalls ctoc-cop/decision/2/2"] .grip');
  await tab.page.mouse.move(...(await line.evaluate((p) => { const m = p.getPointAtLength(p.getTotalLength() / 2).matrixTransform(p.getScreenCTM()); return [m.x, m.y]; })));
  await tab.page.waitForSelector('[role=tooltip]');
  assert.match(await tab.text('[role=tooltip]'), /recalls.*“decision 2\/2 of 19 October 2005/s);
  const point = await line.evaluate((p) => { const m = p.getPointAtLength(p.getTotalLength() / 2).matrixTransform(p.getScreenCTM()); return [m.x, m.y]; });
  await tab.page.mouse.click(...point);
  await tab.settled();
  assert.match(await tab.text('.proof mark'), /^decision 2\/2 of 19 October 2005/);
  await tab.close();
});

test('nodes can be dragged, the drawing moved, zoomed and fitted', async () => {
  const tab = await open(LINEAGE);
  const id = 'ctoc-cop/decision/2/2';
  await tab.click('.tools button', 'Fit');
  const start = (await boxes(tab))[id];
  const nodes = await tab.count('.node');
  await tab.page.mouse.move(start.x + 10, start.y + 10);
  await tab.page.mouse.down();
  await tab.page.mouse.move(start.x + 60, start.y + 90, { steps: 4 });
  await tab.page.mouse.up();
  const dragged = (await boxes(tab))[id];
  assert.ok(Math.abs(dragged.x - start.x - 50) < 8 && Math.abs(dragged.y - start.y - 80) < 8, JSON.stringify([start, dragged]));
  await tab.settled();
  assert.equal(await tab.count('.node'), nodes, 'a drag is no click: nothing is expanded');
  await tab.click('.tools button', '+');
  const zoomed = (await boxes(tab))[id];
  assert.ok(zoomed.width > dragged.width);
  await tab.click('.tools button', 'Fit');
  assert.ok(Math.abs((await boxes(tab))[id].width - start.width) < 1);
  const canvas = await (await tab.page.$('.drawing')).boundingBox();
  await tab.page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height - 8);
  await tab.page.mouse.down();
  await tab.page.mouse.move(canvas.x + canvas.width / 2 - 100, canvas.y + canvas.height - 8, { steps: 3 });
  await tab.page.mouse.up();
  assert.ok(Math.abs((await boxes(tab))['ctoc-cop/resolution/12/1'].x - start.x) > 0);
  await tab.page.mouse.wheel({ deltaY: -200 });
  await tab.settled();
  await tab.close();
});

test('the keyboard moves among nodes, expands, zooms and reads', async () => {
  const tab = await open(LINEAGE);
  await tab.page.$eval('.node[tabindex="0"]', (n) => n.focus());
  const chosen = () => tab.page.evaluate(() => document.activeElement.getAttribute('data-node'));
  assert.equal(await chosen(), 'ctoc-cop/resolution/12/1');
  for (let i = 0; i < 12 && (await chosen()) !== 'ctoc-cop/decision/2/2'; i++) {
    await tab.page.keyboard.press('ArrowLeft');
    await tab.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.equal(await chosen(), 'ctoc-cop/decision/2/2');
  assert.match(await tab.text('[role=tooltip]'), /2005-10-19/, 'focus shows what hovering shows');
  await tab.page.keyboard.press('Escape');
  assert.equal(await tab.count('[role=tooltip]'), 0);
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  await tab.page.keyboard.press('+');
  await tab.page.keyboard.press('0');
  await tab.page.keyboard.press('r');
  await tab.settled();
  assert.equal(tab.address(), '/?read=ctoc-cop/decision/2/2');
  await tab.close();
});

test('a hub is folded with a count and opened in pages', async () => {
  const tab = await open('/?draw=ctoc-cop/resolution/12/3');
  const folded = await tab.texts('.node.fold text');
  assert.deepEqual(folded, ['+ 13 States']);
  await tab.click('.node.fold');
  assert.deepEqual(await tab.texts('.node.fold text'), ['+ 3 States']);
  await tab.click('.node.fold');
  assert.equal(await tab.count('.node.fold'), 0);
  await tab.close();
});

test('everything that the canvas shows is in the table beside it', async () => {
  const tab = await open(LINEAGE);
  const rows = await tab.count('.draw tbody tr');
  const counted = (await tab.texts('.legend .count')).reduce((sum, n) => sum + Number(n), 0);
  assert.equal(rows, counted);
  await tab.close();
});

/** actsThatRecall are so many acts, each of which cites two earlier ones. */
function actsThatRecall(acts) {
  const id = (i) => `ga/resolution/${40 + (i % 40)}/${i}`;
  return Array.from({ length: acts }, (_, i) => ({
    id: id(i), title: `Act number ${i}`, adoptedOn: `${1985 + (i % 40)}-12-10`,
    cites: [...new Set([Math.floor(i / 2), Math.floor(i / 3)])].filter((j) => j < i).map((j) => ({ object: id(j), relation: j % 2 ? 'recalls' : 'reaffirms' })),
  }));
}

for (const [acts, shown] of [[150, 150], [1000, 1000]]) {
  test(`${acts} nodes are drawn and move`, async (t) => {
    const big = await serve(madeUp(actsThatRecall(acts)));
    const tab = await Tab.open(browser, big.at, '/?draw=ga/resolution/40/0&depth=6');
    await tab.page.waitForSelector('.node');
    assert.ok((await tab.count('.node')) >= shown * 0.6, `${await tab.count('.node')} of ${shown} nodes, the others folded`);
    const drawn = await tab.page.evaluate(() => Math.round(Math.max(...performance.getEntriesByName('draw').map((m) => m.duration))));
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

test('at first everything that is drawn is inside, and no button covers it', async () => {
  for (const address of [LINEAGE, '/?ask=what+does+12/4+recall']) {
    const tab = await open(address);
    const outside = await tab.page.evaluate(() => {
      const canvas = document.querySelector('.canvas').getBoundingClientRect();
      const buttons = [...document.querySelectorAll('.tools button')].map((b) => b.getBoundingClientRect());
      const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      return [...document.querySelectorAll('.node rect, .line .stroke')].filter((e) => {
        const box = e.getBoundingClientRect();
        return box.right > canvas.right || box.bottom > canvas.bottom || buttons.some((b) => over(b, box));
      }).map((e) => e.parentElement.dataset.node ?? e.parentElement.dataset.line);
    });
    assert.deepEqual(outside, [], address);
    assert.ok((await tab.texts('.gutter text')).every((t) => !t.includes('…')), 'names of lanes are whole');
    await tab.close();
  }
});

test('what was expanded stands in the address: a link shows it again', async () => {
  const tab = await open('/?draw=ctoc-cop/decision/2/2');
  await tab.click('[data-node="ctoc-cop/resolution/12/1"]');
  assert.equal(tab.address(), '/?draw=ctoc-cop/decision/2/2&open=ctoc-cop/resolution/12/1');
  const nodes = await tab.count('.node');
  await tab.page.reload();
  await tab.settled();
  await tab.page.waitForFunction((n) => document.querySelectorAll('.node').length === n, { timeout: 5000 }, nodes);
  await tab.close();
});

test('what the legend hides is not in the files either', async () => {
  const tab = await open(`${LINEAGE}&hide=mentions`);
  const csv = await (await fetch(await tab.page.$eval('[data-format=csv]', (a) => a.href))).text();
  const relations = new Set(csv.trim().split('\n').slice(1).map((row) => row.split(',')[1]));
  assert.deepEqual([...relations].sort(), ['endorses', 'reaffirms', 'recalls']);
  await tab.close();
});

test('the box of the drawing takes what stands there, and says when nothing fits', async () => {
  const tab = await open('/?draw');
  await tab.type('main [role=combobox]', 'qqqqzzzz');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  assert.equal(await tab.text('main .told'), 'Nothing was found.');
  // Enter before the suggestions are there.
  await tab.page.$eval('main [role=combobox]', (e) => e.select());
  await tab.page.keyboard.type('mexico');
  await tab.page.keyboard.press('Enter');
  await tab.settled();
  assert.equal(tab.address(), '/?draw=state/mex');
  await tab.close();
});

test('names of years do not lie over one another however far away', async () => {
  const big = await serve(madeUp(actsThatRecall(300)));
  const tab = await Tab.open(browser, big.at, '/?draw=ga/resolution/40/0&depth=6', { width: 600 });
  await tab.click('.tools button', 'Fit');
  const over = await tab.page.$$eval('.drawing .head text', (list) => {
    const boxes = list.map((t) => t.getBoundingClientRect()).filter((b) => b.width);
    return [boxes.length, boxes.filter((b, i) => i && b.left < boxes[i - 1].right).length];
  });
  assert.ok(over[0] > 2, 'some are there');
  assert.equal(over[1], 0);
  await tab.close();
  await big.close();
});

test('an address of a drawing that says nonsense shows what it begins with', async () => {
  const tab = await open('/?draw=ctoc-cop/decision/2/2');
  const nodes = await tab.count('.node');
  for (const wrong of ['depth=abc', 'depth=-3', 'way=sideways', 'axis=colour']) {
    await tab.go(`/?draw=ctoc-cop/decision/2/2&${wrong}`);
    assert.equal(await tab.count('.node'), nodes, wrong);
  }
  await tab.close();
});

test('the drawing is one stop of the Tab key, and the arrows walk inside it', async () => {
  const tab = await open('/?ask=what+does+12/4+recall');
  await tab.page.focus('.keys summary');
  const focused = () => tab.page.evaluate(() => document.activeElement.getAttribute('data-node') ?? document.activeElement.textContent);
  await tab.page.keyboard.press('Tab');
  assert.equal(await focused(), 'ctoc-cop/resolution/12/4', 'where the drawing begins');
  await tab.page.keyboard.press('ArrowLeft');
  await tab.page.evaluate(() => new Promise(requestAnimationFrame));
  assert.notEqual(await focused(), 'ctoc-cop/resolution/12/4');
  await tab.page.keyboard.press('Tab');
  assert.equal(await focused(), '+', 'the next stop is the first button behind it');
  await tab.close();
});
