package loader

import (
	"regexp"
	"strings"

	"mandategraph/graph"
)

type labelKind int

const (
	noLabel     labelKind = iota
	labelNumber           // 5.
	labelParen            // (a), (iv), (2)
	labelRoman            // II.
	labelLetter           // B.
)

// A label is the number or letter that a paragraph begins with.
type label struct {
	kind labelKind
	mark string
}

var labelPattern = regexp.MustCompile(`^(?:[-–•]\s+)?\*{0,2}(?:(\d{1,3})\.(?:\s+|$)|\(([a-z]{1,5}|[A-Z]|\d{1,3})\)(?:\s+|$)|([IVXLC]{1,6})\.(?:\s+|$)|([A-Z])\.(?:\s+|$))\*{0,2}`)

// readLabel reads the label at the start of a text and where its words begin.
func readLabel(s string) (l label, words int) {
	if s == "" {
		return label{}, 0
	}
	if s[0] >= 'a' && s[0] <= 'z' {
		if len(s) > 3 && s[1] == ')' && isSpace(s[2]) {
			return label{labelParen, s[:1]}, 3 // a) as the Parties to CITES print it
		}
		return label{}, 0
	}
	m := labelPattern.FindStringSubmatchIndex(s[:min(len(s), 40)])
	if m == nil {
		return label{}, 0
	}
	for i, kind := range []labelKind{labelNumber, labelParen, labelRoman, labelLetter} {
		if m[2*i+2] >= 0 {
			return label{kind, s[m[2*i+2]:m[2*i+3]]}, m[1]
		}
	}
	return label{}, 0
}

func bareLabel(s string) bool {
	l, words := readLabel(s)
	return l.kind != noLabel && words >= len(strings.TrimRight(s, " "))
}

func upperLabel(s string) bool {
	l, _ := readLabel(s)
	return l.kind == labelRoman || l.kind == labelLetter
}

var (
	actHeading = regexp.MustCompile(`^(?i:(draft )?(resolution|decision))\s+(?:No\. )?(Conf\.\s*\d+\.\d+(?:\s*\(Rev\. CoP\d+\))?|[A-Z]{0,8}[-/]?(?:[0-9]+|[IVXLC]+|[A-Z]|-)(?:[./-][A-Z0-9]+)*(?:\.\d+)?(?:\s[A-Z])?(?:\s*\([A-Z0-9-]+\))?)\.?\*?(?:\s+of\s+(\d{1,2} \w+ \d{4}))?$`)
	oldHeading = regexp.MustCompile(`^(\d+) \((\d{4})\)\.? (Resolution|Decision) of (\d{1,2} \w+ \d{4})(?:\s+\d{1,3})?$`)
	// Decision IPBES/1/2 Next steps, where the number tells its house
	titledHeading = regexp.MustCompile(`^(?i:(resolution|decision))\s+([A-Z]{2,8}[-/]\d+/\d+|\d+/C(?:P|MP|MA)\.\d+)[:.]?\s+([A-Z][^.;:]*)$`)
	// 73/7. or 54/1. Title
	bareHeading = regexp.MustCompile(`^((?:[A-Z]{1,2}-)?\d{1,3}/\d{1,3}|\d{1,4} \((?:E?S-)?[IVXL]+\))\.(?:\s+(.*))?$`)
	// WHA75.8, also beside the Assembly's name, and WHA75(11) with its title
	healthHeading = regexp.MustCompile(`^(?:[A-Z -]+ WORLD HEALTH ASSEMBLY\s+)?(WHA\d{1,3}(?:\.\d{1,3}|\(\d{1,3}\)))\.?(?:\s+([A-Z].*[^.;:,]))?$`)
	// BC-15/1: Title
	markedHeading = regexp.MustCompile(`^([A-Z]{2,8}-\d{1,3}/\d{1,3})[:.]\s+(\S.*)$`)
	// Conf. 9.24 and, on the next line, (Rev. CoP17)
	conferenceHeading = regexp.MustCompile(`^Conf\.\s*\d+\.\d+(?:\s*\(Rev\. CoP\d+\))?\*?$`)
	revisedLine       = regexp.MustCompile(`^\(Rev\. CoP\d+\)\*?$`)
	annexHeading      = regexp.MustCompile(`^(?i:annex|appendix)(?:\s+([IVXLC]+|\d+|[A-Z]))?\*?$`)
	contentsLine      = regexp.MustCompile(`(?:\t\s*|(?:\s?\.){3,}\s*)\d{1,4}$|(?:\s?\.){8,}$`)
	// papers of which a decision takes note, each on a line
	listedPaper = regexp.MustCompile(`^(?:Reports?|Notes?|Letters?|Statements?) (?:of|by|from|on) `)
	chapterLine = regexp.MustCompile(`^(?i:chapter) [IVXLC]+\b`)
	// 56/101., an entry of a table of contents whose title stands apart
	loneEntry = regexp.MustCompile(`^\d{1,3}/\d{1,3}\.$`)
	bodyLine  = regexp.MustCompile(`^(?:The [A-Z][^.;:]*|THE [A-Z][A-Z ]+),$`)
)

// isContentsEntry recognizes a line that ends in a page number set apart by a
// tab or dots; the look at its last byte spares most lines the pattern.
func isContentsEntry(s string) bool {
	return len(s) > 2 && len(s) < 600 && (isDigit(s[len(s)-1]) || strings.HasSuffix(s, " . .") || strings.HasSuffix(s, "...")) && contentsLine.MatchString(s)
}

// namesSpeaker recognizes the line of a body that speaks, "The General
// Assembly,"; a point for the comma is a slip of the scanner where the rest is a
// body's name.
func namesSpeaker(s string) bool {
	if bodyLine.MatchString(s) {
		return !strings.Contains(s, ", having ") && !strings.Contains(s, ", recalling ")
	}
	name, point := strings.CutSuffix(s, ".")
	name, the := strings.CutPrefix(name, "The ")
	if !point || !the {
		return false
	}
	_, known := graph.BodyByText(name)
	return known
}

// speaks recognizes the beginning of a line that names the body that speaks,
// "The General Assembly,", also where the line is broken.
func speaks(s string) bool {
	if bodyLine.MatchString(s) {
		return true
	}
	for _, start := range []string{"The Conference of ", "The Commission ", "The Economic and Social Council", "The General Assembly", "The Security Council", "The Human Rights Council", "The Plenary", "The Meeting of ", "The World Health Assembly", "The Governing Council"} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}

// classify says what a line may be the beginning of.
func classify(raw string) blockKind {
	content := strings.Trim(raw, "*_# \t")
	if strings.HasPrefix(content, "| ") && strings.HasSuffix(content, "|") {
		return blockTable
	}
	if closes(content) {
		return blockClosing
	}
	if isContentsEntry(content) {
		return blockHeading
	}
	if l, _ := readLabel(content); l.kind != noLabel {
		if bareHeading.MatchString(content) {
			return blockAct
		}
		return blockLabel
	}
	switch {
	case len(content) < 90 && (actHeading.MatchString(content) || oldHeading.MatchString(content) || bareHeading.MatchString(content) || conferenceHeading.MatchString(content)):
		return blockAct
	case len(content) < 300 && (bareHeading.MatchString(content) || markedHeading.MatchString(content) || healthHeading.MatchString(content)):
		return blockAct
	case len(content) < 400 && (content[0]|0x20 == 'd' || content[0]|0x20 == 'r') && titledHeading.MatchString(content):
		return blockAct
	case len(content) < 24 && annexHeading.MatchString(content):
		return blockAnnex
	case len(content) < 220 && namesSpeaker(content):
		return blockBody
	}
	if _, _, ok := openingVerb(content); ok {
		return blockOpener
	}
	if len(content) < 700 && strings.IndexByte(".;:,", lastLetter(content)) < 0 && !startsLower(content) {
		return blockHeading
	}
	return blockProse
}
