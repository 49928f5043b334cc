package graph

// Properties of entities and qualifiers of statements, with the ranges of their values.

// Ranges of a property's or qualifier's value.
const (
	Text    = "text"
	Integer = "integer"
	Date    = "date" // YYYY, YYYY-MM or YYYY-MM-DD: what is printed, never completed
	Entity  = "entity"
	Moment  = "moment" // a date, or the session at which something is due or ends
)

// RangeOf is the range of one value: that of a moment is the one that its form says.
func RangeOf(kind, value string) string {
	if kind != Moment {
		return kind
	}
	if _, ok := DateType(value); ok {
		return Date
	}
	return Entity
}

// A Property is an attribute of an entity, stated by a document without a
// mention of its own.
type Property struct {
	Name, Range, Definition, Term string
}

// Properties in the order in which documentation lists them.
var Properties = []Property{
	{"kind", Text, "The entity's kind, a name of the vocabulary.", "rdf:type"},
	{"title", Text, "The title as printed.", "dcterms:title"},
	{"name", Text, "The full name.", "schema:name"},
	{"alias", Text, "Another name or short form in use.", "skos:altLabel"},
	{"number", Text, "The number as printed, without spaces.", "schema:legislationIdentifier"},
	{"actKind", Text, "resolution or decision.", "dcterms:type"},
	{"status", Text, "adopted or draft; of an agenda item provisional.", "eli:in_force"},
	{"outcome", Text, "What became of a proposal: adopted, rejected, withdrawn, deferred, discontinued, not put to the vote.", "eli:in_force"},
	{"procedure", Text, "How it was decided: consensus, without a vote, recorded vote, vote.", "dcterms:type"},
	{"votesFor", Integer, "How many votes were in favour.", "dcterms:extent"},
	{"votesAgainst", Integer, "How many votes were against.", "dcterms:extent"},
	{"abstentions", Integer, "How many abstained.", "dcterms:extent"},
	{"symbol", Text, "The document symbol.", "dcterms:identifier"},
	{"code", Text, "The code in use, such as ISO 3166-1 alpha-3.", "dcterms:identifier"},
	{"adoptedOn", Date, "The date of adoption.", "eli:date_document"},
	{"date", Date, "The date of the document, or of the first day of a meeting or session.", "dcterms:date"},
	{"endDate", Date, "The last day of a meeting or session.", "schema:endDate"},
	{"place", Text, "Where it was held.", "schema:location"},
	{"text", Text, "The exact text of a paragraph: page breaks and footnotes healed, markup left out, single-spaced.", "dcterms:description"},
	{"paragraphKind", Text, "preambular, operative, annex, footnote, decision or narrative; field, in a record of a catalogue.", "dcterms:type"},
	{"label", Text, "The number or letter as printed.", "skos:notation"},
	{"heading", Text, "The headings above the paragraph, outermost first, joined by ' > '.", "dcterms:isPartOf"},
	{"position", Integer, "The place in the order of the document.", "schema:position"},
	{"start", Integer, "The first code point of the paragraph in the source.", "oa:start"},
	{"end", Integer, "The code point after the last one of the paragraph in the source.", "oa:end"},
	{"partOf", Entity, "The act, document or body of which it is a part.", "dcterms:isPartOf"},
	{"body", Entity, "The body that adopted it or to which it belongs.", "eli:passed_by"},
	{"inDocument", Entity, "The document in which the act's own text is printed.", "dcterms:isPartOf"},
	{"session", Entity, "The session to which it belongs.", "dcterms:isPartOf"},
	{"agendaItem", Entity, "The agenda item under which it was adopted.", "dcterms:isPartOf"},
	{"addressee", Entity, "Whom the mandate addresses.", "schema:recipient"},
	{"verb", Text, "The relation of the mandate's operative verb.", "dcterms:type"},
	{"clause", Text, "What the mandate asks, as printed.", "dcterms:description"},
	{"condition", Text, "A condition of the mandate: extrabudgetary, existing resources, upon request, within mandate or other.", "dcterms:description"},
	{"conditionText", Text, "A condition of the mandate, as printed.", "dcterms:description"},
	{"due", Moment, "The date or the session by which it is due.", "schema:deadline"},
	{"dueText", Text, "By when, as printed.", "schema:deadline"},
	{"recurrence", Text, "How often it is to be done: an ISO 8601 duration (P90D, P1M, P1Y), or session.", "schema:repeatFrequency"},
	{"until", Moment, "The date or the session at which it ends.", "schema:endDate"},
	{"recipient", Entity, "To whom it is to be reported.", "schema:recipient"},
	{"reports", Text, "yes where a report, submission or briefing is asked.", "dcterms:type"},
	{"participation", Text, "Who takes part, as printed.", "dcterms:description"},
	{"termsOfReference", Entity, "A paragraph that states what the body is to do.", "dcterms:description"},
	{"reportsTo", Entity, "The body to which it reports.", "schema:recipient"},
	{"about", Text, "What an act without a title is about, as aboutFrom says.", "dcterms:subject"},
	{"aboutFrom", Text, "How that was derived: heading (above the act), recital (the matter that a recital names), acts cited (the matter of the committee that one set up) or States named most.", "dcterms:type"},
	{"dateFrom", Text, "Where the year of an act without a printed date comes from: number or session.", "dcterms:type"},
	{"topic", Text, "The topic heading under which a recommendation stands.", "dcterms:subject"},
	{"documentType", Text, "What the symbol says: draft (L), conference room paper (CRP), information (INF), revision, addendum, corrigendum ...", "dcterms:type"},
	{"called", Text, "What a text calls the document.", "dcterms:title"},
	{"house", Text, "The house style by whose rules the document was read.", "dcterms:type"},
	{"format", Text, "The file format that was recognized.", "dcterms:format"},
	{"language", Text, "The language of the text, as a BCP 47 tag.", "dcterms:language"},
	{"furniture", Text, "A range of the source that is no part of the running text: page furniture, footnote block or markup, as start,end,kind.", "oa:hasSelector"},
	{"correction", Text, "A correction by hand of what was read here: what was done, by whom, when and why.", "prov:wasRevisionOf"},
	{"diagnostic", Text, "Something in the text that was not understood, is ambiguous or contradicts: JSON with reason, text, range, paragraph and candidates.", "rdfs:comment"},
}

// A Qualifier says more about a statement. The list is closed.
type Qualifier struct {
	Name, Range, Definition string
}

// Qualifiers in the order of export columns.
var Qualifiers = []Qualifier{
	{"verb", Text, "The verb as printed, with its modifiers."},
	{"rule", Text, "The rule of the loader that made the statement."},
	{"confidence", Text, "certain, or likely where an inference was needed."},
	{"pin", Text, "The part of the target that is cited: annex, paragraph 5."},
	{"connective", Text, "The words that join the mention to its clause: pursuant to, in furtherance of."},
	{"citedDate", Date, "The date that the text prints for the target."},
	{"citedTitle", Text, "The title that the text prints for the target."},
	{"citedNumber", Text, "The number as printed where it differs from the id."},
	{"date", Date, "When it was done."},
	{"mandate", Entity, "The mandate that holds the clause."},
	{"restriction", Text, "The words that restrict the addressee."},
	{"condition", Text, "A condition, as printed."},
	{"due", Text, "By when: dates and sessions, joined by bars; as printed where they have no value."},
	{"until", Moment, "The date or the session at which it ends."},
	{"basis", Entity, "The act that holds what is changed: as contained in resolution 2691 (2023)."},
	{"onBehalfOf", Text, "For whom the actor also acts, as printed or as id."},
	{"statementType", Text, "opening, introductory, general, right-of-reply, after-adoption or closing."},
	{"function", Text, "The office in which somebody spoke, as printed."},
	{"state", Entity, "The State of the officer."},
	{"session", Entity, "The session of the office."},
	{"topic", Text, "The topic heading."},
	{"called", Text, "What the text calls the target."},
	{"outcome", Text, "What became of the target, for example discontinued."},
	{"procedure", Text, "How it was adopted: consensus, without a vote, recorded vote, vote."},
	{"votesFor", Integer, "How many votes were in favour."},
	{"votesAgainst", Integer, "How many votes were against."},
	{"abstentions", Integer, "How many abstained."},
	{"via", Entity, "The act through which it was done."},
	{"correction", Text, "Who corrected the statement by hand, when and why."},
}
