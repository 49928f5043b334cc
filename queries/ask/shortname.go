package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Names that people shorten: of documents, persons and bodies.

// isNoDocument says that an entity is something else than a document.
func (r *Reader) isNoDocument(n snapshot.Node) bool { return r.Kind(n) != "Document" }

// lastNames says that the last part of an id names its entity: of a document only
// where it has a figure, as Add, Corr and the like stand behind many symbols.
func (r *Reader) lastNames(n snapshot.Node, last string) bool {
	return r.isNoDocument(n) || figures.MatchString(last)
}

// seriesOfSymbol matches the part of a symbol by which a document is known inside its
// session: L.9/Rev.1, CRP.6.
var seriesOfSymbol = regexp.MustCompile(`/((?:L|CRP|INF|WP|WG|NGO|PV|SR)\.\d.*)$`)

// enterShort enters the short names of a document and of a person: the end of its
// symbol, the last word of his or her name.
func (r *Reader) enterShort(x *nameIndex, n snapshot.Node) {
	switch r.Kind(n) {
	case "Document":
		if m := seriesOfSymbol.FindStringSubmatch(r.ID(n)); m != nil {
			x.add(m[1], n, asAlias)
		}
	case "Person":
		words := strings.Fields(r.Title(n))
		if len(words) > 1 && len(words[len(words)-1]) > 3 {
			x.add(words[len(words)-1], n, asAlias)
		}
	}
}

// headNouns are the nouns that names of bodies, treaties and programmes end with when
// they are said in short.
var headNouns = setOf("committee commission board forum council tribunal court mission force operation platform mechanism " +
	"fund network conference convention protocol treaty covenant agreement declaration group panel institute programme " +
	"plan university office agency union organization organisation secretariat facility initiative dialogue")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// calledByHead finds the one entity whose name has all words of a short name in any
// order, the last of which is a noun that names have: the Warsaw Mechanism, the Charter
// Committee. Of a name that begins with the noun only that is asked for which is its
// own: none where several fit.
func (r *Reader) calledByHead(words []token) []snapshot.Node {
	last := words[len(words)-1].key
	if len(words) > 2 && headNouns[words[0].key] && functionWord.MatchString(words[1].key) {
		last, words = words[0].key, slices.Concat(words[:1], words[2:]) // the Committee on Migrant Workers
	}
	if len(words) < 2 || len(words) > 4 || !headNouns[last] {
		return nil
	}
	x := r.names()
	var found []snapshot.Node
	for _, name := range x.having[last] {
		if !hasStems("-"+name, words) {
			continue
		}
		for _, c := range x.whole[name] {
			if slices.Contains(partlyNamed, r.Kind(c.node)) && !slices.Contains(found, c.node) {
				found = append(found, c.node)
			}
		}
	}
	if found = r.inUse(found); len(found) != 1 {
		return nil
	}
	return found
}

// hasStems says that a name has a word with the beginning of each word.
func hasStems(name string, words []token) bool {
	for _, w := range words {
		if len(w.key) < 4 || functionWord.MatchString(w.key) || !strings.Contains(name, "-"+stem(w.key)) {
			return false
		}
	}
	return true
}

// inTexts is what a search looks for of a part: what the texts call a State of which
// the question has two or three letters.
func (p *parser) inTexts(i int) string {
	q := p.at(i)
	short := len(q.text) <= 4 && q.text == strings.ToUpper(q.text)
	if len(q.nodes) != 1 || !short || !p.ofKinds(i, "State", "Group") {
		return q.text
	}
	name, _, _ := strings.Cut(p.Title(q.nodes[0]), " of ")
	return `"` + name + `"`
}
