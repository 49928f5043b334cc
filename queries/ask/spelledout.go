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

// Acronyms as the texts themselves define them: a text writes a name out where it first
// uses it, with the acronym in brackets behind it, or lists its abbreviations (UN
// Editorial Manual, abbreviations and acronyms).

const (
	// defining is how many paragraphs are searched for a definition, and most how many
	// definitions of one acronym are taken.
	defining, mostDefined = 80, 2
	longestAcronym        = 8
)

// spellOut adds to the other ways to write words what their acronyms stand for in the
// texts, and the acronyms of names that are written out.
func (r *Reader) spellOut(also map[string][]string, words string) {
	list := tokens(words)
	for _, w := range list {
		if written := inLetters(w.text); written != "" {
			also[w.text] = append(also[w.text], written)
		}
		if len(also[w.text]) == 0 && isAcronym(w.text) && len(w.text) <= longestAcronym {
			also[w.text] = r.definedAs(w.text)
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

// definedAs is what an acronym stands for, the most frequent first.
func (r *Reader) definedAs(acronym string) []string {
	behind := regexp.MustCompile(`([\pL’' -]{4,120}) \(` + acronym + `[ )]`)
	listed := regexp.MustCompile(`\b` + acronym + ` ?= ?([\pL’' -]{4,120})`)
	counts := map[string]int{}
	for _, text := range r.textsWith(acronym) {
		for _, m := range behind.FindAllStringSubmatch(text, -1) {
			if name := endWithInitials(m[1], acronym); name != "" {
				counts[name]++
			}
		}
		for _, m := range listed.FindAllStringSubmatch(text, -1) {
			if name := beginWithInitials(m[1], acronym); name != "" {
				counts[name]++
			}
		}
	}
	var list []string
	for name := range counts {
		list = append(list, name)
	}
	slices.SortFunc(list, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return list[:min(len(list), mostDefined)]
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

// small are the words of a name that give no letter to its acronym.
var small = regexp.MustCompile(`^(?:a|an|the|of|on|in|at|by|to|for|from|with|and|or|as)$`)

// endWithInitials is the shortest end of a text of which the acronym has the initials;
// empty where none has them all.
func endWithInitials(text, acronym string) string {
	words := strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '-' })
	left := []rune(strings.ToLower(acronym))
	for i := len(words) - 1; i >= 0 && len(left) > 0; i-- {
		w := strings.ToLower(words[i])
		switch {
		case []rune(w)[0] == left[len(left)-1]:
			if left = left[:len(left)-1]; len(left) == 0 {
				return strings.Join(words[i:], " ")
			}
		case !small.MatchString(w):
			return ""
		}
	}
	return ""
}

// beginWithInitials is the beginning of a text of which the acronym has the initials.
func beginWithInitials(text, acronym string) string {
	words := strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '-' })
	left := []rune(strings.ToLower(acronym))
	for i, word := range words {
		w := strings.ToLower(word)
		switch {
		case []rune(w)[0] == left[0]:
			if left = left[1:]; len(left) == 0 {
				return strings.Join(words[:i+1], " ")
			}
		case !small.MatchString(w):
			return ""
		}
	}
	return ""
}
