// Builds dist/: the page, its script and style sheet, and the licence notices.
// The same sources and lock file give the same bytes, which
// ../check-rebuild.sh relies on.

import * as esbuild from 'esbuild';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from '../notices.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');

// GraphiQL's style sheet carries Roboto and Fira Code as data URLs: most of
// its size, and fonts whose licences the package does not ship. The page uses
// the reader's own fonts.
const withoutFonts = {
  name: 'without-fonts',
  setup(build) {
    build.onLoad({ filter: /[\\/]graphiql[\\/]dist[\\/]style\.css$/ }, async ({ path: file }) => {
      const contents = (await readFile(file, 'utf8')).replace(/@font-face\s*\{[^}]*\}/g, '');
      if (/@font-face|data:font/.test(contents)) {
        throw new Error('a font is left in GraphiQL\'s style sheet');
      }
      return { contents, loader: 'css' };
    });
  },
};

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, 'assets'), { recursive: true });

const banner = '/* Third-party licences: /graphiql/THIRD-PARTY-NOTICES.txt */';
const { metafile } = await esbuild.build({
  absWorkingDir: root,
  entryPoints: { graphiql: 'src/main.jsx' },
  outdir: 'dist/assets',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  // GraphiQL makes its icons' titles, read out by screen readers, from the
  // names of functions.
  keepNames: true,
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: banner, css: banner },
  plugins: [withoutFonts],
  metafile: true,
  logLevel: 'warning',
});

await copyFile(path.join(root, 'index.html'), path.join(dist, 'index.html'));
await copyFile(path.join(root, 'src/icon.svg'), path.join(dist, 'assets/icon.svg'));
await writeFile(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), await notices(root, metafile));

for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
  console.log(`${file}: ${bytes} bytes`);
}
