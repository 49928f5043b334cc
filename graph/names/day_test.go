package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDaysAsPeopleWriteThem(t *testing.T) {
	for words, want := range map[string]string{
		"2031-07-04": "2031-07-04", "4 July 2031": "2031-07-04", "July 4, 2031": "2031-07-04", "july 2031": "2031-07",
		"2031": "2031", "the end of 2031": "2031", "the year 2031": "2031",
		"31 February 2031": "", "2031-13-01": "", "next year": "", "4 July": "",
	} {
		assert.Equal(t, want, ReadDay(words), words)
	}
}
