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

	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// A request is what all resolvers of one request share.
type request struct {
	ctx     context.Context
	view    *view
	options *Options
	log     *slog.Logger
	ask     func(ctx context.Context, question string) (Answer, error)
	// steps and over are those of stopped.
	steps int
	over  bool
	// about are the acts of the subjects that were looked for, by the words.
	about map[string]map[snapshot.Node]bool
}

// stopped counts a step of a long loop and reports, at every 32nd, whether the
// request has ended. What is found after that is not whole, and never shown.
func (r *request) stopped() bool {
	if r.steps++; r.steps%32 == 0 {
		r.over = r.ctx.Err() != nil
	}
	return r.over
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

// ErrOnlyQueries refuses operations that are not queries.
var ErrOnlyQueries = guard.Refuse(guard.BadRequest, "only queries are served")

// ErrBusy refuses a request that would wait too long for its turn.
var ErrBusy = guard.Refuse(guard.Overloaded, "the server is busy; try again later")

var (
	errLate   = guard.Refuse(guard.TimedOut, "the deadline passed before the answer was complete")
	errMasked = errors.New("masked")
)

// Execute answers a query in process, under the same limits as over HTTP. The
// variables may be any values that encode to JSON. Inside a resolver's context
// it reads the snapshot of the request around it.
func (a *API) Execute(ctx context.Context, query string, variables map[string]any, operationName string) Result {
	return a.inProcess(ctx, Params{Query: query, OperationName: operationName}, variables)
}

// inProcess gives the variables the form in which they come over HTTP.
func (a *API) inProcess(ctx context.Context, p Params, variables map[string]any) Result {
	encoded, err := json.Marshal(variables)
	if err != nil {
		return Refused(guard.Refuse(guard.BadRequest, "the variables cannot be written as JSON: %v", err))
	}
	if p.Variables, err = DecodeObject(encoded); err != nil {
		return Refused(guard.Refuse(guard.BadRequest, "the variables are not an object"))
	}
	return a.Run(ctx, p)
}

// Params are the parameters of a GraphQL request (section 5.1 of GraphQL over
// HTTP), and what is wanted of its result.
type Params struct {
	Query, OperationName string
	// Variables hold numbers as [json.Number]; see DecodeObject.
	Variables map[string]any
	// Prepared is that of the result to the same query, where it came before.
	Prepared *Prepared
	// Encoded says that the data is only written, and may come as JSON.
	Encoded bool
	// Versioned asks for the version of the result.
	Versioned bool
	// Accepted is called once the request passed every check; nil for nobody.
	Accepted func()
	// Known reports whether the client has the answer of a version; nil where it
	// does not say. It is asked about queries that would be executed.
	Known func(version string) bool
}

// Run answers a request: it waits for a place, gives the request its deadline
// and executes it.
func (a *API) Run(ctx context.Context, p Params) Result {
	if outer := requestFrom(ctx); outer != nil {
		return a.execute(ctx, p, outer.view, &place{})
	}
	if p.brief() && a.gate.Try() {
		defer a.gate.Leave()
		return a.work(a.request(limited{ctx, time.Now().Add(a.options.Timeout)}, a.view()), p, &place{})
	}
	ctx, cancel := context.WithTimeout(ctx, a.options.Timeout)
	defer cancel()
	if err := a.gate.Enter(ctx); err != nil {
		return Refused(ErrBusy)
	}
	return a.execute(ctx, p, a.view(), &place{a.gate, a.long})
}

// A place is where a request is worked on: at a gate, or none inside of another
// request. What may take long goes on to another gate.
type place struct{ gate, long *guard.Gate }

// settle gives the place to others and waits for one where work may take long.
func (p *place) settle(ctx context.Context) error {
	if p.long == nil {
		return nil
	}
	p.leave()
	if err := p.long.Enter(ctx); err != nil {
		return err
	}
	p.gate, p.long = p.long, nil
	return nil
}

// leave makes room for another request.
func (p *place) leave() {
	if p.gate != nil {
		p.gate.Leave()
		p.gate = nil
	}
}

// Enter waits for a place among the requests that may take long. What is asked
// of the API in the context that it gives reads one snapshot and takes no further
// place. Whoever entered must leave. The error is [ErrBusy].
func (a *API) Enter(ctx context.Context) (inside context.Context, leave func(), err error) {
	if a.long.Enter(ctx) != nil {
		return nil, nil, ErrBusy
	}
	return a.request(ctx, a.view()).ctx, a.long.Leave, nil
}

// Load is the number of requests that are worked on and that wait now, without
// those of LongLoad.
func (a *API) Load() (working, waiting int) { return a.gate.Load() }

// LongLoad is the number of requests that may take long and are worked on, and of
// those that wait for that.
func (a *API) LongLoad() (working, waiting int) { return a.long.Load() }

// execute works on a request in a goroutine of its own, so that the deadline
// also ends what does not look at it. It leaves the place when nothing works on
// the request any more, which may be after it returns.
func (a *API) execute(ctx context.Context, p Params, v *view, at *place) Result {
	r := a.request(ctx, v)
	results := make(chan Result, 1)
	go func() {
		result := a.work(r, p, at)
		at.leave() // first: whoever has the answer must find the place free
		results <- result
	}()
	select {
	case result := <-results:
		return result
	case <-ctx.Done():
		return Refused(errLate)
	}
}

// request is one that reads a view.
func (a *API) request(ctx context.Context, v *view) *request {
	r := &request{view: v, options: &a.options, log: a.options.Logger, ask: a.ask, about: map[string]map[snapshot.Node]bool{}}
	r.ctx = context.WithValue(ctx, requestKey{}, r)
	return r
}

// work takes a request through its stages. A panic outside the resolvers is
// masked like one inside.
func (a *API) work(r *request, p Params, at *place) (result Result) {
	defer func() {
		if cause := recover(); cause != nil {
			r.log.Error("panic in a request", slog.String("request", r.id()), slog.String("query", p.Query),
				slog.Any("panic", cause), slog.String("stack", string(debug.Stack())))
			result = Refused(r.masked())
		}
	}()
	j, result := a.ready(p)
	if j == nil {
		return result
	}
	if p.Accepted != nil {
		p.Accepted()
	}
	if !j.document.brief && at.settle(r.ctx) != nil {
		return Refused(ErrBusy)
	}
	if p.Known != nil && p.Known(r.view.version()) {
		return Result{unchanged: true, version: r.view.version()}
	}
	if whole, ok := a.planned(r, j, p.Encoded); ok {
		result = Result{whole: whole}
	} else {
		result = a.resolve(r, j)
		result.Extensions = map[string]any{"cost": a.spent(j.cost)}
	}
	result.prepared = j.document
	if p.Versioned && !result.refused {
		result.version = r.view.version()
	}
	return result
}

// A job is a request that passed every check.
type job struct {
	document  *Prepared
	operation *operation
	variables map[string]any
	cost      int
}

// ready makes a job of a request; where it cannot, the job is nil and the
// result says why.
func (a *API) ready(p Params) (*job, Result) {
	d := p.Prepared
	if d == nil {
		var errs []guard.Error
		if d, errs = a.prepare(p.Query); len(errs) > 0 {
			return nil, Result{Errors: errs, refused: true}
		}
	}
	o, f := d.operation(p.OperationName)
	if f != nil {
		return nil, Refused(f)
	}
	if o.definition.Operation != ast.OperationTypeQuery {
		return nil, Refused(ErrOnlyQueries)
	}
	variables, f := a.coerceVariables(o, p.Variables)
	if f != nil {
		return nil, Refused(f)
	}
	if o.cost >= 0 {
		return &job{d, o, variables, o.cost}, Result{}
	}
	cost, f := a.guard.Cost(d.Document, o.definition, variables)
	if f != nil {
		result := Refused(f)
		result.Extensions = map[string]any{"cost": a.spent(cost)}
		return nil, result
	}
	return &job{d, o, variables, cost}, Result{}
}

// planned writes the response of a job by its plan, where it has one.
func (a *API) planned(r *request, j *job, encoded bool) (*Encoder, bool) {
	if !encoded || j.operation.plan == nil {
		return nil, false
	}
	e := NewEncoder(a.options.MaxResult)
	e.raw(`{"data":`)
	if !j.operation.plan.run(r, a.withDefaults(j.operation, j.variables), e) || r.ctx.Err() != nil {
		e.Release()
		return nil, false
	}
	spent := a.spent(j.cost)
	e.raw(`,"extensions":{"cost":{"limit":`)
	e.integer(spent.Limit)
	e.raw(`,"remaining":`)
	e.integer(spent.Remaining)
	e.raw(`,"requested":`)
	e.integer(spent.Requested)
	e.raw("}}}")
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

// resolve runs graphql-go to its end. The deadline reaches the resolvers in the
// request, not in the context, so that no resolver runs on unseen.
func (a *API) resolve(r *request, j *job) Result {
	raw := graphql.Execute(graphql.ExecuteParams{
		Schema: a.schema, AST: j.document.AST, OperationName: j.operation.name(), Args: j.variables,
		Context: context.WithoutCancel(r.ctx),
	})
	if r.ctx.Err() != nil {
		return Refused(errLate)
	}
	if j.document.Introspection {
		sortByName(raw.Data)
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

// DecodeObject reads a JSON object, keeping numbers as they are written.
func DecodeObject(data []byte) (map[string]any, error) {
	var object map[string]any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	err := decoder.Decode(&object)
	return object, err
}
