package record

import (
	"cmp"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// symbolTags are those of fields with the symbol of the document: 191 of the
// document as issued, 791 of the act that it prints or that was voted on.
var symbolTags = []string{"191", "791"}

// identify finds what the record describes: the one act whose symbol it has, else
// the document of its first symbol, else that of its title.
func (r *reader) identify() {
	first, act, acts := r.symbols()
	r.kindOfDocument()
	if title := r.all("245"); first == nil && len(title) > 0 {
		if slug := graph.Slug(plain(title[0].get('a').value)); slug != "" {
			r.subject = graph.DocumentID(slug)
			r.document = r.subject
			r.found.Entity(r.subject, "Document")
			return
		}
	}
	if first == nil {
		r.found.Diagnostic(tree.Diagnostic{Reason: "record without a symbol and a title", Text: r.tree.ID})
		return
	}
	r.issued(first)
	if act != nil && (acts == 1 || act == first) {
		r.subject, _ = actOf(act.get('a').value)
		r.act, r.draft = true, false
		r.found.Cited(r.subject)
		r.describe(act, act.get('a'), r.subject)
	}
	if id, isAct := actOf(first.get('a').value); !isAct || id == r.subject && !r.votes {
		r.document = r.addDocument(first.get('a').value)
		r.describe(first, first.get('a'), r.document)
		r.revises(first)
	}
	r.subject = cmp.Or(r.subject, r.document)
}

// symbols finds the field of the first symbol and of the first one of an act, and
// counts the acts.
func (r *reader) symbols() (first, act *field, acts int) {
	ids := map[string]bool{}
	for _, tag := range symbolTags {
		for _, f := range r.all(tag) {
			if f.get('a').value == "" {
				continue
			}
			first = cmp.Or(first, f)
			if id, ok := actOf(f.get('a').value); ok {
				ids[id], act = true, cmp.Or(act, f)
			}
		}
	}
	return first, act, len(ids)
}

// actOf is the act of a symbol: ga/resolution/97/12 of A/RES/97/12.
func actOf(symbol string) (id string, ok bool) {
	a, end, ok := names.ActOfSymbol(symbol)
	if !ok || end < len(strings.TrimSpace(symbol)) {
		return "", false
	}
	return graph.ActID(a.Body, a.Kind, a.Number), true
}

// canonical is a symbol as it stands in ids.
func canonical(symbol string) string {
	symbol = strings.TrimSpace(symbol)
	if y, ok := names.ReadSymbol(symbol); ok && y.End == len(symbol) {
		return y.Text
	}
	return strings.Join(strings.Fields(symbol), "")
}

func (r *reader) addDocument(symbol string) string {
	return tree.AddSymbol(&r.found, canonical(symbol))
}

// issued reads for which body and session the symbol was given out.
func (r *reader) issued(f *field) {
	if body, session, ok := series(f.get('a').value); ok {
		r.body, r.session = body, session
	} else if body, _, ok := series(f.get('b').value + f.get('c').value + "/1"); ok {
		r.body, r.session = body, f.get('c').value
	}
}

var (
	amendment = scan.Compile(`(?i)\bamendments?\b`)
	draftWord = scan.Compile(`(?i)\bdraft (?:resolution|decision)s?\b`)
)

// kindOfDocument reads whether the record is of a draft, and whether of a vote: the
// other words of the title say the first ("draft resolution /"), the fields of
// votes the second.
func (r *reader) kindOfDocument() {
	for _, f := range r.all("245") {
		words := f.get('b').value
		r.draft = r.draft || draftWord.MatchString(words) && !amendment.MatchString(words)
	}
	r.letters = map[string]int{}
	for _, f := range r.all("967") {
		r.votes = true
		r.letters[letter(f)]++
	}
}

// describe states that the record describes something.
func (r *reader) describe(f *field, s subfield, id string, q ...[2]string) {
	r.state(f, s, r.tree.ID, "describes", id, q...)
}

// revises reads from the symbol which document this one changes.
func (r *reader) revises(f *field) {
	if base, relation := tree.ChangedBy(canonical(f.get('a').value)); base != "" {
		r.state(f, f.get('a'), r.document, relation, tree.AddSymbol(&r.found, base))
	}
}

// title reads the title, and what kind of document the title says it is.
func (r *reader) title(f *field) {
	if s := f.get('a'); plain(s.value) != "" {
		r.describe(f, s, r.subject, [2]string{"citedTitle", plain(s.value)}, [2]string{"called", plain(f.get('b').value)})
	}
}

var (
	dateShape = scan.Compile(`^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?$`)
	wordShape = scan.Compile(`^(?:(\d{1,2}) )?([A-Z][a-z]+)\.? (\d{4})$`) // 8 Nov. 2023
)

// dateOf is a date as the vocabulary writes it, as far as it is printed; empty for
// none. Months and days that are not known are printed as 00.
func dateOf(value string) string {
	value = strings.Trim(value, " .[]")
	m := dateShape.FindStringSubmatch(value)
	if w := wordShape.FindStringSubmatch(value); w != nil {
		m = []string{"", w[3], monthOf(w[2]), twoDigits(w[1])}
	}
	if m == nil || m[2] == "" && len(value) > len("2006") {
		return ""
	}
	date := m[1]
	for _, part := range m[2:] {
		if part == "" || part == "00" {
			break
		}
		date += "-" + part
	}
	if _, ok := graph.DateType(date); !ok {
		return ""
	}
	return date
}

// monthOf is the number of a month by its name or the first letters of that; empty
// for no month.
func monthOf(word string) string {
	for n, name := range strings.Split(names.MonthPattern, "|") {
		if len(word) >= 3 && strings.HasPrefix(name, word) || word == "Sept" && name == "September" {
			return twoDigits(strconv.Itoa(n + 1))
		}
	}
	return ""
}

// twoDigits writes a number of one figure with two.
func twoDigits(number string) string {
	if len(number) == 1 {
		return "0" + number
	}
	return number
}

// date reads the date of the document; that of the record of a vote is the day on
// which it was taken.
func (r *reader) date(f *field) {
	target := cmp.Or(r.document, r.subject)
	r.dated(f, target)
}

// actionDate reads the day on which the act was adopted.
func (r *reader) actionDate(f *field) {
	if r.act {
		r.dated(f, r.subject)
	}
}

func (r *reader) dated(f *field, target string) {
	s := f.get('a')
	date := dateOf(s.value)
	switch {
	case date != "":
		r.describe(f, s, target, [2]string{"citedDate", date})
	case s.value != "":
		r.report(f, s.from, s.to, "no date: expected YYYY-MM-DD")
	}
}

// issuer reads the body that the document belongs to: the last of the bodies in
// the subfields, each a part of the one before.
func (r *reader) issuer(f *field) {
	var chain []string
	for _, s := range f.subs {
		if s.code == 'a' || s.code == 'b' {
			chain = append(chain, s.value)
		}
	}
	party, ok := resolveChain(chain)
	if ok && party.kind == "Body" && r.document != "" {
		party.declare(&r.found)
		r.found.Fact(r.document, "body", party.id)
	}
}
