// Takes the pictures of the main views for docs/screenshots. Look at them before you commit them.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Tab, launch, root, serve } from './harness.mjs';
import { VIEWS } from './views.mjs';

const folder = path.join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
const [server, browser] = await Promise.all([serve(), launch()]);
const take = async (name, address, options, prepare) => {
  const tab = await Tab.open(browser, server.at, address, { width: 1200, height: 800, ...options });
  await prepare?.(tab);
  await tab.page.screenshot({ path: path.join(folder, `${name}.webp`), type: 'webp', quality: 60 });
  await tab.close();
};
// In the sample nothing ends.
for (const [name, address] of Object.entries(VIEWS).filter(([n]) => n !== 'ends')) {
  await take(name, address, { scheme: name === 'count' ? 'dark' : 'light' });
}
await take('proof', VIEWS.act, {}, (tab) => tab.click('#pp3 .dot'));
await take('phone', VIEWS.lineage, { width: 390, height: 844 });
await browser.close();
await server.close();
