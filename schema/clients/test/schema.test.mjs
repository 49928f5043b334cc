// The schema through the tools that front ends build with.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from "graphql";
import { blocks, workshop } from "../blocks.mjs";

const here = join(import.meta.dirname, "..");
const printed = join(here, "../testdata/schema.graphql");
const folder = workshop();
after(() => rmSync(folder, { recursive: true }));

function run(tool, ...args) {
  const r = spawnSync(join(here, "node_modules/.bin", tool), args, { cwd: folder, encoding: "utf8" });
  assert.equal(r.status, 0, tool + ": " + r.stdout + r.stderr);
  return r.stdout + r.stderr;
}

let served;
before(async () => {
  const response = await fetch(process.env.ADDRESS + "/graphql", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ query: getIntrospectionQuery() }) });
  served = buildClientSchema((await response.json()).data);
  writeFileSync(join(folder, "schema.graphql"), printSchema(served));
});

test("graphql-js finds nothing wrong with the schema", () => assert.deepEqual(validateSchema(served), []));

test("what is served is what is printed", () => {
  const golden = buildSchema(readFileSync(printed, "utf8"));
  assert.equal(printSchema(lexicographicSortSchema(served)), printSchema(lexicographicSortSchema(golden)));
});

test("graphql-inspector sees no change between both", () => {
  assert.match(run("graphql-inspector", "diff", printed, join(folder, "schema.graphql")), /No changes detected/);
});

test("graphql-schema-linter: the rules of Relay", () => {
  run("graphql-schema-linter", "--rules", "relay-connection-types-spec,relay-connection-arguments-spec,relay-page-info-spec,types-have-descriptions,fields-have-descriptions,enum-values-have-descriptions,input-object-values-have-descriptions,defined-types-are-used", join(folder, "schema.graphql"));
});

test("relay-compiler compiles a query, a connection and a fragment that is fetched again", () => {
  mkdirSync(join(folder, "src"));
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "src/act.js"), `
graphql\`query actQuery($id: ID!) { act(id: $id) { ...act_recalls } lineage(id: $id) { nodes { id distance } paths { nodes { id } } } }\`;
graphql\`fragment act_recalls on Act @refetchable(queryName: "actRefetchQuery") @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
  number
  recalls(first: $count, after: $cursor) @connection(key: "act_recalls") { edges { relation quote node { id ... on Act { title } } } }
}\`;
`);
  const [config] = blocks("json").filter((b) => b.name === "relay.config.json");
  writeFileSync(join(folder, config.name), config.text);
  run("relay-compiler");
  assert.match(readFileSync(join(folder, "out/actRefetchQuery.graphql.js"), "utf8"), /act_recalls/);
});

test("graphql-codegen makes types that a program compiles with", () => {
  const [config] = blocks("json").filter((b) => b.name === "codegen.json");
  writeFileSync(join(folder, config.name), config.text);
  writeFileSync(join(folder, "queries.ts"), `
import { graphql } from "./generated";
import type { ActRecallsQuery } from "./generated/graphql";
export const query = graphql(/* GraphQL */ \`query ActRecalls($id: ID!, $filter: StatementFilter) { act(id: $id) { adoptedOn kind relations(filter: $filter) { facets { years { value count } } edges { relation quote node { id } } } } }\`);
export function quotes(data: ActRecallsQuery): string[] {
  return (data.act?.relations.edges ?? []).map((e) => e.relation + ": " + (e.quote ?? "") + (e.node?.id ?? ""));
}
`);
  run("graphql-codegen", "--config", "codegen.json");
  run("tsc", "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "queries.ts");
});
