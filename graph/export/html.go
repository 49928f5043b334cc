package export

import (
	"bufio"
	"cmp"
	_ "embed"
	"html/template"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

//go:embed report.html
var reportText string

// reportTemplate escapes what texts say for the place where it stands.
var reportTemplate = template.Must(template.New("report").Parse(reportText))

// A report is what the template shows.
type report struct {
	Title     string
	Start     []reportEntity
	Entities  []reportEntity // dated ones, latest first
	Undated   []reportEntity
	Groups    []reportGroup
	Documents []string
}

type reportEntity struct {
	Anchor, ID, Short, Title, Kind, Date, Address string
	Distance                                      int
	Measured                                      bool
}

// A reportGroup is one subject with what it states.
type reportGroup struct {
	Subject    reportEntity
	Statements []reportStatement
}

type reportStatement struct {
	Relation, Locator, Quote, Verb string
	Target                         reportEntity
	Qualifiers                     []attribute
}

// Name and Value let the template read an attribute.
func (a attribute) Name() string { return graph.Spaced(a.name) }

func (a attribute) Value() string { return a.value }

// writeHTML writes a page to read and to print: where the traversal began, the
// entities in the order of time, latest first, and what each states with the
// words that prove it. It holds its style and nothing that runs.
func writeHTML(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	r := report{Title: "Mandate Graph", Documents: sourcesOf(s, o)}
	for n := range eachOf(o, o.nodes(s)) {
		e := entityOfReport(s, n)
		if o.Only != nil {
			e.Distance, e.Measured = o.Only.Distance[n], true
			if d, reached := o.Only.Distance[n]; reached && d == 0 {
				r.Start = append(r.Start, e)
			}
		}
		if e.Date == "" {
			r.Undated = append(r.Undated, e)
		} else {
			r.Entities = append(r.Entities, e)
		}
	}
	slices.SortStableFunc(r.Entities, func(a, b reportEntity) int { return strings.Compare(b.Date, a.Date) })
	if len(r.Start) > 0 {
		r.Title = r.Start[0].Short
	}
	r.Groups = reportGroups(s, o)
	return reportTemplate.Execute(w, r)
}

// reportGroups gathers statements by subject, latest subjects first.
func reportGroups(s *snapshot.Snapshot, o Options) []reportGroup {
	var groups []reportGroup
	for e := range eachOf(o, o.edges(s)) {
		st := s.Statement(e)
		source, target := s.Ends(e)
		if len(groups) == 0 || groups[len(groups)-1].Subject.ID != st.Subject {
			groups = append(groups, reportGroup{Subject: entityOfReport(s, source)})
		}
		line := reportStatement{
			Relation: graph.Spaced(st.Relation),
			Locator:  st.Evidence.Locator(),
			Quote:    st.Evidence.Quote,
			Verb:     st.Qualifiers["verb"],
		}
		if target == snapshot.NoNode {
			line.Target = reportEntity{Short: st.Object}
		} else {
			line.Target = entityOfReport(s, target)
		}
		for _, name := range qualifierColumns {
			if value := st.Qualifiers[name]; value != "" && name != "rule" {
				line.Qualifiers = append(line.Qualifiers, attribute{name, value})
			}
		}
		g := &groups[len(groups)-1]
		g.Statements = append(g.Statements, line)
	}
	slices.SortStableFunc(groups, func(a, b reportGroup) int {
		return cmp.Or(strings.Compare(b.Subject.Date, a.Subject.Date), strings.Compare(a.Subject.ID, b.Subject.ID))
	})
	return groups
}

func entityOfReport(s *snapshot.Snapshot, n snapshot.Node) reportEntity {
	e := reportEntity{
		Anchor:  graph.Slug(s.ID(n)),
		ID:      s.ID(n),
		Short:   short(s, n),
		Title:   s.Title(n),
		Kind:    graph.Spaced(s.Kind(n)),
		Date:    s.Date(n),
		Address: s.Address(n),
	}
	if e.Title == e.Short {
		e.Title = ""
	}
	return e
}

// sourcesOf are the titles of the documents that state something selected.
func sourcesOf(s *snapshot.Snapshot, o Options) []string {
	var titles []string
	for d := range o.documents(s) {
		if n, ok := s.Lookup(d.ID); ok && d.ID != graph.ReferenceData {
			titles = append(titles, caption(s, n))
		}
	}
	return titles
}
