package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// Sessions, items of their agendas and bodies, as questions name them.

var (
	sessionPattern = regexp.MustCompile(`(?i)^(?:session (\d+)|(\w+(?:-\w+)?) session|session)` +
		`(?:,? (?:of|of the) (.+))?$`)
	// ordinals of sessions that people write as words.
	ordinals = names.Ordinals(20)
)

// hereAndNow are the words for the session that the loaded texts are about.
var hereAndNow = []string{"", "this", "present", "current"}

// otherSessions are words before "session" that tell it from the present one: an emergency
// special session of the General Assembly is none that a number names.
var otherSessions = strings.Fields("special emergency extraordinary regular resumed organizational annual a an any each every")

// sessionsCalled finds sessions: session 12 of the Conference, twelfth session,
// this session (one at which loaded acts were adopted), and the Conference for
// its present session.
func (r *Reader) sessionsCalled(text string) []snapshot.Node {
	m := sessionPattern.FindStringSubmatch(text)
	if m == nil {
		if found := r.named(text, []string{"Session"}); len(found) > 0 {
			return found
		}
		return clip(r.sessionsOf(among(r, r.adoptersCalled(text)), ""))
	}
	word := m[1] + strings.ToLower(m[2])
	number := sessionNumber(word)
	if number == "" && !slices.Contains(hereAndNow, word) {
		return nil
	}
	owned := func(string) bool { return true }
	if m[3] != "" {
		owned = among(r, r.resolveSlot("body", m[3]))
	}
	return clip(r.sessionsOf(owned, number))
}

// among tells the ids of nodes from others.
func among(r *Reader, nodes []snapshot.Node) func(id string) bool {
	return func(id string) bool {
		return slices.ContainsFunc(nodes, func(n snapshot.Node) bool { return r.ID(n) == id })
	}
}

// sessionsOf lists the sessions of some bodies with a number, or those at which
// loaded acts were adopted where it is empty.
func (r *Reader) sessionsOf(owned func(body string) bool, number string) []snapshot.Node {
	var found []snapshot.Node
	for i, n := range r.Nodes("Session") {
		if i%checked == 0 && r.ended() {
			return nil
		}
		owner, of, _ := strings.Cut(r.ID(n), "/session/")
		fits := of == number || r.Text(n, "number") == number
		if number == "" {
			fits = slices.ContainsFunc(r.Having("session", n, "Act"), r.Loaded)
		}
		if fits && owned(owner) {
			found = append(found, n)
		}
	}
	return found
}

var itemPattern = regexp.MustCompile(`(?i)^(?:(?:agenda )?item |agenda )?(\d+) ?((?:\([a-z]\))?)` +
	`(?:,? (?:of|at|of the|at the) (.+))?$`)

// itemsCalled finds items of the agenda, by number with their parts (item 2 is
// also 2(a)), or by title.
func (r *Reader) itemsCalled(text string) []snapshot.Node {
	m := itemPattern.FindStringSubmatch(text)
	if m == nil {
		return r.named(text, []string{"AgendaItem"})
	}
	session := m[3]
	if session == "" {
		session = "session"
	}
	var found []snapshot.Node
	for _, s := range r.sessionsCalled(strings.TrimPrefix(session, "the ")) {
		whole := r.ID(s) + "/agenda/" + m[1] + strings.ToLower(m[2])
		for _, n := range r.Below("AgendaItem", whole) {
			if rest := r.ID(n)[len(whole):]; rest == "" || m[2] == "" && rest[0] == '(' {
				found = append(found, n)
			}
		}
	}
	return found
}

// ofOneSession reports whether items belong to the agenda of one session.
func (r *Reader) ofOneSession(items []snapshot.Node) bool {
	sessions := map[string]bool{}
	for _, n := range items {
		session, _, _ := strings.Cut(r.ID(n), "/agenda/")
		sessions[session] = true
	}
	return len(sessions) == 1
}

// adoptersCalled finds the bodies that a short name may mean: the Conference is
// any body with that word in its name.
func (r *Reader) adoptersCalled(text string) []snapshot.Node {
	slug := graph.Slug(text)
	var found []snapshot.Node
	for i, n := range r.Nodes("Body") {
		if i%checked == 0 && r.ended() {
			return nil
		}
		if slug != "" && r.closeness(n, slug) < closenesses {
			found = append(found, n)
		}
	}
	return found
}

// sessionNumber reads 12, 12th and twelfth; anything else, such as this, names
// no number.
func sessionNumber(word string) string {
	if i := slices.Index(ordinals, word); i >= 0 {
		return decimal(i + 1)
	}
	digits := strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyz")
	if strings.Trim(digits, "0123456789") != "" {
		return ""
	}
	return digits
}

// sessionIn reads a session: COP12, the twelfth session, this session, session 12
// of the Conference.
func (r *Reader) sessionIn(words []token, from, to int) []snapshot.Node {
	if from > 0 && words[from].key == "session" && (sessionNumber(words[from-1].key) != "" || names.OrdinalNumber(words[from-1].key) > 0) {
		return nil // the 14th session of the Conference, which is not known, is not its present one
	}
	if from > 0 && words[from].key == "session" && slices.Contains(otherSessions, words[from-1].key) {
		return nil
	}
	text, _ := joined(words, from, to)
	if to-from == 1 {
		m := sessionShort.FindStringSubmatch(words[from].key)
		if m == nil {
			return nil
		}
		return r.sessionOfShort(m[1], m[2])
	}
	if m := sessionShort.FindStringSubmatch(words[from].key + words[from+1].key); to-from == 2 && m != nil && m[2] == words[from+1].key {
		if found := r.sessionOfShort(m[1], m[2]); len(found) > 0 {
			return found // COP 20
		}
	}
	if m := sessionPattern.FindStringSubmatch(text); m == nil || to-from > 6 && m[3] == "" {
		return nil
	}
	return r.sessionsCalled(text)
}

// sessionsInUse are the sessions at which loaded acts were adopted; all where there
// are none.
func (r *Reader) sessionsInUse(sessions []snapshot.Node) []snapshot.Node {
	list := slices.DeleteFunc(slices.Clone(sessions), func(n snapshot.Node) bool {
		return !slices.ContainsFunc(r.Having("session", n, "Act"), r.Loaded)
	})
	if len(list) == 0 {
		return sessions
	}
	return list
}

// sessionOfShort finds the sessions with a number of the bodies whose codes have
// a short word for them as a part: cop, ctoc-cop.
func (r *Reader) sessionOfShort(short, number string) []snapshot.Node {
	var found []snapshot.Node
	for _, n := range r.Nodes("Session") {
		owner, of, _ := strings.Cut(strings.TrimPrefix(r.ID(n), "body/"), "/session/")
		if of == number && strings.Contains("-"+owner+"-", "-"+graph.Slug(short)+"-") {
			found = append(found, n)
		}
	}
	return r.inUse(found)
}
