package ask

// A form says how the answer of a saved query is told.
type form struct {
	// header is the first sentence; {variable} stands for the entity in a slot,
	// {verb} for the relations asked for.
	header string
	// decides says that the question asks whether: the first sentence opens with a
	// verdict.
	decides bool
	// decided gives the verdict where the number of results does not, on what was asked
	// of the subject: was extended.
	decided func(t telling) bool
	asked   string
	// judged gives the verdict with the whole first sentence, for what texts decide otherwise
	// than by results; nil where they do not.
	judged func(t telling) (verdict *bool, sentence string)
	// lists are the paths to the results in the data; also leads to further
	// statements that join them.
	lists, also []string
	columns     []column
	// keep drops results that do not answer the question; nil keeps all.
	keep func(t telling, r row) bool
	// details are lines below a result.
	details func(t telling, r row) []string
	// subject is the variable of the act whose text must say it all; empty where
	// any loaded text may.
	subject string
	// profile says that the results are what is known of the one subject.
	profile bool
	// compares is the relation by which the query compares $act with $other.
	compares string
	// sorted says that the results come in the order of their dates; pick is first or
	// last where only that one answers; counts says that their number does.
	sorted, counts bool
	pick           string
	// number is what answers how many where the results are not what is counted; nil where
	// they are.
	number func(t telling) string
	// merges joins groups of one first key, most puts the largest first, least the smallest.
	merges, most, least bool
	// first says which results come before the others; nil where none do.
	first func(t telling, r row) bool
	// total is the path in the data to the number of all results, where some may not
	// be shown.
	total string
	// tells makes the story of an answer; nil where it has none.
	tells func(t telling) *Story
	// words says that the question looks for words, whatever they name.
	words bool
	// lead is what the results come to, behind the first sentence; nil for none.
	lead func(t telling) string
	// remark is a sentence before the last one; nil for none.
	remark func(t telling) string
}

// A row is one result: an edge of a connection or an element of a list.
type row map[string]any

// A column is a piece of a result's line.
type column struct {
	name string
	cell func(t telling, r row) string
}

// edgeField and nodeField are columns that say what the data has in a field of
// the result, or of its entity.
func edgeField(name string) column {
	return column{name, func(_ telling, r row) string { return str(r, name) }}
}

func nodeField(name string) column {
	return column{name, func(_ telling, r row) string { return str(inner(r), name) }}
}

var (
	inNumber    = column{"act", number}
	inBody      = column{"body", bodyName}
	inDate      = column{"date", date}
	inTitle     = column{"title", title}
	inVerb      = column{"verb", verb}
	inRelation  = column{"relation", relationWords}
	inPlace     = column{"paragraph", place}
	inDocument  = column{"paragraph", placeInDocument}
	inWho       = column{"who", who}
	inWhom      = column{"addressee", whom}
	inOrder     = column{"verb", mandateVerb}
	inRecipient = column{"recipient", recipients}
	inParagraph = column{"paragraph", paragraphOf}
	inMeeting   = column{"meeting", meeting}
	inMembers   = column{"members", members}
	inDistance  = column{"distance", distance}
	inSteps     = column{"steps", steps}
	inArticle   = column{"article", articleOf}
	inCited     = column{"cited", cited}
	inItem      = column{"item", spokenOn}
	inBehalf    = column{"onBehalfOf", behalf}
	inQuote     = column{"quote", quoted}
	inProperty  = column{"property", aspectName}
	inValue     = column{"value", aspectValue}
	inEvent     = column{"event", event}
	inChair     = column{"who", chair}
	inChaired   = column{"chaired", chaired}
	inOrigin    = column{"state", origin}
	inLocator   = edgeField("locator")
	inPin       = edgeField("pin")
	inFunction  = edgeField("function")
	inEdgeDate  = edgeField("date")
	inDeadline  = nodeField("deadline")
	inClause    = nodeField("clause")
	inTimes     = column{"count", times}
	inCounted   = column{"title", countedName}
	inStepDate  = column{"date", func(_ telling, r row) string { return str(r, "date") }}
	inStepAct   = column{"act", stepAct}
	inStepEnd   = column{"until", stepEnd}
	inEnd       = column{"until", endOf}

	inSubject     = column{"who", subjectOf}
	inSubjectDate = column{"date", subjectDate}
	inObject      = column{"what", objectOf}
	inObjectTitle = column{"what", objectTitle}
	inTimesCited  = column{"count", timesCited}
	inFared       = column{"property", fared}
	inFaredValue  = column{"value", faredValue}
)

var (
	citation = []column{inNumber, inBody, inDate, inVerb, inLocator, inTitle}
	citing   = []column{inNumber, inBody, inDate, inVerb, inPlace, inTitle}
	actor    = []column{inDocument, inWho}
	simple   = []column{inNumber, inBody, inDate, inTitle}
	duty     = []column{inWhom, inOrder, inDeadline, inRecipient, inParagraph, inClause}
	asked    = []column{inOrder, inDeadline, inParagraph, inClause}
	proof    = []column{inVerb, inLocator, inPin, inQuote}
)

// forms by the name of the saved query.
var forms = map[string]form{
	"recalls": {
		header: "{act} recalls:", lists: []string{"act.recalls"}, columns: citation, subject: "act",
	},
	"citations": {
		header: "{act} cites:", lists: []string{"act.citations"}, columns: citation, subject: "act",
	},
	"relations": {
		header: "{act} {verb}:", lists: []string{"act.relations"}, columns: citation, details: clauses,
		subject: "act",
	},
	"requests": {
		header: "{act} requests:", lists: []string{"act.requests"},
		columns: []column{inTitle, inVerb, inLocator}, details: clauses, subject: "act",
	},
	"relationsTo": {
		header: "What {verb} {thing}:", lists: []string{"node.relationsTo"}, columns: citing,
	},
	"citedBy": {
		header: "{thing} is cited by:", lists: []string{"node.citedBy"}, columns: citing,
	},
	"sponsors": {
		header: "{act} was sponsored by:", lists: []string{"act.sponsoredBy"}, columns: actor,
		remark: kindsOfActors,
	},
	"sponsoredNot": {
		header: "{act} but not {other} was sponsored by:", lists: []string{"act.sponsoredBy"},
		columns: actor, keep: notOther,
	},
	"sponsoredBoth": {
		header: "Both {act} and {other} were sponsored by:", lists: []string{"act.sponsoredBy"},
		columns: actor, keep: alsoOther, compares: "sponsoredBy",
	},
	"endorsedFrom": {
		header: "Endorsed from {body}:", lists: []string{"allRecommendations"},
		columns: []column{inMeeting, inMembers}, keep: ofBody, details: endorsements,
	},
	"recommendationsOf": {
		header: "{act} endorses:", lists: []string{"act.endorses"},
		columns: []column{inMeeting, inVerb, inLocator, inMembers}, details: items, subject: "act",
	},
	"lineage": {
		header: "{thing} rests, step by step, on:", lists: []string{"lineage.nodes"},
		columns: []column{inDistance, inNumber, inBody, inDate, inTitle}, keep: notStart, remark: cutLineage,
		also: []string{"lineage.edges"},
	},
	"path": {
		header: "From {from} to {to}:", lists: []string{"path.paths"}, columns: []column{inSteps},
		details: stepLines, remark: cutPaths,
	},
	"actsOfSession": {
		header: "Acts of {session}:", lists: []string{"session.acts"}, columns: simple,
		remark: kindsOfActs,
	},
	"treaty": {
		header: "{treaty} is cited by:", lists: []string{"treaty.citedBy", "treaty.articles"},
		columns: citing, details: citers,
	},
	"treatyArticles": {
		header: "Articles of treaties that are cited:", lists: []string{"articles"},
		columns: []column{inArticle}, details: citers,
	},
	"notLoaded": {
		header: "Cited but not loaded:", lists: []string{"acts"}, columns: simple, details: citers,
	},
	"duties": {
		header: "Who must report, or act by a date:", lists: []string{"mandates"}, columns: duty,
		keep: isDuty,
	},
	"deadlines": {
		header: "Deadlines in {act}:", lists: []string{"mandates"}, columns: duty, subject: "act",
	},
	"asksOf": {
		header: "{act} asks of {entity}:", lists: []string{"mandates"},
		columns: asked, subject: "act",
	},
	"citesKind": {
		header: "{act} cites these {kind}:", lists: []string{"act.citations"},
		columns: []column{inVerb, inLocator, inPin, inCited}, subject: "act",
	},
	"actsAbout": {
		header: "Acts about {words}:", lists: []string{"acts"}, columns: simple, remark: titledFirst,
		keep: notOnlyInTables, first: calledSo,
	},
	"spokeOn": {
		header: "{state} spoke on:", lists: []string{"node.relations"},
		columns: []column{inItem, inDocument, inFunction, inBehalf, inTitle},
	},
	"tasksOf": {
		header: "{entity} is addressed by:", lists: []string{"mandates"},
		columns: asked, remark: alsoServes,
	},
	"doings": {
		header: "{state} did this:", lists: []string{"node.relations"},
		columns: []column{inRelation, inNumber, inDocument, inBehalf, inTitle}, keep: atSession,
	},
	"sponsored": {
		header: "{state} sponsored:", lists: []string{"node.relations"},
		columns: []column{inNumber, inBody, inDate, inDocument, inBehalf, inTitle},
	},
	"whether": {
		header: "{act} {verb} {thing}.", lists: []string{"statements"},
		columns: proof, subject: "act", decides: true,
	},
	"whetherCites": {
		header: "{act} cites {thing}.", lists: []string{"act.citations"},
		columns: proof, subject: "act", decides: true,
	},
	"whetherSponsored": {
		header: "{state} sponsored {act}.", lists: []string{"statements"},
		columns: []column{inDocument, inBehalf, inQuote}, decides: true,
	},
	"about": {
		header:  "{thing}:",
		lists:   []string{"node.properties", "node.relations.facets.relations", "node.relationsTo.facets.relations"},
		columns: []column{inProperty, inValue}, keep: worthTelling, profile: true,
	},
	"adoption": {
		header: "{act} was adopted:", lists: []string{"act.adoptedAt"},
		columns: []column{inEdgeDate, inEvent, inDocument}, remark: adoptionDate,
	},
	"chairs": {
		header: "{session} was chaired by:", lists: []string{"statements"},
		columns: []column{inChair, inRelation, inChaired, inOrigin, inDocument}, keep: presided,
	},
	"speakers": {
		header: "Under {items} spoke:", lists: []string{"statements"},
		columns: []column{inItem, inDocument, inWho}, remark: kindsOfActors,
	},
	"voted": {
		header: "On {act} voted:", lists: []string{"act.relationsTo"},
		columns: []column{inRelation, inWho, inDocument}, remark: votesTold,
	},
	"stand": {
		header: "{state} put forward, and voted on:", lists: []string{"node.relations"},
		columns: []column{inRelation, inNumber, inBody, inDate, inDocument, inTitle},
	},
	"renewals": {
		header: "Renewed or extended:", lists: []string{"aggregate.groups"}, columns: []column{inTimes, inCounted},
	},
	"lifecycle": {
		header: "The life of {entity}:", lists: []string{"lifecycle.steps"},
		columns: []column{inStepDate, inRelation, inStepAct, inStepEnd}, details: stepQuotes, remark: lifeGaps,
		tells: storyOfLife, lead: lifeLead,
	},
	"story": {
		header: "What happened to {thing}:", lists: []string{"story.sentences"}, total: "story.total",
		columns: []column{inStepDate, inSentence}, details: sentenceQuote, tells: storyOfThing, lead: lifeLead,
	},
	"storyBetween": {
		header: "From {from} to {to}:", lists: []string{"story.sentences"}, total: "story.total",
		columns: []column{inStepDate, inSentence}, details: sentenceQuote, tells: storyBetween,
	},
	"requestsDue": {
		header: "{entity} is asked for, by the date:", lists: []string{"mandates"},
		columns: []column{inDeadline, inRecipient, inParagraph, inClause},
	},
	"passages": {
		header: "Passages on {words}{in}:", lists: []string{"passages"}, total: "passages.totalCount", words: true,
		columns: []column{inWholeNumber, inWholeBody, inWholeDate, inPassage, inWholeTitle}, details: passageText,
		remark: partly,
	},
	"endless": {
		header: "Mandates that say neither by when nor until when:", lists: []string{"mandates"}, columns: duty,
	},
	"endsBefore": {
		header: "Terms that run until {day} at the latest, prolonged since or not:", lists: []string{"statements", "mandates"},
		columns: []column{inEnd, inVerb, inTitle, inWhom, inParagraph, inClause},
	},
	"established": {
		header: "{entity} was established by:", lists: []string{"node.relationsTo"}, columns: citing,
	},
}
