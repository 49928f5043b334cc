package loader

// An utterance is a sentence of one part of a paragraph.
type utterance struct {
	p     *Paragraph
	part  Text
	start int
	text  string
}

// state adds a statement proved by bytes from to to of the sentence.
func (x utterance) state(found *findings, from, to int, subject, relation, object string, q qualifiers) {
	if to > from {
		found.state(x.p, x.part, x.start+from, x.start+to, subject, relation, object, q)
	}
}

// holds says that a byte of the part lies in the sentence.
func (x utterance) holds(at int) bool { return at >= x.start && at < x.start+len(x.text) }
