package schema

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/graphql-go/graphql"
)

// SDL is the schema in the type system definition language (section 3 of the
// GraphQL specification), as graphql-js would print it after introspection:
// types, fields, arguments and values in the order of their names, without what
// every schema has. The same vocabulary gives the same bytes.
func (a *API) SDL() string {
	var p printer
	types := a.schema.TypeMap()
	for _, name := range slices.Sorted(maps.Keys(types)) {
		if strings.HasPrefix(name, "__") || builtIn[name] {
			continue
		}
		if p.Len() > 0 {
			p.WriteByte('\n')
		}
		p.definition(types[name])
	}
	return p.String()
}

var builtIn = map[string]bool{"Int": true, "Float": true, "String": true, "Boolean": true, "ID": true}

type printer struct{ strings.Builder }

func (p *printer) printf(format string, args ...any) { fmt.Fprintf(p, format, args...) }

func (p *printer) definition(t graphql.Type) {
	p.description("", t.Description())
	switch t := t.(type) {
	case *graphql.Scalar:
		p.printf("scalar %s\n", t.Name())
	case *graphql.Enum:
		p.enum(t)
	case *graphql.InputObject:
		p.input(t)
	case *graphql.Interface:
		p.printf("interface %s {\n", t.Name())
		p.fields(t.Fields())
	case *graphql.Object:
		p.printf("type %s%s {\n", t.Name(), implements(t))
		p.fields(t.Fields())
	}
}

func implements(t *graphql.Object) string {
	var names []string
	for _, i := range t.Interfaces() {
		names = append(names, i.Name())
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return " implements " + strings.Join(names, " & ")
}

func (p *printer) enum(t *graphql.Enum) {
	p.printf("enum %s {\n", t.Name())
	for i, v := range t.Values() {
		p.between(i, v.Description)
		p.description("  ", v.Description)
		p.printf("  %s\n", v.Name)
	}
	p.WriteString("}\n")
}

func (p *printer) input(t *graphql.InputObject) {
	p.printf("input %s {\n", t.Name())
	for i, name := range slices.Sorted(maps.Keys(t.Fields())) {
		f := t.Fields()[name]
		p.between(i, f.PrivateDescription)
		p.description("  ", f.PrivateDescription)
		p.printf("  %s: %s\n", name, f.Type)
	}
	p.WriteString("}\n")
}

func (p *printer) fields(fields graphql.FieldDefinitionMap) {
	for i, name := range slices.Sorted(maps.Keys(fields)) {
		f := fields[name]
		p.between(i, f.Description)
		p.description("  ", f.Description)
		p.printf("  %s", name)
		p.arguments(f.Args)
		p.printf(": %s\n", f.Type)
	}
	p.WriteString("}\n")
}

// between leaves a line free before every member that has a description.
func (p *printer) between(i int, description string) {
	if i > 0 && description != "" {
		p.WriteByte('\n')
	}
}

// arguments are on one line, or on one each where one has a description.
func (p *printer) arguments(args []*graphql.Argument) {
	if len(args) == 0 {
		return
	}
	if !slices.ContainsFunc(args, func(a *graphql.Argument) bool { return a.Description() != "" }) {
		list := make([]string, len(args))
		for i, a := range args {
			list[i] = argumentSDL(a)
		}
		p.printf("(%s)", strings.Join(list, ", "))
		return
	}
	p.WriteString("(\n")
	for i, a := range args {
		p.between(i, a.Description())
		p.description("    ", a.Description())
		p.printf("    %s\n", argumentSDL(a))
	}
	p.WriteString("  )")
}

func argumentSDL(a *graphql.Argument) string {
	return a.Name() + ": " + a.Type.String() + fallback(a)
}

func fallback(a *graphql.Argument) string {
	if a.DefaultValue == nil {
		return ""
	}
	return fmt.Sprintf(" = %v", a.DefaultValue)
}

// description is a block string: on the lines between its quotes where it has
// more than 70 characters, as graphql-js has it.
func (p *printer) description(indent, text string) {
	if text == "" {
		return
	}
	text = strings.ReplaceAll(text, `"""`, `\"""`)
	if len(utf16.Encode([]rune(text))) > 70 {
		text = "\n" + indent + text + "\n" + indent
	}
	p.printf("%s\"\"\"%s\"\"\"\n", indent, text)
}
