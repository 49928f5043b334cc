package loader

import (
	"mandategraph/graph/names"
	"strings"
)

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
	_, known := names.BodyByText(name)
	return known
}

// classify says what a line may be the beginning of.
func classify(raw string) blockKind {
	content := unmarked(raw)
	if content == "" {
		return blockHeading // nothing but marks of Markdown
	}
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
	case len(content) < 90 && (isCapital(content) && actHeading.MatchString(content) || oldHeading.MatchString(content) || bareHeading.MatchString(content) || conferenceHeading.MatchString(content)):
		return blockAct
	case len(content) < 300 && (bareHeading.MatchString(content) || markedHeading.MatchString(content) || healthHeading.MatchString(content)):
		return blockAct
	case len(content) < 400 && (content[0]|0x20 == 'd' || content[0]|0x20 == 'r') && titledHeading.MatchString(content):
		return blockAct
	case len(content) < 24 && annexHeading.MatchString(content):
		return blockAnnex
	case len(content) < 200 && titledAnnex.MatchString(content):
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

var (
	actHeading = compile(`^(?i:(draft )?(resolution|decision))\s+(?:No\. )?(Conf\.\s*\d+\.\d+(?:\s*\(Rev\. CoP\d+\))?|[A-Z]{0,8}[-/]?(?:[0-9]+|[IVXLC]+|[A-Z]|-)(?:[./-][A-Z0-9]+)*(?:\.\d+)?(?:\s[A-Z])?(?:\s*\([A-Z0-9-]+\))?)\.?\*?(?:\s+of\s+(\d{1,2} \w+ \d{4}))?$`)
	oldHeading = compile(`^(\d+) \((\d{4})\)\.? (Resolution|Decision) of (\d{1,2} \w+ \d{4})(?:\s+\d{1,3})?$`)
	// Decision IPBES/1/2 Next steps, where the number tells its house
	titledHeading = compile(`^(?i:(resolution|decision))\s+([A-Z]{2,8}[-/]\d+/\d+|\d+/C(?:P|MP|MA)\.\d+)[:.]?\s+([A-Z][^.;:]*)$`)
	// 73/7. or 54/1. Title
	bareHeading = compile(`^((?:[A-Z]{1,2}-)?\d{1,3}/\d{1,3}|(?:19|20)\d\d/\d{1,4}|\d{1,4} \((?:E?S-)?[IVXL]+\))\.(?:\s+(.*))?$`)
	// WHA75.8, also beside the Assembly's name, and WHA75(11) with its title
	healthHeading = compile(`^(?:[A-Z -]+ WORLD HEALTH ASSEMBLY\s+)?((?:WHA|EB|SSA)\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\)))\.?(?:\s+([A-Z].*[^.;:,]))?$`)
	// BC-15/1: Title
	markedHeading = compile(`^([A-Z]{2,8}-\d{1,3}/\d{1,3})[:.]\s+(\S.*)$`)
	// Conf. 9.24 and, on the next line, (Rev. CoP17)
	conferenceHeading = compile(`^Conf\.\s*\d+\.\d+(?:\s*\(Rev\. CoP\d+\))?\*?$`)
	// Annex 1    Information that should be included
	titledAnnex  = compile(`^(?i:annex|appendix)\s+([IVXLC]+|\d+|[A-Z])(?:[\s\x{A0}]{2,}|\t|\s*[:–—]\s+)([A-Z].*[^.;,])$`)
	markedAnnex  = compile(`^(?i:annex|appendix)\s+([IVXLC]+|\d+|[A-Z])\b[ :–—]*(.*)$`)
	revisedLine  = compile(`^\(Rev\. CoP\d+\)\*?$`)
	annexHeading = compile(`^(?i:annex|appendix)(?:\s+([IVXLC]+|\d+|[A-Z]))?\*?$`)
	// papers of which a decision takes note, each on a line
	listedPaper = compile(`^(?:Reports?|Notes?|Letters?|Statements?) (?:of|by|from|on) `)
	bareChapter = compile(`^(?i:chapter) [IVXLC]+$`)
	// "Item 67 (b)" between the documents that a report lists
	listedItem  = compile(`^(?:Agenda i|I|Sub-i)tem \d+(?: ?\([a-z]\))?$`)
	chapterLine = compile(`^(?i:chapter) [IVXLC]+\b`)
	// 56/101., an entry of a table of contents whose title stands apart
	loneEntry = compile(`^\d{1,3}/\d{1,3}\.$`)
)

// closes recognizes a line in which an act tells of its own adoption: meeting,
// vote, voters.
func closes(s string) bool {
	if s == "" || strings.IndexByte("AIRD[", s[0]) < 0 && !isDigit(s[0]) {
		return false
	}
	if isDigit(s[0]) {
		number, at := meetingAt(s, 0)
		return number > 0 && len(s) < at+30
	}
	for _, start := range closingStarts {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}
