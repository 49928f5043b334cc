package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// The types of lines in JSON Lines.
const (
	documentLine  = "document"
	factLine      = "fact"
	statementLine = "statement"
)

// A jsonDocument begins a document; its facts and statements follow.
type jsonDocument struct {
	Type   string `json:"type"`
	ID     string `json:"id"`
	Source string `json:"source"`
}

type jsonFact struct {
	Type     string `json:"type"`
	Document string `json:"document"`
	Subject  string `json:"subject"`
	Property string `json:"property"`
	Value    string `json:"value"`
}

// A jsonStatement keeps a missing map of qualifiers apart from an empty one, so
// that what is read back is equal in every respect.
type jsonStatement struct {
	Type       string            `json:"type"`
	Document   string            `json:"document"`
	Subject    string            `json:"subject"`
	Relation   string            `json:"relation"`
	Object     string            `json:"object"`
	Evidence   jsonEvidence      `json:"evidence"`
	Qualifiers map[string]string `json:"qualifiers"`
}

type jsonEvidence struct {
	Document  string `json:"document"`
	Paragraph string `json:"paragraph"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Quote     string `json:"quote"`
}

// writeJSONLines writes everything that the documents hold, one JSON object
// (RFC 8259) a line: a document, then its facts, then its statements. Text that
// is not UTF-8 cannot be written so that it comes back, and is an error.
func writeJSONLines(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	chosen, all := o.chosenEdges()
	var line []byte
	for d := range o.documents(s) {
		if !utf8.ValidString(d.Source) {
			return fmt.Errorf("document %s: its text is not valid UTF-8", d.ID)
		}
		if err := e.Encode(jsonDocument{documentLine, d.ID, d.Source}); err != nil {
			return err
		}
		for _, f := range d.Facts {
			if err := e.Encode(jsonFact{factLine, d.ID, f.Subject, f.Property, f.Value}); err != nil {
				return err
			}
		}
		for _, edge := range s.DocumentEdges(d.ID) {
			if !all && !chosen[edge] {
				continue
			}
			line = append(s.AppendJSON(line[:0], edge), '\n')
			if _, err := w.Write(line); err != nil {
				return err
			}
		}
	}
	return nil
}

// ReadJSONLines reads back what the format jsonl writes. Empty lines and a byte
// order mark are passed over. An error names the line and what was expected
// there: another type of line, a name that must not be missing, a document that
// comes before its facts, once only.
func ReadJSONLines(r io.Reader) ([]graph.Document, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	var read jsonReader
	for number := 1; ; number++ {
		// A document is one line however long it is: no scanner with its limit.
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if wrong := read.line(line); wrong != nil {
				return nil, fmt.Errorf("line %d: %w", number, wrong)
			}
		}
		if err != nil {
			return read.documents, nil
		}
	}
}

// A jsonReader puts documents together.
type jsonReader struct {
	documents []graph.Document
	index     map[string]int
}

func (r *jsonReader) line(line []byte) error {
	if !utf8.Valid(line) {
		return errors.New("expected UTF-8")
	}
	var head struct{ Type string }
	if err := json.Unmarshal(line, &head); err != nil {
		return fmt.Errorf("expected one JSON object: %w", err)
	}
	switch head.Type {
	case documentLine:
		return r.document(line)
	case factLine:
		return r.fact(line)
	case statementLine:
		return r.statement(line)
	}
	return fmt.Errorf("expected a type of document, fact or statement, found %q", head.Type)
}

func (r *jsonReader) document(line []byte) error {
	var d jsonDocument
	if err := decodeLine(line, &d); err != nil {
		return err
	}
	if err := present("id", d.ID); err != nil {
		return err
	}
	if _, twice := r.index[d.ID]; twice {
		return fmt.Errorf("expected each document once, found %s again", d.ID)
	}
	if r.index == nil {
		r.index = map[string]int{}
	}
	r.index[d.ID] = len(r.documents)
	r.documents = append(r.documents, graph.Document{ID: d.ID, Source: d.Source})
	return nil
}

func (r *jsonReader) fact(line []byte) error {
	var f jsonFact
	if err := decodeLine(line, &f); err != nil {
		return err
	}
	if err := present("subject", f.Subject, "property", f.Property); err != nil {
		return err
	}
	d, err := r.of(f.Document)
	if err != nil {
		return err
	}
	d.Facts = append(d.Facts, graph.Fact{Subject: f.Subject, Property: f.Property, Value: f.Value})
	return nil
}

func (r *jsonReader) statement(line []byte) error {
	var s jsonStatement
	if err := decodeLine(line, &s); err != nil {
		return err
	}
	if err := present("subject", s.Subject, "relation", s.Relation, "object", s.Object); err != nil {
		return err
	}
	if s.Evidence.Start < 0 || s.Evidence.End < s.Evidence.Start {
		return fmt.Errorf("expected a range with 0 <= start <= end, found %d to %d", s.Evidence.Start, s.Evidence.End)
	}
	d, err := r.of(s.Document)
	if err != nil {
		return err
	}
	d.Statements = append(
		d.Statements,
		graph.Statement{
			Subject:    s.Subject,
			Relation:   s.Relation,
			Object:     s.Object,
			Evidence:   graph.Evidence(s.Evidence),
			Qualifiers: s.Qualifiers,
		},
	)
	return nil
}

// of finds the document to which a line belongs.
func (r *jsonReader) of(id string) (*graph.Document, error) {
	i, ok := r.index[id]
	if !ok {
		return nil, fmt.Errorf("expected the document %q on an earlier line", id)
	}
	return &r.documents[i], nil
}

// decodeLine refuses names that it does not know: a misspelt one would be lost.
func decodeLine(line []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("expected the members that the type has: %w", err)
	}
	return nil
}

// present takes names and values in turn.
func present(pairs ...string) error {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			return fmt.Errorf("expected %q, which is missing or empty", pairs[i])
		}
	}
	return nil
}
