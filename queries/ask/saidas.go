package ask

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Words of every day and what the texts say instead, for a search of passages.

// saidAs has for words that people use those of the texts; both find a paragraph.
var saidAs = map[string][]string{
	"pay": {"costs", "financing", "expenses"}, "pays": {"costs", "financing", "expenses"}, "paid": {"costs", "financed", "expenses"},
	"cost": {"expenses", "resource requirements"}, "money": {"contributions", "funds"}, "pledged": {"contributions"},
	"pledge": {"contributions"}, "troops": {"contingents", "military personnel"}, "soldiers": {"contingents", "military personnel"},
	"guns": {"firearms"}, "gun": {"firearms"}, "weapons": {"arms"}, "medicines": {"medical"}, "medicine": {"medical"},
	"drugs": {"medicinal", "narcotic drugs"}, "oil": {"petroleum"}, "ceasefire": {"cease-fire"}, "truce": {"cease-fire"},
	"war": {"hostilities", "armed conflict"}, "ban": {"prohibit", "prevent", "embargo"}, "bans": {"prohibit", "prevent", "embargo"},
	"banned": {"prohibited", "prevent", "embargo"}, "joined": {"acceded", "accession", "joined"}, "join": {"accede", "accession"},
	"renamed": {"now known as", "change of name", "amendment to the name"}, "rename": {"amendment to the name"},
	"jobs": {"employment"}, "poor": {"poverty"},
	"kids": {"children"}, "planes": {"aircraft", "flights"}, "plane": {"aircraft"},
	"ships": {"vessels", "shipping"}, "ship": {"vessel"},
	"spies": {"espionage"}, "bomb": {"explosive"},
	"killed": {"death", "deaths", "assassination"},
	"murder": {"assassination", "killing"}, "murdered": {"assassination", "killing"}, "arrested": {"detained", "detention"},
	"hostages": {"hostage-taking", "detained"}, "borders": {"boundary", "frontiers"}, "border": {"boundary", "frontier"},
	"deadline": {
		"no later than",
		"not later than",
	}, "fired": {"terminated"}, "hire": {"recruit"}, "veto": {"lack of unanimity"}, "vetoed": {"lack of unanimity"}, "vetoes": {"lack of unanimity"},
	"online": {"Internet"}, "website": {"web page"}, "hacking": {"cybercrime"}, "scams": {"fraud"}, "scam": {"fraud"},
	"smuggling": {"illicit trafficking"}, "settlers": {"settlements"}, "wall": {"barrier"},
	"bunker": {
		"international aviation and maritime transport",
	}, "shipping": {"maritime transport", "vessels"}, "no-fly": {"military flights"},
	"admission": {"admitted"}, "admit": {"admission"}, "admitted": {"admission"}, "lift": {"terminate", "terminated", "suspend"},
	"lifted": {"terminate", "terminated", "suspend"}, "end": {"terminate", "terminated", "cease"},
	"ended": {"terminate", "terminated", "ceased"}, "exemption": {"permitted to vote"},
	"host": {"offer of the Government"}, "hosts": {"offer of the Government"},
	"hosted": {"offer of the Government"}, "headquarters": {"seat"}, "seat": {"headquarters"}, "start": {"establish", "commence"},
	"began": {"established"}, "deliver": {"report", "submit", "propose"}, "tightened": {"strengthened", "more effective"},
	"created": {"established"}, "create": {"establish"}, "presided": {"chaired", "President"},
	"chaired": {"chair", "presided"}, "tabled": {"submitted by", "introduced"}, "sponsored": {"submitted by"},
	"ran": {"chaired"}, "bureau": {"officers", "elected"}, "introduced": {"submitted by"}, "proposed": {"submitted by"},
}

// shortened are the beginnings of the words of a search, by which words of one family
// are found that differ in their endings: medicines, medical.
func shortened(words string) string {
	var list []string
	for w := range strings.FieldsSeq(strings.Trim(words, `"`)) {
		if len(w) > familyLength+1 && graph.Slug(w) == strings.ToLower(w) {
			w = w[:familyLength]
		}
		list = append(list, w)
	}
	return strings.Join(list, " ")
}

// familyLength is how many letters the words of one family share.
const familyLength = 5

// alike finds paragraphs of some texts by the beginnings of words that none of them has
// as they stand.
func (r *Reader) alike(p *Passages, words string, q PassageQuery) error {
	if len(p.nodes) > 0 || len(q.Within) == 0 || strings.Contains(words, `"`) {
		return nil
	}
	short := shortened(words)
	if short == words {
		return nil
	}
	found, err := search.Most(r.ctx, r.Snapshot, r.wish(short, q))
	if err != nil || found.Partial() {
		return err
	}
	for _, n := range found.Nodes() {
		p.found[n], p.nodes = found, append(p.nodes, n)
	}
	return nil
}

// ownTexts says of which bodies a search names the whole name, so that what they adopted
// or published comes first.
func (r *Reader) ownTexts(words string) (bodies []snapshot.Node) {
	for _, q := range r.parted(words) {
		for _, n := range q.nodes {
			if len(q.nodes) <= maxReadings && r.Kind(n) == "Body" && !slices.Contains(bodies, n) {
				bodies = append(bodies, n)
			}
		}
	}
	return bodies
}

// isOwn says that a text is one of some bodies.
func (r *Reader) isOwn(whole snapshot.Node, bodies []snapshot.Node) bool {
	return len(bodies) > 0 && slices.ContainsFunc(r.above(whole), func(n snapshot.Node) bool { return slices.Contains(bodies, n) })
}
