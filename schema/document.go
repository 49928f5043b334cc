package schema

import (
	"crypto/sha256"
	"errors"
	"slices"
	"strings"

	"github.com/graphql-go/graphql/gqlerrors"
	"github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/parser"
	"github.com/graphql-go/graphql/language/source"
)

// A document is a query that passed the guard and is valid. It is not changed
// any more and serves many requests at a time.
type document struct {
	ast           *ast.Document
	operations    []*operation
	fragments     map[string]*ast.FragmentDefinition
	introspection bool // asks for nothing but the schema
	brief         bool // has plans, in which no field takes long
}

// An operation with the order of its response's keys.
type operation struct {
	definition *ast.OperationDefinition
	order      *order
	plan       *plan // nil where only the executor serves
	// cost is what a.cost found where no variable can change it; -1 where one can.
	cost int
}

func (o *operation) name() string {
	if o.definition.Name == nil {
		return ""
	}
	return o.definition.Name.Value
}

func (d *document) add(definition *ast.OperationDefinition) {
	d.operations = append(d.operations, &operation{definition: definition})
}

// operation chooses the one to execute, as in section 6.1 of the GraphQL
// specification.
func (d *document) operation(name string) (*operation, *fault) {
	if name == "" {
		if len(d.operations) > 1 {
			return nil, refuse(BadRequest, "the query has %d operations; operationName must say which", len(d.operations))
		}
		return d.operations[0], nil
	}
	i := slices.IndexFunc(d.operations, func(o *operation) bool { return o.name() == name })
	if i < 0 {
		return nil, refuse(BadRequest, "there is no operation named %q", shorten(name))
	}
	return d.operations[i], nil
}

// prepare parses and validates a query, or finds it among those that already
// were.
func (a *API) prepare(query string) (*document, []Error) {
	key := sha256.Sum256([]byte(query))
	if d, ok := a.documents.get(key); ok {
		return d, nil
	}
	d, errs := a.check(query)
	if len(errs) == 0 {
		a.documents.put(key, d)
	}
	return d, errs
}

// check runs the guard and graphql-go in turns.
func (a *API) check(query string) (*document, []Error) {
	l, f := a.beforeParsing(query)
	if f != nil {
		return nil, []Error{f.report()}
	}
	text, word := withoutNulls(query, l.nulls)
	text = withoutEscapes(text, l.escapes)
	parsed, err := parser.Parse(parser.ParseParams{Source: source.NewSource(&source.Source{Body: []byte(text), Name: "query"})})
	if err != nil {
		return nil, a.syntaxErrors(err)
	}
	dropNulls(parsed, word)
	d := &document{ast: parsed, fragments: map[string]*ast.FragmentDefinition{}}
	if f := a.afterParsing(d); f != nil {
		return nil, []Error{f.report()}
	}
	if !d.sound() {
		if errs := a.validate(d, cycleRules); len(errs) > 0 {
			return nil, invalid(errs, a.options.MaxErrors)
		}
	}
	if f := a.beforeValidation(d, l); f != nil {
		return nil, []Error{f.report()}
	}
	if errs := a.validate(d, nil); len(errs) > 0 {
		return nil, invalid(errs, a.options.MaxErrors)
	}
	d.brief = true
	for _, o := range d.operations {
		if o.definition.Operation != ast.OperationTypeQuery {
			continue // never executed: see ready
		}
		o.order = orderOf(d, o.definition.SelectionSet)
		o.plan = a.compile(d, o)
		d.brief = d.brief && o.plan != nil && o.plan.brief
		o.cost = a.steadyCost(d, o)
	}
	return d, nil
}

// syntaxErrors keeps the first paragraph of graphql-go's message; the others
// repeat the query.
func (a *API) syntaxErrors(err error) []Error {
	formatted := gqlerrors.FormatError(err)
	var syntax *gqlerrors.Error
	if errors.As(err, &syntax) {
		formatted.Message, _, _ = strings.Cut(syntax.Message, "\n")
	}
	return invalid([]gqlerrors.FormattedError{formatted}, 1)
}
