package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Addressed are the kinds of those who can be asked something.
var Addressed = scan.WordSet("AddresseeClass Organization Body Secretariat Role State Group")

var dutyThat = scan.Compile(`(?:^|, )that\b,? `)

// targets finds whom or what a verb governs, nil where neither is named, and says
// whether it asks something. before are those whom the verb before it in the
// paragraph addresses.
func (d *dutyReader) targets(p *tree.Paragraph, text string, v demand, end int, before []Addressee) (list []Addressee, asks bool) {
	at := v.from
	for at < end && text[at] == ' ' {
		at++
	}
	at = scan.SkipPrefix(text[:end], at, "of ") // "Takes note with appreciation of"
	r, _ := graph.RelationByName(v.relation)
	settles := r.Traits&graph.Settles != 0
	directs := r.Broader == graph.Addresses && !settles && r.Traits&graph.Informs == 0
	if r.Traits&graph.Creates != 0 {
		if b, ok := d.created(p, text[:end], v.start); ok {
			cite.AddSubsidiary(&d.found, b)
			return []Addressee{{ID: b.ID, Kind: "Body", Start: b.Start, End: b.End}}, false
		}
	}
	if r.Traits&graph.TakesDuty != 0 {
		if that := dutyClause(text[at:end], settles); that >= 0 {
			list := d.onDuty(p, text, at+that, end, directs)
			return list, directs || list != nil
		}
	}
	if !directs && r.Broader != graph.Addresses || settles {
		return d.things(p, text, at, end), false
	}
	return d.asked(p, text, at, end, before), directs
}

// dutyClause is where in the object of a verb the clause behind "that" begins which lays
// a duty down, negative for none; settles says that the verb decides.
func dutyClause(object string, settles bool) int {
	that := dutyThat.FindStringIndex(object)
	if that == nil || that[0] > 0 && !settles && object[0] != ',' && !interludes[firstWord(object)] {
		return -1
	}
	return that[1]
}

// asked finds whom a verb addresses whose object begins at byte at.
func (d *dutyReader) asked(p *tree.Paragraph, text string, at, end int, before []Addressee) []Addressee {
	if list := d.again(p, text, at, end, before); list != nil {
		return list
	}
	if i := strings.Index(text[at:end], ":"); i > 0 {
		end = at + i // before the items of a list
	}
	if !strings.HasPrefix(text[at:end], "to this ") && !strings.HasPrefix(text[at:end], "to that ") {
		at = scan.SkipPrefix(text[:end], at, "to both ", "to ", "both ", "upon ", "on ")
	}
	if list, _ := d.addresseesAt(p, text, at, end); list != nil {
		return list
	}
	return d.behindInterlude(p, text, at, end)
}

// behindInterlude finds those addressed behind words that stand before them: "invites,
// in this regard, the Secretary-General to ...", "requests, recalling paragraph 2 of
// decision 4/5, the secretariat to ...".
func (d *dutyReader) behindInterlude(p *tree.Paragraph, text string, at, end int) []Addressee {
	r := addresseeReader{duty: d, p: p, text: text, limit: end}
	if from := scan.SkipPrefix(text[:end], at, ", ", ","); from > at {
		if list, _ := r.list(from); list != nil {
			return list
		}
		at = from
	}
	if w, _ := scan.Word(text[:end], at); !interludes[w] && w != "to" {
		return nil
	}
	for i := at; i < min(end, at+mostInterlude); i++ {
		if text[i] != ' ' ||
			i > 0 && text[i-1] != ',' && !strings.HasPrefix(text[i:end], " the ") && !strings.HasPrefix(text[i:end], " all ") {
			continue
		}
		if list, next := r.list(i + 1); len(list) > 0 && r.dutyFollows(next) {
			return list
		}
	}
	return nil
}

var (
	laysDuty = scan.Compile(
		`^(?:,[^,;]*,|, (?:at|in|taking|bearing|having|with|on|as|upon|subject|without|after|following|pending|while|acting|within|under|` +
			`pursuant|through|by) [^;:]{3,300}?,)? (?:also |further |therefore |thus )?(?:shall|should|will|must|may|is to|are to)\b`,
	)
	// What is done with somebody is no duty of his: "shall be convened".
	undergoes = scan.Compile(`^(?:,[^,;]*,)? (?:shall|should|will|must|may|is to|are to) (?:also |further |not )?` +
		`(?:be (?:[a-z]+ly )?[a-z]*(?:ed|en|held|set up|made|open|led)\b|consist|comprise|include|apply|begin|start|take effect|come into|expire|remain|have\b|become|continue until|continue to exist|end\b|` +
		`cease(?: to exist| to have| to apply| on| at| with|[.;,]|$)|terminate|meet\b|enter into force|last\b|form part|mean)`)
	beGuided = scan.Compile(
		` be (?:guided|mandated|authorized|requested|required|responsible|tasked|entrusted|invited|encouraged|urged|called)\b`,
	)
	subjunctive = scan.Compile(`^(?:,[^,;]*,)? (?:also |further |not |[a-z]+ly )*[a-z]+\b|^, [^;]*:$`)
	passive     = scan.Compile(
		`^(?:,[^,;]*,)? (?:(?:shall|should|will|must|may) )?(?:[a-z]+ly |also |not )?be (?:[a-z]+ly )?(?:[a-z]+ed|held|made|set|given|taken|kept|brought|put|sent|paid|seen|drawn|found)\b`,
	)
	// "shall have the following mandate:", which items lay down
	hasTasks = scan.Compile(`\bshall have (?:the following|as its) (?:mandate|tasks?|functions?|responsibilit|duties|terms of reference)`)
	workOf   = scan.Compile(`^the work of the `)
)

// onDuty reads "that the Chair of the expert group shall submit": an actor on
// whom a duty is laid. After a verb that asks, the subjunctive needs no
// auxiliary: "requests that the Executive Director continue".
func (d *dutyReader) onDuty(p *tree.Paragraph, text string, at, end int, asks bool) []Addressee {
	r := addresseeReader{duty: d, p: p, text: text, limit: end, dutyThat: true}
	for _, from := range r.subjectStarts(at) {
		list, next := r.list(from)
		if len(list) == 0 {
			continue
		}
		rest := text[next:end]
		guided := beGuided.MatchString(rest[:min(len(rest), mostAuxiliary)])
		switch {
		case guided && laysDuty.MatchString(rest):
			return list
		case asks && !passive.MatchString(rest) && (laysDuty.MatchString(rest) || subjunctive.MatchString(rest) ||
			strings.Trim(rest, " :") == "" || strings.HasPrefix(rest, ":")):
			return list
		case laysDuty.MatchString(rest) && (!undergoes.MatchString(rest) || hasTasks.MatchString(rest)):
			return d.notSelf(p, list, asks)
		}
	}
	return nil
}

// mostAuxiliary is within how many bytes behind a subject its verb stands.
const mostAuxiliary = 60

// notSelf leaves out the body that decides on its own work.
func (d *dutyReader) notSelf(p *tree.Paragraph, list []Addressee, asks bool) []Addressee {
	if !asks && len(list) == 1 && list[0].ID == graph.BodyID(d.tree.Speaker(p)) {
		return nil
	}
	return list
}

// subjectStarts are the bytes at which the subject behind "that" may begin: there, and
// behind each comma of what stands before it: "that, going forward, the Committee".
func (r *addresseeReader) subjectStarts(at int) []int {
	at += len(workOf.FindString(r.text[at:r.limit]))
	list := []int{at}
	w, _ := scan.Word(r.text[:r.limit], at)
	if !strings.HasSuffix(r.text[:at], ", ") && !strings.HasPrefix(r.text[at:r.limit], ",") && !interludes[w] && w != "if" && w != "upon" {
		return list
	}
	for i := at; i < min(r.limit, at+mostInterlude); i++ {
		if strings.HasPrefix(r.text[i:r.limit], ", ") {
			list = append(list, i+len(", "))
		}
	}
	return list
}
