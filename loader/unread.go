package loader

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"mandategraph/graph"
)

// A lookalike is a shape of words that is a reference as a rule. What is found
// by one and covered by no statement and no other finding is reported, so that
// nothing is lost in silence.
type lookalike struct {
	anchors []string // without one of them in the text the pattern is not tried
	pattern *regexp.Regexp
	reason  string
}

// lookalikes, each with a real example.
var lookalikes = []lookalike{
	// "resolution 55/25", "Decision No. 2020/3", "recommendation XI/7"
	{[]string{"esolution", "ecision", "ecommendation", "RESOLUTION", "DECISION"}, regexp.MustCompile(`\b(?i:resolutions?|decisions?|recommendations?) (?:(?i:nos?\.|n°) ?)?((?:[A-Z]{1,6}[-./]?)?\d[\w/.\-]*(?: \((?:[IVXLC]+|(?:19|20)\d\d)\))?)`), "looks like an act and was not understood"},
	// "CTOC/COP/2024/5", "A/RES/70/1"
	{[]string{"/"}, symbolShape, "looks like a document symbol and was not understood"},
	// "16/1" on its own
	{[]string{"/"}, regexp.MustCompile(`(?:^|[\s(])(\d{1,3}/\d{1,3})\b`), "looks like the number of an act and was not understood"},
	// "article 16"
	{[]string{"rticle"}, regexp.MustCompile(`\b[Aa]rticles? (\d+)`), "an article of no treaty that is named"},
	{[]string{"Treaty Series"}, regexp.MustCompile(`Treaty Series,? vols?\. [\d, and]+`), "a registration of no treaty that is named"},
}

// unread reports what looks like a reference and was not understood.
func (s *stater) unread() {
	covered := s.coverage()
	for _, p := range s.tree.Paragraphs {
		for _, part := range p.Parts {
			s.unreadIn(p, part, covered)
		}
	}
}

func (s *stater) unreadIn(p *Paragraph, part Text, covered ranges) {
	if strings.IndexAny(part.S, "0123456789") < 0 {
		return
	}
	quotes := quoted(part.S)
	var done []span
	for _, l := range lookalikes {
		if !slices.ContainsFunc(l.anchors, func(a string) bool { return strings.Contains(part.S, a) }) {
			continue
		}
		for _, m := range l.pattern.FindAllStringSubmatchIndex(part.S, -1) {
			from, to := m[0], m[1]
			if len(m) > 3 && m[2] >= 0 {
				from = m[2]
			}
			words := part.S[from:to]
			if inside(quotes, from) || meets(done, from, to) || !s.refers(l, words) {
				continue
			}
			start, end := s.tree.Source.CodePoint(part.SourceStart(from)), s.tree.Source.CodePoint(part.SourceEnd(to))
			if covered.touch(start, end) {
				continue
			}
			done = append(done, span{from, to})
			s.report(p, part, m[0], to, Diagnostic{Reason: l.reason, Text: strings.TrimLeft(part.S[m[0]:to], " (")})
		}
	}
}

// refers leaves out what only has the shape: an own act, a symbol too short to
// be one, a mark of an item.
func (s *stater) refers(l lookalike, words string) bool {
	for _, a := range s.tree.Acts {
		if a.Number == words || a.Number == strings.TrimRight(words, ".") {
			return false
		}
	}
	if l.pattern == symbolShape {
		return symbolLike(words) && strings.ContainsAny(words, "0123456789") && graph.DocumentID(words) != s.tree.ID
	}
	return true
}

func meets(list []span, from, to int) bool {
	return slices.ContainsFunc(list, func(r span) bool { return from < r.end && r.start < to })
}

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
	sort.Slice(all, func(i, j int) bool { return all[i][0] < all[j][0] })
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
