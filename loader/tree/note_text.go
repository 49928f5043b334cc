package tree

// NoteFrom is the first footnote of a mark that begins at or behind a byte of the
// source; nil where there is none.
func NoteFrom(list []*Paragraph, mark string, start int) *Paragraph {
	for _, p := range list {
		if p.Kind == Footnote && p.Note == mark && p.Start >= start {
			return p
		}
	}
	return nil
}
