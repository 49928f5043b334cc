package ask

import (
	"slices"
	"strings"
	"sync"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
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
	word := graph.Spaced(k.Name)
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
	if n := t.node(r); n != snapshot.NoNode && t.Kind(n) == "Act" {
		return strings.TrimSpace(t.called(n) + " " + t.Title(n))
	}
	return title(t, r)
}

// kindsOfActors counts those who did something by their kinds, each once.
func kindsOfActors(t telling) string {
	seen, counts := map[string]bool{}, map[string]int{}
	for _, r := range t.found {
		id := str(r, "source")
		if n, ok := t.Lookup(id); ok && !seen[id] {
			seen[id] = true
			counts[t.Kind(n)]++
		}
	}
	var parts []string
	for _, k := range graph.Kinds {
		parts = append(parts, several(counts[k.Name], singular(k), k.Plural))
	}
	return theyAre(len(seen), parts)
}

// kindsOfActs counts resolutions and decisions.
func kindsOfActs(t telling) string {
	counts, acts := map[string]int{}, t.found
	for _, r := range acts {
		_, kind, _, _ := graph.SplitActID(str(inner(r), "id"))
		counts[kind]++
	}
	var parts []string
	for _, kind := range []string{graph.Resolution, graph.Decision} {
		parts = append(parts, several(counts[kind], kind, kind+"s"))
	}
	return theyAre(len(acts), parts)
}

// several is a number with its noun, empty for none.
func several(n int, one, many string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + one
	}
	return decimal(n) + " " + many
}

// theyAre says of what two results and more consist.
func theyAre(results int, parts []string) string {
	if results < 2 {
		return ""
	}
	return "They are " + enumerated(slices.DeleteFunc(parts, func(s string) bool { return s == "" })) + "."
}

// enumerated joins words as a sentence does.
func enumerated(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
