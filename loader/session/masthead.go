package session

import (
	"context"
	"slices"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var (
	// "Fiji* and Uruguay: draft resolution", "Iraq:* , ** draft decision", "Cuba:
	// amendments to draft resolution A/C.3/90/L.7"
	sponsorsAbove = scan.Compile(`:[*,\s]*(?:[Rr]evised |[Pp]roposed |[Oo]ral )*(?:[Dd]raft\s(?:resolution|` +
		`decision)|[Aa]mendments?\sto)\b`)
	// "Draft resolution submitted by the Vice-President of the Council, Bo Berg (Norway)"
	submittedAbove = scan.Compile(
		`(?m)^[ \t]*(?:[Rr]evised )?[Dd]raft\s(?:(?:resolution|decision)s?|(?:[a-z]+\s)?declaration(?:\sof\s[^.;:]{5,400}?)?),?\s(submitted|` +
			`proposed|sponsored)\sby\s`,
	)
	// an addendum to a draft: "Add the following countries to the list of sponsors"
	addedSponsors = scan.Compile(`\b(?:[Aa]dd\sthe\sfollowing\s(?:countries|States|delegations|` +
		`Member\sStates)\sto\sthe\slist\sof\s(?:co-?)?sponsors[^:]{0,80}|` +
		`[Aa]dditional\s(?:co-?)?sponsors):\s*`)
	behalfNote = scan.Compile(`(?m)^[ \t]*(\*+)[ \t]*[Oo]n\sbehalf\sof\s(the\s[^.]{3,160})\.`)
)

// mastheadBytes bounds the masthead of a draft with its list of sponsors.
const mastheadBytes = 8000

// Masthead reads whom a document names above its text: officers, and who put a draft
// forward or, by an addendum, joined those who did.
func Masthead(ctx context.Context, t *tree.Tree) (found tree.Findings) {
	if ctx.Err() != nil || t.Body == "" {
		return found
	}
	m := &mastheadReader{tree: t, head: t.Source.Text[:min(len(t.Source.Text), mastheadBytes)]}
	m.officers()
	if strings.Contains(t.Symbol, "/L.") {
		m.sponsors()
	}
	m.submitters()
	if m.reporter == nil {
		return found
	}
	return m.found
}

// officerAbove is an officer whom the masthead names: "Rapporteur: Ms. Eva Lund
// (Norway)", "President:  Mr. Bo Berg . . . . (Fiji)".
var officerAbove = scan.Compile(`(?m)^[ \t]*(` + officeTitles + `):[ \t]+(?:(?:` + honorific + `)+)?` +
	`(\p{Lu}[\p{L}’'.-]*(?: [\p{L}’'-]*\p{L}\.?){0,5}?)(?:[ \t.]*)\(([A-Z][^()\n]{2,60}(?:\([^()\n]*\))?)\)`)

// officers reads the officers whom the masthead names, above the first paragraph.
func (m *mastheadReader) officers() {
	head := m.head
	for _, p := range m.tree.Paragraphs {
		if p.Start > 0 && p.Locator != tree.HeadLocator {
			head = head[:min(len(head), p.Start)]
			break
		}
	}
	for _, o := range officerAbove.FindAll(head) {
		state := head[o[6]:o[7]]
		if _, ok := names.StateFinder().Named(state); !ok {
			continue
		}
		m.take(o[0], o[1])
		name, at := head[o[4]:o[5]], strings.Index(m.x.text, head[o[4]:o[5]])
		in := strings.LastIndex(m.x.text, state)
		if at < 0 || in < at {
			continue
		}
		n := stateman{scan.Span{Start: at, End: in + len(state) + 1}, at, at + len(name), in, in + len(state), false}
		m.holdsOffice(m.x, n, head[o[2]:o[3]])
		if m.verbatim {
			if person, ok := m.person(name, true); ok {
				m.x.state(&m.found, at, at+len(name), person, "chairs", m.meetings[0], m.by("officers"))
			}
		}
	}
}

// sponsors reads who puts a draft forward.
func (m *mastheadReader) sponsors() {
	head := m.head
	switch at := sponsorsAbove.FindStringIndex(head); {
	case at != nil:
		m.above(at[0], at[1])
	default:
		if at := submittedAbove.FindStringSubmatchIndex(head); at != nil {
			m.submitted(at[0], at[1], head[at[2]:at[3]] == "sponsored")
		} else if at := addedSponsors.FindStringIndex(head); at != nil {
			m.added(at[0], at[1])
		}
	}
}

// A mastheadReader reads the sponsors above the title of a draft. Its reporter is
// made when there is something to read.
type mastheadReader struct {
	*reporter
	tree *tree.Tree
	head string
	x    utterance
}

// take makes a stretch of the masthead the sentence that is read: lines joined,
// marks of footnotes left out.
func (m *mastheadReader) take(from, to int) {
	m.ready()
	part := joined(m.tree.Source.Text, from, to)
	source := m.tree.Source
	p := &tree.Paragraph{ID: m.tree.ID + "#" + tree.HeadLocator, Locator: tree.HeadLocator, Kind: tree.Narrative,
		Parts: []text.Text{part}, Start: from, End: to}
	m.found.Head(p, m.tree.ID, source.CodePoint(from), source.CodePoint(to))
	m.x = utterance{p, part, 0, part.S}
}

// ready makes the reporter.
func (m *mastheadReader) ready() {
	if m.reporter != nil {
		return
	}
	t := *m.tree
	if len(t.Acts) == 1 && t.Acts[0].Whole && t.Acts[0].Body != "" {
		t.Body = t.Acts[0].Body // the body that is to adopt the draft
	}
	m.reporter = newReporter(&t)
}

// joined is a stretch of the source as one line without asterisks.
func joined(s string, from, to int) (t text.Text) {
	var b strings.Builder
	open := true // the next byte begins a run
	for i := from; i < to; i++ {
		c := s[i]
		if c == '\n' || c == '\t' || c == '\r' || c == '\f' {
			c = ' '
		}
		if c == '*' || c == ' ' && (b.Len() == 0 || strings.HasSuffix(b.String(), " ")) {
			open = true
			continue
		}
		if open {
			t.Runs = append(t.Runs, text.Run{At: b.Len(), Source: i})
			open = false
		}
		b.WriteByte(c)
	}
	t.S = b.String()
	return t
}

// above reads the list that ends at the colon before "draft resolution": of the
// lines above it as many as hold nothing but names.
func (m *mastheadReader) above(colon, end int) {
	var from int
	for at := colon; at > 0; {
		at = strings.LastIndexByte(m.head[:at], '\n')
		if line := strings.TrimSpace(m.head[at+1 : colon]); line != "" {
			if list, ok := m.listed(at+1, colon); ok && len(list) > 0 {
				from = at + 1
			} else if from > 0 && !strings.HasSuffix(strings.TrimSpace(m.head[:from]), ",") {
				break
			}
		}
		if at < 0 {
			break
		}
	}
	list, ok := m.listed(from, colon)
	if !ok || len(list) == 0 {
		return
	}
	m.take(from, end)
	list, _ = m.actorList(m.x.text, 0)
	m.puts(m.x, list, m.relation(), m.tree.ID)
	m.behalfOfNote(m.head[colon:end], list)
	m.putForward()
}

// relation is what those do who stand above a draft: they sponsor it in the Assembly
// and its Main Committees, and submit it to councils and other organs, to which by
// their rules of procedure States that are no members may do so, too (rule 72 of the
// Economic and Social Council).
func (m *mastheadReader) relation() string {
	rest, assembly := strings.CutPrefix(m.tree.Symbol, "A/")
	for _, other := range []string{"HRC/", "AC.", "CONF."} {
		assembly = assembly && !strings.HasPrefix(rest, other)
	}
	if assembly {
		return "sponsors"
	}
	return "submits"
}

// listed reads a stretch of the masthead as a list of actors; ok needs it to hold
// nothing else.
func (m *mastheadReader) listed(from, to int) ([]listedActor, bool) {
	r := &reporter{tree: m.tree, body: m.tree.Body, short: "Council", organizations: map[string]bool{}}
	s := strings.TrimRight(joined(m.tree.Source.Text, from, to).S, " ,")
	list, end := r.actorList(s, 0)
	return list, end == len(s)
}

// behalfOfNote gives a sponsor the group of the footnote behind its colon: "** On
// behalf of the States Members of the United Nations that are members of the Group of
// 77 and China."
func (m *mastheadReader) behalfOfNote(marks string, list []listedActor) {
	if len(list) != 1 {
		return
	}
	for _, note := range behalfNote.FindAll(m.tree.Source.Text) {
		mark := m.tree.Source.Text[note[2]:note[3]]
		if slices.Contains(strings.FieldsFunc(marks, func(r rune) bool { return r != '*' }), mark) {
			group := knownGroup(joined(m.tree.Source.Text, note[4], note[5]).S)
			m.put[len(m.put)-1].qualifiers = tree.Qualifiers{{"onBehalfOf", group}, {"rule", "sponsors"}}
			return
		}
	}
}

// knownGroup is the id of the group whose members words name, else the words.
func knownGroup(words string) string {
	if _, of, ok := strings.Cut(words, "members of "); ok {
		if e, _, known := names.Actors().At(of, 0); known {
			return e.ID
		}
	}
	return knownActor(words)
}

// submitted reads "Draft resolution submitted by the Vice-President of the Council,
// Bo Berg (Norway), on the basis of informal consultations".
func (m *mastheadReader) submitted(from, names int, sponsors bool) {
	end := len(m.head)
	if i := strings.Index(m.head[names:], "\n\n"); i >= 0 {
		end = names + i
	}
	m.take(from, end)
	at := len(joined(m.tree.Source.Text, from, names).S)
	list, stop := m.actorList(m.x.text, at)
	if len(list) == 1 && list[0].id == "role/ga/chair" {
		return // of a committee whose draft the Assembly is to adopt
	}
	relation := map[bool]string{true: "sponsors", false: "submits"}[sponsors]
	m.oneOffice(list)
	m.puts(m.x, list, relation, m.tree.ID)
	m.putForward()
	if len(list) == 1 && list[0].kind == "Role" && strings.HasPrefix(m.x.text[stop:], ", ") {
		m.named(list[0], stop+len(", "))
	}
}

// named reads who holds the office that submits a draft.
func (m *mastheadReader) named(office listedActor, at int) {
	for _, n := range statesmen(m.x.text) {
		lead := m.x.text[min(at, n.Start):n.Start]
		if n.Start < at || lead != "" && !joinsNames(lead) {
			continue
		}
		m.holdsOffice(m.x, n, office.name)
		at = n.End
	}
}

// singularIn is the title of one holder of an office of the body itself.
func singularIn(office, body string) string {
	return names.SingularOffice(strings.TrimSuffix(office, " of the "+body))
}

// added reads the sponsors that an addendum adds to a draft.
func (m *mastheadReader) added(from, names int) {
	base, _ := tree.ChangedBy(m.tree.Symbol)
	if base == "" {
		return
	}
	m.take(from, len(m.head))
	list, _ := m.actorList(m.x.text, len(joined(m.tree.Source.Text, from, names).S)+1)
	m.puts(m.x, list, "sponsors", tree.AddSymbol(&m.found, base))
	m.putForward()
}
