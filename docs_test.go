package layout

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// docs/vocabulary.md is written from the vocabulary's tables and the sample.
func TestVocabularyPage(t *testing.T) {
	const page = "docs/vocabulary.md"
	text := vocabularyPage(t)
	if *update {
		require.NoError(t, os.WriteFile(page, []byte(text), 0o644))
	}
	want, err := os.ReadFile(page)
	require.NoError(t, err)
	assert.True(t, string(want) == text, "%s differs; write it again with: go test . -update", page)
}

func vocabularyPage(t *testing.T) string {
	read := sample(t)
	counts, kinds, example := map[string]int{}, map[string]int{}, map[string]graph.Statement{}
	for _, s := range read.Document.Statements {
		if counts[s.Relation]++; counts[s.Relation] == 1 {
			example[s.Relation] = s
		}
	}
	for _, f := range read.Document.Facts {
		if f.Property == "kind" {
			kinds[f.Value]++
		}
	}
	var b strings.Builder
	b.WriteString("# Vocabulary\n\nWritten from `graph/vocabulary.go`; counts and examples are from the sample.\n\n## Kinds\n\n| kind | definition | example | public term | in the sample |\n|---|---|---|---|---|\n")
	for _, k := range graph.Kinds {
		fmt.Fprintf(&b, "| %s | %s | `%s` | `%s` | %d |\n", k.Name, k.Definition, k.Example, k.Term, kinds[k.Name])
	}
	b.WriteString("\n## Relations\n\n| relation | inverse | core | of | class | definition | cues | lineage | public term | in the sample | example |\n|---|---|---|---|---|---|---|---|---|---|---|\n")
	for _, r := range graph.Relations {
		cues := ""
		if f, ok := r.Forms(); ok {
			cues = strings.Join(slices.Compact([]string{f.Present, f.Third, f.Past}), ", ")
		}
		shown := ""
		if s, ok := example[r.Name]; ok {
			shown = "“" + shorten(s.Evidence.Quote) + "” (`" + s.Evidence.Locator() + "`)"
		}
		inverse, isCore := "", ""
		if r.Inverse != "" {
			inverse = "`" + r.Inverse + "`"
		}
		if r.Core {
			isCore = strings.Join(r.From, ", ") + " → " + strings.Join(r.To, ", ")
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s | %s | %s | %v | `%s` | %d | %s |\n", r.Name, inverse, isCore, r.Broader, r.Class, r.Definition, cues, r.Lineage, r.Term, counts[r.Name], shown)
	}
	b.WriteString("\n## Properties\n\n| property | value | definition | public term |\n|---|---|---|---|\n")
	for _, p := range graph.Properties {
		fmt.Fprintf(&b, "| `%s` | %s | %s | `%s` |\n", p.Name, p.Range, p.Definition, p.Term)
	}
	b.WriteString("\n## Qualifiers\n\n| qualifier | value | definition |\n|---|---|---|\n")
	for _, q := range graph.Qualifiers {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", q.Name, q.Range, q.Definition)
	}
	return b.String()
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + " …"
	}
	return s
}
