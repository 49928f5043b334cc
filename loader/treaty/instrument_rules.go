package treaty

import (
	"context"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var (
	ruleCited = scan.Compile(`\b[Rr]ules? (\d+(?:(?:, | and | to )\d+)*(?:, paragraphs? \d+(?:(?: and |, )\d+)*)?),? ` +
		`of (?:the|its) (rules of procedure)\b`)
	rulePair = scan.Compile(`\band rule (\d+) of the (rules of procedure)\b`)
)

var namesRules = text.NewGate("rules of procedure")

// Rules finds which rules of procedure the texts of a document name.
func Rules(ctx context.Context, t *tree.Tree) (found tree.Findings) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		for _, part := range p.Parts {
			if !namesRules.In(part) {
				continue
			}
			for _, m := range append(ruleCited.FindAll(part.S), rulePair.FindAll(part.S)...) {
				id, pin := tree.AddInstrument(&found, part.S[m[4]:m[5]]), rulePin(part.S[m[2]:m[3]])
				found.State(p, part, m[0], m[5], p.Source(t), "mentions", id,
					tree.Qualifiers{{"pin", pin}, {"rule", tree.ProcedureRule}, {"confidence", "certain"}})
			}
		}
	}
	return found
}

// rulePin says which rule is cited, or which rules.
func rulePin(numbers string) string {
	if strings.Contains(numbers, " ") && !strings.Contains(numbers, ", paragraph") {
		return "rules " + numbers
	}
	return "rule " + numbers
}
