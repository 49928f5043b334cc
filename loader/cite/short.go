package cite

import (
	"slices"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// acronym knows the bodies by acronyms too short to be looked for in all text:
// GA resolution, WHA resolution.
func acronym(w string) (code string, ok bool) {
	if len(w) < 2 || len(w) > 6 || strings.ToUpper(w) != w {
		return "", false
	}
	b, ok := names.BodyByText(w)
	return b.Code, ok
}

// shortWords end the short names of bodies.
var shortWords = scan.WordSet(strings.Join(names.Words(names.OrganWord), " "))

// openers are words with a capital letter from the start of a sentence.
var openers = scan.WordSet("" +
	"The In By Under See With For To On At And Through As Pursuant Following Since While Also That Both")

// shortNameWords is how many words a short name has at most.
const shortNameWords = 12

// shortAt resolves a short name that ends in word w at byte at: the bodies that
// it may mean here, nil for a body that no table knows; start is where it
// begins. ok is false where w is no such word.
func (f *finder) shortAt(w string, at int) (start int, may []string, ok bool) {
	if !shortWords[w] {
		return at, nil, false
	}
	name, start := w, at
	for range shortNameWords {
		before := strings.TrimRight(f.s[:start], " ")
		v := scan.LastWord(before)
		if len(before) == start || !inShortName(v, before) {
			break
		}
		start = len(before) - len(v)
		name = f.s[start : at+len(w)]
	}
	// A leading "of the" belongs to what stands before.
	for _, lead := range []string{"of the ", "of ", "the "} {
		if strings.HasPrefix(name, lead) {
			start, name = start+len(lead), name[len(lead):]
		}
	}
	if name == "Parties" {
		return at, nil, false
	}
	return start, f.shortMeanings(name, start), true
}

// inShortName says that a word at the end of a text may be one of a short name.
func inShortName(w, before string) bool {
	if !scan.IsCapital(w) && w != "of" && (w != "the" || !strings.HasSuffix(before, " of the")) {
		return false
	}
	return !openers[w] && (!verbCue(w) || shortWords[w]) && strings.Trim(w, "IVXLC") != ""
}

// shortMeanings lists the bodies that a short name may mean at byte at: the one
// that speaks, the bodies of that kind named in full before, the body of the
// document.
func (f *finder) shortMeanings(name string, at int) (may []string) {
	add := func(code string) {
		if code != "" && (hasShort(code, name) || f.publisherShort(code, name)) && !slices.Contains(may, code) {
			may = append(may, code)
		}
	}
	if b, ok := names.BodyByText(name); ok {
		return []string{b.Code}
	}
	own, _ := names.BodyByCode(f.body)
	if b, ok := names.Governing(own.Serves, name); ok && own.Serves != "" {
		return []string{b.Code} // another organ of the organization whose document it is
	}
	add(names.PlainShort(name))
	add(f.body)
	before := f.bodiesBefore(at)
	for i := before - 1; i >= max(0, before-reach); i-- {
		if _, quoted := f.masked(f.bodies[i].Start); !quoted {
			add(f.bodies[i].Code)
		}
	}
	if f.tree != nil && len(may) == 0 {
		add(f.tree.Body)
	}
	if len(may) == 0 {
		add(parentOf(f.body))
	}
	return may
}

// parentOf is the body to which a body reports; empty where none is known.
func parentOf(code string) string {
	if parent, _, ok := strings.Cut(code, "/"); ok {
		return parent
	}
	b, _ := names.BodyByCode(code)
	return b.Parent
}

// publisherShort says that a short name begins or ends the printed name of the
// body that publishes the document and that no table names.
func (f *finder) publisherShort(code, name string) bool {
	if f.tree == nil || code != f.tree.Body || f.tree.BodyName == "" {
		return false
	}
	full := f.tree.BodyName
	return full == name || strings.HasPrefix(full, name+" ") || strings.HasSuffix(full, " "+name)
}

// hasShort says that a body's own short name is the one given, or ends or
// begins with it as a word.
func hasShort(code, name string) bool {
	b, _ := names.BodyByCode(code)
	return b.Short == name || strings.HasSuffix(b.Short, " "+name) || strings.HasPrefix(b.Short, name+" ") ||
		strings.HasPrefix(b.Name, name+" to ")
}
