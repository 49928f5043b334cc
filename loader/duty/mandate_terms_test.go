package duty

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAConditionIsThatOfTheOneWhomItBinds(t *testing.T) {
	for clause, want := range map[string]string{
		"UNODC, within its mandate, to report":                                                  "within its mandate",
		"States parties to invite Interpol, subject to the availability of resources, to train": "",
		"UNODC and others, within their respective mandates, to train":                          "",
	} {
		assert.Equal(t, want, ownCondition(clause, "organization/unodc"), clause)
	}
}
