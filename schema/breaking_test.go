package schema

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// An outline is a printed schema as paths of names, each with what clients rely
// on there: "type Act", "Act.recalls" -> "StatementConnection!".
type outline struct {
	types, outputs, inputs, members map[string]string
}

func outlineOf(t *testing.T, sdl string) outline {
	t.Helper()
	document, err := parser.ParseSchema(&ast.Source{Input: sdl})
	require.NoError(t, err)
	o := outline{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	for _, d := range document.Definitions {
		o.types[d.Name] = string(d.Kind)
		for _, name := range d.Interfaces {
			o.members[d.Name+" implements "+name] = ""
		}
		for _, v := range d.EnumValues {
			o.members[d.Name+"."+v.Name] = ""
		}
		for _, f := range d.Fields {
			path := d.Name + "." + f.Name
			if d.Kind == ast.InputObject {
				o.inputs[path] = f.Type.String()
				continue
			}
			o.outputs[path] = f.Type.String()
			for _, a := range f.Arguments {
				o.inputs[path+"("+a.Name] = a.Type.String()
			}
		}
	}
	return o
}

// breaking lists what a client of the old schema may miss in the new one: what
// is gone, answers that may be null where they were not, arguments that must be
// given where they needed not.
func breaking(t *testing.T, old, current string) []string {
	before, now := outlineOf(t, old), outlineOf(t, current)
	var list []string
	compare := func(before, now map[string]string, good func(before, now string) bool) {
		for _, path := range slices.Sorted(maps.Keys(before)) {
			if after, ok := now[path]; !ok {
				list = append(list, path+" is gone")
			} else if !good(before[path], after) {
				list = append(list, fmt.Sprintf("%s was %s and is %s", path, before[path], after))
			}
		}
	}
	compare(before.types, now.types, func(a, b string) bool { return a == b })
	compare(before.members, now.members, func(a, b string) bool { return true })
	compare(before.outputs, now.outputs, func(a, b string) bool { return b == a || b == a+"!" })
	compare(before.inputs, now.inputs, func(a, b string) bool { return b == a || a == b+"!" })
	for _, path := range slices.Sorted(maps.Keys(now.inputs)) {
		_, known := before.inputs[path]
		if owner := ownerOfInput(path); !known && now.inputs[path][len(now.inputs[path])-1] == '!' && (before.outputs[owner] != "" || before.types[owner] != "") {
			list = append(list, path+" must now be given")
		}
	}
	return list
}

// ownerOfInput is the field of an argument, or the input type of a member.
func ownerOfInput(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '(' {
			return path[:i]
		}
	}
	for i := range path {
		if path[i] == '.' {
			return path[:i]
		}
	}
	return path
}

func TestBreakingChangesAreSeen(t *testing.T) {
	const old = `interface N { id: ID! } type Query implements N { id: ID! a(x: Int, y: Int!): [String!] b: E } enum E { ONE TWO } input I { m: Int } scalar S`
	for current, want := range map[string][]string{
		old: nil,
		`interface N { id: ID! } type Query implements N { id: ID! a(x: Int, y: Int, z: Int): [String!]! b: E c: Int } enum E { ONE TWO THREE } input I { m: Int n: Int } scalar S type T { t(x: Int!): Int }`: nil,
		`interface N { id: ID! } type Query { id: ID a(x: Int!, z: Int!): [String] } enum E { ONE } input I { m: String k: Int! } type S { s: Int }`: {
			"S was SCALAR and is OBJECT", "E.TWO is gone", "Query implements N is gone",
			"Query.a was [String!] and is [String]", "Query.b is gone", "Query.id was ID! and is ID",
			"I.m was Int and is String", "Query.a(x was Int and is Int!", "Query.a(y is gone", "I.k must now be given", "Query.a(z must now be given",
		},
	} {
		assert.Equal(t, want, breaking(t, old, current), current)
	}
}
