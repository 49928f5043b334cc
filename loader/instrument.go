package loader

import (
	"maps"
	"slices"
	"strings"

	"mandategraph/graph"
)

// instrumentNouns end the short name of an instrument that is no treaty.
var instrumentNouns = map[string]bool{
	"Declaration": true, "Programme": true, "Agenda": true, "Plan": true, "Platform": true, "Pact": true, "Framework": true, "Compact": true,
	"Consensus": true, "Strategy": true, "Guidelines": true, "Principles": true, "Rules": true, "Guide": true, "Roadmap": true, "Vision": true,
	"Commitment": true, "Instrument": true, "Accord": true, "Mandates": true, "Understanding": true,
}

var namesInstrument = newGate(slices.Sorted(maps.Keys(instrumentNouns))...)

// genericNouns name too many things: such an instrument keeps its full name.
var genericNouns = map[string]bool{"Principles": true, "Guidelines": true, "Rules": true, "Framework": true, "Strategy": true, "Plan": true, "Programme": true, "Guide": true, "Instrument": true, "Understanding": true, "Mandates": true}

// treatyNouns end the short name of a treaty.
var treatyNouns = map[string]bool{"Convention": true, "Protocol": true, "Treaty": true, "Covenant": true, "Statute": true, "Charter": true, "Agreement": true}

var smallWords = map[string]bool{"of": true, "the": true, "and": true, "for": true, "on": true, "to": true, "in": true, "against": true, "its": true, "all": true, "with": true, "by": true, "at": true}

// A nameHit is a capitalized name that ends in one of the nouns.
type nameHit struct {
	short      string // up to the noun, or over "of ..."
	start, end int    // the full name as printed
	noun       string
}

// nameAt reads a capitalized name at byte at: "Kyoto Declaration on Advancing
// Crime Prevention, Criminal Justice and the Rule of Law: Towards ...".
func nameAt(s string, at int, nouns map[string]bool) (nameHit, bool) {
	hit := nameHit{start: at}
	i, shortEnd := at, 0
	for {
		w, next := wordInName(s, i)
		if w == "" {
			break
		}
		capital := w[0] >= 'A' && w[0] <= 'Z' || isDigit(w[0])
		if !capital && (!smallWords[w] || i == at) {
			break
		}
		if capital {
			hit.end = next
			if nouns[w] && shortEnd == 0 {
				shortEnd, hit.noun = next, w
			}
		}
		i = next
		if i < len(s) && (s[i] == ',' || s[i] == ':') {
			// A comma inside the name is followed by a capital and more of it.
			v, _ := wordInName(s, i+1)
			if shortEnd == 0 || v == "" || v[0] < 'A' || v[0] > 'Z' || !nameGoesOn(s, i+1) && s[i] == ',' {
				break
			}
			i++
		}
	}
	if shortEnd == 0 {
		return hit, false
	}
	hit.short = s[at:ofPhrase(s, shortEnd, hit.end)]
	return hit, true
}

// ofPhrase extends a short name over "of Human Rights", "of Action".
func ofPhrase(s string, end, limit int) int {
	if !strings.HasPrefix(s[end:], " of ") {
		return end
	}
	i := end + len(" of ")
	if strings.HasPrefix(s[i:], "the ") {
		i += len("the ")
	}
	for i < limit {
		w, next := wordInName(s, i)
		if w == "" || w[0] < 'A' || w[0] > 'Z' {
			break
		}
		end, i = next, next
		if i < len(s) && (s[i] == ',' || s[i] == ':') {
			break
		}
	}
	return end
}

// nameGoesOn says that after the comma a conjunction joins further capitals:
// "Crime Prevention, Criminal Justice and the Rule of Law".
func nameGoesOn(s string, i int) bool {
	for n := 0; n < 8; n++ {
		w, next := wordInName(s, i)
		if w == "and" {
			v, _ := wordInName(s, next)
			if v == "the" {
				v, _ = wordInName(s, next+4)
			}
			return v != "" && v[0] >= 'A' && v[0] <= 'Z'
		}
		if w == "" || w[0] >= 'a' && !smallWords[w] {
			return false
		}
		i = next
	}
	return false
}

func wordInName(s string, at int) (w string, next int) {
	for at < len(s) && s[at] == ' ' {
		at++
	}
	end := at
	for end < len(s) && (isWord(s[end]) && s[end] != 0xE2 || s[end] == '-' && end > at) {
		end++
	}
	return s[at:end], end
}

// instruments states declarations, programmes and other named instruments that
// are the direct object of a verb.
func (s *stater) instruments() {
	for _, p := range s.tree.Paragraphs {
		if p.Kind != preambular && p.Kind != operative && p.Kind != decided {
			continue
		}
		for _, part := range p.Parts {
			if namesInstrument.in(part) {
				s.instrumentsIn(p, part)
			}
		}
	}
}

func (s *stater) instrumentsIn(p *Paragraph, part Text) {
	text := part.S
	_, from := readLabel(text)
	for _, v := range clauseVerbs(p, text, from) {
		i := v.end
		for _, skip := range []string{" the ", " also the ", " its ", " "} {
			if strings.HasPrefix(text[i:], skip) {
				i += len(skip)
				break
			}
		}
		hit, ok := nameAt(text, i, instrumentNouns)
		if !ok || len(hit.short) > 120 || strings.HasPrefix(text[hit.end:], " resolution") || strings.HasPrefix(text[hit.end:], "’s") || strings.HasPrefix(text[hit.end:], "'s") {
			continue
		}
		full := text[hit.start:hit.end]
		if genericNouns[hit.noun] || !strings.Contains(hit.short, " ") {
			hit.short = full
		}
		id := "instrument/" + graph.Slug(hit.short)
		s.entity(id, "Instrument")
		s.fact(id, "name", hit.short)
		if full == hit.short {
			full = ""
		}
		s.printedWhere(p, part, id, hit.end)
		s.state(p, part, hit.start, hit.end, p.Source(s.tree), v.relation, id, qualifiers{{"verb", v.verb}, {"rule", "named instrument"}, {"citedTitle", full}, {"confidence", "certain"}})
	}
}

type clauseVerb struct {
	start, end     int
	relation, verb string
}

// clauseVerbs lists the verbs of the vocabulary that govern a clause of the
// paragraph itself.
func clauseVerbs(p *Paragraph, s string, from int) []clauseVerb {
	var verbs []clauseVerb
	for i := from; i < len(s); {
		w, next := word(s, i)
		if w == "" {
			i = max(next, i) + 1
			continue
		}
		if _, known := verbWordOf(w); !known {
			i = next
			continue
		}
		start := next - len(w)
		c, end, ok := verbAt(s, start, false)
		if ok && clauseStart(p, s, start) && allowed(p, c, s, start) {
			_, verb := printedVerb(s, from, start, end)
			verbs = append(verbs, clauseVerb{start, end, c.relation, verb})
			i = end
			continue
		}
		i = next
	}
	return verbs
}
