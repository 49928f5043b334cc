package loader

import (
	"strings"

	"mandategraph/graph"
)

// words that may stand between a verb and the act that is its direct object.
var glueWords = map[string]bool{
	"the": true, "its": true, "and": true, "as": true, "well": true, "also": true, "further": true, "again": true, "in": true, "particular": true,
	"inter": true, "alia": true, "including": true, "relevant": true, "previous": true, "earlier": true, "all": true, "other": true, "subsequent": true,
	"both": true, "especially": true, "notably": true, "of": true, "to": true, "that": false, "regard": true, "this": true, "most": true, "recently": true, "provisions": true, "or": true,
	"prior": true, "own": true, "related": true, "adopted": true, "many": true, "various": true, "those": true, "with": false, "recent": true, "more": true, "moreover": true, "furthermore": true, "latest": true,
	"resolutions": true, "decisions": true, "by": false, "respectively": true, "thereof": true, "operative": true, "preambular": true, "mutatis": true, "mutandis": true,
}

// partNouns name parts of an act, whose numbers or letters follow.
var partNouns = wordSet("paragraph paragraphs section sections annex annexes part parts article articles chapter chapters")

// glue says that words only lead from a verb, or from one member of a list, to
// the next act: articles, conjunctions, and a paragraph of it.
func glue(words string) bool {
	i := 0
	for i < len(words) {
		c := words[i]
		switch {
		case c == ' ' || c == ',' || c == ';' || c == '*' || c == ':':
			i++
		case isDigit(c) && digitsEnd(words, i) < i+4 && strings.HasPrefix(words[digitsEnd(words, i):], "/ "):
			i = digitsEnd(words, i) + 1 // 15/ as typewriters print it
		case isDigit(c) && i > 0 && (words[i-1] == ',' || words[i-1] == ';') && digitsEnd(words, i) < i+3:
			i = digitsEnd(words, i) // the mark of a footnote
		case isWord(c):
			end := i
			for end < len(words) && (isWord(words[end]) || words[end] == '-') {
				end++
			}
			w := strings.ToLower(words[i:end])
			if partNouns[w] {
				end = skipNumbers(words, end)
			} else if !glueWords[w] {
				return false
			}
			i = end
		default:
			return false
		}
	}
	return true
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

// rules finds for every citation of a text the relation: that of the verb of
// which it is the direct object, else mentions.
func rules(p *Paragraph, s string, list []citation) []ruling {
	out := make([]ruling, len(list))
	for i, c := range list {
		from := 0
		if i > 0 {
			from = list[i-1].end
		} else {
			_, from = readLabel(s)
		}
		if c.leadStart < from {
			from = c.leadStart
		}
		lead := s[from:c.leadStart]
		switch {
		case p.Kind == footnote:
			out[i] = ruling{relation: "mentions", connective: noteConnective(s[:c.leadStart]), rule: "footnote"}
		case c.relative && i > 0 && list[i-1].group == c.group:
			out[i] = out[i-1]
			out[i].rule = "list over a clause"
		case i > 0 && out[i-1].relation == "mentions" && upperList(lead) && topList(p, s, &out[i], c.leadStart):
		case i > 1 && out[i-1].relation == "mentions" && upperList(lead) && out[i-2].relation != "mentions" && resumes(s[list[i-2].end:c.leadStart]):
			out[i] = out[i-2]
			out[i].rule = "list over a clause"
		case i > 0 && glueOver(lead):
			out[i] = out[i-1]
			out[i].rule = "list"
			if pin := pinIn(lead); pin != "" {
				out[i].pin = pin
			}
		default:
			out[i] = governed(p, s, from, c.leadStart)
			if out[i].relation == "mentions" && i > 0 && out[i-1].relation != "mentions" && (resumes(lead) || instanced(lead) || graph.HasTrait(out[i-1].relation, graph.TakesLists) && beyond(lead, s[c.leadStart:])) {
				out[i] = out[i-1]
				out[i].rule = "list over a clause"
			}
		}
	}
	return out
}

// instanced says that acts are named as instances of others that a list goes on
// with: ", and other resolutions adopted by the Council, in particular".
func instanced(lead string) bool {
	i := max(strings.Index(lead, "esolutions "), strings.Index(lead, "ecisions "))
	if i <= 0 || clauseInside(lead) || !glue(lead[max(0, strings.LastIndexByte(lead[:i], ',')):i-1]) {
		return false
	}
	tail := strings.TrimRight(strings.TrimSuffix(possessorBefore(lead), " the"), " ")
	for _, word := range []string{", in particular", ", including", ", notably", ", especially", ", and"} {
		if strings.HasSuffix(tail, word) {
			return true
		}
	}
	return false
}

// upperList says that a comma before "and" joins an act to a list above the
// clause in which the act before stands: "the framework adopted in decision
// 15/4, and decisions 15/5".
func upperList(lead string) bool {
	return (strings.HasPrefix(lead, ", and ") || strings.HasPrefix(lead, ", as well as ")) && glue(lead)
}

// topList rules an act by the verb that opens the paragraph, where that governs a
// list.
func topList(p *Paragraph, s string, r *ruling, lead int) bool {
	if p.Kind != preambular {
		return false
	}
	found, ok := listedObject(p, s, max(0, lead-farClause), lead)
	if ok {
		*r = found
	}
	return ok
}

// resumes says that a list goes on after a subordinate clause: ", and its".
func resumes(lead string) bool {
	trimmed := strings.TrimLeft(lead, " ")
	relative := false
	for _, r := range []string{", declaring ", " declaring ", ", proclaiming ", " proclaiming ", ", condemning ", " condemning ", ", establishing ", " establishing ", ", calling ", " calling ", ", requesting ", " requesting ", " extending ", ", extending ", ", adopted ", " adopted ", " at its ", ", at its ", ", as amended ", " as amended ", ", annexed ", ", in which", ", by which", ", through which", ", whereby", " whereby", ", wherein", " in which", " on ", ", on ", " concerning ", " regarding ", ", which", " containing ", ", containing ", ", the latter ", ", the former ", " by which", " through which", " relating to "} {
		if strings.HasPrefix(lead, r) || strings.HasPrefix(trimmed, strings.TrimLeft(r, " ")) {
			relative = true
		}
	}
	tail := strings.TrimRight(beforePart(lead), " ")
	for _, e := range []string{", and", ", as well as", ";", "; and", " as well as", ", and also", ","} {
		if strings.HasSuffix(tail, e) || strings.HasSuffix(tail, e+" the") {
			return relative
		}
	}
	return false
}

// beforePart cuts the part of an act that leads to the act itself: the "section
// III of" in ", in which it decided, section III of".
func beforePart(lead string) string {
	head, of := strings.CutSuffix(strings.TrimRight(lead, " "), " of")
	if !of {
		return lead
	}
	for i := len(head); i > max(0, len(head)-40); i-- {
		if w, end := word(head, i); partNouns[w] && (i == 0 || head[i-1] == ' ') && skipNumbers(head, end) == len(head) {
			return head[:i]
		}
	}
	return lead
}

// beyond says that a list goes on after a thing that is no act, ", article 9 of
// the Agreement, and", or after what the last act is on, " on the review and its".
func beyond(lead, next string) bool {
	if strings.HasPrefix(lead, " on ") && strings.HasSuffix(lead, " and ") && strings.HasPrefix(next, "its ") {
		return plainThing(lead)
	}
	joined := strings.HasPrefix(lead, ", ") || strings.HasPrefix(lead, " and ") || strings.HasPrefix(lead, " as well as ")
	tail := strings.TrimRight(lead, " ")
	for _, article := range []string{" the", " of"} {
		tail = strings.TrimSuffix(tail, article)
	}
	if strings.HasPrefix(lead, ", its ") && strings.HasSuffix(tail, " and") && strings.HasPrefix(next, "its ") {
		return plainThing(lead)
	}
	for _, e := range []string{", and", ", as well as", ","} {
		if joined && len(lead) > len(e)+4 && strings.HasSuffix(tail, e) {
			return plainThing(lead)
		}
	}
	return false
}

// plainThing says that words name things without a clause or an object of
// their own in which an act could stand.
func plainThing(words string) bool {
	before := ""
	for i := 0; i < len(words); {
		w, next := word(words, i)
		if c, verb := cueOf(w); verb && c.form != baseForm && !isCapital(w) && before != "its" || nestedWords[w] || strings.Contains(clauseList, " "+w+" ") && w != "" {
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
