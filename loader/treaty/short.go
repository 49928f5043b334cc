package treaty

import (
	"slices"
	"sort"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// A shortForm is what a text calls a treaty that it has named or that is known.
type shortForm struct {
	form, noun string
	gate       *text.Gate
}

var shortForms = func() (forms []shortForm) {
	for _, f := range [][2]string{
		{"the Convention", "Convention"}, {"The Convention", "Convention"},
		{"the Protocols thereto", "Protocols"}, {"its Protocols", "Protocols"},
		{"the Protocol", "Protocol"}, {"The Protocol", "Protocol"},
		{"the Agreement", "Agreement"}, {"the Covenant", "Covenant"}, {"the Charter", "Charter"},
		{"the Treaty", "Treaty"}, {"the Optional Protocol thereto", "thereto"},
	} {
		forms = append(forms, shortForm{f[0], f[1], text.NewGate(f[0])})
	}
	return forms
}()

// A shortReader reads what a text calls treaties for short.
type shortReader struct {
	text text.Text
	own  string // the treaty of the body that speaks
	// known are the treaties that the text names in full, and protocols those
	// of them that are protocols, all in the order of the text.
	known, protocols []treatyHit
	last             string // the protocol named last before the text
}

// find reads "the Convention" as the treaty of the body that speaks, "the
// Protocol" as the protocol named last, and "the Protocols thereto".
func (r *shortReader) find(quotes []scan.Span) (hits []treatyHit) {
	s := r.text.S
	for _, f := range shortForms {
		for at := 0; f.gate.In(r.text); {
			i := strings.Index(s[at:], f.form)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(f.form)
			longer := at < len(s) && (scan.IsWord(s[at]) || longerName(s[at:]))
			if longer || scan.Inside(quotes, start) || covered(r.known, start, at) {
				continue
			}
			name := start + len("the ")
			if code := r.meant(f, start); code != "" && !partOfName(s[:name]) {
				hits = append(hits, treatyHit{Code: code, Start: name, End: at})
			}
		}
	}
	return hits
}

// meant is the code of the treaty that a short form at byte start means; empty
// where the text does not say it.
func (r *shortReader) meant(f shortForm, start int) string {
	switch {
	case f.noun == "Convention" && names.ConventionOf(r.own) != "":
		return names.ConventionOf(r.own)
	case f.noun == "Protocols" && r.protocolsThereto(f, start):
		return names.WithProtocols() + "-protocols"
	case f.noun == "thereto":
		return protocolTo(r.known, start)
	case f.noun == "Protocol":
		return r.lastProtocol(start)
	case f.noun == "Charter":
		return "un-charter"
	case strings.Contains(names.TreatyName(r.own), f.noun):
		return r.own
	}
	return ""
}

// protocolsThereto says that the protocols at byte start are those of the one
// treaty whose protocols are named together.
func (r *shortReader) protocolsThereto(f shortForm, start int) bool {
	return strings.HasSuffix(f.form, "thereto") && behindTreaty(r.known, names.WithProtocols(), r.text.S, start) ||
		r.own == names.WithProtocols() && !afterMechanism(r.text.S, start)
}

// lastProtocol is the protocol that was named last before a byte.
func (r *shortReader) lastProtocol(at int) string {
	k := sort.Search(len(r.protocols), func(k int) bool { return r.protocols[k].End > at })
	if k > 0 {
		return r.protocols[k-1].Code
	}
	return r.last
}

// longerName says that the words go on as another treaty's name: "the
// Convention on Biological Diversity".
func longerName(after string) bool {
	for _, lead := range []string{" on ", " against ", " for ", " relating to ", " of "} {
		if rest, ok := strings.CutPrefix(after, lead); ok {
			return scan.IsCapital(strings.TrimPrefix(rest, "the ")) && !strings.HasPrefix(after, " of the United Nations")
		}
	}
	return false
}

// afterMechanism says that the words before byte at name the mechanism for the
// review of a convention and its protocols.
func afterMechanism(s string, at int) bool {
	return strings.Contains(s[max(0, at-140):at], "Mechanism for the Review of ")
}

// covered says that a treaty is named between bytes i and j.
func covered(hits []treatyHit, i, j int) bool {
	k := sort.Search(len(hits), func(k int) bool { return hits[k].End > i })
	return k < len(hits) && hits[k].Start < j
}

// protocolsIn lists the protocols among treaties.
func protocolsIn(known []treatyHit) (list []treatyHit) {
	for _, h := range known {
		if h.Code != "" && strings.Contains(names.TreatyName(h.Code), "Protocol") {
			list = append(list, h)
		}
	}
	return list
}

// behindTreaty says that only "and" stands between a treaty and byte at.
func behindTreaty(known []treatyHit, code, s string, at int) bool {
	return slices.ContainsFunc(known, func(h treatyHit) bool {
		return h.Code == code && h.End <= at && s[h.End:at] == " and "
	})
}
