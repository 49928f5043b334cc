package duty

import (
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

const oneCondition = `(?:subject to the availability of [a-z ]*?resources(?: for (?:that|this) purpose)?` +
	`|within (?:its|their)(?: respective)? (?:existing )?(?:mandates?|resources)|(?:from )?within existing resources` +
	`|(?:up)?on (?:their |its )?request` +
	`|in (?:close )?(?:consultation|cooperation|coordination) with (?:the )?[A-Za-z]+)`

var (
	conditions = scan.Compile(oneCondition + `(?:(?:,? and |, )` + oneCondition + `)*`)
	// A consultation alone is no condition.
	consultation = scan.Compile(`^in (?:close )?(?:consultation|cooperation|coordination) with`)
	deadlines    = scan.Compile(`\b(?:at|before|by|prior to|no later than|not later than|in time for) ` +
		`(?:the end of |the main part of )?(?:(?:its|the|their) (?:next |20\d\d |` + cite.OrdinalPattern + `) ?` +
		`(?:regular |annual )?(?:session|meeting)(?: of the [A-Z][a-z]+)?|(?:\d{1,2} )?` +
		`(?:` + names.MonthPattern + `) \d{4}|20\d\d\b)`)
	reportTo = scan.Compile(`\b(?:report|submit|present|inform|brief)\b[^.;]{0,80}?\b(?:to )?the (General Assembly` +
		`|Security Council|Economic and Social Council|Human Rights Council|Conference|Assembly|Council|Commission)\b`)
)

// conditionIn finds the condition of a clause, as printed.
func conditionIn(clause string) string {
	for _, c := range conditions.FindAllStrings(clause) {
		if !consultation.MatchString(c) {
			return c
		}
		if _, rest, ok := strings.Cut(c, " and "); ok && !consultation.MatchString(rest) {
			return rest
		}
	}
	return ""
}

// deadlineIn finds until when something is to be done, as printed.
func deadlineIn(clause string) string {
	meets := strings.Contains(clause, "session") || strings.Contains(clause, "meeting")
	if !meets && !strings.ContainsAny(clause, "0123456789") {
		return ""
	}
	m := deadlines.FindStringIndex(clause)
	if m == nil {
		return ""
	}
	end := m[1]
	if i := strings.LastIndex(clause[m[0]:end], " of the "); i > 0 {
		from := m[0] + i + len(" of the ")
		for _, b := range tree.FindBodies(clause[from:min(len(clause), from+mostBody)]) {
			if b.Start == 0 {
				end = max(end, from+b.End) // the body's name has more words
			}
		}
	}
	return strings.TrimSpace(clause[m[0]:end] + monthOf.FindString(clause[end:]))
}

// monthOf is the date in brackets behind a session.
var monthOf = scan.Compile(`^ \([A-Z][a-z]+ \d{4}\)`)

// recipientIn finds the body to which a report is owed.
func (d *dutyReader) recipientIn(p *tree.Paragraph, clause string) string {
	if !recipientGate.In(p.Parts[0]) {
		return ""
	}
	m := reportTo.FindStringSubmatch(clause)
	if m == nil {
		return ""
	}
	if b, ok := names.BodyByText(m[1]); ok {
		return d.body(b.Code)
	}
	if b, ok := names.BodyByCode(d.tree.Speaker(p)); ok && b.Short == m[1] {
		return d.body(b.Code)
	}
	return ""
}

const involved = `(?:open to (?:all |any |the )?(?:States|Member|[Pp]arties|signator|observers|relevant|interested)` +
	`|with the (?:full )?(?:involvement|assistance|cooperation) of )[^,;]*`

// behindParticipation are the words that end what is said of a participation.
var behindParticipation = []string{
	"in line with", "in accordance with", "bearing", "with a view", "where", "as appropriate", "subject to", "through",
}

var (
	participations = scan.Compile(`(?:with )?the (?:[a-z]+,? )*?participation .*?` +
		`(?:,? (?:` + strings.Join(behindParticipation, "|") + `)\b|;|$)|` + involved)
	involvements = scan.Compile(involved)
)

// participationIn finds who shall take part, as printed.
func participationIn(clause string) string {
	words := involvements
	if strings.Contains(clause, "participation ") {
		words = participations
	}
	m := words.FindString(clause)
	for _, end := range behindParticipation {
		m = strings.TrimSuffix(m, end)
	}
	return strings.Trim(m, " ,;")
}

// limbs counts the things that a clause decides: "that ..., that ... and that".
func limbs(clause string) int {
	n := strings.Count(clause, ", that ") + strings.Count(clause, " and that ")
	if strings.HasPrefix(strings.TrimSpace(clause), "that ") {
		n++
	}
	return n
}

// ownCondition is the condition of what is asked of an addressee. It is left
// out where another organization is named before it, which it may bind, and
// where its plural does not fit a single organization.
func ownCondition(clause, addressee string) string {
	c := conditionIn(clause)
	if c == "" {
		return ""
	}
	before := clause[:strings.Index(clause, c)]
	for _, h := range names.Actors().Find(before) {
		own := h.Actor.ID == addressee || strings.HasPrefix(addressee, h.Actor.ID+"/") ||
			strings.Contains(addressee, "/"+h.Actor.Code+"-")
		if h.Actor.Kind == "Organization" && !own {
			return ""
		}
	}
	if strings.HasPrefix(c, "within their") && strings.HasPrefix(addressee, "organization/") {
		return ""
	}
	return c
}

var dueSession = scan.Compile(`^(?:at|before|by) its (` + cite.OrdinalPattern + `) (?:regular |annual )?session$`)

// dueAt is the id of the session by which something is due, where the deadline
// names one of the body to which a report is owed.
func (d *dutyReader) dueAt(deadline, recipient string) string {
	m := dueSession.FindStringSubmatch(deadline)
	if m == nil || recipient == "" {
		return ""
	}
	n := names.OrdinalNumber(m[1])
	if n == 0 {
		return ""
	}
	code := strings.TrimPrefix(recipient, "body/")
	d.found.Session(code, strconv.Itoa(n))
	return tree.SessionID(code, strconv.Itoa(n))
}
