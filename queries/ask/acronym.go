package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Acronyms that a text defines itself: UN texts spell a name out where it first occurs and
// put the acronym in brackets behind it, or list the abbreviations of a table below it.

// acronymWord matches a word that is an acronym, in the plural too: WIM, LDCs, PCCB.
var acronymWord = regexp.MustCompile(`^\p{Lu}[\p{Lu}\d]{1,6}(?:-\p{Lu}+)?s?$`)

// romanFigures matches a number in Roman figures: Chapter VII.
var romanFigures = regexp.MustCompile(`^[IVXLCDM]+$`)

// lookedForAcronym is in how many of the paragraphs that have an acronym its name is
// looked for, and longestName how many words before the bracket.
const (
	lookedForAcronym = 400
	longestSpelt     = 16
)

// standsFor is what an acronym stands for in the loaded texts, and the paragraph that says so;
// empty where none does.
func (r *Reader) standsFor(acronym string) (name string, at snapshot.Node) {
	if !acronymWord.MatchString(acronym) || romanFigures.MatchString(acronym) {
		return "", snapshot.NoNode
	}
	if r.memory == nil {
		return r.speltOut(acronym)
	}
	known, _ := remembered(r.memory, r.memory.acronyms, acronym, func() (term, error) {
		name, at := r.speltOut(acronym)
		return term{Text: name, Nodes: []snapshot.Node{at}}, nil
	})
	return known.Text, known.Nodes[0]
}

func (r *Reader) speltOut(acronym string) (string, snapshot.Node) {
	found, err := search.Most(r.ctx, r.Snapshot, search.Wish{Query: `"` + acronym + `"`, Kinds: []string{"Paragraph"}})
	if err != nil {
		return "", snapshot.NoNode
	}
	bracket, equals := " ("+acronym+")", acronym+" = "
	for _, n := range found.Nodes()[:min(len(found.Nodes()), lookedForAcronym)] {
		text := r.Text(n, "text")
		if before, _, ok := strings.Cut(text, bracket); ok {
			if name := nameBefore(before, acronym); name != "" {
				return name, n
			}
		}
		if _, behind, ok := strings.Cut(text, equals); ok {
			if end := strings.IndexAny(behind, ";,|.\n"); end > len(acronym) {
				return behind[:end], n
			}
		}
	}
	return r.initialled(acronym)
}

// nameBefore is the shortest end of a text that begins with the first letter of an acronym
// and whose words have the other letters as their first ones, in their order.
func nameBefore(text, acronym string) string {
	words, letters := strings.Fields(text), strings.ToLower(strings.TrimSuffix(acronym, "s"))
	for from := len(words) - 2; from >= max(0, len(words)-longestSpelt); from-- {
		name, left := strings.Join(words[from:], " "), letters
		for _, part := range strings.FieldsFunc(strings.ToLower(name), isBreak) {
			left = strings.TrimPrefix(left, part[:1])
		}
		if left == "" && strings.EqualFold(words[from][:1], letters[:1]) {
			return name
		}
	}
	return ""
}

func isBreak(c rune) bool { return c == ' ' || c == '-' || c == '–' }

// namedInFull are the kinds of what has an acronym and a name.
var namedInFull = []string{"Body", "Organization", "Group", "Treaty", "Instrument"}

// speltNodes are the entities that an acronym names by what it stands for.
func (r *Reader) speltNodes(acronym string) []snapshot.Node {
	name, _ := r.standsFor(acronym)
	if name == "" {
		return nil
	}
	other := func(n snapshot.Node) bool { return !slices.Contains(namedInFull, r.Kind(n)) }
	return slices.DeleteFunc(slices.Clone(r.calledExactly(graph.Slug(name))), other)
}

// meantByAcronym are what people mean by an acronym that some text has as the name of an
// organization of its own: the bodies with this short name, else what it stands for.
func (r *Reader) meantByAcronym(found []snapshot.Node, text string) []snapshot.Node {
	if len(found) == 0 || !acronymWord.MatchString(text) || !r.onlyOrganizations(found) || r.Title(found[0]) != text {
		return found
	}
	if bodies := r.bodiesShort(strings.ToLower(text)); len(bodies) > 0 {
		return bodies
	}
	if nodes := r.speltNodes(text); len(nodes) > 0 {
		return nodes
	}
	return found
}

// acronymsSaid says what the acronyms among some words stand for that name nothing in the
// store by themselves; of those that everybody knows only where the question asks for it.
func (r *Reader) acronymsSaid(words string, asked bool) string {
	var list []string
	for _, w := range strings.Fields(words) {
		if name, at := r.standsFor(w); name != "" && len(r.calledExactly(graph.Slug(w))) == 0 &&
			(asked || shortFor[strings.ToLower(w)] == "") {
			list = append(list, "“"+w+"” stands for “"+name+"” ("+shortPlace(r.ID(at))+")")
		}
	}
	return strings.Join(list, "; ")
}
