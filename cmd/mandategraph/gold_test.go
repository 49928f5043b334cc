package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const livesID = "sc/resolution/4711"

const lives = `S/RES/4711 (2035)

Resolution 4711 (2035)

Adopted by the Security Council at its 11800th meeting, on 31 January 2035

The Security Council,

1. Decides to extend the mandate of the United Nations Mission in Lakeland (UNMILA) until 31 July 2035;

2. Decides to renew the mandate of the United Nations Mission in Moorland (UNMIMO) until 30 June 2035.

Adopted by 13 votes to none, with 2 abstentions.
`

func TestScoreSaysWhichLivesAreComplete(t *testing.T) {
	d := newDesk(t)
	path := d.file("a.txt", lives)
	rows := d.file("a.lifecycles.tsv", "body/unmila\t"+livesID+"\textends\t2035-01-31\t2035-07-31\t"+livesID+"#op1\n"+
		"body/unmimo\t"+livesID+"\textends\t2035-01-31\t2035-12-31\t"+livesID+"#op2\trelalt=renews\n")
	out := d.must("score", "-v", "--gold", rows, path)
	assert.Contains(t, out, "complete: 1 of 2")
	assert.Contains(t, out, "until 2035-06-30, not 2035-12-31")
	r := d.typed("", "score", "--gold", d.file("b.lifecycles.tsv", "body/unmila\t"+livesID+"\n"), path)
	assert.Contains(t, r.err, "expected entity, act, relation, date, until and paragraph between tabs, found 2 columns")
}

func TestScoreComparesOutcomesAndKnowsAliases(t *testing.T) {
	d := newDesk(t)
	path := d.file("a.txt", lives)
	d.file("aliases.tsv", "sc/resolution/s4711\t"+livesID+"\n")
	rows := d.file("a.outcomes.tsv", "sc/resolution/s4711\toutcome\tadopted\tsc/resolution/s4711\n"+
		"sc/resolution/s4711\tvotesFor\t12\tsc/resolution/s4711\n"+"sc/resolution/s4711\tabstentions\t2\tsc/resolution/s4711#end\n")
	out := d.must("score", "-v", "--gold", rows, path)
	assert.Contains(t, out, "wrong identity: sc/resolution/s4711 votesFor 12 sc/resolution/s4711, found 13")
	assert.Regexp(t, `outcome +1 +1 +1`, out)
	assert.Regexp(t, `abstentions +1 +1 +1`, out)
	r := d.typed("", "score", "--gold", d.file("b.outcomes.tsv", "a\tweather\tfair\ta\n"), path)
	assert.Contains(t, r.err, `column 2: expected one of outcome, procedure, votesFor, votesAgainst, abstentions, found "weather"`)
}

func TestARowOfAParagraphAndOneOfItsDocumentAreBothRight(t *testing.T) {
	d := newDesk(t)
	rows := d.file("a.life.tsv", livesID+"\textends\tbody/unmila\t"+livesID+"\n"+livesID+"\textends\tbody/unmila\t"+livesID+"#op1\n")
	assert.Regexp(t, `extends +2 +2 +2`, d.must("score", "--gold", rows, d.file("a.txt", lives)))
}
