package scan

import (
	"sort"
	"strings"
)

// Inside says that byte i lies in one of the spans, which stand in their order.
func Inside(spans []Span, i int) bool {
	k := sort.Search(len(spans), func(k int) bool { return spans[k].End > i })
	return k < len(spans) && i >= spans[k].Start
}

// WordEnd is the end of the letters and digits from byte i on.
func WordEnd(s string, i int) int {
	for i < len(s) && IsWord(s[i]) {
		i++
	}
	return i
}

// SkipPrefix is the byte behind the first of the prefixes that stands at byte at;
// at where none does.
func SkipPrefix(s string, at int, prefixes ...string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(s[at:], p) {
			return at + len(p)
		}
	}
	return at
}
