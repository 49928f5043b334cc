package names

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
)

// A Row is a row of a table before it becomes a [Body], [Treaty] or other thing.
type Row struct {
	// Sort is the table to which it belongs: one of [Sorts].
	Sort  string
	cells map[string]string
	place string // file and line
}

// A Column is a column of the tables. A cell with several values has bars
// between them: UNGA | GA.
type Column struct {
	Name, Definition string
	// Sorts are the tables that have it; nil for all.
	Sorts []string
	// Own says that a row of a reader's own may fill it too.
	Own bool
}

// Columns of all tables, in the order in which documentation lists them.
var Columns = []Column{
	{"sort", "The sort of name: body, organization, treaty, state, group, office or operation. Each table of the " +
		"program holds one sort and has no such column.", nil, true},
	{"code", "The code that stands in ids, in small letters, digits and hyphens: body/<code>, organization/<code>, " +
		"treaty/<code>, state/<code>, group/<code>; for an operation body/<code> where it has an acronym, else " +
		"body/<parent>/<code>. A State's is its ISO 3166-1 alpha-3 code.", nil, true},
	{"name", "The full name, without an article.", nil, true},
	{"aliases", "Other names and short forms that mean this thing and no other wherever they stand.", nil, true},
	{"short", "What texts of the body itself call it (the Conference), which elsewhere may mean another body.",
		[]string{"body"}, true},
	{"called", "The form in use, by which lines and drawings call it; blank in a row of a reader's own: the acronym, " +
		"else the last alias.", []string{"body"}, true},
	{"acronym", "The shortest form, of twelve letters at most; one of the aliases also where that column does not say " +
		"so. One of three letters is looked for at citations only, as several things share such.", nil, true},
	{"parent", "The code of the body to which a body or operation reports, or of the treaty that a protocol " +
		"supplements.", []string{"body", "treaty", "operation"}, true},
	{"treaty", "The code of the treaty whose parties meet in the body, or that founded it.", []string{"body"}, true},
	{"serves", "The code of the organization that the body governs, whose offices it means.", []string{"body"}, true},
	{"symbol", "What the symbols of the body's own documents begin with: E/CN.7/.", []string{"body"}, true},
	{"resolutions", "What the symbols of its resolutions begin with, where these are the official addresses of its acts: " +
		"A/RES/.", []string{"body"}, true},
	{"acts", "The symbols of its acts up to the number; # stands for the number of the session, * for any part " +
		"between strokes: UNEP/EA.#/Res. means UNEP/EA.4/Res.1, resolution 4/1.", []string{"body"}, true},
	{"organs", "What the symbols of documents of its organs begin with that no table names: A/.", []string{"body"}, true},
	{"forms", "The shapes of the numbers of its acts, see the forms of numbers; none for a body without numbered " +
		"acts. Blank: by session or year.", []string{"body"}, true},
	{"numbers", "The forms of numbers of its own, as they are printed: # stands for figures, ^ for a Roman numeral, ~ for " +
		"either, & for capitals, @ for figures and letters with points between, * for words; what stands between < and > is no part of " +
		"the number; ! in front means that the number names an act also without a noun: !# C/<Resolution >@ means " +
		"46 C/Resolution 31, number 46C/31.", []string{"body"}, true},
	{"marks", "Letters that mark its numbers: the BC of BC-14/12, the CP of 1/CP.21; with what stands behind them " +
		"where they mark a special session: the ES- of ES-11/1.", []string{"body"}, true},
	{"first", "The first session whose acts have the form 12/4.", []string{"body"}, false},
	{"last", "The last session whose acts have the form 217 A (III).", []string{"body"}, false},
	{"addressed", "Names by which a text that asks something of the organization means it whatever follows.",
		[]string{"organization"}, false},
	{"parties", "The treaty as it stands behind 'States parties to the'; blank in a row of a reader's own: all its " +
		"names.", []string{"treaty"}, false},
	{"same", "The title under which the office stands in the graph, where another is the usual one.",
		[]string{"office"}, true},
	{"plural", "The word for several holders of the office.", []string{"office"}, true},
	{"founded", "The id of the act that founded it: sc/resolution/425.", []string{"operation"}, true},
	{"traits", "What else is so of the thing, see [Traits].", nil, false},
	{"from", "The year from which the thing exists.", nil, true},
	{"to", "The last year in which it exists.", nil, true},
}

// Traits that a row may have, by their names.
var Traits = map[string]string{
	"decides":              "the body adopts decisions only",
	"plain-short":          "the short form alone means this body where nothing before it means another: the Assembly",
	"short-acronym":        "the acronym is looked for in all texts, although it has three letters at most",
	"president":            "it has a President and Vice-Presidents, no Chair",
	"main-committees":      "its committees consider items of its own agenda",
	"bare-headings":        "its documents head acts by their numbers alone",
	"bare-headings-inside": "its documents head all acts but the first by their numbers alone",
	"protocols":            "its protocols are named together: the Protocols thereto",
	"addressed-only":       "the organization is known as an addressee only, not in other places of a text",
	"addressed":            "texts ask something of the holder of the office",
	"addressed-plural":     "texts ask something of the holders of the office together",
	"executive":            "the holder heads an organization; the body that governs it names the office alone",
	"holder":               "texts that have named the office with its subject go on without it",
	"glued-marks":          "the session stands right behind the letters of its numbers: WHA64.24",
	"one-series":           "its plain numbers go on from session to session",
	"subject":              "what the body is on belongs to its name: Working Group on Firearms",
	"parent-only":          "other bodies have one of that name: only texts of its parent mean this one",
}

// allowed says that a column belongs to the table of a sort.
func (c Column) allowed(sort string) bool { return c.Sorts == nil || slices.Contains(c.Sorts, sort) }

// text is a cell.
func (r Row) text(column string) string { return r.cells[column] }

// list is a cell of several values.
func (r Row) list(column string) (list []string) {
	if r.cells[column] == "" {
		return nil
	}
	for _, v := range strings.Split(r.cells[column], "|") {
		if v = strings.TrimSpace(v); v != "" {
			list = append(list, v)
		}
	}
	return list
}

// aliases are the other names of a row with its acronym.
func (r Row) aliases() []string {
	list := r.list("aliases")
	if a := r.text("acronym"); a != "" && !slices.Contains(list, a) {
		list = append(list, a)
	}
	return list
}

// names are all names of a row.
func (r Row) names() []string { return append([]string{r.text("name")}, r.aliases()...) }

// longestShort is how many letters an acronym has at most that several things share.
const longestShort = 3

// known are the names by which texts mean the thing wherever they stand.
func (r Row) known() []string {
	names := append([]string{r.text("name")}, r.list("aliases")...)
	a := r.text("acronym")
	if a != "" && !slices.Contains(names, a) && (len(a) > longestShort || r.has("short-acronym")) {
		names = append(names, a)
	}
	return names
}

func (r Row) number(column string) int {
	n, _ := strconv.Atoi(r.text(column)) // checked when it was read
	return n
}

func (r Row) has(trait string) bool { return slices.Contains(r.list("traits"), trait) }

// errorf says which row is wrong.
func (r Row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: "+format, append([]any{r.place}, args...)...)
}

// check says what is wrong with a row for itself.
func (r Row) check() error {
	if !slices.Contains(Sorts, r.Sort) {
		return r.errorf("expected a sort of name (%s), found %q", strings.Join(Sorts, ", "), r.Sort)
	}
	if code := r.text("code"); code == "" || graph.Slug(code) != code {
		return r.errorf("expected a code of small letters, digits and hyphens, found %q", code)
	}
	if name := r.text("name"); graph.Slug(name) == "" {
		return r.errorf("expected the name of %s, found %q", r.text("code"), name)
	}
	for _, c := range []string{"first", "last", "from", "to"} {
		if v := r.text(c); v != "" && r.number(c) <= 0 {
			return r.errorf("column %s: expected a number, found %q", c, v)
		}
	}
	for _, trait := range r.list("traits") {
		if Traits[trait] == "" {
			return r.errorf("column traits: there is no trait %q", trait)
		}
	}
	for _, form := range r.list("forms") {
		if _, known := Forms[form]; !known {
			return r.errorf("column forms: there is no form of numbers %q", form)
		}
	}
	return nil
}

// ReadRows reads a reader's own rows: comma-separated values under a header with
// columns of [Columns]. An error names the file, the line and what was expected.
func ReadRows(file string, r io.Reader) ([]Row, error) {
	input := csv.NewReader(r)
	input.FieldsPerRecord = -1
	header, err := input.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if err := checkHeader(file, header); err != nil {
		return nil, err
	}
	var rows []Row
	for {
		cells, err := input.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		line, _ := input.FieldPos(0)
		row := newRow(fmt.Sprintf("%s, line %d", file, line), header, cells)
		if len(cells) > len(header) {
			return nil, row.errorf("expected %d cells, found %d", len(header), len(cells))
		}
		if err := row.checkOwn(); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
}

// newRow puts cells under their columns.
func newRow(place string, header, cells []string) Row {
	row := Row{cells: map[string]string{}, place: place}
	for i, cell := range cells[:min(len(cells), len(header))] {
		row.cells[clean(header[i])] = strings.TrimSpace(cell)
	}
	row.Sort = row.cells["sort"]
	return row
}

// clean is the name of a column as a header has it, behind the mark that some
// programs begin a file with.
func clean(column string) string {
	return strings.ToLower(strings.TrimSpace(strings.TrimPrefix(column, "\ufeff")))
}

// checkHeader expects known columns, and those that each row needs.
func checkHeader(file string, header []string) error {
	var names []string
	for _, h := range header {
		names = append(names, clean(h))
	}
	for _, needed := range []string{"sort", "code", "name"} {
		if !slices.Contains(names, needed) {
			return fmt.Errorf("%s, line 1: expected a header with the columns sort, code and name, found %q",
				file, strings.Join(header, ","))
		}
	}
	for _, name := range names {
		if !slices.ContainsFunc(Columns, func(c Column) bool { return c.Name == name && c.Own }) {
			return fmt.Errorf("%s, line 1: expected columns of %s, found %q", file, strings.Join(ownColumns(), ", "), name)
		}
	}
	return nil
}

// checkOwn checks a row of a reader's own, also that it fills no column of
// another sort.
func (r Row) checkOwn() error {
	if err := r.check(); err != nil {
		return err
	}
	for _, c := range Columns {
		if r.text(c.Name) != "" && !c.allowed(r.Sort) {
			return r.errorf("expected nothing in column %s for a row of sort %s, found %q", c.Name, r.Sort, r.text(c.Name))
		}
	}
	return nil
}

func ownColumns() (names []string) {
	for _, c := range Columns {
		if c.Own {
			names = append(names, c.Name)
		}
	}
	return names
}

// WriteRows writes rows as [ReadRows] reads them; the empty text for none.
func WriteRows(rows []Row) string {
	if len(rows) == 0 {
		return ""
	}
	var b strings.Builder
	output := csv.NewWriter(&b)
	columns := ownColumns()
	_ = output.Write(columns) // a strings.Builder does not fail
	for _, r := range rows {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = r.cells[c]
		}
		_ = output.Write(cells)
	}
	output.Flush()
	return b.String()
}
