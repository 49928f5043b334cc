package loader

import (
	"cmp"
	"sort"
	"strings"

	"mandategraph/graph"
)

// A subsidiary is a subsidiary body named in a running text.
type subsidiary struct {
	id, name   string
	start, end int
}

// subsidiaryHeads are the nouns with which the names of subsidiary bodies
// begin; alone says that the noun is a name by itself.
var subsidiaryHeads = []struct {
	head  string
	alone bool
}{
	{"Committee of the Whole", true}, {"extended Bureau", true}, {"Bureau", true},
	{"Working Group", false}, {"Open-ended Working Group", false}, {"Expert Group", false}, {"Group of Experts", false},
	{"Open-ended Intergovernmental Working Group", false}, {"Open-ended Intergovernmental Expert Group", false},
	{"Implementation Review Group", true}, {"Ad Hoc Committee", false}, {"Task Force", false},
	{"Ad Hoc Advisory Group", false},
	{"Standing Committee on Finance", true}, {"Adaptation Fund Board", true}, {"Adaptation Committee", true},
	{"Technology Executive Committee", true},
	{"Paris Committee on Capacity-building", true},
}

// owners are the bodies to which subsidiary bodies belong whoever speaks of
// them, by what their names begin with.
var owners = map[string]string{
	"Ad Hoc Advisory Group": "ecosoc", "Standing Committee on Finance": "unfccc-cop",
	"Adaptation Fund Board": "unfccc-cmp", "Adaptation Committee": "unfccc-cop",
	"Technology Executive Committee": "unfccc-cop", "Paris Committee on Capacity-building": "unfccc-cop",
}

// namesSubsidiary holds a word of each head.
var (
	namesSubsidiary = newGate("Committee", "Bureau", "Group", "Task Force", "Board")
	headGates       = func() (gates []*gate) {
		for _, h := range subsidiaryHeads {
			gates = append(gates, newGate(h.head))
		}
		return gates
	}()
)

// subsidiaries lists the subsidiary bodies that a text names in full.
func subsidiaries(text Text, parent string) []subsidiary {
	s := text.S
	var list []subsidiary
	var taken []bool // bytes of the names so far
	for k, h := range subsidiaryHeads {
		for at := 0; headGates[k].in(text); {
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
			if !h.alone {
				end = subsidiaryEnd(s, at)
				if end == at {
					continue
				}
			}
			list = append(list, newSubsidiary(s, start, end, cmp.Or(owners[h.head], parent)))
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
	for _, h := range subsidiaryHeads {
		if end := len(h.head); strings.HasPrefix(s, h.head) && (end == len(s) || !isWord(s[end])) {
			if !h.alone {
				if end = subsidiaryEnd(s, end); end == len(h.head) {
					continue
				}
			}
			return newSubsidiary(s, 0, end, cmp.Or(owners[h.head], parent)), true
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
