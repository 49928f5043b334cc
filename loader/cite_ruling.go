package loader

import "strings"

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
			if out[i].relation == "mentions" && i > 0 && out[i-1].relation != "mentions" && (resumes(lead) || instanced(lead) || listing[out[i-1].relation] && beyond(lead, s[c.leadStart:])) {
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
