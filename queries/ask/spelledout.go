package ask

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// The acronyms of names that a question writes out, as the texts define them, and numbers
// in letters, as they write them (UN Editorial Manual, abbreviations and acronyms; numbers).

const (
	// defining is how many paragraphs are searched for the acronym of a name, and
	// mostDefined how many acronyms are taken.
	defining, mostDefined = 80, 2
)

// spellOut adds to the other ways to write words their numbers in letters, and the acronyms
// of names that are written out.
func (r *Reader) spellOut(also map[string][]string, words string) {
	list := tokens(words)
	for _, w := range list {
		if written := inLetters(w.text); written != "" {
			also[w.text] = append(also[w.text], written)
		}
	}
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

// inLetters are numbers as texts write them out: within fifteen days.
func inLetters(number string) string {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n >= len(tens)*10 {
		return ""
	}
	if n < len(ones) {
		return ones[n]
	}
	if n%10 == 0 {
		return tens[n/10]
	}
	return tens[n/10] + " " + ones[n%10]
}

var (
	ones = strings.Fields(
		"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
			"seventeen eighteen nineteen",
	)
	tens = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
)

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
