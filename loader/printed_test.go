package loader

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A pressed is a made-up document of one column that a press sets on pages of PDF.
type pressed struct {
	name, symbol, organ, date string
	head                      []string // below the organ: session, item, title
	items                     []string // paragraphs; "# " begins a heading, "> " an item of a list
	notes                     []string // {1} in an item is the mark of the first
	old                       bool     // page heads of the 1990s
}

// printed are documents of six kinds.
var printed = []pressed{
	{
		name: "assembly-resolution", symbol: "A/RES/96/301", organ: "General Assembly", date: "3 March 2042",
		head: []string{"Ninety-sixth session", "Agenda item 70 (b)", "# Resolution adopted by the General Assembly on 12 February 2042", "# 96/301. Quiet harbours and small islands"},
		items: []string{
			"The General Assembly,",
			"Recalling its resolutions 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda for Sustainable Development”, and 69/313 of 27 July 2015,{1}",
			"Reaffirming Economic and Social Council resolution 2024/4 of 5 June 2024 and the need for well-kept buoys in narrow channels, in particular at night and in the fog of the winter months,",
			"Noting the report of the Secretary-General{2} on the ferries of small island communities, whose captains asked for lights that do not go out in the storms of the season,",
			"1. Takes note of the report of the Secretary-General and recalls paragraph 5 of its resolution 95/12 of 4 December 2040;",
			"2. Requests the Secretary-General to report to it at its ninety-eighth session on the implementation of the present resolution, on the basis of resolution 94/7, and to include in his report:",
			"> (a) The lights of harbours that were mended in the light of its resolution 93/40;",
			"> (b) The ferries that sail in winter, as its resolution 92/8 provides;",
			"3. Decides to include in the provisional agenda of its ninety-eighth session the item entitled “Quiet harbours”, pursuant to its decision 95/540.",
		},
		notes: []string{"See A/96/77.", "A/96/301/Add.1, annex."},
	},
	{
		name: "council-resolution", symbol: "S/RES/2991 (1996)", organ: "Security Council", date: "4 May 1996", old: true,
		head: []string{"# RESOLUTION 2991 (1996)", "Adopted by the Security Council at its 3701st meeting, on 4 May 1996"},
		items: []string{
			"The Security Council,",
			"Recalling its resolutions 1031 (1995) of 15 December 1995 and 1035 (1995) of 21 December 1995 and all its earlier relevant resolutions on the quiet harbours of the coast,",
			"Having considered the report of the Secretary-General of 29 March 1996 (S/1996/210) and the letter of the pilots of the harbour that was annexed to it for the information of the members,",
			"Reaffirming General Assembly resolution 50/6 of 24 October 1995,",
			"Acting under Chapter VII of the Charter of the United Nations,",
			"1. Welcomes the report of the Secretary-General, and reaffirms its resolution 1021 (1995) of 22 November 1995;",
			"2. Requests the Secretary-General to report on the implementation of resolution 1035 (1995) by 30 June 1996, and every ninety days thereafter, on the lights of the harbours and on the ferries of the islands that are named in the annex to the present resolution;",
			"3. Decides to remain seized of the matter.",
			"# Annex",
			"The ferries of the islands that are named in resolution 1022 (1995) sail in the summer months, and those of the mainland in all months of the year but for the days of storms.",
		},
	},
	{
		name: "committee-report", symbol: "A/96/42", organ: "General Assembly", date: "9 June 2042",
		head: []string{"# Report of the Special Committee on Quiet Harbours"},
		items: []string{
			"# I. Organization of the session",
			"1. The Special Committee was established by the General Assembly in its resolution 90/44 of 7 December 2035, and it held its seventh session at Headquarters from 2 to 6 June 2042.",
			"2. At its 1st meeting, on 2 June, the Special Committee adopted the following agenda (A/AC.310/2042/1):",
			"> 1. Opening of the session.",
			"> 2. Lights of harbours (General Assembly resolution 95/61).",
			"> 3. Adoption of the report.",
			"3. The Special Committee elected the following officers:",
			"Chair:",
			"Ana Example (Fiji)",
			"Vice-Chairs:",
			"Bo Example (Nepal)",
			"Cecilia Longer Example (Peru)",
			"# II. Lights of harbours",
			"4. The Special Committee considered the question of the lights of harbours in the light of General Assembly resolution 95/61 and heard the pilots of five ports, whose statements are in the summary records of its 2nd and 3rd meetings.",
			"5. The Special Committee took note of the report of the Secretary-General on lights (A/96/88){1} and recommended that the Assembly recall its resolution 94/15.",
			"# Annex I",
			"# Summary of the Chair",
			"1. Speakers praised the pilots, and they recalled General Assembly resolution 93/9 and the report that had been before the Special Committee in the year before, for the sake of those who had not been there.",
			"2. They asked for a survey, as in Council resolution 2040/12.",
			"# Annex II",
			"# List of documents",
			"A/96/88 Note by the Secretariat on General Assembly resolution 92/31",
		},
		notes: []string{"Issued with General Assembly resolution 95/61 as its annex."},
	},
	{
		name: "board-decisions", symbol: "DP/2042/9", organ: "Executive Board of the United Nations Development Programme, the United Nations Population Fund and the United Nations Office for Project Services", date: "30 June 2042",
		head: []string{"# Decisions adopted by the Executive Board at its annual session 2042"},
		items: []string{
			"# 2042/8", "# Report on the lights of country offices", "The Executive Board",
			"1. Takes note of the report on the lights of country offices (DP/2042/14) and recalls its decision 2041/3;",
			"2. Requests the Administrator to report at the first regular session of 2043, in line with decision 2040/21, on the lamps that were bought for the offices of islands, and on what became of the old ones.",
			"8 June 2042",
			"# 2042/9", "# Evaluation of ferries", "The Executive Board",
			"1. Welcomes the evaluation of ferries and reaffirms decision 2039/11;",
			"2. Recalls General Assembly resolution 95/226 of 21 December 2040 on the review of operational activities.",
			"9 June 2042",
		},
	},
	{
		name: "draft-with-sponsors", symbol: "A/C.2/96/L.12/Rev.1", organ: "General Assembly", date: "11 November 2041",
		head: []string{"Ninety-sixth session", "Second Committee", "Agenda item 18 (c)", "# Fiji, Nepal, Peru and Samoa: revised draft resolution", "# Quiet harbours and small islands"},
		items: []string{
			"The General Assembly,",
			"Recalling its resolutions 94/210 of 19 December 2039, 95/209 of 21 December 2040 and its earlier resolutions on the harbours of small islands,",
			"Reaffirming the outcome document of the conference on ferries, which it endorsed in its resolution 70/1 and which the States that have signed it carry out as their means allow,",
			"1. Reaffirms its resolution 94/210;",
			"2. Invites Member States and the organizations of the United Nations system to light their harbours, in accordance with its resolution 93/7 and with the advice of pilots that the Secretary-General sent to all of them in the spring;",
			"3. Decides to consider the matter again at its ninety-seventh session.",
		},
	},
	{
		name: "climate-decision", symbol: "FCCC/CP/2042/10/Add.1", organ: "Conference of the Parties", date: "21 March 2042",
		head: []string{"# Report of the Conference of the Parties on its forty-seventh session"},
		items: []string{
			"# Decision 3/CP.47", "# Lights of harbours in a warmer world", "The Conference of the Parties,",
			"Recalling decisions 1/CP.21, 4/CP.26 and 2/CMA.3, and the rules of its Bureau on the lamps that are burned in the harbours of the Parties at night,",
			"Noting General Assembly resolution 95/220,",
			"1. Takes note of the report on lights and reaffirms decision 6/CP.24, paragraph 5, as far as it speaks of the lamps in the harbours of developing country Parties;",
			"2. Requests the secretariat to prepare, subject to the availability of financial resources, a synthesis in accordance with decision 18/CMA.1;",
			"3. Also requests the Subsidiary Body for Implementation to consider the synthesis at its ninety-sixth session.",
		},
	},
}

// Measures of the press, in points. Courier is six tenths of its size wide.
const (
	letterSize, noteSize, markSize = 10.0, 8.0, 6.0
	leftEdge, listEdge, headEdge   = 72.0, 100.0, 400.0
	lineLetters                    = 76
	pageTop, pageBottom            = 700.0, 380.0
)

// A press sets lines on pages.
type press struct {
	doc   pressed
	pages []*strings.Builder
	page  *strings.Builder
	y     float64
	marks []int // of the notes of the page
}

// put prints a text at a place.
func (p *press) put(x, y, size float64, bold bool, text string) {
	font := "F"
	if bold {
		font = "B"
	}
	fmt.Fprintf(p.page, "BT /%s %.1f Tf %.2f %.2f Td (%s) Tj ET\n", font, size, x, y, winAnsi(text))
}

// winAnsi writes a text as PDF has it in its usual encoding.
func winAnsi(s string) string {
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "“", `\223`, "”", `\224`, "’", `\222`, "–", `\226`).Replace(s)
}

// line prints a line with the marks of its notes and goes on to the next.
func (p *press) line(x float64, bold bool, text string) {
	if p.page == nil || p.y < pageBottom {
		p.endPage()
		p.page = &strings.Builder{}
		p.pages = append(p.pages, p.page)
		if p.y = pageTop; len(p.pages) > 1 {
			p.put(leftEdge, 750, letterSize, true, p.doc.symbol)
			if p.doc.old {
				p.put(leftEdge, 738, letterSize, false, fmt.Sprintf("Page %d", len(p.pages)))
			}
		}
	}
	for {
		before, after, marked := strings.Cut(text, "{")
		p.put(x, p.y, letterSize, bold, before)
		if !marked {
			break
		}
		x += 0.6 * letterSize * float64(len([]rune(before)))
		p.put(x, p.y+4, markSize, false, after[:1])
		p.marks = append(p.marks, int(after[0]-'1'))
		x, text = x+0.6*markSize, after[2:]
	}
	p.y -= 12
}

// endPage prints the notes and the foot of a page.
func (p *press) endPage() {
	if p.page == nil {
		return
	}
	if len(p.marks) > 0 {
		p.put(leftEdge, 112, 6, false, "__________________")
		for i, n := range p.marks {
			y := 100 - 10*float64(i)
			p.put(leftEdge, y+3, 5, false, fmt.Sprint(n+1))
			p.put(leftEdge+10, y, noteSize, false, p.doc.notes[n])
		}
		p.marks = nil
	}
	if p.doc.old {
		p.put(headEdge+100, 60, letterSize, false, "/...")
		return
	}
	p.put(leftEdge, 50, 8, false, fmt.Sprintf("%d/PAGES", len(p.pages)))
	p.put(headEdge+60, 50, 8, false, "42-11235")
}

// paragraph prints a paragraph over lines, after a gap.
func (p *press) paragraph(text string) {
	x, bold := leftEdge, false
	if rest, ok := strings.CutPrefix(text, "# "); ok {
		text, bold = rest, true
	} else if rest, ok := strings.CutPrefix(text, "> "); ok {
		text, x = rest, listEdge
	}
	for _, l := range broken(text, lineLetters-int((x-leftEdge)/6)) {
		p.line(x, bold, l)
	}
	p.y -= 6
}

// set gives the document as PDF.
func (d pressed) set() []byte {
	p := &press{doc: d}
	p.line(leftEdge, true, "United Nations")
	p.put(headEdge, p.y+12, letterSize, true, d.symbol)
	for i, l := range broken(d.organ, 46) {
		p.line(leftEdge, true, l)
		if i == 0 {
			p.put(headEdge, p.y+12, 8, false, "Distr.: General")
		}
	}
	p.put(headEdge, p.y, 8, false, d.date)
	p.y -= 30
	for _, text := range append(slices.Clone(d.head), d.items...) {
		p.paragraph(text)
	}
	p.endPage()
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>"}
	var kids strings.Builder
	for _, page := range p.pages {
		content := strings.ReplaceAll(page.String(), "/PAGES", fmt.Sprintf("/%d", len(p.pages)))
		objects = append(objects, fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F 3 0 R/B 4 0 R>>>>>>", len(objects)+1))
		fmt.Fprintf(&kids, "%d 0 R ", len(objects))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(p.pages))
	return pdfOf(objects)
}

// pdfOf writes objects as a PDF with its table of places.
func pdfOf(objects []string) []byte {
	b := []byte("%PDF-1.4\n")
	places := []int{}
	for i, o := range objects {
		places = append(places, len(b))
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := len(b)
	b = fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range places {
		b = fmt.Appendf(b, "%010d 00000 n \n", at)
	}
	return fmt.Appendf(b, "trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
}

// markdown gives the document as Markdown, its notes at the end.
func (d pressed) markdown() string {
	lines := []string{d.symbol, "United Nations", d.organ, "Distr.: General", d.date}
	for _, title := range d.head {
		lines = append(lines, strings.TrimPrefix(title, "# "))
	}
	for _, item := range d.items {
		for n := range d.notes {
			item = strings.ReplaceAll(item, fmt.Sprintf("{%d}", n+1), superscript(n+1))
		}
		lines = append(lines, strings.TrimPrefix(item, "> "))
	}
	for n, note := range d.notes {
		lines = append(lines, superscript(n+1)+" "+note)
	}
	return strings.Join(lines, "\n\n") + "\n"
}

// statedBy lists what a document states but for what asks nobody and has no entity.
func statedBy(t *testing.T, name string, data []byte) (id string, list []string) {
	t.Helper()
	result, err := Load(context.Background(), name, data, Options{})
	require.NoError(t, err)
	for _, s := range result.Document.Statements {
		list = append(list, fmt.Sprint(s.Subject, " ", s.Relation, " ", s.Object, " ", s.Evidence.Paragraph))
	}
	slices.Sort(list)
	return result.Document.ID, slices.Compact(list)
}

// modes are those of pdftotext (22.12), whose output for the printed documents is kept
// in testdata/forms: none, -layout and -raw.
var modes = []string{"plain", "layout", "raw"}

func TestPrintedDocumentsSayTheSameInEachForm(t *testing.T) {
	for _, d := range printed {
		t.Run(d.name, func(t *testing.T) {
			id, want := statedBy(t, "made-up.md", []byte(d.markdown()))
			require.GreaterOrEqual(t, len(want), 8)
			forms := map[string][]byte{"PDF": d.set()}
			for _, mode := range modes {
				text, err := os.ReadFile(filepath.Join("testdata", "forms", d.name+"."+mode+".txt"))
				require.NoError(t, err)
				forms[mode], forms[mode+", dense"] = text, []byte(dense(string(text)))
			}
			for form, data := range forms {
				same, got := statedBy(t, form, data)
				assert.Equal(t, id, same, form)
				assert.Equal(t, want, got, form)
			}
		})
	}
}
