// Builds dist/: the explorer, its script and style sheet, and the licence
// notices. The same sources and lock file give the same bytes, which
// ../check-rebuild.sh relies on.

import * as esbuild from 'esbuild';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from '../notices.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');
const banner = '/* Third-party licences: /explorer/THIRD-PARTY-NOTICES.txt */';

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, 'assets'), { recursive: true });
const { metafile } = await esbuild.build({
  absWorkingDir: root,
  entryPoints: { explorer: 'src/main.tsx' },
  outdir: 'dist/assets',
  bundle: true,
  // What is loaded when it is needed has a name made of its content.
  splitting: true,
  chunkNames: '[name]-[hash]',
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: banner, css: banner },
  metafile: true,
  logLevel: 'warning',
});
await copyFile(path.join(root, 'index.html'), path.join(dist, 'index.html'));
await copyFile(path.join(root, 'src/icon.svg'), path.join(dist, 'assets/icon.svg'));
await writeFile(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), await notices(root, metafile));
for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
  console.log(`${file}: ${bytes} bytes`);
}
