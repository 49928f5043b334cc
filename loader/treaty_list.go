package loader

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// ofBody says that a treaty's name is part of the name of a body, a programme or
// an act: "Basel Convention Partnership", "Rotterdam Convention decision RC-9/4".
func ofBody(after string) bool {
	w, _ := word(after, 0)
	return strings.HasPrefix(after, " ") && (w == "decision" || w == "decisions" || w == "Partnership" || w == "Secretariat" || w == "secretariat" || w == "Regional" || w == "Coordinating")
}

// protocolTo is the optional protocol to the treaty that is named last before
// byte at; empty where the table has none.
func protocolTo(known []treatyHit, at int) string {
	last := treatyHit{}
	for _, h := range known {
		if h.end <= at && h.start >= last.start {
			last = h
		}
	}
	for _, t := range names.Treaties() {
		if last.code != "" && t.Name == "Optional Protocol to the "+names.TreatyName(last.code) {
			return t.Code
		}
	}
	return ""
}

// behindTreaty says that only "and" stands between a treaty and byte at.
func behindTreaty(known []treatyHit, code, s string, at int) bool {
	return slices.ContainsFunc(known, func(h treatyHit) bool { return h.code == code && h.end <= at && s[h.end:at] == " and " })
}

// ofOther says that words behind an article name what is no treaty of the tables,
// "of the Universal Declaration".
var ofOther = compile(`^(?:, paragraphs? [\d() a-z]+)?,? of (?:the |that |its )?([A-Z][a-z]+)`)

// nearTreaty is the treaty of an article that names none: the last one before it,
// or where there is none the one of the articles that the list ends with, "Article
// 4, paragraph 3, and Articles 5 and 6 of the Convention". It is -1 where there is
// none.
func nearTreaty(s string, hits []treatyHit, m []int) int {
	best := -1
	for i, h := range hits {
		switch {
		case h.end <= m[0] && h.code != "":
			best = i
		case best < 0 && h.start >= m[1] && h.start-m[1] < 160 && !strings.ContainsAny(s[m[1]:h.start], ";.") && strings.Contains(s[m[1]:h.start], "rticle"):
			return i
		}
	}
	return best
}

// listedTreaty rules a treaty that stands in a list behind the verb that opens a
// preambular paragraph: "Recalling the Universal Declaration of Human Rights, its
// resolution 70/1 and the International Covenant on ...". Nothing but names,
// numbers and what joins them stands between.
func listedTreaty(p *Paragraph, text string, lead int) (ruling, bool) {
	if p.Kind != preambular {
		return ruling{}, false
	}
	c, end, ok := verbAt(text, 0, true)
	if !ok || end >= lead || lead-end > farClause || !graph.HasTrait(c.relation, graph.TakesLists) || !allowed(p, c, text, 0) {
		return ruling{}, false
	}
	for i := end; i < lead; {
		w, next := word(text[:lead], i)
		if w == "" {
			i++
			continue
		}
		if lower := strings.ToLower(w); !isCapital(w) && len(w) > 1 && !glueWords[lower] && !smallWords[lower] && !partNouns[lower] {
			return ruling{}, false
		}
		i = next
	}
	return ruling{relation: c.relation, verb: text[:end]}, true
}
