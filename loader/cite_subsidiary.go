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
	{"Implementation Review Group", true}, {"Ad Hoc Committee", false}, {"Task Force", false}, {"Ad Hoc Advisory Group", false},
	{"Standing Committee on Finance", true}, {"Adaptation Fund Board", true}, {"Adaptation Committee", true}, {"Technology Executive Committee", true},
	{"Paris Committee on Capacity-building", true},
}

// owners are the bodies to which subsidiary bodies belong whoever speaks of
// them, by what their names begin with.
var owners = map[string]string{
	"Ad Hoc Advisory Group": "ecosoc", "Standing Committee on Finance": "unfccc-cop", "Adaptation Fund Board": "unfccc-cmp",
	"Adaptation Committee": "unfccc-cop", "Technology Executive Committee": "unfccc-cop", "Paris Committee on Capacity-building": "unfccc-cop",
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

var linkWords = map[string]bool{"of": true, "on": true, "the": true, "and": true, "for": true, "in": true, "against": true, "to": true, "with": true, "at": true, "from": true, "under": true}

// capitalPhrase gives the end of the name that begins at byte at: words with a
// capital letter and the small words between them. "and the" and "and of
// the" end a name, since another name follows.
func capitalPhrase(s string, at int) int {
	end, links := at, 0
	for i := at; i < len(s); {
		w, next := phraseWord(s, i)
		switch {
		case w == "":
			return end
		case w[0] >= 'A' && w[0] <= 'Z':
			end, links = next, 0
		case linkWords[w] && end > at && links < 3:
			if w == "and" && strings.HasPrefix(s[next:], " the Protocols thereto") {
				return next + len(" the Protocols thereto")
			}
			if w == "and" && (strings.HasPrefix(s[next:], " the ") || strings.HasPrefix(s[next:], " of the ")) {
				return end
			}
			links++
		default:
			return end
		}
		i = next
		if i < len(s) && s[i] == ' ' {
			i++
		} else {
			return end
		}
	}
	return end
}

// phraseWord reads one word of a name without the spaces before it.
func phraseWord(s string, i int) (w string, next int) {
	for next = i; next < len(s) && (isWord(s[next]) && !strings.HasPrefix(s[next:], "“") && !strings.HasPrefix(s[next:], "”") && !strings.HasPrefix(s[next:], "–") || s[next] == '-' || s[next] == '\''); next++ {
	}
	return s[i:next], next
}

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
			if start > 0 && (isWord(s[start-1]) || s[start-1] == '-') || taken != nil && taken[start] || at < len(s) && isWord(s[at]) {
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
