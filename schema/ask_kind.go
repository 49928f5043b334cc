package schema

import (
	"fmt"
	"strings"
	"sync"

	"mandategraph/graph"
)

// What questions and answers say of kinds: treaties, articles, States.

// kindWords maps the plurals of kinds, and their singulars, to their names.
var kindWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for _, k := range graph.Kinds {
		for _, word := range []string{k.Plural, singular(k)} {
			words[strings.ToLower(word)] = k.Name
		}
	}
	return words
})

// singular is a kind in words: State, agenda item.
func singular(k graph.Kind) string {
	word := strings.TrimSpace(phrase(k.Name))
	if k.Plural[0] == k.Name[0] { // a name: States
		word = k.Plural[:1] + word[1:]
	}
	return word
}

// cited is the name of what a statement cites: of an article with its treaty.
func cited(t telling, r row) string {
	if strings.Contains(str(inner(r), "id"), "/article/") {
		return articleOf(t, r)
	}
	if n := t.node(r); n != graph.NoNode && t.Kind(n) == "Act" {
		return strings.TrimSpace(t.called(n) + " " + t.Title(n))
	}
	return title(t, r)
}

// kindsOfActors counts those who did something by their kinds, each once.
func kindsOfActors(t telling) string {
	seen, counts, actors := map[string]bool{}, map[string]int{}, 0
	for _, r := range t.found() {
		id := str(r, "source")
		n, ok := t.Lookup(id)
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		counts[t.Kind(n)]++
		actors++
	}
	var parts []string
	for _, k := range graph.Kinds {
		switch count := counts[k.Name]; count {
		case 0:
		case 1:
			parts = append(parts, "1 "+singular(k))
		default:
			parts = append(parts, fmt.Sprintf("%d %s", count, k.Plural))
		}
	}
	if actors < 2 {
		return ""
	}
	return "They are " + enumerated(parts) + "."
}

// enumerated joins words as a sentence does.
func enumerated(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
