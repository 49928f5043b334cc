// Starts the real server over the sample and runs the tests of this folder
// against it. Expects the program in ../../bin and the packages installed.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const here = import.meta.dirname;
const program = join(here, "../../bin/mandategraph");
const folder = mkdtempSync(join(tmpdir(), "mandategraph-clients-"));
const store = "bbolt:" + join(folder, "sample.db");
let server;
try {
  const load = spawnSync(program, ["load", "--store", store, join(here, "../../testdata/cop12-report.txt")], { stdio: ["ignore", "ignore", "inherit"] });
  if (load.status !== 0) throw new Error("the sample cannot be loaded");
  server = spawn(program, ["serve", "--store", store, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(createInterface(server.stdout), "line");
  const tests = spawn(process.execPath, ["--test", ...process.argv.slice(2)], { cwd: here, stdio: "inherit", env: { ...process.env, ADDRESS: line.replace("listening on ", "") } });
  [process.exitCode] = await once(tests, "exit");
} finally {
  server?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
