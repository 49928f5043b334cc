package ask

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// By which words a chronicle tells what decides, which names its subject has, and in which
// order it tells.

var (
	// turning matches the verbs by which acts begin, change and end something, and ending
	// those by which they end or suspend it.
	turning = regexp.MustCompile(
		`(?i)\b(?:establish|set(?:s|ting)? up|creat|launch|initiat|impos|prohibit|prevent|decid|adopt|approv|extend|renew|` +
			`continu|prolong|enhanc|strengthen|widen|enlarg|suspend|resum|reinstat|terminat|lift|dissolv|abolish|conclud|cease|withdraw|replac|renam|refrain|desist|sever|break)`,
	)
	// routine matches how an organ closes: it keeps the question before it.
	routine = regexp.MustCompile(
		`(?i)^[^;]{0,40}\bto (?:remain (?:actively )?seized|keep\b.{0,120}\b(?:under (?:continuous |constant |active )?review|on its agenda))`,
	)
	ending = regexp.MustCompile(
		`(?i)\b(?:terminat|lift|dissolv|abolish|discontinu|expir|suspen[ds]|shall end\b|wind up|conclud|no longer)`,
	)
	// beginning matches what texts say of how something began.
	beginning = regexp.MustCompile(
		`(?i)\b(?:establish(?:ed|es|ment)?|set(?:s|ting)? up|creat(?:ed|es|ion)|launch(?:ed|es)?|initiat(?:ed|es|e)|found(?:ed|ation)|` +
			`led to|since (?:its|their)|first)\b`,
	)
	asksBeginning = regexp.MustCompile(
		`(?i)\b(?:c[ao]me about|come into being|begin|start|originate|origins?|set (?:it )?up|established?|comes? from|came from)\b`,
	)
	// asksEnd matches a question for the end of something.
	asksEnd = regexp.MustCompile(
		`(?i)\b(?:to an end|ends?|ended|lifted|terminated|abolished|dissolved|wound up|discontinued|suspended)\b`,
	)
	// asksLater matches a question for more than the beginning, and asksAll one for more
	// than the end.
	asksLater = regexp.MustCompile(
		`(?i)\b(?:to an end|end|ended|lifted|terminated|develop\w*|evolv\w*|follow\w*|bec[ao]me|chang\w*|grow\w*|extend\w*|renew\w*|since|history)\b`,
	)
	asksAll = regexp.MustCompile(
		`(?i)\b(?:begin|began|start|started|come about|history|came|followed|develop|from the)\b`,
	)
)

// chosenVerbs are those that decide what a question is after.
func chosenVerbs(question string) *regexp.Regexp {
	switch {
	case asksEnd.MatchString(question) && !asksAll.MatchString(question):
		return ending
	case asksBeginning.MatchString(question) && !asksLater.MatchString(question):
		return beginning
	}
	return turning
}

// begunAs has for words by which people call what organs decide what the texts say: the
// Security Council never imposes sanctions but takes measures, and to embargo is to prevent
// the sale or supply.
var begunAs = map[string][]string{
	"sanctions": {
		"measures",
	}, "embargo": {"sale or supply", "sale and shipment", "sale and supply", "delivery of arms"},
}

// properNames are the words that the texts found print with a capital, by their stems.
func (c *chronicler) properNames() (stems []string) {
	capital, all := map[string]int{}, map[string]int{}
	for _, whole := range c.wholes {
		for _, n := range c.kept[whole] {
			text := c.Text(n, "text")
			runes := []rune(text)
			for _, m := range c.passages.any.Marks(text) {
				if m.Start == 0 {
					continue // the first word of a sentence
				}
				for w := range strings.FieldsSeq(string(runes[m.Start:m.End])) { // a phrase has several
					s := "-" + stem(graph.Slug(w))
					if all[s]++; unicode.IsUpper([]rune(w)[0]) {
						capital[s]++
					}
				}
			}
		}
	}
	for _, s := range stemsOf(c.query.Words) {
		if all[s] > 0 && 5*capital[s] >= 4*all[s] {
			stems = append(stems, s)
		}
	}
	return stems
}

// byDate puts the texts in the order of their dates; what has none comes last.
func (c *chronicler) byDate() {
	c.wholes = c.wholes[:min(len(c.wholes), mostTold)]
	slices.SortStableFunc(c.wholes, func(a, b snapshot.Node) int {
		one, other := c.dateOf(a), c.dateOf(b)
		if (one == "") != (other == "") {
			return len(other) - len(one)
		}
		return cmp.Or(strings.Compare(one, other), graph.CompareNatural(c.ID(a), c.ID(b)))
	})
}

// tellsOn matches a recital of a beginning that tells on what stands before it.
var tellsOn = regexp.MustCompile(`(?i)^[^,;]{0,40}\bthat this\b`)

// before is the recital on which another one goes on, where the beginning is asked for.
func (c *chronicler) before(n snapshot.Node) (snapshot.Node, bool) {
	at := strings.LastIndex(c.ID(n), "#pp")
	if c.verbs != beginning || at < 0 || !tellsOn.MatchString(c.Text(n, "text")) {
		return snapshot.NoNode, false
	}
	return c.Lookup(c.ID(n)[:at] + "#pp" + decimal(numberOf(c.ID(n)[at+len("#pp"):])-1))
}

// hasNames says that a text has the proper names in its title or in one paragraph.
func (c *chronicler) hasNames(whole snapshot.Node) bool {
	if hasAll(graph.Slug(c.Title(whole)+" "+c.Text(whole, "about")), c.names) {
		return true
	}
	for p := whole + 1; int(p) < c.Len() && strings.HasPrefix(c.ID(p), c.ID(whole)+"#"); p++ {
		if hasAll(graph.Slug(c.Text(p, "text")), c.names) {
			return true
		}
	}
	return false
}
