package record

import (
	"strings"

	"mandategraph/loader/scan"
)

// The mnemonic form of MARC 21, as the editors of catalogues write it: one field a
// line, an equals sign, the tag, two spaces, two indicators (\ for a blank one), and
// the subfields, each behind a dollar sign and its code. A blank line ends a record.
//
//	=001  4099001
//	=191  \\$aA/C.3/99/L.7$bA/$c99
//	=650  17$aLIGHTHOUSES$2unbist$0(DHLAUTH)270001

// leaderTag is that of the leader, whose content says nothing about the document.
const leaderTag = "LDR"

// escapes are signs of the form itself inside values.
var (
	escapes   = strings.NewReplacer("{", "{lcub}", "}", "{rcub}", "$", "{dollar}")
	unescapes = strings.NewReplacer("{lcub}", "{", "{rcub}", "}", "{dollar}", "$")
)

// A rawField is a field on its way to the mnemonic form.
type rawField struct {
	tag, first, second string
	control            bool
	value              string // of a control field
	subs               []rawSub
}

type rawSub struct{ code, value string }

// A mnemonic collects the lines of a record.
type mnemonic struct{ strings.Builder }

// add writes a field; one without a value is left out.
func (m *mnemonic) add(f rawField) {
	if len(f.tag) != 3 || strings.ContainsAny(f.tag, " \t\n") {
		return
	}
	var line strings.Builder
	line.WriteString("=" + f.tag + "  ")
	if f.control {
		line.WriteString(escapes.Replace(f.value))
		if f.value == "" {
			return
		}
	} else {
		line.WriteString(indicator(f.first) + indicator(f.second))
		some := false
		for _, s := range f.subs {
			if len(s.code) == 1 && s.code != "$" && s.value != "" {
				line.WriteString("$" + s.code + escapes.Replace(s.value))
				some = true
			}
		}
		if !some {
			return
		}
	}
	m.WriteString(line.String() + "\n")
}

func indicator(s string) string {
	if len(s) != 1 || s == " " {
		return `\`
	}
	return s
}

var textLead = scan.Compile(`^=(?:LDR|00\d|\d{3})  `)

// isText recognizes the mnemonic form by the beginning of a text.
func isText(start string) bool { return textLead.MatchString(start) }

// IsText recognizes the text of a record as a store keeps it.
func IsText(text string) bool { return isText(text[:min(len(text), 64)]) }

// split cuts a file of the mnemonic form into records, at blank lines.
func split(text string) (list []string) {
	var record strings.Builder
	end := func() {
		if record.Len() > 0 {
			list = append(list, record.String())
		}
		record.Reset()
	}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			end()
		} else {
			record.WriteString(line + "\n")
		}
	}
	end()
	return list
}
