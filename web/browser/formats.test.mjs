import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import jsonld from 'jsonld';
import { Tab, launch, root, serve } from './harness.mjs';
import { VIEWS } from './views.mjs';

let server, browser;
before(async () => { [server, browser] = await Promise.all([serve(), launch()]); });
after(async () => { await browser.close(); await server.close(); });
const open = (address) => Tab.open(browser, server.at, address);

test('every format of the program has a button, and every button gives a file', async () => {
  const help = spawnSync(path.join(root, 'bin/mandategraph'), ['export', '-h'], { encoding: 'utf8' }).stdout;
  const known = [...help.split('Formats:')[1].split('Usage')[0].matchAll(/^ {2}([a-z-]+)/gm)].map((m) => m[1]);
  for (const view of [VIEWS.lineage, VIEWS.answer, VIEWS.act]) {
    const tab = await open(view);
    const links = await tab.page.$$eval('[data-format]', (list) => list.map((a) => [a.dataset.format, a.href]));
    assert.deepEqual(links.map((l) => l[0]).sort(), [...known].sort());
    for (const [format, href] of links) {
      const response = await fetch(href);
      assert.equal(response.status, 200, `${format} of ${view}`);
      assert.match(response.headers.get('content-disposition'), /attachment; filename="[a-z0-9-]+\.\w+"/);
      assert.ok((await response.text()).length > 80, format);
    }
    await tab.close();
  }
});

test('Mermaid reads the flowchart of an answer', async () => {
  const text = await (await fetch(`${server.at}/export?format=mermaid&question=${encodeURIComponent('what does 12/4 recall')}`)).text();
  const page = await browser.newPage();
  await page.addScriptTag({ path: path.join(root, 'web/browser/node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js') });
  const drawn = await page.evaluate(async (source) => {
    const { diagramType } = await window.mermaid.parse(source);
    const { svg } = await window.mermaid.render('drawn', source);
    return { diagramType, nodes: svg.match(/class="node /g).length, edges: svg.match(/class="[^"]*flowchart-link/g).length };
  }, text);
  assert.match(drawn.diagramType, /^flowchart/);
  assert.deepEqual([drawn.nodes, drawn.edges], [16, 15]);
  await page.close();
});

test('the drawing is a picture that stands alone', async () => {
  const tab = await open(VIEWS.lineage);
  await tab.click('.take summary');
  const saved = await tab.page.evaluate(async () => {
    const blobs = [];
    URL.createObjectURL = ((make) => (blob) => { blobs.push(blob); return make.call(URL, blob); })(URL.createObjectURL);
    HTMLAnchorElement.prototype.click = function click() {};
    const [svg, png] = [...document.querySelectorAll('.take button')];
    svg.click();
    png.click();
    while (blobs.length < 3) await new Promise((r) => setTimeout(r, 30));
    return { svg: await blobs[0].text(), png: [...new Uint8Array(await blobs[2].arrayBuffer())].slice(0, 8), size: blobs[2].size };
  });
  assert.deepEqual(saved.png, [137, 80, 78, 71, 13, 10, 26, 10]);
  assert.ok(saved.size > 20_000);
  assert.match(saved.svg, /^<svg/);
  for (const part of ['dec. 2/2', '2005', 'stroke="rgb(']) assert.ok(saved.svg.includes(part), part);
  assert.doesNotMatch(saved.svg, /class=|var\(--/);
  const checked = spawnSync('xmllint', ['--noout', '-'], { input: saved.svg });
  assert.equal(checked.status, 0, String(checked.stderr));
  await tab.close();
});

test('the report of a lineage opens from a file and asks for nothing', async () => {
  const html = await (await fetch(`${server.at}/export?format=html&around=ctoc-cop/resolution/12/1&direction=backward&depth=3`)).text();
  const tab = new Tab(await browser.newPage(), 'data:');
  await tab.page.setContent(html);
  assert.equal(await tab.text('h1'), 'CTOC COP resolution 12/1');
  await tab.page.evaluate(readFileSync(path.join(root, 'web/browser/node_modules/axe-core/axe.min.js'), 'utf8'));
  assert.deepEqual(await tab.page.evaluate(async () => (await window.axe.run()).violations.map((v) => v.id)), []);
  await tab.close();
});

test('a JSON-LD processor reads the same quads as N-Quads have', async () => {
  const part = 'around=ctoc-cop/resolution/12/1&direction=backward&depth=3';
  const [linked, quads] = await Promise.all(['jsonld', 'nquads'].map(async (f) => (await fetch(`${server.at}/export?format=${f}&${part}`)).text()));
  const read = new Set((await jsonld.toRDF(JSON.parse(linked), { format: 'application/n-quads' })).trim().split('\n'));
  const lines = quads.trim().split('\n');
  assert.deepEqual(lines.filter((l) => !read.has(l)), []);
  const more = [...read].filter((l) => !lines.includes(l));
  // What it says beyond that: classes of entities, and how terms specialize public ones.
  assert.deepEqual(more.filter((l) => !/22-rdf-syntax-ns#type>|rdf-schema#(comment|subClassOf|subPropertyOf)>/.test(l)), []);
  assert.ok(more.some((l) => l.includes('subPropertyOf> <http://purl.org/spar/cito/citesAsAuthority>')));
});
