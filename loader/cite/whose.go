package cite

import (
	"slices"
	"sort"
	"strings"

	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// ownMeanings lists the bodies to which an "its" at byte start may refer; end is
// where the list of its acts ends.
func (f *finder) ownMeanings(start, end int) []string {
	before := strings.TrimRight(f.s[:start], " ")
	preposition := strings.ToLower(scan.LastWord(before))
	instrumental := byMeansOf[preposition]
	if codes, ok := f.agentBefore(len(before) - len(preposition)); ok && instrumental {
		return codes
	}
	if instrumental || f.adverbial(start, end) {
		if codes, ok := f.subjectAfter(end); ok {
			return codes
		}
	}
	codes, found := f.antecedents(start, instrumental || preposition == "of" || preposition == "to", true)
	if !found {
		codes = append(append(codes, f.body), f.subjectBefore(start, end)...)
	}
	return codes
}

// agentBefore are the bodies of an agent that ends right before byte at, whose own act
// follows: "proclaimed by the General Assembly in its resolution".
func (f *finder) agentBefore(at int) (codes []string, ok bool) {
	i := f.saidBefore(at) - 1
	if i < 0 {
		return nil, false
	}
	s := f.speakers()[i]
	return s.codes, s.role == agent && len(s.codes) > 0 && s.end <= at && strings.TrimSpace(f.s[s.end:at]) == ""
}

// byMeansOf are prepositions that lead to an act by which a body does something.
var byMeansOf = scan.WordSet("in by through under with")

// subjectBefore lists the bodies that are the subject of the sentence before,
// where none of them is the one that speaks: "it" and "its" may go on with them.
func (f *finder) subjectBefore(start, end int) []string {
	from, _ := f.sentence(start, end)
	list := f.speakers()
	for i := f.saidBefore(from) - 1; i >= 0 && from-list[i].end < nextSentence; i-- {
		s := list[i]
		if s.role != subject && s.role != agent {
			continue
		}
		switch {
		case slices.Contains(s.codes, f.body):
			return nil
		case len(s.codes) == 0:
			return []string{unknownBody}
		}
		return s.codes
	}
	return nil
}

// nextSentence is how far behind a body's name the next sentence begins at most.
const nextSentence = 400

// adverbial says that the sentence begins with a phrase in which its subject is
// yet to come: "Under paragraph 5 of its resolution".
func (f *finder) adverbial(start, end int) bool {
	from, _ := f.sentence(start, end)
	if i := strings.LastIndex(f.s[from:start], " that "); i >= 0 {
		from += i + len(" that")
	} else if from == 0 {
		_, from = text.ReadLabel(f.s)
	}
	switch w, _ := scan.Word(f.s, from); strings.ToLower(w) {
	case "in", "under", "by", "through", "pursuant", "following", "with":
		return true
	}
	return false
}

// unnamedMeanings lists the bodies whose act a bare "resolution 9/1" may be: the
// one of whose clause it is part, else the one that speaks.
func (f *finder) unnamedMeanings(start, end int) []string {
	lead := strings.TrimRight(f.s[:start], " ")
	preposition := strings.ToLower(scan.LastWord(lead))
	if preposition == "in" || preposition == "by" {
		if codes, ok := f.subjectAfter(end); ok {
			return codes
		}
	}
	if f.bracketed(start) {
		if codes := f.onlyOther(start, end); codes != nil {
			return codes
		}
	}
	codes, found := f.antecedents(start, false, false)
	if !found {
		return f.ownAndParent()
	}
	list := f.speakers()
	for i := f.saidBefore(start) - 1; i >= 0; i-- {
		if s := list[i]; s.role != bystander {
			if start-s.end < 60 && directly(f.s[s.end:start]) {
				return codes
			}
			break
		}
	}
	return append(append(codes, f.askedBy(start)...), f.ownAndParent()...)
}

// askedBy are the bodies named in the clause after its subject, which may be the
// ones whose acts are meant: "the Council requested the Commission to implement
// resolution 32/1".
func (f *finder) askedBy(start int) (codes []string) {
	list := f.speakers()
	for i := f.saidBefore(start) - 1; i >= 0 && list[i].role == bystander; i-- {
		if gap := f.s[list[i].end:start]; len(gap) > clause.LongestClause/8 || f.turns(gap) != sameClause {
			break
		}
		codes = append(codes, list[i].codes...)
	}
	return codes
}

// ownAndParent are the bodies whose a bare number may be: the one that speaks
// and, where no table says whether it adopts acts, the one to which it reports.
func (f *finder) ownAndParent() []string {
	if parent, _, subsidiary := strings.Cut(f.body, "/"); subsidiary {
		return []string{f.body, parent}
	}
	return []string{f.body}
}

// directly says that only a verb and prepositions lead from a body to its act:
// "by the Assembly in resolution", "the Council reaffirmed resolution".
func directly(words string) bool {
	for n, i := 0, 0; ; n++ {
		w, next := scan.Word(words, i)
		switch {
		case w == "":
			return strings.Trim(words[i:], " ,*") == ""
		case n > 3:
			return false
		}
		lower := strings.ToLower(w)
		leads := auxiliaries[lower] || clause.LeadingWords[lower] || strings.HasSuffix(lower, "ed")
		if !leads && (lower == "with" || !byMeansOf[lower]) {
			return false
		}
		if strings.Trim(words[i:next-len(w)], " ,*") != "" {
			return false
		}
		i = next
	}
}

// bracketed says that the act stands alone between brackets: "(decision 16/5)".
func (f *finder) bracketed(start int) bool {
	before := strings.TrimRight(f.s[:start], " ")
	return strings.HasSuffix(before, "(") || strings.HasSuffix(before, "(see") || strings.HasSuffix(before, "(See")
}

// onlyOther is the one body of the sentence, where the body that speaks is not
// named and the act stands between brackets.
func (f *finder) onlyOther(start, end int) []string {
	from, to := f.sentence(start, end)
	var codes []string
	list := f.speakers()
	for _, s := range list[f.saidBefore(from):] {
		if s.start > to {
			break
		}
		if s.start < from || s.end > to || len(s.codes) != 1 || s.codes[0] == f.body {
			continue
		}
		if s.start > end && adjunct(f.s[s.end:]) {
			continue // it is named with an act of its own
		}
		if len(codes) == 0 || codes[0] != s.codes[0] {
			codes = append(codes, s.codes[0])
		}
	}
	if len(codes) != 1 {
		return nil
	}
	return []string{codes[0], f.body}
}

// sentence is the span of the sentence around a citation.
func (f *finder) sentence(start, end int) (from, to int) {
	from, to = max(0, start-clause.LongestClause), min(len(f.s), end+clause.LongestClause)
	for i := start - 1; i > max(1, start-clause.LongestClause); i-- {
		if f.s[i] == ' ' && f.s[i-1] == '.' && scan.IsCapitalAt(f.s, i+1) {
			from = i
			break
		}
	}
	for i := end; i+2 < min(len(f.s), end+clause.LongestClause); i++ {
		if f.s[i] == '.' && f.s[i+1] == ' ' && scan.IsCapitalAt(f.s, i+2) {
			to = i
			break
		}
	}
	return from, to
}

// antecedents walks back from byte start over the bodies of the clause. found
// says that one of them is its subject, agent or possessor, so that the body
// that speaks is not meant.
func (f *finder) antecedents(start int, preposition, its bool) (codes []string, found bool) {
	list := f.speakers()
	if codes, at, ok := f.pronounBefore(start); ok {
		for i := f.saidBefore(start) - 1; i >= 0 && list[i].end > at; i-- {
			if list[i].role == subject {
				return list[i].codes, true
			}
		}
		return codes, true
	}
	before := f.saidBefore(start)
	for i := before - 1; i >= max(0, before-nearest); i-- {
		s := list[i]
		gap := f.s[s.end:start]
		if len(gap) > clause.LongestClause {
			break
		}
		turn := f.turns(gap)
		if turn == newClause {
			return codes, false
		}
		switch {
		case s.role == subject, s.role == agent, s.role == possessor && (preposition || len(gap) < 40):
			if len(s.codes) == 0 {
				return []string{unknownBody}, true
			}
			return append(codes, s.codes...), turn == sameClause
		case its && !adjunct(gap): // "its" may also be a bystander's
			codes = append(codes, s.codes...)
			if len(s.codes) == 0 {
				codes = append(codes, unknownBody)
			}
		}
	}
	return codes, false
}

// saidBefore counts the speakers whose names end at or before byte at.
func (f *finder) saidBefore(at int) int {
	list := f.speakers()
	return sort.Search(len(list), func(k int) bool { return list[k].end > at })
}

// unknownBody stands for a body that no table knows.
const unknownBody = "?"

// pronounBefore finds "in which it", "whereby it": the act before it speaks.
func (f *finder) pronounBefore(start int) (codes []string, at int, ok bool) {
	best := f.relativeIt(start)
	if best < 0 || f.turns(f.s[best:start]) != sameClause {
		return nil, 0, false
	}
	for i := len(f.found) - 1; i >= 0; i-- {
		c := f.found[i]
		if c.End <= best {
			switch {
			case best-c.End > 160:
				return nil, 0, false
			case c.body != "":
				return []string{c.body}, best, true
			case len(c.may) > 0:
				return c.may, best, true
			}
			return []string{unknownBody}, best, true
		}
	}
	return nil, 0, false
}

// relativeIt is where the last "in which it" before byte start begins; -1 where
// there is none near.
func (f *finder) relativeIt(start int) int {
	from := max(0, start-clause.LongestClause/4)
	for end, tries := start, 0; tries < 4; tries++ {
		i := strings.LastIndex(f.s[from:end], " it ")
		if i < 0 {
			return -1
		}
		before := strings.TrimSuffix(f.s[from:from+i], ", inter alia,")
		for _, p := range []string{"in which", "by which", "through which", "under which", "with which", "whereby",
			"wherein"} {
			if strings.HasSuffix(before, p) {
				return from + len(before) - len(p)
			}
		}
		end = from + i + 1
	}
	return -1
}

type turn int

const (
	sameClause turn = iota
	doubtful        // a participle after a comma may be the author's or the body's
	newClause       // what follows is said by the author
)

// turns reads whether the author takes the word again in a stretch of text:
// a new sentence, or another of the paragraph's verbs.
func (f *finder) turns(gap string) turn {
	result := sameClause
	for i := 0; i < len(gap); {
		switch gap[i] {
		case ';':
			return newClause
		case '.':
			if i+2 < len(gap) && gap[i+1] == ' ' && scan.IsCapitalAt(gap, i+2) {
				return newClause
			}
		}
		w, next := wordAt(gap, i)
		if w == "" {
			i++
			continue
		}
		if c, ok := tree.CueOf(w); ok && i > 0 {
			switch verbTurns(c, gap[:i]) {
			case newClause:
				return newClause
			case doubtful:
				result = doubtful
			}
		}
		i = next
	}
	return result
}

// wordAt is the word that begins at byte i; none inside of one.
func wordAt(s string, i int) (w string, next int) {
	if !scan.IsWord(s[i]) || i > 0 && (scan.IsWord(s[i-1]) || s[i-1] == '-') {
		return "", i
	}
	if w, next = scan.Word(s, i); next <= i {
		return "", i
	}
	return w, next
}

// verbTurns reads whether a verb behind the words before it is the author's.
func verbTurns(c tree.Cue, before string) turn {
	lead := strings.TrimRight(before, " ")
	for tree.Modifies(scan.LastWord(lead)) && !strings.EqualFold(scan.LastWord(lead), "and") {
		lead = strings.TrimRight(lead[:len(lead)-len(scan.LastWord(lead))], " ")
	}
	joined := strings.HasSuffix(lead, " and") || lead == "and"
	switch {
	case joined && (c.Form == tree.PresentForm || c.Form == tree.ThirdForm):
		return newClause
	case strings.HasSuffix(lead, ",") && c.Form == tree.PresentForm:
		return doubtful
	}
	return sameClause
}

// subjectAfter reads the subject that follows a list of acts: "in its decision
// 5/2, the Conference had decided", also after a description of the acts.
func (f *finder) subjectAfter(end int) ([]string, bool) {
	limit := min(len(f.s), end+220)
	list := f.speakers()
	for _, s := range list[f.saidBefore(end):] {
		if s.start > limit {
			break
		}
		if s.start < end {
			continue
		}
		lead := strings.TrimSuffix(f.s[end:s.start], "the ")
		if strings.HasPrefix(f.s[s.start:], "the ") {
			lead = f.s[end:s.start]
		}
		if !strings.HasSuffix(lead, ", ") || strings.Contains(lead, "; ") || clause.ClauseInside(lead) {
			return nil, false
		}
		if s.role == subject {
			if len(s.codes) == 0 {
				return []string{unknownBody}, true
			}
			return s.codes, true
		}
	}
	return nil, false
}
