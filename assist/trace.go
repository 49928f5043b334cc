package assist

import (
	"context"
	"fmt"
)

// The tools that follow what was said: passages, lineage, lifecycle, mandates, proof.

type passageQuery struct {
	Words  string   `json:"words" jsonschema:"words to look for; those in quotation marks must follow one another"`
	Within string   `json:"within,omitempty" jsonschema:"only in this act or document, or in what this body adopted: an id, reference or name"`
	Body   string   `json:"body,omitempty" jsonschema:"only in texts of this body: its code, id or name"`
	From   string   `json:"from,omitempty" jsonschema:"only in texts of this day, month or year, or later"`
	To     string   `json:"to,omitempty" jsonschema:"only in texts of this day, month or year, or earlier"`
	Kinds  []string `json:"kinds,omitempty" jsonschema:"resolution, decision, document"`
	Limit  int      `json:"limit,omitempty" jsonschema:"how many at most; 10 where not given, at most 100"`
}

type places struct {
	Total    int     `json:"total" jsonschema:"how many there are; the best are listed"`
	Passages []place `json:"passages"`
}

// answered is what a query gives, some of whose variables name entities in words.
func answered[T any](
	ctx context.Context, a assistant, variables map[string]any, named map[string]string, query string,
) (out T, err error) {
	if variables, err = a.ids(ctx, variables, named); err != nil {
		return out, err
	}
	return out, a.run(ctx, query, variables, &out)
}

func (a assistant) passages(ctx context.Context, in passageQuery) (places, error) {
	variables := map[string]any{
		"words": in.Words, "from": in.From, "to": in.To, "body": in.Body, "first": limited(in.Limit),
	}
	if len(in.Kinds) > 0 {
		variables["kinds"] = in.Kinds
	}
	out, err := answered[struct{ Passages places }](
		ctx,
		a,
		variables,
		map[string]string{"within": in.Within},
		`query($words: String!, $within: [ID!], $body: String, $from: String, $to: String,
		$kinds: [PassageKind!], $first: Int) {
		passages(words: $words, within: $within, body: $body, from: $from, to: $to, kinds: $kinds, first: $first) {
		total: totalCount passages: edges { text lacking matches { start end } paragraph: node { ...Thing } in: whole { ...Thing } } } }`,
	)
	return out.Passages, err
}

type walk struct {
	Of        string `json:"of" jsonschema:"an id, reference or name"`
	To        string `json:"to,omitempty" jsonschema:"an id, reference or name: then the shortest ways of citations from the one to the other"`
	Direction string `json:"direction,omitempty" jsonschema:"BACKWARD: towards what is cited, which is the default; FORWARD: towards what cites"`
	Depth     int    `json:"depth,omitempty" jsonschema:"how many steps, 2 where not given, at most 6"`
}

type lineage struct {
	Truncated  bool    `json:"truncated" jsonschema:"whether a limit kept something out"`
	Things     []step  `json:"things"`
	Statements []said  `json:"statements"`
	Ways       []route `json:"ways,omitempty" jsonschema:"the shortest ways to the other end; none where citations do not lead there"`
}

type step struct {
	Thing    thing `json:"thing"`
	Distance int   `json:"distance" jsonschema:"how many citations away"`
}

type route struct {
	Statements []said `json:"statements"`
}

func (a assistant) lineage(ctx context.Context, in walk) (lineage, error) {
	depth := min(in.Depth, 6)
	if depth <= 0 {
		depth = 2
	}
	ends := map[string]string{"of": in.Of, "to": in.To}
	if in.To != "" {
		return a.ways(ctx, ends)
	}
	out, err := answered[struct{ Lineage lineage }](ctx, a, map[string]any{"depth": depth, "direction": in.Direction}, ends,
		`query($of: ID!, $direction: Direction, $depth: Int) { lineage(id: $of, direction: $direction, depth: $depth) {
		truncated things: nodes { distance thing: node { ...Thing } } statements: edges { ...Said } } }`)
	return out.Lineage, err
}

func (a assistant) ways(ctx context.Context, ends map[string]string) (lineage, error) {
	out, err := answered[struct{ Path lineage }](ctx, a, map[string]any{}, ends,
		`query($of: ID!, $to: ID!) { path(from: $of, to: $to) { truncated ways: paths { statements: edges { ...Said } } } }`)
	out.Path.Things, out.Path.Statements = []step{}, []said{}
	return out.Path, err
}

type living struct {
	Of  string `json:"of" jsonschema:"an id, reference or name"`
	To  string `json:"to,omitempty" jsonschema:"where it led: an id, reference or name"`
	All bool   `json:"all,omitempty" jsonschema:"also acts that took it up otherwise than by beginning, carrying on, changing or ending it"`
}

func (a assistant) lifecycle(ctx context.Context, in living) (told, error) {
	scope := "LIFE"
	if in.All {
		scope = "ALL"
	}
	out, err := answered[struct{ Story told }](ctx, a, map[string]any{"scope": scope}, map[string]string{"of": in.Of, "to": in.To},
		`query($of: ID!, $to: ID, $scope: StoryScope) { story(id: $of, to: $to, scope: $scope, first: 100) { ...Told } }`)
	return out.Story, err
}

type mandateQuery struct {
	Act       string `json:"act,omitempty" jsonschema:"only what this act asks: an id or reference"`
	Addressee string `json:"addressee,omitempty" jsonschema:"only what is asked of this body, office, State or other addressee: an id or name"`
	Recipient string `json:"recipient,omitempty" jsonschema:"only what is to be reported to this body: an id or name"`
	Body      string `json:"body,omitempty" jsonschema:"only what this body asks: its code, id or name"`
	DueSince  string `json:"dueSince,omitempty" jsonschema:"only what is due on this date or later: YYYY-MM-DD"`
	DueUntil  string `json:"dueUntil,omitempty" jsonschema:"only what is due on this date or earlier: YYYY-MM-DD"`
	Words     string `json:"words,omitempty" jsonschema:"only clauses that contain these words"`
	Limit     int    `json:"limit,omitempty" jsonschema:"how many at most; 10 where not given, at most 100"`
}

type register struct {
	Total    int       `json:"total" jsonschema:"how many there are; the first are listed"`
	Mandates []mandate `json:"mandates"`
}

type mandate struct {
	ID         string   `json:"id"`
	Verb       string   `json:"verb,omitempty"`
	Clause     string   `json:"clause,omitempty" jsonschema:"what is asked, as printed"`
	Addressees []thing  `json:"addressees"`
	Recipients []thing  `json:"recipients"`
	Due        []string `json:"due"`
	Recurrence string   `json:"recurrence,omitempty" jsonschema:"an ISO 8601 duration, or session"`
	Until      string   `json:"until,omitempty"`
	Conditions []string `json:"conditions"`
	Act        *thing   `json:"act,omitempty"`
	Paragraph  *thing   `json:"paragraph,omitempty"`
}

func (a assistant) mandates(ctx context.Context, in mandateQuery) (register, error) {
	out, err := answered[struct{ Mandates register }](ctx, a, map[string]any{
		"body": in.Body, "since": in.DueSince, "until": in.DueUntil, "words": in.Words, "first": limited(in.Limit),
	}, map[string]string{"act": in.Act, "addressee": in.Addressee, "recipient": in.Recipient}, `query($act: ID, $addressee: ID, $recipient: ID, $body: String, $since: Date, $until: Date, $words: String, $first: Int) {
		mandates(act: $act, addressee: $addressee, recipient: $recipient, body: $body, dueSince: $since, dueUntil: $until, title: $words,
		first: $first) { total: totalCount mandates: nodes { id verb clause addressees { ...Thing } recipients { ...Thing } due recurrence until
		conditions act { ...Thing } paragraph { ...Thing } } } }`)
	return out.Mandates, err
}

type doubted struct {
	Statement string `json:"statement" jsonschema:"the id of a statement, as other tools give it"`
}

// A proof is a statement with all that shows where it comes from.
type proof struct {
	said
	Rule       string `json:"rule,omitempty" jsonschema:"the rule by which it was read"`
	Confidence string `json:"confidence,omitempty" jsonschema:"certain, or likely where an inference was needed"`
	Correction string `json:"correction,omitempty" jsonschema:"who corrected it by hand, when and why"`
	Start      int    `json:"start" jsonschema:"the first code point of the words in the source of the document"`
	End        int    `json:"end" jsonschema:"the code point after the last one"`
	Document   thing  `json:"document" jsonschema:"the document that says it"`
	Whole      block  `json:"whole" jsonschema:"the whole paragraph that says it"`
}

type block struct {
	Text string `json:"text,omitempty"`
}

func (a assistant) proof(ctx context.Context, in doubted) (proof, error) {
	var out struct{ Statement *proof }
	err := a.run(ctx, `query($id: ID!) { statement(id: $id) { ...Said rule confidence correction start end
		document: documentNode { ...Thing } whole: paragraphNode { ... on Paragraph { text } } } }`, map[string]any{"id": in.Statement}, &out)
	switch {
	case err != nil:
		return proof{}, err
	case out.Statement == nil:
		return proof{}, fmt.Errorf("there is no statement %q; the other tools give the ids of statements", in.Statement)
	}
	return *out.Statement, nil
}
