package guard

import (
	"fmt"
	"slices"
	"strings"

	"github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/visitor"
)

// graphql-go takes the literal null for a syntax error. No argument of this
// schema, and no member of an input type, tells null from nothing, so one that
// is null is read as a word and then left out. One that is required is then
// found missing.

// withoutNulls writes a word in place of the null at each byte offset. The word
// does not occur in the query and has the length of null, so that places in the
// query stay what they are.
func withoutNulls(query string, nulls []int) (rewritten, word string) {
	if len(nulls) == 0 {
		return query, ""
	}
	for i := range 0x1000 {
		if word = fmt.Sprintf("_%03x", i); !strings.Contains(query, word) {
			break
		}
	}
	text := []byte(query)
	for _, at := range nulls {
		copy(text[at:], word)
	}
	return string(text), word
}

// dropNulls takes out the arguments, members and defaults that are the word.
func dropNulls(d *ast.Document, word string) {
	if word == "" {
		return
	}
	isNull := func(v ast.Value) bool {
		e, ok := v.(*ast.EnumValue)
		return ok && e.Value == word
	}
	drop := func(list []*ast.Argument) []*ast.Argument {
		return slices.DeleteFunc(list, func(a *ast.Argument) bool { return isNull(a.Value) })
	}
	visitor.Visit(d, &visitor.VisitorOptions{Enter: func(p visitor.VisitFuncParams) (string, any) {
		switch node := p.Node.(type) {
		case *ast.Field:
			node.Arguments = drop(node.Arguments)
		case *ast.Directive:
			node.Arguments = drop(node.Arguments)
		case *ast.ObjectValue:
			node.Fields = slices.DeleteFunc(node.Fields, func(f *ast.ObjectField) bool { return isNull(f.Value) })
		case *ast.VariableDefinition:
			if isNull(node.DefaultValue) {
				node.DefaultValue = nil
			}
		}
		return visitor.ActionNoChange, nil
	}}, nil)
}
