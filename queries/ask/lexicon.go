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
	{"close", "closes", "closing", "closed", "terminates"},
	{"dissolve", "dissolves", "dissolving", "dissolved", "terminates"},
	{"abolish", "abolishes", "abolishing", "abolished", "terminates"},
	{"wind up", "winds up", "winding up", "wound up", "terminates"},
	{"discontinue", "discontinues", "discontinuing", "discontinued", "terminates"},
	{"liquidate", "liquidates", "liquidating", "liquidated", "terminates"},
	{"replace", "replaces", "replacing", "replaced", "supersedes"},
	{"modify", "modifies", "modifying", "modified", "amends revises"},
	{"change", "changes", "changing", "changed", "amends revises extends renews"},
	{"sponsor", "sponsors", "sponsoring", "sponsored", "sponsors submits"},
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
	{"item", "items", "AgendaItem", "", ""},
	{"paragraph", "paragraphs", "Paragraph", "", ""},
	{"mandate", "mandates", "Mandate", "", ""},
	{"task", "tasks", "Mandate", "", ""},
	{"duty", "duties", "Mandate", "", ""},
	{"deadline", "deadlines", "Mandate", "", ""},
	{"obligation", "obligations", "Mandate", "", ""},
	{"instrument", "instruments", "Instrument", "", ""},
	{"declaration", "declarations", "Instrument", "", ""},
	{"recommendation", "recommendations", "Recommendations", "", ""},
	{"person", "persons", "Person", "", ""},
	{"group", "groups", "Group", "", ""},
	{"sponsor", "sponsors", "", "", "sponsors submits"},
	{"co-sponsor", "co-sponsors", "", "", "sponsors submits"},
	{"cosponsor", "cosponsors", "", "", "sponsors submits"},
	{"proposer", "proposers", "", "", "sponsors submits"},
	{"submitter", "submitters", "", "", "submits"},
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

// cues are the words that hold a question together, by what they do in it.
var cues = map[string]string{
	"ask":     "what|which|wich|wat|wht|whch|who|whom|whose|list|show|name all|give me|list all|show me|list the|find",
	"all":     "all|any|every|each|other|others|else|both|some|only|please|together|in all|in total|altogether|so far|ever|exactly|actually|really|also|then|still|just|there|names|the names of|one|ones|earlier|previous|prior|back|again|own|formally|explicitly|expressly|specifically|by name|directly|the following|overall|many|several|own|us|me|you|i|we|know|need|want to know|according to|tell|now|currently|today|yet|already|once|new|old|certain|various|different|same|given|named|relevant|main|entire|whole|full|itself|themselves|way|each time|time|times|year|years|document|documents|each of|out|up|that is|name|anything|something|everything|date|dates|what date|so|say so|says so|held|hold|take place|takes place|took place|be held|was held|were held|although|though|even though|despite|while|whose|each time|come to|came to|what about",
	"when":    "when|on which date|on what date|at what date|which date|what date|date of|what year|which year|in which year|in what year|on which day|what day|since when|what years|in which years",
	"where":   "where|in which paragraph|in which paragraphs|in what paragraphs|which paragraphs|which paragraph|whereabouts|in what document|in which document|in which documents",
	"how":     "how|in what way|by what means",
	"count":   "how many|number of|the number of|count|count of|how much|total number of|how many times|how often|how frequently",
	"most":    "most|the most|most often|most frequently|mostly|most times|the highest number of|more than others|top|biggest|largest number of",
	"byYear":  "by year|per year|each year|every year|year by year|annually|over the years|in each year|yearly",
	"aux":     "do|does|did|is|are|was|were|be|been|being|has|have|had|get|got|will|would|shall|should|must|can|could|may|might",
	"by":      "by|by whom|by which|by what|by who",
	"of":      "of|from|s",
	"in":      "in|at|on|under|within|during|inside|with|through|via|per|upon|within the|as part of",
	"to":      "to|towards|for",
	"about":   "about|concerning|regarding|relating to|related to|dealing with|deal with|deals with|dealt with|on the subject of|with regard to|on the question of|on the topic of|on the issue of|with respect to|address|addressing|addresses|concern|concerns|on the situation in|the situation in|on the situation between|on the situation concerning|on the question concerning|covering|cover|covers|devoted to|as regards|in connection with|in relation to",
	"must":    "supposed|obliged|must|required to|expected to",
	"since":   "since|after|from|starting in|later than|beginning in|as of|following",
	"before":  "before|until|till|up to|prior to|earlier than|by the end of|no later than",
	"between": "between|from",
	"and":     "and|or|as well as|plus",
	"that":    "that|who|which|those|these|this",
	"the":     "the|a|an|its|their|his|her|it|them|they|he|she",
	"first":   "first|earliest|first time|for the first time|the first time|originally|initially|original|oldest",
	"last":    "last|latest|most recent|most recently|recent|last time|newest|for the last time|the last time|finally|lately",
	"not":     "not|never|no|without|except|but|nobody|none|neither|nor|fewest|least|fewer|less|didn-t|doesn-t|isn-t|wasn-t|haven-t|hasn-t|weren-t",
	"life":    "history|history of|life|life cycle|lifecycle|story|story of|origin|origins|evolution|genesis|chronology|timeline|background|biography|chain|develop|developed|development of|evolve|evolved|come about|came about|begin|began|begun|start|started|originate|originated|come into being|came into being|continue|continued|how long|lifespan|life span|become of|became of|career",
	"until":   "each time until when|run|last|lasts|until when|till when|up to when|expire|expires|expired|expiry|run out|runs out|expiration|end date|in force|still in force|valid until|run until|runs until|how long|end of the mandate",
	"follow":  "followed|follow|follows|came after|come after|comes after|came next|happened after|happened next|follow-up|follow up|follow-up to|follow up to|subsequent|succeeded|descendants of|descendants|built upon|influence of|impact of",
	"lineage": "lineage|lineage of|ancestry|ancestors|genealogy|come from|comes from|came from|go back to|goes back to|roots|basis of|based on|legal basis|predecessor|predecessors",
	"path":    "path|connection|link|way|way from|path from|connected|linked|related|connects|links|lead to|leads to|lead|leads|route",
	"compare": "in common|common|share|shared|overlap",
	"say":     "compare|comparison|difference|differences|differ|versus|vs|say|says|said|say on|state about|mention about|provide|provides|provided|provide for|provides for|contain|contains|say about|says about|said about|say regarding|speak of|speaks of|speak about|talk about|talks about|tell us|position|stance|position on|language on|wording|passage|passages|passages on|passage on|paragraphs on|paragraphs about|content|contents|text of|provisions|provisions on|references to",
	"define":  "what is|what are|who is|who are|what was|what s|who was|tell me about|explain|define|meaning of",
	"outcome": "outcome|outcome of|result|result of|fate|fate of|happened to|happen to|happened|happen|adopted by consensus|by consensus|consensus|without a vote|by vote|put to the vote|put to a vote|recorded vote|rejected|withdrawn|outcomes",
	"report":  "report|reports|reporting|reporting obligations|reporting requirements|reporting duties|reporting dates|report back|reported",
	"draft":   "draft|drafts|draft resolution|draft resolutions|draft decision|draft decisions|proposal|proposals",
	"loaded":  "loaded|in the store|in this store|in the collection|in the corpus",
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
