package record

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// Kind is that of the paragraphs of a record: each is a field.
const Kind = "field"

// idTag is that of the control field with the number of the record.
const idTag = "001"

// A field is a field of a record as it stands in the text.
type field struct {
	tag       string
	first     byte // indicator
	paragraph *tree.Paragraph
	subs      []subfield
}

// A subfield is a value with its place in the paragraph of its field.
type subfield struct {
	code     byte
	value    string
	from, to int
}

// get is the first subfield of a code; its value is empty where there is none.
func (f *field) get(code byte) subfield {
	for _, s := range f.subs {
		if s.code == code {
			return s
		}
	}
	return subfield{}
}

// Parse reads the text of one record into a tree with its fields as paragraphs. The
// locator of a field is its tag, for a further field of one tag with its number:
// 650, 650~2. id names the record otherwise than by its number; err says that it
// has none.
func parse(source, id string) (*tree.Tree, []field, error) {
	t := &tree.Tree{Source: text.NewSource(source)}
	var fields []field
	at := 0
	for line := range strings.Lines(t.Source.Text) {
		if f, ok := newField(strings.TrimRight(line, "\n"), at); ok {
			fields = append(fields, f)
		}
		at += len(line)
	}
	for _, f := range fields {
		if f.tag == idTag && id == "" {
			id = graph.DocumentID("record/" + strings.Join(strings.Fields(f.paragraph.Parts[0].S[f.paragraph.Words:]), ""))
		}
	}
	if id == "" {
		return nil, nil, errors.New("expected a record with its number in field 001, found none")
	}
	t.ID, t.Title = id, "Record "+strings.TrimPrefix(id, graph.DocumentID("record/"))
	count := map[string]int{}
	for _, f := range fields {
		if f.tag == "245" {
			t.Title += ": " + plain(f.get('a').value)
		}
		p := f.paragraph
		p.Locator = f.tag
		if count[f.tag]++; count[f.tag] > 1 {
			p.Locator += "~" + strconv.Itoa(count[f.tag])
		}
		p.ID = graph.ParagraphID(t.ID, p.Locator)
		t.Paragraphs = append(t.Paragraphs, p)
	}
	return t, fields, nil
}

// newField reads a line of the mnemonic form; ok is false for any other line.
func newField(line string, at int) (f field, ok bool) {
	const lead = len("=245  ")
	if len(line) <= lead || line[0] != '=' || line[lead-2:lead] != "  " {
		return field{}, false
	}
	f.tag = line[1:4]
	f.paragraph = &tree.Paragraph{
		Kind: Kind, Label: f.tag, Words: lead, Start: at, End: at + len(line),
		Parts: []text.Text{{S: line, Runs: []text.Run{{At: 0, Source: at}}}},
	}
	if first := strings.IndexByte(line, '$'); first >= lead+2 {
		f.first = line[lead]
		for from := first; from < len(line); {
			to := len(line)
			if next := strings.IndexByte(line[from+1:], '$'); next >= 0 {
				to = from + 1 + next
			}
			if _, n := utf8.DecodeRuneInString(line[from+1 : to]); n == 1 {
				value := unescapes.Replace(line[from+2 : to])
				f.subs = append(f.subs, subfield{line[from+1], value, from + 2, to})
			}
			from = to
		}
	}
	return f, true
}

// A reader reads what a record says of its document.
type reader struct {
	tree   *tree.Tree
	fields []field
	found  tree.Findings
	// subject is the act or document that the record describes, document the
	// document itself, which is another one where the subject is an act.
	subject, document string
	act, draft        bool
	votes             bool
	letters           map[string]int // how many votes have each letter
	// body and session are those under which the document was issued.
	body, session string
}

// steps are what is read, in this order, by the tags of fields; each tag may end in
// dots that stand for any figure.
var steps = []struct {
	tag  string
	read func(*reader, *field)
}{
	{"245", (*reader).title}, {"269", (*reader).date}, {"992", (*reader).actionDate}, {"981", (*reader).issuer},
	{"...", (*reader).additionalSponsors}, {"650", (*reader).topic}, {"651", (*reader).topic},
	{"993", (*reader).related}, {"952", (*reader).related}, {"991", (*reader).agenda},
	{"967", (*reader).vote}, {"996", (*reader).tally},
}

// Read reads the text of one record. id names it otherwise than by its number; err
// says that it has none.
func Read(ctx context.Context, source, id string) (*tree.Tree, tree.Findings, error) {
	t, fields, err := parse(source, id)
	if err != nil {
		return nil, tree.Findings{}, err
	}
	r := &reader{tree: t, fields: fields}
	r.identify()
	if r.subject == "" {
		return t, r.found, nil
	}
	r.sponsors()
	for _, s := range steps {
		for i := range r.fields {
			if ctx.Err() != nil {
				return t, r.found, nil
			}
			if fits(s.tag, r.fields[i].tag) {
				s.read(r, &r.fields[i])
			}
		}
	}
	return t, r.found, nil
}

func fits(pattern, tag string) bool {
	for i := range len(pattern) {
		if pattern[i] != '.' && pattern[i] != tag[i] {
			return false
		}
	}
	return true
}

// all lists the fields of a tag.
func (r *reader) all(tag string) (list []*field) {
	for i := range r.fields {
		if r.fields[i].tag == tag {
			list = append(list, &r.fields[i])
		}
	}
	return list
}

// state adds a relation proved by a part of a subfield.
func (r *reader) state(f *field, s subfield, subject, relation, object string, q ...[2]string) {
	q = append(q, [2]string{"rule", "record field " + f.tag}, [2]string{"confidence", "certain"})
	r.found.State(f.paragraph, f.paragraph.Parts[0], s.from, s.to, subject, relation, object, q)
}

// report adds a part of a field that is not understood.
func (r *reader) report(f *field, from, to int, reason string) {
	r.found.Report(f.paragraph, f.paragraph.Parts[0], from, to, tree.Diagnostic{Reason: reason})
}

// punctuation ends subfields as cataloguing rules want it (ISBD): " :" before other
// words of a title, " /" before those responsible for it.
var punctuation = scan.Compile(`[ \t]*[/:;=,][ \t]*$`)

// plain is a value without the punctuation that leads over to the next subfield.
func plain(value string) string {
	if m := punctuation.FindStringIndex(value); m != nil {
		value = value[:m[0]]
	}
	return strings.TrimSpace(value)
}
