package session

import (
	"cmp"
	"context"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A reporter reads the report's own paragraphs in their order and remembers
// what later ones leave out: meeting, date, agenda item.
type reporter struct {
	tree    *tree.Tree
	printed printedActs
	found   tree.Findings

	body, session string
	// committee is "/committee-b" where the report is one of that committee of the body; its
	// acts are the body's, its meetings and officers its own.
	committee string
	short     string // the body's word for itself: "Conference"
	acronym   string // of the body
	agenda    string // the session whose agenda it follows

	meetings []string          // ids
	date     string            // of the meetings
	dates    map[string]string // of single meetings, where the text pairs them
	days     map[string]string // of single meetings told before
	last     struct {          // the meetings of which the text last spoke, under any heading
		meetings []string
		date     string
	}
	metIn    *tree.Paragraph     // the paragraph that told them
	aside    bool                // the paragraph names a meeting in passing
	earlier  sittingSpoken       // that of the paragraphs before it
	opens    bool                // the heading is of the opening, closing or organization of the session
	verbatim bool                // it is the record of one meeting
	chapter  string              // headings of the paragraph
	item     string              // agenda item, or empty
	items    []string            // all that the last sentence on items names
	subItem  string              // of which the paragraph last spoke, or empty
	itemsAt  map[string][]string // agenda items that a meeting considers
	// itemUnder are the agenda items of which the text spoke last, by its headings.
	itemUnder map[string]string
	path      []string // the headings that say of which item the paragraph is

	adopted  bool                 // the body has adopted an act under these headings
	acts     []adoption           // what the paragraph adopts
	act      string               // the last of them so far
	named    []string             // acts that sentences named as adopted
	together []adoptedWith        // those that the sentence adopts together
	draft    *draftHit            // the draft of which the text last spoke
	hits     map[string]*draftHit // where drafts were named last
	spoken   string               // its id, or that of the act that it became
	polled   []poll               // outcomes and votes so far
	year     string               // that of the last date; see yearMet
	yearRead bool                 // where no date had one, the text was looked through
	// amendment is the document of amendments of which the text last spoke.
	amendment string
	below     belowList
	drafts    map[string]string   // acts by the drafts of which they were made
	titled    map[string][]string // printed drafts by their titles
	put       []puttingForward
	listed    map[*tree.Paragraph][]*tree.Paragraph // items by the paragraphs that lead to them

	group         string                // the last group that spoke
	behalf        string                // for whom the speakers of this sentence also speak
	function      string                // the office in which they speak
	surnames      map[string]string     // persons by their surnames; empty where several have one
	organizations map[string]bool       // ids of those found so far
	offices       map[toldOffice]string // their titles
	people        struct {              // of a sentence
		text string
		list []stateman
	}
}

// Proceedings reads what a report says of its session: meetings and what they
// considered, adoptions, sponsors, speakers and officers.
func Proceedings(ctx context.Context, t *tree.Tree) tree.Findings {
	if t.Body == "" {
		return tree.Findings{}
	}
	r := newReporter(t)
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return r.found
		}
		switch {
		case p.Act == nil && p.Kind == tree.Narrative:
			r.paragraph(p)
		case p.Act == nil && p.Kind == tree.Annexed:
			r.annexed(p)
		case p.Act != nil && p.Kind == tree.Decided && p.Act.Body == t.Body:
			r.elects(p)
		}
	}
	r.putForward()
	r.statePolls()
	return r.found
}

func newReporter(t *tree.Tree) *reporter {
	r := &reporter{
		tree: t, printed: newPrintedActs(t), body: t.Body, short: "Conference",
		itemsAt: map[string][]string{}, itemUnder: map[string]string{}, drafts: map[string]string{}, listed: map[*tree.Paragraph][]*tree.Paragraph{},
		hits: map[string]*draftHit{}, days: map[string]string{}, surnames: map[string]string{},
		organizations: map[string]bool{}, offices: map[toldOffice]string{},
	}
	r.acronym = cmp.Or(t.BodyAcronym, strings.ToUpper(t.Body[strings.LastIndexByte(t.Body, '/')+1:]))
	r.titled = r.printed.draftsByTitle()
	if m := ofLettered.FindStringSubmatch(t.Title); m != nil {
		r.committee = "/" + graph.Slug(m[1])
		id := graph.BodyID(r.body + r.committee)
		r.found.Entity(id, "Body")
		r.found.Fact(id, "name", m[1])
		r.found.Fact(id, "partOf", graph.BodyID(r.body))
	}
	if b, ok := names.BodyByCode(t.Body); ok {
		r.short = b.Short
	} else if t.BodyName != "" {
		r.short = t.BodyName
		if of := partOfName.FindStringIndex(r.short); of != nil {
			r.short = r.short[:of[0]]
		}
		r.short = scan.LastWord(r.short)
	}
	for _, p := range t.Paragraphs {
		if p.Lead != nil {
			r.listed[p.Lead] = append(r.listed[p.Lead], p)
		}
	}
	r.sitsIn()
	r.records()
	return r
}

// sitsIn finds the session of the body, and that of whose agenda it considers
// items: a Main Committee those of the General Assembly.
func (r *reporter) sitsIn() {
	t := r.tree
	if t.Session == "" {
		return
	}
	r.session = tree.SessionID(t.Body, t.Session)
	r.agenda = r.session
	parent, _, _ := strings.Cut(t.Body, "/")
	if of, _ := names.BodyByCode(parent); of.MainCommittees && parent != t.Body && r.short == "Committee" {
		r.agenda = tree.SessionID(parent, t.Session)
		r.found.Session(parent, t.Session)
	}
	if r.agenda == r.session {
		return
	}
	item := t.Item
	if m := itemLineAbove.FindStringSubmatch(t.Source.Text[:min(len(t.Source.Text), headBytesAtMost)]); item == "" && m != nil {
		item = tree.WithoutSpaces(m[1]) // its line was joined with others
	}
	if item != "" {
		r.item = r.agendaItem(item)
	}
}

// partOfName begins what a body is of, on or for, behind its own noun: "Conference of the
// Parties to the Plant Convention".
var partOfName = scan.Compile(` (?:of|on|for|to) `)

// ofLettered is the title of the report of a main committee that has a letter.
var ofLettered = scan.Compile(`(?i)^(?:[a-z]+ )?(?:draft )?report of (committee [A-Z])$`)

// sitting is the session whose meetings are chaired.
func (r *reporter) sitting() string {
	if r.committee == "" || r.tree.Session == "" {
		return r.session
	}
	return tree.SessionID(r.body+r.committee, r.tree.Session)
}

// itemLineAbove is the line of the masthead of a Main Committee's report that names its item.
var itemLineAbove = scan.Compile(`(?m)^[ \t]*Agenda item (\d+(?: ?\([a-z]\))?)[ \t]*$`)

// ownName says that words are how the report names its own body.
func (r *reporter) ownName(name string) bool {
	return name == r.short || name == r.tree.BodyName || name == "Conference" && strings.HasPrefix(r.short, "Conference of ") ||
		name == r.acronym ||
		name != "" && name == scan.LastWord(r.short)
}

func (r *reporter) paragraph(p *tree.Paragraph) {
	r.chairsOfGroups(p)
	if p.Lead != nil { // an item of a list; its lead reads it
		if r.readsBelow(p, p.Parts[0]) {
			return
		}
		r.listedPolls(p)
		r.listedOfficers(p)
		return
	}
	if !r.verbatim {
		r.heading(p)
	}
	if r.subItem, r.act = "", ""; r.aside {
		r.aside, r.meetings, r.date = false, r.earlier.meetings, r.earlier.date
	}
	var officers map[int]bool
	for i, part := range p.Parts {
		if i == 1 {
			officers = r.bureau(p) // of the meeting of which the first part speaks
		}
		if officers[i] || r.rollCall(p, part, false) || r.readsBelow(p, part) {
			continue
		}
		from := 0
		if i == 0 {
			from = p.Words
		}
		r.acts = r.adoptions(part)
		for _, c := range scan.CutSentences(part.S, from) {
			r.sentence(utterance{p, part, c.Start, part.S[c.Start:c.End]})
		}
		r.inlineRoll(p, part)
		r.pointsToText(part)
	}
	if len(p.Parts) == 1 {
		r.bureau(p)
	}
}

// elects reads whom a decision elects: "elected Ana Soto (Chile) as President".
func (r *reporter) elects(p *tree.Paragraph) {
	r.date, r.meetings = p.Act.Adopted, nil
	for i, part := range p.Parts {
		from := 0
		if i == 0 {
			from = p.Words
		}
		for _, c := range scan.CutSentences(part.S, from) {
			if x := (utterance{p, part, c.Start, part.S[c.Start:c.End]}); electing.MatchString(x.text) {
				r.holders(x)
			}
		}
	}
}

// What speaks of meetings, of what they did, of speeches and of officers holds
// one of these words.
var (
	whenGate   = text.NewGate(" meeting", "plenary session")
	actionGate = text.NewGate("adopted", "added", "approved", "recommended", "decided",
		"sponsor", "submitted", "tabled", "ropos", "introduced", "draft", "mendment")
	speechGate = text.NewGate("tatement", "remarks", "accorded the right", "spoke", "aligned", "associated",
		"address", "took the floor", "explained", "Speaking on behalf", "introduced the", "introduced agenda")
	officersGate = text.NewGate(
		"elected",
		"appointed",
		"designated",
		"nominated",
		"chaired",
		"moderated",
		"facilitated",
		"presided",
		"opened",
		"took the",
		"the chair",
		"manship of",
		"residency of",
		"presiding",
		"President",
		"Chair",
		"apporteur",
		"oordinator",
		"acilitator",
	)
)

func (r *reporter) sentence(x utterance) {
	if whenGate.In(x.part) {
		r.when(x)
	}
	r.considers(x)
	if actionGate.In(x.part) {
		r.action(x)
	}
	if pollGate.In(x.part) {
		r.polls(x)
	}
	switch {
	case r.verbatim:
		r.turn(x)
	case speechGate.In(x.part):
		r.speakers(x)
	}
	if officersGate.In(x.part) {
		r.officers(x)
	}
}
