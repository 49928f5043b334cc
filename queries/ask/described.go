package ask

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Acts that are described and not named: the firearms resolution.

// describe finds acts that are described and not named: the firearms resolution.
func (p *parser) describe() {
	for i := range p.parts {
		q := p.at(i)
		plural := strings.HasSuffix(strings.ToLower(q.text), "s")
		if q.noun == nil || q.noun.kind != "Act" || q.noun.actKind == "" || plural || len(q.nodes) > 0 {
			continue
		}
		from := i
		for from > 0 && p.describing(from-1) {
			from--
		}
		if from == i || p.at(from-1).is("ask") && p.at(from-1).text != "find" || p.at(from-1).is("count") {
			continue
		}
		var words []string
		for k := from; k < i; k++ {
			words = append(words, p.at(k).text)
		}
		found := p.actsTitled(strings.Join(words, " "), q.noun.actKind)
		if len(found) == 0 {
			continue
		}
		q.nodes, q.near, q.noun = found, asPart, nil
		q.text = strings.Join(append(words, q.text), " ")
		p.out.Assumed = append(p.out.Assumed, q.text+" is "+p.calledAll(found, " or "))
		for k := from; k < i; k++ {
			p.parts[k] = part{text: "", sense: sense{cue: "the"}, near: closenesses}
		}
	}
}

// describing says that a part can say what an act is about.
func (p *parser) describing(i int) bool {
	q := p.at(i)
	return q.unknown() || q.near >= asName && len(q.nodes) > 0 && !p.bodies(i)
}

// actsTitled are the loaded acts of a kind that have words in their titles, or in
// what they are about, in whatever inflection.
func (r *Reader) actsTitled(words, actKind string) []snapshot.Node {
	var found []snapshot.Node
	for _, n := range r.Nodes("Act") {
		_, kind, _, _ := graph.SplitActID(r.ID(n))
		fits := kind == actKind && r.Loaded(n)
		if !fits {
			continue
		}
		title := graph.Slug(r.Title(n) + " " + r.Text(n, "about"))
		for w := range strings.FieldsSeq(words) {
			fits = fits && strings.Contains("-"+title, "-"+stem(graph.Slug(w)))
		}
		if fits {
			found = append(found, n)
		}
	}
	return clip(found)
}

// stem is how a word begins in all its inflections, roughly: environ, crime.
func stem(word string) string { return strings.TrimSuffix(word[:min(len(word), stemLength)], "s") }

// stemLength is how many letters two words of one stem share at least.
const stemLength = 7
