package ask

import (
	"regexp"
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

// provision matches the heading of a rule or an article: rules of procedure number their
// paragraphs under each anew, and cite them by it (rule 36, paragraph 2).
var provision = regexp.MustCompile(`(?i)^(?:rule|article|regulation|section)\b[\s–.-]*\d+`)

// underProvision says that a paragraph stands under such a heading, in what an act sets out
// and not among the paragraphs by which it does so.
func (r *Reader) underProvision(n snapshot.Node) bool {
	_, place, _ := strings.Cut(r.ID(n), "#")
	return provision.MatchString(r.Text(n, "heading")) && !ownPlace.MatchString(place)
}

// ownPlace matches the places of preamble, operative paragraphs, head and end of an act.
var ownPlace = regexp.MustCompile(`^(?:op|pp|end|head)`)

// leadOf is what stands above a paragraph: the heading in a report, and of an item the
// beginning of the paragraph that leads it in.
func (r *Reader) leadOf(n snapshot.Node) (list []string) {
	heading := r.Text(n, "heading")
	if len(heading) > leadLength && r.Kind(r.wholeOf(n)) == "Document" {
		nearest := heading[strings.LastIndex(heading, " > ")+1:]
		heading = shortTo(strings.TrimPrefix(nearest, "> "), leadLength)
	}
	if heading != "" && len(heading) <= leadLength && (r.Kind(r.wholeOf(n)) == "Document" || r.underProvision(n)) {
		list = append(list, "["+heading+"]")
	}
	id := r.ID(n)
	dot := strings.LastIndexByte(id, '.')
	if dot < strings.LastIndexByte(id, '#') || strings.IndexByte(id[dot:], '~') > 0 && r.underProvision(n) {
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
			list = append(list, shortItem(text))
		}
	}
	if more := len(items) - len(list); more > 0 {
		list = append(list, "and "+counted(more, "more item"))
	}
	return list
}

// symbolLast matches the symbol of a document behind its title, as lists of documents before
// a body have it.
var symbolLast = regexp.MustCompile(`\([A-Z][A-Z0-9]*/[^\s()]+(?:(?:,| and| to) [^\s()]+)*\)[.;,]?(?: and)?\s*$`)

// shortItem is the beginning of an item, with the symbol that ends it.
func shortItem(text string) string {
	short := shortTo(text, itemLength)
	if symbol := symbolLast.FindString(text); short != text && symbol != "" {
		short += " " + symbol
	}
	return short
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
