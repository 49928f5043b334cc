// The examples in docs/clients.md: code blocks of a language, each with a name.
import { mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const page = readFileSync(join(import.meta.dirname, "../../docs/clients.md"), "utf8");

export function blocks(language) {
  return [...page.matchAll(/^```(\S+) (\S+)\n([\s\S]*?)^```/gm)].filter((m) => m[1] === language).map(([, , name, text]) => ({ name, text }));
}

// A new folder that finds the packages of this one, and lies outside of any
// repository: relay-compiler would add what it writes to one.
export function workshop() {
  const folder = mkdtempSync(join(tmpdir(), "mandategraph-"));
  symlinkSync(join(import.meta.dirname, "node_modules"), join(folder, "node_modules"));
  return folder;
}
