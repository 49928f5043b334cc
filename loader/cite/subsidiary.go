package cite

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A Subsidiary is a subsidiary body named in a running text.
type Subsidiary struct {
	Id, Name   string
	Start, End int
}

// A subsidiaryHead is what the name of a subsidiary body begins with, or all of
// it.
type subsidiaryHead struct {
	names.Operation
	head string
	gate *text.Gate
}

// subsidiaryHeads are those of the tables.
var subsidiaryHeads = names.Derived(func(t *names.Tables) (heads []subsidiaryHead) {
	for _, o := range t.Operations {
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			heads = append(heads, subsidiaryHead{o, name, text.KnownGate(name)})
		}
	}
	return heads
})

// named is the subsidiary body whose name stands at bytes start to end.
func (h subsidiaryHead) named(s string, start, end int, parent string) Subsidiary {
	b := newSubsidiary(s, start, end, cmp.Or(h.Parent, parent))
	if !h.Subject {
		b.Id = graph.BodyID(cmp.Or(h.Parent, parent)) + "/" + h.Code
	}
	return b
}

// headNouns are words of which each head of the program holds one.
var headNouns = []string{"Committee", "Bureau", "Group", "Task Force", "Board"}

// NamesSubsidiary is the gate of such words.
var NamesSubsidiary = names.Derived(func(*names.Tables) *text.Gate {
	words := headNouns
	for _, h := range subsidiaryHeads() {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(h.head, w) }) {
			words = append(slices.Clip(words), h.head)
		}
	}
	return text.KnownGate(words...)
})

// The words of all gates are known from the start.
var _ = func() bool {
	text.NewGate(headNouns...)
	for _, o := range names.Default().Operations {
		text.NewGate(o.Name)
	}
	return true
}()

// Subsidiaries lists the subsidiary bodies that a text names in full.
func Subsidiaries(text text.Text, parent string) []Subsidiary {
	s := text.S
	var list []Subsidiary
	var taken []bool // bytes of the names so far
	for _, h := range subsidiaryHeads() {
		for at := 0; h.gate.In(text); {
			i := strings.Index(s[at:], h.head)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(h.head)
			if start > 0 && (scan.IsWord(s[start-1]) || s[start-1] == '-') || at < len(s) && scan.IsWord(s[at]) {
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
	sort.Slice(list, func(i, j int) bool { return list[i].Start < list[j].Start })
	return list
}

// SubsidiaryAt reads the subsidiary body with whose name a text begins.
func SubsidiaryAt(s, parent string) (b Subsidiary, ok bool) {
	for _, h := range subsidiaryHeads() {
		if end := len(h.head); strings.HasPrefix(s, h.head) && (end == len(s) || !scan.IsWord(s[end])) {
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

func newSubsidiary(s string, start, end int, parent string) Subsidiary {
	return Subsidiary{graph.BodyID(parent) + "/" + graph.Slug(s[start:end]), s[start:end], start, end}
}

// subsidiaryEnd reads " on X" or " of Government Experts on X" after a head.
func subsidiaryEnd(s string, at int) int {
	for _, lead := range []string{" on the ", " on ", " of the ", " of ", " for the ", " to "} {
		if strings.HasPrefix(s[at:], lead) {
			if end := scan.CapitalPhrase(s, at+len(lead)); end > at+len(lead) {
				return end
			}
		}
	}
	return at
}

// AddSubsidiary adds a subsidiary body with its name, as it is first printed, and
// the body to which it belongs.
func AddSubsidiary(found *tree.Findings, b Subsidiary) {
	found.NewEntity(b.Id, "Body", [2]string{"name", b.Name}, [2]string{"partOf", b.Id[:strings.LastIndex(b.Id, "/")]})
}
