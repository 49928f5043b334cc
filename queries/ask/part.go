package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// A question cut into parts: names of the store, words of the lexicon, years, and
// what is left.

// A part is a run of words that mean something together.
type part struct {
	from, to int
	text     string
	sense
	// nodes are the entities that it can name; several are an ambiguity. Near is
	// how close the name is to theirs.
	nodes []snapshot.Node
	near  int
	// since and until are the first and last day of a time that it says; year says
	// that it is a bare number of four figures.
	since, until string
	year         bool
	// stop says that a comma stands behind it; several that all of its nodes are meant.
	stop, several bool
	// owns says that it is a possessive: UNIFIL's.
	owns bool
}

// is tells whether a part is a cue of some sort.
func (p *part) is(cue string) bool {
	for c := range strings.FieldsSeq(p.cue) {
		if c == cue {
			return true
		}
	}
	return false
}

// isAny tells whether a part is a cue of one of some sorts.
func (p *part) isAny(cues ...string) bool { return slices.ContainsFunc(cues, p.is) }

// unknown says that nothing is known of it.
func (p *part) unknown() bool {
	return p.cue == "" && p.verb == nil && p.noun == nil && len(p.nodes) == 0 && p.since == ""
}

const (
	// maxSpan bounds the words of one part.
	maxSpan = 14
	// Weights of a part by what it is, for each word and for itself: the whole of a
	// question is cut so that they are highest together. A longer part weighs more
	// than the shorter ones that it is made of.
	weightWord, weightSense, weightName, weightPart, weightAct, weightTime = 1, 10, 11, 9, 14, 12
)

// parted are the parts of a question, which are cut once for all its readings.
func (r *Reader) parted(question string) []part {
	if r.memory == nil {
		return r.cut(tokens(question))
	}
	list, _ := remembered(r.memory, r.memory.parts, question, func() ([]part, error) {
		return r.cut(tokens(question)), nil
	})
	return slices.Clone(list)
}

// cut cuts a question into the parts that weigh most together.
func (r *Reader) cut(words []token) []part {
	best := make([]float64, len(words)+1)
	last := make([]part, len(words)+1)
	for to := 1; to <= len(words); to++ {
		best[to] = -1
		for from := max(0, to-maxSpan); from < to; from++ {
			p, weight, ok := r.partOf(words, from, to)
			if ok && best[from]+weight > best[to] {
				best[to], last[to] = best[from]+weight, p
			}
		}
	}
	var list []part
	for to := len(words); to > 0; to = last[to].from {
		list = append(list, last[to])
	}
	slices.Reverse(list)
	return list
}

// partOf says what a run of words is, and how much that weighs.
func (r *Reader) partOf(words []token, from, to int) (p part, weight float64, ok bool) {
	text, key := joined(words, from, to)
	p = part{from: from, to: to, text: text, near: closenesses, stop: words[to-1].stop, owns: words[to-1].owns}
	size := float64(to - from)
	long := size - 0.5 // one long part is better than two short ones
	for _, w := range words[from : to-1] {
		if w.stop && to-from > 1 {
			long -= 0.6
		}
	}
	if s, known := senseOf(key); known {
		p.sense, weight, ok = s, weightSense*long, true
	}
	if p.readTime(words[from:to]) {
		weight, ok = max(weight, weightTime*long), true
	}
	if acts := r.actsIn(words, from, to, text); len(acts) > 0 {
		p.nodes, p.near = acts, asID
		return p, max(weight, weightAct*long), true
	}
	if found, near := r.nodesIn(words, from, to, key, ok); len(found) > 0 {
		p.nodes, p.near = found, near
		w := weightName * long
		if near == asPart {
			w = weightPart * long
		}
		return p, max(weight, w), true
	}
	if !ok && size == 1 {
		return p, weightWord, true
	}
	return p, weight, ok
}

// senseOf is what a run of words means apart from names, an article inside it or not.
func senseOf(key string) (sense, bool) {
	if s, known := lexicon()[key]; known {
		return s, true
	}
	s, known := lexicon()[strings.ReplaceAll(key, "-the-", "-")]
	return s, known && s.verb != nil
}

// figures are what a reference to an act has.
var figures = regexp.MustCompile(`\d`)

// actsIn are the acts to which a run of words refers.
func (r *Reader) actsIn(words []token, from, to int, text string) []snapshot.Node {
	if !figures.MatchString(text) || to-from > 8 || r.badEdge(words[from]) && to-from > 1 || r.badEdge(words[to-1]) {
		return nil
	}
	if to-from == 1 && bareNumber.MatchString(text) && (len(text) < 3 || isYear(text)) {
		return nil // a day, an item, a year
	}
	if to-from == 1 && to < len(words) && bareNumber.MatchString(text) && measure.MatchString(words[to].key) {
		return nil // 120 days
	}
	if behindSession(words, to) {
		return nil // 186 (S-2) is not 186, nor is 377 A (V)
	}
	acts := r.referred(text)
	if len(acts) == 0 {
		acts = r.ownedBy(words, from, to)
	}
	return slices.DeleteFunc(
		slices.Clone(acts),
		func(n snapshot.Node) bool { return r.Kind(n) != "Act" && to-from > 1 },
	)
}

var (
	bareNumber = regexp.MustCompile(`^\d+$`)
	// measure is a noun of which a number before it says how many there are.
	measure = regexp.MustCompile(
		`^(?:hour|day|week|month|year|meeting|state|country|countries|member|party|parties|troop|observer|men|` +
			`soldier|police|personnel|vote|abstention|paragraph|page|per|percent|million|billion|dollar|tonne|ton|kilometre|mile|time)s?$`,
	)
	// sessionBracket is the session behind the number of an Assembly's act: (S-2), (XXVI).
	sessionBracket = regexp.MustCompile(`^\(?(?:[IVXLC]+|E?S-[\dIVXLC]+)\)+$`)
	// councilReference is how people refer to acts of the Council and the Assembly.
	shortOwners = map[string]string{
		"unsc": "Security Council", "unscr": "Security Council", "scr": "Security Council", "unga": "General Assembly",
		"sc": "Security Council", "ga": "General Assembly", "gares": "General Assembly", "unsr": "Security Council",
	}
)

// behindSession says that the session of an act of the Assembly follows a number, with or
// without the letter of a part: 1654 (XVI), 2626 B (XXV).
func behindSession(words []token, to int) bool {
	if to+1 < len(words) && partLetter.MatchString(words[to].text) {
		to++
	}
	return to < len(words) && sessionBracket.MatchString(words[to].text)
}

var partLetter = regexp.MustCompile(`^[A-Z]$`)

// ownedBy reads a reference with a short word for its body before or behind it:
// UNSCR 242, UNGA resolution 60/251, resolution 12/4 of the Conference.
func (r *Reader) ownedBy(words []token, from, to int) []snapshot.Node {
	if to-from < 2 {
		return nil
	}
	if owner, known := shortOwners[words[from].key]; known {
		text, _ := joined(words, from+1, to)
		return r.referred(owner + " " + text)
	}
	return nil
}

func isYear(text string) bool { return len(text) == 4 && text >= "1900" && text <= "2100" }

// badEdge says that a name does not begin or end with a word.
func (r *Reader) badEdge(w token) bool {
	switch w.key {
	case "the",
		"of",
		"and",
		"or",
		"by",
		"in",
		"on",
		"for",
		"to",
		"a",
		"an",
		"does",
		"did",
		"is",
		"was",
		"what",
		"from",
		"at",
		"since",
		"with",
		"under",
		"recall",
		"recalls",
		"about":
		return true
	}
	return false
}
