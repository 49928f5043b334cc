package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// The store's own names, for finding them inside a question.

// A nameIndex finds entities by what they are called. It is made once for a
// snapshot and kept with it.
type nameIndex struct {
	// whole are the entities with a name, by its key; near says how close it is.
	whole map[string][]called
	// having are the keys of names of several words, by each of these words.
	having map[string][]string
	// folded are the names of each entity that is found by name.
	folded map[snapshot.Node]folded
	// adopters are the bodies of which acts are loaded.
	adopters []snapshot.Node
	// topics are what the loaded acts and drafts are about.
	topics []topic
	// acts are the acts with a number, in small letters.
	acts map[string][]snapshot.Node
}

// A called entity has a name.
type called struct {
	node snapshot.Node
	near int
}

// nameIndexKey is where a snapshot keeps it.
type nameIndexKey struct{}

// names is the index of the reader's snapshot.
func (r *Reader) names() *nameIndex {
	made := r.Derived(nameIndexKey{}, func() any {
		x := &nameIndex{
			whole: map[string][]called{}, having: map[string][]string{}, folded: map[snapshot.Node]folded{},
			acts: map[string][]snapshot.Node{},
		}
		for _, k := range graph.Kinds {
			if slices.Contains(unnamed, k.Name) {
				continue
			}
			for _, n := range r.Nodes(k.Name) {
				x.folded[n] = r.fold(n)
				if k.Name != "Recommendations" {
					r.enter(x, n)
				}
			}
		}
		for _, n := range r.Nodes("Act") {
			if _, _, number, ok := graph.SplitActID(r.ID(n)); ok {
				number = strings.ToLower(number)
				x.acts[number] = append(x.acts[number], n)
			}
			x.add(r.Title(n), n, asName)
		}
		for _, n := range r.Nodes("Body") {
			if slices.ContainsFunc(r.Having("body", n, "Act"), r.Loaded) {
				x.adopters = append(x.adopters, n)
			}
		}
		x.topics = r.topicsOf()
		x.split()
		return x
	})
	return made.(*nameIndex)
}

// folded are the names of an entity as [graph.Slug] folds them. A body's short form
// counts only where it adopted a loaded act.
type folded struct {
	id, rest, last, title, name, short string
	// aliases are its aliases, codes and symbols, and for a body the names of the
	// reference table.
	aliases []string
}

func (r *Reader) fold(n snapshot.Node) folded {
	id := r.ID(n)
	_, rest, _ := strings.Cut(id, "/")
	f := folded{
		id: graph.Slug(id), rest: graph.Slug(rest), last: graph.Slug(id[strings.LastIndex(id, "/")+1:]),
		title: graph.Slug(r.Title(n)), name: graph.Slug(r.Text(n, "name")),
	}
	for _, property := range []string{"alias", "code", "symbol", "called"} {
		for _, alias := range r.Values(n, property) {
			f.aliases = append(f.aliases, graph.Slug(alias))
		}
	}
	code, isBody := strings.CutPrefix(id, "body/")
	if b, known := names.BodyByCode(code); isBody && known {
		f.short = graph.Slug(b.Short)
		f.aliases = append(f.aliases, graph.Slug(b.Name))
		for _, alias := range b.Aliases {
			f.aliases = append(f.aliases, graph.Slug(alias))
		}
	}
	return f
}

// enter adds an entity under all its names.
func (r *Reader) enter(x *nameIndex, n snapshot.Node) {
	id := r.ID(n)
	x.add(r.Title(n), n, asName)
	x.add(r.Text(n, "name"), n, asName)
	if !strings.Contains(id, "/session/") || r.Kind(n) == "Document" {
		_, rest, _ := strings.Cut(id, "/")
		x.add(rest, n, asID)
		if last := id[strings.LastIndex(id, "/")+1:]; !onlyFigures.MatchString(last) && r.lastNames(n, last) {
			x.add(last, n, asAlias)
		}
	}
	r.enterShort(x, n)
	if r.Kind(n) == "Role" {
		x.add(r.Title(n)+"s", n, asAlias)
	}
	for _, property := range []string{"alias", "code", "symbol", "called"} {
		for _, alias := range r.Values(n, property) {
			x.add(alias, n, asAlias)
		}
	}
	code, isBody := strings.CutPrefix(id, "body/")
	if b, known := names.BodyByCode(code); isBody && known {
		x.add(b.Name, n, asName)
		x.add(b.Short, n, asAlias)
		for _, alias := range b.Aliases {
			x.add(alias, n, asAlias)
		}
	}
}

var onlyFigures = regexp.MustCompile(`^[0-9()a-z.-]{0,4}$`)

// add enters one name; without the United Nations in front it is an alias.
func (x *nameIndex) add(name string, n snapshot.Node, near int) {
	key := nameKey(graph.Slug(name))
	if key == "" {
		return
	}
	x.put(key, n, near)
	if rest, ok := strings.CutPrefix(key, "un-"); ok && strings.Contains(rest, "-") {
		x.put(rest, n, asAlias)
	}
}

func (x *nameIndex) put(key string, n snapshot.Node, near int) {
	list := x.whole[key]
	if i := slices.IndexFunc(list, func(c called) bool { return c.node == n }); i >= 0 {
		list[i].near = min(list[i].near, near)
		return
	}
	x.whole[key] = append(list, called{n, near})
}

// split enters the words of names of several words.
func (x *nameIndex) split() {
	keys := make([]string, 0, len(x.whole))
	for key := range x.whole {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		words := strings.Split(key, "-")
		if len(words) < 2 || len(words) > maxNameWords {
			continue
		}
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			x.having[w] = append(x.having[w], key)
		}
	}
}

// maxNameWords bounds the words of a name that is found by some of them.
const maxNameWords = 16

// called lists the entities with exactly this name, the closest ones only: those
// that statements are about before those known by a table alone.
func (r *Reader) calledExactly(key string) []snapshot.Node {
	list := r.names().whole[nameKey(key)]
	best := closenesses
	for _, c := range list {
		best = min(best, c.near)
	}
	var found []snapshot.Node
	for _, c := range list {
		if c.near == best || c.near <= asName && best <= asName {
			found = append(found, c.node)
		}
	}
	if others := slices.DeleteFunc(slices.Clone(found), r.isAct); len(others) > 0 {
		found = others // an act whose title is the name of a body
	}
	return r.inUse(found)
}

// inUse are those that the loaded texts speak of, or all where they speak of none.
func (r *Reader) inUse(nodes []snapshot.Node) []snapshot.Node {
	if len(nodes) < 2 {
		return nodes
	}
	used := slices.DeleteFunc(slices.Clone(nodes), func(n snapshot.Node) bool {
		return len(r.In(n)) == 0 && len(r.Out(n)) == 0 && len(r.Having("body", n, "Act")) == 0
	})
	if len(used) == 0 {
		return nodes
	}
	return used
}

// calledPartly lists the entities whose name has these words side by side: the
// Organized Crime Convention. Only names that the loaded texts use count.
func (r *Reader) calledPartly(key string) []snapshot.Node {
	key = nameKey(key)
	words := strings.Split(key, "-")
	x := r.names()
	var shortest []string
	for i, w := range words {
		if list := x.having[w]; i == 0 || len(list) < len(shortest) {
			shortest = list
		}
	}
	var found []snapshot.Node
	for _, name := range shortest {
		if !strings.Contains("-"+name+"-", "-"+key+"-") {
			continue
		}
		for _, c := range x.whole[name] {
			if slices.Contains(partlyNamed, r.Kind(c.node)) && !slices.Contains(found, c.node) {
				found = append(found, c.node)
			}
		}
	}
	slices.Sort(found)
	return r.inUse(found)
}

// partlyNamed are the kinds of which people say a part of the name.
var partlyNamed = []string{"Body", "Secretariat", "Treaty", "Instrument", "Organization", "Group"}

// referred finds the acts that a text refers to: 12/4, S/RES/242 (1967).
func (r *Reader) referred(text string) []snapshot.Node {
	if n, ok := r.Lookup(text); ok {
		return []snapshot.Node{n}
	}
	ref, ok := names.ParseReference(text)
	if !ok || ref.Number == "" {
		return nil
	}
	number := strings.ToLower(ref.Number)
	plain, _, dated := strings.Cut(number, "(")
	candidates := r.names().acts[number]
	if dated { // 242 (1967) is number 242 of a body that dates its numbers
		candidates = slices.Concat(candidates, r.names().acts[plain])
	}
	var found []snapshot.Node
	for _, n := range candidates {
		if ref.Matches(r.ID(n)) {
			found = append(found, n)
		}
	}
	return found
}
