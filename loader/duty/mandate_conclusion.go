package duty

import (
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// askingStems are such that a narrative paragraph in which a body asks something holds one.
var askingStems = text.NewGate("quest", "nvit", "urge", "ncourag", "alled upon", "alls upon", "nstruct", "ecommend", "ppeal")

// conclusions lists what the body of a report asks in its narrative, as conclusions and
// recommendations do: "The SBI invited Parties to submit ...", "The Permanent Forum urges
// States to ...". The report is their source.
func (d *dutyReader) conclusions(p *tree.Paragraph) (list []Mandate) {
	part := p.Parts[0]
	if d.tree.Body == "" || !d.reports() || !askingStems.In(part) {
		return nil
	}
	spoken := false
	if d.own == nil {
		d.own = d.ownNames()
	}
	for _, c := range scan.CutSentences(part.S, p.Words) {
		sentence := part.S[c.Start:c.End]
		names := func(own string) bool { return strings.Contains(sentence[:min(len(sentence), mostBefore)], own) }
		if !spoken && !slices.ContainsFunc(d.own, names) {
			continue
		}
		verbs := d.concluded(part.S, c, spoken)
		spoken = len(verbs) > 0 || spoken && strings.HasPrefix(part.S[c.Start:], "It ")
		var before []Addressee
		for _, v := range verbs {
			if procedural.MatchString(part.S[v.from:v.end]) {
				continue
			}
			m, asks := d.mandate(p, v, before)
			if !asks || len(m.Addressees) == 0 || !asksSomebody(m.Addressees) {
				continue
			}
			d.ofCouncil(m.Addressees)
			m.ID = p.ID + "/mandate/" + strconv.Itoa(len(list)+1)
			before, list = m.Addressees, append(list, m)
		}
	}
	return list
}

var (
	// procedural is what somebody is asked to do at the meeting itself.
	procedural = scan.Compile(
		`\bto (?:make (?:an? |his |her )?(?:[a-z]+ )?(?:statement|remarks)|take the floor|address the|introduce|speak|participate in the (?:meeting|discussion)|preside|chair|facilitate|convene|open the)\b`,
	)
	// elsewhen is what stands before the subject where a report tells of other sessions.
	elsewhen = scan.Compile(`\bsessions?\b|\(\d{4}\)|\b(?:19|20)\d\d,|\bresolutions?\b|\bdecisions? \d|\bwhich\b|\bhad\b`)
	subject  = scan.Compile(
		`(?:^|, |^In [^,]{1,60}, )(?:[Tt]he ([A-Z][\w-]*(?: [A-Za-z][\w-]*){0,9}?)|([Ii]t)),? (?:(?:also|further|again|then|therefore|accordingly|strongly|subsequently) )*$`,
	)
)

// ofCouncil gives the Council its name where a commission that reports to it asks it.
func (d *dutyReader) ofCouncil(list []Addressee) {
	b, _ := names.BodyByCode(d.tree.Body)
	for i := range list {
		if list[i].ID == "addressee/council" && b.Parent == "ecosoc" {
			list[i].ID, list[i].Kind = d.body(b.Parent), "Body"
		}
	}
}

// concluded lists the directive verbs of a sentence whose subject is the body of the
// report; again says that the sentence before has it as subject, so that "It" means it.
func (d *dutyReader) concluded(s string, c scan.Span, again bool) (list []demand) {
	for i := c.Start; i < c.End; {
		w, next := scan.Word(s[:c.End], i)
		if w == "" {
			i = max(next, i) + 1
			continue
		}
		start := next - len(w)
		i = next
		if _, known := tree.VerbWordOf(w); !known {
			continue
		}
		cue, end, ok := tree.VerbAt(s[:c.End], start, false)
		if !ok || cue.Form != tree.PastForm && cue.Form != tree.ThirdForm || !directs(cue.Relation) {
			continue
		}
		if n := len(list); n > 0 {
			before := strings.TrimRight(s[:start], " ")
			if !strings.HasSuffix(before, " and") && !strings.HasSuffix(before, ",") || pastParticiple.MatchString(s[start:]) {
				continue
			}
			list[n-1].end = start
		} else if start-c.Start > mostBefore {
			return nil
		} else if !d.concludes(s[c.Start:start], again) {
			continue
		}
		list = append(list, demand{relation: cue.Relation, verb: strings.TrimSpace(s[start:end]), start: start, from: end, end: c.End})
		i = end
	}
	return list
}

// mostBefore is within how many bytes of its beginning a sentence names its subject.
const mostBefore = 400

// concludes says that the words before a verb name the body of the report as its subject,
// and no other session.
func (d *dutyReader) concludes(before string, again bool) bool {
	m := subject.FindStringSubmatchIndex(before)
	if m == nil || elsewhen.MatchString(before[:max(m[2], m[4])]) {
		return false
	}
	if m[4] >= 0 {
		return again && m[0] == 0
	}
	return slices.Contains(d.own, before[m[2]:m[3]])
}

// reports says that the document is the report of a body on its own work, and not what
// somebody reports to it.
func (d *dutyReader) reports() bool {
	title, is := strings.CutPrefix(d.tree.Title, "Report of the ")
	return d.tree.Session != "" || is && slices.ContainsFunc(d.ownNames(), func(name string) bool { return strings.HasPrefix(title, name) })
}

// directs says that a relation is that of a verb by which something is asked of somebody.
func directs(relation string) bool {
	r, _ := graph.RelationByName(relation)
	return r.Broader == graph.Addresses && r.Traits&(graph.Settles|graph.Informs) == 0
}

// ownNames are how a report calls the body whose it is.
func (d *dutyReader) ownNames() []string {
	t := d.tree
	all := []string{t.BodyAcronym, t.BodyName, scan.LastWord(t.BodyName)}
	if b, ok := names.BodyByCode(t.Body); ok {
		all = append(all, b.Short, b.Name, strings.ToUpper(b.Code))
	}
	return slices.DeleteFunc(all, func(name string) bool { return name == "" })
}

// passive reads a paragraph that begins with whom it asks: "The Secretariat is requested
// to report", "Governments are encouraged to plant trees".
func (d *dutyReader) passive(p *tree.Paragraph, s string) (list []Mandate) {
	for _, m := range passives(s) {
		if strings.HasPrefix(s[m[0]:], " was") || strings.HasPrefix(s[m[0]:], " were") || !strings.HasPrefix(s[m[1]:], " to ") {
			continue
		}
		asked, ok := d.exactAddressees(p, s, p.Words, m[0])
		if !ok {
			return nil
		}
		v := demand{relation: byParticiple[s[m[2]:m[3]]], verb: strings.TrimSpace(s[m[0]:m[1]]), start: p.Words, from: m[1], end: len(s)}
		clause := clauseOf(s, v)
		out := Mandate{ID: p.ID + "/mandate/1", Paragraph: p, Relation: v.relation, Verb: v.verb, Clause: strings.Trim(clause, " ,"),
			Start: v.start, End: v.from + len(clause), Addressees: asked}
		d.terms(&out, p.Parts[0], clause)
		d.noteAddressed(p, asked)
		return []Mandate{out}
	}
	return nil
}
