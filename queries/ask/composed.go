package ask

import (
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// How the answer of a composed query is told.

// told is the form of the answer: that of the saved query, or the question's own.
func (u *understanding) told() form {
	if u.form != nil {
		return *u.form
	}
	return forms[u.query.Name]
}

// arrange puts the results in the order of their dates and keeps the first or the
// last where only that one was asked for. What has no date comes last.
func (t *telling) arrange() {
	if !t.form.sorted && t.form.pick == "" {
		return
	}
	slices.SortStableFunc(t.found, func(a, b row) int {
		first, second := t.dated(a), t.dated(b)
		switch {
		case first == "" && second != "":
			return 1
		case first != "" && second == "":
			return -1
		}
		return strings.Compare(first, second)
	})
	dates := slices.DeleteFunc(slices.Clone(t.found), func(r row) bool { return t.dated(r) == "" })
	if len(dates) == 0 {
		return
	}
	picked := dates[0]
	switch t.form.pick {
	case "last":
		picked = dates[len(dates)-1]
	case "":
		return
	}
	day := t.dated(picked)
	t.found = slices.DeleteFunc(t.found, func(r row) bool { return t.dated(r) != day })
}

// dated is the date of a result: that of its entity, or of what states it.
func (t *telling) dated(r row) string {
	if n := t.node(r); n != snapshot.NoNode {
		if d := t.Date(n); d != "" {
			return d
		}
	}
	return subjectDate(*t, r)
}

func subjectOf(t telling, r row) string { return t.calledByID(str(r, "source")) }

func subjectDate(t telling, r row) string {
	if n, ok := t.Lookup(str(r, "source")); ok {
		return t.Date(n)
	}
	return ""
}

// objectOf is what a statement is about; of a paragraph its text says more.
func objectOf(t telling, r row) string {
	n, ok := t.Lookup(str(r, "target"))
	if !ok || t.Kind(n) == "Paragraph" {
		return shortPlace(str(r, "paragraph"))
	}
	return t.called(n)
}
