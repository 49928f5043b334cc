package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// groupNouns are the nouns of groups that a text creates, longest first.
var groupNouns = names.Words(names.GroupWord)

// groupKey is by what a group is remembered that a paragraph's act has created.
func groupKey(p *tree.Paragraph, noun string) string {
	if p.Act != nil {
		return "group " + p.Act.ID + " " + noun
	}
	return "group " + noun
}

var (
	creation = scan.Compile(`\b(?:[Ee]stablish(?:es|ed)?|[Cc]onvenes?|[Cc]reates?|[Ss]et up|[Ss]ets up)\b` +
		`(?:,[^,]{0,40},)? (?:an? |the )`)
	// A name ends at the first participle or comma, or where a purpose begins.
	nameEnd = scan.Compile(`,|;|\.|:| (?:[a-z]+ing|[a-z]+ed|which|to|with|within|as|by)\b`)
)

// created finds a group that a text creates; the act's short forms of it are
// remembered.
func (d *dutyReader) created(p *tree.Paragraph, text string, from int) (b cite.Subsidiary, ok bool) {
	m := creation.FindStringIndex(text[from:])
	if m == nil {
		return b, false
	}
	return d.group(p, text, from+m[1])
}

// group reads a group that a text creates, by the noun in its name at byte start.
func (d *dutyReader) group(p *tree.Paragraph, text string, start int) (b cite.Subsidiary, ok bool) {
	if b, ok := cite.SubsidiaryAt(text[start:], d.tree.Speaker(p)); ok && b.Single {
		b.Start, b.End = start, start+b.End
		return b, true
	}
	end := min(len(text), start+mostBody)
	if i := nameEnd.FindStringIndex(text[start:end]); i != nil {
		end = start + i[0]
	}
	name := text[start:end]
	noun := ""
	for _, n := range groupNouns {
		if strings.Contains(strings.ToLower(name), n) {
			noun = n
			break
		}
	}
	if noun == "" {
		return b, false
	}
	for _, n := range groupNouns {
		if strings.HasSuffix(noun, n) {
			d.groups[groupKey(p, n)] = name
		}
	}
	b = cite.SubsidiaryNamed(d.tree.Speaker(p), name, start)
	if d.tree.Speaker(p) == "sc" && ofCouncil.MatchString(name) && p.Act != nil {
		b.ID = d.setUpID("Committee", p.Act.Number) // known by the resolution that sets it up
	}
	return b, true
}

// ofCouncil is how the Security Council calls the committee that it sets up.
var ofCouncil = scan.Compile(`^[Cc]ommittee(?: of the (?:Security )?Council)?$`)

// remember keeps the group that a paragraph creates for its short form later,
// and states what the act thereby does and what the group is to do. Where the
// verb of the paragraph itself creates it, that is stated with the mandate.
func (d *dutyReader) remember(p *tree.Paragraph, text string, list []demand) {
	b, ok := d.created(p, text, p.Words)
	if !ok {
		return
	}
	b = d.numbered(p, b)
	cite.AddSubsidiary(&d.found, b)
	verb := creation.FindString(text[:b.Start])
	if begins(text[:b.Start]) && (len(list) == 0 || !graph.HasTrait(list[0].relation, graph.Creates)) && !askedOfOthers(list, b.Start) {
		d.found.State(p, p.Parts[0], b.Start, b.End, p.Act.ID, "establishes", b.ID,
			tree.Qualifiers{{"verb", firstWord(verb)}, {"rule", "group asked for"}, {"confidence", "likely"}})
	}
	if !strings.HasSuffix(strings.TrimRight(text, " "), ":") || !termsLead.MatchString(text[b.End:]) {
		return
	}
	for _, q := range d.tree.Paragraphs {
		if q.Lead == p {
			d.found.Fact(b.ID, "termsOfReference", q.ID)
		}
	}
}

// askedOfOthers says that the verb which governs a byte leaves it to others whether a
// group shall be: "encourages States to establish a committee".
func askedOfOthers(list []demand, at int) bool {
	verb := ""
	for _, v := range list {
		if v.start <= at {
			verb = v.relation
		}
	}
	switch verb {
	case "encourages", "callsUpon", "urges", "invites", "appealsTo", "demands", "callsFor", "stresses":
		return true
	}
	return false
}

// begins says that the words before a group bring it into being: not "re-establish
// the Group".
func begins(before string) bool {
	m := newGroup.FindStringIndex(before)
	return m != nil && !strings.HasSuffix(before[:m[0]], "-")
}

var (
	newGroup = scan.Compile(`\b(?:(?:[Ee]stablish|[Cc]reate|[Ss]et up)[a-z]*\b(?:,[^,]{0,40},)? (?:an? |the )` +
		`|[Cc]onvene[a-z]*\b(?:,[^,]{0,40},)? an? )$`)
	termsLead = scan.Compile(`\b(?:mandate|mandated|terms of reference|tasks?|functions?|to)\b[^.;]*: *$`)
)

func firstWord(s string) string {
	w, _ := scan.Word(s, 0)
	return w
}
