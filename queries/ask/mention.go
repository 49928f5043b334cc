package ask

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Words that a text mentions, where they are part of many names or of one that is not
// asked for, and objects of verbs that stand inside a phrase.

// whetherMentions and timesMentioned match a question whether, or how often, a text
// mentions some words.
var (
	whetherMentions = regexp.MustCompile(`(?i)^(?:does|do|did) (.+?) (?:mention|refer to) (.+)$`)
	timesMentioned  = regexp.MustCompile(`(?i)^how (?:many times|often) (?:is|are|was|were) (.+?) (?:mentioned|named|referred to) in (.+)$`)
)

// answerByMention shows the paragraphs of an act that have the words of such a question:
// loss and damage is what texts speak of before it is half the name of a body, and no
// statement counts how often a name is printed. ok is false where the words are a name,
// where the answer so far has found something, and where no paragraph has several of them.
func (r *Reader) answerByMention(ctx context.Context, question string, answer Answer) (Answer, bool) {
	m, times := whetherMentions.FindStringSubmatch(question), timesMentioned.FindStringSubmatch(question)
	text, words := "", ""
	switch {
	case times != nil:
		text, words = times[2], times[1]
	case m != nil && len(answer.Rows) == 0 && !answer.saysPassages() && len(r.calledExactly(graph.Slug(m[2]))) == 0:
		text, words = m[1], m[2]
	}
	in := []term{{Text: text, Nodes: r.resolveSlot("act", text)}}
	n := len(in[0].Nodes)
	if n == 0 || n > fewBodies || !r.allLoaded(in) || len(r.actsReferred(words)) > 0 || !search.HasWords(words) {
		return Answer{}, false
	}
	found, ok := r.mentions(ctx, question, sayingWords(words), in)
	if several := search.CountWords(sayingWords(words)) > 1; several {
		if inOrder, whole := r.mentions(ctx, question, `"`+words+`"`, in); whole && inOrder.hasAll() {
			found, ok = inOrder, true
		}
		ok = ok && (times != nil || found.hasAll())
	}
	if times != nil && ok && found.hasAll() {
		said := "Counted are the paragraphs with the words: " + decimal(found.Completeness.Found) +
			"; one may have them more than once."
		found.Remarks, found.Text = append(found.Remarks, said), found.Text+said+"\n"
	}
	return found, ok
}

// mentions looks for words in some texts.
func (r *Reader) mentions(ctx context.Context, question, words string, in []term) (Answer, bool) {
	d := r.read(question)
	d.content, d.texts, d.Since, d.Until = []string{words}, in, "", ""
	found, _, err := r.passagesFor(ctx, d, question)
	return found, err == nil && found.Data != nil
}

// hasAll says that the best paragraph found has all words.
func (a Answer) hasAll() bool { return len(a.Passages) > 0 && len(a.Passages[0].Lacking) == 0 }

// saysPassages says that an answer shows paragraphs already.
func (a Answer) saysPassages() bool {
	return len(a.Passages) > 0 && len(a.Candidates) == 0 && a.Verdict == nil
}

// unsure says that neither Yes nor No was read where a question asks whether: the verb
// and the name stand in one paragraph.
func (t telling) unsure() bool { return t.form.decides && len(t.found) == 0 && len(t.naming) > 0 }

// blamed are the kinds whose deeds texts condemn, deplore or regret in a phrase.
var blamed = []string{"State", "Group", "Organization"}

// namingObject are the paragraphs with the verb and the name in question of the act that
// is asked whether it does something; of a list those that do what is asked for to all that they say, and
// name the object in it: “Condemns the attack by Norderholm”, where a phrase is the object
// and the name stands inside it. Resolutions blame and demand in such phrases. Acts that
// were found are left out.
func (t telling) namingObject() (list []snapshot.Node) {
	s, n, ok := t.sought()
	object := n
	if t.u.query.Name == "whether" {
		object = t.u.nodes["thing"]
	} else if !s.inward {
		return nil
	}
	whether := t.u.query.Name == "whether"
	if !ok || !whether && !slices.Contains(blamed, t.Kind(object)) || t.left > 0 || whether && len(t.found) > 0 {
		return nil
	}
	named := t.namePattern(object)
	if whether {
		return t.withVerb(n, s.relations, named)
	}
	for _, act := range t.Nodes("Act") {
		if slices.ContainsFunc(t.found, func(r row) bool { return t.node(r) == act }) || !t.inMeaning(act) {
			continue
		}
		for _, e := range t.Out(act, s.relations...) {
			_, p := t.Ends(e)
			names := p != snapshot.NoNode && t.Kind(p) == "Paragraph" && named.MatchString(t.Text(p, "text"))
			if names && !slices.Contains(list, p) {
				list = append(list, p)
			}
		}
	}
	return list
}

// withVerb are the paragraphs of an act with a verb and a name.
func (t telling) withVerb(act snapshot.Node, relations []string, named *regexp.Regexp) (list []snapshot.Node) {
	var forms []string
	for _, name := range relations {
		relation, _ := graph.RelationByName(name)
		forms = append(forms, relation.PrintedForms()...)
	}
	for p := act + 1; int(p) < t.Len() && strings.HasPrefix(t.ID(p), t.ID(act)+"#"); p++ {
		text := t.Text(p, "text")
		if t.Kind(p) == "Paragraph" && named.MatchString(text) && (opensWith(text, forms) || hasVerb(text, forms)) {
			list = append(list, p)
		}
	}
	return list
}

// namePattern matches a name of an entity, also at the beginning of a longer word: Iraqi.
func (r *Reader) namePattern(n snapshot.Node) *regexp.Regexp {
	pattern := regexp.QuoteMeta(r.called(n))
	for _, name := range append([]string{r.Title(n), r.Text(n, "name")}, r.Values(n, "alias")...) {
		if len(name) > 3 {
			pattern += "|" + regexp.QuoteMeta(name)
		}
	}
	return regexp.MustCompile(`\b(?:` + pattern + `)`)
}

// inMeaning says that an act is of the bodies and the time that a question names.
func (t telling) inMeaning(act snapshot.Node) bool {
	d := t.u.meant
	if d == nil {
		return true
	}
	owner := graph.BodyID(t.OwnerOf(act))
	ofBody := len(d.Bodies) == 0 || slices.ContainsFunc(d.Bodies, func(b snapshot.Node) bool { return t.ID(b) == owner })
	return ofBody && t.isDated(act, d.Since, d.Until)
}
