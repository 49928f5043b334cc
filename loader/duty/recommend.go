package duty

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var (
	annexNamed    = scan.Compile(`annex(?: ([IVXLC]+|[A-Z]|\d+))? to the present|annexed to the present`)
	paragraphsPin = scan.Compile(`\bparas?\. \d+(?:[–-]\d+)?(?:(?:, | and )\d+(?:[–-]\d+)?)*|\bsects?\. [IVX]+`)
)

// Recommendations finds which recommendations an annex holds, where they were
// printed first, and what each of them asks of whom. Then it finds what paragraphs
// tell in passing of earlier acts.
func Recommendations(ctx context.Context, t *tree.Tree, c *cite.Citations, short *ShortNames) tree.Findings {
	d := newDutyReader(t, c, short)
	for _, a := range t.Acts {
		if ctx.Err() != nil {
			return d.found
		}
		found := d.annexes(a)
		for _, annex := range slices.Sorted(maps.Keys(found)) {
			d.annexOf(a, annex, found[annex])
		}
	}
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			break
		}
		d.passing(p)
	}
	return d.found
}

// An endorsed is a meeting whose recommendations an annex holds, and the marks
// of the footnotes behind it in the paragraph that endorses them.
type endorsed struct {
	cite.Sitting
	marks []text.Mark
}

// annexes finds the meeting whose recommendations each annex of an act holds:
// as the paragraph says that endorses them, else as the annex itself says.
func (d *dutyReader) annexes(a *tree.Act) map[int]endorsed {
	found := d.annexesEndorsed(a)
	for _, p := range a.Paragraphs {
		n := introductionOf(p)
		if _, known := found[n]; n == 0 || known {
			continue
		}
		for _, text := range append([]string{p.Parts[0].S}, p.Headings...) {
			if list := cite.Sittings(text, d.tree.Speaker(p)); len(list) == 1 && strings.Contains(text, "ecommendations") {
				found[n] = endorsed{Sitting: list[0]}
				break
			}
		}
	}
	return found
}

// annexesEndorsed are those of which a paragraph says that it endorses them.
func (d *dutyReader) annexesEndorsed(a *tree.Act) map[int]endorsed {
	found := map[int]endorsed{}
	for _, p := range a.Paragraphs {
		text := p.Parts[0].S
		if p.Kind != tree.Operative || !endorsing.In(p.Parts[0]) {
			continue
		}
		list := cite.Sittings(text, d.tree.Speaker(p))
		for _, m := range annexNamed.FindAll(text) {
			n := 1
			if m[2] >= 0 {
				n, _ = tree.ListNumber(text[m[2]:m[3]])
			}
			for _, meeting := range list {
				if meeting.Start < m[0] {
					found[n] = endorsed{meeting, p.Parts[0].MarksIn(meeting.End, m[0])}
				}
			}
		}
	}
	return found
}

var endorsing = text.NewGate("recommendations")

// introductionOf gives the number of the annex that a paragraph introduces,
// else 0.
func introductionOf(p *tree.Paragraph) int {
	if p.Kind != tree.Annexed || !strings.HasPrefix(p.Locator, "an") {
		return 0
	}
	n, _ := strconv.Atoi(p.Locator[2:])
	return n
}

// annexOf finds the members of one annex.
func (d *dutyReader) annexOf(a *tree.Act, annex int, e endorsed) {
	id := d.recommended(e.Sitting)
	prefix, title, printed := "an"+strconv.Itoa(annex)+".", "", false
	for _, p := range a.Paragraphs {
		if introductionOf(p) == annex {
			title = strings.Join(p.Headings, "")
			printed = d.printedIn(a, p.Start, p.Parts[0].Marks, id)
			d.adoptedBy(p, e.Sitting, id)
		}
		if p.Kind != tree.Annexed || !strings.HasPrefix(p.Locator, prefix) || p.Depth > 0 {
			continue
		}
		part, words := worded(p)
		d.found.State(p, part, words, len(part.S), id, "hasMember", p.ID,
			tree.Qualifiers{{"rule", "annex of recommendations"}, {"confidence", "certain"}})
		if topic := strings.Join(p.Headings, " > "); topic != title {
			d.found.Fact(p.ID, "topic", topic)
		}
		d.asks(p, part, words)
	}
	if !printed {
		d.printedIn(a, a.Paragraphs[0].Start, e.marks, id)
	}
}

// worded is the first text of a paragraph that has words behind the label, and
// where they begin: a label may stand on a line of its own.
func worded(p *tree.Paragraph) (part text.Text, words int) {
	if p.Words >= len(p.Parts[0].S) && len(p.Parts) > 1 {
		return p.Parts[1], 0
	}
	return p.Parts[0], p.Words
}

var adoptedRecommendations = scan.Compile(`\b(?:adopted|agreed on|agreed upon|made|formulated) the following ` +
	`(?:[a-z-]+ )*recommendations\b`)

// adoptedBy finds that the body whose meeting it was adopted what follows.
func (d *dutyReader) adoptedBy(p *tree.Paragraph, m cite.Sitting, id string) {
	part := p.Parts[0]
	if at := adoptedRecommendations.FindStringIndex(part.S); at != nil {
		d.found.State(p, part, at[0], at[1], m.Body.ID, "adopts", id,
			tree.Qualifiers{{"rule", "annex of recommendations"}, {"confidence", "certain"}})
	}
}

// recommended makes the recommendations of a meeting known and gives their id.
func (d *dutyReader) recommended(m cite.Sitting) string {
	cite.AddSitting(&d.found, m)
	id := m.ID + "/recommendations"
	d.found.NewEntity(id, "Recommendations", [2]string{"partOf", m.ID})
	return id
}

// printedIn finds the document that one of the footnotes names whose marks an
// introduction has, or an endorsement; false where none does.
func (d *dutyReader) printedIn(a *tree.Act, from int, marks []text.Mark, id string) bool {
	for _, mark := range marks {
		note := tree.NoteFrom(a.Paragraphs, mark.Note, from)
		if note == nil {
			continue
		}
		part := note.Parts[0]
		if at := tree.SymbolShape.FindStringIndex(part.S); at != nil {
			document := tree.AddDocument(&d.found, part.S[at[0]:at[1]])
			d.found.State(note, part, at[0], at[1], id, "containedIn", document, tree.Qualifiers{
				{"pin", paragraphsPin.FindString(part.S)}, {"rule", "footnote of recommendations"},
				{"confidence", "certain"}})
			return true
		}
	}
	return false
}
