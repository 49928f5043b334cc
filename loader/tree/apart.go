package tree

import (
	"strings"

	"mandategraph/loader/text"
)

// apart lists what stands in no paragraph and in no table of contents: the masthead, the
// titles of acts, headings, and lines that nothing took.
func (p *parser) apart() []text.Text {
	taken := map[int]bool{}
	for _, q := range p.tree.Paragraphs {
		for _, part := range q.Parts {
			taken[part.SourceStart(0)] = true
		}
	}
	var list []text.Text
	for _, b := range p.list {
		if !b.Contents && b.Kind != text.BlockNote && !taken[b.Text.SourceStart(0)] && strings.IndexFunc(b.Text.S, isLetter) >= 0 {
			list = append(list, b.Text)
		}
	}
	return list
}

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }
