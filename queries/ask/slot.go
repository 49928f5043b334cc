package ask

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// checked is how many entities are compared between two looks at the context.
const checked = 256

// maxCandidates is the number of entities that an ambiguous name lists.
const maxCandidates = 20

// slotKinds are the kinds that a sort of slot takes; every kind where absent.
var slotKinds = map[string][]string{
	"body":    {"Body", "Secretariat"},
	"adopter": {"Body"},
	"state":   {"State", "Group", "Organization"},
	"treaty":  {"Treaty"},
}

// slotResolvers resolve the slots that are more than names.
var slotResolvers map[string]func(r *Reader, text string) []snapshot.Node

// The table is filled here, as a session's resolver asks it for the body.
func init() {
	slotResolvers = map[string]func(r *Reader, text string) []snapshot.Node{
		"act":     (*Reader).actsCalled,
		"session": (*Reader).sessionsCalled,
		"item":    (*Reader).itemsCalled,
		"adopter": (*Reader).adoptersCalled,
		"words":   func(*Reader, string) []snapshot.Node { return nil },
		"thing": func(r *Reader, text string) []snapshot.Node {
			if acts := r.actsCalled(text); len(acts) > 0 {
				return acts
			}
			return r.named(text, nil)
		},
	}
}

// resolveSlot finds what may be meant; one entity where the text is clear.
func (r *Reader) resolveSlot(sort, text string) []snapshot.Node {
	text = strings.Trim(text, " ,.;:?!\"“”")
	key := sort + "\x00" + text
	if found, known := r.resolved[key]; known {
		return found
	}
	found := r.lookUp(sort, text)
	if r.resolved != nil {
		r.resolved[key] = found
	}
	return found
}

// lookUp finds what may be meant, anew.
func (r *Reader) lookUp(sort, text string) []snapshot.Node {
	if rest, ok := cutFold(text, "the "); ok {
		text = rest
	}
	if resolve, ok := slotResolvers[sort]; ok {
		return resolve(r, text)
	}
	return r.named(text, slotKinds[sort])
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// actsReferred finds acts by reference or id.
func (r *Reader) actsReferred(text string) []snapshot.Node {
	isOther := func(n snapshot.Node) bool { return r.Kind(n) != "Act" }
	return slices.DeleteFunc(slices.Clone(snapshot.Resolve(r.Snapshot, text)), isOther)
}

// actsCalled finds acts by reference or id, in any case, or by their whole title.
func (r *Reader) actsCalled(text string) []snapshot.Node {
	found := r.actsReferred(text)
	if len(found) > 0 {
		return found
	}
	slug := graph.Slug(text)
	if slug == "" {
		return nil
	}
	for i, n := range r.Nodes("Act") {
		if i%checked == 0 && r.ended() {
			return nil
		}
		if graph.Slug(r.ID(n)) == slug || graph.Slug(r.Title(n)) == slug {
			found = append(found, n)
		}
	}
	if len(found) == 0 {
		found = r.actsOfAdopter(text)
	}
	return clip(found)
}

var adopterPattern = regexp.MustCompile(`(?i)^(.+?),? (?:of|by|from|adopted by|adopted at|at) (?:the |its )?(.+)$`)

// actsOfAdopter finds acts by reference and by the body or session that adopted
// them: resolution 12/4 of the Conference.
func (r *Reader) actsOfAdopter(text string) []snapshot.Node {
	m := adopterPattern.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	adopted := among(r, slices.Concat(r.adoptersCalled(m[2]), r.sessionsCalled(m[2])))
	return slices.DeleteFunc(slices.Clone(r.actsCalled(m[1])), func(act snapshot.Node) bool {
		return !adopted(graph.BodyID(r.OwnerOf(act))) && !adopted(r.Text(act, "session"))
	})
}

func clip(nodes []snapshot.Node) []snapshot.Node {
	return slices.Clip(nodes[:min(len(nodes), maxCandidates)])
}

// unnamed kinds are not found by name: acts have references, and the others
// stand inside them.
var unnamed = []string{"Act", "Paragraph", "Mandate"}

// namedKinds are the others.
func namedKinds() []string {
	var kinds []string
	for _, k := range graph.Kinds {
		if !slices.Contains(unnamed, k.Name) {
			kinds = append(kinds, k.Name)
		}
	}
	return kinds
}

// Closeness of a name to a text, best first.
const (
	asID = iota
	asName
	asAlias
	asPart    // its words are among those of a name
	asOutline // they are in their order, others between them, from the first one
	closenesses
)

// named finds entities of some kinds by id, name, alias or code, in any case and
// with or without accents: the closest ones only.
func (r *Reader) named(text string, kinds []string) []snapshot.Node {
	slug := graph.Slug(text)
	if slug == "" {
		return nil
	}
	var byCloseness [closenesses][]snapshot.Node
	for _, k := range graph.Kinds {
		if slices.Contains(unnamed, k.Name) || len(kinds) > 0 && !slices.Contains(kinds, k.Name) {
			continue
		}
		for i, n := range r.Nodes(k.Name) {
			if i%checked == 0 && r.ended() {
				return nil
			}
			if c := r.closeness(n, slug); c < closenesses {
				byCloseness[c] = append(byCloseness[c], n)
			}
		}
	}
	for _, found := range byCloseness {
		if len(found) > 0 {
			return clip(found)
		}
	}
	return nil
}

func (r *Reader) closeness(n snapshot.Node, slug string) int {
	f := r.names().folded[n]
	switch {
	case f.id == slug || f.rest == slug:
		return asID
	case f.title == slug || f.name == slug:
		return asName
	case f.last == slug, slices.Contains(f.aliases, slug),
		f.short == slug && slices.ContainsFunc(r.Having("body", n, "Act"), r.Loaded):
		return asAlias
	case strings.Contains("-"+f.title+"-", "-"+slug+"-"):
		return asPart
	case outlines(slug, f.title):
		return asOutline
	}
	return closenesses
}

// outlines reports whether a name begins with the first word of a shorter one and
// has all its words in their order, at least three of them.
func outlines(short, name string) bool {
	words := strings.Split(short, "-")
	if len(words) < 3 || !strings.HasPrefix(name, words[0]+"-") {
		return false
	}
	for _, w := range strings.Split(name, "-") {
		if len(words) > 0 && words[0] == w {
			words = words[1:]
		}
	}
	return len(words) == 0
}

// Named finds the entities that a text may mean: the one with that id, acts that
// fit it as a reference, else what has it as a name; at most 20.
func (r *Reader) Named(ctx context.Context, text string) []snapshot.Node {
	text = strings.TrimSpace(text)
	if n, ok := r.Lookup(text); ok {
		return []snapshot.Node{n}
	}
	return clip(r.during(ctx).resolveSlot("thing", text))
}
