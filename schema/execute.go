package schema

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"runtime/debug"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
)

// A request is what all resolvers of one request share.
type request struct {
	ctx     context.Context
	view    *view
	options *Options
	log     *slog.Logger
	ask     func(ctx context.Context, question string) (Answer, error)
}

type requestKey struct{}

type idKey struct{}

// WithRequestID gives the requests of a context an id by which the log knows
// them; without one each gets its own.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, idKey{}, id)
}

func requestFrom(ctx context.Context) *request {
	r, _ := ctx.Value(requestKey{}).(*request)
	return r
}

var (
	errBusy    = refuse(Overloaded, "the server is busy; try again later")
	errTooMany = refuse(Overloaded, "too many requests from this address")
	errLate    = refuse(TimedOut, "the deadline passed before the answer was complete")
	errMasked  = errors.New("masked")
)

// Execute answers a query in process, under the same limits as over HTTP. The
// variables may be any values that encode to JSON. Inside a resolver's context
// it reads the snapshot of the request around it.
func (a *API) Execute(ctx context.Context, query string, variables map[string]any, operationName string) Result {
	return a.inProcess(ctx, params{query: query, operationName: operationName}, variables)
}

// inProcess gives the variables the form in which they come over HTTP.
func (a *API) inProcess(ctx context.Context, p params, variables map[string]any) Result {
	encoded, err := json.Marshal(variables)
	if err != nil {
		return refused(refuse(BadRequest, "the variables cannot be written as JSON: %v", err))
	}
	if p.variables, err = decodeObject(encoded); err != nil {
		return refused(refuse(BadRequest, "the variables are not an object"))
	}
	return a.run(ctx, p)
}

// params are the parameters of a GraphQL request (section 5.1 of GraphQL over
// HTTP). Numbers in variables are json.Number.
type params struct {
	query, operationName string
	variables            map[string]any
	// get says that the request came by the method GET.
	get       bool
	persisted persistence
	// received is the body of the request; document is the query, where the same
	// body came before.
	received string
	document *document
	// encoded says that the data is only written, and may come as JSON.
	encoded bool
	// known reports whether the client has the answer of a view; nil where it
	// does not say. It is asked about queries that would be executed.
	known func(v *view) bool
}

// run waits for a slot, gives the request its deadline and executes it.
func (a *API) run(ctx context.Context, p params) Result {
	if outer := requestFrom(ctx); outer != nil {
		return a.execute(ctx, p, outer.view, func() {})
	}
	if p.brief() && a.slots.try() {
		defer a.slots.give()
		return a.work(a.request(limited{ctx, time.Now().Add(a.options.Timeout)}, a.view()), p)
	}
	ctx, cancel := context.WithTimeout(ctx, a.options.Timeout)
	defer cancel()
	if err := a.slots.take(ctx); err != nil {
		return refused(errBusy)
	}
	return a.execute(ctx, p, a.view(), a.slots.give)
}

// execute works on a request in a goroutine of its own, so that the deadline
// also ends what does not look at it. It calls done when nothing works on the
// request any more, which may be after it returns.
func (a *API) execute(ctx context.Context, p params, v *view, done func()) Result {
	r := a.request(ctx, v)
	results := make(chan Result, 1)
	go func() {
		defer done()
		results <- a.work(r, p)
	}()
	select {
	case result := <-results:
		return result
	case <-ctx.Done():
		return refused(errLate)
	}
}

// request is one that reads a view.
func (a *API) request(ctx context.Context, v *view) *request {
	r := &request{view: v, options: &a.options, log: a.options.Logger, ask: a.ask}
	r.ctx = context.WithValue(ctx, requestKey{}, r)
	return r
}

// work takes a request through its stages. A panic outside the resolvers is
// masked like one inside.
func (a *API) work(r *request, p params) (result Result) {
	defer func() {
		if cause := recover(); cause != nil {
			r.log.Error("panic in a request", slog.String("request", r.id()), slog.String("query", p.query),
				slog.Any("panic", cause), slog.String("stack", string(debug.Stack())))
			result = refused(r.masked())
		}
	}()
	j, result := a.ready(p)
	if j == nil {
		return result
	}
	a.keep(p)
	if p.known != nil && p.known(r.view) {
		return Result{unchanged: true, version: r.view.version()}
	}
	if whole, ok := a.planned(r, j, p.encoded); ok {
		result = Result{whole: whole}
	} else {
		result = a.answer(r, j)
		result.Extensions = map[string]any{"cost": j.cost}
	}
	result.document = j.document
	if p.get && !result.refused {
		result.version = r.view.version()
	}
	return result
}

// A job is a request that passed every check.
type job struct {
	document  *document
	operation *operation
	variables map[string]any
	cost      int
}

// ready makes a job of a request; where it cannot, the job is nil and the
// result says why.
func (a *API) ready(p params) (*job, Result) {
	d := p.document
	if d == nil {
		var errs []Error
		if d, errs = a.prepare(p.query); len(errs) > 0 {
			return nil, Result{Errors: errs, refused: true}
		}
	}
	o, f := d.operation(p.operationName)
	if f != nil {
		return nil, refused(f)
	}
	if o.definition.Operation != ast.OperationTypeQuery {
		return nil, refused(errNoQuery)
	}
	variables, f := a.coerceVariables(o, p.variables)
	if f != nil {
		return nil, refused(f)
	}
	if o.cost >= 0 {
		return &job{d, o, variables, o.cost}, Result{}
	}
	cost, f := a.cost(d, o, variables)
	if f != nil {
		result := refused(f)
		result.Extensions = map[string]any{"cost": cost}
		return nil, result
	}
	return &job{d, o, variables, cost}, Result{}
}

var errNoQuery = refuse(BadRequest, "only queries are served")

// planned writes the response of a job by its plan, where it has one.
func (a *API) planned(r *request, j *job, encoded bool) (*encoder, bool) {
	if !encoded || j.operation.plan == nil {
		return nil, false
	}
	e := newEncoder(a.options.MaxResult)
	e.raw(`{"data":`)
	if !j.operation.plan.run(r, a.withDefaults(j.operation, j.variables), e) || r.ctx.Err() != nil {
		e.release()
		return nil, false
	}
	e.raw(`,"extensions":{"cost":`)
	e.integer(j.cost)
	e.raw("}}")
	return e, true
}

// withDefaults adds the defaults of the variables that have no value.
func (a *API) withDefaults(o *operation, variables map[string]any) map[string]any {
	for _, v := range o.definition.VariableDefinitions {
		if name := v.Variable.Name.Value; variables[name] == nil && v.DefaultValue != nil {
			variables = maps.Clone(variables)
			variables[name] = valueOf(v.DefaultValue, a.inputType(v.Type), nil)
		}
	}
	return variables
}

// answer runs a job, or finds its answer where it is an introspection, which is
// always the same.
func (a *API) answer(r *request, j *job) Result {
	if !j.document.introspection || len(j.variables) > 0 {
		return a.resolve(r, j)
	}
	key := answerKey{j.document, j.operation}
	if encoded, ok := a.answers.get(key); ok {
		return Result{Data: json.RawMessage(encoded)}
	}
	result := a.resolve(r, j)
	sortByName(result.Data)
	e := &encoder{limit: a.options.MaxResult}
	if len(result.Errors) == 0 && e.value(result.Data, result.order) == nil {
		a.answers.put(key, e.bytes)
	}
	return result
}

type answerKey struct {
	document  *document
	operation *operation
}

// resolve runs graphql-go to its end. The deadline reaches the resolvers in the
// request, not in the context, so that no resolver runs on unseen.
func (a *API) resolve(r *request, j *job) Result {
	raw := graphql.Execute(graphql.ExecuteParams{
		Schema: a.schema, AST: j.document.ast, OperationName: j.operation.name(), Args: j.variables,
		Context: context.WithoutCancel(r.ctx),
	})
	if r.ctx.Err() != nil {
		return refused(errLate)
	}
	return Result{Data: raw.Data, Errors: a.fieldErrors(r, raw.Errors), order: j.operation.order}
}

// id is that of the context, else one that is made now.
func (r *request) id() string {
	if id, ok := r.ctx.Value(idKey{}).(string); ok {
		return id
	}
	id := rand.Text()
	r.ctx = WithRequestID(r.ctx, id)
	return id
}

// decodeObject reads a JSON object, keeping numbers as they are written.
func decodeObject(data []byte) (map[string]any, error) {
	var object map[string]any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	err := decoder.Decode(&object)
	return object, err
}
