package loader

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/loader/format"
	"mandategraph/loader/tree"
)

func TestATextOfTooManyPiecesIsRefused(t *testing.T) {
	_, err := LoadText(context.Background(), "long.txt", "Report of the Commission\n\n"+strings.Repeat("(a) x\n", tree.MaxPieces), Options{})
	assert.ErrorIs(t, err, format.ErrTooLarge)
	assert.ErrorContains(t, err, "long.txt: too large: expected a document of at most 500000 paragraphs, found 500001")
}

func TestAReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Load(ctx, "report.txt", []byte("Report of the Commission\n\n1. The Commission met.\n"), Options{})
	assert.ErrorIs(t, err, context.Canceled)
	assert.ErrorContains(t, err, "report.txt")
}
