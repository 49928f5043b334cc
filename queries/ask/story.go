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

// StoryBetween tells how one thing led to another: the acts along the shortest ways
// of citations between them, in either direction; or, where the end is no act, the
// acts that rest on the beginning and speak of the end. The error is that of the
// context.
func (r *Reader) StoryBetween(ctx context.Context, from, to snapshot.Node) (Story, error) {
	s := Story{Subject: from, To: to}
	edges, err := r.ways(ctx, from, to)
	if err != nil {
		return s, err
	}
	if len(edges) == 0 && r.Kind(to) != "Act" {
		if edges, err = r.lastWays(ctx, from, to); err != nil {
			return s, err
		}
	}
	for _, end := range []snapshot.Node{from, to} {
		if len(edges) > 0 && r.Kind(end) == "Act" {
			s.Sentences = append(s.Sentences, r.adoption(end)...)
		}
	}
	s.Sentences = append(s.Sentences, r.steps(edges)...)
	s.arrange()
	s.gaps(ctx, r, timeline.Life{})
	return s, nil
}

// ways are the statements on the shortest ways between two things, from the later
// to the earlier one as citations run, else the other way.
func (r *Reader) ways(ctx context.Context, from, to snapshot.Node) ([]snapshot.Edge, error) {
	for _, ends := range [][2]snapshot.Node{{to, from}, {from, to}} {
		_, paths, err := r.Paths(ctx, ends[0], ends[1], snapshot.Limits{Depth: walk})
		if err != nil {
			return nil, err
		}
		if len(paths) > 0 {
			return slices.Concat(paths...), nil
		}
	}
	return nil, nil
}

// lastWays are the statement of the first act that speaks of the end and rests on
// the beginning, of those that established it where there is one, and the way from
// that act back to the beginning.
func (r *Reader) lastWays(ctx context.Context, from, to snapshot.Node) ([]snapshot.Edge, error) {
	reached, err := r.Reach(ctx, []snapshot.Node{from}, snapshot.Forward, snapshot.Limits{Depth: walk})
	if err != nil {
		return nil, err
	}
	for _, relations := range [][]string{graph.Life[:1], nil} {
		var first []snapshot.Edge
		for _, e := range r.In(to, relations...) {
			act, _ := r.Ends(e)
			if slices.Contains(reached.Nodes, act) && r.Kind(act) == "Act" && (first == nil || r.isEarlier(e, first[0])) {
				first = []snapshot.Edge{e}
			}
		}
		if first != nil {
			act, _ := r.Ends(first[0])
			way, err := r.ways(ctx, from, act)
			return append(first, way...), err
		}
	}
	return nil, nil
}

// isEarlier compares the dates of the acts that make statements; no date is late.
func (r *Reader) isEarlier(e, other snapshot.Edge) bool {
	dated := func(e snapshot.Edge) string {
		act, _ := r.Ends(e)
		return cmp.Or(r.Date(act), "9")
	}
	return dated(e) < dated(other)
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
