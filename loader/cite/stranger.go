package cite

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// A body that no table names is known by its name in full, as the United Nations
// prints it once in each text: "the World Harbour Committee", "the Executive Board
// of the Fund for Lakes". A name of words that any organ may bear, "Executive
// Board", "Conference of the Parties", tells nothing.

// commonWords are words of the names of organs that tell none from another.
var commonWords = scan.WordSet(strings.Join(names.Words(names.CommonWord), " "))

// organNameEnd is where the name in full ends of an organ that begins at byte i; i
// where none does.
func (f *finder) organNameEnd(i int) (end int) {
	if !scan.IsCapitalAt(f.s, i) {
		return i
	}
	name := tree.OrganName(f.s[i:min(len(f.s), i+mostName)])
	for _, next := range []string{" and the ", " and of the ", ", the ", " at the ", " on the occasion"} {
		name, _, _ = strings.Cut(name, next)
	}
	name = cutAtComma(name)
	if joint := strings.LastIndex(name, " and "); joint > 0 && actNoun.MatchString(f.s[i+len(name):min(len(f.s), i+len(name)+mostPrefix*2)]) {
		name = name[:joint] // "of the Harbour League and Bridge Authority decision 3"
	}
	if !isFullName(name) {
		return i
	}
	return i + len(name)
}

// actNoun follows a name before an act.
var actNoun = scan.Compile(`^ (?:[Rr]esolution|[Dd]ecision)`)

// mostName is about how many bytes the name of an organ has at most.
const mostName = 200

// cutAtComma cuts a name at its first comma, unless this is one of "Educational,
// Scientific and Cultural Organization".
func cutAtComma(name string) string {
	head, tail, comma := strings.Cut(name, ", ")
	if comma && scan.IsCapital(tail) && !verbCue(scan.LastWord(" "+firstWord(tail))) {
		first, rest, joined := strings.Cut(tail, " and ")
		if joined && !strings.Contains(first, " ") && scan.IsCapital(rest) {
			last, _, _ := strings.Cut(rest, ", ")
			return head + ", " + first + " and " + last
		}
	}
	return head
}

func firstWord(s string) string { w, _ := scan.Word(s, 0); return w }

// isFullName says that a name tells one organ from all others: it names an organ
// and holds two words that are not common, or one behind what the organ is of.
func isFullName(name string) bool {
	organ, telling, behind := false, 0, 0
	for i := 0; i < len(name); {
		w, next := scan.WordInName(name, i)
		if w == "" {
			i = max(next, i+1)
			continue
		}
		switch {
		case shortWords[w] && w != "Parties" && w != "Union":
			organ = true
		case scan.IsCapital(w) && !commonWords[w] && names.OrdinalNumber(w) == 0 && !verbCue(w) && !openers[w]:
			if telling++; organ {
				behind++
			}
		}
		i = next
	}
	return organ && (telling > 1 || behind > 0 && strings.Contains(name, " of "))
}

// conference is the attribution of acts that a conference adopted and its report
// prints: "Report of the World Conference on Lakes, Lima, 4-8 May 1998 (United
// Nations publication, Sales No. E.99.I.4), chap. I, resolution 1". Their numbers
// are plain.
func (f *finder) conference(start int) *attribution {
	before := f.s[max(0, start-mostSource):start]
	const report = "eport of the "
	i := strings.LastIndex(before, report)
	if i < 0 || !reportPlace.MatchString(before[i:]) {
		return nil
	}
	name, _, _ := strings.Cut(tree.OrganName(before[i+len(report):]), ", ")
	if !isFullName(name) || !strings.Contains(name, "Conference") {
		return nil
	}
	who := stranger(name)
	who.lead = start - len(before) + max(0, i-1) // "Report", behind a bracket or at the start of a note
	return who
}

// mostSource is about how many bytes the source of a conference's act has before
// it.
const mostSource = 400

// reportPlace ends what stands between a report and an act that it prints.
var reportPlace = scan.Compile(`(?:chap\.|[Cc]hapter|vol\.|\)),?(?: [IVX]+,)?(?: sect(?:\.|ion) [A-Z],)? $`)

// looseNumber is the number of an act in whatever form: figures, with letters, strokes,
// points and hyphens, and a session or year in brackets.
var looseNumber = scan.Compile(`^(?:[A-Z][A-Za-z]{0,7}[-./ ]?)?(?:[A-Z0-9]{1,8}[-./]){0,4}[A-Z]?\d{1,4}[A-Z]?(?:[-./][A-Z0-9]{1,6}){0,3}(?: ?\([A-Z0-9-]{1,9}\))?`)

// anyNumber reads the number at byte at of an act whose body no table knows, in
// whatever form; at where there is none.
func (f *finder) anyNumber(c *Citation, at int, bare bareForms) (end int) {
	if !bare.any || at >= len(f.s) || !scan.IsDigit(f.s[at]) && !scan.IsCapitalAt(f.s, at) {
		return at
	}
	m := looseNumber.FindStringIndex(f.s[at:min(len(f.s), at+mostPrefix*8)])
	if m == nil || !ends(f.s, at+m[1]) {
		return at
	}
	number := tree.WithoutSpaces(f.s[at : at+m[1]])
	if strings.Trim(number, "0123456789") == "" && len(number) > 3 {
		return at // a year, or a quantity
	}
	c.Number, c.among = number, []string{f.body}
	return at + m[1]
}

// strangers reads a list of acts in whatever form, which "of the" and the name in full
// of a body that no table knows follow: "resolutions 5-A/31 and 6-A/31 of the World
// Harbour Forum".
func (f *finder) strangers(start, at int, kind string, who attribution) (end int, ok bool) {
	first := len(f.found)
	end = f.members(start, at, kind, who.lead, bareForms{any: true})
	if len(f.found) == first {
		return at, false
	}
	behind := attribution{}
	if end = f.bodyAfter(first, end, &behind); behind.name == "" {
		f.found = f.found[:first]
		return at, false
	}
	behind.lead = start
	f.before = behind
	for i := range f.found[first:] {
		f.found[first+i].among = nil // the name says whose they are
	}
	f.settle(first, end, behind)
	return end, true
}

// stranger is the attribution to a body that no table knows, by its name in full.
func stranger(name string) *attribution {
	return &attribution{code: graph.Slug(name), how: namedBody, name: name}
}
