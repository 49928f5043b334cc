package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var (
	deciding = scan.Compile(`\b(?:(?:the|The) ([A-Z][\w ]*?|extended Bureau|[A-Z]\w+ of the [A-Z]\w+))` +
		`(?:, (?:at|by|without|on|having|after|following|in|as|acting|with|upon|during|under|pursuant) [^;.]{2,160}?,)? ` +
		`(?:also |then |further |subsequently |thereupon |thus |accordingly |therefore |unanimously |` +
		`thereafter )?(adopted|approved|recommended|decided)\b`)
	titled = scan.Compile(`\bentitled [“"]([^”"]+)[”"]`)
)

// An adoption is what an organ decides in one place of a text: verb, and the act
// to whose text the words after it point.
type adoption struct {
	organ, verb string
	from, to    int // of subject and verb
	limit       int // where the next begins, or the text ends
	act         *actPointer
	draft       bool   // the act is a draft for another body
	after       int    // from where on the draft may stand
	procedure   string // where one sentence adopts several acts
}

// adoptions lists what organs of the body decide in a text. A pointer belongs to
// the last decision before it.
func (r *reporter) adoptions(part text.Text) (list []adoption) {
	if !actionGate.In(part) {
		return nil
	}
	for _, m := range decisions(part.S) {
		organ, verb := r.organ(part.S[m[2]:m[3]]), part.S[m[4]:m[5]]
		a := adoption{organ: organ, verb: verb, from: m[0], to: m[1], after: m[1], limit: len(part.S)}
		if n := len(list); n > 0 {
			list[n-1].limit = m[0]
		}
		list = append(list, a)
	}
	if len(list) == 0 {
		return nil
	}
	k := 0
	for _, m := range textPointer.FindAll(part.S) {
		for k+1 < len(list) && list[k+1].from < m[0] {
			k++
		}
		if a := &list[k]; a.act == nil && a.to <= m[0] && a.mayPoint(part.S, m[0]) {
			a.act, a.draft = r.printed.pointed(part.S, m)
		}
	}
	for i := range list {
		a := &list[i]
		if a.act == nil {
			a.act = r.inBrackets(part.S, *a)
		}
		if a.act == nil {
			a.act = r.byTitle(part.S, *a)
			a.draft = a.act != nil
		}
	}
	return list
}

// subjectBytes is about how long the subject of "adopted" is at most.
const subjectBytes = 200

// decidingVerbs are the verbs by which an organ decides.
var decidingVerbs = func() (verbs []string) {
	for _, r := range graph.Relations {
		if f, ok := r.Forms(); ok && graph.HasTrait(r.Name, graph.OfOrgans) {
			verbs = append(verbs, f.Past)
		}
	}
	return verbs
}()

// decisions finds each "the Conference adopted" with subject and verb, in time
// that grows with the text.
func decisions(text string) (list [][]int) {
	done := 0
	seekers := make([]scan.Seeker, len(decidingVerbs))
	for i, verb := range decidingVerbs {
		seekers[i] = scan.NewSeeker(text, verb)
	}
	for at := 0; ; {
		next, verb := len(text), ""
		for i := range seekers {
			if k := seekers[i].From(at); k < next {
				next, verb = k, decidingVerbs[i]
			}
		}
		if at = next; at == len(text) {
			return list
		}
		from, to := max(done, at-subjectBytes), at+len(verb)
		for from > done && from < at && scan.IsWord(text[from-1]) {
			from++
		}
		if m := deciding.FindStringSubmatchIndex(text[from:min(to+1, len(text))]); m != nil && from+m[1] == to {
			for i := range m {
				m[i] += from
			}
			list, done = append(list, m), to
		}
		at = to
	}
}

// inBrackets is the act whose number stands behind the draft or decision that became
// it: "adopted draft resolution X without a vote (resolution 71/4)".
func (r *reporter) inBrackets(s string, a adoption) *actPointer {
	if a.organ == "" || a.verb != "adopted" && a.verb != "decided" {
		return nil
	}
	words := s[a.to:a.limit]
	if stop := strings.Index(words, ". "); stop > 0 {
		words = words[:stop+1]
	}
	m := becameAct.FindStringSubmatchIndex(words)
	if m == nil || !r.ofSession(words[m[4]:m[5]]) {
		return nil
	}
	before := words[:m[0]]
	draft := draftWords.MatchString(before) || theDraft.MatchString(words)
	if a.verb == "adopted" && !draft || a.verb == "decided" && words[m[0]] != '(' {
		return nil
	}
	return &actPointer{graph.ActID(r.body, words[m[2]:m[3]], words[m[4]:m[5]]), a.to + m[4], a.to + m[5]}
}

// decisionText points to the text of what was decided.
var decisionText = scan.Compile(`^\((?:For|The) (?:the )?text of the decision\b`)

// mayPoint says that a pointer at a byte may belong to a decision: right after it,
// or later where what it decides is a draft.
func (a adoption) mayPoint(s string, at int) bool {
	between := s[a.to:at]
	stop := strings.Index(between, ". ")
	if a.verb == "decided" {
		return strings.Contains(between, " to adopt ") || decisionText.MatchString(s[at:])
	}
	return stop < 0 || stop+2 >= len(between) || draftWords.MatchString(between[:stop]) ||
		strings.HasPrefix(between, " the recommendation")
}

// byTitle is the draft for another body whose title the text gives before it
// says that the body recommends it.
func (r *reporter) byTitle(s string, a adoption) *actPointer {
	if a.organ == "" || a.verb != "approved" && a.verb != "recommended" {
		return nil
	}
	m := titled.FindStringSubmatchIndex(s[:a.limit])
	if m == nil || !draftWords.MatchString(s[:m[0]]) {
		return nil
	}
	if acts := r.titled[tree.PlainKey(s[m[2]:m[3]])]; len(acts) == 1 {
		return &actPointer{acts[0], m[2], m[3]}
	}
	return nil
}
