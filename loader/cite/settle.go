package cite

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
)

// settle gives the citations of one list their body.
func (f *finder) settle(first, end int, who attribution) {
	list := f.found[first:]
	switch who.how {
	case ownBody:
		who.may = f.ownMeanings(who.lead, end)
	case unnamedBody:
		who.may = f.unnamedMeanings(who.lead, end)
	}
	who.may = f.commonTo(list, who.may)
	for i := range list {
		if c := &list[i]; c.how != namedBody { // by its own symbol
			f.attribute(list, c, end, who)
		}
	}
}

// attribute gives a citation of a list the bodies whose act it may be.
func (f *finder) attribute(list []Citation, c *Citation, end int, who attribution) {
	c.numberless = strings.HasPrefix(c.Number, "-/")
	c.body, c.how, c.short, c.name, c.may = who.code, who.how, who.short, who.name, f.numbering(c, who)
	if len(c.may) == 0 && (c.how == shortBody || c.how == foreignBody) {
		if code := f.shownByForm(list, c, who.lead); code != "" {
			c.may, c.how = []string{code}, fittingBody
		}
	}
	if c.how == namedBody || c.how == foreignBody {
		return
	}
	if len(c.may) == 0 && c.how == unnamedBody {
		if c.may = f.onlyFitting(who.lead, end, c); len(c.may) == 1 {
			c.how = fittingBody
		} else if code := names.ByHundreds(f.body, c.Kind, c.Number); c.may == nil && code != "" {
			c.may, c.how = []string{code}, fittingBody
		}
	}
	c.body = c.sole()
}

// numbering lists those bodies of an attribution that can have an act of this
// number.
func (f *finder) numbering(c *Citation, who attribution) (may []string) {
	for _, code := range who.may {
		if c.mayBe(code) {
			may = scan.AppendNew(may, code)
		}
	}
	unknown := slices.Contains(who.may, unknownBody)
	if len(may) == 0 && who.how == ownBody && !unknown && c.mayBe(f.body) {
		may = []string{f.body} // none of the others can be meant
	}
	if len(may) > 1 || who.how == unnamedBody {
		may = slices.DeleteFunc(may, func(code string) bool { return f.toCome(code, c) })
	}
	return may
}

// mayBe says that the body of a code can have an act of the number.
func (c *Citation) mayBe(code string) bool {
	if c.among != nil {
		return slices.Contains(c.among, code)
	}
	return names.CanNumber(code, c.Kind, c.Number)
}

// shownByForm is the body of an act of a body named in short that nothing before
// explains: the one that another number of the same list marks, and of the
// Councils the one that numbers by year.
func (f *finder) shownByForm(list []Citation, c *Citation, lead int) string {
	for i := range list {
		if code := names.BodyOfNumber(list[i].Number); code != "" && c.mayBe(code) {
			return code
		}
	}
	if strings.HasPrefix(f.s[lead:], "Council ") && graph.ReadNumber(c.Number).Form == graph.YearForm {
		return names.ShortWithForm("Council", graph.YearForm)
	}
	return ""
}

// commonTo narrows the bodies of a list to those that can have all its acts: one
// noun names the acts of one body.
func (f *finder) commonTo(list []Citation, may []string) []string {
	var common []string
	for _, code := range may {
		all := true
		for i := range list {
			all = all && list[i].mayBe(code)
		}
		if all {
			common = scan.AppendNew(common, code)
		}
	}
	if common == nil {
		return may
	}
	return common
}

// onlyFitting is the one body named in the sentence, or failing that before in
// the text, that can have an act of this number, where the body that speaks
// cannot.
func (f *finder) onlyFitting(start, end int, c *Citation) []string {
	if f.adoptedElsewhere(end) {
		return nil
	}
	from, to := f.sentence(start, end)
	var inside, before []string
	k := f.bodiesBefore(start)
	for _, b := range f.bodies[max(0, k-reach):min(len(f.bodies), k+reach)] {
		if _, quoted := f.masked(b.Start); quoted || !c.mayBe(b.Code) {
			continue
		}
		switch {
		case b.Start > end && adjunct(f.s[b.End:]): // names another act
		case b.Start >= from && b.End <= to:
			inside = scan.AppendNew(inside, b.Code)
		case b.End <= from:
			before = scan.AppendNew(before, b.Code)
		}
	}
	if len(inside) > 0 {
		return inside
	}
	return before
}

// adoptedElsewhere says that the words behind an act name who adopted it, and
// that this is no body that is known: "decision 3 ... adopted at the 1995 Review
// and Extension Conference".
func (f *finder) adoptedElsewhere(end int) bool {
	clause := f.s[end:min(len(f.s), end+clause.LongestClause)]
	if i := strings.IndexAny(clause, ",;."); i >= 0 {
		clause = clause[:i]
	}
	m := adoptedAt.FindStringIndex(clause)
	if m == nil {
		return false
	}
	k := f.bodiesBefore(end + m[1])
	return k == len(f.bodies) || f.bodies[k].Start >= end+len(clause)
}

var adoptedAt = scan.Compile(` adopted (?:at|by) the (?:\d{4} )?[A-Z]`)

// toCome says that the number is of a session of the document's body that comes
// after the one of the document, so that the act is another body's.
func (f *finder) toCome(code string, c *Citation) bool {
	if f.tree == nil || code != f.tree.Body || f.tree.Session == "" {
		return false
	}
	n := graph.ReadNumber(c.Number)
	return n.Form == graph.SessionForm && n.Session > f.tree.SessionNumber()
}
