package loader

// A statementKey makes one statement for each source, relation, target and
// paragraph, and where they matter for each qualifier and place.
type statementKey struct {
	subject, relation, object, paragraph, qualifier string
	place                                           int
}

// Rules of which each place in a text counts on its own.
const (
	recommendationRule = "recommendation"
	procedureRule      = "rules of procedure"
)

// qualifiers of a statement by their names; those without a value are left out.
type qualifiers [][2]string

// key is what tells statements apart: the values of some qualifiers, and for a
// rule that finds each place on its own also that.
func (q qualifiers) key(place int) (values string, at int) {
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
			if v[1] == recommendationRule || v[1] == procedureRule {
				at = place + 1 // each sentence asks, each rule is named on its own
			}
		}
	}
	return mandate + kind + behalf, at
}

// byName makes them a map; what no rule calls an inference is certain.
func (q qualifiers) byName() map[string]string {
	named := map[string]string{"confidence": "certain"}
	for _, v := range q {
		if v[1] != "" {
			named[v[0]] = v[1]
		}
	}
	return named
}
