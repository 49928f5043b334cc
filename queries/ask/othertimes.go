package ask

import (
	"regexp"
	"slices"
	"strings"
)

// Times in questions that are answered by passages: what a text tells of a time is often
// decided in another.

// sessionOfTime matches the time of a session or meeting: texts from before it tell what is
// asked for it, reports from after it what it did.
var sessionOfTime = regexp.MustCompile(
	`(?i)\b(?:sessions?|meetings?|conferences?|summit)\b(?: \w+)?,? (?:of|in|for|during|scheduled for|planned for) ` +
		`((?:\w+ )?(?:19|20)\d\d)\b`,
)

// ranksByTime makes such a time words that count where they stand, in the place of a filter.
func (c *composer) ranksByTime() {
	m := sessionOfTime.FindStringSubmatch(c.question)
	if m == nil || c.Since == "" || c.Since != c.Until || c.Operation == opHistory {
		return
	}
	c.Since, c.Until = "", ""
	c.Words += " " + m[1]
}

// foundingAsked matches a question that asks, beside what is of a time, where something began.
var foundingAsked = regexp.MustCompile(
	`(?i)\b(?:found(?:ed|ing)|establish\w*|set up|creat(?:ed?|ing|ion)|impos\w+|origin\w*|beg[ai]n\w*|launch\w*)\b.*\b(?:and|then|later)\b`,
)

// begins matches what a text says where something begins.
var begins = regexp.MustCompile(`(?i)\b(?:establish|creat|set up|setting up|impos|launch|found|decides? that)`)

// shownOther is how many passages of other times are shown.
const shownOther = 5

// addOtherTimes adds the best passages of other times to those of the time that a question
// names, where these are few; where it asks how something began, those from before it stand
// first.
func (r *Reader) addOtherTimes(c *composer, question string, answer *Answer) {
	from, _ := c.u.variables["from"].(string)
	to, _ := c.u.variables["to"].(string)
	few := answer.Completeness.Found < shownOther && !foundAll(answer.Passages)
	began := from != "" && foundingAsked.MatchString(question)
	if from+to == "" || c.Operation == opHistory || !few && !began {
		return
	}
	q := PassageQuery{Words: c.Words, Question: question, Within: slices.Concat(c.Sessions, c.Bodies)}
	for _, name := range c.Names {
		q.Within = append(q.Within, name.Nodes...)
	}
	if began {
		q.Words, q.To = q.Words+" established", beforeThat(from)
	}
	found, err := r.FindPassages(r.ctx, q)
	if err != nil {
		return
	}
	list := slices.DeleteFunc(found.First(4*shownOther), func(p Passage) bool {
		if began && (strings.Contains(p.Text, " | ") || !begins.MatchString(p.Text)) {
			return true // a table, or nothing that begins
		}
		return slices.ContainsFunc(answer.Passages, func(q Passage) bool { return p.Node == q.Node })
	})
	if list = list[:min(len(list), shownOther)]; len(list) == 0 {
		return
	}
	if began {
		answer.Text = "Texts from before (the time that the question names left out):\n\n" + r.passageLines(
			list,
		) + "\n" + answer.Text
	} else {
		answer.Text += "\nTexts of other times have the words in:\n\n" + r.passageLines(list)
	}
	answer.Passages = append(answer.Passages, list...)
}

// foundAll says that the best passage has all the words that were looked for.
func foundAll(list []Passage) bool { return len(list) > 0 && len(list[0].Lacking) == 0 }
