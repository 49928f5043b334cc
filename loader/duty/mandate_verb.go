package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// A demand is one operative verb of a paragraph with its clause.
type demand struct {
	relation, verb string
	start, from    int // the verb's first byte, and the byte after it
	end            int // of the clause
	// term is for how long it holds, where the lead of an item says so for all items.
	term string
}

// demands lists the operative verbs of a paragraph.
func demands(p *tree.Paragraph, text string) []demand {
	var list []demand
	quotes := scan.Quoted(text)
	for i := p.Words; i < len(text); {
		w, next := scan.Word(text, i)
		if w == "" {
			i = max(next, i) + 1
			continue
		}
		start := next - len(w)
		i = next
		if _, known := tree.VerbWordOf(w); !known {
			continue
		}
		c, end, ok := tree.VerbAt(text, start, start == p.Words)
		if !ok || scan.Inside(quotes, start) || !operates(p, c, text, start, end, len(list) == 0) {
			continue
		}
		if n := len(list); n > 0 {
			list[n-1].end = start
		}
		verb := strings.TrimPrefix(strings.TrimSpace(text[start:end]), "and ")
		list = append(list, demand{relation: c.Relation, verb: verb, start: start, from: end, end: len(text)})
		i = end
	}
	return list
}

// operates says that a verb governs a clause of the paragraph itself.
func operates(p *tree.Paragraph, c tree.Cue, text string, start, end int, first bool) bool {
	if start == p.Words {
		return mayBegin(p.Kind, c.Form)
	}
	if p.Kind == tree.Decided && c.Form == tree.PastForm {
		return tellsDecision(c, text, start, first)
	}
	if c.Form != tree.ThirdForm || graph.HasTrait(c.Relation, graph.NounLike) && !thatAll.MatchString(text[end:]) {
		return false
	}
	r, _ := graph.RelationByName(c.Relation)
	if r.Broader != graph.Addresses && r.Traits&graph.MayBeginClause == 0 {
		return false
	}
	before := strings.TrimRight(text[:start], " ")
	tail := before[max(0, len(before)-longestRegard):] // a paragraph of many verbs is not read anew for each
	before = strings.TrimRight(strings.TrimSuffix(before, inThisRegard.FindString(tail)), " ")
	if first {
		return p.Kind == tree.Decided && behindName(before) || p.Kind == tree.Operative && ground.MatchString(text[p.Words:start])
	}
	return strings.HasSuffix(before, ",") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, " and")
}

// thatAll stands behind a verb and no noun: "stresses X, and further demands that all".
var thatAll = scan.Compile(`^ that (?:all|the|both|any|each|every)\b`)

// ground is what stands before the first verb of a paragraph and says on which ground the
// body acts: "4. Acting under Chapter VII of the Charter, authorizes".
var ground = scan.Compile(
	`^(?:Acting|Pursuant to|In accordance with|Consistent with|Having|Recalling|Taking into account|Bearing in mind|Mindful) [^;:.]{1,200}, $`,
)

// mayBegin says that a verb of a form begins the paragraphs of a kind. Bodies that speak
// together print the base form: "Request the Government of Ruritania to convey".
func mayBegin(kind string, form graph.Form) bool {
	switch form {
	case tree.BaseForm:
		return kind == tree.Operative
	case tree.PastForm:
		return kind == tree.Decided
	}
	return form == tree.ThirdForm
}

// inThisRegard stands between the conjunction and the verb of a further clause.
var inThisRegard = scan.Compile(`\b(?:in|to) (?:this|that) (?:regard|context|respect|connection|effect|end),?$`)

// longestRegard is more than the longest such words have.
const longestRegard = 40

// behindName says that a text ends with the name of the body that speaks, or with
// a comma: "The Conference of the Parties to the ... approves".
func behindName(before string) bool {
	if bodies := tree.FindBodies(before); len(bodies) > 0 && bodies[len(bodies)-1].End == len(before) {
		return true
	}
	return strings.HasSuffix(before, ",")
}

// pastParticiple tells a past form that is a participle by the word behind it.
var pastParticiple = scan.Compile(`^\w+ (?:by|in|at|on|under|pursuant|as|for|from|thereto|therein|earlier)\b`)

var decidedByVote = scan.Compile(`^decided by (?:a recorded vote|\d+ votes|consensus)\b`)

// tellsDecision says that a past form tells what a body did in the sentence of a
// decision: "At its 9th meeting, the Commission, recalling ..., decided that ...,
// and requested ...".
func tellsDecision(c tree.Cue, text string, start int, first bool) bool {
	r, _ := graph.RelationByName(c.Relation)
	if r.Broader != graph.Addresses && r.Traits&graph.ToldAsDecision == 0 {
		return false
	}
	if pastParticiple.MatchString(text[start:]) && !decidedByVote.MatchString(text[start:]) {
		return false
	}
	before := strings.TrimRight(text[:start], " ")
	if !first {
		return strings.HasSuffix(before, " and")
	}
	lead := before
	if cut := strings.LastIndex(before, ", "); cut >= 0 {
		lead = before[cut+2:]
	}
	return strings.HasSuffix(before, ",") || strings.HasPrefix(lead, "the ") && len(tree.FindBodies(lead)) > 0 ||
		strings.HasPrefix(before, "The ") && len(tree.FindBodies(before)) == 1
}
