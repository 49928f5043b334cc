package loader

import (
	"strings"

	"mandategraph/graph"
)

// farClause is how many bytes around an act may tell how it is named, which bounds
// the work in a text without sentences.
const farClause = 2000

// glueWords may stand between a verb and the act that is its direct object.
var glueWords = wordSet("" +
	"the its and as well also further again in particular inter alia including relevant previous earlier " +
	"all other subsequent both especially notably of to regard this most recently provisions or prior own " +
	"related adopted many various those recent more moreover furthermore latest resolutions decisions " +
	"respectively thereof operative preambular mutatis mutandis")

// partNouns name parts of an act, whose numbers or letters follow.
var partNouns = wordSet("" +
	"paragraph paragraphs section sections annex annexes part parts article articles chapter chapters")

// glue says that words only lead from a verb, or from one member of a list, to
// the next act: articles, conjunctions, and a paragraph of it.
func glue(words string) bool {
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
		end := i
		for end < len(words) && (isWord(words[end]) || words[end] == '-' && end > i) {
			end++
		}
		w := strings.ToLower(words[i:end])
		switch {
		case partNouns[w]:
			end = skipNumbers(words, end)
		case !glueWords[w]:
			return false
		}
		i = end
	}
	return true
}

// markEnd is where the mark of a footnote at byte i ends: "15/" as typewriters
// print it, or a figure behind a comma; i where there is none.
func markEnd(words string, i int) int {
	end := digitsEnd(words, i)
	switch {
	case end == i:
	case end < i+4 && strings.HasPrefix(words[end:], "/ "):
		return end + 1
	case end < i+3 && i > 0 && (words[i-1] == ',' || words[i-1] == ';'):
		return end
	}
	return i
}

// glueOver is glue where acts may be named as a body's: "all relevant
// resolutions of the Human Rights Council, in particular resolution".
func glueOver(words string) bool {
	if glue(words) {
		return true
	}
	if of, ok := strings.CutPrefix(words, " of the "); ok { // whose the act before is
		name := organName(of)
		if serving, ok := strings.CutPrefix(of[len(name):], " serving as the "); ok && name != "" {
			of, name = serving, capitalWords(serving)
		}
		return name != "" && glue(of[len(name):])
	}
	for _, of := range []string{"esolutions of ", "ecisions of "} {
		if i := strings.Index(words, of); i >= 0 {
			at := i + len(of)
			if strings.HasPrefix(words[at:], "the ") {
				at += len("the ")
			}
			if name := organName(words[at:]); name != "" {
				return glue(words[:i+len(of)]) && glueOver(words[at+len(name):])
			}
		}
	}
	return false
}

// capitalWords is the name that begins a text: up to the last word with a
// capital letter before other words than small ones.
func capitalWords(s string) string {
	end := 0
	for i := 0; i < len(s); {
		w, next := word(s, i)
		if w == "" || !isCapital(w) && !smallWords[w] && w != "meeting" {
			break
		}
		if isCapital(w) {
			end = next
		}
		if i = next; i < len(s) && s[i] != ' ' {
			break
		}
	}
	return s[:end]
}

// skipNumbers passes "5 and 6 (a)", "II".
func skipNumbers(s string, at int) int {
	for at < len(s) {
		c := s[at]
		if isDigit(c) || c == ' ' || c == '(' || c == ')' || c == ',' || c == '-' {
			at++
			continue
		}
		if strings.HasPrefix(s[at:], "–") {
			at += len("–")
			continue
		}
		if w, end := word(s, at); w == "and" || w == "to" || len(w) == 1 || graph.Roman(w) > 0 {
			at = end
			continue
		}
		break
	}
	return at
}

// A ruling says how a citation stands to the verb of its clause.
type ruling struct {
	relation   string
	verb       string  // as printed
	also       *ruling // of a verb that shares the object: "Recalling and reaffirming"
	connective string
	pin        string // printed before: paragraph 5 of
	rule       string
}

// plainThing says that words name things without a clause or an object of
// their own in which an act could stand.
func plainThing(words string) bool {
	before := ""
	for i := 0; i < len(words); {
		w, next := word(words, i)
		c, verb := cueOf(w)
		if verb && c.form != baseForm && !isCapital(w) && before != "its" {
			return false
		}
		if nestedWords[w] || w != "" && strings.Contains(clauseList, " "+w+" ") {
			return false
		}
		if v, _ := word(words, next); w == "to" && v != "the" && v != "its" && !isCapital(v) {
			return false
		}
		i, before = max(next, i+1), w
	}
	return true
}

// clauseList is clauseWords in one text.
var clauseList = strings.Join(clauseWords, "")

// byWhom is a participle that says who did it: "as amended by the Conference
// in".
var byWhom = compile(`\bas [a-z]+(?: out| forth| for)? by the [A-Z][A-Za-z]+ in$`)
