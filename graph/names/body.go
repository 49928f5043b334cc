package names

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
)

// A Body is an organ, conference of parties or commission that adopts acts.
type Body struct {
	// Code stands in ids: body/<Code>, <Code>/resolution/<number>.
	Code string
	// Name is the full name; Aliases are other names and short forms that
	// name this body and no other wherever they stand.
	Name    string
	Aliases []string
	// Short is the form that a text of this body itself uses ("the
	// Conference"), which elsewhere may mean another body.
	Short string
	// Form is the form in use, Acronym the shortest one; see [Called].
	Form, Acronym string
	// Parent is the code of the body to which it reports, Treaty that of the
	// treaty whose parties meet in it, Serves that of the organization that it
	// governs.
	Parent, Treaty, Serves string
	// Documents are what the symbols of its documents begin with, Organs what
	// those of organs begin with that no table names.
	Documents []string
	Organs    string
	// Resolutions is the prefix of the symbols of its resolutions, where these
	// are official addresses: A/RES/76/185.
	Resolutions string
	// Acts are the symbols of its acts up to the number.
	Acts []string
	// Forms are the shapes of its numbers, nil where they are not known; Marks
	// are the letters in them.
	Forms []graph.NumberForm
	Marks []string
	own   []ownForm // of its own
	// First is the first session that has the form 12/4, Last the last one that
	// has the form 217 A (III); 0 for no bound.
	First, Last int
	// Traits, each explained in [Traits].
	Decides, PlainShort, ShortAcronym, MainCommittees, BareHeadings, BareInside, GluedMarks, OneSeries, President bool
}

func newBody(r Row) Body {
	b := Body{
		Code: r.text("code"), Name: r.text("name"), Aliases: r.aliases(), Short: r.text("short"),
		Form: r.text("called"), Acronym: r.text("acronym"),
		Parent: r.text("parent"), Treaty: r.text("treaty"), Serves: r.text("serves"),
		Documents: r.list("symbol"), Organs: r.text("organs"),
		Resolutions: r.text("resolutions"), Acts: r.list("acts"), Marks: r.list("marks"),
		First: r.number("first"), Last: r.number("last"),
		Decides: r.has("decides"), PlainShort: r.has("plain-short"), ShortAcronym: r.has("short-acronym"),
		MainCommittees: r.has("main-committees"), President: r.has("president"),
		BareHeadings: r.has("bare-headings"), BareInside: r.has("bare-headings-inside"),
		GluedMarks: r.has("glued-marks"), OneSeries: r.has("one-series"),
	}
	for _, form := range r.list("forms") {
		b.Forms = append(b.Forms, Forms[form])
	}
	for _, form := range r.list("numbers") {
		b.own = append(b.own, newForm(b.Code, form))
	}
	return b
}

// Bodies in the order of precedence among equal matches.
func Bodies() []Body { return Current().Bodies }

// BodyByCode finds a row; ok is false where there is none.
func BodyByCode(code string) (Body, bool) {
	t := Current()
	i, ok := t.bodyCodes[code]
	if !ok {
		return Body{}, false
	}
	return t.Bodies[i], true
}

// BodyByText finds a row by its code, id, name or alias, in any case.
func BodyByText(text string) (Body, bool) {
	t := Current()
	text = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(text)), "body/"), "the ")
	i, ok := t.bodyTexts[text]
	if !ok {
		return Body{}, false
	}
	return t.Bodies[i], true
}

// Governing is the body of a name that governs an organization: its own name or
// its short form, the General Conference; ok is false where no table names it.
func Governing(organization, name string) (Body, bool) {
	for _, b := range Bodies() {
		if b.Serves == organization && organization != "" && (strings.EqualFold(b.Short, name) || b.named(name)) {
			return b, true
		}
	}
	return Body{}, false
}

// named says that a body has that name or alias, in any case.
func (b Body) named(name string) bool {
	return strings.EqualFold(b.Name, name) || slices.ContainsFunc(b.Aliases, func(a string) bool { return strings.EqualFold(a, name) })
}

// Principal says that a body is one of the principal organs that the Charter of
// the United Nations names. Other organizations have bodies of the same names.
func (b Body) Principal() bool { return b.Treaty == "un-charter" }

// PlainShort is the body that a short form means where nothing before it means
// another; empty for none.
func PlainShort(short string) (code string) {
	for _, b := range Bodies() {
		if b.PlainShort && b.Short == short {
			return b.Code
		}
	}
	return ""
}

// ShortWithForm is the first body with a short form whose acts have numbers of a
// shape; empty for none.
func ShortWithForm(short string, form graph.NumberForm) (code string) {
	for _, b := range Bodies() {
		if b.Short == short && b.numbers(form) {
			return b.Code
		}
	}
	return ""
}

// A Room says how much room a name has.
type Room int

// Rooms for names.
const (
	Line Room = iota // a line of an answer
	Lane             // the head of a lane or list
	Mark             // a mark in a drawing
)

// rooms say how a body is called in each: by its name of that length at most,
// else by a form, else by the other one.
var rooms = [...]struct {
	longest int
	form    func(Body) string
	unknown func(code string) string // a body that no table names
}{
	Line: {30, func(b Body) string { return cmp.Or(b.Form, b.Name) }, func(code string) string { return code }},
	Lane: {20, func(b Body) string { return cmp.Or(b.Acronym, b.Form, b.Name) }, spaced},
	Mark: {0, func(b Body) string { return cmp.Or(b.Form, strings.ToUpper(b.Code)) }, strings.ToUpper},
}

// spaced is a code as words in capitals.
func spaced(code string) string { return strings.ToUpper(strings.ReplaceAll(code, "-", " ")) }

// Called is the name by which a body is called where there is that much room: in
// a line Economic and Social Council, in a drawing ECOSOC.
func Called(code string, room Room) string {
	b, known := BodyByCode(code)
	switch r := rooms[room]; {
	case !known:
		return r.unknown(code)
	case len(b.Name) <= r.longest:
		return b.Name
	default:
		return r.form(b)
	}
}
