package cite

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// overClause names the rule of a list that goes on behind a subordinate clause.
const overClause = "list over a clause"

// rules finds for every citation of a text the relation: that of the verb of
// which it is the direct object, else mentions.
func rules(p *tree.Paragraph, s string, list []Citation) []clause.Ruling {
	out := make([]clause.Ruling, len(list))
	for i := range list {
		c := &list[i]
		switch {
		case p.Kind == tree.Footnote:
			out[i] = clause.Ruling{Relation: "mentions", Connective: clause.NoteConnective(s[:c.LeadStart]),
				Rule: "footnote"}
		case i == 0:
			_, from := text.ReadLabel(s)
			out[i] = clause.Governed(p, s, min(from, c.LeadStart), c.LeadStart)
		default:
			out[i] = furtherRule(p, s, list[:i+1], out[:i])
		}
	}
	onlyProvisions(s, list, out)
	return out
}

// provisionsOf ends the words before acts of which a clause names the provisions.
var provisionsOf = scan.Compile(`(?i)\bprovisions (?:of|in)` +
	`(?: (?:the|its|all|relevant|those|paragraphs? [\d, and()a-z]{1,30} of))*(?: its)? $`)

// onlyProvisions takes acts as mentioned of which the provisions are the object of a
// verb, and not the acts themselves: "Recalling the provisions of resolution 186".
func onlyProvisions(s string, list []Citation, out []clause.Ruling) {
	group := -1
	for i := range list {
		lead := s[max(0, list[i].LeadStart-farProvisions):list[i].LeadStart]
		if provisionsOf.MatchString(lead) {
			group = list[i].group
		}
		if i > 0 && list[i-1].group == group && out[i].Rule == "list" {
			group = list[i].group // "the provisions of resolution 5/1 and resolution 5/2"
		}
		if list[i].group == group && out[i].Relation != "mentions" {
			out[i] = clause.Ruling{Relation: "mentions", Connective: "of", Pin: out[i].Pin, Rule: "mention"}
		}
	}
}

// farProvisions is about how many bytes stand between the word and an act at most.
const farProvisions = 80

// furtherRule rules the last act of a list by the rulings of those before it,
// where it goes on with one of them, else by its own verb.
func furtherRule(p *tree.Paragraph, s string, list []Citation, before []clause.Ruling) clause.Ruling {
	i := len(list) - 1
	c, previous := &list[i], before[i-1]
	from := min(list[i-1].End, c.LeadStart)
	lead := s[from:c.LeadStart]
	sameGroup := list[i-1].group == c.group
	if c.relative && sameGroup {
		return goesOn(previous)
	}
	above := previous.Relation == "mentions" && upperList(lead)
	if sameGroup || above && inSeries(s, list) {
		r := inList(previous, lead)
		if r.Pin == "" && sameGroup {
			r.Pin = previous.Pin // "paragraph 5 of resolutions 5/1 and 5/2"
		}
		return r
	}
	if above {
		if r, ok := ruledAbove(p, s, list, before); ok {
			return r
		}
	}
	if clause.LeadsOver(behindBracket(lead, previous)) {
		return inList(previous, lead)
	}
	return ownVerb(p, s, from, c.LeadStart, previous)
}

// behindBracket cuts the bracket that closes behind an act which is an object of a verb
// there: "its resolutions on women (3325 (2030)), and its resolution 3378 (2037)".
func behindBracket(lead string, previous clause.Ruling) string {
	if rest, closed := strings.CutPrefix(lead, "), and "); closed && previous.Relation != "mentions" {
		return rest
	}
	return lead
}

// goesOn is the ruling of an act with which a list goes on behind a subordinate
// clause: it is that of the act before the clause.
func goesOn(r clause.Ruling) clause.Ruling {
	r.Rule = overClause
	return r
}

// ruledAbove rules the last act of a list that goes on above the clause in which
// the act before stands: by the verb that opens the paragraph, else as the act
// before that clause.
func ruledAbove(p *tree.Paragraph, s string, list []Citation, before []clause.Ruling) (clause.Ruling, bool) {
	i := len(list) - 1
	lead := list[i].LeadStart
	if r, ok := topList(p, s, lead); ok {
		return r, true
	}
	if i > 1 && before[i-2].Relation != "mentions" && resumes(s[list[i-2].End:lead]) {
		return goesOn(before[i-2]), true
	}
	return clause.Ruling{}, false
}

// ownVerb rules an act by the verb that governs it, and where there is none as the
// act before it, if the words between still join the two.
func ownVerb(p *tree.Paragraph, s string, from, lead int, previous clause.Ruling) clause.Ruling {
	r := clause.Governed(p, s, from, lead)
	mentioned := r.Relation == "mentions" && previous.Relation != "mentions"
	if mentioned && continuesList(s[from:lead], s[lead:], previous.Relation) {
		return goesOn(previous)
	}
	return r
}

// inList is the ruling of an act that a list joins to the one before it. The part
// that is printed before one act is not of the next.
func inList(previous clause.Ruling, lead string) clause.Ruling {
	r := previous
	r.Rule, r.Pin = "list", clause.PinIn(lead)
	return r
}

// inSeries says that the last act of a list ends a series of three and more:
// "pursuant to resolution 5/1, resolution 5/2, and resolution 5/3".
func inSeries(s string, list []Citation) bool {
	i := len(list) - 1
	if i < 2 {
		return false
	}
	first, second := &list[i-2], &list[i-1]
	if first.group == second.group {
		return false
	}
	lead := s[min(first.End, second.LeadStart):second.LeadStart]
	return strings.HasPrefix(lead, ", ") && !strings.Contains(lead, " and ") && clause.OnlyLeads(lead)
}

// continuesList says that words which are more than glue still join an act to a
// list that a verb governs.
func continuesList(lead, next, relation string) bool {
	return resumes(lead) || instanced(lead) || graph.HasTrait(relation, graph.TakesLists) && beyond(lead, next)
}

// instanced says that acts are named as instances of others that a list goes on
// with: ", and other resolutions adopted by the Council, in particular".
func instanced(lead string) bool {
	lead, latest := clause.CutLatest(lead)
	i := max(strings.Index(lead, "esolutions "), strings.Index(lead, "ecisions "))
	if i <= 0 || clause.ClauseInside(lead[i:]) {
		return false
	}
	comma := max(0, strings.LastIndexByte(lead[:i], ','))
	if !clause.OnlyLeads(lead[comma:i-1]) || clause.ClauseInside(lead[:comma]) && !resumes(lead[:comma]+", and") {
		return false
	}
	if latest {
		return true
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
	return (strings.HasPrefix(lead, ", and ") || strings.HasPrefix(lead, ", as well as ")) && clause.OnlyLeads(lead)
}

// topList rules an act by the verb that opens the paragraph, where that governs a
// list.
func topList(p *tree.Paragraph, s string, lead int) (clause.Ruling, bool) {
	if p.Kind != tree.Preambular {
		return clause.Ruling{}, false
	}
	return clause.ListedObject(p, s, max(0, lead-clause.LongestClause), lead)
}

// relatives begin a subordinate clause on an act.
var relatives = []string{
	", declaring ", " declaring ", ", proclaiming ", " proclaiming ", ", condemning ", " condemning ",
	", establishing ", " establishing ", ", calling ", " calling ", ", requesting ", " requesting ", " extending ",
	", extending ", ", as contained in ", ", contained in ", " contained in ", ", adopted ", " adopted ", " at its ", ", at its ", ", as amended ", " as amended ", ", annexed ",
	", in which", ", by which", ", through which", ", whereby", " whereby", ", wherein", " in which", " on ", ", on ",
	" concerning ", " regarding ", ", which", " containing ", ", containing ", ", the latter ", ", the former ",
	" by which", " through which", " relating to ",
}

// resumes says that a list goes on after a subordinate clause: ", and its".
func resumes(lead string) bool {
	trimmed := strings.TrimLeft(lead, " ")
	relative := slices.ContainsFunc(relatives, func(r string) bool {
		return strings.HasPrefix(lead, r) || strings.HasPrefix(trimmed, strings.TrimLeft(r, " "))
	})
	tail := strings.TrimRight(beforePart(lead), " ")
	for _, e := range []string{", and", ", as well as", ";", "; and", " as well as", ", and also", ",", ", and of",
		", as well as of"} {
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
		w, end := scan.Word(head, i)
		if clause.PartNouns[w] && (i == 0 || head[i-1] == ' ') && clause.SkipNumbers(head, end) == len(head) {
			return head[:i]
		}
	}
	return lead
}

// describedAlike is an act of which the text says what it is on, as of the one before:
// "resolution 5/1 on rivers and resolution 5/2 on lakes".
var describedAlike = scan.Compile(`^(?:the |its )?(?:resolution|decision) \S+(?: \(\d{4}\))? on `)

// beyond says that a list goes on after a thing that is no act, ", article 9 of
// the Agreement, and", or after what the last act is on, " on the review and its".
func beyond(lead, next string) bool {
	and, its := strings.HasSuffix(lead, " and "), strings.HasPrefix(next, "its ")
	tail := strings.TrimRight(lead, " ")
	for _, article := range []string{" the", " of"} {
		tail = strings.TrimSuffix(tail, article)
	}
	switch {
	case its && and && (strings.HasPrefix(lead, " on ") || strings.HasPrefix(lead, " and its ")):
		return clause.PlainThing(lead) // "and its earlier decisions on the group, and its"
	case its && strings.HasPrefix(lead, ", its ") && strings.HasSuffix(tail, " and"):
		return clause.PlainThing(lead)
	case and && strings.HasPrefix(lead, " on ") && describedAlike.MatchString(next), joinsThing(lead, tail):
		return clause.PlainThing(clause.WithoutPlaces(lead))
	}
	return false
}

// joinsThing says that the words between two acts of a list hold a further thing, between
// conjunctions or commas; tail is the words without the article of the next act.
func joinsThing(lead, tail string) bool {
	begins := func(conjunction string) bool { return strings.HasPrefix(lead, conjunction) }
	ends := func(conjunction string) bool {
		return len(lead) > len(conjunction)+4 && strings.HasSuffix(tail, conjunction)
	}
	return slices.ContainsFunc([]string{", ", " and ", " as well as ", " of the "}, begins) &&
		slices.ContainsFunc([]string{", and", ", as well as", ","}, ends)
}
