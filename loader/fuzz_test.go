package loader

import (
	"context"
	"testing"
	"unicode/utf8"

	"mandategraph/loader/cite"
	"mandategraph/loader/tree"
)

func FuzzParse(f *testing.F) {
	f.Add([]byte(madeUp))
	f.Add([]byte("1.\n(a)\n(i)\nAnnex II\n__________________\n1\n2/3\n"))
	f.Add([]byte("¹ Ibid.\n\n* A/1.\nThe General Assembly,\nRecalling “"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Load(context.Background(), "fuzz", data, Options{})
		if err != nil {
			return
		}
		inSource(t, r)
	})
}

func FuzzMentions(f *testing.F) {
	f.Add("Recalling its resolutions 5/4 of 22 October 2010, entitled “a, b and c”, 6/2 and General Assembly decision 217 A (III)")
	f.Add("resolution 1/CP.21, paragraph 5 (e), annex I of the")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		for _, c := range cite.FindCitations(text, "ctoc-cop", &tree.Tree{}) {
			if c.Start < 0 || c.End > len(text) || c.Start >= c.End || !utf8.ValidString(text[c.Start:c.End]) {
				t.Fatalf("citation outside its text: %+v", c)
			}
		}
	})
}
