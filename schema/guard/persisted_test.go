package guard

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatIsPersistedIsBounded(t *testing.T) {
	p := NewPersisted(map[string]string{"saved": "{ a }"}, 2)
	reference := func(text string) Reference { return Reference{ID: HashPrefix + Hash(text), Automatic: true} }
	for i := range 5 {
		text := fmt.Sprintf("{ b%d }", i)
		p.Keep(text, reference(text))
	}
	p.Keep("{ a }", reference("{ a }"))
	assert.Equal(t, 2, p.kept.Len())
	for text, code := range map[string]string{"{ b4 }": "", "{ b3 }": "", "{ b0 }": PersistedQueryNotFound, "{ a }": ""} {
		found, f := p.Text("", reference(text))
		if code != "" {
			assert.Equal(t, code, f.Code, text)
			continue
		}
		assert.Nil(t, f, text)
		assert.Equal(t, text, found)
	}
}
