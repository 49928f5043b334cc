package tree

import (
	"sort"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
)

// A Cue is one printed form of a relation's verb.
type Cue struct {
	Phrase   string // lower case
	Relation string
	Form     graph.Form
}

const (
	PresentForm = graph.Present
	ThirdForm   = graph.Third
	PastForm    = graph.Past
	BaseForm    = graph.Base
)

// cues of every verb of the vocabulary, by their first word; longer phrases
// first.
var cues = buildCues()

func buildCues() map[string][]Cue {
	table := map[string][]Cue{}
	add := func(phrase, relation string, form graph.Form) {
		first, _, _ := strings.Cut(phrase, " ")
		table[first] = append(table[first], Cue{phrase, relation, form})
	}
	for _, r := range graph.Relations {
		f, ok := r.Forms()
		if !ok {
			continue
		}
		if adjective, ok := strings.CutPrefix(r.Verb, "be "); ok {
			add(adjective, r.Name, PresentForm)
			first, _, _ := strings.Cut(adjective, " ")
			if first != adjective {
				add(first, r.Name, PresentForm)
			}
			continue
		}
		add(f.Present, r.Name, PresentForm)
		add(f.Third, r.Name, ThirdForm)
		add(f.Past, r.Name, PastForm)
		add(f.Base, r.Name, BaseForm)
	}
	for _, r := range graph.Relations {
		for _, v := range r.Variants {
			add(v.Phrase, r.Name, v.Form)
		}
	}
	for first := range table {
		sort.SliceStable(table[first], func(i, j int) bool { return len(table[first][i].Phrase) > len(table[first][j].Phrase) })
	}
	return table
}

// A verbWord is what a word may be in a verb phrase: the first of a cue, or a
// modifier.
type verbWord struct {
	Cues     []Cue
	modifier bool
}

var (
	verbWords = buildVerbWords()
	// verbLengths holds for the first two letters the lengths of the words that
	// they begin: most words of a text are none, and this tells without a search.
	verbLengths = func() (lengths [32][32]uint32) {
		for w := range verbWords {
			lengths[w[0]&31][w[1]&31] |= 1 << len(w)
		}
		return lengths
	}()
)

func buildVerbWords() map[string]verbWord {
	table := map[string]verbWord{}
	for w, list := range cues {
		table[w] = verbWord{Cues: list}
	}
	for _, w := range graph.ModifiersBefore {
		table[w] = verbWord{Cues: cues[w], modifier: true}
	}
	return table
}

// VerbWordOf looks up a word in any case.
func VerbWordOf(w string) (verbWord, bool) {
	var lower [32]byte
	if len(w) < 2 || len(w) >= len(lower) || verbLengths[w[0]&31][w[1]&31]&(1<<len(w)) == 0 {
		return verbWord{}, false
	}
	for i := range len(w) {
		lower[i] = w[i]
		if w[i] >= 'A' && w[i] <= 'Z' {
			lower[i] |= 0x20
		}
	}
	found, ok := verbWords[string(lower[:len(w)])]
	return found, ok
}

// Modifies says that a word may stand before a verb without changing it.
func Modifies(w string) bool {
	v, _ := VerbWordOf(w)
	return v.modifier
}

// openingVerb reads the verb phrase that opens a paragraph, with the modifiers
// before and after it ("Recalling also", "Deeply concerned", "Having
// considered"); end is where the phrase ends.
func openingVerb(s string) (relation string, end int, ok bool) {
	c, end, ok := VerbAt(s, 0, true)
	if !ok || c.Form == BaseForm || c.Form == PastForm && !strings.Contains(s[:end], "aving ") {
		return "", 0, false // "Proposed dates" opens a title, "Having considered" a paragraph
	}
	return c.Relation, end, true
}

// VerbAt reads a verb phrase at byte at, after modifiers.
func VerbAt(s string, at int, capital bool) (c Cue, end int, ok bool) {
	having := false
	for skipped := 0; skipped < 5; skipped++ {
		w, next := scan.Word(s, at)
		if w == "" {
			return Cue{}, 0, false
		}
		if capital && skipped == 0 && (w[0] < 'A' || w[0] > 'Z') {
			return Cue{}, 0, false
		}
		verb, known := VerbWordOf(w)
		if !known {
			return Cue{}, 0, false
		}
		if found, end, ok := matchCue(s, next-len(w), verb.Cues, having); ok {
			if found.Form == ThirdForm && isNoun(found, s[end:]) {
				return Cue{}, 0, false
			}
			return found, modifiersAfter(s, end), true
		}
		if !verb.modifier {
			return Cue{}, 0, false
		}
		having = having || strings.EqualFold(w, "having")
		at = next
	}
	return Cue{}, 0, false
}

// isNoun says that a verb's third person is the plural of a noun here, by what
// follows: "Requests received after that date shall be sent".
func isNoun(c Cue, after string) bool {
	if !graph.HasTrait(c.Relation, graph.PluralNoun) {
		return false
	}
	next, _ := scan.Word(after, 0)
	return behindNoun[next]
}

var behindNoun = scan.WordSet(strings.Join(graph.BehindNouns, " "))

// matchCue finds the longest of the cues at start. A past form counts as an opening
// only after "having" or in the past tense of a decision.
func matchCue(s string, start int, list []Cue, having bool) (Cue, int, bool) {
	for _, c := range list {
		end := start + len(c.Phrase)
		if end <= len(s) && strings.EqualFold(s[start:end], c.Phrase) && (end == len(s) || !scan.IsWord(s[end])) {
			if having && c.Form != PastForm && c.Form != PresentForm {
				continue
			}
			return c, end, true
		}
		if end, ok := splitCue(s, start, c.Phrase); ok && !having {
			return c, end, true
		}
	}
	return Cue{}, 0, false
}

// splitCue matches a verb and its preposition with an adverb between them: "Calls once
// again upon".
func splitCue(s string, start int, phrase string) (end int, ok bool) {
	verb, preposition, two := strings.Cut(phrase, " ")
	at := start + len(verb)
	if !two || at >= len(s) || s[at] != ' ' || !strings.EqualFold(s[start:at], verb) {
		return 0, false
	}
	mid := modifiersAfter(s, at)
	if mid == at || mid+1+len(preposition) > len(s) {
		return 0, false
	}
	end = mid + 1 + len(preposition)
	return end, s[mid] == ' ' && strings.EqualFold(s[mid+1:end], preposition) && (end == len(s) || !scan.IsWord(s[end]))
}

// afterStarts are their first letters.
var afterStarts = func() (starts [256]bool) {
	for _, m := range graph.ModifiersAfter {
		starts[m[0]] = true
	}
	return starts
}()

// modifiersAfter extends a verb phrase over modifiers that follow it.
func modifiersAfter(s string, end int) int {
	for again := true; again; {
		again = false
		rest := strings.TrimLeft(s[end:], " ,*")
		if rest == "" || !afterStarts[rest[0]|0x20] {
			break
		}
		offset := len(s) - len(rest)
		for _, m := range graph.ModifiersAfter {
			if len(rest) > len(m) && rest[0]|0x20 == m[0] && strings.EqualFold(rest[:len(m)], m) && (rest[len(m)] == ' ' || rest[len(m)] == ',') {
				if m == "of" && !strings.EqualFold(s[max(0, end-len("note")):end], "note") {
					continue
				}
				if m == "upon" {
					continue
				}
				end, again = offset+len(m), true
				break
			}
		}
	}
	return end
}

// CueOf is the first cue that a word begins.
func CueOf(w string) (Cue, bool) {
	v, _ := VerbWordOf(w)
	if len(v.Cues) == 0 {
		return Cue{}, false
	}
	return v.Cues[0], true
}
