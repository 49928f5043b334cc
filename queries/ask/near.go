package ask

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// What the texts say instead, where they do not say what is asked for.

// shownNear is the number of relations that are offered instead.
const shownNear = 5

// walk is how far a way back is looked for, as the API's path does.
const walk = 6

// near are what the texts say of the entity of a question that found nothing: by
// other verbs, and for a way between two things the way back.
func (t telling) near() []Near {
	if t.u.query.Name == "path" {
		return t.wayBack()
	}
	s, n, ok := t.sought()
	if !ok {
		return nil
	}
	edges := t.Out(n)
	if s.inward {
		edges = t.In(n)
	}
	other, pair := t.u.nodes["thing"]
	pair = pair && t.u.query.Name == "whether"
	ends := map[string]map[snapshot.Node]bool{}
	for _, e := range edges {
		end, target := t.Ends(e)
		if !s.inward {
			end = target
		}
		name := t.Relation(e)
		if pair && end != other || end == snapshot.NoNode || slices.Contains(s.relations, name) || !t.isLike(name, s.relations[0]) {
			continue
		}
		if ends[name] == nil {
			ends[name] = map[snapshot.Node]bool{}
		}
		ends[name][end] = true
	}
	var list []Near
	for name, nodes := range ends {
		list = append(list, Near{name, len(nodes), t.questionFor(name, n, other, s.inward, pair)})
	}
	slices.SortFunc(list, func(a, b Near) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Relation, b.Relation)) })
	return list[:min(len(list), shownNear)]
}

// isLike says that two relations are of one family, told by one kind of text: all
// citations and what begins, carries on and ends something are one.
func (t telling) isLike(a, b string) bool {
	family := func(name string) string {
		r, _ := graph.RelationByName(name)
		if slices.Contains(graph.Life, name) {
			return graph.Cites
		}
		return r.Broader
	}
	return graph.ToldBy(a) == graph.ToldBy(b) && family(a) == family(b)
}

// questionFor asks for what one relation says of an entity; empty where no verb
// does.
func (t telling) questionFor(name string, n, other snapshot.Node, inward, pair bool) string {
	r, _ := graph.RelationByName(name)
	f, ok := r.Forms()
	switch {
	case !ok:
		return ""
	case pair:
		return "does " + t.clearName(n) + " " + f.Base + " " + t.clearName(other)
	case inward:
		return "what " + f.Third + " " + t.clearName(n)
	}
	return "what does " + t.clearName(n) + " " + f.Base
}

// clearName is a name that a question may have and that means nothing else.
func (r *Reader) clearName(n snapshot.Node) string {
	name := r.called(n)
	if found := r.resolveSlot("thing", name); len(found) == 1 && found[0] == n {
		return name
	}
	return r.ID(n)
}

// wayBack is the way in the other direction.
func (t telling) wayBack() []Near {
	from, to := t.u.nodes["from"], t.u.nodes["to"]
	length, _, err := t.Paths(t.ctx, to, from, snapshot.Limits{Depth: walk})
	if err != nil || length < 1 {
		return nil
	}
	return []Near{{"", length, "path from " + t.clearName(to) + " to " + t.clearName(from)}}
}

// nearRemarks say what comes near, and what was looked for where nothing does.
func (t telling) nearRemarks(near []Near) []string {
	if t.u.query.Name == "path" {
		if len(near) == 0 {
			return []string{"Neither does a way lead back: ways of up to " + decimal(walk) + " steps along citations were looked for."}
		}
		return []string{"A way leads back: from " + t.called(t.u.nodes["to"]) + " to " + t.called(t.u.nodes["from"]) + " in " +
			counted(near[0].Count, "step") + ". Ask: " + near[0].Question}
	}
	if len(near) == 0 {
		return append(t.otherMandates(), t.byOtherName()...)
	}
	s, n, _ := t.sought()
	parts := make([]string, len(near))
	for i, o := range near {
		parts[i] = graph.Spaced(o.Relation) + " " + decimal(o.Count)
		if t.verdict() != nil {
			parts[i] = graph.Spaced(o.Relation) + " it"
			switch o.Relation {
			case "abstained":
				parts[i] = "abstained on it"
			case "draftOf", "partOf":
				parts[i] = "is " + parts[i]
			}
		}
	}
	asked := graph.Spaced(s.relations[0])
	switch {
	case t.verdict() != nil:
		if s.inward {
			return []string{"But this was read of " + t.called(n) + ": something " + enumerated(parts) + "."}
		}
		return []string{"But " + t.called(n) + " " + enumerated(parts) + "."}
	case s.inward:
		return []string{"Nothing that was read " + asked + " it; by other verbs: " + enumerated(parts) + "."}
	}
	return []string{t.called(n) + " " + asked + " nothing that was read; it " + enumerated(parts) + "."}
}

// byOtherName says that nothing at all was read of a body by its full name, where texts
// speak of one by the end of that name: of the Emergency Force, whichever it was.
func (t telling) byOtherName() (list []string) {
	_, n, ok := t.sought()
	if !ok || len(t.In(n)) > 0 || len(t.Out(n)) > 0 {
		return nil
	}
	for _, other := range t.Nodes(t.Kind(n)) {
		if title := t.Title(other); strings.Contains(title, " ") && strings.HasSuffix(t.Title(n), " "+title) && len(t.In(other)) > 0 {
			list = append(list, "Nothing was read under this name; the texts speak of "+title+". Ask for that.")
		}
	}
	return list
}

// otherMandates say how much an act asks where it asks nothing of the kind asked for.
func (t telling) otherMandates() []string {
	n, ok := t.u.nodes["act"]
	if !ok || !slices.Contains(t.form.lists, "mandates") {
		return nil
	}
	asks := 0
	for p := n + 1; int(p) < t.Len() && strings.HasPrefix(t.ID(p), t.ID(n)+"#"); p++ {
		if t.Kind(p) == "Mandate" {
			asks++
		}
	}
	if asks == 0 {
		return nil
	}
	return []string{"Of what " + t.called(n) + " asks, " + counted(asks, "thing") + ", nothing was read to be of this kind."}
}

// standing are the best paragraphs that have the words of a question where no
// statement answers it: those of the text itself of which nothing was read, else
// those with the verb and the name of what it asks about, or of a story the name.
func (t telling) standing(c Completeness) (list []Passage) {
	if len(t.naming) > 0 {
		for _, n := range t.naming[:min(len(t.naming), shownRows)] {
			list = append(list, Passage{Node: n, Whole: t.wholeOf(n), Text: t.Text(n, "text")})
		}
		return list
	}
	if len(t.found) > 0 {
		return nil
	}
	for _, l := range c.Lacks {
		for _, n := range l.Paragraphs {
			list = append(list, Passage{Node: n, Whole: t.wholeOf(n), Text: t.Text(n, "text")})
		}
	}
	if len(list) > 0 {
		return list
	}
	s, n, ok := t.sought()
	words := ""
	switch {
	case t.u.query.Name == "story":
		n = t.u.nodes["thing"]
	case ok && (s.inward || t.isAct(n) && !t.Loaded(n)) && graph.ToldBy(s.relations[0]) == graph.ToldByText:
		r, _ := graph.RelationByName(s.relations[0])
		words = " " + r.Verb
	default:
		return nil
	}
	name := `"` + cmp.Or(t.Title(n), t.called(n)) + `"`
	if _, _, number, isAct := graph.SplitActID(t.ID(n)); isAct {
		name = number
	}
	found, err := t.FindPassages(t.ctx, PassageQuery{Words: name + words})
	if err != nil || !found.Whole() {
		return nil
	}
	return found.First(shownNear)
}
