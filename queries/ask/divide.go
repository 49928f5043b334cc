package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// A division is a question cut into several: what they are about, where it stands in
// front ("UNDOF: who created it, and until when does it run?"), and each question, with
// what it leaves out put in ("since when?" has the predicate of the question before).
type division struct {
	topic  string
	pieces []string
	// bare are the pieces that only asked, and have the predicate of another.
	bare []string
}

// asking are the words with which a further question begins.
const asking = `who|whom|whose|what|when|where|how|which|why|until when|since when|till when|` +
	`(?:by|to|from|under|in|at|on|for|with|of) (?:which|what|whom|when|how)|for how long|` +
	`does|did|is (?:it|there)|was (?:it|there)|are (?:they|there)|were (?:they|there)|has (?:it|any)|have they|will it`

var (
	// betweenQuestions is what separates questions: a mark, or a comma or "and" before a
	// word that asks.
	betweenQuestions = regexp.MustCompile(`(?i)\?+\s+(?:and |or |but |also |if so,? )?|;\s+|[:.]\s+(` + asking + `)\b|` +
		`[,;–-]?\s+(?:and|but|also|&|\+)\s+(` + asking + `)\b|[,–]\s+(?:and\s+)?(` + asking + `)\b|\s+-\s+(` + asking + `)\b`)
	// topicInFront is what stands before a colon, a dash or a mark.
	topicInFront = regexp.MustCompile(`^([^?;:]{2,120}?)(?::|,?\s+[-–—]{1,2}|\?+)\s+(\S.*)$`)
)

// comparing is what stands before what is compared by a question behind it.
var comparing = regexp.MustCompile(`(?i)^compare (?:the )?`)

// divide cuts a question into its questions. Without a topic there are two at least;
// none where it is one question.
func (r *Reader) divide(question string) division {
	d := division{}
	question = strings.TrimRight(comparing.ReplaceAllString(question, ""), " ?.!")
	if m := topicInFront.FindStringSubmatch(question); m != nil && r.asksNothing(m[1]) {
		d.topic, question = m[1], m[2]
	}
	list := segments(question)
	if len(list) > 1 && d.topic == "" && r.asksNothing(list[0]) {
		d.topic, list = list[0], list[1:]
	}
	d.pieces, d.bare = r.completed(list, d.topic)
	if len(d.pieces) < 2 && d.topic == "" {
		return division{}
	}
	return d
}

// segments are the pieces between the separators, each with its own word that asks.
func segments(question string) []string {
	var list []string
	add := func(piece string) {
		if piece = strings.Trim(piece, " ,?.!"); piece != "" {
			list = append(list, piece)
		}
	}
	from := 0
	for _, m := range betweenQuestions.FindAllStringSubmatchIndex(question, -1) {
		end, next := m[0], m[1]
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				next = m[g]
			}
		}
		add(question[from:end])
		from = next
	}
	add(question[from:])
	return list
}

// asksNothing says that words only name or describe something.
func (r *Reader) asksNothing(text string) bool {
	p := &parser{Reader: r, parts: r.cut(tokens(text))}
	p.used = make([]bool, len(p.parts))
	for i := range p.parts {
		q := p.at(i)
		switch {
		case p.isName(i):
		case q.is("say") && i == 0 && len(p.parts) > 1: // compare ...
			return false
		case q.isAny("ask", "aux", "count", "when", "how", "until", "where", "most", "define", "byYear", "bySession", "byBody", "long") &&
			!q.is("that"):
			return false
		case q.verb != nil && q.noun == nil && q.cue == "":
			return false
		}
	}
	return true
}

// An opening is a question cut behind its first phrase: who | extended it; by which
// decision | was it set up.
type opening struct {
	// asks is the phrase, and says the rest.
	asks, says string
	// bare says that nothing but the phrase is there.
	bare bool
	// noun says that the phrase has a noun: which resolutions.
	noun bool
}

// opened cuts a question at its first auxiliary or verb.
func (r *Reader) opened(piece string) opening {
	words := tokens(piece)
	p := &parser{Reader: r, parts: r.cut(words)}
	p.used = make([]bool, len(p.parts))
	o, asked := opening{bare: true}, false
	for i := range p.parts {
		q := p.at(i)
		if (q.is("aux") || p.isVerb(i)) && !p.isName(i) {
			o.asks, _ = joined(words, 0, q.from)
			o.says, _ = joined(words, q.from, len(words))
			o.bare = false
			return o
		}
		asks := q.isAny("ask", "when", "how", "until", "count", "where") || q.is("by") && len(q.text) > len("by")
		after := i > 0 && q.noun != nil && p.at(i-1).isAny("ask", "count")
		o.bare = o.bare && !p.isName(i) && (asks || after || q.isAny("by", "in", "of", "to", "since", "the", "and", "all", "that"))
		asked, o.noun = asked || asks, o.noun || after
	}
	o.asks, o.bare = piece, o.bare && asked
	return o
}

// completed puts into each piece what it leaves out: a piece that only asks has the
// predicate of the one before it, else of the next; the first one with a noun is about
// the topic: Western Sahara: which resolutions?
func (r *Reader) completed(list []string, topic string) (pieces, bare []string) {
	openings := make([]opening, len(list))
	for i, piece := range list {
		openings[i] = r.opened(piece)
	}
	says := func(o opening) bool { return o.says != "" }
	for i, piece := range list {
		if o := openings[i]; o.bare && i == 0 && topic != "" && o.noun {
			piece += " about " + topic
		} else if o.bare {
			before := slices.Clone(openings[:i])
			slices.Reverse(before)
			near := append(before, openings[i+1:]...)
			if k := slices.IndexFunc(near, says); k >= 0 {
				piece += " " + near[k].says
				bare = append(bare, piece)
			}
		}
		if !slices.Contains(pieces, piece) {
			pieces = append(pieces, piece)
		}
	}
	return pieces, bare
}

// subjectsOf are the things that a topic names, those that questions are asked of
// before States; none where it has further words that only describe them.
func (r *Reader) subjectsOf(topic string) []snapshot.Node {
	if topic == "" {
		return nil
	}
	d := r.read(topic)
	things := d.things()
	var first, states []snapshot.Node
	for _, n := range things {
		switch {
		case len(d.Left) > 0 && r.Kind(n) == "Body" && r.adopting(n):
			// the special body of the Commission is not the Commission
		case r.Kind(n) == "State" || r.Kind(n) == "Group":
			states = append(states, n)
		default:
			first = append(first, n)
		}
	}
	switch {
	case len(first) > 0 && len(states) > 0 && r.Kind(first[0]) == "Body" && r.adopting(first[0]):
		return nil // Lebanon in the Security Council: the words say more than the body
	case len(first) > 0:
		spokenOf := func(n snapshot.Node) bool { return len(r.In(n))+len(r.Out(n)) > 1 }
		known := slices.DeleteFunc(slices.Clone(first), func(n snapshot.Node) bool { return !spokenOf(n) })
		if len(known) == 0 || len(known) > maxSubjects || severalSubjects.FindString(topic) == "" {
			return first[max(slices.IndexFunc(first, spokenOf), 0):][:1]
		}
		return known
	case len(d.Left) == 0 && d.Words == "":
		return states
	}
	return nil
}

// maxSubjects is the most things that a topic names for each of which its questions are
// answered; severalSubjects is what joins them.
const maxSubjects = 4

var severalSubjects = regexp.MustCompile(`(?i)\s(?:and|&|versus|vs\.?)\s`)

// pronounPattern matches a word that stands for what is in front.
var pronounPattern = regexp.MustCompile(`(?i)\b(?:it|its|they|their|them|this|that one|these|he|she|his|her|him)\b`)

// about puts a topic into a question that says nothing of it, for its pronoun or
// behind it.
func (d division) about(piece string) string {
	if d.topic == "" {
		return piece
	}
	if at := pronounPattern.FindStringIndex(piece); at != nil {
		return piece[:at[0]] + d.topic + piece[at[1]:]
	}
	return piece + " about " + d.topic
}
