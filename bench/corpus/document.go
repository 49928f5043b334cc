package corpus

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
)

// A writer writes one document and notes what it says as it goes.
type writer struct {
	graph.Document
	source strings.Builder
	length int // of the source, in code points
	act    string
	known  map[string]bool
	bare   bool
	place  int // of the next paragraph in the document
}

func (g *generator) document(n int) graph.Document {
	a := actOf(n)
	w := &writer{Document: graph.Document{ID: graph.DocumentID(a.symbol)}, act: ActID(n), known: map[string]bool{}, bare: g.Bare}
	date := adopted(n).Format("2006-01-02")
	w.facts(w.ID, "kind", "Document", "symbol", a.symbol, "title", title(n), "date", date, "house", a.body)
	w.entity(n)
	w.facts(w.act, "title", title(n), "adoptedOn", date, "status", "adopted", "inDocument", w.ID)
	w.text(title(n) + "\n\nThe body,\n\n")
	g.preamble(w, n)
	g.operative(w, n)
	g.sponsors(w, n)
	w.Source = w.source.String()
	w.Normalize()
	return w.Document
}

// preamble cites: one paragraph for one or two acts.
func (g *generator) preamble(w *writer, n int) {
	verbs := []struct{ relation, printed string }{
		{"recalls", "Recalling"},
		{"reaffirms", "Reaffirming"},
		{"takesNoteOf", "Taking note of"},
		{"recalls", "Recalling also"},
	}
	count := max(1, g.several(citationsMean))
	cited := map[int]bool{n: true}
	for pp := 1; len(cited) <= min(count, n); pp++ {
		verb := verbs[g.random.IntN(len(verbs))]
		p := w.paragraph(fmt.Sprintf("pp%d", pp), "preambular")
		p.text(verb.printed + " ")
		for i := range 1 + g.random.IntN(2) {
			target := g.target(n)
			for cited[target] {
				target = g.random.IntN(max(n, 1))
				if len(cited) > n {
					return
				}
			}
			cited[target] = true
			g.cited = append(g.cited, target)
			if i > 0 {
				p.text(" and ")
			}
			p.cite(target, verb.relation, verb.printed)
		}
		p.end(",")
	}
}

// operative asks organizations and closes with general clauses.
func (g *generator) operative(w *writer, n int) {
	for op := range operative {
		locator := fmt.Sprintf("op%d", op+1)
		p := w.paragraph(locator, "operative")
		if op >= 2 {
			p.text(
				"Encourages all States to consider " + strings.ToLower(
					title(n*7+op),
				) + ", within existing resources and in line with national priorities",
			)
			p.end(";")
			continue
		}
		p.text("Requests ")
		p.request(fmt.Sprintf("organization/office-%d", g.random.IntN(40)), n)
		p.end(";")
	}
}

// sponsors are given in a last paragraph, as reports do.
func (g *generator) sponsors(w *writer, n int) {
	p := w.paragraph("sp", "narrative")
	p.text("The draft was sponsored by ")
	for range min(g.several(sponsorsMean), 60) {
		state := StateID(int(g.random.Float64() * g.random.Float64() * States))
		if w.known[state] {
			continue // a State sponsors once
		}
		w.once(state, "kind", "State", "name", "State "+state[len("state/"):])
		p.statement(state, "sponsors", w.act, "State "+state[len("state/"):], map[string]string{"rule": "sponsors"})
		p.text(", ")
	}
	p.text("and adopted at ")
	meeting := fmt.Sprintf("%s/meeting/%d", session(n), n%actsOfSession/20+1)
	w.once(meeting, "kind", "Meeting")
	p.statement(
		w.act,
		"adoptedAt",
		meeting,
		"the meeting",
		map[string]string{"rule": "adopted at", "date": adopted(n).Format("2006-01-02")},
	)
	p.end(".")
}

func session(n int) string {
	return fmt.Sprintf("%s/session/%d", graph.BodyID(actOf(n).body), 40+n/actsOfSession)
}

func (w *writer) facts(subject string, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		w.Facts = append(w.Facts, graph.Fact{Subject: subject, Property: pairs[i], Value: pairs[i+1]})
	}
}

// once states facts about an entity at its first mention.
func (w *writer) once(subject string, pairs ...string) {
	if !w.known[subject] {
		w.known[subject] = true
		w.facts(subject, pairs...)
	}
}

// entity states what every document says of an act that it names.
func (w *writer) entity(n int) {
	a := actOf(n)
	w.once(ActID(n), "kind", "Act", "number", a.number, "actKind", graph.Resolution, "body", graph.BodyID(a.body))
	w.once(graph.BodyID(a.body), "kind", "Body")
}

func (w *writer) text(s string) {
	w.source.WriteString(s)
	w.length += utf8.RuneCountInString(s)
}

// A paragraph is the one that is being written.
type paragraph struct {
	*writer
	id, kind string
	from     int // in bytes
	start    int // in code points
}

func (w *writer) paragraph(locator, kind string) *paragraph {
	w.place++
	return &paragraph{writer: w, id: graph.ParagraphID(w.act, locator), kind: kind, from: w.source.Len(), start: w.length}
}

// end closes the paragraph and states its text.
func (p *paragraph) end(mark string) {
	p.text(mark)
	if !p.bare {
		p.facts(p.id, "kind", "Paragraph", "partOf", p.act, "paragraphKind", p.kind, "position", fmt.Sprint(p.place),
			"start", fmt.Sprint(p.start), "end", fmt.Sprint(p.length), "text", p.source.String()[p.from:])
	}
	p.text("\n\n")
}

// statement writes the words that prove it.
func (p *paragraph) statement(subject, relation, object, quote string, qualifiers map[string]string) {
	start := p.length
	p.text(quote)
	p.Statements = append(p.Statements, graph.Statement{Subject: subject, Relation: relation, Object: object, Qualifiers: qualifiers,
		Evidence: graph.Evidence{Document: p.ID, Paragraph: p.id, Start: start, End: p.length, Quote: quote}})
}

func (p *paragraph) cite(target int, relation, verb string) {
	p.entity(target)
	date := adopted(target)
	quote := fmt.Sprintf("resolution %s of %s, entitled “%s”", actOf(target).number, date.Format("2 January 2006"), title(target))
	p.statement(p.act, relation, ActID(target), quote, map[string]string{"rule": "direct object", "confidence": "certain", "verb": verb,
		"citedDate": date.Format("2006-01-02"), "citedTitle": title(target)})
}

func (p *paragraph) request(addressee string, n int) {
	mandate := p.id + "/mandate/1"
	p.once(addressee, "kind", "Organization", "name", "Office "+addressee[len("organization/office-"):])
	clause := "to report on " + strings.ToLower(title(n)) + " at the next session"
	p.facts(mandate, "kind", "Mandate", "partOf", p.id, "verb", "requests", "clause", clause, "addressee", addressee)
	p.statement(
		p.act,
		"requests",
		addressee,
		"the "+addressee[len("organization/"):],
		map[string]string{"rule": "operative verb", "verb": "Requests", "mandate": mandate},
	)
	p.text(" " + clause)
}
