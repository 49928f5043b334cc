package loader

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// A subsidiary is a subsidiary body named in a running text.
type subsidiary struct {
	id, name   string
	start, end int
}

// A subsidiaryHead is what the name of a subsidiary body begins with, or all of
// it.
type subsidiaryHead struct {
	names.Operation
	head string
	gate *gate
}

// subsidiaryHeads are those of the tables.
var subsidiaryHeads = names.Derived(func(t *names.Tables) (heads []subsidiaryHead) {
	for _, o := range t.Operations {
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			heads = append(heads, subsidiaryHead{o, name, knownGate(name)})
		}
	}
	return heads
})

// named is the subsidiary body whose name stands at bytes start to end.
func (h subsidiaryHead) named(s string, start, end int, parent string) subsidiary {
	b := newSubsidiary(s, start, end, cmp.Or(h.Parent, parent))
	if !h.Subject {
		b.id = graph.BodyID(cmp.Or(h.Parent, parent)) + "/" + h.Code
	}
	return b
}

// headNouns are words of which each head of the program holds one.
var headNouns = []string{"Committee", "Bureau", "Group", "Task Force", "Board"}

// namesSubsidiary is the gate of such words.
var namesSubsidiary = names.Derived(func(*names.Tables) *gate {
	words := headNouns
	for _, h := range subsidiaryHeads() {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(h.head, w) }) {
			words = append(slices.Clip(words), h.head)
		}
	}
	return knownGate(words...)
})

// The words of all gates are known from the start.
var _ = func() bool {
	newGate(headNouns...)
	for _, o := range names.Default().Operations {
		newGate(o.Name)
	}
	return true
}()

// subsidiaries lists the subsidiary bodies that a text names in full.
func subsidiaries(text Text, parent string) []subsidiary {
	s := text.S
	var list []subsidiary
	var taken []bool // bytes of the names so far
	for _, h := range subsidiaryHeads() {
		for at := 0; h.gate.in(text); {
			i := strings.Index(s[at:], h.head)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(h.head)
			if start > 0 && (isWord(s[start-1]) || s[start-1] == '-') || at < len(s) && isWord(s[at]) {
				continue // inside of another word
			}
			if taken != nil && taken[start] {
				continue
			}
			end := at
			if h.Subject {
				end = subsidiaryEnd(s, at)
				if end == at {
					continue
				}
			}
			list = append(list, h.named(s, start, end, parent))
			if taken == nil {
				taken = make([]bool, len(s))
			}
			for i := start; i < end; i++ {
				taken[i] = true
			}
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].start < list[j].start })
	return list
}

// subsidiaryAt reads the subsidiary body with whose name a text begins.
func subsidiaryAt(s, parent string) (b subsidiary, ok bool) {
	for _, h := range subsidiaryHeads() {
		if end := len(h.head); strings.HasPrefix(s, h.head) && (end == len(s) || !isWord(s[end])) {
			if h.Subject {
				if end = subsidiaryEnd(s, end); end == len(h.head) {
					continue
				}
			}
			return h.named(s, 0, end, parent), true
		}
	}
	return b, false
}

func newSubsidiary(s string, start, end int, parent string) subsidiary {
	return subsidiary{graph.BodyID(parent) + "/" + graph.Slug(s[start:end]), s[start:end], start, end}
}

// subsidiaryEnd reads " on X" or " of Government Experts on X" after a head.
func subsidiaryEnd(s string, at int) int {
	for _, lead := range []string{" on the ", " on ", " of the ", " of ", " for the ", " to "} {
		if strings.HasPrefix(s[at:], lead) {
			if end := capitalPhrase(s, at+len(lead)); end > at+len(lead) {
				return end
			}
		}
	}
	return at
}

// addSubsidiary adds a subsidiary body with its name, as it is first printed, and
// the body to which it belongs.
func addSubsidiary(found *findings, b subsidiary) {
	found.newEntity(b.id, "Body", [2]string{"name", b.name}, [2]string{"partOf", b.id[:strings.LastIndex(b.id, "/")]})
}
