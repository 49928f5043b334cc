package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// What answers about sessions and about single statements tell.

// quoted is the words that prove a statement.
func quoted(_ telling, r row) string {
	if q := str(r, "quote"); q != "" {
		return "“" + q + "”"
	}
	return ""
}

// event names a meeting or session.
func event(t telling, r row) string {
	if n := t.node(r); n != snapshot.NoNode {
		return t.called(n)
	}
	return ""
}

// adoptionDate is the date of an act, and whether its own text states it.
func adoptionDate(t telling) string {
	act, ok := t.u.nodes["act"]
	date := ""
	if ok {
		date = t.Date(act)
	}
	switch {
	case date == "":
		return "No date is known."
	case t.Text(act, "adoptedOn") == "" && t.Loaded(act):
		said := "No day of adoption was read from its own text; the date known of it is " + date +
			", which may be that of its document."
		if day := printedDay.FindString(t.closing(act) + "\n" + t.Title(act)); day != "" {
			said = "Its text has “" + day + "” where the day of adoption stands."
		}
		return said + t.sessionHeld(act)
	case t.Text(act, "adoptedOn") == "":
		return "Its own text is not loaded; the date under which others cite it is " + date + "."
	}
	return "Date of adoption: " + date + "."
}

// printedDay matches a day as it is printed: on 6 October 1992.
var printedDay = regexp.MustCompile(`(?:on )?\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|` +
	`November|December) \d{4}\b`)

// sessionHeld says when the session was held at which an act was adopted.
func (r *Reader) sessionHeld(act snapshot.Node) string {
	session, ok := r.Lookup(r.Text(act, "session"))
	if !ok || r.Date(session) == "" {
		return ""
	}
	said := " It was adopted at " + r.called(session) + ", held from " + r.Date(session)
	if end := r.Text(session, "endDate"); end != "" {
		said += " to " + end
	}
	return said + "."
}

// aspectName and aspectValue tell a property, or how often a relation occurs.
func aspectName(_ telling, r row) string {
	if label := str(r, "isStated"); label != "" {
		return "of it: " + label
	}
	return cmp.Or(graph.Spaced(str(r, "name")), "it "+str(r, "states"))
}

func aspectValue(t telling, r row) string {
	if count, ok := r["count"].(float64); ok {
		return decimal(int(count))
	}
	if n, ok := t.Lookup(str(r, "value")); ok {
		return t.called(n)
	}
	return str(r, "value")
}

// untold are the properties that say where something stands in its source.
var untold = []string{"furniture", "diagnostic", "position", "start", "end"}

func worthTelling(_ telling, r row) bool { return !slices.Contains(untold, str(r, "name")) }

// documentsOf are the documents that print the acts of a session or report on it.
func (r *Reader) documentsOf(session snapshot.Node) []string {
	var list []string
	for _, act := range r.Having("session", session, "Act") {
		if d := r.Text(act, "inDocument"); d != "" && !slices.Contains(list, d) {
			list = append(list, d)
		}
	}
	for _, n := range r.Having("session", session, "Document") {
		if !slices.Contains(list, r.ID(n)) {
			list = append(list, r.ID(n))
		}
	}
	return list
}

// atSession keeps what the report on the session in question states, and all
// where no session was asked for.
func atSession(t telling, r row) bool {
	session, asked := t.u.nodes["session"]
	return !asked || slices.Contains(t.documentsOf(session), str(r, "document"))
}

// presiding are the offices whose holders preside.
var presiding = regexp.MustCompile(`^(?:acting-)?(?:co-)?(?:president|chair)`)

// presided keeps who chaired the session or a meeting of it, and who was elected
// there to preside over its body.
func presided(t telling, r row) bool {
	target := str(r, "target")
	session := str(t.u.variables, "session")
	if str(r, "relation") == "chairs" {
		return target == session || strings.HasPrefix(target, session+"/")
	}
	body, _, _ := strings.Cut(strings.TrimPrefix(session, "body/"), "/session/")
	office, ok := strings.CutPrefix(target, "role/"+body+"/")
	return ok && presiding.MatchString(office) && atSession(t, r)
}

func chair(t telling, r row) string { return t.calledByID(str(r, "source")) }

// chaired is a meeting by its number, or an office.
func chaired(t telling, r row) string {
	target := str(r, "target")
	if _, meeting, ok := strings.Cut(target, "/meeting/"); ok {
		return "meeting " + meeting
	}
	return t.calledByID(target)
}

// origin is the State of an officer.
func origin(_ telling, r row) string {
	state, _ := r["state"].(map[string]any)
	return cmp.Or(str(state, "title"), str(state, "id"))
}

// who names the subject of a statement, in what capacity and for whom it acted.
func who(t telling, r row) string {
	name := title(t, r)
	if source := str(r, "source"); source != "" {
		name = t.calledByID(source)
	}
	parts := []string{name, str(r, "function"), behalf(t, r), str(r, "statementType")}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// spokenOn is the item by its number.
func spokenOn(_ telling, r row) string {
	_, item, _ := strings.Cut(str(r, "target"), "/agenda/")
	return "item " + item
}
