package tree

import (
	"fmt"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/text"
)

// Kinds of paragraphs, as they stand in the property paragraphKind.
const (
	Preambular = "preambular"
	Operative  = "operative"
	Annexed    = "annex"
	Footnote   = "footnote"
	Decided    = "decision"
	Narrative  = "narrative"
)

// TooManyPieces is the error of a document that has so many paragraphs, headings
// and lines of tables, more than it may.
type TooManyPieces int

func (n TooManyPieces) Error() string { return fmt.Sprintf("found %d paragraphs", int(n)) }

// A Tree is a document as its house prints it: masthead, acts with their
// preambular and operative paragraphs and annexes, and the paragraphs of the
// report itself.
type Tree struct {
	ID     string
	Source *text.Source
	Symbol string
	// Symbols are all symbols of the masthead.
	Symbols []string
	Title   string
	Date    string
	// Body is the code of the body whose document this is, or empty.
	Body string
	// BodyName is the body's name as printed, where no table names it, and
	// BodyAcronym the acronym that the text gives it.
	BodyName, BodyAcronym string

	Session    string // number, or empty
	Item       string // the agenda item that the masthead prints, as 67(a)
	Acts       []*Act
	Paragraphs []*Paragraph // all, in the order of the text
	headings   map[string]bool
	Notes      []noteRange
	Orphans    []*Paragraph // footnotes without a mark in the text
	// Apart is what stands in no paragraph: masthead, titles and headings.
	Apart []text.Text
	Found []Diagnostic
}

// Rules names the rules by which the document was read.
func (t *Tree) Rules() string {
	if t.Body == "" {
		return "unknown: general rules"
	}
	if t.BodyName != "" {
		return t.BodyName + ": general rules"
	}
	return t.Body
}

// SessionNumber is the number of the session, 0 where it is not known.
func (t *Tree) SessionNumber() int {
	n, _ := strconv.Atoi(t.Session)
	return n
}

// Speaker is the code of the body that speaks in a paragraph.
func (t *Tree) Speaker(p *Paragraph) string {
	if p.Act != nil && p.Act.Body != "" {
		return p.Act.Body
	}
	return t.Body
}

// BodyCode is the code of a body in this document: that of a subsidiary body,
// which stands in its acts' ids alone, names its parent too.
func (t *Tree) BodyCode(code string) string {
	if strings.HasSuffix(t.Body, "/"+code) {
		return t.Body
	}
	return code
}

// BodyID is the id of the body with a code in this document.
func (t *Tree) BodyID(code string) string { return graph.BodyID(t.BodyCode(code)) }

// SessionID is the id of a numbered session of the body with a code.
func SessionID(code, number string) string { return graph.BodyID(code) + "/session/" + number }

type noteRange struct{ Start, End int }

// An Act is a resolution or decision, adopted or in draft, whose own text the
// document prints.
type Act struct {
	ID, Body, Kind, Number string
	Title                  text.Text
	Draft                  bool
	// Part is the letter of one of several parts that are printed together.
	Part string
	// Following is the number of the paragraph that announces a draft without a
	// number.
	Following string
	// Whole says that the document is this one draft and shares its id.
	Whole bool
	// Communique says that the document is a communiqué, which cites as a report does:
	// it is neither resolution nor decision, nor a draft of one.
	Communique bool
	Place      int
	Adopted    string // date, where the act itself prints it
	Paragraphs []*Paragraph
	preambles  int // preambular paragraphs so far
}

// A Paragraph is one numbered place with its running text.
type Paragraph struct {
	ID, Locator, Kind string
	Label             string
	Act               *Act // nil for a paragraph of the report itself
	// Parts are its pieces: the first is the paragraph, the others are
	// unnumbered lines that belong to it.
	Parts    []text.Text
	Headings []string
	// Words is where the first part's words begin, after the label.
	Words int
	// House is the code of the body whose document it is, or empty.
	Publisher string
	// Depth is 0 for a paragraph and 1 and more for its subparagraphs.
	Depth int
	Start int
	End   int
	Note  string
	// Listed are the acts whose bare numbers stand in tables under it.
	Listed []ListedAct
	Lead   *Paragraph // the paragraph of which it is an item
	Intro  *Paragraph // the same, or the paragraph without a label before the items
}

// Top is the paragraph of which it is an item, at whatever depth, or itself.
func (p *Paragraph) Top() *Paragraph {
	for p.Lead != nil {
		p = p.Lead
	}
	return p
}

// Source is the id of what speaks in the paragraph: its act or the document.
func (p *Paragraph) Source(t *Tree) string {
	if p.Act != nil {
		return p.Act.ID
	}
	return t.ID
}

// A Diagnostic is something in the text that was not understood, is ambiguous
// or contradicts.
type Diagnostic struct {
	Reason     string   `json:"reason"`
	Text       string   `json:"text"`
	Paragraph  string   `json:"paragraph"`
	Start      int      `json:"-"` // code points
	End        int      `json:"-"`
	Range      [2]int   `json:"range"`
	Candidates []string `json:"candidates,omitempty"`
}

// Text is the paragraph with its pieces on lines of their own.
func (p *Paragraph) Text() string {
	var b strings.Builder
	for i, part := range p.Parts {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(part.S)
	}
	return b.String()
}
