package loader

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	name := os.Getenv("DUMP")
	if name == "" {
		return
	}
	data, _ := os.ReadFile(name)
	tr := Parse(NewSource(data), "")
	fmt.Println(tr.ID, "|", tr.Title, "|", tr.Body, tr.Session, tr.Date)
	for _, a := range tr.Acts {
		fmt.Println("ACT", a.ID, "|", a.Title.S)
	}
	for _, p := range tr.Paragraphs {
		s := p.Parts[0].S
		e := ""
		if len(s) > 110 {
			e = s[len(s)-40:]
			s = s[:70]
		}
		fmt.Println(p.ID[max(0, len(p.ID)-38):], p.Kind, len(p.Parts), "|", s, "…", e, p.Headings)
	}
	for _, d := range tr.Found {
		fmt.Println("!!", d)
	}
}
