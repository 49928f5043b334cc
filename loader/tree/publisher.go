package tree

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// A house is whose document it is.
type house struct {
	code string // of the body, or <parent>/<slug> of one that no table names
	name string // as printed, where no table names it
}

// organNouns tell the name of an organ from that of an officer or office.
var organNouns = map[string]bool{"Committee": true, "Commission": true, "Board": true, "Council": true, "Panel": true, "Group": true, "Body": true, "Forum": true, "Assembly": true, "Conference": true, "Meeting": true, "Plenary": true, "Subcommittee": true, "Sub-Commission": true}

// houseOf finds whose document it is, best evidence first: its symbol, the body
// whose report it is, the body named in the masthead, the first body that speaks
// in an act.
func (p *parser) houseOf(list []text.Block, end int) house {
	for _, symbol := range p.tree.Symbols {
		if r, _, ok := names.ActOfSymbol(symbol); ok {
			return house{code: r.Body}
		}
		if code := names.BodyOfSymbol(symbol); code != "" {
			return house{code: code}
		}
	}
	for _, b := range list[:end] {
		if name := reporting(b.Text.S); name != "" {
			if h, ok := p.reported(name); ok {
				return h
			}
		}
	}
	for _, b := range list[:end] {
		if found := FindBodies(b.Text.S); len(found) > 0 && !strings.HasPrefix(b.Text.S, "United Nations ") {
			return house{code: found[0].Code}
		}
	}
	for _, b := range list {
		if b.Kind == text.BlockBody {
			if body, ok := names.BodyByText(strings.TrimSuffix(b.Text.S, ",")); ok {
				return house{code: body.Code}
			}
		}
	}
	return house{}
}

// reported is the house of that name.
func (p *parser) reported(name string) (house, bool) {
	if found := FindBodies(name); len(found) > 0 && found[0].Start == 0 {
		return house{code: found[0].Code}, true
	}
	if name == "Conference of the Parties" {
		return house{}, false // of which treaty, only the symbol tells
	}
	for _, parent := range names.Bodies() {
		if parent.Organs != "" && strings.HasPrefix(p.tree.Symbol, parent.Organs) {
			return house{code: parent.Code + "/" + graph.Slug(name), name: name}, true
		}
	}
	return house{code: graph.Slug(name), name: name}, true
}

// reporting reads whose report a line announces: "Report of the Committee on
// Contributions", "Statistical Commission Report on the fifty-sixth session".
func reporting(s string) string {
	if len(s) > 500 {
		return ""
	}
	for _, lead := range []string{"Report of the ", "report of the ", "REPORT OF THE "} {
		if i := strings.Index(s, lead); i >= 0 && i < 20 {
			return OrganName(s[i+len(lead):])
		}
	}
	if i := strings.Index(s, " Report on the "); i > 0 {
		if name := OrganName(s[:i]); len(name) == i {
			return name
		}
	}
	return ""
}

// sessionsFollow goes on from the ordinal of a session: "Eighty-third and
// eighty-fourth sessions".
var sessionsFollow = scan.Compile(`^(?:,? (?:and|to) [A-Za-z]+(?:-[a-z]+)?)? [Ss]ession`)

// OrganName reads the name of an organ at the start of a text: capitalized words
// and small ones between them, up to what the report is on.
func OrganName(s string) string {
	end, organ := 0, false
	for i := 0; i < len(s); {
		w, next := scan.WordInName(s, i)
		if w == "" || strings.TrimLeft(s[i:next-len(w)], " ") != "" {
			break
		}
		capital := scan.IsCapital(w)
		if !capital && !scan.SmallWords[w] || w == "its" {
			break
		}
		if capital {
			if names.OrdinalNumber(w) > 0 && sessionsFollow.MatchString(s[next:]) {
				break
			}
			organ = organ || organNouns[w]
			end = next
			if strings.HasPrefix(s[next:], "’s") || strings.HasPrefix(s[next:], "'s") {
				next += strings.Index(s[next:], "s") + 1
				end = next
			}
		}
		i = next
		if i < len(s) && s[i] != ' ' && s[i] != ',' {
			break
		}
		if i < len(s) && s[i] == ',' {
			i++
		}
	}
	if !organ {
		return ""
	}
	return s[:end]
}
