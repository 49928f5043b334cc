package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// gold of the made-up text: one row right, one with another target, one that
// the text does not hold, one optional; what cites 2040/5 is left out.
const gold = textID + "\trecalls\tga/resolution/76/185\t" + textID + "#pp1\tcitedDate=2021-12-16\n" +
	textID + "\trecalls\tecosoc/resolution/2038/8\t" + textID + "#pp1\n" +
	textID + "\tmentions\tga/resolution/1/1\t" + textID + "#op2\n" +
	textID + "\trecalls\tga/resolution/2/2\t" + textID + "#pp1\toptional=yes\n"

func TestScoreTellsWrongFromMissedAndFalse(t *testing.T) {
	d := newDesk(t)
	path, rows := d.file("a.txt", text), d.file("a.acts.tsv", gold)
	out := d.must("score", "--verbose", "--gold", rows, path)
	assert.Regexp(t, `all +3 +3 +1 +1 +1 +1 +33\.3 \[6\.1, 79\.2\]`, out)
	assert.Contains(t, out, "a.acts.tsv:2: wrong identity: ")
	assert.Contains(t, out, "found ecosoc/resolution/2038/9 in \"resolution 2038/9 of 4 December 2038\"")
	assert.Contains(t, out, "a.acts.tsv:3: missed: ")
	assert.Contains(t, out, "false: "+textID+" notes ecosoc/resolution/2040/5")
	assert.Contains(t, out, "qualifiers that agree: 1 of 1")
	assert.NotContains(t, out, "ga/resolution/2/2")

	d.must("load", path)
	assert.Equal(t, out, d.must("score", "--verbose", "--gold", rows), "a store gives the same as the text")
}

func TestScoreFailsBelowWhatWasAskedFor(t *testing.T) {
	d := newDesk(t)
	path, rows := d.file("a.txt", text), d.file("acts.tsv", gold)
	for _, bar := range []string{"--exact", "--min-f1=0.5"} {
		r := d.typed("", "score", bar, "--gold", rows, path)
		assert.Equal(t, exitFailed, r.code, bar)
		assert.Contains(t, r.err, "below what was asked for")
		assert.Contains(t, r.out, "recalls")
	}
	d.must("score", "--min-f1=0.3", "--gold", rows, path)
}

func TestScoreSaysWhereGoldIsWrong(t *testing.T) {
	d := newDesk(t)
	path := d.file("a.txt", text)
	for _, c := range []struct{ name, content, says string }{
		{
			"acts.tsv", "\na\trecalls\n",
			"acts.tsv:2: expected source, relation, target and paragraph between tabs, found 2 columns",
		},
		{
			"acts.tsv", "a\tremembers\tb\tc#pp1\n",
			`acts.tsv:1: column 2: expected a relation of the vocabulary, found "remembers"`,
		},
		{"acts.tsv", "a\trecalls\tb\tc\n", "acts.tsv:1: column 4: expected the id of a paragraph"},
		{"acts.tsv", "a\trecalls\t\tc#pp1\n", "acts.tsv:1: column 3 is empty"},
		{
			"acts.tsv", "a\trecalls\tHRC 5/1\tc#pp1\n",
			`acts.tsv:1: column 3: expected an id such as ctoc-cop/resolution/12/4, found "HRC 5/1"`,
		},
		{
			"acts.tsv", "a\trecalls\tb\tc#pp1\toptional=perhaps\n",
			`acts.tsv:1: column 5: expected optional=yes or optional=no, found "optional=perhaps"`,
		},
		{"acts.tsv", "a\trecalls\tb\tc#pp1\tmaybe\n", `acts.tsv:1: column 5: expected key=value, found "maybe"`},
		{"a.weather.tsv", "", `"weather" is no family; expected FILE.<family>.tsv with one of acts, proceedings`},
	} {
		r := d.typed("", "score", "--gold", d.file(c.name, c.content), path)
		assert.Equal(t, exitFailed, r.code, c.says)
		assert.Contains(t, r.err, c.says)
	}
}

// The bars that the sample and its variant must hold; the other families are
// reported by the command and have no bar of their own.
func TestTheSampleIsReadExactly(t *testing.T) {
	d := newDesk(t)
	for _, s := range []struct{ gold, text string }{
		{"../../testdata/gold/cop12-report/", sample},
		{"../../testdata/gold/variant/", "../../testdata/variant-report.txt"},
	} {
		args := []string{"score", "--exact", s.text}
		for _, family := range []string{"acts", "proceedings", "sponsors", "adoption"} {
			args = append(args, "--gold", s.gold+family+".tsv")
		}
		out := d.must(args...)
		assert.Equal(t, 4, strings.Count(out, " all "))
	}
}

func TestWilson(t *testing.T) {
	assert.Equal(t, "90.0 [59.6, 98.2]", wilson(9, 10).String())
	assert.Equal(t, "100.0 [92.1, 100.0]", wilson(45, 45).String())
	assert.Equal(t, "0.0 [0.0, 79.3]", wilson(0, 1).String())
	assert.InDelta(t, 0.8, tally{right: 8, missed: 2, extra: 2}.f1().value, 1e-12)
}

func TestCheckListsWhatIsDoubtful(t *testing.T) {
	d := newDesk(t)
	path := d.file("a.txt", text)
	other := d.file(
		"b.txt", strings.NewReplacer("L.3", "L.4", `"Cogs"`, `"Sprockets"`, "16 December", "17 December").Replace(text),
	)
	out := d.must("check", path, other)
	assert.Contains(
		t, out, `ga/resolution/76/185 has 2 titles: "Cogs" (`+textID+`#pp1); "Sprockets" (document/E/2044/L.4#pp1)`,
	)
	assert.Contains(t, out, `ga/resolution/76/185 has 2 dates: "2021-12-16"`)
	assert.Contains(t, out, "ecosoc/resolution/2038/9, cited at "+textID+"#pp1, document/E/2044/L.4#pp1")
	assert.Equal(t, 1, strings.Count(out, "2040-07 at "+textID+"#pp2"), "a date without a day is listed once")
	assert.NotContains(t, d.must("check", "--only", "dates", path), "dangling")
	assert.Equal(t, exitFailed, d.typed("", "check", "--strict", path, other).code)

	d.must("load", path, other)
	assert.Equal(t, out, d.must("check"), "a store gives the same as the texts")
}
