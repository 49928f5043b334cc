package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Acts and drafts that are described by what they are about: the resolution on the
// firearms protocol, the Falklands resolution of April 1982, the draft on youth.

// maxDescribed is the number of acts that a description may fit and still be one.
const maxDescribed = 3

// describeBehind reads what stands behind the noun of one act: the resolution on X.
func (p *parser) describeBehind() {
	for i := range p.parts {
		q := p.at(i)
		if !p.oneAct(i) || !strings.EqualFold(p.at(i+1).text, "on") && !p.at(i+1).is("about") {
			continue
		}
		to := i + 2
		for to < len(p.parts) && p.goesOnDescribing(to) {
			to++
			if p.at(to - 1).stop {
				break
			}
		}
		for to > i+2 && (p.at(to-1).isAny("of", "in", "the", "and", "to") && !p.isName(to-1)) {
			to--
		}
		words := p.textOf(i+2, to)
		found := p.describedBy(words, p.draftSaid(i), p.kindSaid(i))
		if len(found) == 0 {
			continue
		}
		p.settle(i, i+1, to, q.text+" on "+words, found)
	}
}

// oneAct says that a part is the noun of one act or draft.
func (p *parser) oneAct(i int) bool {
	q := p.at(i)
	several := strings.HasSuffix(strings.ToLower(q.text), "s")
	return len(q.nodes) == 0 && !several && (p.draftSaid(i) || q.noun != nil && q.noun.actKind != "")
}

func (p *parser) draftSaid(i int) bool { return p.at(i).is("draft") }

// kindSaid is resolution or decision where the noun of a part says which.
func (p *parser) kindSaid(i int) string {
	if n := p.at(i).noun; n != nil {
		return n.actKind
	}
	return ""
}

// goesOnDescribing says that a part belongs to the words behind "on".
func (p *parser) goesOnDescribing(i int) bool {
	q := p.at(i)
	if q.isAny("ask", "aux", "say", "when", "how", "until", "outcome") && !p.isName(i) || q.since != "" || p.ofKinds(i, "Session") {
		return false
	}
	before := p.at(i)
	if before.text == "from" {
		return false
	}
	if before.text == "at" || before.text == "in" || before.text == "by" {
		return len(p.at(i+1).nodes) == 0 || !p.ofKinds(i+1, "Session") && !p.adopters(i+1)
	}
	return q.verb == nil || q.verb.ing || q.noun != nil || len(q.nodes) > 0
}

func (p *parser) textOf(from, to int) string {
	var words []string
	for k := from; k < to; k++ {
		words = append(words, p.at(k).text)
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

// settle makes one part of a description, which names what fits it.
func (p *parser) settle(i, from, to int, text string, found []snapshot.Node) {
	q := p.at(i)
	q.nodes, q.near, q.noun, q.verb, q.cue, q.text = found, asPart, nil, nil, "", text
	q.stop = q.stop || p.at(to-1).stop
	for from = min(from, i); from > 0 && (p.at(from-1).since != "" && len(p.at(from-1).nodes) == 0 || p.adopters(from-1)); from-- {
		text = p.at(from-1).text + " " + text // they have narrowed it
	}
	for k := from; k < to; k++ {
		if k != i {
			p.parts[k] = part{sense: sense{cue: "the"}, near: closenesses}
		}
	}
	p.out.described = true
	p.out.Assumed = append(p.out.Assumed, text+" is "+p.calledAll(found, " or "))
}

// describedBy are the acts, or the drafts, that words describe: by their titles, else
// by a paragraph that has them all; none where more than a few are. The time, the body and
// the session that the question names narrow them.
func (p *parser) describedBy(words string, draft bool, actKind string) []snapshot.Node {
	if words = sayingWords(words); words == "" {
		return nil
	}
	fits := p.narrowing(draft, actKind, true)
	found := p.titledLike(words, fits)
	if len(found) == 0 {
		found = p.titledLike(words, p.narrowing(draft, actKind, false))
	}
	if len(found) == 0 {
		if found = p.sayingAll(words, fits); draft && len(found) > 1 {
			found = nil
		}
	}
	if len(found) == 0 && draft { // the act that it became
		found = p.titledLike(words, p.narrowing(false, actKind, true))
	}
	if len(found) > maxDescribed {
		return nil
	}
	return found
}

// narrowing is what must hold of an act or draft that the question describes; closely
// also its session and its body, which may be those of something else.
func (p *parser) narrowing(draft bool, actKind string, closely bool) func(n snapshot.Node) bool {
	since, until, owners := "", "", p.ownersNamed()
	var sessions []string
	for i := range p.parts {
		if q := p.at(i); q.since != "" && len(q.nodes) == 0 {
			since, until = q.since, q.until
		}
		if p.ofKinds(i, "Session") {
			for _, n := range p.at(i).nodes {
				sessions = append(sessions, p.ID(n))
			}
		}
	}
	return func(n snapshot.Node) bool {
		id := p.ID(n)
		_, kind, _, isAct := graph.SplitActID(id)
		switch {
		case draft != p.isDraft(n), !draft && (!isAct || actKind != "" && kind != actKind), !p.isDated(n, since, until):
			return false
		case !closely:
			return true
		case len(sessions) > 0:
			return slices.Contains(sessions, p.Text(n, "session"))
		case isAct && len(owners) > 0 && p.adoptersAmong(owners):
			return slices.Contains(owners, graph.BodyID(p.OwnerOf(n)))
		}
		return true
	}
}

// adoptersAmong says that acts of one of some bodies are loaded.
func (p *parser) adoptersAmong(ids []string) bool {
	return slices.ContainsFunc(p.names().adopters, func(n snapshot.Node) bool { return slices.Contains(ids, p.ID(n)) })
}

// isDraft says that a text is a draft with a symbol of its own.
func (r *Reader) isDraft(n snapshot.Node) bool {
	return r.Kind(n) == "Document" && strings.Contains(r.ID(n), "/L.") || strings.Contains(r.ID(n), "/draft-")
}

// titledLike are the loaded texts that have words in their title, or in what they are
// about, in whatever inflection.
func (r *Reader) titledLike(words string, fits func(n snapshot.Node) bool) (found []snapshot.Node) {
	var stems []string
	for w := range strings.FieldsSeq(words) {
		stems = append(stems, "-"+stem(graph.Slug(w)))
	}
	for _, t := range r.names().topics {
		lacks := func(s string) bool { return !strings.Contains(t.key, s) }
		if !slices.ContainsFunc(stems, lacks) && fits(t.node) {
			found = append(found, t.node)
		}
	}
	return found
}

// A topic is what a loaded act or draft is about: its title and what its text says of it,
// folded.
type topic struct {
	node snapshot.Node
	key  string
}

// topicsOf are the topics of all loaded acts and drafts.
func (r *Reader) topicsOf() (list []topic) {
	for _, kind := range []string{"Act", "Document"} {
		for _, n := range r.Nodes(kind) {
			if r.Loaded(n) {
				list = append(list, topic{n, "-" + graph.Slug(r.Title(n)+" "+r.Text(n, "about"))})
			}
		}
	}
	return list
}

// sayingAll is the loaded text with a paragraph that has all of some words; a few where
// one of them is a name.
func (p *parser) sayingAll(words string, fits func(n snapshot.Node) bool) (found []snapshot.Node) {
	if search.CountWords(words) < 2 && (p.at(0).unknown() || !capital.MatchString(words)) {
		return nil
	}
	list, err := p.FindPassages(p.ctx, PassageQuery{Words: words})
	if err != nil || !list.Whole() {
		return nil
	}
	for _, n := range list.Nodes() {
		if whole := p.wholeOf(n); !slices.Contains(found, whole) && fits(whole) {
			if found = append(found, whole); len(found) > 1 && !capital.MatchString(words) || len(found) > maxDescribed {
				return nil
			}
		}
	}
	return found
}
