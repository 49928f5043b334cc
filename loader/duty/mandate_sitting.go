package duty

import (
	"sort"
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// sittingsIn are the sessions at which something is due, each with its body: the one
// that is named behind it, else the one of whom the clause speaks before.
func (d *dutyReader) sittingsIn(m *Mandate, clause string) (list []Worded) {
	if !strings.Contains(clause, "ession") && !strings.Contains(clause, "eeting") {
		return nil
	}
	found := dueSittings.FindAll(clause)
	if found == nil {
		return nil
	}
	bodies := d.bodiesIn(m.Paragraph, clause)
	for _, at := range found[:min(len(found), mostDue)] {
		words := clause[at[0]:at[1]]
		if strings.HasPrefix(words, "for ") || strings.HasPrefix(words, "to ") && !strings.Contains(words, "its") {
			continue // "documents for the fiftieth session" are no deadline
		}
		code, end := d.sittingBody(m, clause, bodies, at[0], at[1])
		words = strings.TrimSpace(clause[at[0]:end] + monthOf.FindString(clause[end:]))
		if code == "" || strings.HasPrefix(clause[at[4]:], "meeting") {
			list = append(list, Worded{Words: words})
			continue
		}
		for _, n := range sessionNumbers(clause[at[2]:at[3]]) {
			d.found.Session(strings.TrimPrefix(code, "body/"), n)
			list = append(list, Worded{words, code + "/session/" + n})
		}
		if sessionNumbers(clause[at[2]:at[3]]) == nil {
			list = append(list, Worded{Words: words})
		}
	}
	return list
}

var ordinalOrYear = scan.Compile(`(?:19|20)\d\d|` + cite.OrdinalPattern)

// sessionNumbers are the numbers of "fiftieth and fifty-first", "2026".
func sessionNumbers(s string) (list []string) {
	for _, w := range ordinalOrYear.FindAllStrings(s) {
		if n := names.OrdinalNumber(w); n > 0 {
			list = append(list, strconv.Itoa(n))
		} else if scan.IsDigit(w[0]) {
			list = append(list, w)
		}
	}
	return list
}

// monthOf is the date in brackets behind a session.
var monthOf = scan.Compile(`^ \([A-Z][a-z]+(?:[–-][A-Z][a-z]+)? \d{4}\)`)

// sittingBody is the id of the body whose session is named at bytes from to end of
// a clause, and where its name ends.
func (d *dutyReader) sittingBody(m *Mandate, clause string, bodies []cite.Subsidiary, from, end int) (id string, behind int) {
	const of = " of the "
	if strings.HasPrefix(clause[end:], of) {
		if id, stop := d.bodyAt(m.Paragraph, clause, end+len(of)); id != "" {
			return id, stop
		}
		if b, ok := cite.SubsidiaryAt(clause[end+len(of):], d.tree.Speaker(m.Paragraph)); ok {
			cite.AddSubsidiary(&d.found, b)
			return b.ID, end + len(of) + b.End
		}
		return "", end
	}
	own := strings.Contains(clause[from:end], " its ")
	last, at := "", -1
	if n := sort.Search(len(bodies), func(i int) bool { return bodies[i].End > from }); n > 0 {
		last, at = bodies[n-1].ID, bodies[n-1].Start
	}
	for _, a := range m.Addressees {
		place := a.Start - (m.End - len(clause))
		if a.Kind == "Body" && own && len(m.Addressees) == 1 && place > at && place < from {
			last = a.ID
		}
	}
	if last == "" && own && !strings.HasPrefix(m.Relation, "decides") {
		last = d.body(d.tree.Speaker(m.Paragraph))
	}
	return last, end
}

// bodiesIn are the bodies that a clause names, also by their short forms.
func (d *dutyReader) bodiesIn(p *tree.Paragraph, clause string) (list []cite.Subsidiary) {
	for i := 0; i < len(clause); i++ {
		if i > 0 && scan.IsWord(clause[i-1]) || !scan.IsCapitalAt(clause, i) {
			continue
		}
		if id, stop := d.bodyAt(p, clause, i); id != "" {
			list = append(list, cite.Subsidiary{ID: id, Start: i, End: stop})
			i = stop - 1
		}
	}
	return list
}

// bodyAt is the id of the body with whose name, or short form, the text goes on.
func (d *dutyReader) bodyAt(p *tree.Paragraph, text string, at int) (id string, end int) {
	window := text[at:min(len(text), at+mostBody)]
	if found := tree.FindBodies(window); len(found) > 0 && found[0].Start == 0 {
		return d.body(found[0].Code), at + found[0].End
	}
	for _, code := range [...]string{d.tree.Speaker(p), d.tree.Body, parentConferences()[d.tree.Speaker(p)]} {
		b, ok := names.BodyByCode(code)
		if ok && b.Short != "" && strings.HasPrefix(window, b.Short) && !scan.IsCapital(nextWord(window[len(b.Short):])) &&
			!namedFurther.MatchString(window[len(b.Short):]) {
			return d.body(code), at + len(b.Short)
		}
	}
	return "", at
}

// parentConferences are the codes of the conferences of the parties to the convention
// of whose protocol or agreement a body is the meeting: the "Conference of the Parties"
// of the CMA is that of the convention.
var parentConferences = names.Derived(func(t *names.Tables) map[string]string {
	parents := map[string]string{}
	for _, b := range t.Bodies {
		short, serving, _ := strings.Cut(b.Short, " serving as ")
		stem, _, _ := strings.Cut(b.Code, "-")
		for _, c := range t.Bodies {
			if serving != "" && c.Short == short && strings.HasPrefix(c.Code, stem+"-") {
				parents[b.Code] = c.Code
			}
		}
	}
	return parents
})

// namedFurther goes on with the name of another body: "Council on Lakes".
var namedFurther = scan.Compile(`^ (?:on|of|for) (?:the )?[A-Z]|^ serving as `)

func nextWord(s string) string {
	if !strings.HasPrefix(s, " ") {
		return ""
	}
	w, _ := scan.Word(s, 0)
	return w
}
