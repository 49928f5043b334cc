package schema

import (
	"context"
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// subjectLead begins the ids of subjects of the thesaurus.
const subjectLead = "subject/"

// subjectFilters are those of what a library catalogues under subjects.
func subjectFilters() []filter {
	return []filter{
		{
			argument{
				name: "subject", typ: graphql.String,
				doc: "Only those that have all these words in their title or text, or in a subject of the thesaurus under which " +
					"they, or the drafts that became them, are catalogued; or, by its id, only those under a subject.",
			},
			[]string{"Act"}, bySubject, actsAbout,
		},
		{
			argument{
				name: "subject", typ: graphql.String,
				doc: "Only those that are catalogued under a subject of the thesaurus, by its id or words of its name.",
			},
			[]string{"Document"}, bySubject, documentsUnder,
		},
	}
}

// documentsUnder settles a subject of documents.
func documentsUnder(c call, value any) (any, error) {
	return c.subject(value.(string), func(ctx context.Context, words string) (map[snapshot.Node]bool, error) {
		return c.request.view.underWords(ctx, words)
	})
}

// actsAbout settles a subject of acts, once for a request: the filter of a list that
// stands in another list is asked for each of its entities.
func actsAbout(c call, value any) (any, error) {
	words := value.(string)
	if found, known := c.request.about[words]; known {
		return found, nil
	}
	found, err := c.subject(words, c.request.view.actsAbout)
	if err == nil {
		c.request.about[words] = found
	}
	return found, err
}

// subject finds what is under the subject of an id, else what words find.
func (c call) subject(
	text string, find func(ctx context.Context, words string) (map[snapshot.Node]bool, error),
) (map[snapshot.Node]bool, error) {
	v := c.request.view
	if strings.HasPrefix(text, subjectLead) {
		n, ok := v.ofKind("Subject", text)
		if !ok {
			return nil, guard.Refuse(guard.NotFound, "there is no subject %q", guard.Shorten(text))
		}
		return v.under(n), nil
	}
	if !search.HasWords(text) {
		return nil, guard.Refuse(guard.BadRequest, "the subject has no word to look for")
	}
	found, err := find(c.ctx, text)
	if err != nil {
		return nil, searchFault(err)
	}
	return found, nil
}

// under are the acts and documents that are catalogued under subjects, and the acts
// that such drafts became.
func (v *view) under(subjects ...snapshot.Node) map[snapshot.Node]bool {
	found := map[snapshot.Node]bool{}
	for _, subject := range subjects {
		for _, e := range v.In(subject, "hasSubject") {
			n, _ := v.Ends(e)
			found[n] = true
			for _, draft := range v.Out(n, "draftOf") {
				_, act := v.Ends(draft)
				found[act] = true
			}
		}
	}
	return found
}

// underWords is under for the subjects that have all words of a text in their name.
func (v *view) underWords(ctx context.Context, words string) (map[snapshot.Node]bool, error) {
	if len(v.Nodes("Subject")) == 0 {
		return map[snapshot.Node]bool{}, nil
	}
	found, err := search.Search(ctx, v.Snapshot, words, search.Options{Kinds: []string{"Subject"}})
	if err != nil {
		return nil, err
	}
	return v.under(found.Nodes()...), nil
}

func bySubject(_ *view, value any) condition {
	found := value.(map[snapshot.Node]bool)
	return func(e entity) bool { return found[e.node] }
}

// actsAbout are the acts that have all words of a text in their title or text, or
// are catalogued under a subject that has them.
func (v *view) actsAbout(ctx context.Context, subject string) (map[snapshot.Node]bool, error) {
	acts, err := v.underWords(ctx, subject)
	if err != nil {
		return nil, err
	}
	found, err := search.Search(ctx, v.Snapshot, subject, search.Options{Kinds: []string{"Act"}})
	if err != nil {
		return nil, err
	}
	for _, n := range found.Nodes() {
		acts[n] = true
	}
	return acts, nil
}

// subjectsOf are the subjects under which an act, a draft of it, or a document is
// catalogued, each once.
func (v *view) subjectsOf(n snapshot.Node) (ids []string) {
	nodes := []snapshot.Node{n}
	for _, e := range v.In(n, "draftOf") {
		draft, _ := v.Ends(e)
		nodes = append(nodes, draft)
	}
	for _, of := range nodes {
		for _, e := range v.Out(of, "hasSubject") {
			_, subject := v.Ends(e)
			ids = append(ids, v.ID(subject))
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
