package loader

import (
	"regexp"
	"strings"

	"mandategraph/graph"
)

// words that may stand between a verb and the act that is its direct object.
var glueWords = map[string]bool{
	"the": true, "its": true, "and": true, "as": true, "well": true, "also": true, "further": true, "again": true, "in": true, "particular": true,
	"inter": true, "alia": true, "including": true, "relevant": true, "previous": true, "earlier": true, "all": true, "other": true, "subsequent": true,
	"both": true, "especially": true, "notably": true, "of": true, "to": true, "that": false, "regard": true, "this": true, "most": true, "recently": true, "provisions": true, "or": true,
	"prior": true, "own": true, "related": true, "adopted": true, "many": true, "various": true, "those": true, "with": false, "recent": true, "more": true, "moreover": true, "furthermore": true, "latest": true,
	"resolutions": true, "decisions": true, "by": false,
}

// glue says that words only lead from a verb, or from one member of a list, to
// the next act: articles, conjunctions, and a paragraph of it.
func glue(words string) bool {
	i := 0
	for i < len(words) {
		c := words[i]
		switch {
		case c == ' ' || c == ',' || c == ';' || c == '*' || c == ':':
			i++
		case isWord(c):
			end := i
			for end < len(words) && (isWord(words[end]) || words[end] == '-') {
				end++
			}
			w := strings.ToLower(words[i:end])
			if w == "paragraph" || w == "paragraphs" || w == "section" || w == "annex" || w == "part" || w == "article" || w == "chapter" {
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
	verb       string // as printed
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
		case i > 0 && glueOver(lead):
			out[i] = out[i-1]
			out[i].rule = "list"
			if pin := pinIn(lead); pin != "" {
				out[i].pin = pin
			}
		default:
			out[i] = governed(p, s, from, c.leadStart)
			if out[i].relation == "mentions" && i > 0 && out[i-1].relation != "mentions" && resumes(lead) {
				out[i] = out[i-1]
				out[i].rule = "list over a clause"
			}
		}
	}
	return out
}

func noteConnective(before string) string {
	before = strings.TrimSpace(before)
	if len(before) < 24 {
		return before
	}
	return connective(before)
}

// resumes says that a list goes on after a subordinate clause: ", and its".
func resumes(lead string) bool {
	trimmed := strings.TrimLeft(lead, " ")
	relative := false
	for _, r := range []string{", declaring ", " declaring ", ", proclaiming ", " proclaiming ", ", condemning ", " condemning ", ", establishing ", " establishing ", ", calling ", " calling ", ", requesting ", " requesting ", " extending ", ", extending ", ", adopted ", " adopted ", " at its ", ", at its ", ", as amended ", " as amended ", ", annexed ", ", in which", ", by which", ", through which", ", whereby", " whereby", ", wherein", " in which", " on ", ", on ", " concerning ", " regarding ", ", which", " by which", " through which", " relating to "} {
		if strings.HasPrefix(lead, r) || strings.HasPrefix(trimmed, strings.TrimLeft(r, " ")) {
			relative = true
		}
	}
	tail := strings.TrimRight(lead, " ")
	for _, e := range []string{", and", ", as well as", ";", "; and", " as well as", ", and also", ","} {
		if strings.HasSuffix(tail, e) || strings.HasSuffix(tail, e+" the") {
			return relative
		}
	}
	return false
}

// governed looks for the verb whose object begins at lead.
func governed(p *Paragraph, s string, from, lead int) ruling {
	if r, ok := directObject(p, s, from, lead); ok {
		return r
	}
	if r, ok := listedObject(p, s, from, lead); ok {
		return r
	}
	if r, ok := introduced(p, s, lead); ok {
		return r
	}
	return ruling{relation: "mentions", connective: connective(s[from:lead]), pin: pinIn(s[max(from, lead-60):lead]), rule: "mention"}
}

// directObject finds a verb of the paragraph with nothing but glue between it
// and byte lead.
func directObject(p *Paragraph, s string, from, lead int) (ruling, bool) {
	for i := lead; i > from; {
		i--
		for i > from && (isWord(s[i-1]) || s[i-1] == '-') {
			i--
		}
		if !isWord(s[i]) {
			continue
		}
		between := s[i:lead]
		if len(between) > 200 {
			break
		}
		c, end, ok := verbAt(s[:lead], i, false)
		if !ok || i+len(c.phrase) > lead || !allowed(p, c, s, i) || qualifies(c) && !clauseStart(p, s, i) || p.Kind == annexed && c.form == presentForm && !opens(s, i) {
			if !looseGlue(s[i:lead]) {
				break
			}
			continue
		}
		if glueOver(s[end:lead]) && !negated(s[:i]) {
			_, verb := printedVerb(s, from, i, end)
			return ruling{relation: c.relation, verb: verb, pin: pinIn(s[end:lead]), rule: "direct object"}, true
		}
		break
	}
	return ruling{}, false
}

// negated says that the words before a verb deny it: "Not recalling".
func negated(before string) bool {
	for {
		before = strings.TrimRight(before, " *")
		w := strings.ToLower(lastWord(before))
		switch {
		case w == "not", w == "never", w == "nor", w == "without":
			return true
		case w == "" || !modifiers[w] || w == "and":
			return false
		}
		before = before[:len(before)-len(w)]
	}
}

// qualifies says that a cue is an adjective, which inside a clause belongs to a
// noun: "the authorities concerned", "as determined in".
func qualifies(c cue) bool {
	r, ok := graph.RelationByName(c.relation)
	return ok && strings.HasPrefix(r.Verb, "be ")
}

// opens says that a verb stands at the beginning of its paragraph.
func opens(s string, i int) bool {
	_, words := readLabel(s)
	return i <= words+24
}

// introduced finds the verb of "The Conference of the Parties recall:", of which
// the items that follow are the objects.
func introduced(p *Paragraph, s string, lead int) (ruling, bool) {
	_, words := readLabel(s)
	if p.Intro == nil || lead < words || !glue(s[words:lead]) {
		return ruling{}, false
	}
	intro := strings.TrimRight(p.Intro.Parts[0].S, " *")
	text, colon := strings.CutSuffix(intro, ":")
	if !colon {
		return ruling{}, false
	}
	for _, tail := range []string{" the following resolutions", " the following decisions", " the following"} {
		text = strings.TrimSuffix(text, tail)
	}
	start := strings.LastIndexAny(text, " ,") + 1
	for try := 0; try < 3 && start > 0; try++ {
		c, end, ok := verbAt(text, start, false)
		if r, known := graph.RelationByName(c.relation); ok && known && r.Broader == graph.Cites && end == len(text) {
			return ruling{relation: c.relation, verb: text[start:end], rule: "object of the introduction"}, true
		}
		start = strings.LastIndexAny(text[:start-1], " ,") + 1
	}
	return ruling{}, false
}

// clauseWords open a clause in which somebody else speaks.
var clauseWords = []string{" which ", " that ", " whereby ", " who ", " whose ", " where ", " wherein ", " whom "}

// listedObject finds an act that is a further object of a verb whose first
// object is something else: "Recalling the functions assigned to it in article
// 32 of the Convention, its resolution 7/1".
func listedObject(p *Paragraph, s string, from, lead int) (ruling, bool) {
	if p.Kind != preambular && p.Kind != operative && p.Kind != decided {
		return ruling{}, false
	}
	tail := lead
	for tail > from {
		trimmed := strings.TrimRight(s[from:tail], " ,;")
		w := lastWord(trimmed)
		if w == "" || !glueWords[strings.ToLower(w)] || strings.EqualFold(w, "of") || strings.EqualFold(w, "in") && !strings.Contains(s[from+len(trimmed):lead], "regard") && !strings.Contains(s[from+len(trimmed):lead], "particular") {
			tail = from + len(trimmed)
			break
		}
		tail = from + len(trimmed) - len(w)
	}
	join := s[tail:lead]
	if !strings.HasPrefix(join, ",") && !strings.HasPrefix(strings.TrimSpace(join), "and") && !strings.HasPrefix(strings.TrimSpace(join), "as well as") && !strings.HasPrefix(join, ";") {
		return ruling{}, false
	}
	if named := max(strings.LastIndex(s[from:tail], "esolutions "), strings.LastIndex(s[from:tail], "ecisions ")); named > 0 && instances(join) {
		return directObject(p, s, from, from+named-1) // "its resolutions on sanctions, in particular"
	}
	for i := tail; i > from; {
		i--
		for i > from && (isWord(s[i-1]) || s[i-1] == '-') {
			i--
		}
		c, end, ok := verbAt(s[:tail], i, false)
		if !ok || c.form == pastForm && !strings.EqualFold(s[i:min(len(s), i+6)], "having") || c.form == baseForm || !clauseStart(p, s, i) {
			continue
		}
		if !listing[c.relation] || !allowed(p, c, s, i) || nested(join, s[end:tail]) {
			return ruling{}, false
		}
		between := " " + s[end:tail] + " "
		for _, w := range clauseWords {
			if strings.Contains(between, w) {
				return ruling{}, false
			}
		}
		_, verb := printedVerb(s, from, i, end)
		return ruling{relation: c.relation, verb: verb, rule: "object in a list"}, true
	}
	return ruling{}, false
}

// listing are the verbs that are followed by lists of things of all kinds; others
// govern what stands right behind them.
var listing = map[string]bool{"recalls": true, "reaffirms": true, "affirms": true, "reiterates": true, "notes": true, "takesNoteOf": true, "bearsInMind": true, "keepsInMind": true, "considers": true, "guidedBy": true, "mindfulOf": true, "awareOf": true, "cognizantOf": true, "acknowledges": true, "recognizes": true, "welcomes": true, "endorses": true, "takesIntoAccount": true, "takesIntoConsideration": true, "hasRegardTo": true, "receives": true, "examines": true, "emphasizes": true, "stresses": true, "actsUnder": true, "refersTo": true}

// nestedWords lead to an object of their own, to which an "and" joins what
// follows: "consistent with Article 14 and decision 19/CMA.1".
var nestedWords = map[string]bool{"with": true, "under": true, "by": true, "from": true, "in": true, "pursuant": true, "implementing": true, "through": true}

// nested says that a bare "and" joins the act to something inside the clause, and
// not to the object of its verb.
func nested(join, between string) bool {
	if strings.Contains(join, ",") || strings.Contains(join, ";") || strings.Contains(join, "as well as") {
		return false
	}
	for i := 0; i < len(between); {
		w, next := word(between, i)
		if nestedWords[w] {
			return true
		}
		i = max(next, i+1)
	}
	return false
}

// instances says that what follows are named instances of what stands before.
func instances(join string) bool {
	for _, w := range []string{"in particular", "including", "especially", "notably", "inter alia"} {
		if strings.Contains(join, w) {
			return true
		}
	}
	return false
}

// clauseStart says that a verb at byte i governs a clause of the paragraph: it
// opens it, or follows a comma or "and".
func clauseStart(p *Paragraph, s string, i int) bool {
	before := strings.TrimRight(s[:i], " *")
	for {
		w := lastWord(before)
		if w == "" || !modifiers[strings.ToLower(w)] || strings.EqualFold(w, "and") {
			break
		}
		before = strings.TrimRight(before[:len(before)-len(w)], " ")
	}
	_, words := readLabel(s)
	return len(before) <= words || strings.HasSuffix(before, ",") || strings.HasSuffix(before, " and")
}

// looseGlue lets the search for the verb go on over glue and over the parts of
// a verb phrase ("taking note with appreciation of").
func looseGlue(words string) bool {
	w, _ := word(words, 0)
	lower := strings.ToLower(w)
	if glueWords[lower] || modifiers[lower] || glue(words) {
		return true
	}
	switch lower {
	case "note", "mind", "account", "consideration", "appreciation", "satisfaction", "interest", "concern", "regard", "upon", "under", "by", "about", "deep", "grave", "approval", "on", "with", "for", "tribute", "attention", "forward", "great", "into", "accordance", "serious", "context", "connection", "that":
		return true
	}
	return strings.HasSuffix(lower, "ing") || isDigit(words[0])
}

// notCiting are verbs that say something of an act only where they open the
// paragraph; inside it they are part of a clause ("in implementing resolution
// 5/4", "acting under resolution 724").
var notCiting = map[string]bool{"implements": true, "fulfils": true, "actsUnder": true, "seeks": true, "finds": true, "remains": true, "wishes": true, "extends": true, "followsUpOn": true, "supports": true, "reviews": true, "sets": true, "takesIntoAccount": true, "takesIntoConsideration": true}

// allowed says whether a form of the verb states the relation in a paragraph of
// this kind: participles in preambles, the third person in operative parts, the
// past tense in decisions told. In the past tense of a subordinate clause it is
// somebody else who recalls.
func allowed(p *Paragraph, c cue, s string, at int) bool {
	r, ok := graph.RelationByName(c.relation)
	if !ok || r.Broader != graph.Cites || notCiting[c.relation] && at > 24 {
		return false
	}
	switch c.form {
	case presentForm:
		return true
	case baseForm:
		// "The Conferences, ... 5. Recall ...": several bodies speak.
		_, words := readLabel(s)
		return p.Kind == operative && at == words
	case thirdForm:
		return p.Kind == operative || p.Kind == decided || p.Kind == narrative || p.Kind == annexed || at == 0
	case pastForm:
		if strings.HasPrefix(strings.ToLower(s[:at]), "having ") || strings.HasSuffix(strings.ToLower(s[:at]), "having ") {
			return true
		}
		return p.Kind == decided && at < 12
	}
	return p.Kind == annexed && strings.HasPrefix(s, "The ")
}

// printedVerb is the verb with the modifiers that stand before and after it.
func printedVerb(s string, from, at, end int) (start int, verb string) {
	start = at
	for start > from {
		w := lastWord(strings.TrimRight(s[from:start], " "))
		if w == "" || !modifiers[strings.ToLower(w)] || strings.EqualFold(w, "and") || strings.EqualFold(w, "while") {
			break
		}
		start = strings.LastIndex(s[:start], w)
	}
	return start, strings.TrimPrefix(strings.TrimSpace(s[start:end]), "and ")
}

func pinIn(lead string) string {
	for _, w := range []string{"paragraph", "section", "annex", "part ", "article"} {
		i := strings.LastIndex(strings.ToLower(lead), w)
		if i < 0 {
			continue
		}
		pin := strings.TrimSpace(lead[i:])
		for _, tail := range []string{" its", " the", " of", " to"} {
			pin = strings.TrimSuffix(pin, tail)
		}
		if len(pin) < 50 {
			return strings.TrimSuffix(strings.TrimSpace(pin), " of")
		}
	}
	return ""
}

// connectives, longest first where one ends another.
var connectives = []string{
	"as requested by the Conference in", "in accordance with", "in furtherance of", "in implementation of", "in conformity with", "in compliance with", "in contravention of",
	"in violation of", "in response to", "in pursuance of", "in line with", "in the context of", "on the basis of", "as called for in", "as set out in", "as contained in", "as requested in", "as set forth in",
	"as mandated in", "as reflected in", "as established in", "as established by", "as amended by", "as endorsed in", "as outlined in", "as defined in", "as referred to in", "as decided in", "referred to in", "called for in", "contained in", "requested in", "set out in", "set forth in", "mandated in", "mandated by", "outlined in", "established by", "established in", "established under",
	"established pursuant to", "adopted in", "adopted by", "endorsed in", "endorsed by", "annexed to", "the implementation of", "implementation of", "follow-up to", "recalled in", "reaffirmed in", "pursuant to", "by virtue of", "consistent with", "without prejudice to", "with reference to",
	"as enshrined in", "enshrined in", "in keeping with", "given in", "as foreseen in", "foreseen in", "as provided for in",
	"submitted pursuant to", "prepared pursuant to", "taking into account", "guided by", "based on", "imposed by", "provided for in", "specified in", "described in", "decided in", "agreed in", "expressed in", "included in", "under", "by", "in", "with", "through", "of", "on", "to", "from", "for",
}

// connective is the printed phrase that joins a mention to its clause.
func connective(lead string) string {
	tail := strings.TrimRight(lead, " ,")
	for again := true; again; {
		again = false
		for _, w := range []string{" the", " its", " of the", " relevant", " previous", " of", " provisions"} {
			if w == " of" && !pinTail(strings.TrimSuffix(tail, w)) {
				continue
			}
			if strings.HasSuffix(tail, w) && len(tail) > len(w) {
				tail, again = strings.TrimSuffix(tail, w), true
			}
		}
		if pinTail(tail) {
			i := strings.LastIndex(strings.ToLower(tail), "paragraph")
			tail, again = strings.TrimRight(tail[:i], " "), true
		}
	}
	lower := strings.ToLower(tail)
	for _, c := range connectives {
		if strings.HasSuffix(lower, " "+c) || lower == c || strings.HasSuffix(lower, ","+c) {
			if by := byWhom.FindString(tail); by != "" {
				return by
			}
			return tail[len(tail)-len(c):]
		}
	}
	return ""
}

// byWhom is a participle that says who did it: "as amended by the Conference
// in".
var byWhom = regexp.MustCompile(`\bas [a-z]+(?: out| forth| for)? by the [A-Z][A-Za-z]+ in$`)

func pinTail(s string) bool {
	i := strings.LastIndex(strings.ToLower(s), "paragraph")
	return i >= 0 && len(s)-i < 40 && skipNumbers(s, i+len("paragraph")+trailingS(s, i)) >= len(s)
}

func trailingS(s string, i int) int {
	if i+len("paragraph") < len(s) && s[i+len("paragraph")] == 's' {
		return 1
	}
	return 0
}
