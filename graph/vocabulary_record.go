package graph

// Relations that the records of a library's catalogue state: what a record is of,
// and what the catalogue brings together.
var catalogued = []Relation{
	{Name: "describes", Inverse: "describedBy", Broader: Acts,
		Definition: "is the record of a catalogue for; title and date as the record has them are citedTitle and citedDate.",
		From:       []string{"Document"}, To: []string{"Act", "Document"}, Term: "schema:about"},
	{Name: "hasSubject", Inverse: "subjectOf", Broader: Acts, Core: true,
		Definition: "is catalogued under a heading of the thesaurus.",
		From:       []string{"Act", "Document"}, To: []string{"Subject"}, Term: "dcterms:subject"},
	{Name: "adoptedUnder", Broader: Acts,
		Definition: "was adopted under an item of the agenda.",
		From:       []string{"Act"}, To: []string{"AgendaItem"}, Term: "eli:passed_by"},
	{Name: "reportedIn", Broader: Acts,
		Definition: "is told of in the report of a committee or the record of a meeting.",
		From:       []string{"Act", "Document"}, To: []string{"Document"}, Term: "dcterms:isReferencedBy"},
	{Name: "relatedTo", Broader: Acts,
		Definition: "belongs together with, as a catalogue says without saying how.",
		From:       []string{"Act", "Document"}, To: []string{"Act", "Document"}, Term: "dcterms:relation"},
}
