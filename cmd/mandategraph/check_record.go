package main

import (
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/loader"
)

// recordConflicts lists where the record of a catalogue and the document that it
// describes say different things. Both stand in the store.
func recordConflicts(s *snapshot.Snapshot) (found []string) {
	for _, id := range s.Documents() {
		n, ok := s.Lookup(id)
		if !ok || s.Text(n, "format") != loader.RecordsFormat {
			continue
		}
		for _, a := range assertionsOf(s, id) {
			if text, ok := ownText(s, a.subject); ok {
				found = append(found, a.against(id, text)...)
			}
		}
	}
	return found
}

// An assertion is all that a record says in one respect of one act or document.
type assertion struct {
	respect
	subject string
	values  []string
}

// A respect is one in which records and texts are compared: by a qualifier or an
// end of a statement of the record, with properties or the same statements of the
// text. many says that both have several values, and the same ones where they agree;
// else one that is the same will do.
type respect struct {
	what       string
	claimed    func(st *graph.Statement) (subject, value string)
	properties []string
	many       bool
}

var respects = []respect{
	{"title", qualified("citedTitle"), []string{"title"}, false},
	{"date", qualified("citedDate"), []string{"date", "adoptedOn"}, false},
	{"sponsors", func(st *graph.Statement) (string, string) {
		return st.Object, endOf(st, "sponsors", st.Subject)
	}, nil, true},
	{"draft of", func(st *graph.Statement) (string, string) {
		return st.Subject, endOf(st, "draftOf", st.Object)
	}, nil, true},
}

func qualified(name string) func(st *graph.Statement) (string, string) {
	return func(st *graph.Statement) (string, string) { return st.Object, st.Qualifiers[name] }
}

// endOf is an end of a statement of a relation. Whoever joined the sponsors later is
// in no draft.
func endOf(st *graph.Statement, relation, end string) string {
	if st.Relation != relation || st.Qualifiers["connective"] != "" {
		return ""
	}
	return end
}

// assertionsOf are what a record says, in the order of the respects.
func assertionsOf(s *snapshot.Snapshot, record string) (list []assertion) {
	for _, r := range respects {
		from := len(list)
		for _, e := range s.DocumentEdges(record) {
			subject, value := r.claimed(s.Statement(e))
			if value == "" {
				continue
			}
			i := slices.IndexFunc(list[from:], func(c assertion) bool { return c.subject == subject })
			if i < 0 {
				i = len(list) - from
				list = append(list, assertion{respect: r, subject: subject})
			}
			list[from+i].values = append(list[from+i].values, value)
		}
	}
	return list
}

// ownText is what the document says that prints an act, or is the document.
func ownText(s *snapshot.Snapshot, id string) (graph.Document, bool) {
	if n, ok := s.Lookup(id); ok {
		if in := s.Text(n, "inDocument"); in != "" {
			id = in
		}
	}
	return s.Document(id)
}

// against says in a line what a text says otherwise; none where it says the same, or
// nothing in that respect.
func (c assertion) against(record string, text graph.Document) []string {
	var printed []string
	for _, f := range text.Facts {
		if f.Subject == c.subject && slices.Contains(c.properties, f.Property) {
			printed = append(printed, f.Value)
		}
	}
	for i := range text.Statements {
		if subject, value := c.claimed(&text.Statements[i]); c.many && subject == c.subject && value != "" {
			printed = append(printed, value)
		}
	}
	ours, theirs := without(c.values, printed), without(printed, c.values)
	if len(printed) == 0 || len(ours)+len(theirs) == 0 || !c.many && len(ours) < len(c.values) {
		return nil
	}
	return []string{fmt.Sprintf("%s: %s: only %s says %s; only its text says %s", c.subject, c.what, record,
		quotedList(ours), quotedList(theirs))}
}

// without are the values of a list that another has not. Titles may differ in case
// and punctuation, dates in how much of them is given.
func without(list, other []string) (left []string) {
	for _, v := range list {
		key := graph.Slug(v)
		same := func(o string) bool {
			_, date := graph.DateType(v)
			o = graph.Slug(o)
			return o == key || date && (strings.HasPrefix(o, key) || strings.HasPrefix(key, o))
		}
		if !slices.ContainsFunc(other, same) {
			left = append(left, v)
		}
	}
	slices.Sort(left)
	return slices.Compact(left)
}

func quotedList(list []string) string {
	if len(list) == 0 {
		return "nothing"
	}
	return `"` + strings.Join(list, `", "`) + `"`
}
