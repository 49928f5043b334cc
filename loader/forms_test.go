package loader

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A sheaf is a made-up document of one column: what it says, before anybody sets it
// on pages.
type sheaf struct {
	symbol, job, organ string
	title, body        string
	paragraphs         []string
	notes              map[int][]string // of the paragraph that bears their marks
}

// In a paragraph, {n} is the mark of note n.

// publishers are the bodies of the made-up documents, with the symbols of their
// documents and the numbers of their acts.
var publishers = []struct {
	organ, body string
	symbol, act func(r *rand.Rand) string
}{
	{
		"General Assembly", "The General Assembly,",
		func(r *rand.Rand) string { return fmt.Sprintf("A/C.%d/86/L.%d", 1+r.IntN(6), 1+r.IntN(90)) },
		func(r *rand.Rand) string { return fmt.Sprintf("%d/%d", 60+r.IntN(20), 1+r.IntN(250)) },
	},
	{
		"Security Council", "The Security Council,",
		func(r *rand.Rand) string { return fmt.Sprintf("S/2031/%d", 1+r.IntN(900)) },
		func(r *rand.Rand) string {
			n := r.IntN(600)
			return fmt.Sprintf("%d (%d)", 1700+n, 2006+n/60)
		},
	},
	{
		"Economic and Social Council", "The Economic and Social Council,",
		func(r *rand.Rand) string { return fmt.Sprintf("E/2031/L.%d", 1+r.IntN(40)) },
		func(r *rand.Rand) string { return fmt.Sprintf("%d/%d", 2007+r.IntN(20), 1+r.IntN(40)) },
	},
}

// madeUpSheaf writes a resolution of some recitals and paragraphs.
func madeUpSheaf(r *rand.Rand) sheaf {
	by := publishers[r.IntN(len(publishers))]
	s := sheaf{
		symbol: by.symbol(r), job: fmt.Sprintf("31-%05d", 10000+r.IntN(80000)), organ: by.organ, body: by.body,
		title: "Quiet harbours and small islands", notes: map[int][]string{},
	}
	note := 0
	text := func(words string) string {
		if r.IntN(4) == 0 {
			note++
			words += fmt.Sprintf("{%d}", note)
			s.notes[len(s.paragraphs)] = append(s.notes[len(s.paragraphs)], fmt.Sprintf("A/86/%d.", 10+r.IntN(900)))
		}
		return words
	}
	act := func() string { return fmt.Sprintf("%s of 1%d December %d", by.act(r), r.IntN(10), 2005+r.IntN(20)) }
	long := []string{
		"the small ports that have asked the Secretary-General for a survey of their lights",
		"the efforts of coastal States and of the Under-Secretary-General for Safe Passage",
		"the need for well-kept buoys in narrow channels, in particular at night and in fog",
		"the report on non-governmental pilots and on the follow-up to their recommendations",
		"the plight of island communities whose ferries no longer sail in the winter months",
	}
	for range 4 + r.IntN(5) {
		verb := []string{"Recalling", "Reaffirming", "Recalling also", "Welcoming"}[r.IntN(4)]
		s.paragraphs = append(s.paragraphs, fmt.Sprintf("%s its resolutions %s and %s, and %s", verb, act(), act(), text(long[r.IntN(len(long))]))+",")
		s.paragraphs = append(s.paragraphs, fmt.Sprintf("Noting %s, and bearing in mind %s,", long[r.IntN(len(long))], long[r.IntN(len(long))]))
	}
	for n := range 4 + r.IntN(5) {
		verb := []string{"Takes note of", "Reaffirms", "Welcomes", "Recalls"}[r.IntN(4)]
		s.paragraphs = append(s.paragraphs, fmt.Sprintf("%d. %s its resolution %s, and %s;", 2*n+1, verb, act(), text(long[r.IntN(len(long))])))
		s.paragraphs = append(s.paragraphs, fmt.Sprintf("%d. Requests the Secretary-General to report on resolution %s and on %s;", 2*n+2, act(), long[r.IntN(len(long))]))
	}
	last := len(s.paragraphs) - 1
	s.paragraphs[last] = strings.TrimSuffix(s.paragraphs[last], ";") + "."
	return s
}

// A setting is how a form sets a page.
type setting struct {
	name      string
	hyphens   bool // a word that is divided at its hyphen is joined without it
	labels    string
	mark      func(n int) string
	indent    string
	note      string // number and text of a note
	foot      func(s sheaf, page, pages int) string
	separates bool // blank lines between paragraphs of the masthead
}

var settings = []setting{
	{
		name: "plain", hyphens: true, labels: "\n", note: "%d\n%s",
		mark: func(n int) string { return fmt.Sprintf(" %d", n) },
		foot: func(s sheaf, page, pages int) string {
			return fmt.Sprintf("\n%d/%d\n\n%s\n\n\f%s\n\n", page, pages, s.job, s.symbol)
		},
	},
	{
		name: "layout", labels: "     ", indent: "          ", note: "  %d\n      %s",
		mark: func(n int) string { return fmt.Sprintf(" %d", n) },
		foot: func(s sheaf, page, pages int) string {
			return fmt.Sprintf("\n\n%d/%d%60s\n\f%40s\n\n", page, pages, s.job, s.symbol)
		},
	},
	{
		name: "raw", labels: " ", note: "%d\n%s",
		mark: func(n int) string { return fmt.Sprintf("%d\n", n) },
		foot: func(s sheaf, page, pages int) string {
			return fmt.Sprintf("%s\n%s\n%d/%d\n\f", s.symbol, s.job, page, pages)
		},
	},
	{
		name: "raw, as far as 2015", labels: " ", note: "%d\n%s",
		mark: func(n int) string { return fmt.Sprintf("%d\n", n) },
		foot: func(s sheaf, page, pages int) string {
			if page%2 == 0 {
				return fmt.Sprintf("%s\n%d/%d%s\n", s.symbol, page+1, pages, s.job)
			}
			return fmt.Sprintf("%s\n%s%d\n", s.symbol, s.job, page+1)
		},
	},
	{
		name: "glued", labels: " ", note: "%d %s",
		mark: func(n int) string { return fmt.Sprint(n) },
		foot: func(s sheaf, page, pages int) string {
			return fmt.Sprintf("%s %d/%d%s\n", s.job, page, pages, s.symbol)
		},
	},
	{
		name: "of the 1990s", labels: " ", note: "%d/ %s",
		mark: func(n int) string { return fmt.Sprintf(" %d/", n) },
		foot: func(s sheaf, page, _ int) string {
			return fmt.Sprintf("\n/...\n\n%s\nPage %d\n\n", s.symbol, page+1)
		},
	},
}

// masthead is what the first page prints above the text.
func (s sheaf) masthead() string {
	return fmt.Sprintf("United Nations\n\n%s\n\n%s\nDistr.: Limited\n3 March 2031\n\nOriginal: English\n\n%s (E)    030331\n\n%s\n\n%s\n",
		s.symbol, s.organ, s.job, s.title, s.body)
}

// A setLine has the numbers of the notes that are marked in it.
type setLine struct {
	text  string
	notes []int
}

// lines breaks a document into lines of a width, with marks of notes still unset.
func (s sheaf) lines(width int) (lines []setLine) {
	note := 0
	for i, p := range s.paragraphs {
		if label, rest, ok := strings.Cut(p, ". "); ok && len(label) < 3 {
			p = label + ".\x00" + rest
		}
		for range s.notes[i] {
			note++
			p = strings.Replace(p, fmt.Sprintf("{%d}", note), fmt.Sprintf("\x01%d\x01", note), 1)
		}
		for _, l := range broken(p, width) {
			var notes []int
			for n := range note {
				if strings.Contains(l, fmt.Sprintf("\x01%d\x01", n+1)) {
					notes = append(notes, n+1)
				}
			}
			lines = append(lines, setLine{l, notes})
		}
	}
	return lines
}

// set sets a document on pages of some lines.
func (f setting) set(s sheaf, width, depth int) string {
	lines := s.lines(width)
	var texts []string
	for i := range s.paragraphs {
		texts = append(texts, s.notes[i]...)
	}
	pages := (len(lines) + depth - 1) / depth
	var b strings.Builder
	b.WriteString(s.masthead())
	for page := range pages {
		foot := f.page(&b, lines[page*depth:min(len(lines), (page+1)*depth)])
		if len(foot) > 0 {
			b.WriteString("__________________\n")
			for _, n := range foot {
				fmt.Fprintf(&b, f.note+"\n", n, texts[n-1])
			}
		}
		if page+1 < pages {
			b.WriteString(f.foot(s, page+1, pages))
		}
	}
	return b.String()
}

// page sets the lines of a page, and returns the notes that stand at its foot.
func (f setting) page(b *strings.Builder, on []setLine) (foot []int) {
	for i, l := range on {
		text := strings.Replace(l.text, "\x00", f.labels, 1)
		for _, n := range l.notes {
			text = strings.Replace(text, fmt.Sprintf("\x01%d\x01", n), f.mark(n), 1)
		}
		foot = append(foot, l.notes...)
		text = strings.ReplaceAll(text, "\n,", ",\n")
		if f.hyphens && strings.HasSuffix(text, "-") && i+1 < len(on) {
			first, rest, _ := strings.Cut(on[i+1].text, " ")
			if !strings.Contains(first, "\x01") {
				text, on[i+1].text = strings.TrimSuffix(text, "-")+first, rest
			}
		}
		b.WriteString(f.indent + strings.TrimRight(text, "\n") + "\n")
	}
	return foot
}

// broken breaks a paragraph into lines, at spaces and behind hyphens and strokes.
func broken(p string, width int) (lines []string) {
	for len(p) > width {
		at := strings.LastIndexAny(p[:width], " -/")
		lines = append(lines, strings.TrimRight(p[:at+1], " "))
		p = strings.TrimLeft(p[at+1:], " ")
	}
	return append(lines, p)
}

// citedBy lists what a document cites: source, relation, target, paragraph.
func citedBy(t *testing.T, text string) []string {
	t.Helper()
	result, err := Load(context.Background(), "made-up.txt", []byte(text), Options{})
	require.NoError(t, err)
	var list []string
	for _, s := range result.Document.Statements {
		if strings.Contains(s.Object, "/resolution/") || strings.HasPrefix(s.Object, "document/A/") && !strings.Contains(s.Object, "#") {
			list = append(list, fmt.Sprint(s.Subject, " ", s.Relation, " ", s.Object, " ", s.Evidence.Paragraph))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// dense takes the blank lines out of a text.
func dense(text string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" }), "\n") + "\n"
}

// markdown sets a document as Markdown, with the numbers of its paragraphs escaped
// and its notes at the end of the text.
func (s sheaf) markdown() string {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(s.masthead(), s.body, "*"+strings.TrimSuffix(s.body, ",")+"*,"))
	var notes []string
	for i, p := range s.paragraphs {
		label, rest, ok := strings.Cut(p, ". ")
		if ok && len(label) < 3 {
			p = label + `\. ` + rest
		}
		for _, n := range s.notes[i] {
			notes = append(notes, n)
			p = strings.Replace(p, fmt.Sprintf("{%d}", len(notes)), superscript(len(notes)), 1)
		}
		b.WriteString("\n" + p + "\n")
	}
	for i, n := range notes {
		b.WriteString("\n" + superscript(i+1) + " " + n + "\n")
	}
	return b.String()
}

// html sets a document as a page of the web.
func (s sheaf) html() string {
	var b strings.Builder
	b.WriteString("<html><body>")
	for _, l := range strings.Split(s.masthead(), "\n") {
		b.WriteString("<p>" + l + "</p>")
	}
	var notes []string
	for i, p := range s.paragraphs {
		for _, n := range s.notes[i] {
			notes = append(notes, n)
			p = strings.Replace(p, fmt.Sprintf("{%d}", len(notes)), fmt.Sprintf("<sup>%d</sup>", len(notes)), 1)
		}
		b.WriteString("<div><p>" + p + "</p></div>\n")
	}
	for i, n := range notes {
		fmt.Fprintf(&b, "<p><sup>%d</sup> %s</p>\n", i+1, n)
	}
	return b.String() + "</body></html>"
}

func superscript(n int) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(fmt.Sprint(n))
}

func TestFormsOfOneDocumentSayTheSame(t *testing.T) {
	for seed := range uint64(90) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := madeUpSheaf(r)
		width, depth := 70+r.IntN(25), 18+r.IntN(20)
		want := citedBy(t, s.markdown())
		require.GreaterOrEqual(t, len(want), 16, "seed %d", seed)
		assert.Equal(t, want, citedBy(t, s.html()), "seed %d, HTML", seed)
		for _, f := range settings {
			text := f.set(s, width, depth)
			assert.Equal(t, want, citedBy(t, text), "seed %d, %s", seed, f.name)
			assert.Equal(t, want, citedBy(t, dense(text)), "seed %d, %s, without blank lines", seed, f.name)
			assert.Equal(t, want, citedBy(t, strings.ReplaceAll(dense(text), "\f", "")), "seed %d, %s, as copied", seed, f.name)
			if t.Failed() {
				t.Log(text)
				return
			}
		}
	}
}
