// Asks Kuzu and Oxigraph what the harness asks, and writes to standard output
// one JSON object: engine -> query -> {answer, micros}. Times are of the
// processor. Usage: node peers.mjs FOLDER ENGINE
import fs from "node:fs";
import path from "node:path";

const [folder, engine] = process.argv.slice(2);
const questions = JSON.parse(fs.readFileSync(path.join(folder, "questions.json"), "utf8"));
const rowsOf = (name) => fs.readFileSync(path.join(folder, name + ".csv"), "utf8").trimEnd().split("\n").map((line) => line.split("|"));

// The same digest as the harness: FNV-1a of each row, added up.
class Digest {
  sum = 0; rows = 0;
  add(...cells) {
    let h = 0x811c9dc5;
    for (const byte of Buffer.from(cells.join("\t"))) h = Math.imul(h ^ byte, 0x01000193) >>> 0;
    this.sum = (this.sum + h) >>> 0;
    this.rows++;
  }
  toString() { return `${this.rows} rows ${this.sum.toString(16).padStart(8, "0")}`; }
}

async function timed(calls, f) {
  const times = [];
  for (let round = 0; round < 7; round++) {
    const begin = process.cpuUsage(), start = Date.now();
    let n = 0;
    do { await f(); n++; } while (Date.now() - start < 150);
    const used = process.cpuUsage(begin);
    times.push((used.user + used.system) / n / calls);
  }
  return Math.min(...times);
}

// measure asks for a list of calls: rows for the digest, then the time.
async function measure(calls, ask, add, json = async (call) => JSON.stringify(await ask(call))) {
  const digest = new Digest();
  for (const call of calls) for (const row of await ask(call)) add(digest, row, call);
  const micros = await timed(calls.length, async () => { for (const call of calls) await json(call); });
  return { answer: digest.toString(), micros };
}

const parts = ["paragraph", "start", "finish", "quote", "citedDate", "citedTitle", "confidence", "rule", "verb"];
const evidence = (d, r) => d.add(r.document, r.source, r.relation, r.target, ...parts.map((p) => r[p]));

async function kuzu() {
  const { Database, Connection } = (await import("kuzu")).default;
  const db = new Database(path.join(folder, "kuzu")), c = new Connection(db, 1);
  // Its relations begin with their ends.
  fs.writeFileSync(path.join(folder, "edges.csv"), rowsOf("cites").map(([document, source, relation, target, ...rest]) => [source, target, document, relation, ...rest].join("|") + "\n").join(""));
  for (const q of [
    "CREATE NODE TABLE Act(id STRING PRIMARY KEY, title STRING, date STRING)",
    "CREATE NODE TABLE State(id STRING PRIMARY KEY)",
    "CREATE REL TABLE Cites(FROM Act TO Act, document STRING, relation STRING, paragraph STRING, start INT64, finish INT64, quote STRING, citedDate STRING, citedTitle STRING, confidence STRING, rule STRING, verb STRING)",
    "CREATE REL TABLE Sponsors(FROM State TO Act)",
    ...[["Act", "acts"], ["State", "states"], ["Cites", "edges"], ["Sponsors", "sponsors"]].map(([t, f]) => `COPY ${t} FROM '${path.join(folder, f)}.csv' (HEADER=false, DELIM='|', AUTO_DETECT=false, PARALLEL=false)`),
  ]) await c.query(q);
  const prepare = async (text) => {
    const statement = await c.prepare(text);
    if (!statement.isSuccess()) throw new Error(statement.getErrorMessage());
    return async (parameters) => (await c.execute(statement, parameters)).getAll();
  };
  const row = ["a.id AS source", "b.id AS target", ...["document", "relation", ...parts].map((p) => `c.${p} AS ${p}`)].join(", ");
  const hop = await prepare(`MATCH (a:Act)-[c:Cites]->(b:Act) WHERE a.id = $id RETURN ${row}`);
  const hub = await prepare(`MATCH (a:Act)-[c:Cites]->(b:Act) WHERE b.id = $id RETURN ${row}`);
  const page = await prepare("MATCH (s:State)-[:Sponsors]->(a:Act) WHERE s.id = $id RETURN a.id AS act, a.title AS title, a.date AS date ORDER BY date, act LIMIT 50");
  const six = await prepare("MATCH (a:Act)-[:Cites* SHORTEST 1..6]->(b:Act) WHERE a.id = $id AND b.id <> $id RETURN DISTINCT b.id AS id");
  await c.query("CALL var_length_extend_max_depth = 1000");
  const all = await prepare("MATCH (a:Act)-[:Cites* SHORTEST 1..1000]->(b:Act) WHERE a.id = $id AND b.id <> $id RETURN DISTINCT b.id AS id");
  const way = await prepare("MATCH p = (a:Act)-[:Cites* SHORTEST 1..1000]->(b:Act) WHERE a.id = $from AND b.id = $to RETURN length(p) AS length");
  return {
    hop: await measure(questions.hops.map((id) => ({ id })), hop, evidence),
    hub: await measure([{ id: questions.hub }], hub, evidence),
    page: await measure(questions.states.map((id) => ({ id })), page, (d, r, call) => d.add(call.id, r.act, r.title, r.date)),
    lineage6: await measure([{ id: questions.lineage }], six, (d, r) => d.add(r.id)),
    lineage: await measure([{ id: questions.lineage }], all, (d, r) => d.add(r.id)),
    path: await measure(questions.pairs.map(([from, to]) => ({ from, to })), way, (d, r, call) => d.add(call.from, call.to, r.length)),
  };
}

async function oxigraph() {
  const { Store } = (await import("oxigraph")).default;
  const store = new Store(), un = (id) => `<un:${encodeURI(id)}>`, text = (s) => JSON.stringify(s), lines = [];
  for (const [id, title, date] of rowsOf("acts")) lines.push(`${un(id)} <unv:title> ${text(title)} .`, `${un(id)} <unv:date> ${text(date)} .`);
  for (const [state, act] of rowsOf("sponsors")) lines.push(`${un(state)} <unv:sponsors> ${un(act)} .`);
  const names = ["document", "relation", ...parts];
  rowsOf("cites").forEach(([document, source, relation, target, ...rest], i) => {
    lines.push(`${un(source)} <unv:cites> ${un(target)} .`, `<un:s${i}> <unv:source> ${un(source)} .`, `<un:s${i}> <unv:target> ${un(target)} .`);
    [document, relation, ...rest].forEach((value, j) => lines.push(`<un:s${i}> <unv:${names[j]}> ${text(value)} .`));
  });
  for (let i = 0; i < lines.length; i += 100000) store.load(lines.slice(i, i + 100000).join("\n"), { format: "application/n-triples" });
  const id = (term) => decodeURI(term.value.slice(3));
  const edges = (source, target) => `SELECT * { ?s <unv:source> ${source} ; <unv:target> ${target} ; ${names.map((p) => `<unv:${p}> ?${p}`).join(" ; ")} . }`;
  const add = (source, target) => (d, r) => {
    const value = (name) => r.get(name).value;
    d.add(value("document"), source ?? id(r.get("source")), value("relation"), target ?? id(r.get("target")), ...parts.map(value));
  };
  // Oxigraph writes JSON itself, faster than its terms can be read.
  const query = (calls, text, add) => measure(calls, async (call) => store.query(text(call)), add, async (call) => store.query(text(call), { results_format: "json" }));
  const from = un(questions.lineage);
  return {
    hop: await query(questions.hops, (act) => edges(un(act), "?target"), (d, r, act) => add(act)(d, r)),
    hub: await query([questions.hub], (act) => edges("?source", un(act)), add(undefined, questions.hub)),
    lineage: await query([0], () => `SELECT DISTINCT ?b { ${from} <unv:cites>+ ?b FILTER(?b != ${from}) }`, (d, r) => d.add(id(r.get("b")))),
    page: await query(questions.states, (state) => `SELECT ?a ?t ?d { ${un(state)} <unv:sponsors> ?a . ?a <unv:title> ?t ; <unv:date> ?d } ORDER BY ?d STR(?a) LIMIT 50`,
      (d, r, state) => d.add(state, id(r.get("a")), r.get("t").value, r.get("d").value)),
  };
}

const answer = await { kuzu, oxigraph }[engine]();
fs.writeSync(1, JSON.stringify(answer) + "\n");
process.exit(0);
