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
	ID, Name   string
	Start, End int
	// Single says that the tables know it as one thing whoever speaks of it.
	Single bool
	// parent is the id of the body to which it belongs; empty for none.
	parent string
}

// A subsidiaryHead is what the name of a subsidiary body begins with, before what
// it is on: "Working Group" of "Working Group on Firearms".
type subsidiaryHead struct {
	names.Operation
	gate *text.Gate
}

// subsidiaryNames are the names and heads of the tables.
type subsidiaryNames struct {
	heads []subsidiaryHead
	// whole are the full names by their first words and what follows them, the longest
	// first; begins has a bit for each mark of their first bytes.
	whole  map[string][]wholeName
	begins [1 << (markBits - 6)]uint64
}

const markBits = 14

// firstMark makes a mark of the first bytes of a name, which has three at least.
func firstMark(s string) uint32 {
	bytes := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16
	return bytes * 0x9E3779B1 >> (32 - markBits)
}

// A wholeName is a form of the name of a subsidiary body.
type wholeName struct {
	names.Operation
	form string
}

// apostrophe is the mark that the tables print and some texts do not.
const apostrophe = "’"

var knownSubsidiaries = names.Derived(func(t *names.Tables) *subsidiaryNames {
	known := &subsidiaryNames{whole: map[string][]wholeName{}}
	for _, o := range t.Operations {
		for _, form := range o.Known {
			if o.Subject {
				o.Name = form
				known.heads = append(known.heads, subsidiaryHead{o, text.KnownGate(form)})
				continue
			}
			known.add(o, form)
			if plain := strings.ReplaceAll(form, apostrophe, "'"); plain != form {
				known.add(o, plain)
			}
		}
	}
	for first := range known.whole {
		slices.SortStableFunc(known.whole[first], func(a, b wholeName) int { return len(b.form) - len(a.form) })
	}
	return known
})

func (k *subsidiaryNames) add(o names.Operation, form string) {
	mark := firstMark(form)
	k.begins[mark>>6] |= 1 << (mark & 63)
	beginning, _ := beginnings(form, 0)
	k.whole[beginning] = append(k.whole[beginning], wholeName{o, form})
}

// followedBy is how many bytes behind its first word tell names apart: "Committee on the Eli".
const followedBy = 10

// beginnings are the first word from byte i on with what follows it, and the word alone
// for names that end sooner; the same where the text does.
func beginnings(s string, i int) (long, word string) {
	end := scan.WordEnd(s, i)
	word = s[i:end]
	if end+followedBy > len(s) {
		return word, word
	}
	return s[i : end+followedBy], word
}

// at reads the whole name that begins at byte i, in a text of a body.
func (k *subsidiaryNames) at(s string, i int, speaker string) (b Subsidiary, ok bool) {
	if !k.mayBegin(s, i) {
		return b, false
	}
	long, word := beginnings(s, i)
	if b, ok = k.named(k.whole[long], s, i, speaker); !ok && long != word {
		b, ok = k.named(k.whole[word], s, i, speaker)
	}
	return b, ok
}

// mayBegin says that a name may begin with the bytes at i.
func (k *subsidiaryNames) mayBegin(s string, i int) bool {
	if i+3 > len(s) {
		return false
	}
	mark := firstMark(s[i:])
	return k.begins[mark>>6]&(1<<(mark&63)) != 0
}

// named is the first of some names that stands at byte i.
func (k *subsidiaryNames) named(forms []wholeName, s string, i int, speaker string) (b Subsidiary, ok bool) {
	for _, n := range forms {
		end := i + len(n.form)
		if strings.HasPrefix(s[i:], n.form) && (end == len(s) || !scan.IsWord(s[end]) || s[end] >= 0x80) &&
			!(n.ParentOnly && n.Parent != speaker) {
			return newSubsidiary(n.Operation, s, i, end, speaker), true
		}
	}
	return b, false
}

// The words of all gates are known from the start.
var _ = func() bool {
	for _, o := range names.Default().Operations {
		if o.Subject {
			text.NewGate(o.Name)
		}
	}
	return true
}()

// Subsidiaries lists the subsidiary bodies that a text names in full.
func Subsidiaries(text text.Text, parent string) []Subsidiary {
	known := knownSubsidiaries()
	list := known.wholeIn(text.S, parent)
	for _, h := range known.heads {
		if h.gate.In(text) {
			list = h.in(text.S, parent, list)
		}
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Start < list[j].Start })
	return list
}

// wholeIn lists the bodies that a text names by a whole name, the longest at each
// place.
func (k *subsidiaryNames) wholeIn(s, parent string) (list []Subsidiary) {
	for i := 0; i+3 <= len(s); i++ {
		if i > 0 && (scan.IsWord(s[i-1]) || s[i-1] == '-') || !k.mayBegin(s, i) {
			continue
		}
		if b, ok := k.at(s, i, parent); ok {
			list = append(list, b)
			i = b.End - 1
		}
	}
	return list
}

// in adds the bodies whose names begin with a head, where no name of the list
// stands already.
func (h subsidiaryHead) in(s, parent string, list []Subsidiary) []Subsidiary {
	for at := 0; ; {
		i := strings.Index(s[at:], h.Name)
		if i < 0 {
			return list
		}
		start := at + i
		at = start + len(h.Name)
		if start > 0 && (scan.IsWord(s[start-1]) || s[start-1] == '-') || at < len(s) && scan.IsWord(s[at]) {
			continue // inside of another word
		}
		if end := subsidiaryEnd(s, at); end > at && !slices.ContainsFunc(list, func(b Subsidiary) bool {
			return b.Start <= start && start < b.End
		}) {
			list = append(list, newSubsidiary(h.Operation, s, start, end, parent))
		}
	}
}

// SubsidiaryAt reads the subsidiary body with whose name a text begins.
func SubsidiaryAt(s, parent string) (b Subsidiary, ok bool) {
	known := knownSubsidiaries()
	if b, ok := known.at(s, 0, parent); ok {
		return b, true
	}
	for _, h := range known.heads {
		if strings.HasPrefix(s, h.Name) && (len(h.Name) == len(s) || !scan.IsWord(s[len(h.Name)])) {
			if end := subsidiaryEnd(s, len(h.Name)); end > len(h.Name) {
				return newSubsidiary(h.Operation, s, 0, end, parent), true
			}
		}
	}
	return b, false
}

// newSubsidiary is the body whose name stands at bytes start to end of a text of
// another body.
func newSubsidiary(o names.Operation, s string, start, end int, speaker string) Subsidiary {
	b := Subsidiary{Name: s[start:end], Start: start, End: end, parent: graph.BodyID(cmp.Or(o.Parent, speaker))}
	if o.Subject {
		b.ID = b.parent + "/" + graph.Slug(b.Name)
		return b
	}
	if b.ID, b.Single = o.ID(speaker), o.Single(); b.Single {
		b.Name = o.Name
	}
	if o.Acronym != "" && o.Parent == "" {
		b.parent = ""
	}
	return b
}

// SubsidiaryNamed is a subsidiary body that no table names, by its printed name at
// byte start.
func SubsidiaryNamed(parent, name string, start int) Subsidiary {
	id := graph.BodyID(parent)
	return Subsidiary{ID: id + "/" + graph.Slug(name), Name: name, Start: start, End: start + len(name), parent: id}
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
	found.NewEntity(b.ID, "Body", [2]string{"name", b.Name}, [2]string{"partOf", b.parent})
}
