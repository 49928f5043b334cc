package loader

import (
	"context"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// A treatyMention is a treaty, or articles of one, that a paragraph names.
type treatyMention struct {
	treatyHit
	paragraph *Paragraph
	part      Text
	// relation is what the paragraph says of it; verb and connective are the
	// printed words that say so, where there are any.
	relation, verb, connective string
}

// readTreatyMentions lists which treaties and articles the paragraphs of a document
// name, and finds which of them supplement others and where a footnote says that
// they are registered.
func readTreatyMentions(ctx context.Context, t *Tree) (list []treatyMention, found findings) {
	last := ""
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return list, found
		}
		if listsTitles(p) {
			continue
		}
		speaker := t.Body
		if p.Act != nil {
			speaker = p.Act.Body
		}
		body, _ := names.BodyByCode(speaker)
		for _, part := range p.Parts {
			var hits []treatyHit
			hits, last = findTreaties(part, body.Treaty, last)
			if p.Kind != footnote {
				registered(&found, t, part, hits)
			}
			supplements(&found, p, part, hits)
			if len(hits) == 0 {
				continue // an article alone is of no treaty
			}
			for _, h := range withArticles(part.S, hits) {
				list = append(list, mentionOfTreaty(p, part, h))
			}
		}
	}
	return list, found
}

// listsTitles says that a paragraph is an item of an agenda: what it names is
// part of a title.
func listsTitles(p *Paragraph) bool {
	if len(p.Headings) > 0 && p.Kind == annexed && strings.Contains(strings.ToLower(p.Headings[0]), "agenda for") {
		return true
	}
	top := p.top()
	return top != p && p.Kind == narrative && top.leadsToAgenda()
}

// mentionOfTreaty reads what a paragraph says of a treaty that it names.
func mentionOfTreaty(p *Paragraph, part Text, h treatyHit) treatyMention {
	m := treatyMention{treatyHit: h, paragraph: p, part: part, relation: "mentions"}
	lead := skipBack(part.S, h.start, "the ")
	if p.Kind == preambular || p.Kind == operative || p.Kind == decided || p.Kind == narrative {
		r, ok := directObject(p, part.S, 0, lead)
		if !ok {
			r, ok = listedTreaty(p, part.S, lead)
		}
		if ok {
			m.relation, m.verb = r.relation, r.verb
		}
	}
	if m.relation == "mentions" && h.start > 0 {
		before := strings.TrimRight(part.S[max(0, h.start-mostConnective):lead], " ")
		m.connective = longConnective(before, len(h.articles) > 0)
	}
	return m
}

// mostConnective is how many bytes before a treaty its connective is looked for.
const mostConnective = 80

// skipBack is the byte before a word that ends at byte at; at where another does.
func skipBack(s string, at int, word string) int {
	if strings.HasSuffix(s[:at], word) {
		return at - len(word)
	}
	return at
}

// farList is the most bytes between a verb and the last treaty of its list.
const farList = 2000

// listedTreaty rules a treaty that stands in a list behind the verb that opens a
// preambular paragraph: "Recalling the Universal Declaration of Human Rights, its
// resolution 70/1 and the International Covenant on ...". Nothing but names,
// numbers and what joins them stands between.
func listedTreaty(p *Paragraph, text string, lead int) (ruling, bool) {
	if p.Kind != preambular {
		return ruling{}, false
	}
	c, end, ok := verbAt(text, 0, true)
	if !ok || end >= lead || lead-end > farList || !graph.HasTrait(c.relation, graph.TakesLists) || !allowed(p, c, text, 0) {
		return ruling{}, false
	}
	for i := end; i < lead; {
		w, next := word(text[:lead], i)
		if w == "" {
			i++
			continue
		}
		lower := strings.ToLower(w)
		if !isCapital(w) && len(w) > 1 && !glueWords[lower] && !smallWords[lower] && !partNouns[lower] {
			return ruling{}, false
		}
		i = next
	}
	return ruling{relation: c.relation, verb: text[:end]}, true
}

// longConnective is the connective before a treaty; a lone preposition joins
// only articles in a way that says something.
func longConnective(lead string, article bool) string {
	c := connective(lead)
	if c == "of" || !article && !strings.Contains(c, " ") && c != "under" {
		return ""
	}
	return c
}

// supplements finds what a text says of a protocol's full name: ", supplementing
// the United Nations Convention against ...".
func supplements(found *findings, p *Paragraph, part Text, hits []treatyHit) {
	for i := 1; i < len(hits); i++ {
		a, b := hits[i-1], hits[i]
		if a.code == "" || b.code == "" || a.code == b.code {
			continue
		}
		if strings.TrimLeft(part.S[a.end:b.start], ", ") == "supplementing the " {
			found.entity("treaty/"+a.code, "Treaty")
			found.entity("treaty/"+b.code, "Treaty")
			found.state(p, part, a.start, b.end, "treaty/"+a.code, "supplements", "treaty/"+b.code,
				qualifiers{{"verb", "supplementing"}, {"rule", "supplementing"}, {"confidence", "certain"}})
		}
	}
}
