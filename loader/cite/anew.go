package cite

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Some meetings number their decisions from 1 each time and print the number alone.
// Which meeting took "decision 4" the words say behind it ("of the first Meeting of
// States Parties") or before it in the sentence ("At the First Meeting ..."); else it
// is the one whose document it is.

const ordinalMeeting = `\b([A-Za-z]+(?:-[a-z]+)?) (?:[Mm]eeting|[Cc]onference|[Ss]ession)\b`

var (
	meetingBehind = scan.Compile(`^,? (?:of|adopted (?:at|by)|taken (?:at|by)) (?:the|its) ` + ordinalMeeting)
	// "decision 3 of CSP18": by the acronym of the meeting with its number
	acronymBehind = scan.Compile(`^ of [A-Z][A-Za-z]{1,4}-?(\d{1,3})\b`)
	meetingBefore = scan.Compile(`\b[Aa]t (?:the|its) ` + ordinalMeeting)
)

// anew puts the number of the meeting into the ids of acts whose body numbers them
// anew at each.
func (c *Citations) anew(s string, list []Citation) {
	for i := range list {
		m := &list[i]
		code, kind, number, ok := graph.SplitActID(m.ID)
		if !ok || graph.ReadNumber(number).Form != graph.PlainForm {
			continue
		}
		if body, known := names.BodyByCode(code); !known || !body.NumbersAnew() {
			continue
		}
		last := i
		for last+1 < len(list) && list[last+1].group == m.group {
			last++
		}
		end := list[last].Start + max(0, strings.Index(s[list[last].Start:list[last].End], list[last].Number))
		meeting := meetingOf(s, m.Start, end+len(list[last].Number))
		if meeting == "" && code == c.tree.Body {
			meeting = c.tree.Session
		}
		if meeting != "" {
			m.ID = graph.ActID(code, kind, meeting+"/"+number)
			continue
		}
		m.ID, m.open = "", &tree.Diagnostic{
			Reason: "unresolved: the text does not say at which meeting", Text: kind + " " + number,
		}
	}
}

// meetingOf is the number of the meeting that the words around say to have taken the
// decisions named from byte start to byte end.
func meetingOf(s string, start, end int) string {
	if m := meetingBehind.FindStringSubmatch(s[min(end, len(s)):min(len(s), end+80)]); m != nil {
		if n := names.OrdinalNumber(m[1]); n > 0 {
			return strconv.Itoa(n)
		}
	}
	if m := acronymBehind.FindStringSubmatch(s[min(end, len(s)):min(len(s), end+20)]); m != nil {
		return m[1]
	}
	sentence := s[:start]
	if i := strings.LastIndex(sentence, ". "); i >= 0 {
		sentence = sentence[i:]
	}
	if list := meetingBefore.Regexp().FindAllStringSubmatchIndex(sentence, -1); list != nil {
		m := list[len(list)-1]
		if n := names.OrdinalNumber(sentence[m[2]:m[3]]); n > 0 {
			return strconv.Itoa(n)
		}
	}
	return ""
}
