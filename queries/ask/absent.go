package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// What a question speaks of that the store does not hold: it is said, as the answer may
// be that there is nothing.

// numberedAct matches an act as questions name it: its kind and its number.
var numberedAct = regexp.MustCompile(`(?i)\b(?:resolution|decision|res\.?|dec\.?|scr|unscr) (\d+(?:/\d+)?)\b`)

// sessionNumbered matches an act of the Assembly as it was numbered before 1976: by its number,
// the letter of a part, and the session in Roman figures.
var sessionNumbered = regexp.MustCompile(
	`\b(?:resolution|decision|res\.) (\d+(?: [A-Z])? ?\((?:[IVXLC]+|E?S-[IVXLC\d]+)\))`,
)

// unknownActs says which acts a question names that are neither loaded nor named in a
// loaded text.
func (r *Reader) unknownActs(question string) (list []string) {
	for _, m := range numberedAct.FindAllStringSubmatch(question, -1) {
		if len(r.referred(m[1])) == 0 && len(r.find(`"`+m[0]+`"`, 1)) == 0 {
			list = append(list, "No loaded text is or names "+m[0]+"."+r.siblings(m[0], m[1]))
		}
	}
	for _, m := range sessionNumbered.FindAllStringSubmatch(question, -1) {
		if acts := r.referred(m[1]); slices.ContainsFunc(acts, r.Loaded) {
			continue
		}
		said := "No loaded text is " + m[0] + "."
		if places := r.whereNamed(`"` + m[1] + `"`); places != "" {
			said = "The text of " + m[0] + " is not loaded; it is named in " + places + "."
		}
		list = append(list, said)
	}
	for _, symbol := range symbolAsked.FindAllString(question, -1) {
		if figures.MatchString(symbol) && len(r.resolveSlot("thing", symbol)) == 0 && len(r.printedIn(symbol, 1)) == 0 {
			list = append(list, "No loaded text is or names "+symbol+".")
		}
	}
	return list
}

// symbolAsked matches the symbol of a document: S/PV.2963.
var symbolAsked = regexp.MustCompile(`\b[A-Z]{1,6}(?:/[A-Z0-9][\w.()-]*)+`)

// absences says that, and of which sessions and times no text is loaded.
func (r *Reader) absences(question string, d *meaning) []string {
	list := r.unknownActs(question)
	for _, n := range d.mentioned {
		switch unplaced := r.Kind(n) == "Session" && len(r.unplaced(n)) > 0; {
		case unplaced:
			list = append(list, "It was not read of which session "+
				strings.ReplaceAll(r.calledAll(r.unplaced(n), " and "), "document/", "")+" is; for "+r.called(n)+" it was searched.")
		case r.Kind(n) == "Session" && len(r.Having("session", n, "Act")) == 0 && len(r.Having("session", n, "Document")) == 0:
			list = append(list, "No loaded text is known to be of "+r.called(n)+".")
		case r.isAct(n) && !r.Loaded(n):
			list = append(list, "The text of "+r.called(n)+" is not loaded; what others say of it may be.")
		}
	}
	if d.Since != "" && d.Until != "" && !r.holdsTextsOf(d.Since, d.Until) {
		list = append(list, "No text of this time is loaded ("+span(d.Since, d.Until)+"). Texts of other times may speak of it.")
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// siblings names the loaded acts of the session in whose series a number would stand.
func (r *Reader) siblings(reference, number string) string {
	session, _, of := strings.Cut(number, "/")
	if !of {
		return r.coverage("body/sc", graph.Resolution) // the Council alone numbers without a session
	}
	var list []string
	for _, n := range r.Nodes("Act") {
		_, kind, other, _ := graph.SplitActID(r.ID(n))
		if strings.HasPrefix(strings.ToLower(reference), kind[:min(len(kind), 3)]) && strings.HasPrefix(other, session+"/") &&
			actNumber.MatchString(other) && !capital.MatchString(other) && r.Loaded(n) {
			list = append(list, kind+" "+other)
		}
	}
	if len(list) == 0 || len(list) > maxCandidates {
		return ""
	}
	slices.SortFunc(list, graph.CompareNatural)
	return heldBeside + enumerated(list) + "."
}

// heldBeside begins the list of the acts that are held of the session of one that is not.
const heldBeside = " Loaded are "

// holdsTextsOf says that a text of a time is loaded.
func (r *Reader) holdsTextsOf(since, until string) bool {
	holds := func(n snapshot.Node) bool { return r.Loaded(n) && r.isDated(n, since, until) }
	return slices.ContainsFunc(r.Nodes("Act"), holds) || slices.ContainsFunc(r.Nodes("Document"), holds)
}

// toYear is a year of a day or month: a report of a year tells what happened in a month of it.
func toYear(time string) string { return time[:min(len(time), 4)] }

// wordsQuestions are questions after the words of one that is not understood, where
// paragraphs have them: inside the text that has them best, and anywhere.
func (r *Reader) wordsQuestions(question string) (list []Suggestion) {
	if question == "" {
		return nil
	}
	words := strings.Join(r.read(question).content, " ")
	if search.CountWords(sayingWords(words)) < 2 {
		return nil
	}
	found, err := r.FindPassages(r.ctx, PassageQuery{Words: words, Question: question})
	if err != nil || found.Total() == 0 || search.CountWords(sayingWords(words))-len(found.At(0).Lacking) < leastHaving {
		return nil
	}
	words = strings.ReplaceAll(words, `"`, "")
	if whole := found.At(0).Whole; r.isAct(whole) || figures.MatchString(r.Text(whole, "symbol")) {
		name := cmp.Or(r.Text(whole, "symbol"), r.sayable(whole))
		list = append(list, Suggestion{Question: "what does " + name + " say about " + words, Whole: true})
	}
	return append(list, Suggestion{Question: "passages about " + words, Whole: true})
}

// unplaced are the loaded texts of the body of a session of which it was not read at which
// session they were made: one of them may be its report.
func (r *Reader) unplaced(session snapshot.Node) (list []snapshot.Node) {
	owner, _, _ := strings.Cut(r.ID(session), "/session/")
	body, ok := r.Lookup(owner)
	if !ok || len(r.Having("session", session, "Act"))+len(r.Having("session", session, "Document")) > 0 {
		return nil
	}
	for _, n := range r.Having("body", body, "Document") {
		if r.Text(n, "session") == "" && r.Text(n, "house") != "" && !r.isDraft(n) {
			list = append(list, n)
		}
	}
	if len(list) > fewUnplaced {
		return nil
	}
	return list
}

// fewUnplaced is how many such texts are few enough to look into instead of the session.
const fewUnplaced = 3
