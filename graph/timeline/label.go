package timeline

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// Number is what to write inside an act, whose lane names its body: 1051 (1996),
// 12/4, dec. 12/1 of a body that usually adopts resolutions; what has the mark of a
// conference in its number (1/CP.21) usually is a decision. Empty for what is no act.
func Number(s *snapshot.Snapshot, n snapshot.Node) string {
	code, kind, number, ok := graph.SplitActID(s.ID(n))
	if !ok {
		return ""
	}
	if date := s.Date(n); graph.ReadNumber(number).Form == graph.PlainForm && len(date) >= 4 {
		number += " (" + date[:4] + ")"
	}
	usual := graph.Resolution
	body, known := names.BodyByCode(code)
	if known && body.Kind() == graph.Decision || graph.ReadNumber(number).Form == graph.SuffixForm {
		usual = graph.Decision
	}
	if kind != usual {
		return kind[:3] + ". " + number
	}
	return number
}

// opening is what titles of agenda items begin with before they name their matter,
// as annotated agendas print them: "The situation in Haiti", "Question of Palestine".
var opening = regexp.MustCompile(`(?i)^(the )?((situation|question|matter|item|conflicts?|crisis) ` +
	`(in|of|concerning|relating to|between|relative to) )?(the )?`)

// noMatter are headings of older texts that name no matter: a symbol in brackets, or
// the end of "Resolution 687 (1991) of 3 April 1991".
var noMatter = regexp.MustCompile(`^(\[|(?i:of \d))`)

// Subject is what an act is about in few words: its title without the usual opening,
// else what its text shows it to be about; empty where neither is known.
func Subject(s *snapshot.Snapshot, n snapshot.Node) string {
	text := s.Title(n)
	if text == "" || noMatter.MatchString(text) {
		text = s.Text(n, "about")
	}
	text = strings.TrimSpace(text[len(opening.FindString(text)):])
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// A Fold is what a drawing of acts shows as a number at an act: what is joined to it
// that is no act, by the families of the lanes.
type Fold struct {
	// Key and Label are those of the lane, Kinds the kinds in it.
	Key, Label string
	Kinds      []string
	Count      int
}

// Folds counts what statements join to an entity and is no act, in the order of the
// lanes. Its own paragraphs, and what is asked in them, count as texts.
func Folds(s *snapshot.Snapshot, n snapshot.Node) []Fold {
	seen := map[snapshot.Node]bool{n: true}
	counts := map[string]int{}
	for _, e := range slices.Concat(s.Out(n), s.In(n)) {
		source, target := s.Ends(e)
		other := source
		if source == n {
			other = target
		}
		if other == snapshot.NoNode || seen[other] {
			continue
		}
		seen[other] = true
		if s.Kind(other) != "Act" {
			counts[familyLane(s.Kind(other))]++
		}
	}
	var folds []Fold
	for _, f := range families {
		if counts[f.key] > 0 {
			folds = append(folds, Fold{f.key, f.label, KindsOf(f.key), counts[f.key]})
		}
	}
	return folds
}

// KindsOf are the kinds that stand in the lane of a family.
func KindsOf(family string) []string {
	var kinds []string
	for _, k := range graph.Kinds {
		if k.Name != "Act" && familyLane(k.Name) == family {
			kinds = append(kinds, k.Name)
		}
	}
	return kinds
}

// Cited is how many acts and documents cite an entity by any relation.
func Cited(s *snapshot.Snapshot, n snapshot.Node) int {
	seen := map[snapshot.Node]bool{}
	for _, e := range s.In(n) {
		if r, ok := graph.RelationByName(s.Relation(e)); ok && r.Broader == graph.Cites {
			source, _ := s.Ends(e)
			seen[source] = true
		}
	}
	delete(seen, n)
	return len(seen)
}
