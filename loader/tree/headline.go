package tree

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// The masthead is read line by line, whatever the order of its lines and whether
// blank ones stand between them: publisher, organ, symbol, distribution, date,
// language, session, item of the agenda. What is none of these is a title.

// headKind says what a line of the masthead is.
type headKind int

const (
	titleLine  headKind = iota
	blankLine           // nothing
	formLine            // words of the form: publisher, organ, Distr., date, session
	agendaLine          // item of the agenda and its title
	noteLine            // a note, or how the act was adopted
)

// A headLine is one line of the masthead without markup.
type headLine struct {
	text    string
	start   int // of the line in the source
	end     int
	kind    headKind
	date    string      // where it prints nothing else but words of the form
	symbols []ownSymbol // where the line is theirs alone
}

// An ownSymbol is a symbol that a line prints beside nothing but words of the
// form, so that it is the document's and not cited.
type ownSymbol struct {
	text       string
	start, end int // in the source
	bracketed  bool
}

// mostHead bounds the lines and bytes of a masthead.
const (
	mostHeadLines = 120
	mostHeadBytes = 8192
)

var (
	// formWords stand in the masthead's form. PDF prints some twice; bilingual records
	// have the names of the organs in French or Spanish too. EP stands for the Environment
	// Programme between "United Nations" and the symbol.
	formWords = scan.Compile(
		`(?i)^(?:Nations Unies|Naciones Unidas|S?(?:UNITED|NATIONS){1,4}|(?:Distr(?:ibution)?\.?\s?:?\s?){1,2}|General|Limited|Restricted|Original|` +
			`Language|Date|EP|Provisional|English|French|Spanish|Arabic|Chinese|Russian|only|Official|Records|Session|Supplement|Advance|unedited|version|Rev\.(?: of)?|` +
			`Conseil de sécurité|Consejo de Seguridad|Assemblée générale|Asamblea General|` +
			`Conseil économique et social|Consejo Económico y Social|Economic and Social|New York|Geneva|Vienna|Nairobi|(?:` + names.MonthPattern + `)\d*|No\.|[A-Z]{1,2}\.\d\d-\d{5}|and)(?:\b|$)`,
	)
	// "Seventy-third session", "2025 session", "First regular session 2025"; the records
	// of the Security Council count its years: "Eightieth year"
	sessionLine = scan.Compile(
		`(?i)^(?:the )?((?:[\w-]+,? (?:and |to )?){1,6})(?:sessions?|meeting|year)(?:,? (?:of )?\d{4})?(?:[ ,].{0,40}\d{4})?$`,
	)
	// "Geneva, 17 January 2025", "25 July 2024–30 July 2025"
	placeLine = scan.Compile(
		`^(?:[A-Z][\w’' .-]{1,30}, (?:[A-Z][\w’' .-]{1,30}, )?)?\d{1,2}\b.{0,50}\b(?:` + names.MonthPattern + `)(?: \d{4})?(?:, [A-Z][\w’' -]+)?$`,
	)
	// when a meeting was held, in its record: "Tuesday, 4 May 2046, 3 p.m.", "held at
	// Headquarters, New York, on Tuesday, 4 May 2046, at 3 p.m."
	heldLine = scan.Compile(
		`^(?:[Hh]eld at .{3,80} on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{1,2} (?:` + names.MonthPattern + `) \d{4}(?:,? (?:at )?\d{1,2}(?:[.:]\d\d)? [ap]\.m\.)?$`,
	)
	// "Resolution adopted by the General Assembly on 3 May 2046"
	adoptedLine = scan.Compile(`(?i)^(?:resolution|decision) adopted (?:by|on) `)
	itemLine    = scan.Compile(`(?i)^(?:(?:provisional )?agenda items?|sub-items?|items?) \d{1,3}\b`)
	// "Iraq:* draft decision", who submits a draft
	draftLine = scan.Compile(
		`(?i):[*, ]* (?:revised )?draft (?:resolution|decision)s?[* ]*$|^(?:revised )?draft (?:resolution|decision)s? submitted by `,
	)
	// what a publisher prints of a book
	bookLine = scan.Compile(`(?i)^(?:copyright|©|all rights reserved|(?:print |online |e)?is[bs]n\b|sales no|printed (?:at|in) )`)
	// the part of an act, or its parts: 97/270 B, 77/265 A–C
	partLetters = scan.Compile(`^ ([A-Z](?:[-–][A-Z])?)(?: |\*|$)`)
	// sessionWord begin the line of a session that has no ordinal.
	sessionWord = scan.WordSet("annual resumed special emergency regular extraordinary executive substantive organizational session")
)

// readHead reads the lines of a text from byte from to byte to.
func readHead(source string, from, to int) []headLine {
	to = min(to, len(source), from+mostHeadBytes)
	list := make([]headLine, 0, 32)
	place := headPlace{above: true}
	for at := from; at < to && len(list) < mostHeadLines; {
		end := strings.IndexByte(source[at:to], '\n')
		if end < 0 {
			end = to
		} else {
			end += at
		}
		l := readHeadLine(source, at, end)
		belowTitle := len(list) > 0 && list[len(list)-1].kind == titleLine
		place.settle(&l, belowTitle)
		if belowTitle && l.kind == formLine && l.text[0] == '(' && l.symbols == nil {
			l.kind, l.date = titleLine, "" // "(4–7 March 2025)" below "Report on the fifty-sixth session"
		}
		list = append(list, l)
		at = end + 1
	}
	return list
}

// A headPlace says where in the masthead a line stands, because the same words
// are a title in one place and words of the form in another.
type headPlace struct {
	above     bool // above the session and the agenda
	inAgenda  bool // below an item of the agenda
	submitted bool // below "draft resolution submitted by"
}

// settle gives a line the kind that its place makes it, and moves the place on to
// the next line. belowTitle says that the line above is a title's.
func (h *headPlace) settle(l *headLine, belowTitle bool) {
	switch {
	case l.kind == blankLine:
		h.inAgenda, h.submitted = false, false
	case l.kind == agendaLine:
		h.inAgenda = true
	case h.inAgenda && l.allBracketed(): // the document of the item
		l.kind, l.symbols = agendaLine, nil
	case l.kind != titleLine:
		h.inAgenda, h.submitted = false, draftLine.MatchString(l.text) && strings.Contains(l.text, "submitted by")
	case h.submitted:
		l.kind = formLine
	case h.inAgenda:
		l.kind = agendaLine
	case h.above && formName(l.text) && !belowTitle:
		l.kind = formLine
	}
	h.above = h.above && l.kind != agendaLine && !isSessionLine(l.text)
}

// readHeadLine reads one line.
func readHeadLine(source string, start, end int) headLine {
	l := headLine{start: start, end: end, text: plainLine(source[start:end])}
	switch {
	case l.text == "":
		l.kind = blankLine
	case strings.HasPrefix(l.text, "* ") || strings.HasPrefix(l.text, "** ") || l.text[0] == '[':
		l.kind, l.date = noteLine, wholeDate(strings.Trim(l.text, "[]"))
	case heldLine.MatchString(l.text):
		l.kind, l.date = formLine, dateIn(l.text)
	case adoptedLine.MatchString(l.text):
		l.kind = noteLine
	case itemLine.MatchString(l.text):
		l.kind = agendaLine
	case isSessionLine(l.text),
		placeLine.MatchString(l.text),
		draftLine.MatchString(l.text),
		bookLine.MatchString(l.text),
		officerLine(l.text):
		l.kind, l.date = formLine, wholeDate(l.text)
	default:
		l.readSymbols(source)
	}
	return l
}

// ofReport says that a line of the form may belong to the title of a report: its
// session, and where and on which days it was held.
func (l *headLine) ofReport() bool {
	if l.kind != formLine || l.symbols != nil || wholeDate(l.text) != "" {
		return false
	}
	return isSessionLine(l.text) || placeLine.MatchString(l.text) || l.text[0] == '(' || scan.IsDigit(l.text[0])
}

// officerLine says who wrote a report: "Rapporteur: Ana Example (Fiji)".
func officerLine(s string) bool {
	office, _, ok := strings.Cut(s, ": ")
	office, _, _ = strings.Cut(office, "-General")
	return ok && slices.ContainsFunc(names.Current().Offices, func(o names.Office) bool { return o.Name == office })
}

// wholeDate is the day that a text is; empty where it is more or less.
func wholeDate(s string) string {
	if date, end, ok := DateAt(s, 0); ok && end == len(s) && len(date) == len("2006-01-02") {
		return date
	}
	return ""
}

// dateIn is the one day in a line of the form; empty where it is the end of several
// days.
func dateIn(rest string) string {
	at := dateLine.FindStringIndex(rest)
	if at == nil || strings.IndexByte(rest[:at[0]], '(') >= 0 {
		return ""
	}
	if before := strings.TrimRight(rest[:at[0]], " "); before != "" {
		if c := before[len(before)-1]; c >= 0x80 || c == '-' || strings.HasSuffix(before, " to") || strings.HasSuffix(before, " and") {
			return ""
		}
	}
	return ParseDate(rest[at[0]:at[1]])
}

// markupTag is a tag that Markdown takes over from HTML: <sup>.
var markupTag = regexp.MustCompile(`</?[a-z]{1,6}>`)

// plainLine is a line without marks of Markdown and of tables.
func plainLine(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		s = strings.ReplaceAll(s, `\`, "")
	}
	if strings.IndexByte(s, '|') >= 0 {
		s = strings.ReplaceAll(s, "|", " ")
	}
	s = strings.ReplaceAll(s, "**", "")
	if strings.IndexByte(s, '<') >= 0 {
		s = markupTag.ReplaceAllString(s, "")
	}
	return strings.Join(strings.Fields(strings.Trim(s, "#_ \t\f\r")), " ")
}

func isSessionLine(s string) bool {
	if noun, session, ok := strings.Cut(s, " - "); ok && organNouns[asName(noun)] {
		s = session // ASSEMBLY - 45TH SESSION
	}
	if len(s) > 110 {
		return false
	}
	m := sessionLine.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	if strings.HasPrefix(strings.ToLower(m[1]), "one hundred ") {
		return true // One hundred and first session
	}
	word, _, _ := strings.Cut(strings.ToLower(m[1]), " ")
	return names.OrdinalNumber(word) > 0 || scan.DigitsEnd(word, 0) == len(word) || sessionWord[word] ||
		strings.Contains(word, "-") && names.OrdinalNumber(word[strings.LastIndexByte(word, '-')+1:]) > 0
}

// formName says that a line is the name of an organization or its acronym, or an
// organ's of two words at most: ASSEMBLY, Executive Board.
func formName(s string) bool {
	if _, known := names.OrganizationByText(s); known || namesOrganization(s) {
		return true
	}
	name := asName(s)
	return strings.Count(name, " ") < 2 && wholeOrgan(name) && organNouns[scan.LastWord(name)]
}

// allBracketed says that the line holds symbols in brackets alone.
func (l *headLine) allBracketed() bool {
	for _, y := range l.symbols {
		if !y.bracketed {
			return false
		}
	}
	return len(l.symbols) > 0
}

// onlyForm says that a line holds words of the form alone. Names of bodies are
// such words.
func onlyForm(s string) bool {
	for _, hit := range FindBodies(s) {
		s = s[:hit.Start] + strings.Repeat(" ", hit.End-hit.Start) + s[hit.End:]
	}
	for i := 0; i < len(s); {
		if s[i] >= 0x80 || !scan.IsWord(s[i]) || scan.IsDigit(s[i]) {
			i++
			continue
		}
		within := i > 0 && s[i-1] < 0x80 && scan.IsWord(s[i-1])
		if m := formWords.FindStringIndex(s[i:]); m != nil && !within {
			i += m[1]
		} else if s[i] == 'E' && i > 0 && s[i-1] == '(' { // (E) of a job number
			i++
		} else {
			return false
		}
	}
	return true
}
