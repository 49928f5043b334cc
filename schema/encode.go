package schema

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"sync"

	"github.com/graphql-go/graphql/language/ast"

	"mandategraph/graph/snapshot"
)

// graphql-go returns objects as maps. The GraphQL specification (section 7.2.2)
// asks for the keys of a response in the order of the query, so the order is
// taken from the query and the response is written along it.

// An order is the order of the keys of one selection set, fragments included.
type order struct {
	keys   []string
	fields map[string]*order // nil for a leaf
}

func orderOf(d *Prepared, set *ast.SelectionSet) *order {
	o := &order{fields: map[string]*order{}}
	o.collect(d, set)
	return o
}

func (o *order) collect(d *Prepared, set *ast.SelectionSet) {
	for _, selection := range set.Selections {
		switch s := selection.(type) {
		case *ast.Field:
			o.field(d, s)
		case *ast.InlineFragment:
			o.collect(d, s.SelectionSet)
		case *ast.FragmentSpread:
			o.collect(d, d.Fragments[s.Name.Value].SelectionSet)
		}
	}
}

func (o *order) field(d *Prepared, f *ast.Field) {
	key := f.Name.Value
	if f.Alias != nil {
		key = f.Alias.Value
	}
	inner, seen := o.fields[key]
	if !seen {
		o.keys = append(o.keys, key)
	}
	if f.SelectionSet != nil {
		if inner == nil {
			inner = &order{fields: map[string]*order{}}
		}
		inner.collect(d, f.SelectionSet)
	}
	o.fields[key] = inner
}

// ErrTooLarge says that a result has more bytes than its limit.
var ErrTooLarge = errors.New("the result is too large")

// An Encoder writes values as JSON. It stops with ErrTooLarge when it has
// written more than limit bytes; 0 is no limit.
type Encoder struct {
	bytes []byte
	limit int
}

// encoders keeps buffers for the next responses, up to a size in bytes.
var encoders = sync.Pool{New: func() any { return &Encoder{} }}

const maxKept = 1 << 20

// NewEncoder gives an empty encoder that stops after limit bytes; 0 is no limit.
func NewEncoder(limit int) *Encoder {
	e := encoders.Get().(*Encoder)
	e.bytes, e.limit = e.bytes[:0], limit
	return e
}

// Release takes an encoder back, whose bytes are then void.
func (e *Encoder) Release() {
	if cap(e.bytes) <= maxKept {
		encoders.Put(e)
	}
}

// Bytes are what was written.
func (e *Encoder) Bytes() []byte { return e.bytes }

// Write makes an encoder an [io.Writer].
func (e *Encoder) Write(b []byte) (int, error) {
	e.bytes = append(e.bytes, b...)
	return len(b), nil
}

// ReadFrom makes it an [io.ReaderFrom], which reads a request without a buffer
// of its own.
func (e *Encoder) ReadFrom(r io.Reader) (int64, error) {
	begin := len(e.bytes)
	for {
		e.bytes = slices.Grow(e.bytes, 512)
		n, err := r.Read(e.bytes[len(e.bytes):cap(e.bytes)])
		e.bytes = e.bytes[:len(e.bytes)+n]
		if err == io.EOF {
			return int64(len(e.bytes) - begin), nil
		}
		if err != nil {
			return int64(len(e.bytes) - begin), err
		}
	}
}

func (e *Encoder) raw(s string) { e.bytes = append(e.bytes, s...) }

func (e *Encoder) put(b byte) { e.bytes = append(e.bytes, b) }

func (e *Encoder) text(s string) { e.bytes = snapshot.AppendText(e.bytes, s) }

func (e *Encoder) integer(n int) { e.bytes = strconv.AppendInt(e.bytes, int64(n), 10) }

func (e *Encoder) boolean(b bool) { e.bytes = strconv.AppendBool(e.bytes, b) }

func (e *Encoder) value(v any, o *order) error {
	if e.limit > 0 && len(e.bytes) > e.limit {
		return ErrTooLarge
	}
	switch v := v.(type) {
	case nil:
		e.raw("null")
	case string:
		e.text(v)
	case int:
		e.integer(v)
	case bool:
		e.boolean(v)
	case json.RawMessage:
		e.bytes = append(e.bytes, v...)
	case map[string]any:
		if o != nil {
			return e.object(v, o)
		}
		return e.other(v)
	case []any:
		return e.list(v, o)
	default:
		return e.other(v)
	}
	return nil
}

func (e *Encoder) object(m map[string]any, o *order) error {
	separator := byte('{')
	for _, key := range o.keys {
		v, ok := m[key]
		if !ok {
			continue
		}
		e.put(separator)
		separator = ','
		e.text(key)
		e.put(':')
		if err := e.value(v, o.fields[key]); err != nil {
			return err
		}
	}
	if separator == '{' {
		e.put('{')
	}
	e.put('}')
	return nil
}

func (e *Encoder) list(list []any, o *order) error {
	e.put('[')
	for i, v := range list {
		if i > 0 {
			e.put(',')
		}
		if err := e.value(v, o); err != nil {
			return err
		}
	}
	e.put(']')
	return nil
}

// other writes what only the scalar JSON and the errors can hold.
func (e *Encoder) other(v any) error {
	encoder := json.NewEncoder(e)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return err
	}
	e.bytes = e.bytes[:len(e.bytes)-1] // the line end
	return nil
}
