package ask

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// maxQuestion bounds a question in words, in code points.
const maxQuestion = 500

// An Index is what the keeper of a snapshot has sorted for quick look-up.
type Index interface {
	// Having lists the entities of a kind that name a node in a property, by id.
	Having(property string, value snapshot.Node, kind string) []snapshot.Node
	// Below lists the entities of a kind whose ids start with a prefix, by id.
	Below(kind, prefix string) []snapshot.Node
	// OwnerOf is the code of the body that adopted an act or owns an entity; empty
	// where there is none.
	OwnerOf(n snapshot.Node) string
	// ActsAbout are the acts that have all words of a text in their title, or in one
	// paragraph or mandate; none where the context ends before they are found.
	ActsAbout(ctx context.Context, words string) map[snapshot.Node]bool
	// EachDiagnostic visits what the loader did not understand: why, and the id of
	// the paragraph, which is empty where only the document is known.
	EachDiagnostic(visit func(reason, paragraph string))
}

// Execute runs a saved query and gives its data as decoded JSON. Its errors are
// handed on as they are.
type Execute func(ctx context.Context, query queries.Query, variables map[string]any) (map[string]any, error)

// A Reader reads questions about one snapshot and answers them. Several
// goroutines may use it.
type Reader struct {
	*snapshot.Snapshot
	Index
	execute Execute
	// ctx is that of the question in hand, at the end of which the reading stops.
	ctx context.Context
	// resolved are the names of the question in hand that were looked up.
	resolved map[string][]snapshot.Node
	// memory keeps what was found out for the question in hand; nil outside of one.
	memory *memory
}

// New gives a reader of questions about a snapshot.
func New(s *snapshot.Snapshot, index Index, execute Execute) *Reader {
	return &Reader{s, index, execute, context.Background(), nil, nil}
}

// during is the reader of one question, with which its own context goes along.
func (r *Reader) during(ctx context.Context) *Reader {
	ctx, m := remembering(ctx)
	return &Reader{r.Snapshot, r.Index, r.execute, ctx, map[string][]snapshot.Node{}, m}
}

// ended reports whether nobody waits for the answer any more.
func (r *Reader) ended() bool { return r.ctx.Err() != nil }

// find finds entities by words; none where there are too many words, or where
// the question ends meanwhile.
func (r *Reader) find(words string, most int, kinds ...string) []search.Hit {
	hits, _ := search.Find(r.ctx, r.Snapshot, words, most, kinds...)
	return hits
}

// Answer answers a question in words by one of the saved queries. What it cannot
// answer is no error: the answer then says why, what to ask instead, and where
// the words stand. Errors are those of executing a query and of the context.
func (r *Reader) Answer(ctx context.Context, question string) (Answer, error) {
	if utf8.RuneCountInString(question) > maxQuestion {
		answer := r.unknown(fmt.Sprintf("The question is longer than %d characters.", maxQuestion), "")
		answer.Completeness.State = Unanswered
		return answer, nil
	}
	r = r.during(ctx)
	ctx = r.ctx
	answer, err := r.answer(ctx, question)
	if other, ok := r.answerByMention(ctx, queries.Clean(question), answer); ok {
		answer, err = other, nil
	}
	if err == nil && answer.Data == nil && answer.Parse == notUnderstood {
		if nearest, ok, err := r.nearestPassages(ctx, queries.Clean(question)); ok && err == nil {
			answer = nearest
		}
	}
	if answer.Data == nil {
		answer.Completeness.State = Unanswered
	}
	if err == nil && answer.Data == nil && len(answer.Candidates) == 0 {
		r.lookAround(&answer, question)
	}
	if err == nil {
		clean := reordered(queries.Clean(question))
		r.addEvidence(clean, &answer)
		r.addNearest(clean, &answer)
		r.addVotes(clean, &answer)
		r.addBesides(clean, &answer)
	}
	if r.ended() {
		return Answer{}, ctx.Err()
	}
	return answer, err
}

// answer reads a question as it stands, else once more with its words put right.
func (r *Reader) answer(ctx context.Context, question string) (Answer, error) {
	clean := r.ofThing(reordered(queries.Clean(question)))
	for _, answers := range []func(context.Context, string) (Answer, bool, error){r.votesOnClass, r.overRows} {
		if answer, ok, err := answers(ctx, clean); ok || err != nil {
			return answer, err
		}
	}
	if answer, ok, err := r.answerStrictly(ctx, clean); ok || err != nil {
		return answer, err
	}
	u := r.understand(clean)
	if u == nil || u.rank() == 0 || u.rank() == 1 && asksMore.MatchString(clean) {
		if clear := r.settled(clean); clear != clean {
			clean, u = clear, r.understand(clear)
		}
	}
	if u == nil || u.rank() < 2 {
		if answer, ok, err := r.answerWhichFirst(ctx, clean); ok || err != nil {
			return answer, err
		}
	}
	if u == nil || u.rank() < 2 || u.swallows() {
		if answer, ok, err := r.answerInTurn(ctx, clean); ok || err != nil {
			return answer, err
		}
	}
	if u == nil || u.rank() == 0 || r.namesSomebody(u, clean) || u.rank() == 2 && !r.exact(u) || u.rank() == 1 && r.vague(u.trouble) ||
		r.saysMore(u) {
		if answer, ok, err := r.answerByParts(ctx, clean); ok || err != nil {
			return answer, err
		}
	}
	if u != nil && u.rank() == 1 && r.sameTitled(u.trouble.candidates) && (whetherOrSay.MatchString(clean) || asksHistory.MatchString(clean)) {
		if answer, ok, err := r.answerByPassages(ctx, clean); ok || err != nil {
			return answer, err // in each of them
		}
	}
	if answer, ok, err := r.answerUnread(ctx, u, clean); ok || err != nil {
		return answer, err
	}
	return r.answerAsRead(ctx, u, clean, question)
}

// answerUnread answers a question that no reading fits as it stands: about the act in the
// place of its draft, with its words put right, or by other ways.
func (r *Reader) answerUnread(ctx context.Context, u *understanding, clean string) (answer Answer, ok bool, err error) {
	if u != nil && u.rank() > 0 {
		return Answer{}, false, nil
	}
	if u != nil && u.trouble.slot == "act" {
		if act, ok := r.becameAct(u.trouble.value); ok {
			read := strings.Replace(clean, u.trouble.value, r.sayable(act), 1)
			if other := r.understand(read); other != nil && other.rank() == 2 {
				answer, err = r.answerReread(ctx, other, read)
				return answer, true, err
			}
		}
	}
	other, read := r.reread(clean, u)
	if other == nil || other.rank() == 0 {
		if answer, ok, err = r.answerOtherwise(ctx, clean); ok || err != nil {
			return answer, ok, err
		}
	}
	if other == nil {
		return Answer{}, false, nil
	}
	answer, err = r.answerReread(ctx, other, read)
	return answer, true, err
}

// answerAsRead answers a question as it was read, by the words of the texts where that
// finds nothing under a name that was only guessed.
func (r *Reader) answerAsRead(ctx context.Context, u *understanding, clean, question string) (Answer, error) {
	answer, err := r.answerUnderstood(ctx, u, question)
	if err == nil && u != nil && r.untold(u, answer) {
		if other, ok, err := r.beginnings(ctx, u, clean); ok || err != nil {
			return other, err
		}
	}
	if err == nil && u != nil && u.trouble == nil && len(answer.Rows) == 0 && !r.exact(u) && !mentioning.MatchString(clean) {
		if other, ok, err := r.answerByPassages(ctx, clean); ok || err != nil {
			return other, err // what was taken for a name may be words
		}
	}
	return answer, err
}

// untold says that the story of a body tells at most one thing of it, and none that began,
// carried on or ended it: its paragraphs tell more than a request to it.
func (r *Reader) untold(u *understanding, answer Answer) bool {
	if answer.Story == nil || len(answer.Story.Sentences) > 1 {
		return false
	}
	for _, n := range u.nodes {
		if r.Kind(n) == "Body" && !r.adopting(n) && len(r.In(n, graph.Life...)) == 0 {
			return true
		}
	}
	return false
}

// beginnings looks for the paragraphs that tell how such a body came about.
func (r *Reader) beginnings(ctx context.Context, u *understanding, question string) (Answer, bool, error) {
	d := r.read(question)
	d.content, d.texts = nil, nil
	if !asksHistory.MatchString(question) {
		d.content = []string{"established", "resolution"}
	}
	for _, n := range u.nodes {
		d.content = append(d.content, `"`+r.called(n)+`"`)
	}
	return r.passagesFor(ctx, d, question)
}

// whetherOrSay matches a question that the words of a text answer.
var whetherOrSay = regexp.MustCompile(`(?i)^(?:do|does|did|is|are|was|were|has|have|will|what do|what does|what did)\b`)

// sameTitled says that several acts have one title, as those of meetings that sit
// together.
func (r *Reader) sameTitled(nodes []snapshot.Node) bool {
	return len(nodes) > 1 && len(nodes) <= maxReadings && !slices.ContainsFunc(nodes, func(n snapshot.Node) bool {
		return !r.isAct(n) || r.Title(n) == "" || r.Title(n) != r.Title(nodes[0])
	})
}

// mentioning matches a question after who or what is mentioned.
var mentioning = regexp.MustCompile(`(?i)\b(?:mentions?|mentioned|mentioning|refers? to|referred to)\b`)

// namesSomebody says that a question asks whether a text mentions a State, a body or
// the like: that is no citation, and its words tell.
func (r *Reader) namesSomebody(u *understanding, question string) bool {
	if !mentioning.MatchString(question) {
		return false
	}
	for _, n := range u.nodes {
		if slices.Contains([]string{"State", "Group", "Body", "Organization", "Person", "Role"}, r.Kind(n)) {
			return true
		}
	}
	return false
}

// answerReread answers a question as it was read with its words put right.
func (r *Reader) answerReread(ctx context.Context, u *understanding, read string) (Answer, error) {
	u.readAs = read
	answer, err := r.answerUnderstood(ctx, u, read)
	answer.ReadAs, answer.Text = read, fmt.Sprintf("Read as: %s\n\n", read)+answer.Text
	return answer, err
}

// answerUnderstood answers a question as it was understood.
func (r *Reader) answerUnderstood(ctx context.Context, u *understanding, question string) (Answer, error) {
	switch {
	case u == nil:
		return r.unknown(fmt.Sprintf("I do not know the question %q.", shorten(question)), queries.Clean(question)), nil
	case u.trouble != nil && len(u.trouble.candidates) == 0:
		return r.nothing(u, queries.Clean(question)), nil
	case u.trouble != nil:
		answer := r.ambiguous(u)
		each, err := r.eachAnswered(ctx, u)
		answer.Text += each
		return answer, err
	}
	data, err := r.allPages(ctx, u)
	if err != nil {
		return Answer{}, err
	}
	u.asked = question
	answer := r.tell(u, data)
	r.besideLife(ctx, u, question, &answer)
	r.besideDeadlines(u, &answer)
	r.besideReports(u, &answer)
	return answer, nil
}
