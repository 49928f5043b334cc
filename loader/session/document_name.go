package session

import (
	"slices"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// calledBefore is what a text calls the document whose symbol follows.
var calledBefore = scan.Compile(`(?:^\*?|[.,;:] |\b(?:adopted|approved|considered|of|in|the|The|a|A|an) )` +
	`((?:(?:[Uu]pdated |[Rr]evised )?(?:[Ll]ist|[Dd]raft|[Rr]eport|[Nn]ote|text|[Pp]rovisional agenda|` +
	`annotated provisional agenda|organization of work|conference room paper|background paper)\b)[^.;()\[\]]*?)` +
	`(?:,? (?:as |is |are |was |were )?(?:contained|set out|reproduced|issued|` +
	`available) in (?:document )?)? ?[(\[]*$`)

// calledNouns are parts of the words for documents.
var calledNouns = []string{"ist", "raft", "eport", "ote", "text", "agenda", "organization of work", "paper"}

// calledBytes is about how long what a text calls a document is at most.
const calledBytes = 1000

// addNameBefore keeps what the words before a symbol call the document.
func addNameBefore(found *tree.Findings, id, lead string) {
	// What the document is called holds none of these marks, except before the symbol.
	lead = lead[max(0, len(lead)-calledBytes):]
	if i := strings.LastIndexAny(strings.TrimRight(lead, " (["), ".;()[]"); i > 0 {
		lead = lead[i:]
	}
	if !slices.ContainsFunc(calledNouns, func(w string) bool { return strings.Contains(lead, w) }) {
		return
	}
	if m := calledBefore.FindStringSubmatch(lead); m != nil {
		addCalled(found, id, plainCall(m[1]))
	}
}

// calledTypes are the types of documents by the first words of what a text
// calls them.
var calledTypes = []struct{ lead, name string }{
	{"report", "report"}, {"note", "note"}, {"letter", "letter"}, {"list", "list"}, {"updated list", "list"},
	{"provisional agenda", "agenda"}, {"annotated provisional agenda", "agenda"},
	{"draft resolution", "draft resolution"}, {"draft decision", "draft decision"},
	{"revised draft resolution", "draft resolution"}, {"revised draft decision", "draft decision"},
	{"conference room paper", "conference room paper"}, {"background paper", "background paper"},
}

// addCalled keeps what a text calls a document, and the type which that says.
func addCalled(found *tree.Findings, id, called string) {
	found.Fact(id, "called", called)
	lower := strings.ToLower(called)
	for _, t := range calledTypes {
		if rest, ok := strings.CutPrefix(lower, t.lead); ok && (rest == "" || rest[0] == ' ') {
			found.Fact(id, "documentType", t.name)
		}
	}
}

// plainCall leaves out another symbol in the same brackets: "Report (CTOC/1 and".
func plainCall(called string) string {
	if i := strings.LastIndex(called, " ("); i > 0 && !strings.Contains(called[i:], ")") {
		called = called[:i]
	}
	return strings.Trim(called, " ,")
}

// itemMark is the mark of an item of a list.
var itemMark = scan.Compile(`^(?: |\([a-z]+\) |\d+\. )`)

// beforeSymbol is what a text calls the document whose symbol follows: from the
// beginning, "before it", a semicolon or ", and" to the symbol and its bracket.
func beforeSymbol(lead string) string {
	end := strings.TrimSuffix(strings.TrimSuffix(lead, "["), "(")
	s, spaced := strings.CutSuffix(end, " ")
	if s = strings.TrimSuffix(s, ","); !spaced {
		return ""
	}
	if m := itemMark.FindString(s); m != "" {
		at := len(m)
		if m == " " {
			at = scan.SkipPrefix(s, at, "a ", "an ", "the ")
		}
		if begins(s[at:]) {
			return s[at:]
		}
	}
	if begins(s) {
		return s
	}
	for at := range s {
		if from := startOfCall(s, at); from > at && begins(s[from:]) {
			return s[from:]
		}
	}
	return ""
}

// startOfCall is where the document's name may begin behind words at byte at.
func startOfCall(s string, at int) int {
	switch {
	case s[at] == ';' || s[at] == ',':
		return scan.SkipPrefix(s, at, "; ", ", and ")
	case s[at] == 'b' && strings.HasPrefix(s[at:], "before it ") && (at == 0 || !scan.IsWord(s[at-1]) || s[at-1] >= 0x80):
		return scan.SkipPrefix(s, at+len("before it "), "a ", "an ", "the ")
	}
	return at
}

// begins says that a text begins like the name of a document.
func begins(s string) bool {
	return scan.IsCapital(s) || strings.HasPrefix(s, "report") || strings.HasPrefix(s, "note")
}
