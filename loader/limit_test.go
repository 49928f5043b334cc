package loader

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/loader/format"
)

func TestALargeTextMeetsALimitThatAnOptionRaises(t *testing.T) {
	limits := format.DefaultLimits()
	limits.Paragraphs = 1000
	_, err := LoadText(context.Background(), "long.txt", "Report of the Commission\n\n"+strings.Repeat("(a) x\n", 1000), Options{Limits: &limits})
	assert.ErrorIs(t, err, format.ErrTooLarge)
	assert.EqualError(t, err, "long.txt: too large: expected a document of at most 1000 paragraphs, found 1001 paragraphs; --max-paragraphs raises the limit")

	limits.Findings = 50
	many := "Resolution 1/2\n\nThe General Assembly,\n\nRecalling its resolutions "
	for i := range 60 {
		many += fmt.Sprintf("50/%d, ", i+1)
	}
	_, err = LoadText(context.Background(), "many.txt", many, Options{Limits: &limits})
	assert.ErrorIs(t, err, format.ErrTooLarge)
	assert.ErrorContains(t, err, "many.txt: too large: expected a document of at most 50 statements and diagnostics; --max-findings raises")

	limits.Seconds = 0
	_, err = Load(context.Background(), "slow.txt", []byte(many), Options{Limits: &limits})
	assert.ErrorIs(t, err, format.ErrTooLarge)
	assert.ErrorContains(t, err, "slow.txt: too large: expected a document that is read within 0 s; --max-seconds raises")
}

func TestAReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Load(ctx, "report.txt", []byte("Report of the Commission\n\n1. The Commission met.\n"), Options{})
	assert.ErrorIs(t, err, context.Canceled)
	assert.ErrorContains(t, err, "report.txt")
}
