package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAskFailsWhereItCannotAnswer(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	for _, c := range []struct {
		question, says string
		code           int
	}{
		{"what does 12/4 recall", "15 found", exitGood},
		{"does 12/4 endorse 76/185", "No loaded text says that", exitGood},
		{"what does 12/1 recall", "may mean 2 things", exitFailed},
		{"what does 99/99 recall", `No act in the store fits "99/99"`, exitFailed},
		{"what cites resolution 55/25", `fits "resolution 55/25"`, exitFailed},
		{"what does 12/4 not recall", `cannot read "12/4 not"`, exitFailed},
		{"when was 12/4 rejected", "no paragraph that was searched has the words", exitGood},
	} {
		r := d.typed("", "ask", c.question)
		assert.Equal(t, c.code, r.code, c.question)
		assert.Contains(t, r.out, c.says, c.question)
		assert.Empty(t, r.err)
	}
	assert.Contains(t, d.must("ask", "--list"), "who chaired {session}")
	assert.Equal(t, exitMisuse, d.typed("", "ask", "--list", "what does 12/4 recall").code)
	assert.Equal(t, exitMisuse, d.typed("", "ask").code)
}

// What show suggests works.
func TestShowNamesWhatIsNearby(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	r := d.typed("", "show", "kyoto declration")
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, `there is no entity "kyoto declration"; the nearest: instrument/kyoto-declaration`)
	assert.Contains(t, d.must("show", "instrument/kyoto-declaration"), "Kyoto Declaration")
	assert.Contains(t, d.typed("", "show", "nosuch").err, "'mandategraph list'")
}
