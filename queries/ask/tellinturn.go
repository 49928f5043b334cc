package ask

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
)

// How the answers to several questions in one sentence are told together.

// tellInTurn joins the answers of pieces. The first that has one is the answer as
// data; all stand in its text and its parts.
func (r *Reader) tellInTurn(ctx context.Context, d division, list []piece) (answer Answer, ok bool, err error) {
	parts, err := r.partsInTurn(ctx, d, list)
	if err != nil {
		return Answer{}, false, err
	}
	var text strings.Builder
	var lacks []Lack
	for i := range parts {
		one := &parts[i]
		if one.Data == nil && r.saidBy(parts, *one) {
			continue
		}
		if len(list) > 1 {
			fmt.Fprintf(&text, "%s?\n", strings.TrimRight(strings.ToUpper(one.Question[:1])+one.Question[1:], "?"))
		}
		if one.Data == nil {
			fmt.Fprintf(&text, "Not answered: “%s”.\n\n", one.Question)
			lacks = append(lacks, Lack{State: Guessed, Text: "a part of the question was not understood: " + one.Question})
			continue
		}
		if len(list) > 1 {
			one.shorten()
		}
		text.WriteString(strings.TrimRight(one.Text, "\n ") + "\n\n")
		if !ok {
			answer, ok = *one, true
		} else {
			lacks = append(lacks, one.Completeness.Lacks...)
		}
	}
	for _, l := range lacks {
		answer.Completeness.add(l)
	}
	answer.Text, answer.Question = strings.TrimRight(text.String(), "\n")+"\n", ""
	if len(parts) > 1 {
		answer.Parts = parts
	}
	return answer, ok, nil
}

// partsInTurn are the answers of pieces that ask different things, each with its question;
// one that has no answer has no data.
func (r *Reader) partsInTurn(ctx context.Context, d division, list []piece) (parts []Answer, err error) {
	for i, p := range list {
		again := func(q piece) bool { return p.u != nil && q.u != nil && p.u.sameAs(q.u) }
		if slices.ContainsFunc(list[:i], again) || d.toldBefore(list[:i], p) {
			continue
		}
		one, found, err := r.answerPiece(ctx, d, p)
		if err != nil {
			return nil, err
		}
		if found && slices.ContainsFunc(parts, one.sameSearch) {
			continue
		}
		if !found {
			one = Answer{Completeness: Completeness{State: Unanswered}}
		}
		one.Question = p.text
		parts = append(parts, one)
	}
	return parts, nil
}

// saidIn matches by what it asks a part of a question that another answer may say along
// with what it tells, and what such an answer has then.
var saidIn = []struct{ asks, says *regexp.Regexp }{
	{regexp.MustCompile(`(?i)\b(?:by|under|in|of|from|with)? ?(?:which|what) (?:\w+ )?(?:resolutions?|decisions?|acts?|drafts?)\b`),
		regexp.MustCompile(`(?i)\b(?:resolution|decision) [\w./()-]*\d|/L\.\d`)},
	{
		regexp.MustCompile(`(?i)\bhow long\b|\bwhat term\b`),
		regexp.MustCompile(`(?i)\b(?:working )?(?:days?|weeks?|months?|years?)\b|\buntil\b`),
	},
	{regexp.MustCompile(`(?i)\bwhen\b|\b(?:what|which) (?:date|day)s?\b`),
		regexp.MustCompile(`(?i)\b\d{4}-\d\d\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bat its [\w-]+ session\b`)},
}

// saidBy says that the answer of another part has what a part asks for that has no words
// of its own: by which resolution, beside a life with its acts.
func (r *Reader) saidBy(parts []Answer, open Answer) bool {
	d := r.read(open.Question)
	own := slices.DeleteFunc(slices.Clone(d.content), func(w string) bool { return lexicon()[graph.Slug(w)].verb != nil })
	if len(own) > 0 {
		return false
	}
	return slices.ContainsFunc(parts, func(a Answer) bool {
		if a.Data == nil || len(a.Rows) == 0 {
			return false
		}
		for _, cl := range d.Clauses {
			for _, name := range cl.Relations {
				relation, _ := graph.RelationByName(name)
				if !hasVerb(a.Text, relation.PrintedForms()) {
					return false // another deed
				}
			}
		}
		for _, s := range saidIn {
			if s.asks.MatchString(open.Question) {
				return s.says.MatchString(a.Text)
			}
		}
		return false
	})
}

// sameSearch says that two answers looked for the same: one query with the same values,
// or one history of the same words.
func (a Answer) sameSearch(other Answer) bool {
	words := func(a Answer) []string {
		list := strings.Fields(strings.ToLower(str(a.Variables, "words")))
		slices.Sort(list)
		return slices.Compact(list)
	}
	return reflect.DeepEqual(a.Variables, other.Variables) ||
		a.isChronicle() && other.isChronicle() && slices.Equal(words(a), words(other))
}

// isChronicle says that an answer is a history in passages.
func (a Answer) isChronicle() bool { return strings.Contains(a.GraphQL, "chronicle: true") }

// toldBefore says that a piece only asks by whom, to whom, when or how often of what is
// told as mandates before it, whose lines say all of that.
func (d division) toldBefore(before []piece, p piece) bool {
	return (p.u == nil || !p.u.declares("MandateFilter")) && len(before) > 0 && slices.Contains(d.bare, p.text) &&
		before[len(before)-1].u != nil && before[len(before)-1].u.declares("MandateFilter")
}

// leavesOut says that a part of the question was not answered.
func (a Answer) leavesOut() bool { return strings.Contains(a.Text, "Not answered: “") }

// answerPiece answers one question of several, by its words where it was not
// understood or where nothing was read of it.
func (r *Reader) answerPiece(ctx context.Context, d division, p piece) (answer Answer, ok bool, err error) {
	if p.u != nil {
		if answer, ok, err = r.answerSurely(ctx, p.u, p.asked(d)); ok || err != nil {
			return answer, ok, err
		}
	}
	if u := r.understand(p.asked(d)); u != nil && u.rank() == 2 && !u.swallows() {
		if answer, err = r.answerUnderstood(ctx, u, p.asked(d)); err != nil || len(answer.Rows) > 0 {
			return answer, err == nil, err
		}
	}
	if len(r.read(p.text).content) == 0 && !p.first && (d.topic == "" || len(r.subjectsOf(d.topic)) > 0) {
		return Answer{}, false, nil // it has no words of its own
	}
	answer, ok, err = r.answerByPassages(ctx, p.asked(d))
	return answer, ok && (p.of == "" || r.hasOwnWord(answer, p.text)), err
}

// shownInTurn is how many results of one question of several its text shows, at the
// beginning and at the end.
const shownInTurn = 6

// shorten leaves results out of the text of an answer where they are many, and says
// how many; the data has them all.
func (a *Answer) shorten() {
	if a.isChronicle() {
		return // what is left out in the middle is what was asked for
	}
	end := shownInTurn
	if len(a.Passages) > 0 {
		end = 0 // the best come first
	}
	left := len(a.Rows) - shownInTurn - end
	if left <= 0 {
		return
	}
	first, last := lines(a.Rows[:shownInTurn]), lines(a.Rows[len(a.Rows)-end:])
	whole := lines(a.Rows)
	said := fmt.Sprintf("  ... %d more (asked by itself this is answered with all of them)\n", left)
	a.Text = strings.Replace(a.Text, whole, first+said+last, 1)
}
