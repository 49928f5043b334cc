package treaty

import (
	"context"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A TreatyMention is a treaty, or articles of one, that a paragraph names.
type TreatyMention struct {
	treatyHit
	Paragraph *tree.Paragraph
	Part      text.Text
	// Relation is what the paragraph says of it; verb and connective are the
	// printed words that say so, where there are any.
	Relation, Verb, Connective string
}

// Mentions lists which treaties and articles the paragraphs of a document
// name, and finds which of them supplement others and where a footnote says that
// they are registered.
func Mentions(ctx context.Context, t *tree.Tree) (list []TreatyMention, found tree.Findings) {
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
			if p.Kind != tree.Footnote {
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
func listsTitles(p *tree.Paragraph) bool {
	if len(p.Headings) > 0 && p.Kind == tree.Annexed && strings.Contains(strings.ToLower(p.Headings[0]), "agenda for") {
		return true
	}
	top := p.Top()
	return top != p && p.Kind == tree.Narrative && top.LeadsToAgenda()
}

// mentionOfTreaty reads what a paragraph says of a treaty that it names.
func mentionOfTreaty(p *tree.Paragraph, part text.Text, h treatyHit) TreatyMention {
	m := TreatyMention{treatyHit: h, Paragraph: p, Part: part, Relation: "mentions"}
	lead := skipBack(part.S, h.Start, "the ")
	if p.Kind == tree.Preambular || p.Kind == tree.Operative || p.Kind == tree.Decided || p.Kind == tree.Narrative {
		r, ok := clause.DirectObject(p, part.S, 0, lead)
		if !ok {
			r, ok = listedTreaty(p, part.S, lead)
		}
		if ok {
			m.Relation, m.Verb = r.Relation, r.Verb
		}
	}
	if m.Relation == "mentions" && h.Start > 0 {
		before := strings.TrimRight(part.S[max(0, h.Start-mostConnective):lead], " ")
		m.Connective = longConnective(before, len(h.Articles) > 0)
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
func listedTreaty(p *tree.Paragraph, text string, lead int) (clause.Ruling, bool) {
	if p.Kind != tree.Preambular {
		return clause.Ruling{}, false
	}
	c, end, ok := tree.VerbAt(text, 0, true)
	if !ok || end >= lead || lead-end > farList || !graph.HasTrait(c.Relation, graph.TakesLists) || !clause.Allowed(p, c, text, 0) {
		return clause.Ruling{}, false
	}
	for i := end; i < lead; {
		w, next := scan.Word(text[:lead], i)
		if w == "" {
			i++
			continue
		}
		lower := strings.ToLower(w)
		if !scan.IsCapital(w) && len(w) > 1 && !clause.LeadingWords[lower] && !scan.SmallWords[lower] && !clause.PartNouns[lower] {
			return clause.Ruling{}, false
		}
		i = next
	}
	return clause.Ruling{Relation: c.Relation, Verb: text[:end]}, true
}

// longConnective is the connective before a treaty; a lone preposition joins
// only articles in a way that says something.
func longConnective(lead string, article bool) string {
	c := clause.Connective(lead)
	if c == "of" || !article && !strings.Contains(c, " ") && c != "under" {
		return ""
	}
	return c
}

// supplements finds what a text says of a protocol's full name: ", supplementing
// the United Nations Convention against ...".
func supplements(found *tree.Findings, p *tree.Paragraph, part text.Text, hits []treatyHit) {
	for i := 1; i < len(hits); i++ {
		a, b := hits[i-1], hits[i]
		if a.Code == "" || b.Code == "" || a.Code == b.Code {
			continue
		}
		if strings.TrimLeft(part.S[a.End:b.Start], ", ") == "supplementing the " {
			found.Entity("treaty/"+a.Code, "Treaty")
			found.Entity("treaty/"+b.Code, "Treaty")
			found.State(p, part, a.Start, b.End, "treaty/"+a.Code, "supplements", "treaty/"+b.Code,
				tree.Qualifiers{{"verb", "supplementing"}, {"rule", "supplementing"}, {"confidence", "certain"}})
		}
	}
}
