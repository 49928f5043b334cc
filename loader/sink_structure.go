package loader

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/tree"
)

// structure states the document, its acts and its paragraphs.
func (s *sink) structure() {
	t := s.tree
	s.entity(t.ID, "Document")
	s.fact(t.ID, "title", t.Title)
	s.fact(t.ID, "symbol", t.Symbol)
	s.fact(t.ID, "date", t.Date)
	s.fact(t.ID, "house", t.Rules())
	if t.Body != "" {
		s.fact(t.ID, "body", graph.BodyID(t.Body))
		s.body(t.Body)
		if t.Session != "" {
			id := graph.BodyID(t.Body) + "/session/" + t.Session
			s.session(t.Body, t.Session)
			s.fact(t.ID, "session", id)
		}
	}
	for _, a := range t.Acts {
		s.act(a)
	}
	for i, p := range t.Paragraphs {
		s.paragraph(p, i+1)
	}
	for _, n := range t.Notes {
		s.fact(t.ID, "furniture", fmt.Sprintf("%d,%d,footnote", t.Source.CodePoint(n.Start), t.Source.CodePoint(n.End)))
	}
}

func (s *sink) body(code string) string {
	code = s.tree.BodyCode(code)
	id := graph.BodyID(code)
	if !s.kinds[id] && code == s.tree.Body && s.tree.BodyName != "" {
		s.fact(id, "name", s.tree.BodyName)
		s.fact(id, "alias", s.tree.BodyAcronym)
		if parent, _, ok := strings.Cut(code, "/"); ok {
			s.fact(id, "partOf", graph.BodyID(parent))
		}
	}
	s.entity(id, "Body")
	return id
}

func (s *sink) session(code, number string) string {
	id := tree.SessionID(code, number)
	s.entity(id, "Session")
	s.fact(id, "number", number)
	s.fact(id, "partOf", graph.BodyID(code))
	return id
}

func (s *sink) act(a *tree.Act) {
	kind := "Act"
	if a.Whole {
		kind = "Document"
	}
	s.entity(a.ID, kind)
	s.fact(a.ID, "title", a.Title.S)
	s.fact(a.ID, "number", a.Number)
	s.fact(a.ID, "actKind", a.Kind)
	s.fact(a.ID, "adoptedOn", a.Adopted)
	if a.Body != "" {
		s.fact(a.ID, "body", s.body(a.Body))
	}
	if s.tree.Session != "" && !a.Draft && a.Body == s.tree.Body {
		s.fact(a.ID, "session", s.session(a.Body, s.tree.Session))
	}
	s.fact(a.ID, "status", map[bool]string{true: "draft", false: "adopted"}[a.Draft])
	s.fact(a.ID, "inDocument", s.tree.ID)
}

func (s *sink) paragraph(p *tree.Paragraph, position int) {
	source := s.tree.Source
	s.entity(p.ID, "Paragraph")
	text := p.Parts[0].S
	if len(p.Parts) > 1 {
		text = p.Text()
	}
	s.fact(p.ID, "text", text)
	s.fact(p.ID, "paragraphKind", p.Kind)
	s.fact(p.ID, "label", p.Label)
	s.fact(p.ID, "heading", strings.Join(p.Headings, " > "))
	s.fact(p.ID, "position", strconv.Itoa(position))
	s.fact(p.ID, "partOf", p.Source(s.tree))
	s.fact(p.ID, "start", strconv.Itoa(source.CodePoint(p.Parts[0].SourceStart(0))))
	last := p.Parts[len(p.Parts)-1]
	s.fact(p.ID, "end", strconv.Itoa(source.CodePoint(last.SourceEnd(len(last.S)))))
}

// cited states an act that is only cited.
func (s *sink) cited(id string) {
	s.entity(id, "Act")
	if body, kind, number, ok := graph.SplitActID(id); ok {
		s.fact(id, "number", number)
		s.fact(id, "actKind", kind)
		s.fact(id, "body", s.body(body))
	}
}

// plainlyNamed are the kinds of entities whose id holds the words of a name.
var plainlyNamed = map[string]bool{"AddresseeClass": true, "Organization": true, "Role": true, "Secretariat": true}

// plainNames gives entities of which no text prints a name the words of their
// id, so that answers can name them.
func (s *sink) plainNames() {
	named := map[string]bool{}
	for i := range s.doc.Facts {
		if f := &s.doc.Facts[i]; f.Property == "name" {
			named[f.Subject] = true
		}
	}
	for _, f := range s.doc.Facts {
		if f.Property == "kind" && plainlyNamed[f.Value] && !named[f.Subject] {
			s.plainName(f.Subject, f.Value)
		}
	}
}

// plainName gives one entity of a kind the words of its id for a name.
func (s *sink) plainName(id, kind string) {
	parts := strings.Split(id, "/")
	last := strings.ReplaceAll(parts[len(parts)-1], "-", " ")
	switch kind {
	case "AddresseeClass":
		s.fact(id, "name", strings.NewReplacer("states", "States", "member", "Member").Replace(className(parts)))
	case "Organization":
		if len(parts) == 3 { // a section of one
			s.fact(id, "name", cmp.Or(s.names[id], last))
			s.fact(id, "partOf", strings.Join(parts[:2], "/"))
		}
	case "Role":
		s.fact(id, "name", cmp.Or(s.names[id], last))
	case "Secretariat":
		if body, ok := names.BodyByCode(parts[1]); ok {
			s.fact(id, "name", "secretariat of the "+body.Name)
		}
	}
}

// className names a class of addressees by the parts of its id: "States parties to
// the Convention".
func className(parts []string) string {
	name := strings.ReplaceAll(parts[1], "-", " ")
	if len(parts) <= 2 {
		return name
	}
	return name + " to the " + cmp.Or(names.TreatyName(parts[2]), strings.ReplaceAll(parts[2], "-", " "))
}

// result closes the document.
func (s *sink) result() *Result {
	s.plainNames()
	for i := range s.found {
		d := &s.found[i]
		d.Range = [2]int{d.Start, d.End}
		subject := d.Paragraph
		if subject == "" {
			subject = s.tree.ID
		}
		text, _ := json.Marshal(d)
		s.fact(subject, "diagnostic", string(text))
	}
	s.doc.Normalize()
	return &Result{Document: s.doc, Diagnostics: s.found, Tree: s.tree}
}
