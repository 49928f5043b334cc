package graph

import (
	"slices"
	"strings"
)

// The vocabulary is declared here and in vocabulary_property.go, and nowhere else.
// Loader, store, GraphQL schema, exports, documentation and page range over these
// tables; a new relation is one row.

// A Kind is a class of entities.
type Kind struct {
	// Name is the GraphQL type, for example "Act".
	Name string
	// Plural is the word for several, in lower case.
	Plural     string
	Definition string
	// Example is an id of this kind.
	Example string
	// Term is the class of a public ontology that this kind specializes.
	Term string
}

// Kinds in the order in which documentation lists them.
var Kinds = []Kind{
	{"Act", "acts", "A resolution or decision, adopted or in draft, of a United Nations body or a conference of parties.", "ctoc-cop/resolution/12/4", "undo:Resolution"},
	{"Paragraph", "paragraphs", "A numbered place of an act or document: preambular or operative paragraph, annex item, footnote, paragraph of a report.", "ctoc-cop/resolution/12/4#op5.a", "akn:paragraph"},
	{"Recommendations", "recommendations", "The recommendations that one meeting adopted, taken together.", "body/ctoc-cop/working-group-on-firearms/meeting/10/recommendations", "undo:Recommendation"},
	{"Mandate", "mandates", "What one operative verb asks, of whom and under which conditions.", "ctoc-cop/resolution/12/4#op5/mandate/1", "allot:Concept"},
	{"Body", "bodies", "An organ, conference of parties, commission, committee or working group.", "body/ctoc-cop", "allot:Organization"},
	{"Secretariat", "secretariats", "The secretariat of a body, apart from the organization that serves it.", "body/ctoc-cop/secretariat", "allot:Organization"},
	{"Session", "sessions", "A session of a body.", "body/ctoc-cop/session/12", "allot:Event"},
	{"Meeting", "meetings", "A meeting of a body, numbered within a session or by itself.", "body/ctoc-cop/session/12/meeting/10", "allot:Event"},
	{"AgendaItem", "agenda items", "An item of the agenda of a session.", "body/ctoc-cop/session/12/agenda/2(d)", "allot:Concept"},
	{"Document", "documents", "A document, known by its symbol or, without one, by its title.", "document/CTOC/COP/2024/L.8/Rev.1", "undo:Document"},
	{"Treaty", "treaties", "A convention, protocol or other treaty.", "treaty/untoc", "undo:Treaty"},
	{"Article", "articles", "An article of a treaty.", "treaty/untoc/article/16", "akn:article"},
	{"State", "States", "A State, by its ISO 3166-1 code.", "state/alb", "undo:MemberState"},
	{"Group", "groups", "A group of States or a regional economic integration organization.", "group/european-union", "allot:Organization"},
	{"Organization", "organizations", "An intergovernmental or non-governmental organization, office or programme.", "organization/unodc", "allot:Organization"},
	{"Person", "persons", "A natural person named with an office.", "person/peter-burian", "allot:Person"},
	{"Role", "roles", "An office of a body, whoever holds it.", "role/ctoc-cop/president", "allot:Role"},
	{"Instrument", "instruments", "A mechanism, declaration, programme of action, rules of procedure or other named instrument that is not a treaty.", "instrument/kyoto-declaration", "eli:LegalResource"},
	{"Subject", "subjects", "A heading of the UNBIS thesaurus, under which a library catalogues documents.", "subject/274343", "skos:Concept"},
	{"AddresseeClass", "classes of addressees", "A class of those to whom a text speaks, such as Member States or donors.", "addressee/member-states", "allot:Concept"},
}

// KindByName finds a kind; ok is false where there is none of that name.
func KindByName(name string) (Kind, bool) {
	i := slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}, false
	}
	return Kinds[i], true
}

// Literal stands in a relation's To for an object that is text.
const Literal = "Literal"

// Relations that other relations are sub-relations of.
const (
	Cites     = "cites"     // act -> what it rests on
	Addresses = "addresses" // act -> whom it asks
	Acts      = "acts"      // everything else that somebody does
)

// A Relation is a class of edges.
type Relation struct {
	// Name is lowerCamelCase, third person: the verb that governs the clause.
	Name string
	// Inverse is the name in the other direction; empty where no English word says it.
	Inverse string
	// Broader is the relation of which this one is a sub-relation: [Cites],
	// [Addresses] or [Acts].
	Broader    string
	Definition string
	// From and To are names of kinds (or Literal).
	From, To []string
	// Verb is the base form of the phrase that states the relation ("take note
	// of"); its printed forms are made by [Relation.Forms]. Empty where no
	// governing verb states it.
	Verb string
	// Lineage says whether the relation belongs in a citation lineage.
	Lineage bool
	// Core relations are fields of the API, both ways, on the kinds of From and To.
	Core bool
	// Class is the name of one of [Classes].
	Class string
	// Traits say how the verb behaves in a sentence.
	Traits Traits
	// Variants are further printed forms of the verb.
	Variants []Variant
	// Term is the public ontology's term that this relation specializes.
	Term string
}

// The kinds between which relations run in what has been read.
var (
	actors   = []string{"State", "Group", "Organization", "Body", "Secretariat", "Role", "Person", "AddresseeClass"}
	asserter = []string{"Act", "Document", "Paragraph"}
	citable  = []string{
		"Act", "Document", "Instrument", "Treaty", "Article", "Recommendations", "Meeting", "Session", "AgendaItem", "Paragraph",
	}
	anything = slices.Concat(citable, actors)
)

// Relations in the order in which documentation lists them.
var Relations = classed(marked(slices.Concat(citations, directives, deeds, events, catalogued)))

// position is a verb that takes a stand on something said or done before.
func position(verb, definition, term string) Relation {
	f := conjugate(verb)
	return Relation{Name: camel(f.third), Inverse: camel(f.participle + " by"), Broader: Cites, Definition: definition,
		From: asserter, To: anything, Verb: verb, Lineage: true, Term: term}
}

// directive is a verb that asks something of an addressee.
func directive(verb, definition string) Relation {
	f := conjugate(verb)
	return Relation{Name: camel(f.third), Inverse: camel(f.participle + " by"), Broader: Addresses, Definition: definition,
		From: asserter, To: slices.Concat(actors, []string{"Paragraph"}), Verb: verb, Term: "undo:Relation"}
}

// deed is a verb that does something by being said.
func deed(verb, definition string) Relation {
	r := directive(verb, definition)
	r.Broader = Acts
	r.From = []string{"Act", "Document", "Body"}
	r.To = anything
	r.Term = "eli:passed_by"
	return r
}

// adjective is a participle or adjective that opens a preambular paragraph and
// has no third person of its own.
func adjective(phrase, definition string) Relation {
	return Relation{Name: camel(phrase), Broader: Cites, Definition: definition,
		From: asserter, To: anything, Verb: "be " + phrase, Lineage: true, Term: "cito:cites"}
}

// Citations, the stand that an act takes towards what was said before. The
// verbs are those of the United Nations Editorial Manual's lists of preambular
// and operative openings.
var citations = []Relation{
	{Name: "mentions", Inverse: "mentionedBy", Broader: Cites, Definition: "names another act, document or instrument inside a clause, a footnote or an annex, without making it the object of the governing verb.",
		From: slices.Concat(asserter, []string{"Recommendations"}), To: anything, Lineage: true, Term: "cito:cites"},
	position("recall", "brings an earlier act or text to mind as a basis of what follows.", "cito:citesAsAuthority").
		with(MayBeginClause | TakesLists),
	position("reaffirm", "states again that an earlier act or text holds.", "cito:citesAsAuthority").
		with(MayBeginClause | TakesLists),
	position("affirm", "states that an act or text holds.", "cito:citesAsAuthority").
		with(MayBeginClause | TakesLists),
	position("confirm", "states that an earlier act or text is confirmed.", "cito:citesAsAuthority"),
	position("reconfirm", "confirms again.", "cito:citesAsAuthority").with(MayBeginClause | TakesLists),
	position("reiterate", "says again what an earlier act or text said.", "cito:citesAsAuthority").
		with(MayBeginClause | TakesLists),
	position("take note of", "takes notice, neither approving nor disapproving.", "cito:cites").
		with(MayBeginClause|TakesLists|ToldAsDecision).printed(Present, "taking note").printed(Third, "takes note").
		printed(Past, "took note"),
	position("note", "takes notice of a fact, act or text.", "cito:cites").with(MayBeginClause | TakesLists),
	position("welcome", "receives with approval.", "cito:agreesWith").with(MayBeginClause | TakesLists),
	position("endorse", "makes recommendations or another text its own.", "eli:based_on").
		with(MayBeginClause | TakesLists | ToldInPassing),
	position("acknowledge", "admits or recognizes.", "cito:cites").with(MayBeginClause | TakesLists),
	position("recognize", "recognizes a fact, act or right.", "cito:cites").with(MayBeginClause|TakesLists).
		printed(Third, "recognises").printed(Present, "recognising"),
	position("emphasize", "gives weight to.", "cito:cites").with(MayBeginClause|TakesLists).
		printed(Third, "re-emphasizes", "reemphasizes", "emphasises").
		printed(Present, "re-emphasizing", "emphasising"),
	position("stress", "gives weight to.", "cito:cites").with(MayBeginClause | TakesLists),
	position("underline", "gives weight to.", "cito:cites").with(MayBeginClause),
	position("underscore", "gives weight to.", "cito:cites").with(MayBeginClause),
	position("highlight", "draws out as important.", "cito:cites").with(MayBeginClause),
	position("bear in mind", "keeps before it while deciding.", "cito:citesAsAuthority").with(TakesLists),
	position("keep in mind", "keeps before it while deciding.", "cito:citesAsAuthority").with(TakesLists),
	position("take into account", "lets count in deciding.", "cito:citesAsAuthority").with(TakesLists | OnlyOpening),
	position("take into consideration", "lets count in deciding.", "cito:citesAsAuthority").
		with(TakesLists | OnlyOpening),
	position("consider", "has something before it and weighs it.", "cito:cites").with(TakesLists),
	position("examine", "has looked into.", "cito:cites").with(TakesLists),
	position("review", "has gone over again.", "cito:cites").with(OnlyOpening),
	position("receive", "has been given, for example a report.", "cito:cites").with(TakesLists),
	position("hear", "has listened to, for example a statement.", "cito:cites"),
	position("study", "has looked into with care.", "cito:cites"),
	position("discuss", "has debated.", "cito:discusses"),
	position("refer to", "points to.", "cito:cites").with(TakesLists).printed(Third, "refers"),
	position("have regard to", "lets count in deciding.", "cito:citesAsAuthority").with(TakesLists).
		printed(Present, "having regard"),
	position("act under", "names the provision that gives it the power to act.", "eli:based_on").
		with(TakesLists | OnlyOpening),
	position("act in accordance with", "names the provision that it follows.", "eli:based_on"),
	position("observe", "notes.", "cito:cites"),
	position("appreciate", "values.", "cito:agreesWith"),
	position("commend", "praises.", "cito:agreesWith").with(MayBeginClause),
	position("congratulate", "congratulates.", "cito:agreesWith").with(MayBeginClause),
	position("support", "stands behind.", "cito:supports").with(OnlyOpening),
	position("accept", "takes on or agrees to.", "cito:agreesWith"),
	position("approve", "gives its approval to.", "cito:agreesWith").with(MayBeginClause | UsesDocument | OfOrgans),
	position("concur with", "agrees with.", "cito:agreesWith").printed(Third, "concurs"),
	position("agree", "agrees to do or that something holds.", "cito:agreesWith"),
	position("regret", "is sorry about.", "cito:critiques"),
	position("deplore", "finds wrong, strongly.", "cito:critiques"),
	position("condemn", "finds wrong, most strongly.", "cito:critiques").with(MayBeginClause),
	position("denounce", "speaks out against.", "cito:critiques"),
	position("reject", "does not accept.", "cito:disagreesWith"),
	position("declare", "states solemnly.", "cito:cites"),
	position("proclaim", "states publicly and solemnly.", "cito:cites"),
	position("express", "voices a feeling or view, such as appreciation or concern.", "cito:cites").
		with(MayBeginClause).printed(Third, "records its", "places on record its", "voices its", "views with").
		printed(Present, "recording its", "placing on record its", "voicing its", "viewing with"),
	position("echo", "says as somebody has said before.", "cito:agreesWith"),
	position("respond to", "answers, for example a request.", "cito:cites").with(TakesLists|OnlyOpening).
		printed(Present, "responding"),
	position("clarify", "makes clear how something is to be understood.", "cito:cites"),
	position("censure", "finds fault with, formally.", "cito:critiques"),
	position("deprecate", "finds wrong.", "cito:critiques"),
	position("lament", "is grieved by.", "cito:critiques"),
	position("applaud", "praises.", "cito:agreesWith"),
	position("praise", "praises.", "cito:agreesWith").with(OnlyOpening),
	position("assert", "states firmly.", "cito:cites"),
	position("contemplate", "thinks over.", "cito:cites"),
	position("perceive", "sees.", "cito:cites"),
	position("anticipate", "counts on what is to come.", "cito:cites").with(OnlyOpening),
	position("pledge", "promises solemnly.", "cito:cites").with(OnlyOpening),
	position("pay tribute to", "honours.", "cito:agreesWith").printed(Third, "pays tribute").
		printed(Present, "paying tribute"),
	position("thank", "thanks.", "cito:credits"),
	position("look forward to", "awaits with hope.", "cito:cites").with(MayBeginClause).
		printed(Third, "looks forward"),
	position("draw attention to", "points out.", "cito:cites").printed(Third, "draws the attention").
		printed(Present, "drawing attention"),
	position("reinforce", "strengthens what was said before.", "cito:extends"),
	position("renew", "extends what was decided before.", "cito:extends").with(Lives),
	position("extend", "lengthens or widens what was decided before.", "cito:extends").with(OnlyOpening | Lives),
	position("amend", "changes the text of.", "eli:amends").with(Lives),
	position("revise", "changes the text of.", "eli:amends"),
	position("supersede", "takes the place of.", "eli:repeals").with(Lives),
	position("repeal", "takes out of force.", "eli:repeals"),
	position("revoke", "takes out of force.", "eli:repeals"),
	position("terminate", "ends.", "eli:repeals").with(Lives),
	position("implement", "carries out.", "eli:applies").with(OnlyOpening),
	position("follow up on", "continues the work of.", "cito:extends").with(OnlyOpening),
	position("find", "comes to the view.", "cito:cites").with(OnlyOpening),
	position("believe", "holds the view.", "cito:cites"),
	position("hope", "hopes.", "cito:cites"),
	position("desire", "wishes.", "cito:cites"),
	position("wish", "wishes.", "cito:cites").with(OnlyOpening),
	position("realize", "has become aware.", "cito:cites"),
	position("seek", "aims at.", "cito:cites").with(OnlyOpening),
	position("expect", "counts on.", "cito:cites"),
	position("understand", "takes it that.", "cito:cites"),
	position("conclude", "comes to the end or the view.", "cito:cites"),
	position("uphold", "keeps in force.", "cito:supports"),
	position("share", "holds in common, for example a concern.", "cito:agreesWith"),
	position("fulfil", "carries out.", "eli:applies").with(OnlyOpening),
	position("remain", "stays in a state, for example seized of a matter or concerned.", "cito:cites").
		with(OnlyOpening),
	position("object to", "does not agree with.", "cito:disagreesWith"),
	position("deem", "holds.", "cito:cites"),
	position("celebrate", "marks an anniversary or event.", "cito:cites"),
	position("honour", "shows respect for.", "cito:cites"),
	adjective("guided by", "lets itself be led by.").with(TakesLists),
	adjective("mindful of", "keeps in mind.").with(TakesLists),
	adjective("conscious of", "is aware of."),
	adjective("aware of", "knows of.").with(TakesLists),
	adjective("cognizant of", "knows of.").with(TakesLists),
	adjective("convinced of", "holds firmly."),
	adjective("concerned about", "is worried about."),
	adjective("alarmed by", "is worried in a high degree about."),
	adjective("disturbed by", "is troubled by."),
	adjective("distressed by", "is grieved by."),
	adjective("dismayed by", "is grieved by."),
	adjective("grieved at", "is saddened by."),
	adjective("saddened by", "is saddened by."),
	adjective("shocked by", "is appalled by."),
	adjective("horrified by", "is appalled by."),
	adjective("outraged at", "is very angry about."),
	adjective("troubled by", "is worried about."),
	adjective("preoccupied by", "is worried about."),
	adjective("gratified by", "is pleased about."),
	adjective("persuaded of", "is convinced of."),
	adjective("anxious to", "wishes urgently."),
	{Name: "isEncouragedBy", Broader: Cites, Definition: "takes heart from.",
		From: asserter, To: anything, Verb: "be encouraged by", Lineage: true, Term: "cito:cites"},
	adjective("inspired by", "takes inspiration from."),
	adjective("grateful for", "is thankful for."),
	adjective("determined to", "has the firm intent."),
	adjective("resolved to", "has the firm intent."),
	adjective("confident of", "trusts."),
	adjective("committed to", "stands by."),
	adjective("desirous of", "wishes."),
	adjective("appalled by", "is shocked by."),
	adjective("indignant at", "is angry about."),
	adjective("seized of", "keeps a matter on its agenda."),
	adjective("faithful to", "stands by."),
	adjective("satisfied with", "is content with."),
}

var directives = []Relation{
	directive("request", "asks formally; for a secretariat or subsidiary body, an order.").
		with(TakesDuty | ToldInPassing | PluralNoun),
	directive("invite", "asks politely.").with(ToldInPassing),
	directive("encourage", "asks by giving courage.").with(ToldInPassing),
	directive("urge", "asks strongly.").with(ToldInPassing | TakesDuty),
	directive("call upon", "asks publicly and formally.").with(ToldInPassing).printed(Third, "calls on").
		printed(Present, "calling on").printed(Past, "called on"),
	directive("call for", "asks for something to be done or to come about."),
	directive("appeal to", "asks earnestly.").printed(Third, "appeals"),
	directive("ask", "asks.").with(TakesDuty),
	directive("recommend", "advises; also what a text says with should, may wish to, or are to.").with(TakesDuty | OfOrgans),
	directive("decide", "settles what shall be done, and by whom.").with(Settles | TakesDuty | OfOrgans),
	directive("resolve", "settles what shall be done.").with(Settles | TakesDuty),
	directive("determine", "settles that something is so.").with(Settles),
	directive("authorize", "gives the power to do something.").printed(Third, "authorises"),
	directive("mandate", "gives a mandate to.").with(NounLike),
	directive("entrust", "gives a task to."),
	directive("instruct", "orders.").printed(Third, "orders the", "orders that"),
	directive("direct", "orders.").with(NounLike),
	directive("demand", "orders, in the language of the Security Council.").with(NounLike | TakesDuty | PluralNoun),
	directive("require", "obliges.").with(NounLike),
	directive("propose", "puts forward.").with(NounLike | TakesDuty),
	directive("suggest", "puts forward.").with(NounLike | TakesDuty),
	directive("solicit", "asks for."),
	directive("remind", "brings to somebody's mind.").with(NounLike | Informs),
	directive("warn", "warns.").with(NounLike | Informs),
	directive("insist", "demands firmly.").with(NounLike | TakesDuty),
	directive("submit to", "puts before.").with(NounLike | Informs),
	directive("undertake", "takes on a duty.").with(NounLike | Informs),
	directive("advise", "gives advice to.").with(NounLike),
	directive("trust", "counts on somebody to do something.").with(NounLike | Informs),
	directive("commission", "orders a piece of work.").with(NounLike),
	directive("task", "gives a task to.").with(NounLike),
}

// Deeds change the world by being said.
var deeds = []Relation{
	deed("establish", "brings a body, mechanism or fund into being.").with(MayBeginClause | Creates | ToldInPassing),
	deed("convene", "calls together.").with(Creates),
	deed("launch", "starts."),
	deed("adopt", "makes a text binding or final.").with(MayBeginClause | UsesDocument | OfOrgans),
	deed("appoint", "names to an office."),
	deed("elect", "chooses for an office."),
	deed("designate", "names for a task."),
	deed("include", "makes part of."),
	deed("maintain", "keeps up."),
	deed("continue", "goes on with."),
	deed("conduct", "carries out."),
	deed("set", "fixes.").with(OnlyOpening),
	deed("allocate", "assigns resources or agenda items."),
	deed("transmit", "passes on."),
}

// Events and structure: who did what, where a text stands, who serves whom.
var events = []Relation{
	{Name: "sponsors", Inverse: "sponsoredBy", Broader: Acts, Definition: "puts a draft forward under its name, alone or with others.", From: actors, To: []string{"Act", "Document"}, Term: "schema:sponsor"},
	{Name: "submits", Inverse: "submittedBy", Broader: Acts, Definition: "hands in a draft or document.", From: actors, To: []string{"Act", "Document", "Meeting", "Body"}, Term: "schema:provider"},
	{Name: "adoptedAt", Inverse: "adoptions", Broader: Acts, Definition: "was adopted at a meeting.", From: []string{"Act", "Document"}, To: []string{"Meeting", "Session"}, Term: "eli:passed_by"},
	{Name: "draftOf", Inverse: "hasDraft", Broader: Acts, Definition: "is the draft from which an act was adopted.", From: []string{"Document"}, To: []string{"Act"}, Lineage: false, Traits: UsesDocument, Term: "prov:hadPrimarySource"},
	{Name: "hasMember", Inverse: "memberOf", Broader: Acts, Definition: "contains as one of its items.", From: []string{"Recommendations", "Group", "Treaty"}, To: []string{"Paragraph", "State", "Treaty"}, Term: "eli:has_part"},
	{Name: "containedIn", Inverse: "contains", Broader: Acts, Definition: "is printed in a document.", From: []string{"Recommendations", "Instrument", "Act", "Document", "AgendaItem"}, To: []string{"Document", "Act"}, Term: "eli:is_part_of"},
	{Name: "hasBefore", Inverse: "consideredUnder", Broader: Acts, Definition: "was considered with a document before the body.", From: []string{"AgendaItem", "Meeting", "Body"}, To: []string{"Document"}, Traits: UsesDocument, Term: "cito:citesAsEvidence"},
	{Name: "alignsWith", Inverse: "joinedBy", Broader: Acts, Definition: "joins the statement of a group without speaking.", From: []string{"State"}, To: []string{"Group", "Organization", "State"}, Term: "cito:agreesWith"},
	{Name: "speaksOn", Inverse: "spokenOnBy", Broader: Acts, Definition: "made a statement on an agenda item, or at a meeting.", From: actors, To: []string{"AgendaItem", "Meeting", "Session", "Act"}, Term: "cito:discusses"},
	{Name: "chairs", Inverse: "chairedBy", Broader: Acts, Definition: "presided over a meeting.", From: []string{"Person", "Role"}, To: []string{"Meeting", "Body", "Session"}, Term: "allot:Role"},
	{Name: "holdsOffice", Inverse: "heldBy", Broader: Acts, Definition: "was elected to or holds an office.", From: []string{"Person"}, To: []string{"Role"}, Term: "allot:Role"},
	{Name: "nominates", Inverse: "nominatedBy", Broader: Acts, Definition: "put forward a candidate for an office.", From: actors, To: []string{"Role", "Person"}, Term: "allot:Role"},
	{Name: "servedBy", Inverse: "serves", Broader: Acts, Definition: "has an organization as its secretariat.", From: []string{"Secretariat", "Body"}, To: []string{"Organization"}, Term: "schema:provider"},
	{Name: "registeredAs", Inverse: "registrationOf", Broader: Acts, Definition: "is published in the Treaty Series under a volume and registration number.", From: []string{"Treaty"}, To: []string{Literal}, Term: "schema:legislationIdentifier"},
	{Name: "supplements", Inverse: "supplementedBy", Broader: Acts, Definition: "is a protocol that supplements a convention, or an addendum to a document.", From: []string{"Treaty", "Document"}, To: []string{"Treaty", "Document"}, Term: "eli:related_to"},
	{Name: "corrects", Inverse: "correctedBy", Broader: Acts, Definition: "is a corrigendum to.", From: []string{"Document"}, To: []string{"Document"}, Term: "eli:corrects"},
	{Name: "votedFor", Inverse: "votedForBy", Broader: Acts, Definition: "voted in favour of, in a recorded vote.", From: []string{"State"}, To: []string{"Act", "Document", "Paragraph"}, Term: "cito:agreesWith"},
	{Name: "votedAgainst", Inverse: "votedAgainstBy", Broader: Acts, Definition: "voted against, in a recorded vote.", From: []string{"State"}, To: []string{"Act", "Document", "Paragraph"}, Term: "cito:disagreesWith"},
	{Name: "abstained", Inverse: "abstainedBy", Broader: Acts, Definition: "abstained, in a recorded vote.", From: []string{"State"}, To: []string{"Act", "Document", "Paragraph"}, Term: "cito:discusses"},
}

// RelationByName finds a relation; ok is false where there is none.
func RelationByName(name string) (Relation, bool) {
	i, ok := relationIndex[name]
	if !ok {
		return Relation{}, false
	}
	return Relations[i], true
}

var relationIndex = func() map[string]int {
	index := make(map[string]int, len(Relations))
	for i, r := range Relations {
		index[r.Name] = i
	}
	return index
}()

// camel joins words into one lowerCamelCase name.
func camel(words string) string {
	fields := strings.Fields(words)
	for i, w := range fields {
		if i > 0 {
			fields[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(fields, "")
}

// Spaced writes a name of the vocabulary as words: takes note of.
func Spaced(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}
