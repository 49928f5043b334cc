package cite

import (
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// A role is what a body named in a sentence does there.
type role int

const (
	bystander role = iota // the object of something
	subject               // the General Assembly decided
	agent                 // adopted by the General Assembly
	possessor             // the Council's decision, the request of the Council
)

// A speaker is a body in a sentence to which "its" may refer.
type speaker struct {
	codes      []string // more than one where a short form leaves a choice; none for an unknown body
	start, end int
	role       role
}

// speakers lists the bodies that a text names in full, by a short form, or as
// "it" after an act, with their roles.
func (f *finder) speakers() []speaker {
	if f.read {
		return f.said
	}
	f.read = true
	next := 0
	for i := 0; i < len(f.s); {
		if e, ok := f.masked(i); ok {
			i = e
			continue
		}
		for next < len(f.bodies) && f.bodies[next].Start < i {
			next++
		}
		if next < len(f.bodies) && f.bodies[next].Start == i {
			b := f.bodies[next]
			f.said = append(f.said, speaker{[]string{b.Code}, b.Start, b.End, f.roleOf(b.Start, b.End)})
			i = b.End
			continue
		}
		if i > 0 && scan.IsWord(f.s[i-1]) || !scan.IsWord(f.s[i]) {
			i++
			continue
		}
		w, after := scan.Word(f.s, i)
		if after <= i {
			i++
			continue
		}
		if shortWords[w] {
			f.shortSpeaker(w, i)
		}
		i = after
	}
	return f.said
}

func (f *finder) shortSpeaker(w string, at int) {
	start, may, ok := f.shortAt(w, at)
	if !ok {
		return
	}
	end := at + len(w)
	for _, of := range []string{" of the ", " of "} {
		if strings.HasPrefix(f.s[end:], of) && scan.IsCapitalAt(f.s, end+len(of)) {
			return // a longer name, of which this is the beginning
		}
	}
	f.said = append(f.said, speaker{codes: may, start: start, end: end, role: f.roleOf(start, end)})
}

// possessed are nouns whose "of the Council" names who did it.
var possessed = scan.WordSet("decision decisions request requests invitation recommendation recommendations call " +
	"appeal determination statement endorsement affirmation reaffirmation mandate encouragement establishment " +
	"conclusion conclusions recognition declaration")

// aside are prepositions behind which a body does nothing.
var aside = scan.WordSet("to for with in from at upon under within")

// roleOf reads the role of a body from the words around its name.
func (f *finder) roleOf(start, end int) role {
	before := strings.TrimRight(f.s[:start], " ")
	if article := scan.LastWord(before); strings.EqualFold(article, "the") {
		before = strings.TrimRight(before[:len(before)-len(article)], " ")
	}
	after := f.s[end:]
	preposition := strings.ToLower(scan.LastWord(before))
	switch {
	case strings.HasPrefix(after, "'s ") || strings.HasPrefix(after, "’s "):
		return possessor
	case adjunct(after):
		return bystander
	case preposition == "by":
		return agent
	case preposition == "of":
		rest := strings.TrimRight(strings.TrimSuffix(before, scan.LastWord(before)), " ")
		noun := strings.ToLower(scan.LastWord(rest))
		if possessed[noun] {
			return possessor
		}
		return bystander
	case !aside[preposition] && f.finiteAfter(end):
		return subject
	}
	return bystander
}

// adjunct says that the name is only the possessor of a noun: "General
// Assembly resolution".
func adjunct(after string) bool {
	w, next := scan.Word(after, 0)
	for betweenWords[strings.ToLower(w)] {
		w, next = scan.Word(after, next)
	}
	w = strings.ToLower(w)
	return strings.HasPrefix(w, "resolution") || strings.HasPrefix(w, "decision")
}

// finiteAfter says that a finite verb follows, also after an insertion between
// commas: "the Council, in its resolution 5/1 of 18 June 2007, adopted".
func (f *finder) finiteAfter(end int) bool {
	if startsVerb(f.s[end:]) {
		return true
	}
	if !strings.HasPrefix(f.s[end:], ",") {
		return false
	}
	limit := min(len(f.s), end+400)
	for i := end; i < limit; i++ {
		if e, ok := f.masked(i); ok {
			i = e - 1
			continue
		}
		switch f.s[i] {
		case ';':
			return false
		case '.':
			if i+2 < limit && f.s[i+1] == ' ' && scan.IsCapitalAt(f.s, i+2) {
				return false
			}
		case ',':
			if startsVerb(f.s[i+1:]) {
				return true
			}
		}
	}
	return false
}

// auxiliaries are finite verbs beside those of the vocabulary.
var auxiliaries = scan.WordSet("" +
	"had has was is shall might could must does do should would will may can set took gave made chose laid " +
	"drew inter also further again then subsequently unanimously did")

// startsVerb says that a finite verb follows: what stands before is its subject.
func startsVerb(after string) bool {
	w, next := scan.Word(after, 0)
	if auxiliaries[w] {
		return true
	}
	if c, _, ok := tree.VerbAt(after, 0, false); ok && (c.Form == tree.PastForm || c.Form == tree.ThirdForm) {
		return true
	}
	if len(w) < 6 || !strings.HasSuffix(w, "ed") || scan.IsCapital(w) {
		return false
	}
	// "the Committee established pursuant to", "the Conference entitled": no
	// verb of its own.
	switch v, _ := scan.Word(after, next); v {
	case "by", "pursuant", "under", "at", "from", "":
		return false
	}
	return w != "entitled" && w != "composed" && w != "called"
}
