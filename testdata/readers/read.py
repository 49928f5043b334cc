"""Reads exported files with programs of others and says what they found.

Usage: /usr/bin/python3 read.py DIRECTORY

The directory has one file for each format, named by it. Prints one JSON object:
for each format what its reader counted, and under "wrong" every disagreement.
Needs Debian's python3-rdflib, python3-networkx, python3-pybtex, raptor2-utils,
graphviz and libxml2-utils.
"""

import csv
import html.parser
import json
import pathlib
import subprocess
import sys

import networkx
import pybtex.database
import rdflib
from networkx.readwrite import gexf, json_graph

V = "https://mandategraph.example/vocabulary#"
RDF = str(rdflib.RDF)
folder = pathlib.Path(sys.argv[1])
here = pathlib.Path(__file__).parent
found, wrong = {}, []


def check(holds, *words):
    if not holds:
        wrong.append(" ".join(str(w) for w in words))


def run(*command, file=None):
    done = subprocess.run(command, capture_output=True, text=True, stdin=open(file) if file else None)
    check(done.returncode == 0, command[0], "failed:", done.stderr[:500])
    return done.stdout


def quads(name, form):
    data = rdflib.ConjunctiveGraph()
    data.parse(str(folder / name), format=form)
    # rdflib names the default graph by a node of its own or by the file.
    label = lambda g: "" if isinstance(g, rdflib.BNode) or str(g).startswith(("urn:x-rdflib:", "file:")) else g.n3()
    return {(s.n3(), p.n3(), o.n3(), label(g.identifier)) for s, p, o, g in data.quads()}


def rdf():
    """N-Quads, TriG and JSON-LD hold the same quads, Turtle the same triples."""
    plain = quads("nquads", "nquads")
    counted = int(run("rapper", "-q", "-i", "nquads", "-o", "nquads", str(folder / "nquads")).count("\n"))
    found["nquads"], found["rapper"] = len(plain), counted
    check(counted >= len(plain), "raptor read", counted, "quads, rdflib", len(plain))
    named = {}
    for name, form in (("trig", "trig"), ("jsonld", "json-ld")):
        named[name] = quads(name, form)
        found[name] = len(named[name])
        check(plain <= named[name], name, "lost", sorted(plain - named[name])[:3])
        for s, p, o, g in named[name] - plain:
            check(p == f"<{RDF}type>" or g == "", name, "adds", s, p, o, g)
    spoken = lambda all: {q for q in all if q[3]}
    check(spoken(named["trig"]) == spoken(named["jsonld"]), "TriG and JSON-LD differ")
    default = lambda all: {q[:3] for q in all - spoken(all)}
    check(default(named["trig"]) == default(named["jsonld"]), "their mappings differ")
    check(any("purl.org/spar/cito" in q[2] for q in named["trig"]), "no term of a public ontology")
    turtle = rdflib.Graph().parse(str(folder / "turtle"), format="turtle")
    triples = {(s.n3(), p.n3(), o.n3()) for s, p, o in turtle}
    found["turtle"] = len(triples)
    check({q[:3] for q in plain} <= triples, "Turtle lost", sorted({q[:3] for q in plain} - triples)[:3])
    reified = set(turtle.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    for node in reified:
        triple = tuple(turtle.value(node, p) for p in (rdflib.RDF.subject, rdflib.RDF.predicate, rdflib.RDF.object))
        check(triple in turtle, "reified only:", *triple)
    found["reified"] = len(reified)


def rows():
    with open(folder / "csv", newline="", encoding="utf-8") as f:
        edges = list(csv.DictReader(f))
    with open(folder / "csv-nodes", newline="", encoding="utf-8") as f:
        nodes = {r["id"]: r for r in csv.DictReader(f)}
    found["csv"], found["csv-nodes"] = len(edges), len(nodes)
    lines = [json.loads(line) for line in (folder / "ndjson").read_text().split("\n")[:-1]]
    plain = lambda row: sorted((k, v.lstrip("'")) for k, v in row.items() if v)
    check(sorted(plain({k: str(v) for k, v in l.items()}) for l in lines) == sorted(map(plain, edges)), "NDJSON and CSV differ")
    entities = {l["id"]: l for l in map(json.loads, (folder / "ndjson-nodes").read_text().split("\n")[:-1])}
    check(set(entities) == set(nodes), "NDJSON and CSV have other entities")
    return edges, nodes


def same(name, graph, edges, nodes, text=lambda t: t):
    """Compares what a reader understood with the tables, attribute by attribute."""
    found[name] = [graph.number_of_nodes(), graph.number_of_edges()]
    table = {}
    for row in edges:
        table.setdefault((row["source"], row["relation"], row["start"], row["end"], row["document"]), []).append(row)
    for source, target, data in graph.edges(data=True):
        key = (source, data["relation"], str(data["start"]), str(data["end"]), data["document"])
        options = [r for r in table.get(key, []) if r["target"] == target or target.endswith("/literal")]
        check(len(options) == 1, name, "has an edge that the table has not:", key, target)
        for column, value in (options or [{}])[0].items():
            if value and column not in ("source", "target"):
                check(text(value) == str(data.get(column)), name, column, repr(value), repr(data.get(column)))
    check(graph.number_of_edges() == len(edges), name, graph.number_of_edges(), "edges of", len(edges))
    for id, row in nodes.items():
        check(id in graph, name, "has no node", id)
        for column, value in row.items():
            if value and column not in ("id", "position", "start", "end"):
                check(text(value) == str(graph.nodes[id].get(column)), name, id, column, repr(value), repr(graph.nodes[id].get(column)))


def xml(text):
    """What XML 1.0 cannot hold is a replacement character there."""
    return "".join(c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd" for c in text)


def drawn():
    edges, nodes = rows()
    same("graphml", networkx.read_graphml(folder / "graphml", force_multigraph=True), edges, nodes, xml)
    dated = networkx.read_gexf(folder / "gexf")
    # Later networkx add this row for 1.3.
    gexf.GEXF.versions["1.3"] = {"NS_GEXF": "http://gexf.net/1.3", "NS_VIZ": "http://gexf.net/1.3/viz", "NS_XSI": "", "SCHEMALOCATION": "", "VERSION": "1.3"}
    newer = networkx.read_gexf(folder / "gexf13", version="1.3")
    check(newer.number_of_edges() == dated.number_of_edges(), "GEXF 1.2 and 1.3 differ")
    for name, drawing in (("gexf", dated), ("graphml", networkx.read_graphml(folder / "graphml", force_multigraph=True))):
        check(all(d["weight"] == 1 for _, _, d in drawing.edges(data=True)), name, "has no weights")
        placed = [d for _, d in drawing.nodes(data=True) if "x" in d.get("viz", {}).get("position", d)]
        check(len(placed) in (drawing.number_of_nodes(), 0) and (len(placed) > 0) == (len(nodes) <= 2000), name, "places", len(placed))
    check(sum("dated" in d for _, _, d in drawing.edges(data=True)) == sum("start" in d for _, _, d in dated.edges(data=True)), "dates of GraphML")
    found["dated"] = sum("start" in d for _, _, d in dated.edges(data=True))
    check(dated.graph["mode"] == "dynamic", "GEXF is not dynamic")
    # networkx gives the range of an edge and its place in time one name, so
    # that only the words are compared here.
    found["gexf"] = [dated.number_of_nodes(), dated.number_of_edges()]
    check(found["gexf"] == found["graphml"], "GEXF and GraphML differ:", found["gexf"], found["graphml"])
    quotes = sorted(xml(r["quote"]) for r in edges)
    check(sorted(d.get("quote", "") for _, _, d in dated.edges(data=True)) == quotes, "GEXF lost quotes")
    for name in ("graphml", "gexf", "gexf13"):
        run("xmllint", "--noout", str(folder / name))
    same("nodelink", json_graph.node_link_graph(json.loads((folder / "nodelink").read_text())), edges, nodes)
    same("cytoscape", networkx.cytoscape_graph(json.loads((folder / "cytoscape").read_text())), edges, nodes)
    counts = run("gc", "-n", "-e", str(folder / "dot")).split()[:2]
    found["dot"] = [int(c) for c in counts]
    check(found["dot"] == found["graphml"], "DOT and GraphML differ:", found["dot"], found["graphml"])
    read = run("gvpr", 'E{printf("%s\\x1f%s\\x1f%s\\x1f%s\\x1e", $.tail.name, $.head.name, $.relation, $.quote)}', str(folder / "dot"))
    escape = lambda t: t.replace("&", "&amp;").replace("\\", "&#92;").replace("\x00", "\ufffd").replace("\r", "&#13;")
    want = sorted((escape(r["source"]), r["relation"], escape(r["quote"])) for r in edges)
    check(sorted((e[0], e[2], e[3]) for e in (part.split("\x1f") for part in read.split("\x1e")[:-1])) == want, "DOT lost words")


def annotations():
    collection = json.loads((folder / "annotations").read_text())
    check(collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld", "no context of Web Annotation")
    collection["@context"][0] = json.loads((here / "anno.jsonld").read_text())["@context"]
    graph = rdflib.Graph().parse(data=json.dumps(collection), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    all = set(graph.subjects(rdflib.RDF.type, oa.Annotation))
    found["annotations"] = len(all)
    for a in all:
        target = graph.value(a, oa.hasTarget)
        selectors = {graph.value(s, rdflib.RDF.type): s for s in graph.objects(target, oa.hasSelector)}
        check({oa.TextPositionSelector, oa.TextQuoteSelector} == set(selectors), "selectors of", a)
        check(graph.value(target, oa.hasSource) is not None, "no source of", a)
        position = selectors[oa.TextPositionSelector]
        size = int(graph.value(position, oa.end)) - int(graph.value(position, oa.start))
        if size > 0:
            check(len(graph.value(selectors[oa.TextQuoteSelector], oa.exact)) == size, "range and words differ in", a)
        check(any((b, rdflib.RDF.type, rdflib.RDF.Statement) in graph for b in graph.objects(a, oa.hasBody)), "no statement in", a)


def bibliography():
    data = pybtex.database.parse_file(str(folder / "bibtex"), bib_format="bibtex")
    found["bibtex"] = len(data.entries)
    for key, entry in data.entries.items():
        check(entry.fields.get("title"), "no title in", key)


def report():
    rows = []

    class Parser(html.parser.HTMLParser):
        def handle_starttag(self, tag, attrs):
            rows.append(tag)
            check(tag not in ("script", "link", "img", "iframe"), "the report loads", tag)

    Parser(convert_charrefs=True).feed((folder / "html").read_text())
    found["html"] = rows.count("q")


for part in (rdf, drawn, annotations, bibliography, report):
    part()
print(json.dumps({"found": found, "wrong": wrong[:20]}))
