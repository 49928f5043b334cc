package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// How complete an answer is. It is decided here, for the command line, the API,
// the page and assistants alike.

// A State says how far an answer is all that the texts say.
type State string

// The states, the gravest first. An answer with several has the gravest.
const (
	// Unanswered: the question was not understood, or may mean several things.
	Unanswered State = "UNANSWERED"
	// Guessed: the question was answered as it was read, which is not as it stands.
	Guessed State = "READING_GUESSED"
	// NotLoaded: the text that would say it is not in the store.
	NotLoaded State = "NOT_LOADED"
	// NotRead: what is asked for is not read from such texts, or stands in paragraphs
	// of which nothing was read.
	NotRead State = "RELATION_NOT_READ"
	// Unresolved: some of what the texts name could not be made out.
	Unresolved State = "UNRESOLVED"
	// Cut: there is more than the answer shows.
	Cut State = "CUT"
	// Whole: nothing of this is known.
	Whole State = "COMPLETE"
)

var gravest = []State{Unanswered, Guessed, NotLoaded, NotRead, Unresolved, Cut, Whole}

// A Completeness says how far an answer is all that the texts say, and what comes
// near where nothing was found.
type Completeness struct {
	State State
	// Found is the number of all results; Absent are the acts among those shown whose
	// own text is not loaded.
	Found, Absent int
	// Lacks are the reasons why it may not be all; none where it is complete.
	Lacks []Lack
	// Line says all this in one line, which is one of the answer's remarks.
	Line string
	// Near are what the texts say instead, where nothing was found.
	Near []Near
}

// A Lack is one reason why an answer may not be all.
type Lack struct {
	State State
	// Count is how many mentions or paragraphs it concerns; 0 where it is not counted.
	Count int
	// Text says it in words.
	Text string
	// Everywhere says that it holds of all loaded texts and not of those that the answer
	// rests on.
	Everywhere bool
	// Reasons are those of unresolved mentions, the most frequent first.
	Reasons []Tally
	// Paragraphs are those that were not read, at most [shownLacks] of them.
	Paragraphs []snapshot.Node
}

// A Tally is how often something occurs.
type Tally struct {
	Name  string
	Count int
}

// A Near is what the texts say where they do not say what is asked for.
type Near struct {
	// Relation is that of the statements, and Count how many other ends they have.
	Relation string
	Count    int
	// Question asks for it.
	Question string
}

// shownLacks is the number of paragraphs that a lack names.
const shownLacks = 5

// add notes a lack and makes the state as grave.
func (c *Completeness) add(l Lack) {
	if l.State == "" {
		return
	}
	c.Lacks = append(c.Lacks, l)
	if slices.Index(gravest, l.State) < slices.Index(gravest, c.State) {
		c.State = l.State
	}
}

// completeness decides how complete the results are.
func (t telling) completeness() Completeness {
	c := Completeness{State: Whole, Found: t.total(), Absent: t.absent()}
	c.add(t.guess())
	c.add(t.partial())
	c.add(t.notLoaded())
	c.add(t.notRead())
	c.add(t.unresolved())
	c.add(t.gaps())
	c.add(t.rest(c.Found))
	if c.Found == 0 && len(t.naming) == 0 {
		c.Near = t.near()
	}
	c.Line = t.line(c)
	return c
}

// line says it in one line.
func (t telling) line(c Completeness) string {
	parts := []string{decimal(c.Found) + " found"}
	for _, l := range c.Lacks {
		parts = append(parts, l.Text)
	}
	isOpen := func(l Lack) bool { return l.State == NotLoaded || l.State == Unresolved || l.State == NotRead }
	switch {
	case slices.ContainsFunc(c.Lacks, isOpen):
	case t.form.words:
		parts = append(parts, t.searched()+" searched for the words")
	default:
		parts = append(parts, "nothing in "+t.where()+" left unresolved")
	}
	acts, those := t.actsFound(), " of the acts"
	if t.left > 0 {
		those += " shown"
	}
	switch {
	case acts == 0:
	case c.Absent == 0:
		parts = append(parts, "all"+those+" are loaded themselves")
	case c.Absent == 1:
		parts = append(parts, "1"+those+" is not loaded itself")
	default:
		parts = append(parts, decimal(c.Absent)+those+" are not loaded themselves")
	}
	return strings.Join(parts, "; ")
}

// searched says in which texts words were looked for.
func (t telling) searched() string {
	if t.u.variables["within"] != nil {
		return "only the texts that the question names were"
	}
	return "all loaded texts were"
}

// total is the number of results, also of those that are not shown.
func (t telling) total() int {
	if root, name, ok := strings.Cut(t.form.total, "."); ok {
		list, _ := t.data[root].(map[string]any)
		n, _ := list[name].(float64)
		return int(n)
	}
	return len(t.found) + t.left
}

// actsFound counts the acts among the results; absent those that are not loaded.
func (t telling) actsFound() int { return t.countActs(func(snapshot.Node) bool { return true }) }

func (t telling) absent() int {
	return t.countActs(func(n snapshot.Node) bool { return !t.Loaded(n) })
}

func (t telling) countActs(counts func(n snapshot.Node) bool) int {
	acts := map[snapshot.Node]bool{}
	for _, r := range t.found {
		if n := t.node(r); n != snapshot.NoNode && t.Kind(n) == "Act" && counts(n) {
			acts[n] = true
		}
	}
	return len(acts)
}

// guess is the lack of a question that was answered as it was read.
func (t telling) guess() Lack {
	if t.u.readAs == "" {
		return Lack{}
	}
	return Lack{State: Guessed, Text: "the question was read as said above, not as it stands"}
}

// textAsked is the act whose text must say it all; ok is false where any text may.
func (t telling) textAsked() (n snapshot.Node, ok bool) {
	n, ok = t.u.nodes[t.form.subject]
	return n, ok
}

// where are the texts that were asked.
func (t telling) where() string {
	if _, ok := t.textAsked(); ok {
		return "this text"
	}
	return "the loaded texts"
}

func (t telling) notLoaded() Lack {
	within, limited := t.u.nodes["within"]
	if n, ok := t.textAsked(); ok && !t.Loaded(n) || limited && t.Kind(within) == "Act" && !t.Loaded(within) {
		return Lack{State: NotLoaded, Text: "the text itself is not loaded, so this is what other texts say of it"}
	}
	return Lack{}
}

// rest is the lack of what is not shown.
func (t telling) rest(total int) Lack {
	if shown := len(t.found); total > shown {
		which := "first "
		if t.form.words {
			which = "best "
		}
		return Lack{State: Cut, Count: total - shown, Text: "the " + which + decimal(shown) + " are shown"}
	}
	if cut(t.data) {
		return Lack{State: Cut, Text: "some of the lists inside results are longer than shown"}
	}
	return Lack{}
}

// gaps is the lack of the times of which a story knows nothing: where texts of the
// time name its subject, they were not read.
func (t telling) gaps() Lack {
	l := Lack{State: NotLoaded}
	if t.story == nil {
		return Lack{}
	}
	for _, s := range t.story.Sentences {
		if s.Gap {
			l.Count++
			l.Paragraphs = append(l.Paragraphs, s.Places...)
		}
	}
	switch {
	case l.Count == 0:
		return Lack{}
	case len(l.Paragraphs) > 0:
		l.State, l.Paragraphs = NotRead, l.Paragraphs[:min(len(l.Paragraphs), shownLacks)]
		l.Text = "of " + counted(l.Count, "time") + " nothing was read, as said above"
	default:
		l.Text = "of " + counted(l.Count, "time") + " no loaded text was found that names it, as said above"
	}
	return l
}

// settled are the reasons of findings that leave no mention open.
var settled = []string{"date without a day", "paragraph number", "orphan footnote", "correction by hand"}

// isOpen says that a finding leaves open what a mention means.
func isOpen(reason string) bool {
	return !slices.ContainsFunc(settled, func(s string) bool { return strings.HasPrefix(reason, s) })
}

// unresolved counts what the loader could not resolve in the texts asked about.
func (t telling) unresolved() Lack {
	within := ""
	if n, ok := t.textAsked(); ok {
		if within = t.ID(n); !t.Loaded(n) {
			return Lack{}
		}
	}
	counts, l := map[string]int{}, Lack{State: Unresolved, Everywhere: within == ""}
	t.EachDiagnostic(func(reason, paragraph string) {
		if isOpen(reason) && (within == "" || paragraph == within || strings.HasPrefix(paragraph, within+"#")) {
			counts[reason]++
			l.Count++
		}
	})
	if l.Count == 0 || t.form.words {
		return Lack{} // words are found whether or not it is known what they name
	}
	for reason, n := range counts {
		l.Reasons = append(l.Reasons, Tally{reason, n})
	}
	slices.SortFunc(l.Reasons, func(a, b Tally) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name)) })
	l.Text = fmt.Sprintf("%s in %s left unresolved", counted(l.Count, "mention"), t.where())
	return l
}
