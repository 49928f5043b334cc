// What the browser tests stand on: the built program with the sample loaded, and a real Chromium that
// writes down everything that goes wrong or leaves the machine.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.MANDATEGRAPH ?? path.join(root, 'bin/mandategraph');
const chromium = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** serve loads documents into a store of its own and serves them on a free port. */
export async function serve(...documents) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'explorer-'));
  const store = `bbolt:${path.join(dir, 'graph.db')}`;
  const loaded = spawnSync(program, ['load', '--store', store, ...(documents.length ? documents : [path.join(root, 'testdata/cop12-report.txt')])], { encoding: 'utf8' });
  assert.equal(loaded.status, 0, loaded.stderr);
  // The log is not read: a full pipe would stop the server.
  const server = spawn(program, ['serve', '--store', store, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const at = await new Promise((resolve, reject) => {
    let out = '';
    server.stdout.on('data', (part) => {
      out += part;
      const match = /listening on (\S+)/.exec(out);
      if (match) resolve(match[1]);
    });
    server.once('exit', () => reject(new Error('the server ended')));
  });
  // A test that fails leaves its own server behind, which must not keep the others waiting.
  server.unref();
  server.stdout.unref();
  process.once('exit', () => server.kill());
  return { at, close: () => new Promise((resolve) => { server.removeAllListeners('exit').once('exit', () => { for (const d of [dir, ...documents.filter((f) => f.includes('made-up-')).map(path.dirname)]) rmSync(d, { recursive: true }); resolve(); }); server.kill('SIGTERM'); }) };
}

/** madeUp writes a document of made-up acts, and of further lines, as JSON Lines, which the program loads. */
export function madeUp(acts, further = []) {
  const document = 'document/MADE/UP';
  const lines = [{ type: 'document', id: document, source: 'made up' }];
  for (const { id, cites = [], paragraphs = [], ...facts } of acts) {
    for (const [property, value] of Object.entries({ kind: 'Act', ...facts })) lines.push({ type: 'fact', document, subject: id, property, value });
    paragraphs.forEach(([locator, text], i) => {
      const kind = locator.startsWith('pp') ? 'preambular' : 'operative';
      for (const [property, value] of Object.entries({ kind: 'Paragraph', text, paragraphKind: kind, partOf: id, position: String(i + 1) })) lines.push({ type: 'fact', document, subject: `${id}#${locator}`, property, value });
    });
    for (const { object, relation, quote = 'made', pin } of cites) {
      lines.push({ type: 'statement', document, subject: id, relation, object, evidence: { document, paragraph: `${id}#pp1`, start: 0, end: 4, quote }, qualifiers: pin ? { pin } : null });
    }
  }
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'made-up-')), 'made-up.jsonl');
  writeFileSync(file, [...lines, ...further].map((l) => JSON.stringify(l)).join('\n'));
  return file;
}

export function launch() {
  return puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage', '--enable-unsafe-swiftshader'] });
}

/** A Tab is one page with what went wrong on it. */
export class Tab {
  constructor(page, at) {
    Object.assign(this, { page, at, trouble: [], foreign: [], bytes: 0 });
    // What a machine without a graphics card says of drawing by WebGL is not of the page.
    page.on('console', (m) => ['error', 'warn'].includes(m.type()) && !m.text().includes('GL Driver Message') && this.trouble.push(`${m.type()}: ${m.text()} ${m.location().url ?? ''}`));
    page.on('pageerror', (e) => this.trouble.push(`page error: ${e.message}`));
    page.on('request', (r) => !r.url().startsWith(at) && !/^(data|blob):/.test(r.url()) && this.foreign.push(r.url()));
  }

  static async open(browser, at, address = '/', { width = 1360, height = 900, scheme = 'light' } = {}) {
    const tab = new Tab(await browser.newPage(), at);
    await tab.page.setViewport({ width, height });
    await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await tab.go(address);
    return tab;
  }

  async go(address) {
    await this.page.bringToFront();
    await this.page.goto(this.at + address);
    await this.settled();
  }

  /** settled waits until nothing is loaded any more and what was loaded is shown. */
  async settled() {
    await this.page.waitForNetworkIdle({ idleTime: 70 });
    await this.page.waitForFunction(() => !document.querySelector('.loading'));
  }

  text(selector) { return this.page.$eval(selector, (e) => e.textContent); }
  texts(selector) { return this.page.$$eval(selector, (list) => list.map((e) => e.textContent)); }
  count(selector) { return this.page.$$eval(selector, (list) => list.length); }
  address() { return decodeURIComponent(this.page.url().slice(this.at.length)); }

  /** click clicks what is named by a selector, or by its text among those that a selector finds. */
  async click(selector, text) {
    const list = await this.page.$$(selector);
    for (const element of list) {
      if (text === undefined || (await element.evaluate((e) => e.textContent.trim())).includes(text)) {
        await element.evaluate((e) => e.scrollIntoView({ block: 'center' }));
        await element.click();
        return this.settled();
      }
    }
    throw new Error(`nothing to click: ${selector} ${text ?? ''}`);
  }

  async type(selector, text) {
    await this.page.$eval(selector, (e) => { e.focus(); e.select(); });
    await this.page.keyboard.type(text);
    await new Promise((r) => setTimeout(r, 150));
    await this.settled();
  }

  /** close asserts that nothing went wrong and no request left the machine. */
  async close() {
    assert.deepEqual(this.trouble, [], 'the console is silent');
    assert.deepEqual(this.foreign, [], 'no request leaves the machine');
    await this.page.close();
  }
}
