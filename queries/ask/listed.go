package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Paragraphs that are lists: an item means little without what leads it in, and what
// leads in a list little without its items.

const (
	// leadLength is how much of the paragraph above an item is shown, itemLength how much
	// of each item below a paragraph, in bytes; shownItems is how many items are.
	leadLength, itemLength, shownItems = 240, 320, 14
)

// leadOf is what stands above a paragraph: the heading in a report, and of an item the
// beginning of the paragraph that leads it in.
func (r *Reader) leadOf(n snapshot.Node) (list []string) {
	heading := r.Text(n, "heading")
	if heading != "" && len(heading) <= leadLength && r.Kind(r.wholeOf(n)) == "Document" {
		list = append(list, "["+heading+"]")
	}
	id := r.ID(n)
	dot := strings.LastIndexByte(id, '.')
	if dot < strings.LastIndexByte(id, '#') {
		return list
	}
	lead, ok := r.Lookup(id[:dot])
	if text := r.Text(lead, "text"); ok && text != "" {
		list = append(list, "["+shortTo(text, leadLength)+"]")
	}
	return list
}

// itemsOf are the items of a paragraph that leads in a list.
func (r *Reader) itemsOf(n snapshot.Node) (list []string) {
	if !strings.HasSuffix(strings.TrimSpace(r.Text(n, "text")), ":") {
		return nil
	}
	var items []snapshot.Node
	for p := n + 1; int(p) < r.Len() && strings.HasPrefix(r.ID(p), r.ID(n)+"."); p++ {
		if r.Kind(p) == "Paragraph" && !strings.Contains(r.ID(p)[len(r.ID(n))+1:], ".") {
			items = append(items, p)
		}
	}
	slices.SortFunc(items, func(a, b snapshot.Node) int { return graph.CompareNatural(r.ID(a), r.ID(b)) })
	for _, p := range items[:min(len(items), shownItems)] {
		if text := r.Text(p, "text"); len(text) > len("(viii)") {
			list = append(list, shortTo(text, itemLength))
		}
	}
	if more := len(items) - len(list); more > 0 {
		list = append(list, "and "+counted(more, "more item"))
	}
	return list
}

// shortTo is a text cut behind a word.
func shortTo(text string, length int) string {
	if len(text) <= length {
		return text
	}
	cut := strings.LastIndexByte(text[:length], ' ')
	if cut < 0 {
		return text
	}
	return text[:cut] + " …"
}
