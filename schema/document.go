package schema

import (
	"crypto/sha256"
	"errors"
	"slices"
	"strings"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/gqlerrors"
	"github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/parser"
	"github.com/graphql-go/graphql/language/source"

	"mandategraph/schema/guard"
)

// A Prepared query passed the guard and is valid. It is not changed any more and
// serves many requests at a time.
type Prepared struct {
	*guard.Document
	operations []*operation
	brief      bool // has plans, in which no field takes long
}

// An operation with the order of its response's keys.
type operation struct {
	definition *ast.OperationDefinition
	order      *order
	plan       *plan // nil where only the executor serves
	// cost is what the guard found where no variable can change it; -1 where one
	// can.
	cost int
}

func (o *operation) name() string {
	if o.definition.Name == nil {
		return ""
	}
	return o.definition.Name.Value
}

// operation chooses the one to execute, as in section 6.1 of the GraphQL
// specification.
func (d *Prepared) operation(name string) (*operation, *guard.Fault) {
	if name == "" {
		if len(d.operations) > 1 {
			return nil, guard.Refuse(
				guard.BadRequest, "the query has %d operations; operationName must say which", len(d.operations),
			)
		}
		return d.operations[0], nil
	}
	i := slices.IndexFunc(d.operations, func(o *operation) bool { return o.name() == name })
	if i < 0 {
		return nil, guard.Refuse(guard.BadRequest, "there is no operation named %q", guard.Shorten(name))
	}
	return d.operations[i], nil
}

// prepare parses and validates a query, or finds it among those that already
// were.
func (a *API) prepare(query string) (*Prepared, []guard.Error) {
	key := sha256.Sum256([]byte(query))
	if d, ok := a.documents.Get(key); ok {
		return d, nil
	}
	checked, errs := a.check(query)
	if len(errs) > 0 {
		return nil, errs
	}
	d := &Prepared{Document: checked, brief: true}
	for _, definition := range checked.Operations {
		o := &operation{definition: definition}
		d.operations = append(d.operations, o)
		if definition.Operation != ast.OperationTypeQuery {
			continue // never executed: see ready
		}
		o.order = orderOf(d, definition.SelectionSet)
		o.plan = a.compile(d, o)
		d.brief = d.brief && o.plan != nil && o.plan.brief
		o.cost = a.steadyCost(d, o)
	}
	a.documents.Put(key, d)
	return d, nil
}

// cycleRules make it safe to follow fragment spreads; the other rules of
// graphql-go do not return where a fragment spreads itself
// (https://github.com/graphql-go/graphql/issues/742).
var cycleRules = []graphql.ValidationRuleFn{
	graphql.UniqueFragmentNamesRule, graphql.KnownFragmentNamesRule, graphql.NoFragmentCyclesRule,
}

// check runs the guard and graphql-go in turns.
func (a *API) check(query string) (*guard.Document, []guard.Error) {
	text, f := a.guard.Read(query)
	if f != nil {
		return nil, []guard.Error{f.Report()}
	}
	parsed, err := parser.Parse(parser.ParseParams{
		Source: source.NewSource(&source.Source{Body: []byte(text.Body), Name: "query"}),
	})
	if err != nil {
		return nil, a.syntaxErrors(err)
	}
	d, f := a.guard.Outline(parsed, text)
	if f != nil {
		return nil, []guard.Error{f.Report()}
	}
	if !d.Sound() {
		if errs := a.validate(d, cycleRules); len(errs) > 0 {
			return nil, invalid(errs, a.options.MaxErrors)
		}
	}
	if f := a.guard.Survey(d); f != nil {
		return nil, []guard.Error{f.Report()}
	}
	if errs := a.validate(d, nil); len(errs) > 0 {
		return nil, invalid(errs, a.options.MaxErrors)
	}
	return d, nil
}

// validate runs rules over a document, or all rules where none are given. It
// works on a copy of the schema, as graphql-go writes to the one it is given.
func (a *API) validate(d *guard.Document, rules []graphql.ValidationRuleFn) []gqlerrors.FormattedError {
	schema := a.schema
	return graphql.ValidateDocument(&schema, d.AST, rules).Errors
}

// steadyCost is the cost of an operation without variables; -1 where there are
// some, or where the operation costs too much.
func (a *API) steadyCost(d *Prepared, o *operation) int {
	if len(o.definition.VariableDefinitions) > 0 {
		return -1
	}
	cost, f := a.guard.Cost(d.Document, o.definition, nil)
	if f != nil {
		return -1
	}
	return cost
}

// syntaxErrors keeps the first paragraph of graphql-go's message; the others
// repeat the query.
func (a *API) syntaxErrors(err error) []guard.Error {
	formatted := gqlerrors.FormatError(err)
	var syntax *gqlerrors.Error
	if errors.As(err, &syntax) {
		formatted.Message, _, _ = strings.Cut(syntax.Message, "\n")
	}
	return invalid([]gqlerrors.FormattedError{formatted}, 1)
}
