package schema

import (
	"context"
	"reflect"
	"sync"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
)

// graphql-go's executor takes a microsecond and fifteen allocations a field, and
// gives maps that must then be written. A plan is a valid operation compiled
// over the same resolvers: it appends JSON as it goes. It knows no errors: where
// a resolver gives one, or a value does not fit its type, the plan is left and
// the executor, which is the reference, starts anew.

// A plan is one operation, compiled.
type plan struct {
	root *objectPlan
	// args is the number of fields whose arguments hold variables.
	args int
	// brief says that no field takes long.
	brief bool
}

// An objectPlan is what is asked of an object type.
type objectPlan struct{ fields []fieldPlan }

// A fieldPlan is one key of a response.
type fieldPlan struct {
	key string // with its quotes and colon
	// typename is what __typename gives, for which there is no resolver.
	typename string
	resolve  resolver
	write    writer
	// text is there for leaves that are texts, which need no box; names are those
	// of an enumeration, and required says that the empty one is an error.
	text     func(source any) string
	names    map[string]bool
	required bool
	// fixed are the arguments where they hold no variable; else they are computed
	// once for a run, under the number.
	fixed  map[string]any
	number int
	node   *ast.Field
	args   []*graphql.Argument
}

// A writer appends a value; false leaves the plan.
type writer func(r *execution, value any) bool

// An execution is one run of a plan.
type execution struct {
	*Encoder
	ctx       context.Context
	request   *request
	variables map[string]any
	args      []map[string]any
	fields    int
}

// run executes a plan and appends its JSON; false says that the executor must do
// it, and that what was appended is void.
func (p *plan) run(q *request, variables map[string]any, to *Encoder) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false // the executor meets it again, and reports it
		}
	}()
	r := &execution{Encoder: to, ctx: q.ctx, request: q, variables: variables}
	if p.args > 0 {
		r.args = make([]map[string]any, p.args)
	}
	return p.root.write(r, nil)
}

func (p *objectPlan) write(r *execution, source any) bool {
	if len(r.bytes) > r.limit {
		return false
	}
	separator := byte('{')
	for i := range p.fields {
		f := &p.fields[i]
		r.put(separator)
		separator = ','
		r.raw(f.key)
		if f.text != nil {
			if !f.writeText(r, source) {
				return false
			}
			continue
		}
		if f.resolve == nil {
			r.text(f.typename)
			continue
		}
		if r.fields++; (r.fields%64 == 0 || len(f.args) > 0) && r.ctx.Err() != nil {
			return false
		}
		value, err := f.resolve(call{r.ctx, r.request, f.arguments(r), source})
		if err != nil || !f.write(r, value) {
			return false
		}
	}
	r.put('}')
	return true
}

func (f *fieldPlan) writeText(r *execution, source any) bool {
	s := f.text(source)
	switch {
	case s == "" && f.required, s != "" && f.names != nil && !f.names[s]:
		return false
	case s == "":
		r.raw("null")
	default:
		r.Encoder.text(s)
	}
	return true
}

func (f *fieldPlan) arguments(r *execution) map[string]any {
	if f.number < 0 {
		return f.fixed
	}
	if r.args[f.number] == nil {
		r.args[f.number] = argumentValues(f.args, f.node.Arguments, r.variables)
	}
	return r.args[f.number]
}

// writerOf compiles the completion of a type (section 6.4.3 of the GraphQL
// specification). A value that is nil is written by the nullable type around it.
func (k *compiler) writerOf(t graphql.Type, sets []*ast.SelectionSet) writer {
	if required, ok := t.(*graphql.NonNull); ok {
		inner := k.completed(required.OfType, sets)
		return func(r *execution, value any) bool { return value != nil && inner(r, value) }
	}
	inner := k.completed(t, sets)
	return func(r *execution, value any) bool {
		if value == nil {
			r.raw("null")
			return true
		}
		return inner(r, value)
	}
}

func (k *compiler) completed(t graphql.Type, sets []*ast.SelectionSet) writer {
	switch t := t.(type) {
	case *graphql.List:
		return writeList(k.writerOf(t.OfType, sets))
	case *graphql.Object:
		object := k.object(t, sets)
		return func(r *execution, value any) bool { return object.write(r, value) }
	case *graphql.Interface:
		return k.writeAbstract(t, sets)
	case *graphql.Enum:
		return func(r *execution, value any) bool {
			name, ok := value.(string)
			if !ok || t.Serialize(name) != any(name) {
				return false
			}
			r.text(name)
			return true
		}
	}
	return leafWriters[t.Name()]
}

// writeAbstract finds the object type of each value, and compiles the selection
// for it when it first meets it.
func (k *compiler) writeAbstract(t *graphql.Interface, sets []*ast.SelectionSet) writer {
	var known sync.Map // *graphql.Object -> *objectPlan
	return func(r *execution, value any) bool {
		object := t.ResolveType(graphql.ResolveTypeParams{Value: value})
		if object == nil {
			return false
		}
		p, ok := known.Load(object)
		if !ok {
			p, _ = known.LoadOrStore(object, k.object(object, sets))
		}
		return p.(*objectPlan).write(r, value)
	}
}

func writeList(element writer) writer {
	return func(r *execution, value any) bool {
		switch list := value.(type) { // the most usual ones need no reflection
		case []any:
			return writeElements(r, len(list), func(i int) bool { return element(r, list[i]) })
		case []connectionEdge:
			return writeElements(r, len(list), func(i int) bool { return element(r, list[i]) })
		}
		list := reflect.ValueOf(value)
		if list.Kind() != reflect.Slice {
			return false
		}
		return writeElements(r, list.Len(), func(i int) bool { return element(r, list.Index(i).Interface()) })
	}
}

func writeElements(r *execution, length int, write func(i int) bool) bool {
	r.put('[')
	for i := range length {
		if i > 0 {
			r.put(',')
		}
		if !write(i) {
			return false
		}
	}
	r.put(']')
	return true
}

// leafWriters take the values that need no coercion.
var leafWriters = map[string]writer{
	"String": writeText, "ID": writeText, "Date": writeText,
	"Int": func(r *execution, value any) bool {
		n, ok := value.(int)
		if ok = ok && int(int32(n)) == n; ok {
			r.integer(n)
		}
		return ok
	},
	"Boolean": func(r *execution, value any) bool { _, ok := value.(bool); return ok && r.value(value, nil) == nil },
	"Float":   func(r *execution, value any) bool { _, ok := value.(float64); return ok && r.value(value, nil) == nil },
	"JSON":    func(r *execution, value any) bool { return r.value(value, nil) == nil },
}

func writeText(r *execution, value any) bool {
	s, ok := value.(string)
	if ok {
		r.text(s)
	}
	return ok
}
