package clause

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// leads says that nothing but a label and modifiers stands before a verb.
func leads(s string, at int) bool {
	_, words := text.ReadLabel(s)
	for i := words; i < at; {
		w, next := scan.Word(s, i)
		if w == "" || !tree.Modifies(w) {
			return false
		}
		i = next
	}
	return true
}

// publisherSpeaks says that before a verb stands nothing but the body whose report
// it is: "The SBSTA recalled decisions 1/CP.16 and 2/CP.17".
func publisherSpeaks(p *tree.Paragraph, before string) bool {
	_, words := text.ReadLabel(before)
	before = before[words:]
	whole := before[:min(len(before), LongestClause)]
	before = text.LastBytes(before) // who speaks does not stand further off
	if i := strings.LastIndex(before, ". "); i >= 0 {
		before = before[i+2:]
	}
	if before = withoutModifiers(before); before == "It" { // whom the paragraph began with
		before = whole[:firstPast(whole)]
	}
	name, ok := strings.CutPrefix(before, "The ")
	if !ok || p.Publisher == "" || len(name) > 2*LongestClause {
		return false
	}
	if first, joined := strings.CutSuffix(name, " and"); joined && len(first) < LongestClause { // a second verb
		if name = first[:firstPast(first)]; name == first || ClauseInside(first[len(name):]) {
			return false
		}
	}
	return namesPublisher(p.Publisher, name)
}

// publisherRecalls says that a participle at byte at of a report's paragraph is
// said by the body that publishes it, "The Committee, recalling decision 5/2,
// requested", and by nobody whose stand the report tells of: "one delegation,
// recalling".
func publisherRecalls(p *tree.Paragraph, s string, at int) bool {
	_, words := text.ReadLabel(s)
	before := text.LastBytes(s[min(words, at):at])
	if i := strings.LastIndex(before, ". "); i >= 0 {
		before = before[i+2:]
	}
	switch first, _ := scan.Word(before, 0); {
	case isPast(first): // an item of what the body did: "(b) Recalled ..., noting"
		return true
	case first == "" && strings.HasSuffix(strings.TrimRight(s, " *"), ","):
		return true // a recital
	}
	name, ok := strings.CutPrefix(strings.TrimRight(withoutModifiers(before), " ,"), "The ")
	if !ok { // "In that regard, the Committee, recalling"; "Recalling ..., the Committee"
		i := strings.LastIndex(before, "the ")
		if name = before[i+1:]; i >= 0 {
			name = before[i+len("the "):]
		} else if i = strings.Index(s[at:], ", the "); before == "" && i >= 0 {
			name = s[at+i+len(", the "):]
		}
	}
	name = name[:min(len(name), LongestClause)]
	name, _, _ = strings.Cut(name[:firstPast(name)], ",")
	return namesPublisher(p.Publisher, strings.TrimRight(name, " "))
}

// withoutModifiers cuts the modifiers of a verb from the end of the words before
// it.
func withoutModifiers(before string) string {
	for {
		before = strings.TrimRight(before, " ")
		w := scan.LastWord(before)
		if w == "" || !tree.Modifies(w) || strings.EqualFold(w, "and") {
			return before
		}
		before = before[:len(before)-len(w)]
	}
}

// namesPublisher says that a name is that of the body with a code, or of several
// bodies of which it is one: two may speak together.
func namesPublisher(code, name string) bool {
	publisher, known := names.BodyByCode(code)
	if !known {
		return namesStranger(code, name)
	}
	own := false
	for _, part := range strings.Split(name, " and the ") {
		b, known := names.BodyByText(part)
		if part != publisher.Short && !known {
			return false
		}
		own = own || part == publisher.Short || b.Code == code
	}
	return own
}

// namesStranger says that a name is that of a body that no table knows, in full or
// by the words that begin or end it: "the Committee".
func namesStranger(code, name string) bool {
	slug, full := graph.Slug(name), code[strings.LastIndexByte(code, '/')+1:]
	if slug == "" || !scan.IsCapital(scan.LastWord(name)) {
		return false
	}
	return full == slug || strings.HasSuffix(full, "-"+slug) || strings.HasPrefix(full, slug+"-")
}

func isPast(w string) bool {
	w = strings.ToLower(w)
	return strings.HasSuffix(w, "ed") || w == "took" || w == "heard"
}

// firstPast is where the first verb in the past stands, behind the bodies that
// speak; the text's length where there is none.
func firstPast(s string) int {
	for i := strings.IndexByte(s, ' '); i >= 0 && i < len(s); {
		w, _ := scan.Word(s, i+1)
		if isPast(w) {
			return i
		}
		step := strings.IndexByte(s[i+1:], ' ')
		if step < 0 {
			break
		}
		i += 1 + step
	}
	return len(s)
}

// alsoPast says that "and" joins a verb in the past to the one that opens the
// paragraph: "(b) Reaffirmed decision 21/1 and recalled resolution 46/152".
func alsoPast(p *tree.Paragraph, s string, at int) bool {
	before, joined := strings.CutSuffix(strings.TrimRight(s[:at], " *"), " and")
	if !joined || len(before) > LongestClause {
		return false
	}
	_, words := text.ReadLabel(s)
	c, end, ok := tree.VerbAt(s, words, true)
	return ok && c.Form == tree.PastForm && end < len(before) && PlainThing(before[end:])
}
