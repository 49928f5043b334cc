package ask

import "strings"

// Acts that are described and not named: the firearms resolution.

// describe finds acts that are described and not named: the firearms resolution.
func (p *parser) describe() {
	for i := range p.parts {
		q := p.at(i)
		if !p.oneAct(i) {
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
		found := p.describedBy(strings.Join(words, " "), p.draftSaid(i), p.kindSaid(i))
		if len(found) == 0 {
			continue
		}
		p.settle(i, from, i, strings.Join(append(words, q.text), " "), found)
	}
	p.describeBehind()
}

// describing says that a part can say what an act is about.
func (p *parser) describing(i int) bool {
	q := p.at(i)
	return q.unknown() || q.near >= asName && len(q.nodes) > 0 && !p.adopters(i)
}

// stem is how a word begins in all its inflections, roughly: environ, crime.
func stem(word string) string { return strings.TrimSuffix(word[:min(len(word), stemLength)], "s") }

// stemLength is how many letters two words of one stem share at least.
const stemLength = 7
