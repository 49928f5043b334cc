package loader

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// annexOf is a resolution with an annex.
func annexOf(text string) string {
	return "A/RES/99/31\n\nGeneral Assembly\n\n99/31. Care of lighthouse archives\n\nThe General Assembly,\n\n" +
		"Recalling its resolution 98/7 on lighthouses,\n\n1. Adopts the Guidelines set out in the annex.\n\n" +
		"Annex\n\nGuidelines on lighthouse archives\n\n" + text
}

// TestNumbersWithoutAStop finds the paragraphs of an annex that have numbers without a
// stop, and takes neither quantities nor headings nor notes for them.
func TestNumbersWithoutAStop(t *testing.T) {
	for name, c := range map[string]struct{ annex, want string }{
		"decimal": {`1 Scope
1.1 Nothing in these Guidelines changes what resolution 98/7 lays down for keepers of
2.5 Million sheets and more.
1.2 Logbooks are kept for ten years:
(a) In paper;
(b) On film.
2 Access
2.1 Readers should be let in on two days of every week, in keeping with the hours
of decision 98/410.
3 Costs
`, "an1.1.1 an1.1.2 an1.1.2.a an1.1.2.b an1.2.1"},
		"plain, with items": {`1 The Guidelines apply to lighthouses with more than one keeper, as decision 98/410 has
it.
2 Lamps:
.1 are lit at dusk; and
.2 burn the oil of resolution 98/7.
3 Keepers are relieved every week.
`, "an1.1 an1.2 an1.2.1 an1.2.2 an1.3"},
		"one alone": {`1.1 Nothing else is known of these lighthouses but what resolution 98/7 says of them.
`, "an1"},
		"notes": {`1. Keepers are relieved every week.
2. Lamps are lit at dusk.
1 Decision 98/410.
2 Resolution 98/7, annex.
3. Readers are let in.
`, "an1.1 an1.2 an1.3"},
		"notes below sentences": {`Keepers are relieved every week, as resolution 98/7 has it.
1 Decision 98/410.
2 Resolution 98/7, annex.
`, "an1"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := LoadText(context.Background(), "", annexOf(c.annex), Options{})
			require.NoError(t, err)
			var found []string
			for _, p := range r.Tree.Paragraphs {
				if _, locator, _ := strings.Cut(p.ID, "#"); strings.HasPrefix(locator, "an") {
					found = append(found, locator)
				}
			}
			assert.Equal(t, c.want, strings.Join(found, " "))
		})
	}
}

// TestParagraphsOfSections finds the paragraphs of a report whose numbers are those of their
// section and their own, and the headings of the sections above them.
func TestParagraphsOfSections(t *testing.T) {
	for name, c := range map[string]struct{ report, want string }{
		"no stop": {`1. Opening

1.1 The meeting of the Panel was opened on Monday, as decision XXX/2 had asked.

2. Lamps

2.1 The secretariat introduced its paper.

2.2 One member recalled General Assembly resolution 70/1, and that
2.5 million lamps were lit.

3. Closure

3.1 The meeting was closed.
`, "1.1 2.1 2.2 3.1"},
		"with a stop, on lines of a page": {`1.1. The meeting of the Panel was opened on Monday.
1.2. It took up decision XXX/2.
3.1. The secretariat introduced its paper.
3.2. Members spoke about General Assembly resolution 70/1.
`, "1.1 1.2 3.1 3.2"},
		"quantities in numbered paragraphs": {`1. The Panel met.

2. It was told that lamps had cost

1.1 Million in the year before.

3. The meeting was closed.
`, "1 2 3"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := LoadText(context.Background(), "", "UNEP/OzL.Pro.97/9\n\nReport of the Panel on Lamps\n\n"+c.report, Options{})
			require.NoError(t, err)
			var found []string
			for _, p := range r.Tree.Paragraphs {
				found = append(found, p.Locator)
			}
			assert.Equal(t, c.want, strings.Join(found, " "))
		})
	}
}

// TestQuotationGoesOn parts the paragraphs of a quotation, of which each opens it again,
// where no blank line does.
func TestQuotationGoesOn(t *testing.T) {
	r, err := LoadText(context.Background(), "", `S/PRST/2041/3

Security Council

Statement by the President of the Security Council

At the 11002nd meeting of the Security Council, held on 3 May 2041, in connection with the item
entitled “Lighthouses in armed conflict”, the President made the following
statement:

“The Council underlines the worth of lighthouses and of the work of their keepers in times of
war, and commends all of them, among them the keepers of the islands in the north of the sea.
“The Council welcomes resolution 3302 (2040), and in particular what it says of the item
“Lamps and oil”, and asks for more of both in all of the lighthouses of the northern islands.
“The Council remains seized of the matter.”
`, Options{})
	require.NoError(t, err)
	first := map[string]bool{}
	for _, p := range r.Tree.Paragraphs {
		first[strings.Join(strings.Fields(p.Text())[:3], " ")] = true
	}
	assert.True(t, first["“The Council underlines"], "%v", first)
	assert.True(t, first["“The Council welcomes"], "%v", first)
	assert.True(t, first["“The Council remains"], "%v", first)
	assert.False(t, first["“Lamps and oil”,"], "%v", first)
}
