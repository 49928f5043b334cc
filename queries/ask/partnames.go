package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// The entities that a run of words of a question names.

// nodesIn are the entities that a run of words names. Where the words mean
// something else as well, only a whole name counts.
func (r *Reader) nodesIn(words []token, from, to int, key string, known bool) ([]snapshot.Node, int) {
	if r.badEdge(words[from]) || r.badEdge(words[to-1]) {
		return nil, closenesses
	}
	if to-from == 1 && (bareNumber.MatchString(words[from].text) || onlyCue(words[from])) {
		return nil, closenesses
	}
	if session := r.sessionIn(words, from, to); len(session) > 0 {
		return r.sessionsInUse(session), asName
	}
	text, _ := joined(words, from, to)
	if found := slices.Concat(r.meetingIn(text), r.itemIn(text)); len(found) > 0 {
		return found, asName
	}
	if to-from == 1 && to < len(words) && key == "climate" && climateNoun[words[to].key] {
		return r.bodiesOf(climate), asAlias
	}
	if full, short := abbreviations[key]; short {
		key = full
	}
	if bodies := r.bodiesOf(groupsOfBodies[key]); len(bodies) > 0 {
		return bodies, asAlias
	}
	found := r.ofWholeName(r.calledExactly(key), words, from)
	if to-from == 1 {
		found = r.meantByAcronym(found, text)
	}
	if bodies := r.bodiesShort(key); to-from == 1 && len(found) > 0 && len(bodies) > 0 && r.onlyOrganizations(found) {
		return bodies, asAlias // the COP is a body before it is anything that a text calls so
	}
	if len(found) > 0 {
		if known && !figures.MatchString(text) && !slices.ContainsFunc(found, r.isNoDocument) {
			return nil, closenesses // "Draft resolution" as a title names none
		}
		if known && to-from == 1 && !capital.MatchString(words[from].text) && r.onlyAddressees(found) {
			return nil, closenesses
		}
		return clip(found), asName
	}
	return r.nodesCalled(words, from, to, key, text, known)
}

// nodesCalled are the entities that a run of words names otherwise than by their whole name:
// States by a former name, acronyms, parts of names.
func (r *Reader) nodesCalled(words []token, from, to int, key, text string, known bool) ([]snapshot.Node, int) {
	if code, ok := names.StateNamed(text); ok && capital.MatchString(text) {
		if n, found := r.Lookup("state/" + code); found {
			return []snapshot.Node{n}, asAlias
		}
	}
	if to-from == 1 && !known {
		if bodies := r.bodiesShort(key); len(bodies) > 0 {
			return bodies, asAlias
		}
		return r.speltNodes(text), asAlias
	}
	if known {
		return nil, closenesses
	}
	return r.ofWholeName(r.nodesLike(words[from:to], text, key), words, from), asPart
}

// nodesLike are the entities that a run of words names in part: the Organized Crime
// Convention. What is written in small letters is a name only with a noun that names
// have: the firearms protocol, but not cultural property.
func (r *Reader) nodesLike(words []token, text, key string) []snapshot.Node {
	if !capital.MatchString(text) && !slices.ContainsFunc(words, func(w token) bool { return headNouns[w.key] }) {
		return nil
	}
	if found := r.calledPartly(key); len(found) > 0 && len(found) <= maxCandidates {
		return found
	}
	return r.calledByHead(words)
}

// onlyCue says that a word is one that holds questions together, unless it stands
// in capitals: who, but WHO.
func onlyCue(w token) bool {
	s, known := lexicon()[w.key]
	return known && s.cue != "" && s.noun == nil && w.text != strings.ToUpper(w.text)
}

// bodiesShort are the bodies with loaded acts whose code has a short word as one of
// its parts: COP.
func (r *Reader) bodiesShort(word string) []snapshot.Node {
	if len(word) < 3 || len(word) > 5 {
		return nil
	}
	var found []snapshot.Node
	for _, n := range r.names().adopters {
		code := strings.TrimPrefix(r.ID(n), "body/")
		if slices.Contains(strings.Split(code, "-"), word) {
			found = append(found, n)
		}
	}
	return found
}

// climateNoun are the nouns behind "climate" for the acts of the climate conferences.
var climateNoun = setOf("decision decisions cop cops conference conferences act acts")

var capital = regexp.MustCompile(`\p{Lu}`)

func (r *Reader) onlyAddressees(nodes []snapshot.Node) bool { return r.only(nodes, "AddresseeClass") }

func (r *Reader) onlyOrganizations(nodes []snapshot.Node) bool { return r.only(nodes, "Organization") }

// only says that all of some nodes are of a kind.
func (r *Reader) only(nodes []snapshot.Node, kind string) bool {
	return !slices.ContainsFunc(nodes, func(n snapshot.Node) bool { return r.Kind(n) != kind })
}

// abbreviations that people use and no table of names has.
var abbreviations = map[string]string{
	"sg": "secretary-general", "unsg": "secretary-general", "un-secretary-general": "secretary-general",
	"unsc": "security-council", "un-security-council": "security-council", "unga": "general-assembly",
	"un-general-assembly": "general-assembly", "usa": "united-states-of-america", "us": "united-states-of-america",
	"uk": "united-kingdom-of-great-britain-and-northern-ireland", "ussr": "union-of-soviet-socialist-republics",
	"soviet-union": "union-of-soviet-socialist-republics", "eu": "european-union", "russia": "russian-federation",
	"world-court": "international-court-of-justice",
}

// groupsOfBodies are bodies that people name together.
var groupsOfBodies = map[string][]string{
	"climate-conference": climate, "climate-conferences": climate, "climate-cop": climate, "climate-cops": climate,
	"climate-change-conferences": climate, "un-climate-conferences": climate,
}

var climate = []string{"unfccc-cop", "unfccc-cmp", "unfccc-cma"}

// bodiesOf are the bodies of some codes of which acts are known.
func (r *Reader) bodiesOf(codes []string) (list []snapshot.Node) {
	for _, code := range codes {
		if n, ok := r.Lookup(graph.BodyID(code)); ok && r.adopting(n) {
			list = append(list, n)
		}
	}
	return list
}
