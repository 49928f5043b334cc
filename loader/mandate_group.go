package loader

import (
	"regexp"
	"strings"

	"mandategraph/graph"
)

// groupNouns are the nouns of groups that a text creates, longest first.
var groupNouns = []string{"open-ended intergovernmental expert group", "intergovernmental expert group", "open-ended expert group", "open-ended working group",
	"ad hoc committee", "advisory committee", "expert group", "working group", "task force", "group of experts", "committee", "commission", "panel", "group"}

func groupKey(p *Paragraph, noun string) string {
	if p.Act != nil {
		return "group " + p.Act.ID + " " + noun
	}
	return "group " + noun
}

var (
	creation = regexp.MustCompile(`(?i)\b(?:establish(?:es|ed)?|convenes?|creates?|set up|sets up)\b(?:,[^,]{0,40},)? (?:an? |the )`)
	// A name ends at the first participle or comma, or where a purpose begins.
	nameEnd = regexp.MustCompile(`,|;|\.|:| (?:[a-z]+ing|[a-z]+ed|which|to|with|within|as|by)\b`)
)

// created finds a group that a text creates; the act's short forms of it are
// remembered.
func (s *stater) created(p *Paragraph, text string, from int) (b subsidiary, ok bool) {
	m := creation.FindStringIndex(text[from:])
	if m == nil {
		return b, false
	}
	start := from + m[1]
	end := len(text)
	if i := nameEnd.FindStringIndex(text[start:]); i != nil {
		end = start + i[0]
	}
	name := text[start:end]
	noun := ""
	for _, n := range groupNouns {
		if strings.Contains(strings.ToLower(name), n) {
			noun = n
			break
		}
	}
	if noun == "" {
		return b, false
	}
	for _, n := range groupNouns {
		if strings.HasSuffix(noun, n) {
			s.groups[groupKey(p, n)] = name
		}
	}
	return subsidiary{graph.BodyID(s.speaker(p)) + "/" + graph.Slug(name), name, start, end}, true
}
