package session

import (
	"slices"
	"sort"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// A stateman is where a text names a person with the State for which he or she sits.
type stateman struct {
	scan.Span              // with all that belongs to the name
	nameFrom, nameTo   int // without honorifics
	stateFrom, stateTo int
	titled             bool // the title of an office stands before it without a comma
}

var (
	// "Ms. Eva Lund, Deputy Permanent Representative of Norway to the United Nations"
	namedFirst = scan.Compile(`(?:(?:` + honorific + `)+)?(` + fullName + `)$`)
	postAfter  = scan.Compile(`, (?:the )?` + postTitle + ` of (?:the )?`)
	// "the Permanent Representative of Norway to the United Nations, Eva Lund": the post,
	// and the name behind its State
	postBefore = scan.Compile(`^(?:[Tt]he )?` + postTitle + `s? (?:to the United Nations )?(?:of|for) (?:the )?$`)
	nameBehind = scan.Compile(`^(?: to the United Nations(?: [A-Za-z ]{0,30})?)?, (?:(?:` + honorific + `)+)?` +
		`(` + fullName + `)(?:[,;.]| and\b| was\b|( \([a-z][^()]*\))|$)`)
)

// titleBefore is the title of an office that stands before a name without a comma.
var titleBefore = scan.Compile(`^` + officeTitles + ` `)

const (
	fullName  = nameWord + `(?: ` + nextWord + `){1,6}`
	postTitle = `(?:(?:[A-Z][\w-]*|and|to) ){0,6}(?:Permanent Representative|Permanent Observer|Ambassador|` +
		`Minister|Counsellor|First Secretary|Second Secretary)`
)

// postNouns end the titles of posts.
var postNouns = strings.Split("Representative|Permanent Observer|Ambassador|Minister|Counsellor|First Secretary|Second Secretary", "|")

// endsWithPost says that a text may end as a post does before the name of its State.
func endsWithPost(text string) bool {
	text = strings.TrimSuffix(text, "the ")
	if !strings.HasSuffix(text, " of ") && !strings.HasSuffix(text, " for ") {
		return false
	}
	text = strings.TrimSuffix(text[:strings.LastIndexByte(text[:len(text)-1], ' ')], " to the United Nations")
	return scan.EndsWithAny(strings.TrimSuffix(text, "s"), postNouns...)
}

// inBrackets finds names with something in brackets behind them; most texts have none.
func inBrackets(text string) [][]int {
	if !strings.Contains(text, " (") {
		return nil
	}
	return personOf.FindAll(text)
}

// statesmen lists the persons with their States that a text names: "Eva Lund
// (Norway)", and those whose post at the United Nations stands beside them.
func statesmen(text string) (list []stateman) {
	for _, m := range inBrackets(text) {
		if _, ok := names.StateFinder().Named(strings.TrimPrefix(text[m[6]:m[7]], "the ")); ok {
			lead := len(titleBefore.FindString(text[m[4]:m[5]])) // "the Vice-Chair Ana Soto (Chile)"
			start := m[0]
			if lead > 0 {
				start = m[4] + lead
			}
			list = append(list, stateman{scan.Span{Start: start, End: m[1]}, m[4] + lead, m[5], m[6], m[7], lead > 0})
		}
	}
	list = append(list, ofStates(text)...)
	if !strings.Contains(text, "Representative") && !strings.Contains(text, "Ambassador") {
		return inOrder(list)
	}
	list = append(list, withPosts(text)...)
	return inOrder(append(list, namedBehind(text)...))
}

// personOfState is a name with its State behind it: "Ms. Ana Soto of Chile".
var personOfState = scan.Compile(`(?:` + honorific + `)+(` + fullName + `) of (?:the )?`)

// ofStates lists the persons whose States stand behind their names.
func ofStates(text string) (list []stateman) {
	for _, m := range personOfState.FindAll(text) {
		if _, end, ok := names.StateFinder().At(text, m[1]); ok {
			list = append(list, stateman{scan.Span{Start: m[0], End: end}, m[2], m[3], m[1], end, false})
		}
	}
	return list
}

// inOrder puts persons in the order of the text and leaves out those read twice.
func inOrder(list []stateman) []stateman {
	sort.SliceStable(list, func(i, k int) bool { return list[i].Start < list[k].Start })
	kept := list[:0]
	for _, p := range list {
		if n := len(kept); n == 0 || p.Start >= kept[n-1].End {
			kept = append(kept, p)
		}
	}
	return kept
}

// withPosts reads "Ms. Eva Lund, Ambassador of Norway": each name before its post.
func withPosts(text string) (list []stateman) {
	from := 0 // where what was read ends
	for _, post := range postAfter.FindAll(text) {
		at := nameRun(text, from, post[0])
		m := namedFirst.FindStringSubmatchIndex(text[at:post[0]])
		if m == nil {
			continue
		}
		from = post[1]
		if _, end, ok := names.StateFinder().At(text, post[1]); ok {
			to := scan.SkipPrefix(text, end, " to the United Nations")
			list = append(list, stateman{scan.Span{Start: at + m[0], End: to}, at + m[2], at + m[3], post[1], end, false})
		}
	}
	return list
}

// nameRun is where the letters, spaces and marks begin, not before byte from, that end
// at byte to: no name of a person holds others.
func nameRun(text string, from, to int) int {
	for to > from && (scan.IsWord(text[to-1]) && !scan.IsDigit(text[to-1]) || strings.IndexByte(" .'-", text[to-1]) >= 0) {
		to--
	}
	return to
}

// postStart is where the title of a post begins that ends at a byte; the same byte
// where none does. A title has few words, all with capitals but the smallest.
func postStart(text string, end int) int {
	starts := make([]int, 0, mostPostWords)
	for from := end; from > 0 && len(starts) < mostPostWords; {
		next := 1 + strings.LastIndexByte(text[:from-1], ' ')
		word := strings.TrimRight(text[next:from], " ")
		if len(starts) > 0 && !scan.IsCapital(strings.TrimLeft(word, `("“'`)) && !postWords[word] {
			break
		}
		starts, from = append(starts, next), next
	}
	for _, from := range slices.Backward(starts) {
		at := end - len(strings.TrimLeft(text[from:end], `("“'`))
		if postBefore.MatchString(text[at:end]) {
			return at
		}
	}
	return end
}

// postWords stand in the title of a post without a capital.
var postWords = scan.WordSet("the and to of for")

// mostPostWords is how many words the title of a post has at most, with what joins it
// to its State: "the Deputy Permanent Representative to the United Nations of the".
const mostPostWords = 16

// namedBehind reads "the Permanent Representatives of Norway, Eva Lund; and Chile, Ana
// Soto": each name behind its State.
func namedBehind(text string) (list []stateman) {
	posted := false // a post was named, which further States share
	for _, h := range names.StateFinder().Find(text) {
		start := h.Start
		if endsWithPost(text[:start]) {
			if from := postStart(text, start); from < start {
				start, posted = from, true
			}
		}
		if !posted {
			continue
		}
		m := nameBehind.FindStringSubmatchIndex(text[h.End:])
		if m == nil {
			continue
		}
		end := h.End + max(m[3], m[5]) // "(representing the African States)"
		list = append(list, stateman{scan.Span{Start: start, End: end}, h.End + m[2], h.End + m[3], h.Start, h.End, false})
	}
	return list
}
