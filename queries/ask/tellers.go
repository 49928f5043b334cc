package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// What was said and done about an act stands in the report of the session and not in the
// act: who spoke, who proposed an amendment, how members explained their votes.

// proceedingsAsked matches a question for what went on about an act.
var proceedingsAsked = regexp.MustCompile(
	`(?i)\b(?:vot(?:ed?|es|ing)|spoke|speak|speakers?|statements?|floor|explanations?|tabl(?:ed|ing)|` +
		`introduc(?:ed?|ing)|amendments?|negotiat\w+|consultations|(?:co-?)?sponsor\w*|after (?:the )?adoption|following (?:the )?adoption)\b`,
)

// reportsOf are the reports that tell of an act: the one that prints it, where it prints
// other acts as well, and those that tell of its adoption.
func (r *Reader) reportsOf(act snapshot.Node) (list []snapshot.Node) {
	add := func(id string) {
		if n, ok := r.Lookup(id); ok && r.Kind(n) == "Document" && n != act && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	if in, ok := r.Lookup(r.Text(act, "inDocument")); ok && len(r.Having("inDocument", in, "Act")) > 1 {
		add(r.ID(in))
	}
	for _, e := range slices.Concat(r.Out(act, "adoptedAt"), r.In(act, "draftOf", "adopts")) {
		if p, ok := r.Lookup(r.Evidence(e).Paragraph); ok && r.wholeOf(p) != act {
			add(r.ID(r.wholeOf(p)))
		}
	}
	return list
}

// inReports is a meaning with the reports on its acts as the texts to look into, and the
// numbers of the acts as words; nil where they have none, or where the question is after
// the text of the act itself.
func (d *meaning) inReports(r *Reader) *meaning {
	if !proceedingsAsked.MatchString(d.question) || mentioning.MatchString(d.question) {
		return nil
	}
	wide := *d
	wide.texts = nil
	wide.content = slices.Clone(d.content)
	for _, t := range d.texts {
		reports := []snapshot.Node{}
		for _, n := range t.Nodes {
			if r.isAct(n) {
				reports = append(reports, r.reportsOf(n)...)
				wide.content = append(wide.content, `"`+r.Text(n, "number")+`"`)
			}
		}
		slices.Sort(reports)
		if len(reports) == 0 {
			continue
		}
		wide.texts = append(wide.texts, term{Nodes: slices.Compact(reports), Text: t.Text})
	}
	if len(wide.texts) == 0 {
		return nil
	}
	wide.proceedings = true
	return &wide
}

// saidAfter matches a paragraph that tells what was said when something was adopted.
var saidAfter = regexp.MustCompile(`(?i)\bstatements?\b|\bexplanation\b|\bvot(?:e|ed|ing)\b|\bright of reply\b`)

// roundAdoption are the paragraphs of a report that tell of the adoption of the acts in
// question, and those behind that tell what was said of it.
func (c *composer) roundAdoption(found []Passage) (list []snapshot.Node) {
	for _, act := range c.mentioned {
		if !c.isAct(act) {
			continue
		}
		for _, e := range slices.Concat(c.Out(act, "adoptedAt"), c.In(act, "draftOf")) {
			at := c.Evidence(e).Paragraph
			report, number, _ := strings.Cut(at, "#")
			for k := range saidBehind {
				p, ok := c.Lookup(report + "#" + decimal(numberOf(number)+k))
				shown := slices.ContainsFunc(
					found[:min(len(found), shownSupport)],
					func(f Passage) bool { return f.Node == p },
				)
				if ok && numberOf(number) > 0 && !shown && !slices.Contains(list, p) &&
					(k == 0 || saidAfter.MatchString(c.Text(p, "text"))) {
					list = append(list, p)
				}
			}
		}
	}
	return list
}

// saidBehind is how many paragraphs behind an adoption are looked at, with its own.
const saidBehind = 4
