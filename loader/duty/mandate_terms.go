package duty

import (
	"regexp"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

const oneCondition = `(?:subject to the availability of [a-z ]*?(?:resources|funds|funding)(?: for (?:that|this) purpose)?` +
	`|(?:within|in line with|consistent with) (?:its|their|his|the)(?: respective)? (?:existing )?(?:mandates?(?: and (?:existing )?(?:resources|capacit(?:y|ies)))?` +
	`|resources|competences?|areas? of (?:competence|expertise))` +
	`|within the (?:framework|scope|limits|context) of (?:its|their|the)(?: respective)? (?:mandates?|(?:available |existing )?resources[a-z ]*)` +
	`|(?:from )?within (?:(?:existing|available)(?: and (?:existing|available))? (?:[a-z]+ )?(?:resources|capacit(?:y|ies)))` +
	`|through (?:extrabudgetary|voluntary) (?:resources|contributions)` +
	`|in accordance with (?:its|their|his)(?: respective)? (?:existing )?(?:mandates?|competences?)` +
	`|(?:up)?on (?:their |its |the )?request|at (?:their|its) request|if (?:so )?requested` +
	`|if (?:it|they|he|she) (?:so )?(?:deems?|considers?) (?:it |this )?(?:appropriate|necessary)|if (?:necessary|needed)` +
	`|in (?:close )?(?:consultation|cooperation|coordination) with (?:the )?[A-Za-z]+)`

var (
	conditions = scan.Compile(oneCondition)
	// A consultation alone is no condition.
	consultation = scan.Compile(`^in (?:close )?(?:consultation|cooperation|coordination) with`)
)

// kindsOfCondition are the closed list of conditions, each with the words that show it.
var kindsOfCondition = []struct {
	kind  string
	words *regexp.Regexp
}{
	{"extrabudgetary", regexp.MustCompile(`extrabudgetary|voluntary|availability of`)},
	{"existing resources", regexp.MustCompile(`existing|(?:its|their|his|the|available)(?: respective)? resources`)},
	{"upon request", regexp.MustCompile(`request`)},
	{"within mandate", regexp.MustCompile(`mandate|competence|expertise`)},
}

// conditionsIn are the conditions under which a clause asks something of its
// addressees, each with the words of all.
func conditionsIn(clause string, addressees []Addressee) (list []Worded) {
	words := conditionIn(clause)
	if len(addressees) == 1 && words != "" {
		words = ownCondition(clause, addressees[0].ID)
	}
	if words == "" {
		return nil
	}
	for _, k := range kindsOfCondition {
		if k.words.MatchString(words) {
			list = append(list, Worded{words, k.kind})
		}
	}
	if list == nil {
		list = append(list, Worded{words, "other"})
	}
	return list
}

// conditionIn finds the condition of a clause, as printed.
func conditionIn(clause string) string {
	for _, c := range conditionRuns(clause) {
		if !consultation.MatchString(c) {
			return c
		}
		if _, rest, ok := strings.Cut(c, " and "); ok && !consultation.MatchString(rest) {
			return rest
		}
	}
	return ""
}

// conditionRuns lists the conditions of a clause as printed, those in a row as one.
func conditionRuns(clause string) (list []string) {
	from, to := 0, -1
	for _, m := range conditions.FindAll(clause) {
		if to >= 0 && !joinsConditions(clause[to:m[0]]) {
			list = append(list, clause[from:to])
			from = m[0]
		} else if to < 0 {
			from = m[0]
		}
		to = m[1]
	}
	if to >= 0 {
		list = append(list, clause[from:to])
	}
	return list
}

func joinsConditions(words string) bool {
	return words == ", " || words == " and " || words == ", and "
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
