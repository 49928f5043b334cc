package duty

import (
	"slices"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

var (
	recipientGate = text.NewGate(
		"report",
		"submi",
		"to present",
		"inform",
		"brief",
		"updat",
		"for its consideration",
		"for consideration",
		"provid",
		"transmit",
		"recommendations",
		"advise",
		"notif",
		"communicat",
		"forward",
		"for their consideration",
		"for adoption",
	)
	reportGate = text.NewGate("report", "submi", "brief", "updat")
	// reportIsAsked is behind the verb "report" where it asks one: "report to", "report annually".
	reportIsAsked = scan.Compile(
		`^(?: (?:to|on|back|annually|at|within|no|not|by|regularly|every|in|as|its|the|periodically|their|thereon|orally|accordingly` +
			`|further|through|if)\b|,|$)`,
	)
	// reportLeads stand before the verb, as do adverbs and a comma: "shall submit".
	reportLeads = scan.WordSet("to and shall should will also further")
	// reportThat asks a report of a subject: "that the Panel report to".
	reportThat = scan.Compile(
		`\bthat [^,;.]{3,80}? (?:report|submit|brief|reports|submits|briefs) (?:to|on|back|within|every|by|at|a|an|its|his)\b`,
	)
	// reportNoun asks one by its noun: "provide the Council with a briefing".
	reportNoun = scan.Compile(`\b(?:provide|present|prepare|make|issue|transmit|circulate|produce|publish|continue)\b[^.;]{0,80}?` +
		`\b(?:reports?|briefings?|updates?|reporting|submissions?)\b`)
	// reportsItself stands behind the subject: "that the Panel reports".
	reportsItself = scan.Compile(`^ (?:also |further )?(?:reports?|submits?|briefs?)\b`)
	// informings are what goes to somebody, up to where he stands.
	informings = []informing{
		{scan.Compile(`\b(?:report(?:s|ing)?|submit(?:s|ting)?|present(?:s|ing)?|provid(?:e|es|ing)|transmit|make|communicate|forward` +
			`|convey|recommendations?|information|findings|update|briefings?)\b[^.;:]{0,100}? to (?:the |both the )?`), []string{"report", "submi", "present", "provid", "transmit",
			"make", "communicat", "forward", "convey", "recommendation", "information", "findings", "update", "briefing"}},
		{
			scan.Compile(`\b(?:inform|brief|advise|notify|update|keep|keeping|informing|briefing)(?:ed)? (?:regularly )?(?:the )?`),
			[]string{"inform", "brief", "advise", "notify", "update", "keep"},
		},
		{
			scan.Compile(
				`\bfor (?:its |their )?(?:consideration|adoption|approval|endorsement|review)(?: and (?:consideration|adoption|approval|endorsement))?` +
					` by (?:the )?`,
			),
			[]string{" by "},
		},
		{scan.Compile(`\bprovide (?:the )?`), []string{"provide "}},
	}
	// told is behind those of whom "keep" and "provide" say that they are told.
	told = scan.Compile(
		`^(?: (?:and [A-Z][^,;]{0,60})?)?(?:,[^,;]*,)? ?(?:regularly |fully |currently |closely )?(?:informed|updated|apprised|advised|with|within|on|of|about|at|as|every|through|,|$)`,
	)
)

// An informing is a pattern, and the words of which a text needs one to match it.
type informing struct {
	*scan.Pattern
	needs []string
}

// holdsAny says that a text holds one of some words.
func holdsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// asksReport says that words ask a report: "to report", "shall submit", "provide ...
// with a briefing".
func asksReport(s string) bool {
	for _, verb := range []string{" report", " submit", " brief", " update"} {
		for at := 0; ; {
			i := strings.Index(s[at:], verb)
			if i < 0 {
				break
			}
			before := s[:at+i]
			at += i + len(verb)
			if leadsToReport(before) && (verb != " report" || reportIsAsked.MatchString(s[at:])) {
				return true
			}
		}
	}
	return reportThat.MatchString(s) || reportNoun.MatchString(s)
}

// leadsToReport says that words end as those before a verb that asks a report.
func leadsToReport(before string) bool {
	letter := func(i int) bool { return i >= 0 && before[i] < 0x80 && scan.IsWord(before[i]) }
	at := len(before)
	if strings.HasSuffix(before, ",") {
		return letter(at - 2)
	}
	for letter(at - 1) {
		at--
	}
	w := before[at:]
	return reportLeads[w] || len(w) > len("ly") && strings.HasSuffix(w, "ly") && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == ""
}

// report reads whether a clause asks a report, and to whom it is owed.
func (d *dutyReader) report(m *Mandate, clause string) {
	part := m.Paragraph.Parts[0]
	if !recipientGate.In(part) {
		return
	}
	from := m.End - len(clause)
	if n := len(m.Addressees); n > 0 && Addressed[m.Addressees[n-1].Kind] && m.Addressees[n-1].End > from {
		from = m.Addressees[n-1].End
	}
	rest := part.S[from:m.End]
	if reportGate.In(part) && holdsAny(rest, "report", "submi", "brief", "updat") {
		m.Reports = asksReport(" "+rest) || reportsItself.MatchString(rest)
	}
	for _, words := range informings {
		if !holdsAny(rest, words.needs...) {
			continue
		}
		for _, at := range words.FindAll(rest) {
			d.recipientAt(m, part.S, from+at[0], from+at[1])
		}
	}
}

// recipientAt adds those whom the text names at byte at, behind words from byte
// start on that say that they are told something.
func (d *dutyReader) recipientAt(m *Mandate, text string, start, at int) {
	r := addresseeReader{duty: d, p: m.Paragraph, text: text, limit: m.End, exact: true}
	for _, a := range r.recipients(at) {
		lead := text[start:at]
		if (strings.HasPrefix(lead, "keep") || strings.HasPrefix(lead, "provide ")) && !strings.Contains(lead, " to ") &&
			!told.MatchString(text[a.End:m.End]) {
			continue
		}
		if !slices.Contains(m.Recipients, a.ID) {
			d.found.Entity(a.ID, a.Kind)
			m.Recipients = append(m.Recipients, a.ID)
		}
	}
}

// recipients reads bodies, offices and secretariats, joined by "and".
func (r *addresseeReader) recipients(at int) (list []Addressee) {
	for {
		a, end, ok := r.recipient(at)
		if !ok {
			return list
		}
		a.Start, a.End = at, end
		list = append(list, a)
		next := end
		for _, glue := range []string{", and to the ", " and to the ", ", to the ", " and through it to the ", ", and the ", " and the ", " and "} {
			if strings.HasPrefix(r.text[end:r.limit], glue) {
				next = end + len(glue)
				break
			}
		}
		if next == end {
			return list
		}
		at = next
	}
}

func (r *addresseeReader) recipient(at int) (a Addressee, end int, ok bool) {
	if id, end := r.duty.bodyAt(r.p, r.text[:r.limit], at); id != "" {
		return Addressee{ID: id, Kind: "Body"}, end, true
	}
	for _, read := range []func(int) (Addressee, int, bool){r.office, r.mission, r.committee, r.subsidiary} {
		if a, end, ok = read(at); ok {
			return a, end, true
		}
	}
	return a, at, false
}
