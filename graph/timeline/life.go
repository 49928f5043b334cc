package timeline

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A Life is how a body, measure or instrument began, went on and ended, as far as
// the loaded texts say.
type Life struct {
	Entity snapshot.Node
	// Steps are in the order of their dates; those without a date come last.
	Steps []Step
	// Until is the date or session at which the last step lets it end; empty where
	// no end is known. Ended says that a step has ended it before.
	Until string
	Ended bool
	// Gaps are the times for which no loaded text keeps it alive.
	Gaps []Gap
}

// A Gap is the time from the end that one step set to the next step: what kept the
// entity alive meanwhile is not loaded.
type Gap struct{ From, To string }

// A Step is what one act did.
type Step struct {
	Act      snapshot.Node
	Relation string
	// Date is when: of the act, else of the document that tells of it.
	Date  string
	Until string
	// Edges are the statements that say so, the first one for the reader; none for
	// the act itself that laid down a measure.
	Edges []snapshot.Edge
}

// LifeOf gathers the steps of an entity. Of an act, which stands for a measure or
// request, only those that name the pin count, where one is given.
func LifeOf(s *snapshot.Snapshot, n snapshot.Node, pin string) Life {
	life := Life{Entity: n}
	for _, e := range s.In(n, graph.Life...) {
		if pin != "" && !slices.Contains(pinsOf(s.Qualifier(e, "pin")), pinOf(pin)) {
			continue
		}
		life.add(s, e)
	}
	if s.Kind(n) == "Act" && len(life.Steps) > 0 {
		life.Steps = append(life.Steps, Step{Act: n, Relation: graph.Life[0], Date: s.Date(n)})
	}
	slices.SortStableFunc(life.Steps, func(a, b Step) int {
		if (a.Date == "") != (b.Date == "") {
			return len(b.Date) - len(a.Date)
		}
		return cmp.Or(cmp.Compare(a.Date, b.Date), rank(a.Relation)-rank(b.Relation), graph.CompareNatural(s.ID(a.Act), s.ID(b.Act)))
	})
	for _, step := range life.Steps {
		if isDay(life.Until) && !life.Ended && isDay(step.Date) && step.Date > life.Until {
			life.Gaps = append(life.Gaps, Gap{life.Until, step.Date})
		}
		life.Ended = graph.EndsLife(step.Relation)
		if until := step.Until; until != "" || !life.Ended && step.Relation != "amends" {
			life.Until = until // "for a further period" sets an end that the text does not print
		}
	}
	return life
}

// isDay says that a date has a day; what is less exact shows no gap.
func isDay(date string) bool { return len(date) == len("2006-01-02") && date[4] == '-' }

func rank(relation string) int { return slices.Index(graph.Life, relation) }

// add puts a statement to the step of its act, relation and end.
func (l *Life) add(s *snapshot.Snapshot, e snapshot.Edge) {
	act, _ := s.Ends(e)
	step := Step{
		Act: act, Relation: s.Relation(e), Date: cmp.Or(s.Qualifier(e, "date"), s.Date(act)), Until: s.Qualifier(e, "until"),
	}
	for i := range l.Steps {
		old := &l.Steps[i]
		if old.Act == act && old.Relation == step.Relation && (old.Until == step.Until || old.Until == "" || step.Until == "") {
			old.Until = cmp.Or(old.Until, step.Until) // what tells of it later need not say until when
			old.Edges = append(old.Edges, e)
			return
		}
	}
	step.Edges = []snapshot.Edge{e}
	l.Steps = append(l.Steps, step)
}

// pinsOf are the paragraphs that a pin names: "paragraphs 9 and 11".
func pinsOf(pin string) []string {
	words := strings.FieldsFunc(strings.ToLower(pin), func(r rune) bool { return r == ' ' || r == ',' || r == ';' })
	var pins []string
	noun := ""
	for _, w := range words {
		switch {
		case strings.HasPrefix(w, "para"):
			noun = "paragraph"
		case strings.HasPrefix(w, "annex"), strings.HasPrefix(w, "section"), strings.HasPrefix(w, "part"):
			noun = strings.TrimSuffix(strings.TrimSuffix(w, "es"), "s")
			pins = append(pins, noun)
		case w != "and" && w != "to":
			pins = append(pins, strings.TrimSpace(noun+" "+w))
		}
	}
	return pins
}

// pinOf is a pin as pinsOf writes it: "para. 9", "9" and "paragraph 9" are one.
func pinOf(pin string) string {
	pins := pinsOf(pin)
	if len(pins) == 0 {
		return pin
	}
	last := pins[len(pins)-1]
	if last != "" && last[0] >= '0' && last[0] <= '9' {
		return "paragraph " + last
	}
	return last
}
