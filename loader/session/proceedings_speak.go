package session

import (
	"strings"

	"mandategraph/loader/scan"
)

// speakers reads who spoke, on what and for whom, and who joined a statement.
func (r *reporter) speakers(x utterance) {
	r.readSubItem(x)
	r.alignments(x)
	if m := speakingFor.FindStringSubmatchIndex(x.text); m != nil {
		r.behalf = knownGroup(x.text[m[2]:m[3]])
		r.speech(x, m[4], len(x.text), r.speechKind(x, x.text, speechForm{}))
		r.behalf = ""
		return
	}
	for _, f := range speechForms {
		all := f.pattern.FindAll(x.text)
		if len(all) == 0 {
			continue
		}
		if f.before {
			r.spokeBefore(x, f, all[0])
			return
		}
		from := 0
		for i, m := range all {
			to := len(x.text)
			if i+1 < len(all) {
				to = all[i+1][0]
			}
			r.speech(x, m[1], to, r.speechKind(x, x.text[from:m[1]], f))
			if cut := strings.LastIndex(x.text[:to], "; "); cut > m[1] {
				to = cut
			}
			from = to
		}
		return
	}
}

// spokeBefore reads speakers that stand before the words that they spoke, and
// those after "as did".
func (r *reporter) spokeBefore(x utterance, f speechForm, m []int) {
	kind := r.speechKind(x, x.text, f)
	from, to := 0, m[0]
	if marks := behindMark.FindAll(x.text[:to]); len(marks) > 0 {
		from = marks[len(marks)-1][1] - 1
	}
	from += len(speechLead.FindString(x.text[from:]))
	if from > to || r.announced(x, m[1], kind) {
		return
	}
	if c := capacity.FindStringIndex(x.text[from:to]); c != nil {
		list, _ := r.freeList(x.text[:to], from+c[1], true, true)
		r.function = capacityIn(x.text[from+c[0] : from+c[1]])
		r.spokeAll(x, list, kind)
		r.function = ""
		return
	}
	r.behalf = onBehalfAfter(x.text[m[1]:])
	r.speech(x, from, to, kind)
	r.behalf = ""
	if also := asDid.FindStringIndex(x.text[m[1]:]); also != nil {
		r.speech(x, m[1]+also[1], len(x.text), kind)
	}
}

// readSubItem remembers the sub-item of which a sentence speaks; the paragraph
// goes on with it.
func (r *reporter) readSubItem(x utterance) {
	m := underItem.FindStringSubmatch(x.text)
	switch {
	case m == nil || m[1] != "" || r.session == "":
	case m[2] != "":
		r.subItem = r.agendaItem(m[2] + "(" + m[3] + ")")
	case r.item != "":
		r.subItem = r.subItemOf(m[3])
	}
}

// capacityIn is the office in "in their capacity as youth representatives of".
func capacityIn(s string) string {
	_, office, _ := strings.Cut(s, " as ")
	office = skipWords(office, "an ", "a ", "the ")
	office, _, _ = strings.Cut(office, " of ")
	return strings.TrimSpace(office)
}

func skipWords(s string, words ...string) string { return s[scan.SkipPrefix(s, 0, words...):] }

// onBehalfAfter reads "made a statement on behalf of ...".
func onBehalfAfter(rest string) string {
	if m := behalfAfter.FindStringSubmatch(rest); m != nil {
		return knownGroup(strings.TrimSpace(m[1]))
	}
	return ""
}

// announced reads "the observers for the following organizations made
// statements: ...".
func (r *reporter) announced(x utterance, at int, kind string) bool {
	if !strings.HasPrefix(x.text[at:], ": ") {
		return false
	}
	if classLead.MatchString(x.text[at+2:]) { // "the representative of Chile; the observer for Malta"
		r.speech(x, at+2, len(x.text), kind)
		return true
	}
	list, _ := r.freeList(strings.TrimRight(x.text, ". "), at+2, false, strings.Contains(x.text[:at], "bserver"))
	r.spokeAll(x, list, kind)
	return true
}

func (r *reporter) spokeAll(x utterance, list []listedActor, kind string) {
	for _, a := range list {
		r.spoke(x, a, kind)
	}
}

func (r *reporter) speechKind(x utterance, words string, f speechForm) string {
	if f.kind != "" {
		return f.kind
	}
	for _, k := range speechKinds {
		if k.pattern.MatchString(words) {
			return k.kind
		}
	}
	if r.adopted && len(x.p.Headings) > 0 && strings.HasPrefix(x.p.Headings[len(x.p.Headings)-1], "Action taken") {
		return "after-adoption"
	}
	return ""
}
