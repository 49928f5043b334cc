package ask

import (
	"regexp"
	"slices"
	"unicode"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// The acronyms of names that a question writes out, as the texts define them (UN Editorial
// Manual, abbreviations and acronyms).

const (
	// defining is how many paragraphs are searched for the acronym of a name, and
	// mostDefined how many acronyms are taken.
	defining, mostDefined = 80, 2
)

// spellOut adds to the other ways to write words the acronyms of names that are written
// out.
func (r *Reader) spellOut(also map[string][]string, words string) {
	list := tokens(words)
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && unicode.IsUpper([]rune(list[to].text)[0]) && !isAcronym(list[to].text) {
			to++
		}
		if name, _ := joined(list, from, to); to-from > 1 {
			for _, acronym := range r.acronymsOf(name) {
				if romanNumber.MatchString(acronym) {
					continue // chapter VII
				}
				for _, w := range list[from:to] {
					also[w.text] = append(also[w.text], acronym)
				}
			}
		}
		from = max(to, from+1)
	}
}

// acronymsOf are those that stand in brackets behind a name.
func (r *Reader) acronymsOf(name string) (list []string) {
	pattern := regexp.MustCompile(`(?i:` + regexp.QuoteMeta(name) + `) \((\p{Lu}[\p{Lu}\d-]{1,9})\)`)
	for _, text := range r.textsWith(`"` + name + `"`) {
		if m := pattern.FindStringSubmatch(text); m != nil && !slices.Contains(list, m[1]) {
			list = append(list, m[1])
		}
	}
	return list[:min(len(list), mostDefined)]
}

// romanNumber matches what may as well be a number: VII.
var romanNumber = regexp.MustCompile(`^[IVXLC]+$`)

// textsWith are the first paragraphs that have some words.
func (r *Reader) textsWith(words string) (list []string) {
	hits, err := search.Find(r.ctx, r.Snapshot, words, defining, "Paragraph")
	if err != nil {
		return nil
	}
	for _, h := range hits {
		list = append(list, r.Text(snapshot.Node(h.Node), "text"))
	}
	return list
}
