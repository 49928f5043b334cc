package schema

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// SDL is the schema in the type system definition language (section 3 of the
// GraphQL specification): types, fields, arguments and values in the order of
// their names, without what every schema has. The same vocabulary gives the same
// bytes.
func (a *API) SDL() string {
	document := &ast.SchemaDocument{}
	types := a.schema.TypeMap()
	for _, name := range slices.Sorted(maps.Keys(types)) {
		if !strings.HasPrefix(name, "__") && !builtIn[name] {
			document.Definitions = append(document.Definitions, definitionOf(types[name]))
		}
	}
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchemaDocument(document)
	return b.String()
}

var builtIn = map[string]bool{"Int": true, "Float": true, "String": true, "Boolean": true, "ID": true}

func definitionOf(t graphql.Type) *ast.Definition {
	d := &ast.Definition{Name: t.Name(), Description: t.Description()}
	switch t := t.(type) {
	case *graphql.Scalar:
		d.Kind = ast.Scalar
	case *graphql.Enum:
		d.Kind = ast.Enum
		for _, v := range t.Values() {
			d.EnumValues = append(d.EnumValues, &ast.EnumValueDefinition{Name: v.Name, Description: v.Description})
		}
	case *graphql.InputObject:
		d.Kind = ast.InputObject
		for _, name := range slices.Sorted(maps.Keys(t.Fields())) {
			f := t.Fields()[name]
			d.Fields = append(d.Fields, &ast.FieldDefinition{
				Name: name, Description: f.PrivateDescription, Type: printedType(f.Type),
			})
		}
	case *graphql.Interface:
		d.Kind, d.Fields = ast.Interface, printedFields(t.Fields())
	case *graphql.Object:
		d.Kind, d.Fields = ast.Object, printedFields(t.Fields())
		for _, i := range t.Interfaces() {
			d.Interfaces = append(d.Interfaces, i.Name())
		}
		slices.Sort(d.Interfaces)
	}
	return d
}

func printedFields(fields graphql.FieldDefinitionMap) ast.FieldList {
	var list ast.FieldList
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		f := fields[name]
		printed := &ast.FieldDefinition{Name: name, Description: f.Description, Type: printedType(f.Type)}
		for _, a := range f.Args {
			printed.Arguments = append(printed.Arguments, printedArgument(a))
		}
		list = append(list, printed)
	}
	return list
}

// printedArgument is an argument; all defaults of this schema are numbers.
func printedArgument(a *graphql.Argument) *ast.ArgumentDefinition {
	printed := &ast.ArgumentDefinition{Name: a.Name(), Description: a.Description(), Type: printedType(a.Type)}
	if a.DefaultValue != nil {
		printed.DefaultValue = &ast.Value{Kind: ast.IntValue, Raw: fmt.Sprint(a.DefaultValue)}
	}
	return printed
}

func printedType(t graphql.Type) *ast.Type {
	switch t := t.(type) {
	case *graphql.NonNull:
		inner := printedType(t.OfType)
		inner.NonNull = true
		return inner
	case *graphql.List:
		return ast.ListType(printedType(t.OfType), nil)
	}
	return ast.NamedType(t.Name(), nil)
}
