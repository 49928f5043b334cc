package loader

import (
	"testing"
	"unicode/utf8"
)

func FuzzParse(f *testing.F) {
	f.Add([]byte(madeUp))
	f.Add([]byte("1.\n(a)\n(i)\nAnnex II\n__________________\n1\n2/3\n"))
	f.Add([]byte("¹ Ibid.\n\n* A/1.\nThe General Assembly,\nRecalling “"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Load("fuzz", data, Options{})
		if err != nil {
			return
		}
		length := utf8.RuneCountInString(r.Document.Source)
		for _, s := range r.Document.Statements {
			if e := s.Evidence; e.Start < 0 || e.End > length || e.Start >= e.End || !utf8.ValidString(e.Quote) {
				t.Fatalf("evidence outside its source: %q %+v", s.Evidence.Quote, s.Evidence)
			}
		}
		for _, p := range r.Tree.Paragraphs {
			for _, part := range p.Parts {
				if !utf8.ValidString(part.S) || part.SourceEnd(len(part.S)) > len(r.Document.Source) {
					t.Fatalf("paragraph outside its source: %q", part.S)
				}
			}
		}
	})
}

func FuzzMentions(f *testing.F) {
	f.Add("Recalling its resolutions 5/4 of 22 October 2010, entitled “a, b and c”, 6/2 and General Assembly decision 217 A (III)")
	f.Add("resolution 1/CP.21, paragraph 5 (e), annex I of the")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		for _, c := range findCitations(text, "ctoc-cop", &Tree{}) {
			if c.start < 0 || c.end > len(text) || c.start >= c.end || !utf8.ValidString(text[c.start:c.end]) {
				t.Fatalf("citation outside its text: %+v", c)
			}
		}
	})
}
