package clause

import (
	"regexp"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// LongestClause is how many bytes around an act may tell how it is named, which bounds
// the work in a text without sentences.
const LongestClause = 2000

// glueWords may stand between a verb and the act that is its direct object.
var LeadingWords = scan.WordSet("" +
	"the its and as well also further again in particular inter alia including relevant previous earlier " +
	"all other subsequent both especially notably of to regard this most recently provisions or prior own " +
	"related adopted many various those recent more moreover furthermore latest resolutions decisions " +
	"respectively thereof operative preambular mutatis mutandis")

// PartNouns name parts of an act, whose numbers or letters follow.
var PartNouns = scan.WordSet("" +
	"paragraph paragraphs section sections annex annexes part parts article articles chapter chapters")

// OnlyLeads says that words only lead from a verb, or from one member of a list, to
// the next act: articles, conjunctions, and a paragraph of it.
func OnlyLeads(words string) bool {
	i := 0
	for i < len(words) {
		c := words[i]
		if strings.IndexByte(" ,;*:", c) >= 0 {
			i++
			continue
		}
		if end := markEnd(words, i); end > i {
			i = end
			continue
		}
		if end := furtherPart(words, i); end > i {
			i = end
			continue
		}
		end := i
		for end < len(words) && (scan.IsWord(words[end]) || words[end] == '-' && end > i) {
			end++
		}
		w := strings.ToLower(words[i:end])
		switch {
		case PartNouns[w]:
			end = SkipNumbers(words, end)
		case !LeadingWords[w]:
			return false
		}
		i = end
	}
	return true
}

// furtherPart is where the number of a further part ends at byte i, of which "of"
// follows: the 11 of "paragraph 4 of resolution 5/1 and 11 of resolution 5/2"; i where
// there is none.
func furtherPart(words string, i int) int {
	end := scan.DigitsEnd(words, i)
	if end == i || end > i+3 {
		return i
	}
	if end = SkipNumbers(words, end); strings.HasPrefix(words[end:], "of ") {
		return end
	}
	return i
}

// markEnd is where the mark of a footnote at byte i ends: "15/" as typewriters
// print it, or a figure behind a comma; i where there is none.
func markEnd(words string, i int) int {
	end := scan.DigitsEnd(words, i)
	switch {
	case end == i:
	case end < i+4 && strings.HasPrefix(words[end:], "/ "):
		return end + 1
	case end < i+3 && i > 0 && (words[i-1] == ',' || words[i-1] == ';'):
		return end
	}
	return i
}

// LeadsOver is [OnlyLeads] where acts may be named as a body's: "all relevant
// resolutions of the Human Rights Council, in particular resolution".
func LeadsOver(words string) bool {
	if OnlyLeads(words) {
		return true
	}
	if of, ok := strings.CutPrefix(words, " of the "); ok { // whose the act before is
		name := tree.OrganName(of)
		if serving, ok := strings.CutPrefix(of[len(name):], " serving as the "); ok && name != "" {
			of, name = serving, CapitalWords(serving)
		}
		return name != "" && OnlyLeads(of[len(name):])
	}
	for _, of := range []string{"esolutions of ", "ecisions of "} {
		if i := strings.Index(words, of); i >= 0 {
			at := i + len(of)
			if strings.HasPrefix(words[at:], "the ") {
				at += len("the ")
			}
			if name := tree.OrganName(words[at:]); name != "" {
				return OnlyLeads(words[:i+len(of)]) && LeadsOver(words[at+len(name):])
			}
		}
	}
	return false
}

// CapitalWords is the name that begins a text: up to the last word with a
// capital letter before other words than small ones.
func CapitalWords(s string) string {
	end := 0
	for i := 0; i < len(s); {
		w, next := scan.Word(s, i)
		if w == "" || !scan.IsCapital(w) && !scan.SmallWords[w] && w != "meeting" {
			break
		}
		if scan.IsCapital(w) {
			end = next
		}
		if i = next; i < len(s) && s[i] != ' ' {
			break
		}
	}
	return s[:end]
}

// SkipNumbers passes "5 and 6 (a)", "II".
func SkipNumbers(s string, at int) int {
	for at < len(s) {
		c := s[at]
		if scan.IsDigit(c) || c == ' ' || c == '(' || c == ')' || c == ',' || c == '-' {
			at++
			continue
		}
		if strings.HasPrefix(s[at:], "–") {
			at += len("–")
			continue
		}
		if w, end := scan.Word(s, at); w == "and" || w == "to" || len(w) == 1 || graph.Roman(w) > 0 {
			at = end
			continue
		}
		break
	}
	return at
}

// A Ruling says how a citation stands to the verb of its clause.
type Ruling struct {
	Relation   string
	Verb       string  // as printed
	Also       *Ruling // of a verb that shares the object: "Recalling and reaffirming"
	Connective string
	Pin        string // printed before: paragraph 5 of
	Rule       string
}

// PlainThing says that words name things without a clause or an object of
// their own in which an act could stand.
func PlainThing(words string) bool {
	before := ""
	for i := 0; i < len(words); {
		w, next := scan.Word(words, i)
		c, verb := tree.CueOf(w)
		if verb && c.Form != tree.BaseForm && !scan.IsCapital(w) && before != "its" {
			return false
		}
		if nestedWords[w] || w != "" && strings.Contains(clauseList, " "+w+" ") {
			return false
		}
		if v, _ := scan.Word(words, next); w == "to" && v != "the" && v != "its" && !scan.IsCapital(v) {
			return false
		}
		i, before = max(next, i+1), w
	}
	return true
}

// WithoutPlaces leaves out of words where something is, "in Haiti", "in the Middle
// East": no list stands inside of such a phrase. A text of which a thing may be part,
// "in the Charter", is no place.
func WithoutPlaces(words string) string {
	return placed.ReplaceAllStringFunc(words, func(phrase string) string {
		for _, w := range strings.Fields(phrase) {
			if tree.TreatyNouns[w] || w == "Plan" || w == "Programme" || w == "Article" {
				return phrase
			}
		}
		return ""
	})
}

var placed = regexp.MustCompile(`\bin (?:the )?\p{Lu}[\pL’'-]+(?: (?:of |the |and |d’)?\p{Lu}[\pL’'-]+)*`)

// clauseList is clauseWords in one text.
var clauseList = strings.Join(clauseWords, "")

// byWhom is a participle that says who did it: "as amended by the Conference
// in".
var byWhom = scan.Compile(`\bas [a-z]+(?: out| forth| for)? by the [A-Z][A-Za-z]+ in$`)
