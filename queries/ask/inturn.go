package ask

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Several questions in one sentence, answered one after another.

// A piece is one question of several.
type piece struct {
	text string
	// u is how it was read; nil where it was not understood.
	u *understanding
	// first says that the topic is taken from it.
	first bool
	// of is what the first question is about, for one that only points back to it.
	of string
}

// asked is a piece with the topic in it.
func (p piece) asked(d division) string {
	switch {
	case p.first:
		return p.text
	case p.of != "" && d.topic == "":
		return division{topic: p.of}.about(p.text)
	}
	return d.about(p.text)
}

// declares says that the query of a reading has a variable of some type.
func (u *understanding) declares(typ string) bool { return strings.Contains(u.query.Text, ": "+typ) }

// names says that a question names an entity.
func (u *understanding) names(n snapshot.Node) bool { return slices.Contains(u.meant.things(), n) }

// inTurn reads the questions of a sentence, each with what those before it named.
func (r *Reader) inTurn(d *division, whole *meaning) (list []piece) {
	carried := r.subjectsOf(d.topic)
	if len(carried) == 0 && d.topic == "" && len(r.read(d.pieces[0]).things()) == 0 {
		carried = subject(r, whole.things()) // who was for, and who against, 12/3
	}
	words := len(carried) == 0 && d.topic != "" // it has no entity
	if len(carried) > 1 && r.Kind(carried[0]) != "State" {
		return r.ofEach(*d, carried)
	}
	for i, text := range d.pieces {
		if again := r.otherwise(text, list); again != "" {
			text = again
		}
		p := piece{text: text, u: r.meantAfter(text, *d, d.topic != "" && len(carried) == 0, carried)}
		if p.u == nil && len(list) > 0 && list[0].u != nil {
			p.u = r.meantLike(text, list[0].u.meant)
		}
		switch {
		case p.u != nil && len(carried) == 0 && !words:
			carried = subject(r, p.u.meant.things())
			for i, n := range carried {
				carried[i] = r.bodyFor(n)
			}
		case p.u == nil && i == 0 && d.topic == "" && len(carried) == 0:
			d.topic, p.first = strings.Join(r.read(text).content, " "), true // who is X, and what was said of him
		case p.u == nil && i > 0 && pointsBack.MatchString(text):
			p.of = r.spokenOf(list[0].text)
		}
		list = append(list, p)
	}
	return list
}

// meantAfter reads one question of several with what was named before: entities, or
// only words. It is nil where it is not understood or means several things.
func (r *Reader) meantAfter(text string, d division, words bool, carried []snapshot.Node) *understanding {
	u := r.meant(text, carried...)
	switch {
	case words:
		if about := r.meant(d.about(text)); about != nil || u != nil && !slices.ContainsFunc(u.meant.things(), r.isTopic) {
			u = about // what is asked of the Assembly there, not of all that is asked of it
		}
	case len(carried) > 0 && u != nil && u.declares("MandateFilter") && r.isAct(carried[0]) && !u.names(carried[0]):
		u = r.meant(text+" under it", carried...) // of whoever else is named there, the same act asks
	}
	if u != nil && u.trouble != nil {
		return nil
	}
	return u
}

// isTopic says that naming an entity leaves no doubt what is spoken of, as an act does
// and a body, which much is asked of, does not.
func (r *Reader) isTopic(n snapshot.Node) bool {
	return !slices.Contains([]string{"Body", "State", "Group", "Organization", "Role", "Addressee"}, r.Kind(n))
}

// ofEach reads the questions for each of several things in front.
func (r *Reader) ofEach(d division, subjects []snapshot.Node) (list []piece) {
	for _, n := range subjects {
		for _, text := range d.pieces {
			p := piece{text: r.called(n) + ": " + text, u: r.meant(text, n)}
			if p.u != nil && p.u.trouble != nil {
				p.u = nil
			}
			list = append(list, p)
		}
	}
	return list
}

// meantLike reads a question that leaves out what is asked for with the noun and the
// filters of one before it: resolutions by year; which year had most?
func (r *Reader) meantLike(text string, before *meaning) *understanding {
	d := r.read(text)
	if before.Wanted == nil || d.Wanted != nil || len(d.Left) > 0 || len(d.things()) > 0 {
		return nil
	}
	d.Wanted, d.acts, d.Bodies, d.Sessions = before.Wanted, before.acts, before.Bodies, before.Sessions
	if d.Words == "" {
		d.Words = before.Words
	}
	if d.Since == "" && d.Until == "" {
		d.Since, d.Until = before.Since, before.Until
	}
	if u := r.compose(d); u != nil && u.trouble == nil {
		return u
	}
	return nil
}

// otherwise is the question before with another name in it, where a piece is only a
// name: ... granted to Israel? and to Russia?
func (r *Reader) otherwise(text string, before []piece) string {
	p := &parser{Reader: r, parts: r.cut(tokens(text))}
	p.used = make([]bool, len(p.parts))
	names := p.entities()
	if len(before) == 0 || len(names) != 1 || slices.ContainsFunc(p.parts, func(q part) bool {
		holds := q.isAny("by", "of", "in", "to", "the", "and", "ask", "when", "how", "count")
		return len(q.nodes) == 0 && (!holds || q.verb != nil || q.noun != nil || q.since != "")
	}) {
		return ""
	}
	name, asked := p.at(names[0]), before[len(before)-1].text
	q := &parser{Reader: r, parts: r.cut(tokens(asked))}
	q.used = make([]bool, len(q.parts))
	for _, i := range q.entities() {
		if r.Kind(q.at(i).nodes[0]) == r.Kind(name.nodes[0]) && strings.Contains(asked, q.at(i).text) {
			return strings.Replace(asked, q.at(i).text, name.text, 1)
		}
	}
	return asked + " " + name.text
}

// swallows says that what stands in a slot asks a further question.
func (u *understanding) swallows() bool {
	return slices.ContainsFunc(u.values, betweenQuestions.MatchString)
}

// subject is what "it" means after a sentence that names several things: the first
// that is no State.
func subject(r *Reader, named []snapshot.Node) []snapshot.Node {
	i := slices.IndexFunc(named, func(n snapshot.Node) bool { return r.Kind(n) != "State" && r.Kind(n) != "Group" })
	if i < 0 {
		i = 0
	}
	return slices.Clone(named[min(i, len(named)):min(i+1, len(named))])
}

// bodyFor is the body in which somebody holds an office, which "the other officers"
// speaks of; any other entity itself.
func (r *Reader) bodyFor(n snapshot.Node) snapshot.Node {
	if r.Kind(n) != "Role" {
		return n
	}
	if body, ok := r.Lookup(graph.BodyID(r.bodyOfRole(n))); ok {
		return body
	}
	return n
}

// sameAs says that two readings ask the same of the texts: the same query, or both the
// whole life of one thing.
func (u *understanding) sameAs(other *understanding) bool {
	if u.query.Text == other.query.Text && reflect.DeepEqual(u.variables, other.variables) {
		return true
	}
	lives := []string{"lifecycle", "story"}
	return slices.Contains(lives, u.query.Name) && slices.Contains(lives, other.query.Name) &&
		reflect.DeepEqual(u.subjects(), other.subjects())
}

// different counts the readings of pieces that ask different things.
func different(list []piece) (understood int) {
	for i, p := range list {
		again := func(q piece) bool { return q.u != nil && p.u.sameAs(q.u) }
		if p.u != nil && !slices.ContainsFunc(list[:i], again) {
			understood++
		}
	}
	return understood
}

// answerInTurn answers the questions of a sentence one after another; what is not
// understood of them is looked for by its words, or said. ok is false where it is one
// question, or where reading it as a whole says no less.
func (r *Reader) answerInTurn(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	d := r.divide(question)
	if len(d.pieces) == 0 {
		return Answer{}, false, nil
	}
	list := r.inTurn(&d, r.read(question))
	unknown := slices.ContainsFunc(list, func(p piece) bool { return p.u == nil })
	if right := question; unknown {
		if right = r.corrected(question); right != question {
			other := r.divide(right)
			if len(other.pieces) > 0 && different(r.inTurn(&other, r.read(right))) > different(list) {
				answer, ok, err = r.answerInTurn(ctx, right)
				return r.spelt(answer, right), ok, err
			}
		}
	}
	if different(list) == 0 || r.asksWhatIsDue(question) {
		if answer, ok, err = r.answerByRegister(ctx, question); ok || err != nil {
			return answer, ok, err // who, to whom and by when are told of each duty
		}
	}
	switch n := different(list); {
	case n == 0 && len(list) > 1 && r.each(list):
		answer, ok, err = r.tellInTurn(ctx, d, list)
		return answer, ok && answer.Completeness.State == Guessed && !answer.leavesOut(), err
	case n == 0, n == 1 && !unknown && d.topic == "", r.lifeTells(question, list):
		return Answer{}, false, nil
	}
	return r.tellInTurn(ctx, d, list)
}

// lifeTells says that the life of one thing tells all that a question asks for.
func (r *Reader) lifeTells(question string, list []piece) bool {
	whole := r.meant(question)
	return whole != nil && whole.query.Name == "lifecycle" && allOfLife(list) && r.began(whole)
}

// each says that each piece speaks of something of its own: how many members has the
// one committee, and how many came to the other?
func (r *Reader) each(list []piece) bool {
	return !slices.ContainsFunc(list, func(p piece) bool {
		d := r.read(p.text)
		return len(d.content)+len(d.texts) < 2 || pronounPattern.MatchString(p.text)
	})
}

// began says that it was read what the subject of a life was established by.
func (r *Reader) began(u *understanding) bool { return len(r.In(u.nodes["entity"], graph.Life[0])) > 0 }

// allOfLife says that each piece asks how something began, went on or ended.
func allOfLife(list []piece) bool {
	return !slices.ContainsFunc(list, func(p piece) bool {
		c := composer{}
		if p.u != nil {
			c.meaning = p.u.meant
		}
		lives := p.u != nil && (p.u.query.Name == "lifecycle" || p.u.query.Name == "story" || len(c.Clauses) > 0)
		return !lives || !c.onlyLife()
	})
}
