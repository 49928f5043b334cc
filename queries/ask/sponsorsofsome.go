package ask

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Who stands behind several acts, and who submitted those that thank a host.

// atLeast matches how many acts somebody has to sponsor.
var (
	sponsorAsked = regexp.MustCompile(`(?i)^(?:which|what|who|name|list)\b.*\b(?:co-?)?sponsor(?:s|ed|ing)?\b`)
	atLeast      = regexp.MustCompile(
		`(?i)\b(?:(?:at least|no fewer than|not less than|a minimum of) (\w+)|more than (\w+)|(\w+) or more)\b`,
	)
	ofAll = regexp.MustCompile(`(?i)\b(?:all|every|each)(?: of)?(?: the| these| those)?(?: \w+)? ` +
		`(?:resolutions?|decisions?|drafts?|texts?|acts?)\b`)
)

// sponsorsOfSome lists who sponsors at least so many of the acts that are asked about.
func (r *Reader) sponsorsOfSome(ctx context.Context, question string) (Answer, bool, error) {
	m := atLeast.FindStringSubmatch(question)
	if !sponsorAsked.MatchString(question) || m == nil && !ofAll.MatchString(question) {
		return Answer{}, false, nil
	}
	behind, acts := r.sponsored(r.ofAsked(question))
	least := len(acts)
	if m != nil {
		least = numberOf(cmp.Or(m[1], m[2], m[3]))
		if m[2] != "" {
			least++
		}
	}
	if least < 2 || len(acts) == 0 {
		return Answer{}, false, nil
	}
	most := 0
	for _, on := range behind {
		most = max(most, len(on))
	}
	lead := "of " + counted(
		len(acts),
		"act",
	) + " whose sponsors were read, at least " + decimal(
		least,
	) + " are sponsored by:"
	if most < least {
		lead = "of " + counted(len(acts), "act") + " whose sponsors were read, nobody sponsors " + decimal(least) +
			"; most are sponsored by:"
		least = most
	}
	var list []snapshot.Node
	for n, on := range behind {
		if len(on) >= least {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b snapshot.Node) int {
		return cmp.Or(len(behind[b])-len(behind[a]), strings.Compare(r.called(a), r.called(b)))
	})
	return r.tellNodes(ctx, question, lead, list, func(n snapshot.Node) string {
		var names []string
		for _, act := range behind[n] {
			names = append(names, r.called(act))
		}
		slices.SortFunc(names, graph.CompareNatural)
		return decimal(len(names)) + ": " + enumerated(names)
	})
}

// sponsored has the acts that each sponsors, a draft as the act that it became, and all
// of these acts.
func (r *Reader) sponsored(asked func(snapshot.Node) bool) (
	behind map[snapshot.Node][]snapshot.Node, acts map[snapshot.Node]bool,
) {
	behind, acts = map[snapshot.Node][]snapshot.Node{}, map[snapshot.Node]bool{}
	for _, kind := range []string{"State", "Group", "Organization"} {
		for _, n := range r.Nodes(kind) {
			for _, e := range r.Out(n, "sponsors", "submits") {
				_, act := r.Ends(e)
				for _, draft := range r.Out(act, "draftOf") {
					_, act = r.Ends(draft)
				}
				if asked(act) && !slices.Contains(behind[n], act) {
					behind[n], acts[act] = append(behind[n], act), true
				}
			}
		}
	}
	return behind, acts
}

// thanksAsked matches a question who submitted what thanks somebody: conferences thank
// their hosts in a resolution that one of the others submits.
var (
	thanksAsked = regexp.MustCompile(`(?i)\b(?:who|which|what)\b.*\b(?:tabled?|submitt?(?:ed)?|introduced?|proposed?|` +
		`presented?|put forward|moved|brought)\b.*\b(?:gratitude|thank\w*|appreciation|tribute)\b` +
		`|\b(?:gratitude|thank\w*|appreciation|tribute)\b.*\b(?:tabled|submitted|introduced|proposed|presented)\b`)
	thanksTitle = regexp.MustCompile(`(?i)\b(?:gratitude|thanks|appreciation|tribute)\b`)
	nameWord    = regexp.MustCompile(`\p{Lu}\p{L}{3,}`)
)

// submittersOfThanks lists the acts that thank somebody with those who submitted them.
func (r *Reader) submittersOfThanks(ctx context.Context, question string) (Answer, bool, error) {
	if !thanksAsked.MatchString(question) {
		return Answer{}, false, nil
	}
	asked, by := r.ofAsked(""), map[snapshot.Node][]string{}
	var list, named []snapshot.Node
	for _, n := range r.Nodes("Act") {
		edges := r.In(n, "submits", "sponsors")
		if len(edges) == 0 || !thanksTitle.MatchString(r.Title(n)) || !asked(n) {
			continue
		}
		for _, e := range edges {
			who, _ := r.Ends(e)
			if name := r.called(who); !slices.Contains(by[n], name) {
				by[n] = append(by[n], name)
			}
		}
		list = append(list, n)
		if slices.ContainsFunc(nameWord.FindAllString(question, -1), func(w string) bool {
			return strings.Contains(r.Title(n), w)
		}) {
			named = append(named, n)
		}
	}
	if len(named) > 0 {
		list = named
	}
	slices.SortStableFunc(list, func(a, b snapshot.Node) int { return strings.Compare(r.Date(a), r.Date(b)) })
	return r.tellNodes(ctx, question, "acts that thank somebody in their title, with who submitted each:", list,
		func(n snapshot.Node) string { return "(" + r.Title(n) + ") was submitted by " + enumerated(by[n]) })
}

// spokeEach matches a question whether somebody spoke on all items of an agenda.
var spokeEach = regexp.MustCompile(
	`(?i)^(?:did |has |have )?(.+?) (?:spoke|speak|spoken|made? (?:a )?statements?|took the floor|` +
		`take the floor|intervened?) (?:under|on|at|in) (?:each and every|each|every|all)(?: one)?(?: of)?(?: the)? ?` +
		`(?:agenda )?items?(?: of the agenda| on the agenda)?(?:[,;]? (?:right|correct|true|yes|no|didn['’]t (?:it|they|he|she)))?[?.]*$`,
)

// spokeOnEach says on which items somebody spoke, and on which not.
func (r *Reader) spokeOnEach(ctx context.Context, question string) (Answer, bool, error) {
	m := spokeEach.FindStringSubmatch(question)
	if m == nil {
		return Answer{}, false, nil
	}
	read := "under which agenda items did " + m[1] + " speak"
	answer, err := r.answer(ctx, read)
	if err != nil || len(answer.Rows) == 0 || answer.saysPassages() {
		return Answer{}, false, err
	}
	said := r.silentOn(answer)
	answer.Text = said + "\n\n" + answer.Text
	answer.Sentence, answer.ReadAs = said+" "+answer.Sentence, read
	return answer, true, nil
}

// silentOn names the items of the sessions of an answer under which nothing was read of
// whoever spoke under those of the answer; an item with parts counts by its parts.
func (r *Reader) silentOn(answer Answer) string {
	spoken, sessions := map[string]bool{}, map[string]bool{}
	for _, st := range answer.Statements {
		item := str(st, "target")
		session, _, ok := strings.Cut(item, "/agenda/")
		if !ok {
			continue
		}
		spoken[item], sessions[session+"/agenda/"] = true, true
	}
	var silent []string
	for prefix := range sessions {
		items := r.Below("AgendaItem", prefix)
		for _, n := range items {
			id := r.ID(n)
			part := func(o snapshot.Node) bool { return strings.HasPrefix(r.ID(o), id+"(") }
			whole, _, _ := strings.Cut(id[len(prefix):], "(")
			if !spoken[id] && !spoken[prefix+whole] && !slices.ContainsFunc(items, part) {
				silent = append(silent, id[len(prefix):])
			}
		}
	}
	slices.SortFunc(silent, graph.CompareNatural)
	if len(silent) == 0 {
		return "Statements were read under all items of the agenda that were read:"
	}
	return "Not under each, as far as was read: no statement was read under item " + enumerated(silent) + "."
}
