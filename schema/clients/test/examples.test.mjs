// The examples of docs/clients.md, run as they stand.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blocks, workshop } from "../blocks.mjs";

// The answers from the sample.
const expected = {
  fetch: [15, 304],
  "graphql-request": [15, true],
  urql: [true, "recalls"],
  apollo: [true, 0],
  relay: ["12/4", true],
  d3: [true, true],
  cytoscape: [true, 15],
};

const folder = workshop();
after(() => rmSync(folder, { recursive: true }));

test("every example has an expected answer", () => {
  assert.deepEqual(blocks("js").map((b) => b.name).sort(), Object.keys(expected).sort());
});

for (const { name, text } of blocks("js")) {
  test(name, async () => {
    const file = join(folder, name + ".mjs");
    writeFileSync(file, "const ADDRESS = process.env.ADDRESS;\n" + text);
    assert.deepEqual((await import(file)).default, expected[name]);
    const lines = text.trim().split("\n").length;
    assert.ok(lines <= 11, lines + " lines are no short example");
  });
}
