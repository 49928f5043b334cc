// Bundles each test with what it tests and runs them on Node's own runner.

import * as esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = await mkdtemp(path.join(os.tmpdir(), 'explorer-tests-'));
const entryPoints = (await readdir(here)).filter((f) => f.endsWith('.test.ts')).map((f) => path.join(here, f));
await esbuild.build({ entryPoints, outdir: out, bundle: true, platform: 'node', format: 'esm', jsx: 'automatic', jsxImportSource: 'preact', outExtension: { '.js': '.mjs' }, logLevel: 'warning' });
const { status } = spawnSync(process.execPath, ['--test', out], { stdio: 'inherit' });
await rm(out, { recursive: true });
process.exit(status ?? 1);
