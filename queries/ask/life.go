package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// What answers say of how something began, went on and ended.

// times is how often something was done.
func times(_ telling, r row) string {
	if r["count"] == 1. {
		return "once"
	}
	return fmt.Sprintf("%v times", r["count"])
}

// countedName is what was counted, by its first key.
func countedName(t telling, r row) string {
	keys, _ := r["keys"].([]any)
	if len(keys) == 0 {
		return ""
	}
	key, _ := keys[0].(map[string]any)
	entity, _ := key["entity"].(map[string]any)
	if n, ok := t.Lookup(str(entity, "id")); ok && t.Kind(n) == "Act" {
		return strings.TrimSpace(t.called(n) + "  " + t.Title(n))
	}
	return str(key, "label")
}

// stepAct is the act of a step.
func stepAct(t telling, r row) string {
	act, _ := r["act"].(map[string]any)
	n, ok := t.Lookup(str(act, "id"))
	if !ok {
		return str(act, "id")
	}
	return strings.TrimSpace(t.called(n) + " " + t.Title(n))
}

// stepEnd is until when a step lets something go on.
func stepEnd(t telling, r row) string {
	if end := str(r, "until"); end != "" {
		return "until " + t.moment(end)
	}
	return ""
}

// endOf is until when a statement or mandate lets something go on.
func endOf(t telling, r row) string { return t.moment(cmp.Or(str(r, "until"), str(inner(r), "until"))) }

// moment is a date, or a session in words.
func (t telling) moment(value string) string {
	if n, ok := t.Lookup(value); ok && n != snapshot.NoNode {
		return cmp.Or(t.Title(n), value)
	}
	return value
}

// stepQuotes are what the paragraphs say that prove a step, each once.
func stepQuotes(t telling, r row) (lines []string) {
	statements, _ := r["statements"].([]any)
	for _, s := range statements {
		said, _ := s.(map[string]any)
		e, ok := t.StatementByNode(str(said, "statement"))
		if line := str(said, "locator") + " “" + t.quoteOf(e) + "”"; ok && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// lifeGaps says of which times nothing is known, and until when it goes on.
func lifeGaps(t telling) string {
	life, _ := t.data["lifecycle"].(map[string]any)
	var parts []string
	if t.story != nil {
		for _, s := range t.story.Sentences {
			if s.Gap {
				parts = append(parts, s.Text)
			}
		}
	}
	if until := str(life, "until"); until != "" && life["ended"] != true {
		parts = append(parts, "The last end that is known is "+t.moment(until)+".")
	}
	return strings.Join(parts, " ")
}

// inSentence is a sentence of a story.
var inSentence = column{"sentence", func(_ telling, r row) string { return str(r, "text") }}

// sentenceQuote is what proves a sentence of a story, with its place.
func sentenceQuote(_ telling, r row) []string {
	statements, _ := r["statements"].([]any)
	if len(statements) == 0 {
		return nil
	}
	said, _ := statements[0].(map[string]any)
	return []string{str(said, "locator") + " “" + str(r, "quote") + "”"}
}

// storyOfLife, storyOfThing and storyBetween are the stories of answers.
func storyOfLife(t telling) *Story {
	s := t.StoryOf(t.ctx, t.u.nodes["entity"], false)
	return &s
}

func storyOfThing(t telling) *Story {
	s := t.StoryOf(t.ctx, t.u.nodes["thing"], true)
	return &s
}

func storyBetween(t telling) *Story {
	s, err := t.StoryBetween(t.ctx, t.u.nodes["from"], t.u.nodes["to"])
	if err != nil {
		return nil // nobody waits for it any more
	}
	return &s
}
