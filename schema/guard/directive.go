package guard

import "github.com/graphql-go/graphql/language/ast"

func directivesOf(selection ast.Selection) []*ast.Directive {
	switch s := selection.(type) {
	case *ast.Field:
		return s.Directives
	case *ast.InlineFragment:
		return s.Directives
	case *ast.FragmentSpread:
		return s.Directives
	}
	return nil
}

// repeatedIn is the name of a directive that stands more than once, which
// graphql-go has no rule against (section 5.7.3 of the GraphQL specification).
func repeatedIn(list []*ast.Directive) string {
	names := map[string]bool{}
	for _, d := range list {
		if names[d.Name.Value] {
			return d.Name.Value
		}
		names[d.Name.Value] = true
	}
	return ""
}
