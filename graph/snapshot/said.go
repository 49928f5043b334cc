package snapshot

import "encoding/binary"

// said is what the row of a statement says, besides its relation and object.
type said struct {
	subject, document, paragraph, quote uint32
	start, end                          int
	qualifiers                          pairs
}

// subject is that of a statement.
func (c *columns) subject(e uint32) uint32 {
	before, _ := c.lastOf.find(e)
	return c.subjects[before]
}

// said reads the row of a statement.
func (c *columns) said(e uint32) said {
	row := c.evidence.of(e)
	near, far := c.subject(e), c.object[e]
	s := said{subject: near, document: uint32(row.next()), paragraph: c.textOf(row.next(), near, far), start: int(row.signed())}
	s.end = s.start + int(row.signed())
	s.quote = c.textOf(row.next(), near, far)
	s.qualifiers = c.qualifierShapes.pairs(c, row, near, far)
	return s
}

// appendSaid makes the row; that of the qualifiers follows.
func (c *columns) appendSaid(to []byte, s *said, far uint32) []byte {
	to = c.appendText(binary.AppendUvarint(to, uint64(s.document)), s.paragraph, s.subject, far)
	to = appendSigned(appendSigned(to, int64(s.start)), int64(s.end-s.start))
	return c.appendText(to, s.quote, s.subject, far)
}
