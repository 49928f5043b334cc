package tree

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// NamesSpeaker recognizes the line of a body that speaks, "The General
// Assembly,"; a point for the comma is a slip of the scanner where the rest is a
// body's name.
func NamesSpeaker(s string) bool {
	if text.BodyLine.MatchString(s) {
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
func classify(raw string) text.BlockKind {
	content := text.Unmarked(raw)
	switch {
	case content == "":
		return text.BlockHeading // nothing but marks of Markdown
	case strings.HasPrefix(content, "| ") && strings.HasSuffix(content, "|"):
		return text.BlockTable
	case closes(content):
		return text.BlockClosing
	case text.IsContentsEntry(content):
		return text.BlockHeading
	}
	if l, _ := text.ReadLabel(content); l.Kind != text.NoLabel {
		if bareHeading.MatchString(content) {
			return text.BlockAct
		}
		return text.BlockLabel
	}
	switch {
	case beginsAct(content):
		return text.BlockAct
	case beginsAnnex(content):
		return text.BlockAnnex
	case len(content) < 220 && NamesSpeaker(content):
		return text.BlockBody
	}
	if _, _, ok := openingVerb(content); ok {
		return text.BlockOpener
	}
	if likeHeading(content) {
		return text.BlockHeading
	}
	return text.BlockProse
}

// beginsAct recognizes the line that an act begins with: its number, alone or
// before its title. A line longer than such headings are is prose.
func beginsAct(s string) bool {
	switch {
	case s[0] <= '2' && len(s) < 200 && yearNumber.MatchString(s):
		return true
	case len(s) < 90 && numberAlone(s):
		return true
	case len(s) < 300 && (bareHeading.MatchString(s) || markedHeading.MatchString(s) || healthHeading.MatchString(s)):
		return true
	}
	if len(s) > 300 {
		return false
	}
	if s[0]|0x20 == 'd' || s[0]|0x20 == 'r' {
		if titledHeading.MatchString(s) {
			return true
		}
	}
	_, n, _ := readOwnHeading(s)
	return n.End > 0
}

// numberAlone recognizes the short line that prints an act's number, mostly without
// its title: "Resolution 7/12", "Conf. 9.24".
func numberAlone(s string) bool {
	if scan.IsCapital(s) && (actHeading.MatchString(s) || betweenHeading.MatchString(s)) {
		return true
	}
	return oldHeading.MatchString(s) || bareHeading.MatchString(s) || conferenceHeading.MatchString(s)
}

// beginsAnnex recognizes the line that an annex begins with: the word with its
// number, or with its title, or with the act to which it belongs.
func beginsAnnex(s string) bool {
	if len(s) < 24 && annexHeading.MatchString(s) {
		return true
	}
	return len(s) < 200 && (titledAnnex.MatchString(s) || annexOfAct.MatchString(s))
}

// likeHeading says that a line begins and ends as a heading does: no small letter
// first, no mark of the end of a sentence or clause last. A recital of the first years
// begins with "Whereas" and ends in "and".
func likeHeading(s string) bool {
	return len(s) < 700 && !whereas(s) && strings.IndexByte(".;:,", text.LastLetter(s)) < 0 && !text.StartsLower(s)
}

var (
	actHeading = scan.Compile(
		`^(?i:(draft )?(resolution|decision))\s+(?:No\. )?(Conf\.\s*\d+\.\d+(?:\s*\(Rev\. CoP\d+\))?|[A-Z]{0,8}[-/]?(?:[0-9]+|[IVXLC]+|[A-Z]|-)(?:[./-][A-Z0-9]+)*(?:\.\d+)?(?:\s[A-Z])?(?:\s*\([A-Z0-9-]+\))?)\.?\*?(?:\s+of\s+(\d{1,2} \w+ \d{4}))?$`,
	)
	oldHeading = scan.Compile(`^(\d+) \((\d{4})\)\.? (Resolution|Decision) of (\d{1,2} \w+ \d{4})(?:\s+\d{1,3})?$`)
	// Decision IPBES/1/2 Next steps, where the number tells its house
	titledHeading = scan.Compile(
		`^(?i:(resolution|decision))\s+([A-Z]{2,8}[-/]\d+/\d+|\d+/C(?:P|MP|MA)\.\d+)[:.]?\s+([A-Z][^.;:]*)$`,
	)
	// 73/7. or 54/1. Title, also of one part: 57/270 B.
	bareHeading = scan.Compile(
		`^((?:[A-Z]{1,2}-)?\d{1,3}/\d{1,3}(?: ?[A-Z])?|(?:19|20)\d\d/\d{1,4}|\d{1,4} \((?:E?S-)?[IVXL]+\))\.(?:\s+(.*))?$`,
	)
	// WHA75.8, also beside the Assembly's name, and WHA75(11) with its title, which may
	// begin as in eHealth
	healthHeading = scan.Compile(
		`^(?:(?:[A-Z -]+ WORLD HEALTH ASSEMBLY|EXECUTIVE BOARD)\s+)?((?:WHA|EB|SSA)\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\)))\.?(?:\s+([a-z]?[A-Z].*[^.;:,]))?$`,
	)
	// BC-15/1: Title
	markedHeading = scan.Compile(`^([A-Z]{2,8}-\d{1,3}/\d{1,3})[:.]\s+(\S.*)$`)
	// Conf. 9.24 and, on the next line, (Rev. CoP17)
	conferenceHeading = scan.Compile(`^Conf\.\s*\d+\.\d+(?:\s*\(Rev\. CoP\d+\))?\*?$`)
	// Annex 1    Information that should be included
	titledAnnex = scan.Compile(
		`^(?i:annex|appendix)\s+([IVXLC]+|\d+|[A-Z])(?:[\s\x{A0}]{2,}|\t|\s*[:–—]\s+)([A-Z].*[^.;,])$`,
	)
	markedAnnex  = scan.Compile(`^(?i:annex|appendix)\s+([IVXLC]+|\d+|[A-Z])\b[ :–—]*(.*)$`)
	revisedLine  = scan.Compile(`^\(Rev\. CoP\d+\)\*?$`)
	annexHeading = scan.Compile(`^(?i:annex|appendix)(?:\s+([IVXLC]+|\d+|[A-Z]))?\*?$`)
	// papers of which a decision takes note, each on a line
	listedPaper = scan.Compile(`^(?:Reports?|Notes?|Letters?|Statements?) (?:of|by|from|on) `)
	bareChapter = scan.Compile(`^(?i:chapter) [IVXLC]+$`)
	// "Item 67 (b)" between the documents that a report lists
	listedItem  = scan.Compile(`^(?:Agenda i|I|Sub-i)tem \d+(?: ?\([a-z]\))?$`)
	chapterLine = scan.Compile(`^(?i:chapter) [IVXLC]+\b`)
	// otherChapter heads what an annex says of a chapter of another paper, whose title stands
	// in brackets: Chapter II (methods). A report's own chapter has it without.
	otherChapter = scan.Compile(`^(?i:chapter) [IVXLC]+ \([a-z]`)
	// 56/101., an entry of a table of contents whose title stands apart
	loneEntry = scan.Compile(`^\d{1,3}/\d{1,3}\.$`)
)

// closes recognizes a line in which an act tells of its own adoption: meeting,
// vote, voters.
func closes(s string) bool {
	if s == "" || strings.IndexByte("AIRD[", s[0]) < 0 && !scan.IsDigit(s[0]) {
		return false
	}
	if scan.IsDigit(s[0]) {
		number, at := MeetingAt(s, 0)
		return number > 0 && len(s) < at+30
	}
	for _, start := range closingStarts {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return s[0] == 'A' && damagedClosing(s)
}
