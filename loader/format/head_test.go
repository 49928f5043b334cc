package format

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHypertextUnderAHeadOfKeys(t *testing.T) {
	text, err := textOf([]byte("---\ntitle: Kites\nlanguage: eng\n---\n<html><body><h2>Decision IPBES/91/2 Kites</h2>" +
		`<section class="akn-subsection"><span class="akn-num">(1)</span><span class="akn-content"><span class="akn-p">Requests the secretariat – in résumé – to fly kites over the sea and the land:</span></span></section>` +
		"</body></html>"))
	require.NoError(t, err)
	assert.NotContains(t, text, "title:")
	assert.Contains(t, text, "(1)")
	assert.Contains(t, text, "\n\nRequests the secretariat – in résumé –")
	plain, err := textOf([]byte("---\nThis line has no key and the text goes on for the rest of it.\n"))
	require.NoError(t, err)
	assert.Contains(t, plain, "---\nThis line")
}
