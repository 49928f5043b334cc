package session

import (
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// An utterance is a sentence of one part of a paragraph.
type utterance struct {
	p     *tree.Paragraph
	part  text.Text
	start int
	text  string
}

// state adds a statement proved by bytes from to to of the sentence.
func (x utterance) state(found *tree.Findings, from, to int, subject, relation, object string, q tree.Qualifiers) {
	if to > from {
		found.State(x.p, x.part, x.start+from, x.start+to, subject, relation, object, q)
	}
}

// holds says that a byte of the part lies in the sentence.
func (x utterance) holds(at int) bool { return at >= x.start && at < x.start+len(x.text) }
