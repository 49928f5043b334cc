package ask

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Questions that a search box offers: to begin with, and while somebody types.

// templates are questions about an entity of some kinds, whose name stands for %;
// the first ones are asked most. One has an answer where the entity makes one of the
// statements, or where one is made of it if inward is set.
var templates = []struct {
	kinds     []string
	question  string
	relations []string
	inward    bool
}{
	{[]string{"Act"}, "what does % recall", []string{"recalls"}, false},
	{[]string{"Act"}, "who sponsored %", []string{"sponsors", "submits"}, true},
	{[]string{"Act"}, "what cites %", nil, true},
	{[]string{"Act"}, "what does % request and of whom", []string{"requests"}, false},
	{[]string{"Act", "Instrument"}, "lineage of %", nil, false},
	{[]string{"Act"}, "how did States vote on %", voting, true},
	{[]string{"Act"}, "when was % adopted", []string{"adoptedAt"}, false},
	{[]string{"Body", "Instrument"}, "what established the %", []string{"establishes"}, true},
	{[]string{"Body"}, "history of the %", graph.Life, true},
	{[]string{"Body"}, "what was endorsed from the %", []string{"endorses"}, true},
	{[]string{"Body"}, "what is the % asked to do", []string{"requests", "invites", "encourages", "urges"}, true},
	{[]string{"Treaty"}, "where is the % cited", nil, true},
	{[]string{"State"}, "what did % do at this session", []string{"speaksOn", "sponsors"}, false},
	{[]string{"State"}, "what did % sponsor", []string{"sponsors", "submits"}, false},
	{[]string{"State"}, "how did % vote", voting, false},
	{[]string{"Organization"}, "what does % have to do after this session", nil, true},
	{[]string{"Session"}, "who chaired %", nil, true},
	{[]string{"Session"}, "acts of %", nil, true},
	{[]string{"Document"}, "what cites %", nil, true},
}

// sample is the act that the questions of the sample ask about.
const sample = "ctoc-cop/resolution/12/4"

// Questions to begin with: those of the sample, and those that fit any text.
var (
	sampleQuestions = []string{
		"what does 12/4 recall",
		"who sponsored both 12/3 and 12/4",
		"what does 12/3 take note of",
		"lineage of resolution 12/1",
		"where is the Firearms Protocol cited",
		"who must report what to whom by when",
		"what established the Committee of the Whole",
		"what is cited but not loaded",
	}
	generalQuestions = []string{"who must report what to whom by when", "what is cited but not loaded"}
)

// Numbers of what is suggested at most: questions about acts to begin with; hits
// of a search, and those about which questions are made; questions that have the
// words, and questions with others to make up for them.
const (
	maxMade      = 6
	askedActs    = 2
	maxHits      = 8
	askedHits    = 3
	maxFitting   = 5
	enoughOffers = 4
)

// Examples are questions to begin with, which the loaded texts answer.
func (r *Reader) Examples() []string {
	if n, ok := r.Lookup(sample); ok && r.Loaded(n) {
		return sampleQuestions
	}
	var list []string
	acts := 0
	for _, n := range r.Nodes("Act") {
		if !r.Loaded(n) {
			continue
		}
		list = append(list, r.about(n)...)
		if acts++; acts == askedActs {
			break
		}
	}
	return slices.Concat(list[:min(len(list), maxMade)], generalQuestions)
}

// about are questions about an entity: those that have an answer, or all where none
// has.
func (r *Reader) about(n snapshot.Node) []string {
	name := r.sayable(n)
	var list, answered []string
	for _, t := range templates {
		if !slices.Contains(t.kinds, r.Kind(n)) {
			continue
		}
		name := name
		if rest, ok := cutFold(name, "the "); ok && strings.Contains(t.question, "the %") {
			name = rest
		}
		question := strings.Replace(t.question, "%", name, 1)
		list = append(list, question)
		edges := r.Out
		if t.inward {
			edges = r.In
		}
		if len(edges(n, t.relations...)) > 0 {
			answered = append(answered, question)
		}
	}
	if len(answered) > 0 {
		return answered
	}
	return list
}

// sayable is how a question names an entity: an act by kind and number, with its
// body where another act has these too.
func (r *Reader) sayable(n snapshot.Node) string {
	_, kind, number, ok := graph.SplitActID(r.ID(n))
	switch {
	case ok && len(r.referred(kind+" "+number)) > 1 && len(r.referred(r.called(n))) == 1:
		return r.called(n)
	case ok:
		return kind + " " + number
	}
	return cmp.Or(r.Title(n), r.called(n))
}

// Suggest is what words that somebody types may become: questions, and entities
// that they may mean. Both are empty for less than two letters.
func (r *Reader) Suggest(ctx context.Context, words string) (questions []string, entities []snapshot.Node) {
	r = r.during(ctx)
	words = strings.TrimSpace(words)
	if utf8.RuneCountInString(words) < 2 {
		return nil, nil
	}
	entities = r.namedLike(reference(words))
	var made []string
	for _, n := range entities[:min(len(entities), askedHits)] {
		made = append(made, r.about(n)...)
	}
	return fitting(words, r.Examples(), made), entities
}

// fitting are questions that have the words, then some of those that were made
// of what was found.
func fitting(words string, known, made []string) []string {
	typed := strings.Fields(strings.ToLower(words))
	fits := func(question string) bool { return goesOn(typed, strings.Fields(strings.ToLower(question))) }
	var having, rest []string
	for _, q := range slices.Concat(known, made) {
		if fits(q) && !slices.Contains(having, q) {
			having = append(having, q)
		}
	}
	for _, q := range made {
		if !fits(q) && !slices.Contains(rest, q) {
			rest = append(rest, q)
		}
	}
	room := max(0, enoughOffers-len(having))
	return slices.Concat(having[:min(len(having), maxFitting)], rest[:min(len(rest), room)])
}

// goesOn says that a question has the words that somebody typed in their order, the
// last of which need not be whole: what stands before a number may be left out.
func goesOn(typed, question []string) bool {
	for _, word := range question {
		if len(typed) > 0 && (word == typed[0] || len(typed) == 1 && strings.HasPrefix(word, typed[0])) {
			typed = typed[1:]
		}
	}
	return len(typed) == 0
}

// searched are the kinds with a page of their own that is worth suggesting.
var searched = []string{
	"Act", "Body", "State", "Treaty", "Organization", "Group", "Instrument", "Session", "Document", "Person", "Role",
}

// namedLike finds entities by words, best first.
func (r *Reader) namedLike(words string) []snapshot.Node {
	if !search.HasWords(words) {
		return nil
	}
	var list []snapshot.Node
	for _, h := range r.find(words, maxHits, searched...) {
		list = append(list, h.Node)
	}
	return list
}

var (
	numberInWords = regexp.MustCompile(`\S*\d+/\S*\d+`)
	nameInWords   = regexp.MustCompile(`\p{Lu}[\p{L}'-]+(?: (?:of|on|the|and|for|against|\p{Lu}[\p{L}'-]+))*`)
	nameEnd       = regexp.MustCompile(`(?: (?:of|on|the|and|for|against))+$`)
	questionStart = regexp.MustCompile(`(?i)^(?:what|who|where|which|when|how|does|did|is|the|lineage|of|` +
		`cites?|recalls?|sponsored|established)\s+`)
)

// reference is what of a question names something: 12/4, A/RES/76/185, the
// longest run of capitalized words, else all but the first word.
func reference(words string) string {
	if number := numberInWords.FindString(words); number != "" {
		return strings.TrimRight(number, "?.,")
	}
	longest := ""
	for _, name := range nameInWords.FindAllString(words, -1) {
		if name = nameEnd.ReplaceAllString(name, ""); utf8.RuneCountInString(name) > utf8.RuneCountInString(longest) {
			longest = name
		}
	}
	if longest != "" {
		return longest
	}
	return questionStart.ReplaceAllString(words, "")
}
