package duty

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// How what an act is about was found, as the property aboutFrom says it.
const (
	fromHeading = "heading"
	fromRecital = "recital"
	fromCited   = "acts cited"
	fromStates  = "States named most"
)

// Abouts finds for acts without a title what they are about: the heading above them, else
// the matter that their recitals name ("its resolutions on the situation in Ruritania"),
// else that of the committee whose founding act they cite, else the States that they name
// most. Acts without a date take the year of their number
// or of their document. dated are those that have one.
func Abouts(ctx context.Context, t *tree.Tree, cites *cite.Citations, dated map[string]bool) (found tree.Findings) {
	for _, a := range t.Acts {
		if ctx.Err() != nil {
			return found
		}
		if a.Title.S == "" {
			if words, from := about(t, a, cites); words != "" {
				found.Fact(a.ID, "about", words)
				found.Fact(a.ID, "aboutFrom", from)
			}
		}
		if year, from := yearOf(t, a); year != "" && !a.Draft && !dated[a.ID] {
			found.Fact(a.ID, "date", year)
			found.Fact(a.ID, "dateFrom", from)
		}
	}
	return found
}

func about(t *tree.Tree, a *tree.Act, cites *cite.Citations) (words, from string) {
	for _, p := range a.Paragraphs {
		if n := len(p.Headings); n > 0 && p.Kind != tree.Annexed && p.Kind != tree.Footnote {
			return p.Headings[n-1], fromHeading
		}
		break
	}
	for _, p := range a.Paragraphs[:min(len(a.Paragraphs), firstRecitals)] {
		if p.Kind != tree.Preambular && p.Kind != tree.Operative && p.Kind != tree.Decided ||
			!matterGate.In(p.Parts[0]) {
			continue
		}
		if m := matter.FindStringSubmatch(p.Parts[0].S); m != nil {
			return strings.TrimSpace(strings.TrimPrefix(cmp.Or(m[1], m[2]), "the ")), fromRecital
		}
	}
	if words := matterOfCited(t, a, cites); words != "" {
		return words, fromCited
	}
	if words := statesNamed(a); words != "" {
		return words, fromStates
	}
	return "", ""
}

// matters are what the committees of the Security Council are on, by the acts that set
// them up: 661 is on "the situation between Iraq and Kuwait".
var matters = names.Derived(func(t *names.Tables) map[string]string {
	table := map[string]string{}
	for _, o := range t.Operations {
		number, ofCommittee := strings.CutSuffix(o.Code, "-committee")
		_, concerning, _ := strings.Cut(o.Name, " concerning ")
		if ofCommittee && concerning != "" {
			table["sc/resolution/"+number] = strings.TrimPrefix(concerning, "the ")
		}
	}
	return table
})

// matterOfCited is what the one committee is on whose founding act is cited.
func matterOfCited(t *tree.Tree, a *tree.Act, cites *cite.Citations) (words string) {
	for _, p := range a.Paragraphs {
		if p.Kind == tree.Footnote || p.Kind == tree.Annexed || !cite.NamesActs.In(p.Parts[0]) {
			continue
		}
		for _, c := range cites.Of(p.Parts[0], t.Speaker(p)) {
			switch m := matters()[c.ID]; {
			case m == "" || m == words:
			case words != "":
				return ""
			default:
				words = m
			}
		}
	}
	return words
}

// firstRecitals are within how many paragraphs an act says what it is about.
const firstRecitals = 12

var matterGate = text.NewGate(
	"situation ",
	"question ",
	"conflict ",
	"crisis ",
	"dispute ",
	"problem ",
	"case ",
	"concerning ",
	"regarding ",
	"resolutions on ",
	"resolution on ",
	"statements on ",
	"statement on ",
	"conflicts ",
	"situations ",
)

const aName = `(?:[A-Z][\p{L}’'-]*(?:[ -](?:(?:of|the|and|in|for) )*[A-Z][\p{L}’'-]*)*)`

// matter is how recitals of the Security Council and of other organs without titles name
// what is before them: "all its previous resolutions on the situation in Ruritania",
// "statements by its President concerning the Great Lakes region", "the question of Lakeland".
var matter = scan.Compile(
	`\b(?:resolutions?|statements?|decisions?|reports?|letters?|consider(?:ed|ing)|examined)\b[^.;]{0,120}?` +
		`\b((?:the )?(?:situation|question|conflict|crisis|dispute|problem|case)s? (?:in|between|concerning|of|relating to|along|within|arising from) (?:the )?(?:[a-z]+ ){0,3}` + aName + `)` +
		`|\b(?:resolutions?|statements?)(?: [^.;,]{0,60}?)? (?:on|concerning|regarding) (` + aName + `)\b`,
)

// leastNamed is how often an act must name a State to be about it.
const leastNamed = 2

// statesNamed are the States that an act names most: up to three, none of them named less
// than half as often as the first.
func statesNamed(a *tree.Act) string {
	count, called := map[string]int{}, map[string]string{}
	for _, p := range a.Paragraphs {
		if p.Kind == tree.Footnote || p.Kind == tree.Annexed {
			continue
		}
		for _, h := range names.StateFinder().Find(p.Parts[0].S) {
			count[h.Actor.ID]++
			called[h.Actor.ID] = h.Actor.Name
		}
	}
	ids := make([]string, 0, len(count))
	for id := range count {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		if count[ids[i]] != count[ids[j]] {
			return count[ids[i]] > count[ids[j]]
		}
		return ids[i] < ids[j]
	})
	var list []string
	for _, id := range ids[:min(len(ids), mostNamed+1)] {
		if count[id] >= leastNamed && 2*count[id] >= count[ids[0]] {
			list = append(list, called[id])
		}
	}
	if len(list) == 0 || len(list) > mostNamed {
		return "" // about no State, or about a region
	}
	slices.Sort(list)
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return list[0]
}

// mostNamed is how many States an act may be about.
const mostNamed = 3

// yearOf is the year of an act that prints no date: that of its number, else in which the
// session was held, else of its document.
func yearOf(t *tree.Tree, a *tree.Act) (year, from string) {
	if n := graph.ReadNumber(a.Number); n.Form == graph.YearForm && n.Session > 1900 {
		return a.Number[:len("2011")], "number"
	}
	if n := names.YearOfNumber(a.Body, a.Number); n > 0 && a.Kind == graph.Resolution {
		return strconv.Itoa(n), "number"
	}
	if a.Body != t.Body {
		return "", ""
	}
	if m := heldUntil.FindStringSubmatch(t.Title); m != nil {
		return m[1], "session" // a report is distributed months after the session
	}
	if len(t.Date) >= len("2011") {
		return t.Date[:len("2011")], "session"
	}
	if all := yearsIn.FindAllStrings(t.Title); len(all) > 0 {
		return all[len(all)-1], "session"
	}
	return "", ""
}

// heldUntil matches the last year of a session in the title of its report: held in Ruritania
// from 30 November to 13 December 2051, or from 29 December 2051 to 4 January 2052.
var heldUntil = scan.Compile(`\b(?:session|meeting)s?,? (?:[^.;]{0,60} )?held (?:in|at|from|on) [^.;]*?\b` +
	`(?:\d{4} to \d{1,2} (?:` + names.MonthPattern + `) )?((?:19|20)\d\d)\b`)

var yearsIn = scan.Compile(`\b(?:19|20)\d\d\b`)
