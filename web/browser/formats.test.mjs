import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
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
  const known = [...help.split('Formats:')[1].split('Usage')[0].matchAll(/^ {2}([a-z][a-z0-9-]*)/gm)].map((m) => m[1]);
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
    const [svg, png] = ['SVG', 'PNG'].map((name) => [...document.querySelectorAll('.take button')].find((b) => b.textContent.includes(name)));
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

/** NETWORKX reads a file of a drawing and says what it holds. */
const NETWORKX = `
import json, sys, networkx as nx
g = nx.read_gexf(sys.argv[1]) if sys.argv[1].endswith('gexf') else nx.read_graphml(sys.argv[1])
place = lambda d: (d['viz']['position']['x'], -d['viz']['position']['y']) if 'viz' in d else (d['x'], d['y'])
print(json.dumps({'nodes': {n: place(d) for n, d in g.nodes(data=True)}, 'cited': {n: d.get('cited') for n, d in g.nodes(data=True)}, 'lines': sorted([a, b, d['weight']] for a, b, d in g.edges(data=True))}))
`;

test('networkx reads what is on screen: nodes, lines, places and weights, as the reader left them', async () => {
  const tab = await open('/?draw=ctoc-cop/resolution/12/1&hide=mentions&years=2010-2024&gone=ctoc-cop/resolution/9/3');
  const files = await tab.page.evaluate(async () => {
    const blobs = [];
    URL.createObjectURL = ((make) => (blob) => { blobs.push(blob); return make.call(URL, blob); })(URL.createObjectURL);
    HTMLAnchorElement.prototype.click = function click() {};
    for (const button of document.querySelectorAll('[data-drawn]')) button.click();
    return Promise.all(blobs.map((b) => b.text()));
  });
  const shown = {
    nodes: await tab.page.$$eval('.node', (list) => Object.fromEntries(list.map((n) => [n.dataset.node, n.getAttribute('transform').match(/[-\d.]+/g).map(Number)]))),
    lines: (await tab.page.$$eval('.line', (list) => list.map((l) => l.dataset.line.split(' ')))).sort(),
  };
  assert.ok(shown.lines.length > 5 && !shown.nodes['ctoc-cop/resolution/9/3'] && !shown.nodes['ctoc-cop/decision/2/2']);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'drawn-'));
  for (const [i, name] of ['drawing.gexf', 'drawing.graphml'].entries()) {
    const file = path.join(folder, name);
    writeFileSync(file, files[i]);
    const read = spawnSync('python3', ['-c', NETWORKX, file], { encoding: 'utf8' });
    assert.equal(read.status, 0, read.stderr);
    const graph = JSON.parse(read.stdout);
    assert.deepEqual(Object.keys(graph.nodes).sort(), Object.keys(shown.nodes).sort());
    for (const [id, [x, y]] of Object.entries(graph.nodes)) assert.ok(Math.abs(x - shown.nodes[id][0]) < 0.1 && Math.abs(y - shown.nodes[id][1]) < 0.1, id);
    assert.deepEqual(graph.lines.map((l) => l.slice(0, 2)), shown.lines);
    assert.ok(graph.lines.every((l) => l[2] >= 1) && graph.cited['ctoc-cop/resolution/11/1'] >= 1);
  }
  assert.equal(files[2].trim().split('\r\n').length, shown.lines.length + 1, 'one row for each line');
  assert.equal(files[3].trim().split('\r\n').length, Object.keys(shown.nodes).length + 1);
  rmSync(folder, { recursive: true });
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
