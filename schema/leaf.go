package schema

import (
	"strconv"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"

	"mandategraph/graph"
)

func (b *builder) declareLeaves() {
	b.date = textScalar("Date", "A date as printed and never completed: YYYY, YYYY-MM or YYYY-MM-DD.", isDate)
	b.json = textScalar("JSON", "Any JSON value, such as the result of a saved query.", func(string) bool { return true })
	b.relationName = enum("RelationName", "A relation of the vocabulary.", func(add func(name, doc string)) {
		for _, r := range graph.Relations {
			add(r.Name, r.Definition)
		}
	})
	b.kindName = enum("KindName", "A kind of entity; also the name of its type.", func(add func(name, doc string)) {
		for _, k := range graph.Kinds {
			add(k.Name, k.Definition)
		}
	})
	b.actKind = enum("ActKind", "What an act is called.", func(add func(name, doc string)) {
		add(graph.Resolution, "A resolution.")
		add(graph.Decision, "A decision.")
	})
}

// enum makes an enumeration whose values stand for themselves.
func enum(name, doc string, each func(add func(name, doc string))) *graphql.Enum {
	values := graphql.EnumValueConfigMap{}
	each(func(value, doc string) { values[value] = &graphql.EnumValueConfig{Value: value, Description: doc} })
	return graphql.NewEnum(graphql.EnumConfig{Name: name, Description: doc, Values: values})
}

// textScalar makes a scalar whose values pass through unchanged; as an input it
// accepts text of a form.
func textScalar(name, doc string, form func(text string) bool) *graphql.Scalar {
	return graphql.NewScalar(graphql.ScalarConfig{
		Name: name, Description: doc,
		Serialize:  func(value any) any { return value },
		ParseValue: func(value any) any { return value },
		ParseLiteral: func(value ast.Value) any {
			if s, ok := value.(*ast.StringValue); ok && form(s.Value) {
				return s.Value
			}
			return nil
		},
	})
}

// isDate takes a year, a month or a day of the calendar.
func isDate(text string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}

// leaf is the GraphQL type of a property's or qualifier's range.
func (b *builder) leaf(valueRange string) graphql.Output {
	return map[string]graphql.Output{
		graph.Text: graphql.String, graph.Integer: graphql.Int, graph.Date: b.date, graph.Entity: b.entity,
		graph.Moment: graphql.String,
	}[valueRange]
}

// decode turns a stored value into what its range's type serializes.
var decode = map[string]func(v *view, value string) any{
	graph.Text:   func(_ *view, value string) any { return orNull(value) },
	graph.Date:   func(_ *view, value string) any { return orNull(value) },
	graph.Moment: func(_ *view, value string) any { return orNull(value) },
	graph.Integer: func(_ *view, value string) any {
		n, err := strconv.Atoi(value)
		if err != nil {
			return nil
		}
		return n
	},
	graph.Entity: func(v *view, value string) any { return v.find(value) },
}
