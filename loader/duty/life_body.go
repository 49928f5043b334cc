package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	// notIts stands before a body that is only spoken of: "the report of the Committee".
	notIts = scan.Compile(
		`\b(?:reports?|recommendations?|direction|authority|support|consultation|cooperation|coordination|assistance|request|accordance|letter|rules of procedure|members|by|from|with|through|to) (?:of |by |with )?(?:the |its )?$`,
	)
	// shortOperations are how an act calls the one operation of which it speaks.
	shortOperations = scan.Compile(
		`\bthe (?:United Nations |International )?(Force|Mission|Operation|Observer Mission|Verification Mission|Observer Group|Peace-?keeping Force|Interim Force` +
			`|Peacekeeping Force|Tribunal|Truce Supervision Organization|Observer Force|Stabilization Mission|Team|Office)\b`,
	)
	thatThe = scan.Compile(`^ ?that (?:the )?`)
	// entitled stands between a noun and the name: "an operation entitled “X Mission”".
	entitled   = scan.Compile(`^[a-z][a-z -]{2,60}?,? (?:entitled|called|named|(?:to be )?known as|to be (?:called|named))(?: the)? “?`)
	anOrThe    = scan.Compile(`\b(an?|the) `)
	itsMandate = scan.Compile(`^ (?:its|the Mission’s) (?:present )?mandate\b`)
	// otherThing stands before a body where the verb is about something else.
	otherThing = scan.Compile(
		`\b(?:measures?|suspension|terms? of office|unless|whether|provided|in order|so that|which|letters?|to (?:assist|enable|deter|monitor|ensure|provide|help))\b`,
	)
	acronymNext = scan.Compile(`^ \(([A-Z]+ [IVX]+)\)`)
	acronymIn   = scan.Compile(`^[^,;.()]{0,120} \(((?:UN|MINU|ONU)[A-Z]{2,})\)`)
)

// liveBody is the body whose life a turn is about; none where it names none.
func (d *dutyReader) liveBody(p *tree.Paragraph, s string, t turn) (b cite.Subsidiary) {
	if t.relation == "establishes" {
		if t.objectFrom == t.start { // a subject: "that UNMIRU is established"
			t.objectFrom += len(thatThe.FindString(s[t.objectFrom:t.objectTo]))
		}
		if _, here := operationsFounded()[p.Act.ID]; !here && strings.HasPrefix(strings.ToLower(t.verb), "recommends") {
			return b
		}
		if b := d.begun(p, s[:t.objectTo], t.objectFrom); b.ID != "" {
			return d.numbered(p, b)
		}
		return d.foundedHere(p, s[:t.objectTo], t.objectFrom)
	}
	object := s[t.objectFrom:t.objectTo]
	for i := 0; i < len(object); i++ {
		if !scan.IsCapitalAt(object, i) || i > 0 && (scan.IsWord(object[i-1]) || object[i-1] == '-') {
			continue
		}
		if b, ok := d.bodyNamed(p, object, i); ok && !notIts.MatchString(object[:i]) && !otherThing.MatchString(object[:i]) {
			b.Start, b.End = t.objectFrom+b.Start, t.objectFrom+b.End
			return d.figureLost(p, b)
		}
	}
	if b := d.placed(p, object); b.ID != "" {
		b.Start, b.End = t.objectFrom+b.Start, t.objectFrom+b.End
		return b
	}
	if b := d.misprinted(p, object); b.ID != "" {
		b.Start, b.End = t.objectFrom+b.Start, t.objectFrom+b.End
		return b
	}
	if i, ok := instrumentIn(object); ok && t.relation != "establishes" {
		id := tree.AddInstrument(&d.found, object[i[0]:i[1]])
		return cite.Subsidiary{ID: id, Start: t.objectFrom + i[0], End: t.objectFrom + i[1]}
	}
	if itsMandate.MatchString(object) {
		return d.namedBefore(p, t.start)
	}
	if m := shortOperations.FindStringSubmatchIndex(
		object,
	); m != nil && !notIts.MatchString(object[:m[0]]) &&
		!otherThing.MatchString(object[:m[0]]) {
		if b := d.onlyOperation(p, object[m[2]:m[3]]); b.ID != "" {
			b.Start, b.End = t.objectFrom+m[2], t.objectFrom+m[3]
			return b
		}
	}
	return b
}

// bodyNamed reads a body at a byte of a text: by its name or acronym, by the act that
// founded it, or a short form of the act.
func (d *dutyReader) bodyNamed(p *tree.Paragraph, s string, at int) (b cite.Subsidiary, ok bool) {
	r := addresseeReader{duty: d, p: p, text: s, limit: len(s)}
	if b, ok := cite.SubsidiaryAt(s[at:], d.tree.Speaker(p)); ok {
		b.Start, b.End = at, at+b.End
		if m := acronymNext.FindStringSubmatch(s[b.End:]); m != nil { // one of several of a name
			if named, ok := cite.SubsidiaryAt(m[1], d.tree.Speaker(p)); ok && named.End == len(m[1]) {
				b.ID, b.Name = named.ID, named.Name
			}
		}
		cite.AddSubsidiary(&d.found, b)
		return b, true
	}
	if a, end, ok := r.committee(at); ok {
		return cite.Subsidiary{ID: a.ID, Start: at, End: end}, true
	}
	if a, end, ok := r.shortened(at); ok {
		return cite.Subsidiary{ID: a.ID, Start: at, End: end}, true
	}
	w, next := scan.PhraseWord(s, at)
	if stem, _, possessive := strings.Cut(w, "’"); possessive { // "UNMIRU’s mandate"
		w, next = stem, at+len(stem)
		if b, ok := cite.SubsidiaryAt(stem, d.tree.Speaker(p)); ok {
			b.Start, b.End = at, next
			cite.AddSubsidiary(&d.found, b)
			return b, true
		}
	}
	if missionAcronym.MatchString(w) && d.tree.Speaker(p) == "sc" {
		id := "body/" + graph.Slug(w)
		d.found.NewEntity(id, "Body", [2]string{"name", w})
		return cite.Subsidiary{ID: id, Start: at, End: next}, true
	}
	return b, false
}

// namedBefore is the body named last before byte end of a paragraph: "expresses its full
// support for UNMIRU and decides to extend its mandate".
func (d *dutyReader) namedBefore(p *tree.Paragraph, end int) (b cite.Subsidiary) {
	for _, n := range cite.Subsidiaries(p.Parts[0], d.tree.Speaker(p)) {
		if n.End <= end && n.Single {
			b = n
		}
	}
	if b.ID != "" {
		cite.AddSubsidiary(&d.found, b)
	}
	return b
}

// onlyOperation is the one operation with a noun in its name that the paragraphs of an act
// name; none where they name several.
func (d *dutyReader) onlyOperation(p *tree.Paragraph, noun string) (b cite.Subsidiary) {
	for _, q := range p.Act.Paragraphs {
		if q.Kind == tree.Footnote {
			continue
		}
		for _, n := range cite.Subsidiaries(q.Parts[0], d.tree.Speaker(p)) {
			if !n.Single || strings.HasPrefix(n.ID, "body/sc/") || n.ID == b.ID || !strings.Contains(n.Name, noun) {
				continue
			}
			if b.ID != "" {
				return cite.Subsidiary{}
			}
			b = n
		}
	}
	if b.ID != "" {
		cite.AddSubsidiary(&d.found, b)
	}
	return b
}

// begun is the body that stands behind "establish": with an article, also behind words
// that say how: "to establish, under its authority, a United Nations Mission".
func (d *dutyReader) begun(p *tree.Paragraph, s string, from int) (b cite.Subsidiary) {
	if b, ok := d.bodyNamed(p, s, skipSpaces(s, from)); ok {
		return b // "to establish UNMIRU"
	}
	limit := min(len(s), from+mostInterlude)
	for _, m := range anOrThe.FindAll(s[from:limit]) {
		at := from + m[1]
		if strings.Contains(s[from:at], " to ") && !strings.Contains(s[from:at], ",") {
			return b // a purpose begins
		}
		at += len(entitled.FindString(s[at:]))
		definite := s[from+m[2]:from+m[3]] == "the"
		before := strings.TrimSpace(s[from : from+m[0]])
		if definite && before != "" && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, " and") {
			continue // "a pool of judges in the Tribunal"
		}
		if c := acronymIn.FindStringSubmatchIndex(s[at:]); c != nil && scan.IsCapitalAt(s, at) {
			if known, ok := cite.SubsidiaryAt(s[at:], d.tree.Speaker(p)); ok {
				known.Start, known.End = at, at+known.End
				cite.AddSubsidiary(&d.found, known)
				return known
			}
			id := "body/" + graph.Slug(s[at+c[2]:at+c[3]])
			d.found.NewEntity(id, "Body", [2]string{"name", strings.Trim(s[at:at+c[2]-1], " ”")})
			return cite.Subsidiary{ID: id, Start: at, End: at + c[1]}
		}
		if known, ok := cite.SubsidiaryAt(s[at:], d.tree.Speaker(p)); ok {
			known.Start, known.End = at, at+known.End
			cite.AddSubsidiary(&d.found, known)
			return known
		}
		if definite {
			continue
		}
		if b, ok := d.group(p, s, at); ok {
			cite.AddSubsidiary(&d.found, b)
			return b
		}
	}
	return b
}

// operation is a row of the tables as a text would name it.
func operation(o names.Operation) cite.Subsidiary {
	b, _ := cite.SubsidiaryAt(o.Name, o.Parent)
	return b
}

func skipSpaces(s string, at int) int {
	for at < len(s) && s[at] == ' ' {
		at++
	}
	return at
}
