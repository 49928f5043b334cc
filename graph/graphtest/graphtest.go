package graphtest

import (
	"fmt"
	"math/rand"
	"strings"
	"time"

	"mandategraph/graph"
)

// Tangle is a random graph with circles, of a lineage relation and another one.
func Tangle(seed int64, nodes, edges int) graph.Document {
	r := rand.New(rand.NewSource(seed))
	d := graph.Document{ID: "document/X"}
	for i := range edges {
		d.Statements = append(
			d.Statements,
			graph.Statement{
				Subject:  fmt.Sprint("n", r.Intn(nodes)),
				Relation: []string{"recalls", "recalls", "endorses", "sponsors"}[r.Intn(4)],
				Object: fmt.Sprint(
					"n",
					r.Intn(nodes),
				),
				Evidence:   graph.Evidence{Document: d.ID, Start: i, End: i + 1},
				Qualifiers: map[string]string{"citedDate": fmt.Sprint(1990 + r.Intn(9))},
			},
		)
	}
	return d
}

// Awkward texts that a store or a syntax may trip over.
var Awkward = []string{
	"", " ", "%", "%2F", "a b", `"quoted" <b> {c} |d| ^e` + "`", `back\slash \x00 \u0041`, "NUL \x00 inside", "tab\tline\nreturn\r",
	"Türkiye – “curly” 𝔘𝔫 \u2028 \U000F0001 \u0085", "un:x", "_:b", "<iri>", `"lit"^^<t>`, "#a#b", "[76/185](#)", "-0", "007", "12", "-5",
	"2024", "2024-10", "2024-10-18", "2024-13-01", "9223372036854775808", "e\u0301", "\uFFFD",
}

func RandomText(r *rand.Rand) string {
	if r.Intn(3) > 0 {
		return Awkward[r.Intn(len(Awkward))]
	}
	return fmt.Sprintf("%s %d", Awkward[r.Intn(len(Awkward))], r.Intn(1000))
}

func randomID(r *rand.Rand) string { return "x/" + RandomText(r) }

// RandomDocument makes a normalized document of about that many statements and
// facts, with every property and qualifier among the possible ones.
func RandomDocument(r *rand.Rand, id string, size int) graph.Document {
	d := graph.Document{ID: id, Source: RandomText(r)}
	for range size {
		p := graph.Properties[r.Intn(len(graph.Properties))]
		value := RandomText(r)
		if p.Range == graph.Entity || p.Range == graph.Moment {
			value = randomID(r)
		}
		d.Facts = append(d.Facts, graph.Fact{Subject: randomID(r), Property: p.Name, Value: value})
		s := graph.Statement{Subject: randomID(r), Relation: graph.Relations[r.Intn(len(graph.Relations))].Name, Object: randomID(r)}
		start := r.Intn(1000)
		s.Evidence = graph.Evidence{Document: id, Paragraph: RandomText(r), Start: start, End: start + r.Intn(100), Quote: RandomText(r)}
		for range r.Intn(4) {
			if s.Qualifiers == nil {
				s.Qualifiers = map[string]string{}
			}
			q := graph.Qualifiers[r.Intn(len(graph.Qualifiers))]
			s.Qualifiers[q.Name] = randomID(r)
			if q.Range != graph.Entity && q.Range != graph.Moment {
				s.Qualifiers[q.Name] = RandomText(r)
			}
		}
		d.Statements = append(d.Statements, s)
	}
	d.Normalize()
	return d
}

// Crowd is several random documents that say things of the same entities.
func Crowd(seed int64) []graph.Document {
	r := rand.New(rand.NewSource(seed))
	var documents []graph.Document
	for i := range 8 {
		d := RandomDocument(r, fmt.Sprintf("document/%d", (i*5+3)%8), 12)
		if i > 0 {
			// The same facts and statements about the same, elsewhere.
			for _, st := range documents[0].Statements[:6] {
				st.Evidence.Document = d.ID
				d.Statements = append(d.Statements, st)
			}
			d.Facts = append(d.Facts, documents[0].Facts[:6]...)
			d.Facts = append(
				d.Facts,
				graph.Fact{Subject: "a", Property: "kind", Value: graph.Kinds[r.Intn(3)].Name},
				graph.Fact{Subject: documents[0].Statements[0].Object, Property: "kind", Value: "Act"},
			)
			d.Normalize()
		}
		documents = append(documents, d)
	}
	return documents
}

var TestTime = time.Date(2044, 1, 1, 0, 0, 0, 0, time.UTC)

// Sample is a small document with one act that recalls others.
func Sample(id string, recalls ...string) graph.Document {
	act := "ctoc-cop/resolution/12/" + id
	d := graph.Document{ID: "document/" + id, Source: "The Conference, recalling " + strings.Join(recalls, " and "),
		Facts: []graph.Fact{
			{Subject: act, Property: "kind", Value: "Act"},
			{Subject: act, Property: "position", Value: "1"},
			{Subject: "document/" + id, Property: "title", Value: "Report " + id},
		}}
	for i, other := range recalls {
		d.Statements = append(d.Statements, graph.Statement{Subject: act, Relation: "recalls", Object: other,
			Evidence:   graph.Evidence{Document: d.ID, Paragraph: act + "#pp1", Start: 10 * i, End: 10*i + 5, Quote: other},
			Qualifiers: map[string]string{"verb": "Recalling", "citedDate": "2021-12-16"}})
	}
	d.Normalize()
	return d
}
