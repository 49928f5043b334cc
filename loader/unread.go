package loader

import (
	"context"
	"slices"
	"sort"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A lookalike is a shape of words that is a reference as a rule. What is found
// by one and covered by no statement and no other finding is reported, so that
// nothing is lost in silence.
type lookalike struct {
	anchor  string // stands in every match, back bytes after its start
	back    int
	pattern *scan.Pattern // from the start on
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
	{"esolution", 1, scan.Compile(`^[Rr]esolutions?` + looseNumber), likeAct},
	{"ESOLUTION", 1, scan.Compile(`^RESOLUTIONS?` + looseNumber), likeAct},
	{"ecision", 1, scan.Compile(`^[Dd]ecisions?` + looseNumber), likeAct},
	{"ECISION", 1, scan.Compile(`^DECISIONS?` + looseNumber), likeAct},
	{"ecommendation", 1, scan.Compile(`^[Rr]ecommendations?` + looseNumber), likeAct},
	// "the decision of the extended Bureau at its eighth session"
	{"ecision", 1, scan.Compile(`^[Dd]ecisions? (?:of|taken by) the (?:[a-z]+ )?[A-Z][A-Za-z ]*? ` +
		`at its [a-z-]+ (?:session|meeting)`), "an act without a number"},
	// "article 16"
	{"rticle", 1, scan.Compile(`^[Aa]rticles? (\d+)`), "an article of no treaty that is named"},
	{
		"Treaty Series",
		0,
		scan.Compile(`^Treaty Series,? vols?\. [\d, and]+`),
		"a registration of no treaty that is named",
	},
}

var (
	holdsDigit = text.NewGate(scan.Digits...)
	likeGates  = func() (gates []*text.Gate) {
		for _, l := range lookalikes {
			gates = append(gates, text.NewGate(l.anchor))
		}
		return gates
	}()
)

// unread reports what looks like a reference and was not understood; covered are
// the ranges of the source that were, acts the numbers of all acts that the document
// names.
func unread(ctx context.Context, t *tree.Tree, covered ranges, acts map[string]bool) tree.Findings {
	r := unreadReader{tree: t, covered: covered, own: map[string]bool{}}
	for _, a := range t.Acts {
		r.own[a.Number] = true
	}
	for _, s := range t.Symbols {
		r.own[s] = true
	}
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			break
		}
		for _, part := range p.Parts {
			if holdsDigit.In(part) {
				r.p, r.part, r.quotes, r.done = p, part, scan.Quoted(part.S), map[int]bool{}
				r.read()
			}
		}
	}
	r.acts, r.p = acts, &tree.Paragraph{ID: t.ID}
	for _, part := range t.Apart {
		if ctx.Err() == nil && holdsDigit.In(part) {
			r.part, r.quotes, r.done = part, scan.Quoted(part.S), map[int]bool{}
			r.read()
		}
	}
	return r.found
}

// An unreadReader looks for references in one part of a paragraph after another.
type unreadReader struct {
	tree    *tree.Tree
	covered ranges
	own     map[string]bool // numbers of acts whose text this is
	p       *tree.Paragraph
	part    text.Text
	quotes  []scan.Span
	done    map[int]bool // bytes of the part that were reported
	// acts are, in what stands in no paragraph, the numbers that the document names
	// elsewhere: only an act that it names there alone is lost.
	acts  map[string]bool
	found tree.Findings
}

func (r *unreadReader) read() {
	for i, l := range lookalikes {
		if likeGates[i].In(r.part) {
			l.find(r.part.S, r.report)
		}
	}
	if tree.HoldsSlash.In(r.part) {
		strokes(r.part.S, r.tree.ID, r.report)
	}
	bracketed(r.part.S, r.report)
}

// report adds what stands from byte start to byte to, unless it is quoted, the
// act's own number or understood; from is where its number begins.
func (r *unreadReader) report(start, from, to int, reason string) {
	own := r.own[strings.TrimRight(r.part.S[from:to], ".")]
	if scan.Inside(r.quotes, from) || r.done[from] || r.done[to-1] || own {
		return
	}
	if r.acts != nil {
		number, _, _ := strings.Cut(r.part.S[from:to], " (")
		if r.ownAt(from) || r.own[number] {
			return
		}
		if reason != likeAct && reason != likeNumber || r.acts[tree.WithoutSpaces(number)] ||
			r.acts[tree.WithoutSpaces(r.part.S[from:to])] {
			return
		}
		reason = "unresolved: an act that stands in a heading alone"
	}
	first := r.tree.Source.CodePoint(r.part.SourceStart(from))
	if r.covered.touch(first, r.tree.Source.CodePoint(r.part.SourceEnd(to))) {
		return
	}
	for i := from; i < to; i++ {
		r.done[i] = true
	}
	r.found.Report(r.p, r.part, start, to, tree.Diagnostic{Reason: reason})
}

// ownAt says that the number at byte from, with the session in brackets behind it, is that
// of an act whose heading this is: "RESOLUTION 790(XLII)".
func (r *unreadReader) ownAt(from int) bool {
	words := tree.WithoutSpaces(r.part.S[from:min(len(r.part.S), from+longestNumber)])
	return r.own[words[:strings.IndexByte(words, ')')+1]]
}

// longestNumber is more bytes than the number of an act has.
const longestNumber = 40

// find calls found with start, first byte of the number and end of each match.
func (l lookalike) find(text string, found func(start, from, to int, reason string)) {
	for at := 0; ; {
		i := strings.Index(text[at:], l.anchor)
		if i < 0 {
			return
		}
		start := at + i - l.back
		at += i + len(l.anchor)
		if start < 0 || start > 0 && scan.IsWord(text[start-1]) {
			continue
		}
		if m := l.pattern.FindStringSubmatchIndex(text[start:min(len(text), start+longestLookalike)]); m != nil {
			from := 0
			if len(m) > 2 && m[2] >= 0 {
				from = m[2]
			}
			found(start, start+from, start+m[1], l.reason)
		}
	}
}

// longestLookalike is more bytes than a lookalike has.
const longestLookalike = 500

// plainStroke is "16/1", "75/290A", "2011/36", "XII/3".
var plainStroke = scan.Compile(`^(?:\d{1,3}|(?:19|20)\d\d|[IVXL]{2,})/\d{1,3}[A-Z]?$`)

// spansYears says that a token with a stroke is a span of two years: 2024/25.
func spansYears(token string) bool {
	return len(token) == len("2024/25") && token[4] == '/' && token[2:4] < token[5:] && token[5:] <= "99"
}

// behindNumber is what stands behind a number of an act in brackets: the year of
// 1373 (2001), the session of 2758 (XXVI).
var behindNumber = scan.Compile(`^\((?:(?:19[4-9]|20)\d{1,2}|(?:S-|ES-)?[IVXL]{1,7})\)`)

// bracketed looks at every number of three and more digits before a year or a
// session in brackets.
func bracketed(text string, found func(start, from, to int, reason string)) {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '(')
		if i < 0 {
			return
		}
		open := at + i
		at = open + 1
		end := len(strings.TrimSuffix(text[:open], " "))
		if end > 2 && scan.IsCapitalAt(text, end-1) { // the letter of a part
			end = len(strings.TrimSuffix(text[:end-1], " "))
		}
		from := end
		for from > 0 && scan.IsDigit(text[from-1]) {
			from--
		}
		if end-from < 3 || end-from > 4 ||
			from > 0 && (scan.IsWord(text[from-1]) || strings.IndexByte("/.-$", text[from-1]) >= 0) {
			continue
		}
		if m := behindNumber.FindString(text[open:min(len(text), open+12)]); m != "" {
			found(from, from, open+len(m), likeNumber)
		}
	}
}

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
		switch token := text[from:to]; {
		case plainStroke.MatchString(token) && !spansYears(token):
			found(from, from, to, likeNumber)
		case wholeSymbol(token) && graph.DocumentID(token) != own:
			found(from, from, to, likeSymbol)
		}
	}
}

// wholeSymbol says that a token has the shape of a document symbol with a number.
func wholeSymbol(token string) bool {
	m := tree.SymbolShape.FindStringIndex(token)
	return m != nil && m[0] == 0 && m[1] == len(token) && tree.SymbolLike(token) &&
		strings.ContainsAny(token, "0123456789")
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// ranges of code points, sorted by their start and apart from each other.
type ranges [][2]int

func (r ranges) touch(from, to int) bool {
	i := sort.Search(len(r), func(i int) bool { return r[i][1] > from })
	return i < len(r) && r[i][0] < to
}

// coverage joins the ranges of all that was understood or reported.
func coverage(read ranges, reported []tree.Diagnostic) ranges {
	all := slices.Clone(read)
	for _, d := range reported {
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
