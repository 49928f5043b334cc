package loader

import (
	"context"
	"strings"
)

var (
	ruleCited = compile(`\b[Rr]ules? (\d+(?:(?:, | and | to )\d+)*(?:, paragraphs? \d+(?:(?: and |, )\d+)*)?),? ` +
		`of (?:the|its) (rules of procedure)\b`)
	rulePair = compile(`\band rule (\d+) of the (rules of procedure)\b`)
)

var namesRules = newGate("rules of procedure")

// readRuleMentions finds which rules of procedure the texts of a document name.
func readRuleMentions(ctx context.Context, t *Tree) (found findings) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		for _, part := range p.Parts {
			if !namesRules.in(part) {
				continue
			}
			for _, m := range append(ruleCited.findAll(part.S), rulePair.findAll(part.S)...) {
				id, pin := addInstrument(&found, part.S[m[4]:m[5]]), rulePin(part.S[m[2]:m[3]])
				found.state(p, part, m[0], m[5], p.Source(t), "mentions", id,
					qualifiers{{"pin", pin}, {"rule", procedureRule}, {"confidence", "certain"}})
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
