package loader

import (
	"slices"
	"sort"
	"strings"

	"mandategraph/graph"
)

// A lookalike is a shape of words that is a reference as a rule. What is found
// by one and covered by no statement and no other finding is reported, so that
// nothing is lost in silence.
type lookalike struct {
	anchor  string // stands in every match, back bytes after its start
	back    int
	pattern *pattern // from the start on
	reason  string
}

const (
	likeAct    = "looks like an act and was not understood"
	likeSymbol = "looks like a document symbol and was not understood"
	likeNumber = "looks like the number of an act and was not understood"
)

// A number behind a noun: "55/25", "No. 2020/3", "XI/7", "1761 (XVII)".
const looseNumber = ` (?:[Nn]os?\. ?|N° ?)?((?:[A-Z]{1,6}[-./]?)?\d[\w/.\-]*(?: \((?:[IVXLC]+|(?:19|20)\d\d)\))?)`

// lookalikes, each with a real example.
var lookalikes = []lookalike{
	// "resolution 55/25", "Decision No. 2020/3", "recommendation XI/7"
	{"esolution", 1, compile(`^[Rr]esolutions?` + looseNumber), likeAct},
	{"ESOLUTION", 1, compile(`^RESOLUTIONS?` + looseNumber), likeAct},
	{"ecision", 1, compile(`^[Dd]ecisions?` + looseNumber), likeAct},
	{"ECISION", 1, compile(`^DECISIONS?` + looseNumber), likeAct},
	{"ecommendation", 1, compile(`^[Rr]ecommendations?` + looseNumber), likeAct},
	// "the decision of the extended Bureau at its eighth session"
	{"ecision", 1, compile(`^[Dd]ecisions? (?:of|taken by) the (?:[a-z]+ )?[A-Z][A-Za-z ]*? at its [a-z-]+ (?:session|meeting)`), "an act without a number"},
	// "article 16"
	{"rticle", 1, compile(`^[Aa]rticles? (\d+)`), "an article of no treaty that is named"},
	{"Treaty Series", 0, compile(`^Treaty Series,? vols?\. [\d, and]+`), "a registration of no treaty that is named"},
}

var (
	digits     = strings.Split("0123456789", "")
	holdsDigit = newGate(digits...)
	likeGates  = func() (gates []*gate) {
		for _, l := range lookalikes {
			gates = append(gates, newGate(l.anchor))
		}
		return gates
	}()
)

// unread reports what looks like a reference and was not understood.
func (s *stater) unread() {
	covered := s.coverage()
	own := map[string]bool{} // numbers of acts whose text this is
	for _, a := range s.tree.Acts {
		own[a.Number] = true
	}
	for _, p := range s.tree.Paragraphs {
		for _, part := range p.Parts {
			s.unreadIn(p, part, covered, own)
		}
	}
}

func (s *stater) unreadIn(p *Paragraph, part Text, covered ranges, own map[string]bool) {
	if !holdsDigit.in(part) {
		return
	}
	quotes := quoted(part.S)
	done := map[int]bool{} // bytes that were reported
	report := func(start, from, to int, reason string) {
		words := part.S[from:to]
		if inside(quotes, from) || done[from] || done[to-1] || own[strings.TrimRight(words, ".")] {
			return
		}
		first, last := s.tree.Source.CodePoint(part.SourceStart(from)), s.tree.Source.CodePoint(part.SourceEnd(to))
		if covered.touch(first, last) {
			return
		}
		for i := from; i < to; i++ {
			done[i] = true
		}
		s.report(p, part, start, to, Diagnostic{Reason: reason})
	}
	for i, l := range lookalikes {
		if likeGates[i].in(part) {
			l.find(part.S, report)
		}
	}
	if holdsSlash.in(part) {
		strokes(part.S, s.tree.ID, report)
	}
}

// find calls found with start, first byte of the number and end of each match.
func (l lookalike) find(text string, found func(start, from, to int, reason string)) {
	for at := 0; ; {
		i := strings.Index(text[at:], l.anchor)
		if i < 0 {
			return
		}
		start := at + i - l.back
		at += i + len(l.anchor)
		if start < 0 || start > 0 && isWord(text[start-1]) {
			continue
		}
		if m := l.pattern.FindStringSubmatchIndex(text[start:]); m != nil {
			from := 0
			if len(m) > 2 && m[2] >= 0 {
				from = m[2]
			}
			found(start, start+from, start+m[1], l.reason)
		}
	}
}

var plainStroke = compile(`^\d{1,3}/\d{1,3}$`)

// strokes looks at every token with a stroke: "CTOC/COP/2024/5", "16/1".
func strokes(text, own string, found func(start, from, to int, reason string)) {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '/')
		if i < 0 {
			return
		}
		from, to := at+i, at+i
		for from > at && !isBlank(text[from-1]) {
			from--
		}
		for to < len(text) && !isBlank(text[to]) {
			to++
		}
		at = to
		for from < to && strings.IndexByte("([\"'*", text[from]) >= 0 {
			from++
		}
		for to > from && strings.IndexByte(")].,;:\"'*", text[to-1]) >= 0 {
			to--
		}
		token := text[from:to]
		if plainStroke.MatchString(token) {
			found(from, from, to, likeNumber)
		} else if m := symbolShape.FindStringIndex(token); m != nil && m[0] == 0 && m[1] == len(token) && symbolLike(token) && strings.ContainsAny(token, "0123456789") && graph.DocumentID(token) != own {
			found(from, from, to, likeSymbol)
		}
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// ranges of code points, sorted by their start and apart from each other.
type ranges [][2]int

func (r ranges) touch(from, to int) bool {
	i := sort.Search(len(r), func(i int) bool { return r[i][1] > from })
	return i < len(r) && r[i][0] < to
}

// coverage joins the ranges of all that was understood or reported.
func (s *stater) coverage() ranges {
	all := slices.Clone(s.read)
	for _, d := range s.found {
		all = append(all, [2]int{d.Start, d.End})
	}
	slices.SortFunc(all, func(a, b [2]int) int { return a[0] - b[0] })
	var joined ranges
	for _, r := range all {
		if n := len(joined); n > 0 && r[0] <= joined[n-1][1] {
			joined[n-1][1] = max(joined[n-1][1], r[1])
			continue
		}
		joined = append(joined, r)
	}
	return joined
}
