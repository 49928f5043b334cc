package ask

import (
	"slices"
	"strings"
	"sync"

	"mandategraph/graph"
)

// What the words of a question mean apart from names. The vocabulary's verbs are
// known by themselves; what people say instead of them is a row here.

// A sense is what a word or phrase can mean. One word can have several: votes.
type sense struct {
	// cue is a word that holds a question together; see the table of cues.
	cue string
	// verb is something that is done.
	verb *verbSense
	// noun is what may be wanted, or a sort of thing.
	noun *nounSense
}

// A verbSense is a verb in one form.
type verbSense struct {
	// relations are what it states; empty for every citation where cites is set.
	relations []string
	cites     bool
	// base, past and ing say in which form it stands; past is the participle too.
	base, past, ing bool
}

// A nounSense is a noun that a question asks for.
type nounSense struct {
	// word is the noun in the plural.
	word string
	// kind is a name of [graph.Kinds]; empty for anything.
	kind string
	// actKind is resolution or decision.
	actKind string
	// relations make a noun of a verb: sponsors of, votes on. Whom it means is at
	// their source, or at their target where result is set.
	relations []string
	result    bool
}

// synonyms are phrases that people say for verbs of the vocabulary: their forms
// (base, third person, present, past) and the relations that they may mean.
var synonyms = []struct {
	base, third, present, past string
	relations                  string
}{
	{"cite", "cites", "citing", "cited", "*"},
	{"mention", "mentions", "mentioning", "mentioned", "*"},
	{"refer to", "refers to", "referring to", "referred to", "*"},
	{"refer to", "refers to", "referring to", "referred", "*"},
	{"refer back to", "refers back to", "referring back to", "referred back to", "*"},
	{"quote", "quotes", "quoting", "quoted", "*"},
	{"reference", "references", "referencing", "referenced", "*"},
	{"rest on", "rests on", "resting on", "rested on", "*"},
	{"build on", "builds on", "building on", "built on", "*"},
	{"build upon", "builds upon", "building upon", "built upon", "*"},
	{"rely on", "relies on", "relying on", "relied on", "*"},
	{"draw on", "draws on", "drawing on", "drew on", "*"},
	{"invoke", "invokes", "invoking", "invoked", "*"},
	{"point to", "points to", "pointing to", "pointed to", "*"},
	{"name", "names", "naming", "named", "*"},
	{"extend", "extends", "extending", "extended", "extends renews"},
	{"renew", "renews", "renewing", "renewed", "renews extends"},
	{"prolong", "prolongs", "prolonging", "prolonged", "extends renews"},
	{"create", "creates", "creating", "created", "establishes"},
	{"set up", "sets up", "setting up", "set up", "establishes"},
	{"found", "founds", "founding", "founded", "establishes"},
	{"form", "forms", "forming", "formed", "establishes"},
	{"institute", "institutes", "instituting", "instituted", "establishes"},
	{"constitute", "constitutes", "constituting", "constituted", "establishes"},
	{"end", "ends", "ending", "ended", "terminates"},
	{"expire", "expires", "expiring", "expired", "terminates"},
	{"lapse", "lapses", "lapsing", "lapsed", "terminates"},
	{"close", "closes", "closing", "closed", "terminates"},
	{"dissolve", "dissolves", "dissolving", "dissolved", "terminates"},
	{"abolish", "abolishes", "abolishing", "abolished", "terminates"},
	{"wind up", "winds up", "winding up", "wound up", "terminates"},
	{"discontinue", "discontinues", "discontinuing", "discontinued", "terminates"},
	{"liquidate", "liquidates", "liquidating", "liquidated", "terminates"},
	{"replace", "replaces", "replacing", "replaced", "supersedes"},
	{"modify", "modifies", "modifying", "modified", "amends revises"},
	{"change", "changes", "changing", "changed", "amends revises extends renews"},
	{"enlarge", "enlarges", "enlarging", "enlarged", "amends"},
	{"sponsor", "sponsors", "sponsoring", "sponsored", "sponsors submits"},
	{"join as a sponsor of", "joins as a sponsor of", "joining as a sponsor of", "joined as a sponsor of", "sponsors submits"},
	{"join as sponsors of", "joins as sponsor of", "joining as sponsors of", "joined as sponsors of", "sponsors submits"},
	{"join the sponsors of", "joins the sponsors of", "joining the sponsors of", "joined the sponsors of", "sponsors submits"},
	{"join in sponsoring", "joins in sponsoring", "joining in sponsoring", "joined in sponsoring", "sponsors submits"},
	{"co-sponsor", "co-sponsors", "co-sponsoring", "co-sponsored", "sponsors submits"},
	{"cosponsor", "cosponsors", "cosponsoring", "cosponsored", "sponsors submits"},
	{"propose", "proposes", "proposing", "proposed", "sponsors submits"},
	{"table", "tables", "tabling", "tabled", "sponsors submits"},
	{"introduce", "introduces", "introducing", "introduced", "sponsors submits"},
	{"put forward", "puts forward", "putting forward", "put forward", "sponsors submits"},
	{"submit", "submits", "submitting", "submitted", "submits sponsors"},
	{"bring in", "brings in", "bringing in", "brought in", "sponsors submits"},
	{"vote for", "votes for", "voting for", "voted for", "votedFor"},
	{"vote in favour of", "votes in favour of", "voting in favour of", "voted in favour of", "votedFor"},
	{"vote in favor of", "votes in favor of", "voting in favor of", "voted in favor of", "votedFor"},
	{"vote in favour", "votes in favour", "voting in favour", "voted in favour", "votedFor"},
	{"vote yes", "votes yes", "voting yes", "voted yes", "votedFor"},
	{"vote yes on", "votes yes on", "voting yes on", "voted yes on", "votedFor"},
	{"vote against", "votes against", "voting against", "voted against", "votedAgainst"},
	{"vote no", "votes no", "voting no", "voted no", "votedAgainst"},
	{"vote no on", "votes no on", "voting no on", "voted no on", "votedAgainst"},
	{"veto", "vetoes", "vetoing", "vetoed", "votedAgainst"},
	{"oppose", "opposes", "opposing", "opposed", "votedAgainst"},
	{"abstain", "abstains", "abstaining", "abstained", "abstained"},
	{"abstain on", "abstains on", "abstaining on", "abstained on", "abstained"},
	{"abstain from", "abstains from", "abstaining from", "abstained from", "abstained"},
	{"abstain in", "abstains in", "abstaining in", "abstained in", "abstained"},
	{"abstain in the vote on", "abstains in the vote on", "abstaining in the vote on", "abstained in the vote on", "abstained"},
	{"vote", "votes", "voting", "voted", "votedFor votedAgainst abstained"},
	{"vote on", "votes on", "voting on", "voted on", "votedFor votedAgainst abstained"},
	{"speak", "speaks", "speaking", "spoke", "speaksOn"},
	{"speak on", "speaks on", "speaking on", "spoke on", "speaksOn"},
	{"speak under", "speaks under", "speaking under", "spoke under", "speaksOn"},
	{"take the floor", "takes the floor", "taking the floor", "took the floor", "speaksOn"},
	{"make a statement", "makes a statement", "making a statement", "made a statement", "speaksOn"},
	{"make statements", "makes statements", "making statements", "made statements", "speaksOn"},
	{"preside over", "presides over", "presiding over", "presided over", "chairs"},
	{"chair", "chairs", "chairing", "chaired", "chairs"},
	{"join", "joins", "joining", "joined", "alignsWith"},
	{"debate", "debates", "debating", "debated", "considers"},
	{"discuss", "discusses", "discussing", "discussed", "considers discusses"},
	{"pass", "passes", "passing", "passed", "adopts"},
	{"approve", "approves", "approving", "approved", "approves adopts"},
	{"criticize", "criticizes", "criticizing", "criticized", "deplores condemns regrets"},
	{"ask", "asks", "asking", "asked", "?"},
	{"request", "requests", "requesting", "requested", "requests"},
	{"want", "wants", "wanting", "wanted", "?"},
	{"expect", "expects", "expecting", "expected", "?"},
	{"require", "requires", "requiring", "required", "?"},
	{"tell", "tells", "telling", "told", "?"},
	{"order", "orders", "ordering", "ordered", "?"},
	{"call on", "calls on", "calling on", "called on", "callsUpon"},
	{"call upon", "calls upon", "calling upon", "called upon", "callsUpon"},
	{"task", "tasks", "tasking", "tasked", "?"},
	{"note", "notes", "noting", "noted", "notes takesNoteOf"},
	{"take note of", "takes note of", "taking note of", "took note of", "takesNoteOf notes"},
	{"take note of", "takes note of", "taking note of", "taken note of", "takesNoteOf notes"},
	{"act under", "acts under", "acting under", "acted under", "actsUnder"},
}

// nouns that questions ask for: singular, plural, kind, and kind of act; or the
// relations that make them of a verb.
var nouns = []struct{ one, many, kind, actKind, relations string }{
	{"act", "acts", "Act", "", ""},
	{"text", "texts", "Act", "", ""},
	{"resolution", "resolutions", "Act", graph.Resolution, ""},
	{"res", "ress", "Act", graph.Resolution, ""},
	{"decision", "decisions", "Act", graph.Decision, ""},
	{"state", "states", "State", "", ""},
	{"member state", "member states", "State", "", ""},
	{"country", "countries", "State", "", ""},
	{"nation", "nations", "State", "", ""},
	{"delegation", "delegations", "State", "", ""},
	{"member", "members", "State", "", ""},
	{"government", "governments", "State", "", ""},
	{"body", "bodies", "Body", "", ""},
	{"organ", "organs", "Body", "", ""},
	{"committee", "committees", "Body", "", ""},
	{"working group", "working groups", "Body", "", ""},
	{"commission", "commissions", "Body", "", ""},
	{"tribunal", "tribunals", "Body", "", ""},
	{"mission", "missions", "Body", "", ""},
	{"operation", "operations", "Body", "", ""},
	{"peacekeeping operation", "peacekeeping operations", "Body", "", ""},
	{"peacekeeping mission", "peacekeeping missions", "Body", "", ""},
	{"treaty", "treaties", "Treaty", "", ""},
	{"convention", "conventions", "Treaty", "", ""},
	{"protocol", "protocols", "Treaty", "", ""},
	{"article", "articles", "Article", "", ""},
	{"document", "documents", "Document", "", ""},
	{"organization", "organizations", "Organization", "", ""},
	{"organisation", "organisations", "Organization", "", ""},
	{"ngo", "ngos", "Organization", "", ""},
	{"meeting", "meetings", "Meeting", "", ""},
	{"session", "sessions", "Session", "", ""},
	{"agenda item", "agenda items", "AgendaItem", "", ""},
	{"agenda", "agendas", "AgendaItem", "", ""},
	{"item", "items", "AgendaItem", "", ""},
	{"paragraph", "paragraphs", "Paragraph", "", ""},
	{"operative paragraph", "operative paragraphs", "Paragraph", "", ""},
	{"preambular paragraph", "preambular paragraphs", "Paragraph", "", ""},
	{"recital", "recitals", "Paragraph", "", ""},
	{"annex", "annexes", "Paragraph", "", ""},
	{"mandate", "mandates", "Mandate", "", ""},
	{"task", "tasks", "Mandate", "", ""},
	{"duty", "duties", "Mandate", "", ""},
	{"deadline", "deadlines", "Mandate", "", ""},
	{"obligation", "obligations", "Mandate", "", ""},
	{"instrument", "instruments", "Instrument", "", ""},
	{"declaration", "declarations", "Instrument", "", ""},
	{"recommendation", "recommendations", "Recommendations", "", ""},
	{"person", "persons", "Person", "", ""},
	{"officer", "officers", "Role", "", ""},
	{"office", "offices", "Role", "", ""},
	{"post", "posts", "Role", "", ""},
	{"office-holder", "office-holders", "Role", "", ""},
	{"bureau member", "bureau members", "Role", "", ""},
	{"group", "groups", "Group", "", ""},
	{"sponsor", "sponsors", "", "", "sponsors submits"},
	{"co-sponsor", "co-sponsors", "", "", "sponsors submits"},
	{"cosponsor", "cosponsors", "", "", "sponsors submits"},
	{"proposer", "proposers", "", "", "sponsors submits"},
	{"submitter", "submitters", "", "", "submits"},
	{"veto", "vetoes", "", "", ""},
	{"abstention", "abstentions", "", "", "abstained"},
	{"vote", "votes", "", "", "votedFor votedAgainst abstained"},
	{"voting", "votings", "", "", "votedFor votedAgainst abstained"},
	{"voting record", "voting records", "", "", "votedFor votedAgainst abstained"},
	{"speaker", "speakers", "", "", "speaksOn"},
	{"chair", "chairs", "", "", "chairs"},
	{"extension", "extensions", "", "", "extends renews"},
	{"renewal", "renewals", "", "", "renews extends"},
	{"citation", "citations", "", "", "*"},
	{"reference", "references", "", "", "*"},
	{"amendment", "amendments", "", "", "amends revises"},
	{"establishment", "establishments", "", "", "establishes"},
	{"creation", "creations", "", "", "establishes"},
	{"termination", "terminations", "", "", "terminates"},
	{"request", "requests", "Mandate", "", "requests"},
}

// lexicon is everything above by key.
var lexicon = sync.OnceValue(func() map[string]sense {
	table := map[string]sense{}
	for _, r := range graph.Relations {
		if f, ok := r.Forms(); ok {
			enterVerb(table, []string{r.Name}, f.Base, f.Third, f.Present, f.Past, f.Participle)
		}
	}
	for _, s := range synonyms {
		var relations []string
		switch s.relations {
		case "?":
			relations = narrower(graph.Addresses)
		case "*":
		default:
			relations = strings.Fields(s.relations)
		}
		enterVerb(table, relations, s.base, s.third, s.present, s.past, s.past)
	}
	for _, n := range nouns {
		noun := &nounSense{word: n.many, kind: n.kind, actKind: n.actKind, relations: strings.Fields(n.relations)}
		if n.relations == "*" {
			noun.relations = narrower(graph.Cites)
		}
		for _, word := range []string{n.one, n.many} {
			s := table[graph.Slug(word)]
			s.noun = noun
			table[graph.Slug(word)] = s
		}
	}
	for cue, words := range cues {
		for _, word := range strings.Split(words, "|") {
			key := strings.ReplaceAll(word, " ", "-")
			s := table[key]
			s.cue = strings.Join(slices.Sorted(slices.Values(append(strings.Fields(s.cue), cue))), " ")
			table[key] = s
		}
	}
	return table
})

// narrower are the relations below a broader one.
func narrower(broader string) []string {
	var list []string
	for _, r := range graph.Relations {
		if r.Broader == broader {
			list = append(list, r.Name)
		}
	}
	return list
}

// enterVerb enters the forms of a verb; a synonym's row takes the place of the
// vocabulary's.
func enterVerb(table map[string]sense, relations []string, base, third, present string, past ...string) {
	put := func(form string, v verbSense) {
		v.relations, v.cites = relations, len(relations) == 0
		key := strings.ReplaceAll(graph.Slug(form), "-the-", "-")
		s := table[key]
		s.verb = &v
		table[key] = s
	}
	for _, p := range past {
		put(p, verbSense{past: true, base: p == base})
	}
	put(third, verbSense{})
	put(present, verbSense{ing: true})
	put(base, verbSense{base: true, past: slices.Contains(past, base)})
}
