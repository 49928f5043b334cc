package ask

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
)

// A Story is what happened to something, or between two things, in dated sentences.
// Each says what statements say, and nothing else.
type Story struct {
	// Subject is what it is about; To is where it leads, or NoNode.
	Subject, To snapshot.Node
	// Sentences are in the order of their dates; those without a date come last.
	Sentences []Sentence
	// Other counts the acts that name the subject and are not told of.
	Other int
	// named are all paragraphs that have the name of the subject; nil where they were not
	// looked for.
	named []snapshot.Node
}

// A Sentence is one step of a story, or says that nothing is known of a time.
type Sentence struct {
	// Date is when: YYYY, YYYY-MM or YYYY-MM-DD; empty where it is not known. Of a gap
	// it is the first date, and Until the last.
	Date string
	// Text is the sentence, without the date.
	Text string
	// Gap says that nothing is loaded of the time.
	Gap bool
	// Places are paragraphs of that time which name the subject.
	Places []snapshot.Node
	// Act did what Relations say to Target, until a date or session where one is set.
	// They are empty in a gap.
	Act, Target snapshot.Node
	Relations   []string
	Until       string
	// Edges are the statements that prove it. There are none where the sentence tells
	// the date of an act, which is a property of the act.
	Edges []snapshot.Edge
}

// StoryOf tells the story of an entity: how it began, was carried on, changed and
// ended; with all set, also which acts took it up otherwise. That of an act tells
// of what was made of it by later ones.
func (r *Reader) StoryOf(ctx context.Context, n snapshot.Node, all bool) Story {
	s := Story{Subject: n, To: snapshot.NoNode}
	life := timeline.LifeOf(r.Snapshot, n, "")
	told := map[snapshot.Node]bool{}
	for _, step := range life.Steps {
		told[step.Act] = true
		if len(step.Edges) > 0 {
			s.Sentences = append(s.Sentences, r.sentence(step.Date, step.Act, n, step.Until, step.Edges))
		}
	}
	if r.Kind(n) == "Act" {
		s.Sentences = append(s.Sentences, r.adoption(n)...)
	}
	takenUp := r.takenUp(n, told)
	if all || len(life.Steps) == 0 {
		s.Sentences = append(s.Sentences, takenUp...)
	} else {
		s.Other = len(takenUp)
	}
	s.arrange()
	s.gaps(ctx, r, life)
	return s
}

// takenUp are the sentences of acts that speak of something otherwise than those
// that are told already.
func (r *Reader) takenUp(n snapshot.Node, told map[snapshot.Node]bool) []Sentence {
	return r.steps(slices.DeleteFunc(r.towards(n), func(e snapshot.Edge) bool {
		act, _ := r.Ends(e)
		return r.Kind(act) != "Act" || told[act] || act == n
	}))
}

// towards are the statements about something; of a body also those about its
// meetings and what these recommended, but for what was adopted there.
func (r *Reader) towards(n snapshot.Node) []snapshot.Edge {
	edges := slices.Clone(r.In(n))
	if r.Kind(n) != "Body" {
		return edges
	}
	for _, kind := range []string{"Meeting", "Recommendations"} {
		for _, part := range r.Below(kind, r.ID(n)+"/meeting/") {
			edges = append(edges, slices.DeleteFunc(slices.Clone(r.In(part)), func(e snapshot.Edge) bool {
				return r.Relation(e) == "adoptedAt"
			})...)
		}
	}
	return edges
}

// withoutMentions leaves mere mentions out where something else is said.
func withoutMentions(r *Reader, edges []snapshot.Edge) []snapshot.Edge {
	kept := slices.DeleteFunc(slices.Clone(edges), func(e snapshot.Edge) bool { return r.Relation(e) == "mentions" })
	if len(kept) == 0 {
		return edges
	}
	return kept
}

// sentence says what one act did to something.
func (r *Reader) sentence(date string, act, target snapshot.Node, until string, edges []snapshot.Edge) Sentence {
	s := Sentence{Date: date, Act: act, Target: target, Until: until, Edges: edges}
	for _, e := range edges {
		if name := r.Relation(e); !slices.Contains(s.Relations, name) {
			s.Relations = append(s.Relations, name)
		}
	}
	verbs := make([]string, len(s.Relations))
	for i, name := range s.Relations {
		verbs[i] = pastOf(name)
	}
	s.Text = r.called(act) + " " + enumerated(verbs) + " " + r.spoken(target)
	if until != "" {
		s.Text += " until " + r.spokenMoment(until)
	}
	s.Text += "."
	return s
}

// QuoteOf is what the paragraph of the first statement of a sentence says around the
// words that prove it; empty where there is none.
func (r *Reader) QuoteOf(s Sentence) string {
	if len(s.Edges) == 0 {
		return ""
	}
	return r.quoteOf(s.Edges[0])
}

// quoteOf is the paragraph of a statement around the words that prove it.
func (r *Reader) quoteOf(e snapshot.Edge) string {
	evidence := r.Evidence(e)
	p, ok := r.Lookup(evidence.Paragraph)
	if !ok {
		return evidence.Quote
	}
	text := r.Text(p, "text")
	var marks []search.Match
	if before, _, found := strings.Cut(text, evidence.Quote); found {
		start := utf8.RuneCountInString(before)
		marks = []search.Match{{Start: start, End: start + utf8.RuneCountInString(evidence.Quote)}}
	}
	quote, _ := search.Cut(text, marks)
	return cmp.Or(quote, evidence.Quote)
}

// pastOf is a relation as a sentence tells it: recalled, was a draft of.
func pastOf(relation string) string {
	known, _ := graph.RelationByName(relation)
	f, ok := known.Forms()
	switch {
	case ok && graph.HasTrait(relation, graph.Settles):
		return f.Past + " on"
	case ok:
		return f.Past
	case relation == "mentions":
		return "mentioned"
	}
	return graph.Spaced(relation)
}

// spokenMoment is a date, or the name of a session.
func (r *Reader) spokenMoment(value string) string {
	if n, ok := r.Lookup(value); ok {
		return r.called(n)
	}
	return value
}

// articled are the kinds whose names have an article in a sentence.
var articled = []string{"Body", "Secretariat", "Organization", "Group", "Treaty", "Instrument", "Role"}

// spoken is a name in the middle of a sentence.
func (r *Reader) spoken(n snapshot.Node) string {
	name := r.called(n)
	if _, has := cutFold(name, "the "); slices.Contains(articled, r.Kind(n)) && !has {
		return "the " + name
	}
	return name
}

// adoption tells when an act was adopted; nothing where no date is known.
func (r *Reader) adoption(n snapshot.Node) []Sentence {
	date := r.Date(n)
	if date == "" {
		return nil
	}
	s := Sentence{Date: date, Act: n, Target: snapshot.NoNode, Edges: r.Out(n, "adoptedAt")}
	s.Text = r.called(n) + " was adopted"
	if len(s.Edges) > 0 {
		s.Relations = []string{"adoptedAt"}
		_, at := r.Ends(s.Edges[0])
		s.Target = at
		s.Text += " at " + r.called(at)
	}
	if title := r.Title(n); title != "" {
		s.Text += ": " + title
	}
	s.Text += "."
	return []Sentence{s}
}

// steps are statements as sentences, one for each pair of ends.
func (r *Reader) steps(edges []snapshot.Edge) (list []Sentence) {
	type pair struct{ source, target snapshot.Node }
	byPair := map[pair][]snapshot.Edge{}
	var pairs []pair
	for _, e := range edges {
		source, target := r.Ends(e)
		p := pair{source, target}
		if byPair[p] == nil {
			pairs = append(pairs, p)
		}
		if !slices.Contains(byPair[p], e) {
			byPair[p] = append(byPair[p], e)
		}
	}
	for _, p := range pairs {
		said := withoutMentions(r, byPair[p])
		list = append(list, r.sentence(r.Date(p.source), p.source, p.target, r.Qualifier(said[0], "until"), said))
	}
	return list
}

// arrange puts the sentences in the order of their dates; of one day the adoption
// comes first, then what is said of other acts.
func (s *Story) arrange() {
	slices.SortStableFunc(s.Sentences, func(a, b Sentence) int {
		if (a.Date == "") != (b.Date == "") {
			return len(b.Date) - len(a.Date)
		}
		return cmp.Or(strings.Compare(a.Date, b.Date), a.rank()-b.rank())
	})
}

func (s Sentence) rank() int {
	switch {
	case len(s.Edges) == 0, s.Relations[0] == "adoptedAt":
		return 0
	case slices.Contains(graph.Life, s.Relations[0]):
		return 2
	}
	return 1
}

// yearOf is the year of a date; 0 where there is none.
func yearOf(date string) int {
	year := 0
	for _, c := range date[:min(len(date), len("2006"))] {
		if c < '0' || c > '9' {
			return 0
		}
		year = year*10 + int(c-'0')
	}
	return year
}
