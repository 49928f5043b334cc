package names

import (
	"cmp"

	"mandategraph/graph"
)

// An Operation is a committee, board, mission, tribunal, panel or other body
// below a body.
type Operation struct {
	Code, Name string
	Aliases    []string
	// Known are the names by which running texts mean it: all but short acronyms.
	Known []string
	// Acronym is the usual one; empty for none.
	Acronym string
	// Parent is the code of the body to which it belongs whoever speaks of it;
	// empty for the body that speaks, or for a mission of no body of the tables.
	Parent string
	// Founded is the id of the act that founded it; empty where it is not sure.
	Founded string
	// From is the year in which it began, To the last one; 0 for not known or not
	// ended.
	From, To int
	// Subject says that what it is on belongs to its name: Working Group on
	// Firearms. Others are whole names. ParentOnly says that only texts of its
	// parent mean it by its name.
	Subject, ParentOnly bool
}

func newOperation(r Row) Operation {
	return Operation{
		Code: r.text("code"), Name: r.text("name"), Aliases: r.aliases(), Known: r.known(),
		Acronym: r.text("acronym"), Parent: r.text("parent"), Founded: r.text("founded"),
		From: r.number("from"), To: r.number("to"), Subject: r.has("subject"), ParentOnly: r.has("parent-only"),
	}
}

// ID is the id of an operation that a text of a body names: body/unifil,
// body/sc/1540-committee.
func (o Operation) ID(speaker string) string {
	if o.Acronym != "" {
		return graph.BodyID(o.Code)
	}
	return graph.BodyID(cmp.Or(o.Parent, speaker)) + "/" + o.Code
}

// Single says that it is one thing whoever speaks of it, so that its id and its
// name are known before any text is read.
func (o Operation) Single() bool { return o.Acronym != "" || o.Parent != "" && !o.Subject }
