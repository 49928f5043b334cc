package ask

import (
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
)

// What a life comes to, in one sentence before its steps: how it began, how often it
// was carried on and until when last, what changed and what ended it.

// lifeLead is that sentence; empty of what has no steps.
func lifeLead(t telling) string {
	n, ok := t.u.nodes["entity"]
	if !ok {
		n, ok = t.u.nodes["thing"]
	}
	if !ok || t.Kind(n) == "Act" {
		return ""
	}
	life := timeline.LifeOf(t.Snapshot, n, "")
	if len(life.Steps) == 0 {
		if kind := t.Kind(n); kind == "Body" || kind == "Instrument" { // else what is told of it looks like its origin
			return "What established it " + notReadBefore + "."
		}
		return ""
	}
	of := func(relations ...string) (list []timeline.Step) {
		for _, step := range life.Steps {
			if slices.Contains(relations, step.Relation) {
				list = append(list, step)
			}
		}
		return list
	}
	parts := []string{t.begun(of("establishes")), t.carriedOn(of("renews", "extends"))}
	if changed := of("amends"); len(changed) > 0 {
		parts = append(parts, "changed "+timesOf(len(changed))+t.byWhich(changed))
	}
	parts = append(parts, t.over(life))
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ") + "."
}

// begun says by what something was established.
func (t telling) begun(steps []timeline.Step) string {
	if len(steps) == 0 {
		return "what established it " + notReadBefore
	}
	var list []string
	for _, step := range steps {
		list = append(list, t.stepCalled(step))
	}
	return "established by " + enumerated(list)
}

// carriedOn says how often something was renewed or extended, and by what last.
func (t telling) carriedOn(steps []timeline.Step) string {
	acts := actsOf(steps)
	switch {
	case len(acts) > 0 && !slices.ContainsFunc(acts, func(n snapshot.Node) bool { return !t.onlyProposed(n) }):
		return "no act was read that renews or extends it; this would be done by " + t.stepCalled(steps[len(steps)-1]) +
			", of which no loaded text tells that it was adopted"
	case len(acts) == 0:
		return "no renewal or extension was read"
	case len(acts) == 1:
		return "renewed or extended once, by " + t.stepCalled(steps[0])
	}
	last := steps[len(steps)-1]
	dated := slices.DeleteFunc(slices.Clone(steps), func(s timeline.Step) bool { return s.Date == "" })
	if len(dated) > 0 {
		last = dated[len(dated)-1]
	}
	return "renewed or extended " + timesOf(
		len(acts),
	) + ", first by " + t.stepCalled(
		steps[0],
	) + ", last by " + t.stepCalled(
		last,
	)
}

// over says what ended something; where nothing did, that no end was read.
func (t telling) over(life timeline.Life) string {
	var list []string
	for _, step := range life.Steps {
		if graph.EndsLife(step.Relation) {
			list = append(list, t.stepCalled(step))
		}
	}
	if len(list) > 0 {
		return "ended by " + enumerated(list)
	}
	if life.Until != "" {
		return "nothing that ended it before was read"
	}
	return "no end was read"
}

// byWhich names the acts of a few steps.
func (t telling) byWhich(steps []timeline.Step) string {
	const few = 3
	if len(steps) > few {
		return ", last by " + t.stepCalled(steps[len(steps)-1])
	}
	var list []string
	for _, step := range steps {
		list = append(list, t.stepCalled(step))
	}
	return " by " + enumerated(list)
}

// stepCalled is the act of a step with its date, and until when it goes on.
func (t telling) stepCalled(step timeline.Step) string {
	said := t.called(step.Act)
	if t.onlyProposed(step.Act) {
		said = "the draft " + strings.TrimPrefix(said, "document/")
	}
	if step.Date != "" {
		said += " of " + step.Date
	}
	if step.Until != "" {
		said += " (until " + t.spokenMoment(step.Until) + ")"
	}
	return said
}

// actsOf are the acts of steps, each once.
func actsOf(steps []timeline.Step) (acts []snapshot.Node) {
	for _, step := range steps {
		if !slices.Contains(acts, step.Act) {
			acts = append(acts, step.Act)
		}
	}
	return acts
}

// timesOf is a number of times in words.
func timesOf(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// notReadBefore says of a beginning that the texts may tell it all the same.
const notReadBefore = "was not read"
