package loader

import (
	"fmt"
	"os"
	"testing"
)

func TestDumpStatements(t *testing.T) {
	name := os.Getenv("DUMPS")
	if name == "" {
		return
	}
	data, _ := os.ReadFile(name)
	r, err := Load(name, data, Options{ID: os.Getenv("DUMPID")})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Document.Statements {
		fmt.Printf("ST\t%s\t%s\t%s\t%s\t%v\t%s\n", s.Subject, s.Relation, s.Object, s.Evidence.Paragraph, s.Qualifiers, s.Evidence.Quote)
	}
	for _, d := range r.Diagnostics {
		fmt.Println("DI\t", d.Reason, d.Text, d.Paragraph, d.Candidates)
	}
}
