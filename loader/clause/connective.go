package clause

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

func NoteConnective(before string) string {
	before = strings.TrimSpace(before)
	if len(before) < 24 {
		return before
	}
	return Connective(before)
}

func PinIn(lead string) string {
	lower := strings.ToLower(lead)
	for _, w := range []string{"paragraph", "section", "annex", "part ", "article"} {
		i := strings.LastIndex(lower, w)
		if i < 0 {
			continue
		}
		pin := strings.TrimSpace(lead[i:])
		for _, tail := range []string{" its", " the", " of", " to"} {
			pin = strings.TrimSuffix(pin, tail)
		}
		pin = strings.TrimSuffix(strings.TrimSpace(pin), " of")
		if len(pin) < 50 && onlyPart(pin) {
			return pin
		}
	}
	return ""
}

// besideParts may stand in the name of a part beside its numbers: "paragraphs 2 above, 9
// and 11", "paragraph 3 of the annex".
var besideParts = scan.WordSet("above below and to of the annex appendix or in bis ter quater")

// onlyPart says that words are the name of a part of an act with its numbers, and nothing
// that stands behind it.
func onlyPart(words string) bool {
	_, at := scan.Word(words, 0)
	for at < len(words) {
		if !scan.IsWord(words[at]) {
			at++
			continue
		}
		w, next := words[at:scan.WordEnd(words, at)], scan.WordEnd(words, at)
		if !ofPart(w) {
			return false
		}
		at = next
	}
	return true
}

// ofPart says that a word is a number or letter of a part, or may stand beside it.
func ofPart(w string) bool {
	_, cardinal := names.Cardinal(w)
	return scan.IsDigit(w[0]) || len(w) == 1 || strings.Contains(w, "–") || graph.Roman(strings.ToUpper(w)) > 0 ||
		cardinal || besideParts[w] || PartNouns[w]
}

// connectives, longest first where one ends another.
var connectives = []string{
	"as requested by the Conference in", "in accordance with", "in furtherance of", "in implementation of",
	"in conformity with", "in compliance with", "in contravention of",
	"in violation of", "in response to", "in pursuance of", "in line with", "in the context of", "on the basis of",
	"as called for in", "as set out in", "as contained in", "as requested in", "as set forth in",
	"as mandated in", "as reflected in", "as established in", "as established by", "as amended by", "as endorsed in",
	"as outlined in", "as defined in", "as referred to in", "as decided in", "referred to in", "called for in",
	"contained in", "requested in", "set out in", "set forth in", "mandated in", "mandated by", "outlined in",
	"established by", "established in", "established under",
	"established pursuant to", "adopted in", "adopted by", "endorsed in", "endorsed by", "annexed to",
	"the implementation of", "implementation of", "follow-up to", "recalled in", "reaffirmed in", "pursuant to",
	"by virtue of", "consistent with", "without prejudice to", "with reference to",
	"as enshrined in", "enshrined in", "in keeping with", "given in", "as foreseen in", "foreseen in",
	"as provided for in",
	"submitted pursuant to", "prepared pursuant to", "taking into account", "guided by", "based on", "imposed by",
	"provided for in", "specified in", "described in", "decided in", "agreed in", "expressed in", "included in",
	"under", "by", "in", "with", "through", "of", "on", "to", "from", "for",
}

// connectivesByEnd lists them, in their order, by their last byte.
var connectivesByEnd = func() (ends [256][]string) {
	for _, c := range connectives {
		last := c[len(c)-1]
		ends[last] = append(ends[last], c)
	}
	return ends
}()

// farConnective bounds the bytes in which a connective stands.
const farConnective = 300

// Connective is the printed phrase that joins a mention to its clause.
func Connective(lead string) string {
	if n := len(lead) - farConnective; n > 0 {
		lead = lead[n+max(0, strings.IndexByte(lead[n:], ' ')):]
	}
	tail := withoutArticles(strings.TrimRight(lead, " ,"))
	if tail == "" {
		return ""
	}
	for _, c := range connectivesByEnd[tail[len(tail)-1]|0x20] {
		before := len(tail) - len(c)
		if before < 0 || !strings.EqualFold(tail[before:], c) {
			continue
		}
		if before > 0 && strings.IndexByte(" ,", tail[before-1]) < 0 {
			continue // the end of another word
		}
		if by := byWhom.FindString(tail); by != "" {
			return by
		}
		return tail[before:]
	}
	return ""
}

// withoutArticles cuts from the words before a mention what stands between them and
// it: articles, and paragraphs of it.
func withoutArticles(tail string) string {
	for again := true; again; {
		again = false
		for _, w := range []string{" the", " its", " of the", " relevant", " previous", " of", " provisions"} {
			if w == " of" && !pinTail(strings.TrimSuffix(tail, w)) {
				continue
			}
			if strings.HasSuffix(tail, w) && len(tail) > len(w) {
				tail, again = strings.TrimSuffix(tail, w), true
			}
		}
		if pinTail(tail) {
			i := strings.LastIndex(strings.ToLower(tail), "paragraph")
			tail, again = strings.TrimRight(tail[:i], " "), true
		}
	}
	return tail
}

func pinTail(s string) bool {
	if !strings.Contains(s, "aragraph") && !strings.Contains(s, "ARAGRAPH") {
		return false
	}
	i := strings.LastIndex(strings.ToLower(s), "paragraph")
	return i >= 0 && len(s)-i < 40 && SkipNumbers(s, i+len("paragraph")+trailingS(s, i)) >= len(s)
}

func trailingS(s string, i int) int {
	if i+len("paragraph") < len(s) && s[i+len("paragraph")] == 's' {
		return 1
	}
	return 0
}
