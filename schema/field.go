package schema

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/graphql-go/graphql"

	"mandategraph/schema/guard"
)

// A field is one row of a table of fields. Types are tables of rows, so that
// the same rows can serve an interface and its implementations.
type field struct {
	name, doc string
	typ       graphql.Output
	args      []argument
	weight    guard.Weight
	effort    guard.Weight
	// A field gives a text, of which the empty one is null, or anything.
	text    func(source any) string
	resolve resolver
}

// An argument is always nullable where it has a default, because graphql-go
// would otherwise insist on a value.
type argument struct {
	name, doc string
	typ       graphql.Input
	fallback  any
	// most is the length of a list that may be longer than others.
	most int
}

// A call is what a resolver sees.
type call struct {
	ctx     context.Context
	request *request
	args    map[string]any
	source  any
}

type resolver func(c call) (any, error)

// of makes a resolver of a function of the parent object.
func of[S any](get func(S) any) resolver {
	return func(c call) (any, error) { return get(c.source.(S)), nil }
}

// with is of for functions that also need the arguments.
func with[S any](get func(S, call) (any, error)) resolver {
	return func(c call) (any, error) { return get(c.source.(S), c) }
}

// text makes a field's text of a function of the parent object.
func text[S any](get func(S) string) func(source any) string {
	return func(source any) string { return get(source.(S)) }
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func (c call) string(name string) string { s, _ := c.args[name].(string); return s }

func (c call) strings(name string) []string {
	list, _ := c.args[name].([]any)
	out := make([]string, 0, len(list))
	for _, v := range list {
		if s, ok := v.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// fields turns the rows of one type into what graphql-go wants and keeps their
// weights. A name that two rows share is a mistake in a table.
func (b *builder) fields(owner string, rows []field) graphql.Fields {
	fields := graphql.Fields{}
	b.weights[owner], b.api.resolvers[owner] = map[string]guard.Weight{}, map[string]resolver{}
	for _, r := range rows {
		if _, taken := fields[r.name]; taken {
			b.err = fmt.Errorf("schema: field %s.%s is declared twice", owner, r.name)
		}
		if r.text != nil {
			r.resolve = func(c call) (any, error) { return orNull(r.text(c.source)), nil }
		}
		args := graphql.FieldConfigArgument{}
		for _, a := range r.args {
			args[a.name] = &graphql.ArgumentConfig{Type: a.typ, Description: a.doc, DefaultValue: a.fallback}
			if a.most > 0 {
				b.lists[owner+"."+r.name+"."+a.name] = a.most
			}
		}
		fields[r.name] = &graphql.Field{Type: r.typ, Description: r.doc, Args: args, Resolve: guarded(r.resolve)}
		b.api.texts[owner+"."+r.name], b.api.resolvers[owner][r.name] = r.text, r.resolve
		if r.weight != nil {
			b.weights[owner][r.name] = r.weight
		}
		if r.effort != nil {
			b.efforts[owner+"."+r.name] = r.effort
		}
	}
	return fields
}

// guarded looks at the deadline before it resolves, since graphql-go does not,
// and turns a panic into an error whose text stays in the log.
func guarded(resolve resolver) graphql.FieldResolveFn {
	return func(p graphql.ResolveParams) (result any, err error) {
		r := requestFrom(p.Context)
		if r.ctx.Err() != nil {
			return nil, errLate
		}
		defer func() {
			if cause := recover(); cause != nil {
				r.log.Error("panic in a resolver", slog.String("request", r.id()), slog.Any("path", p.Info.Path.AsArray()),
					slog.Any("panic", cause), slog.String("stack", string(debug.Stack())))
				result, err = nil, errMasked
			}
		}()
		return resolve(call{r.ctx, r, p.Args, p.Source})
	}
}
