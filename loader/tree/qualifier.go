package tree

// A StatementKey makes one statement for each source, relation, target and
// paragraph, and where they matter for each qualifier and place.
type StatementKey struct {
	Subject, Relation, Object, Paragraph, Qualifier string
	Place                                           int
}

// Rules of which each place in a text counts on its own.
const (
	RecommendationRule = "recommendation"
	ProcedureRule      = "rules of procedure"
)

// Qualifiers of a statement by their names; those without a value are left out.
type Qualifiers [][2]string

// Key is what tells statements apart: the values of some qualifiers, and for a
// rule that finds each place on its own also that.
func (q Qualifiers) Key(place int) (values string, at int) {
	mandate, kind, behalf := "", "", ""
	for _, v := range q {
		switch v[0] {
		case "mandate":
			mandate = v[1]
		case "statementType":
			kind = v[1]
		case "onBehalfOf":
			behalf = v[1]
		case "rule":
			if v[1] == RecommendationRule || v[1] == ProcedureRule {
				at = place + 1 // each sentence asks, each rule is named on its own
			}
		}
	}
	return mandate + kind + behalf, at
}

// ByName makes them a map; what no rule calls an inference is certain.
func (q Qualifiers) ByName() map[string]string {
	named := map[string]string{"confidence": "certain"}
	for _, v := range q {
		if v[1] != "" {
			named[v[0]] = v[1]
		}
	}
	return named
}
