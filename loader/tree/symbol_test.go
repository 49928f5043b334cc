package tree

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSymbols(t *testing.T) {
	for text, want := range map[string]string{
		"(A/CONF.192/15(SUPP), chap. IV)":           "A/CONF.192/15(SUPP)",
		"see E/CN.15/2006/14 and A/60/88/Corr.2.":   "E/CN.15/2006/14 A/60/88/Corr.2",
		"the report (TD/B/EX(71)/2), paras. 1–3":    "TD/B/EX(71)/2",
		"resolution A/RES/76/185":                   "",
		"and/or HIV/AIDS, sponsors and/or observer": "",
		"S/2020/1, Add.1 and Add.2":                 "S/2020/1 S/2020/1/Add.1 S/2020/1/Add.2",
	} {
		var got []string
		for _, y := range FindSymbols(text) {
			got = append(got, y.Symbol)
		}
		assert.Equal(t, want, strings.Join(got, " "), text)
	}
}
