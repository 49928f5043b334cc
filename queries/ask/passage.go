package ask

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Where something is said: the paragraphs that have words, best first.

// A PassageQuery says which paragraphs are wanted; the zero value of a filter
// lets all through.
type PassageQuery struct {
	// Words are to be found; those in quotation marks follow one another. Articles,
	// prepositions and the like count only inside quotation marks. Where all together
	// are a name of one entity, its other names are looked for as well.
	Words string
	// Question is one that the paragraphs are to answer; empty where only the words
	// count. Those that hold what it asks for come first, a word also counts where it
	// stands above a paragraph, and nearly all of them are enough.
	Question string
	// Within are acts, documents, paragraphs, sessions or bodies: only what is a part
	// of one of them, or was adopted at or by it.
	Within []snapshot.Node
	// Body is the code of the body that adopted or published the text.
	Body string
	// From and To are the first and the last day, month or year of the text's date
	// (2004, 2004-06, 2004-06-03); what has no date is left out where one is given.
	From, To string
	// Kinds are [graph.Resolution], [graph.Decision] and "document", which is every
	// text that is neither.
	Kinds []string
	// Chronicle wants a few paragraphs of each text that is about the words, and of the
	// acts that carry on what these decided, in the order of their dates.
	Chronicle bool
}

// KindDocument is the kind of passage whose text is no act.
const KindDocument = "document"

// A Passage is a paragraph that has words of a question.
type Passage struct {
	// Node is the paragraph; Whole is the act or document that it is a part of, or the
	// same node where the words stand in a name.
	Node, Whole snapshot.Node
	// Text is the whole paragraph; Matches are the words in it, in code points.
	Text    string
	Matches []search.Match
	// Lacking are the words looked for that it does not have.
	Lacking []string
}

// passageLength is how much of a paragraph is shown, in code points: most are whole.
const passageLength = 1100

// wholeLength is how much of it is shown where few were found: a paragraph that lists acts
// by their titles, or the officers of a session, is longer than most.
const wholeLength = 3600

// Cut is the text around the first of the words, with their places in it.
func (p Passage) Cut() (string, []search.Match) {
	return search.CutTo(p.Text, p.Matches, passageLength)
}

// Passages are what a [PassageQuery] found, best first.
type Passages struct {
	reader *Reader
	nodes  []snapshot.Node
	// found has each of them by its node.
	found map[snapshot.Node]*search.Found
	// byDate says that they are a chronicle, in which no word is missed; any is what
	// marks the words in those that were not found by them.
	byDate bool
	any    *search.Found
}

// Total is the exact number of passages.
func (p *Passages) Total() int { return len(p.nodes) }

// At is one of them by its place.
func (p *Passages) At(i int) Passage {
	n := p.nodes[i]
	text, found := p.reader.Text(n, "text"), p.found[n]
	if p.byDate {
		return Passage{Node: n, Whole: p.reader.wholeOf(n), Text: text, Matches: p.any.Marks(text)}
	}
	return Passage{n, p.reader.wholeOf(n), text, found.Marks(text), found.Lacks(n)}
}

// Whole says that there are some, and that they have all the words.
func (p *Passages) Whole() bool { return len(p.nodes) > 0 && !p.found[p.nodes[0]].Partial() }

// Nodes are all their paragraphs, which the caller must not change.
func (p *Passages) Nodes() []snapshot.Node { return p.nodes }

// First are the best, at most n of them.
func (p *Passages) First(n int) []Passage {
	list := make([]Passage, min(n, len(p.nodes)))
	for i := range list {
		list[i] = p.At(i)
	}
	return list
}

// findPassages is FindPassages without a memory.
func (r *Reader) findPassages(ctx context.Context, q PassageQuery) (*Passages, error) {
	if narrow := r.narrowed(q.Within); len(narrow) < len(q.Within) && q.Question != "" {
		inner := q
		inner.Within = narrow
		if p, err := r.findPassages(ctx, inner); err != nil || p.Total() > 0 || r.noneLoaded(narrow) {
			return p, err
		}
	}
	p := &Passages{reader: r, found: map[snapshot.Node]*search.Found{}}
	others := r.otherNames(q.Words)
	if q.Question != "" {
		others = nil // each word has its own
	}
	for i, words := range append([]string{sayingWords(q.Words)}, others...) {
		found, err := search.Most(ctx, r.Snapshot, r.wish(words, q))
		if err != nil {
			return nil, err
		}
		partial := found.Partial()
		if i > 0 && partial {
			continue
		}
		if i > 0 && len(p.nodes) > 0 && p.found[p.nodes[0]].Partial() {
			p.nodes, p.found = nil, map[snapshot.Node]*search.Found{} // they had only some of the words
		}
		for _, n := range found.Nodes() {
			if p.found[n] == nil {
				p.found[n], p.nodes = found, append(p.nodes, n)
			}
		}
	}
	if q.Chronicle && len(p.nodes) > 0 {
		p.any = p.found[p.nodes[0]]
		r.inTime(p, q)
		return p, nil
	}
	return p, r.alike(p, sayingWords(q.Words), q)
}

// otherNames are the names and acronyms of the one entity that words are a name of,
// as phrases; none for an act, whose number says too little.
func (r *Reader) otherNames(words string) (phrases []string) {
	asked := graph.Slug(words)
	named := r.calledExactly(asked)
	if len(named) != 1 || r.Kind(named[0]) == "Act" {
		return nil
	}
	n := named[0]
	for _, name := range append([]string{r.Title(n), r.Text(n, "name")}, r.Values(n, "alias")...) {
		phrase := `"` + name + `"`
		if graph.Slug(name) != asked && search.HasWords(name) && !slices.Contains(phrases, phrase) {
			phrases = append(phrases, phrase)
		}
	}
	return phrases
}

// wholeOf is the act or document of a paragraph; any other node itself.
func (r *Reader) wholeOf(n snapshot.Node) snapshot.Node {
	id, _, part := strings.Cut(r.ID(n), "#")
	if whole, ok := r.Lookup(id); part && ok {
		return whole
	}
	return n
}

// isOfKind compares an act or document with kinds of passages.
func (r *Reader) isOfKind(whole snapshot.Node, kinds []string) bool {
	_, kind, _, ok := graph.SplitActID(r.ID(whole))
	if !ok {
		kind = KindDocument
		if r.Kind(whole) == "Act" {
			kind = r.Text(whole, "actKind")
		}
	}
	return len(kinds) == 0 || slices.Contains(kinds, kind)
}

// isDated says that a text is of a time.
func (r *Reader) isDated(whole snapshot.Node, from, to string) bool {
	if from == "" && to == "" {
		return true
	}
	return liesIn(r.dateOf(whole), from, to) || r.Text(whole, "adoptedOn") == "" && r.satIn(whole, from, to)
}

// satIn says that the session of a text was held in a time: the report on it is dated when
// it was distributed, often in the next year.
func (r *Reader) satIn(whole snapshot.Node, from, to string) bool {
	s, ok := r.Lookup(r.Text(whole, "session"))
	return ok && r.Text(whole, "session") != "" &&
		(liesIn(r.Date(s), from, to) || liesIn(r.Text(s, "endDate"), from, to))
}

// liesIn says that a date lies between two, of which each may be a year, a month or a day.
func liesIn(date, from, to string) bool {
	return date != "" && date >= from[:min(len(from), len(date))] && (to == "" || date[:min(len(date), len(to))] <= to)
}

// dateOf is the date of a text, else that of the document that prints it.
func (r *Reader) dateOf(whole snapshot.Node) string {
	date := r.Date(whole)
	if document, ok := r.Lookup(r.Text(whole, "inDocument")); ok && date == "" {
		date = r.Date(document)
	}
	return date
}

// isWithin says that a paragraph is a part of something, or of what that adopted.
func (r *Reader) isWithin(n, whole, in snapshot.Node) bool {
	id := r.ID(in)
	switch {
	case n == in, whole == in:
		return true
	case strings.Contains(id, "#"):
		return strings.HasPrefix(r.ID(n), id+".")
	case strings.HasPrefix(r.ID(whole), id+"/draft-"):
		return true
	}
	has := func(text snapshot.Node) bool {
		return slices.ContainsFunc(
			[]string{"inDocument", "session", "body"},
			func(p string) bool { return r.Text(text, p) == id },
		)
	}
	document, ok := r.Lookup(r.Text(whole, "inDocument"))
	return has(whole) || ok && r.isDraft(whole) && has(document) || graph.BodyID(r.OwnerOf(whole)) == id
}

// functionWord matches words that say nothing of what a passage is about.
var functionWord = wordSet(setOf("a an the of on in at by to for from with and or as about into than it its their his her " +
	"am i we you me my our your here hereby herein please pls this that these those any all some is are was were be been has have had do does did not what which who whom where when why how"))

// A wordSet is a list of words in small letters.
type wordSet map[string]bool

// MatchString says that a word is one of them, in whatever letters.
func (s wordSet) MatchString(word string) bool { return s[strings.ToLower(word)] }

// hyphen joins words, not numbers: ship-to-ship.
var hyphen = regexp.MustCompile(`(\pL)-(\pL)`)

// plainMarks writes all quotation marks alike.
var plainMarks = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// sayingWords leaves function words outside quotation marks out of a text, unless
// it has no others.
func sayingWords(text string) string {
	pieces := strings.Split(plainMarks.Replace(text), `"`)
	for i := 0; i < len(pieces); i += 2 {
		words := slices.DeleteFunc(strings.Fields(hyphen.ReplaceAllString(pieces[i], "$1 $2")), func(w string) bool {
			return functionWord.MatchString(strings.Trim(w, ",.;:?!()'’"))
		})
		pieces[i] = strings.Join(words, " ")
	}
	if kept := strings.TrimSpace(strings.Join(pieces, ` " `)); search.HasWords(kept) {
		return kept
	}
	return strings.TrimSpace(text)
}

// whereNamed names the best paragraphs that have all words of a name; empty where
// there is none.
func (r *Reader) whereNamed(name string) string {
	found, err := r.FindPassages(r.ctx, PassageQuery{Words: name})
	if err == nil && found.Whole() {
		return r.placesInWords(found.Nodes())
	}
	return r.placesInWords(r.printedIn(name, namedPlaces))
}

// printedIn are the first paragraphs, at most so many, in which words stand as they are, also inside
// the symbol of a document: L.9/Rev.1.
func (r *Reader) printedIn(words string, most int) []snapshot.Node {
	var list []snapshot.Node
	for i, n := range r.Nodes("Paragraph") {
		if i%checked == 0 && r.ended() || len(list) == most {
			break
		}
		if strings.Contains(r.Text(n, "text"), words) {
			list = append(list, n)
		}
	}
	return list
}

// namedPlaces is the number of paragraphs that are named.
const namedPlaces = 3
