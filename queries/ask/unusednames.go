package ask

import (
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Names of a question that its query does not use: the answer is then to a part of the
// question only, and says so.

// leavesOut are the words of the question that name something which is nowhere in the
// query, nor in the reading of it.
func (u *understanding) leavesOut(r *Reader) (words []string) {
	d := u.meant
	used := slices.Concat(d.Bodies, d.Sessions)
	for _, n := range u.nodes {
		used = append(used, n)
	}
	for _, list := range u.lists {
		used = append(used, list...)
	}
	for _, cl := range d.Clauses {
		used = slices.Concat(used, cl.Subject.Nodes, cl.Object.Nodes)
	}
	values := fmt.Sprint(u.variables)
	for _, name := range d.named {
		isUsed := func(n snapshot.Node) bool {
			return slices.Contains(used, n) || strings.Contains(values, strings.TrimPrefix(r.ID(n), "body/")) ||
				r.partOfOne(n, used)
		}
		office := r.only(name.Nodes, "Role") &&
			slices.ContainsFunc(used, func(n snapshot.Node) bool { return r.Kind(n) == "Role" })
		if office || slices.ContainsFunc(name.Nodes, isUsed) || strings.Contains(d.Words, name.Text) ||
			slices.Contains(words, name.Text) {
			continue
		}
		words = append(words, name.Text)
	}
	return words
}

// partOfOne says that an entity is named in the title of one that is used, or is the draft
// of it.
func (r *Reader) partOfOne(n snapshot.Node, used []snapshot.Node) bool {
	named := r.namePattern(n)
	for _, e := range r.Out(n, "draftOf") {
		if _, act := r.Ends(e); slices.Contains(used, act) {
			return true
		}
	}
	return slices.ContainsFunc(used, func(other snapshot.Node) bool { return named.MatchString(r.Title(other)) })
}

// saysLeftOut adds to an answer which names of the question it does not use.
func (r *Reader) saysLeftOut(u *understanding, answer *Answer) {
	if u.told().words || u.query.Name == "lifecycle" || u.query.Name == "story" {
		return
	}
	words := u.leavesOut(r)
	if len(words) == 0 {
		return
	}
	said := "not used in this reading of the question: “" + strings.Join(words, "”, “") + "”"
	answer.Text += said + "\n"
	answer.Completeness.add(Lack{State: Guessed, Text: said})
}
