package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/network"
	"mandategraph/graph/snapshot"
)

// Networks of nodes and weighted links, as graph/network makes them.

// NetworkFormats are the names of the formats that can hold a network.
var NetworkFormats = []string{"csv", "ndjson", "gexf", "gexf13", "graphml", "nodelink"}

// What is written of the nodes and links of a network.
var (
	netNodeColumns = []column{
		{"label", graph.Text}, {"kind", graph.Text}, {"dated", graph.Text},
		{"weight", graph.Integer}, {"degree", graph.Integer}, {"community", graph.Integer},
	}
	netLinkColumns = []column{{"weight", graph.Integer}}
)

// A netWriter writes one network: links of at least some weight.
type netWriter struct {
	*bufio.Writer
	options     Options
	snapshot    *snapshot.Snapshot
	network     *network.Network
	least       int
	degrees     []int
	communities []int
}

// WriteNetwork writes a network in one of [NetworkFormats], the links of at least some
// weight. Nodes have a label, the day from which they exist, their weight, degree and
// community; csv holds the links alone. It returns the error of the writer or of the
// context, or says that the format cannot hold a network.
func WriteNetwork(
	ctx context.Context, to io.Writer, format string, s *snapshot.Snapshot, n *network.Network, least int, o Options,
) error {
	if !slices.Contains(NetworkFormats, format) {
		return fmt.Errorf("%s holds no network; expected one of %s", format, strings.Join(NetworkFormats, ", "))
	}
	communities, err := n.Communities(ctx)
	if err != nil {
		return err
	}
	write := func(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
		return netWriter{w, o, s, n, least, n.Degrees(), communities}.write(format)
	}
	return buffered(write)(ctx, to, s, o)
}

func (w netWriter) write(format string) error {
	switch format {
	case "csv":
		return w.csv()
	case "ndjson":
		return w.ndjson()
	case "graphml":
		return w.graphML()
	case "nodelink":
		return w.nodeLink()
	case "gexf13":
		return w.gexf(gexf13)
	}
	return w.gexf(gexf12)
}

// node gives an id and the values of the columns of nodes.
func (w netWriter) node(i int) (id string, list []attribute) {
	n := w.network.Nodes[i]
	number := func(name string, value int) attribute { return attribute{name, strconv.Itoa(value)} }
	return w.snapshot.ID(n), []attribute{
		{"label", short(w.snapshot, n)}, {"kind", w.snapshot.Kind(n)}, {"dated", firstDay(w.snapshot.Date(n))},
		number("weight", w.network.Weights[i]), number("degree", w.degrees[i]), number("community", w.communities[i]),
	}
}

func (w netWriter) eachNode(visit func(id string, list []attribute)) {
	for i := range w.network.Nodes {
		if w.options.stopped() {
			return
		}
		visit(w.node(i))
	}
}

func (w netWriter) eachLink(visit func(id, source, target, weight string)) {
	for i, l := range w.network.Links {
		if w.options.stopped() {
			return
		}
		if l.Weight >= w.least {
			source, target := w.network.Nodes[l.From], w.network.Nodes[l.To]
			visit(strconv.Itoa(i), w.snapshot.ID(source), w.snapshot.ID(target), strconv.Itoa(l.Weight))
		}
	}
}

// edges says whether links have a direction, as GEXF and GraphML call it.
func (w netWriter) edges() string {
	if w.network.Directed {
		return "directed"
	}
	return "undirected"
}

func (w netWriter) csv() error {
	rows := [][]string{}
	w.eachLink(func(_, source, target, weight string) { rows = append(rows, []string{source, target, weight}) })
	return writeTable(w.Writer, w.options, []string{"source", "target", "weight"}, rows)
}

func (w netWriter) ndjson() error {
	e := lines(w.Writer)
	var err error
	w.eachLink(func(_, source, target, weight string) {
		if err == nil {
			n, _ := strconv.Atoi(weight)
			err = e.Encode(map[string]any{"source": source, "target": target, "weight": n})
		}
	})
	return err
}

func (w netWriter) gexf(v gexfVersion) error {
	g := xmlWriter{w.Writer}
	g.gexfHead(v, w.edges(), "")
	g.gexfColumns("node", netNodeColumns)
	g.text("<nodes>\n")
	w.eachNode(func(id string, list []attribute) {
		g.element("node", []attribute{{"id", id}, {"label", list[0].value}})
		g.gexfAttributes(netNodeColumns, list)
		g.text("</node>\n")
	})
	g.text("</nodes>\n<edges>\n")
	w.eachLink(func(id, source, target, weight string) {
		g.element("edge", []attribute{{"id", id}, {"source", source}, {"target", target}, {"weight", weight}})
		g.text("</edge>\n")
	})
	g.text("</edges>\n</graph>\n</gexf>\n")
	return w.Flush()
}

func (w netWriter) graphML() error {
	g := graphML{xmlWriter{w.Writer}}
	g.head(w.edges(), netNodeColumns, netLinkColumns)
	w.eachNode(func(id string, list []attribute) {
		g.element("node", []attribute{{"id", id}})
		g.data("node", list)
		g.text("</node>\n")
	})
	w.eachLink(func(id, source, target, weight string) {
		g.element("edge", []attribute{{"id", "e" + id}, {"source", source}, {"target", target}})
		g.data("edge", []attribute{{"weight", weight}})
		g.text("</edge>\n")
	})
	g.text("</graph>\n</graphml>\n")
	return w.Flush()
}

func (w netWriter) nodeLink() error {
	l := jsonList{w: w.Writer}
	l.text(`{"directed":` + strconv.FormatBool(w.network.Directed) + `,"multigraph":false,"graph":{},"nodes":[`)
	w.eachNode(func(id string, list []attribute) {
		object := element(list, func(name string) bool { return name == "weight" || name == "degree" || name == "community" })
		object["id"] = id
		l.add(object)
	})
	l.text("\n" + `],"links":[`)
	l.more = false
	w.eachLink(func(_, source, target, weight string) {
		n, _ := strconv.Atoi(weight)
		l.add(map[string]any{"source": source, "target": target, "weight": n})
	})
	l.text("\n]}\n")
	return l.err
}
