// A User does what a new user can do with a page, and counts it: a click, a choice from a list, or typing that ends
// with Enter is one action. No address is typed.

import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Tab } from './harness.mjs';

export class User {
  constructor(tab) { Object.assign(this, { tab, actions: 0, begin: Date.now() }); }

  /** at opens the door of a server. */
  static async at(browser, server) { return new User(await Tab.open(browser, server, '/')); }

  /** asks types into the search box of the page, which the slash key leads to. */
  asks(words) { return this.types('.suggest.main input', words); }

  async types(selector, words) {
    this.actions++;
    await this.tab.type(selector, words);
    await this.tab.page.keyboard.press('Enter');
    await this.tab.settled();
  }

  clicks(selector, text) {
    this.actions++;
    return this.tab.click(selector, text);
  }

  /** clicksAct clicks a mark of a drawing, of which only that is visible. */
  async clicksAct(id) {
    this.actions++;
    await this.tab.page.$eval(`[data-node="${id}"]`, (e) => e.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    await this.tab.settled();
  }

  /** chooses takes a value of the list that a label names. */
  async chooses(label, value) {
    this.actions++;
    const [list] = await this.tab.page.$$(`xpath/.//label[starts-with(normalize-space(.), "${label}")]//select`);
    await list.select(value);
    await this.tab.settled();
  }

  /** fills gives a field that a label names a value: a day of a calendar. */
  async fills(label, value) {
    this.actions++;
    const [field] = await this.tab.page.$$(`xpath/.//label[starts-with(normalize-space(.), "${label}")]//input`);
    await field.evaluate((input, v) => { input.value = v; input.dispatchEvent(new Event('change', { bubbles: true })); }, value);
    await this.tab.settled();
  }

  /** takes clicks what gives a file, and returns the file's path. */
  async takes(selector, text) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'taken-'));
    const session = await this.tab.page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await this.clicks(selector, text);
    for (let i = 0; i < 100; i++) {
      const [name] = readdirSync(folder).filter((f) => !f.endsWith('.crdownload'));
      if (name && existsSync(path.join(folder, name)) && readFileSync(path.join(folder, name)).length) return path.join(folder, name);
      await new Promise((r) => setTimeout(r, 100));
    }
    throw new Error('no file came');
  }
}

/** NETWORKX reads a file of a network and prints what is in it. */
export const NETWORKX = `
import json, sys, networkx as nx
g = (nx.read_gexf if sys.argv[1].endswith('.gexf') else nx.read_graphml)(sys.argv[1])
print(json.dumps({'nodes': sorted(g.nodes), 'edges': g.number_of_edges()}))`;
