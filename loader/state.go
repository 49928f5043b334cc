package loader

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"mandategraph/graph"
)

// A stater turns a tree into facts and statements.
type stater struct {
	acts   map[string]bool // whose text the document prints; see printed
	before []addressee     // of the verb before, in the same paragraph
	// bodies named in full, by act; nil for the document
	bodiesNamed map[*Act][]string
	tree        *Tree
	memory      *memory
	doc         graph.Document
	seen        map[statementKey]bool
	kinds       map[string]bool
	found       []Diagnostic
	read        ranges // of all that was understood, repetitions included
	// names of treaties, bodies and instruments said in full so far
	groups   map[string]string
	groupIDs []string        // of subsidiary bodies
	acronyms map[string]bool // that the document introduces, or a table holds
	// names of roles as printed, by their id
	names map[string]string
	// citations of the texts read so far, by who speaks
	finders      map[readingKey][]citation
	sittingLists map[readingKey][]sitting   // of meetings
	shortForms   map[*Act]map[string]string // of subsidiary bodies, see fullNames
	fates        fateReader
	// the last group that was told to be founded without a name
	nameless *founding
}

// A readingKey is a text of the tree, known by the words that were looked for
// in it, and the body that speaks in it.
type readingKey struct {
	text *heldWords
	body string
}

// citationsOf lists the citations of a text of the tree.
func (s *stater) citationsOf(part Text, body string) []citation {
	if !citing.in(part) {
		return nil
	}
	if list, read := s.finders[readingKey{part.held, body}]; read && part.held != nil {
		return list
	}
	return newFinder(part, body, s.tree).found
}

// About how many bytes of a text give one fact, and one statement.
const (
	factBytes      = 20
	statementBytes = 160
)

func newStater(t *Tree) *stater {
	s := &stater{tree: t, memory: newMemory(t), seen: make(map[statementKey]bool, len(t.Paragraphs)), kinds: make(map[string]bool, 2*len(t.Paragraphs)), groups: map[string]string{}, bodiesNamed: map[*Act][]string{}, names: map[string]string{}, finders: map[readingKey][]citation{}, sittingLists: map[readingKey][]sitting{}}
	s.doc = graph.Document{ID: t.ID, Source: t.Source.Text, Facts: make([]graph.Fact, 0, len(t.Source.Text)/factBytes+16)}
	s.read = make(ranges, 0, len(t.Source.Text)/statementBytes+4)
	s.found = append(s.found, t.Found...)
	return s
}

func (s *stater) fact(subject, property, value string) {
	if value != "" {
		s.doc.Facts = append(s.doc.Facts, graph.Fact{Subject: subject, Property: property, Value: value})
	}
}

// entity says of what kind an id is.
func (s *stater) entity(id, kind string) {
	if !s.kinds[id] {
		s.kinds[id] = true
		if strings.HasPrefix(id, "body/") && strings.Count(id, "/") == 2 {
			s.groupIDs = append(s.groupIDs, id)
		}
		s.fact(id, "kind", kind)
	}
}

// state adds a statement proved by bytes from to to of a part of a paragraph.
func (s *stater) state(p *Paragraph, part Text, from, to int, subject, relation, object string, q qualifiers) bool {
	if subject == "" || object == "" {
		return false
	}
	values, place := q.key(from)
	key := statementKey{subject, relation, object, p.ID, values, place}
	if from, to = trimSpan(part.S, from, to); from >= to {
		return false // no words prove it
	}
	source := s.tree.Source
	start, end := source.CodePoint(part.SourceStart(from)), source.CodePoint(part.SourceEnd(to))
	s.read = append(s.read, [2]int{start, end})
	if s.full() {
		return false
	}
	known := len(s.seen)
	if s.seen[key] = true; len(s.seen) == known {
		return false
	}
	s.doc.Statements = append(s.doc.Statements, graph.Statement{
		Subject: subject, Relation: relation, Object: object, Qualifiers: q.byName(),
		Evidence: graph.Evidence{
			Document: s.tree.ID, Paragraph: p.ID, Quote: part.S[from:to],
			Start: start, End: end,
		},
	})
	return true
}

// full says that the document holds more than a document can.
func (s *stater) full() bool { return len(s.doc.Statements)+len(s.found) >= maxFindings }

func trimSpan(s string, from, to int) (int, int) {
	for from < to && strings.IndexByte(" ,;", s[from]) >= 0 {
		from++
	}
	for to > from && strings.IndexByte(" ,;", s[to-1]) >= 0 {
		to--
	}
	return from, to
}

// structure states the document, its acts and its paragraphs.
func (s *stater) structure() {
	t := s.tree
	s.entity(t.ID, "Document")
	s.fact(t.ID, "title", t.Title)
	s.fact(t.ID, "symbol", t.Symbol)
	s.fact(t.ID, "date", t.Date)
	s.fact(t.ID, "house", t.house())
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
	for _, n := range t.notes {
		s.fact(t.ID, "furniture", fmt.Sprintf("%d,%d,footnote", t.Source.CodePoint(n.start), t.Source.CodePoint(n.end)))
	}
}

func (s *stater) body(code string) string {
	if strings.HasSuffix(s.tree.Body, "/"+code) {
		code = s.tree.Body // a subsidiary body, which stands in its acts' ids alone
	}
	id := graph.BodyID(code)
	if !s.kinds[id] && code == s.tree.Body && s.tree.HouseName != "" {
		s.fact(id, "name", s.tree.HouseName)
		if parent, _, ok := strings.Cut(code, "/"); ok {
			s.fact(id, "partOf", graph.BodyID(parent))
		}
	}
	s.entity(id, "Body")
	return id
}

func (s *stater) session(code, number string) string {
	id := graph.BodyID(code) + "/session/" + number
	s.entity(id, "Session")
	s.fact(id, "number", number)
	s.fact(id, "partOf", graph.BodyID(code))
	return id
}

func (s *stater) act(a *Act) {
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

// text is the paragraph with its pieces on lines of their own.
func (p *Paragraph) text() string {
	var b strings.Builder
	for i, part := range p.Parts {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(part.S)
	}
	return b.String()
}

func (s *stater) paragraph(p *Paragraph, position int) {
	source := s.tree.Source
	s.entity(p.ID, "Paragraph")
	text := p.Parts[0].S
	if len(p.Parts) > 1 {
		text = p.text()
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
func (s *stater) cited(id string) {
	s.entity(id, "Act")
	if body, kind, number, ok := graph.SplitActID(id); ok {
		s.fact(id, "number", number)
		s.fact(id, "actKind", kind)
		s.fact(id, "body", s.body(body))
	}
}

// citations states every act that a paragraph names. All are read before the
// first is resolved: what is said in short may be said in full later.
func (s *stater) citations() {
	type reading struct {
		p    *Paragraph
		part Text
		f    *finder
	}
	var readings []reading
	for _, p := range s.tree.Paragraphs {
		voice := s.speaker(p)
		for _, part := range p.Parts {
			if len(part.S) < 220 && namesSpeaker(part.S) {
				if body, ok := bodyNamed(strings.Trim(strings.TrimPrefix(part.S, "The "), ",.")); ok {
					voice = body.Code // a draft printed inside the report's own text
				}
			}
			if !citing.in(part) {
				continue
			}
			f := newFinder(part, voice, s.tree)
			s.finders[readingKey{part.held, voice}] = f.found
			if len(f.found) == 0 {
				continue
			}
			for i := range f.found {
				s.memory.learn(&f.found[i])
			}
			readings = append(readings, reading{p, part, f})
		}
	}
	for _, r := range readings {
		for i := range r.f.found {
			if c := &r.f.found[i]; c.how == foreignBody && c.short != "" && c.body == "" {
				s.explain(r.p, c)
			}
		}
	}
	for _, r := range readings {
		s.citationsIn(r.p, r.part, r.f)
	}
}

func (s *stater) citationsIn(p *Paragraph, part Text, f *finder) {
	list := f.found
	s.memory.agree(list)
	ruled := rules(p, part.S, list)
	subject := p.Source(s.tree)
	for i := range list {
		c := &list[i]
		id, d := s.memory.resolve(c, p.ID)
		if d != nil {
			s.report(p, part, c.start, c.end, *d)
			continue
		}
		if id == subject || strings.HasPrefix(subject, id+"(Rev.") || s.pointsInside(p, part.S, c, id) {
			continue
		}
		s.cited(id)
		r := ruled[i]
		pin := r.pin
		if c.pin != "" {
			pin = c.pin
		}
		for v := &r; v != nil; v = v.also {
			s.state(p, part, c.start, c.end, subject, v.relation, id, qualifiers{
				{"verb", v.verb}, {"rule", r.rule}, {"connective", r.connective}, {"pin", pin},
				{"citedDate", c.date}, {"citedTitle", c.title}, {"confidence", "certain"},
			})
		}
	}
	for i, d := range f.reports {
		s.report(p, part, f.places[i].start, f.places[i].end, d)
	}
}

// pointsInside recognizes a pointer to a text printed in the same document:
// "(For the text, see chapter I, section A, resolution 12/3.)".
func (s *stater) pointsInside(p *Paragraph, text string, c *citation, id string) bool {
	own := false
	for _, a := range s.tree.Acts {
		own = own || a.ID == id
	}
	if !own {
		return false
	}
	lead := text[max(0, c.leadStart-60):c.leadStart]
	return strings.Contains(lead, "chapter ") || strings.Contains(lead, "chap. ") || strings.Contains(strings.ToLower(lead), "for the text")
}

func (s *stater) report(p *Paragraph, part Text, from, to int, d Diagnostic) {
	if s.full() {
		return
	}
	if d.Text == "" {
		d.Text = part.S[from:to]
	}
	d.Paragraph = p.ID
	d.Start = s.tree.Source.CodePoint(part.SourceStart(from))
	d.End = s.tree.Source.CodePoint(part.SourceEnd(to))
	s.found = append(s.found, d)
}

// plainlyNamed are the kinds of entities whose id holds the words of a name.
var plainlyNamed = map[string]bool{"AddresseeClass": true, "Organization": true, "Role": true, "Secretariat": true}

// plainNames gives entities of which no text prints a name the words of their
// id, so that answers can name them.
func (s *stater) plainNames() {
	named := map[string]bool{}
	for i := range s.doc.Facts {
		if f := &s.doc.Facts[i]; f.Property == "name" {
			named[f.Subject] = true
		}
	}
	for _, f := range s.doc.Facts {
		if f.Property != "kind" || !plainlyNamed[f.Value] || named[f.Subject] {
			continue
		}
		switch parts := strings.Split(f.Subject, "/"); f.Value {
		case "AddresseeClass":
			name := strings.ReplaceAll(parts[1], "-", " ")
			if len(parts) > 2 {
				name += " to the " + strings.ReplaceAll(parts[2], "-", " ")
				if treaty := treatyName1(parts[2]); treaty != "" {
					name = strings.ReplaceAll(parts[1], "-", " ") + " to the " + treaty
				}
			}
			s.fact(f.Subject, "name", strings.NewReplacer("states", "States", "parties", "parties", "member", "Member").Replace(name))
		case "Organization":
			if len(parts) == 3 { // a section of one
				s.fact(f.Subject, "name", cmp.Or(s.names[f.Subject], strings.ReplaceAll(parts[2], "-", " ")))
				s.fact(f.Subject, "partOf", strings.Join(parts[:2], "/"))
			}
		case "Role":
			s.fact(f.Subject, "name", cmp.Or(s.names[f.Subject], strings.ReplaceAll(parts[len(parts)-1], "-", " ")))
		case "Secretariat":
			if body, ok := graph.BodyByCode(parts[1]); ok {
				s.fact(f.Subject, "name", "secretariat of the "+body.Name)
			}
		}
	}
}

// result closes the document.
func (s *stater) result() *Result {
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
