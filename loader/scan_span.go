package loader

import (
	"sort"
	"strings"
)

// inside says that byte i lies in one of the spans, which stand in their order.
func inside(spans []span, i int) bool {
	k := sort.Search(len(spans), func(k int) bool { return spans[k].end > i })
	return k < len(spans) && i >= spans[k].start
}

// wordEnd is the end of the letters and digits from byte i on.
func wordEnd(s string, i int) int {
	for i < len(s) && isWord(s[i]) {
		i++
	}
	return i
}

// skipPrefix is the byte behind the first of the prefixes that stands at byte at;
// at where none does.
func skipPrefix(s string, at int, prefixes ...string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(s[at:], p) {
			return at + len(p)
		}
	}
	return at
}
