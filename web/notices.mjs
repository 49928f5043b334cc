// The licence notices of the packages that ended up in the bundle.

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

// Packages published without their licence file, and the package of the same
// repository or author that carries the same one.
const LICENCE_FROM = {
  '@graphiql/plugin-doc-explorer': 'graphiql',
  '@graphiql/plugin-history': 'graphiql',
  'react-compiler-runtime': 'react',
  'react-remove-scroll-bar': 'react-remove-scroll',
};

const RULE = '='.repeat(78);

// notices lists every package with at least one byte in the output, in the
// order of names, so that the text depends on the lock file alone.
export async function notices(root, metafile) {
  const dirs = new Set();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const dir = packageDir(file);
      if (dir && bytesInOutput > 0) {
        dirs.add(dir);
      }
    }
  }
  const entries = new Map();
  for (const dir of dirs) {
    const meta = JSON.parse(await readFile(path.join(root, dir, 'package.json'), 'utf8'));
    const key = `${meta.name} ${meta.version}`;
    if (!entries.has(key)) {
      entries.set(key, await notice(root, dir, meta));
    }
  }
  const keys = [...entries.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const head =
    'THIRD-PARTY NOTICES\n\n' +
    'The files under assets/ contain code of the packages below.\n' +
    'This list is made by the build.\n';
  return [head, ...keys.map((key) => entries.get(key))].join(`\n${RULE}\n`);
}

// packageDir is the package folder of a bundled file: the part up to and
// including the name after the last node_modules/.
function packageDir(file) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  return match ? match[1] : null;
}

async function notice(root, dir, meta) {
  const lines = [`${meta.name} ${meta.version}`, `Licence: ${meta.license}`];
  const source = repository(meta);
  if (source) {
    lines.push(`Source: ${source}`);
  }
  return `${lines.join('\n')}\n\n${await licenceText(root, dir, meta)}\n`;
}

async function licenceText(root, dir, meta) {
  const own = await licenceFiles(path.join(root, dir));
  if (own) {
    return own;
  }
  const other = LICENCE_FROM[meta.name];
  if (other) {
    const text = await licenceFiles(path.join(root, 'node_modules', other));
    if (text) {
      return `(The package ships no licence file; this is the one of ${other}.)\n\n${text}`;
    }
  }
  const author = typeof meta.author === 'string' ? meta.author : meta.author?.name;
  if (meta.license === 'MIT' && author) {
    return `(The package ships no licence file; this is the text of the licence it names.)\n\n${mit(author)}`;
  }
  throw new Error(`no licence text for ${meta.name}`);
}

async function licenceFiles(dir) {
  const names = (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(dir, name), 'utf8')));
  return texts
    .map((text) => text.replace(/^\uFEFF/, '').replace(/[ \t\r]+$/gm, '').trim())
    .join('\n\n');
}

function repository(meta) {
  const url = typeof meta.repository === 'string' ? meta.repository : meta.repository?.url;
  return (url ?? meta.homepage ?? '').replace(/^git\+/, '').replace(/\.git$/, '');
}

function mit(author) {
  return `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
}
