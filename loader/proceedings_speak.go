package loader

import (
	"cmp"
	"strings"

	"mandategraph/graph/names"
)

// A speechForm is a way to say that somebody spoke: the speakers come after
// the words or stand before them.
type speechForm struct {
	pattern *pattern
	before  bool
	kind    string // statementType, or empty: see speechKinds
}

var (
	speechForms = []speechForm{
		{compile(`\b(?:[Ss]tatements?|[Rr]emarks|[Aa]ddress(?:es)?)(?: in (?:explanation|exercise) of [^,.;:()]{1,60}?)? (?:was|were) (?:also |then |subsequently )?(?:made|delivered|given) by `), false, ""},
		{compile(`\b(?:heard|heard the|heard an|listened to) (?:\w+ )?statements? (?:made |delivered )?by `), false, ""},
		{compile(`\baccorded the right (?:to|of) reply to `), false, "right-of-reply"},
		{compile(`,? (?:who )?(?:also |then )?(?:made|delivered|gave|introduced|presented) (?:an? |the )?(?:[a-z]+(?:-[a-z]+)? ){0,2}(?:statements?|remarks|address)\b`), true, ""},
		{compile(` (?:then )?introduced (?:the|agenda) (?:sub-)?item\b`), true, "introductory"},
		{compile(` (?:also )?(?:spoke|made statements?|made a statement) in (?:the )?exercise of the(?:ir)? right of reply`), true, "right-of-reply"},
		{compile(` (?:also )?(?:addressed the [A-Z]\w+|took the floor|spoke)\b`), true, ""},
	}
	speechKinds = []struct {
		pattern *pattern
		kind    string
	}{
		{compile(`right (?:of|to) reply`), "right-of-reply"},
		{compile(`(?:[Aa]fter|[Ff]ollowing) the (?:adoption|approval)|explanation of vote after|[Aa]fter the vot(?:e|ing)\b`), "after-adoption"},
		{compile(`\b[Ii]ntroductory (?:statement|remark)`), "introductory"},
		{compile(`\b[Oo]pening (?:statement|remark)`), "opening"},
	}
	speechLead   = compile(`^(?:In addition, |At the same meeting, |In (?:the )?exercise of the(?:ir)? right of reply, |In explanation of [^,;]*, |Also (?:under|at|on) [^,;]*(?:, on [^,;]*)?, |(?:After|Following|Before|Prior to|In accordance with|Under|Pursuant to|On|At|During) [^,;]*(?:, on [^,;]*)?, |Also, )+`)
	personsLead  = compile(`^(?:the )?following(?: (?:persons|speakers|participants|representatives|officials|dignitaries)[^:;.]{0,40})?: `)
	classLead    = compile(`^(?:[Aa]n? |[Tt]he |[Tt]wo |[Tt]hree |[Ss]everal )?(?:following )?((?:permanent )?representatives?|observers?|delegations?|youth representatives?) (?:of|for|from) `)
	followingOrg = compile(`^the following [^:;.]{3,80}: `)
	aligned      = compile(` (?:also )?(?:aligned|associated) (?:themselves|itself|himself|herself) with (?:the|that) statements?(?: (?:of|by|made by|delivered by|made on behalf of) )?`)
	capacity     = compile(`\bin (?:his|her|their) capacity as (?:an? |the )?(?:[\w-]+ )*representatives? of (?:the (?:[\w-]+ )?organizations? )?`)
	behalfAfter  = compile(`^,? (?:also )?(?:on (?:his|her|its|their) own behalf and )?on behalf of ([^.;]+)`)
	speechBy     = compile(`^(?:also )?by `)
	speakingFor  = compile(`^(?:At [^,;]* meetings?, )?[Ss]peaking (?:also )?on behalf of ([^;]+?), (the representative|the observer|the delegation)`)
	asDid        = compile(`,? as did `)
	underItem    = compile(`\b(?:[Uu]nder|[Oo]n) (?:the same (sub-item)|(?:agenda )?(?:sub-)?item (?:(\d+) ?)?\(([a-z])\))`)
	clauseEnd    = compile(`; `)
	bracketTail  = compile(` \(([A-Z][A-Za-z-]+)\)$`)
)

// speakers reads who spoke, on what and for whom, and who joined a statement.
func (r *reporter) speakers(x utterance) {
	r.readSubItem(x)
	r.alignments(x)
	if m := speakingFor.FindStringSubmatchIndex(x.text); m != nil {
		r.behalf = knownActor(x.text[m[2]:m[3]])
		r.speech(x, m[4], len(x.text), r.speechKind(x, x.text, speechForm{}))
		r.behalf = ""
		return
	}
	for _, f := range speechForms {
		all := f.pattern.findAll(x.text)
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
	from, to := len(speechLead.FindString(x.text)), m[0]
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

func skipWords(s string, words ...string) string { return s[skipPrefix(s, 0, words...):] }

// onBehalfAfter reads "made a statement on behalf of ...".
func onBehalfAfter(rest string) string {
	if m := behalfAfter.FindStringSubmatch(rest); m != nil {
		return knownActor(strings.TrimSpace(m[1]))
	}
	return ""
}

// announced reads "the observers for the following organizations made
// statements: ...".
func (r *reporter) announced(x utterance, at int, kind string) bool {
	if !strings.HasPrefix(x.text[at:], ": ") {
		return false
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

// topic is what speakers speak on: the agenda item, else the only meeting,
// else the session.
func (r *reporter) topic() string {
	switch {
	case r.subItem != "":
		return r.subItem
	case len(r.meetings) == 1 && len(r.itemsAt[r.meetings[0]]) == 1 && (r.item == "" || r.agenda != r.session):
		return r.itemsAt[r.meetings[0]][0]
	case r.item != "":
		return r.item
	case len(r.meetings) > 0:
		return r.meetings[len(r.meetings)-1]
	}
	return r.session
}

// speech reads the speakers between two bytes of a sentence.
func (r *reporter) speech(x utterance, from, to int, kind string) {
	text := strings.TrimRight(x.text[:to], ". ")
	if from > len(text) {
		return
	}
	if m := personsLead.FindString(text[from:]); m != "" {
		r.persons(x, text, from+len(m), kind)
		return
	}
	for at := from; at < len(text); {
		list, end := r.speakerList(text, at)
		r.spokeAll(x, list, kind)
		rest := text[end:]
		joint := listJoint.FindString(rest)
		if len(list) == 0 || joint == "" {
			return
		}
		at = end + len(joint)
		at += len(speechBy.FindString(text[at:]))
	}
}

// speakerList reads one class of speakers: "the representatives of ...", "the
// observers for ...", or names without a class.
func (r *reporter) speakerList(s string, at int) ([]listedActor, int) {
	if m := secretariats.FindString(s[at:]); m != "" {
		return r.actorList(s, at)
	}
	m := classLead.FindStringSubmatch(s[at:])
	if m == nil {
		return r.actorList(s, at)
	}
	at += len(m[0])
	at += len(followingOrg.FindString(s[at:]))
	single := !strings.HasSuffix(m[1], "s")
	list, end := r.freeList(s, at, single || !strings.HasPrefix(m[1], "observer"), strings.HasPrefix(m[1], "observer"))
	return list, end
}

// spoke states one speaker and what stands in the brackets after the name.
func (r *reporter) spoke(x utterance, a listedActor, kind string) {
	r.declare(a)
	behalf := cmp.Or(a.onBehalf(x.text), r.behalf)
	r.s.behalfOf(behalf)
	x.state(r.s, a.start, max(a.end, a.stop+1), a.id, "speaksOn", r.topic(), qualifiers{{"statementType", kind}, {"onBehalfOf", behalf}, {"function", cmp.Or(a.function, r.function)}, {"rule", "speakers"}})
	joined := a.id
	if e, _, ok := names.Actors().At(behalf, 0); ok && e.Kind == "Group" {
		joined = e.ID
	} else if strings.HasPrefix(behalf, "group/") {
		joined = behalf
	}
	if a.kind == "Group" || joined != a.id {
		r.group = joined
	}
	if a.stop < 0 {
		return
	}
	if m := aligned.FindStringIndex(x.text[a.inner:a.stop]); m != nil {
		from := a.inner
		if strings.HasPrefix(x.text[a.inner+m[1]:], ": ") {
			r.align(x, a.inner+m[1]+len(": "), joined)
			return
		}
		if i := strings.LastIndex(x.text[a.inner:a.inner+m[0]], "; "); i >= 0 {
			from += i + 2
		}
		r.align(x, from, joined)
	}
}
