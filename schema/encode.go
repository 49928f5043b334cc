package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"unicode/utf8"

	"github.com/graphql-go/graphql/language/ast"
)

// graphql-go returns objects as maps. The GraphQL specification (section 7.2.2)
// asks for the keys of a response in the order of the query, so the order is
// taken from the query and the response is written along it.

// An order is the order of the keys of one selection set, fragments included.
type order struct {
	keys   []string
	fields map[string]*order // nil for a leaf
}

func orderOf(d *document, set *ast.SelectionSet) *order {
	o := &order{fields: map[string]*order{}}
	o.collect(d, set)
	return o
}

func (o *order) collect(d *document, set *ast.SelectionSet) {
	for _, selection := range set.Selections {
		switch s := selection.(type) {
		case *ast.Field:
			o.field(d, s)
		case *ast.InlineFragment:
			o.collect(d, s.SelectionSet)
		case *ast.FragmentSpread:
			o.collect(d, d.fragments[s.Name.Value].SelectionSet)
		}
	}
}

func (o *order) field(d *document, f *ast.Field) {
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

var errTooLarge = errors.New("the result is too large")

// An encoder writes values as JSON. It stops with errTooLarge when it has
// written more than limit bytes; 0 is no limit.
type encoder struct {
	bytes.Buffer
	limit int
}

func (e *encoder) value(v any, o *order) error {
	if e.limit > 0 && e.Len() > e.limit {
		return errTooLarge
	}
	switch v := v.(type) {
	case nil:
		e.WriteString("null")
	case string:
		e.text(v)
	case int:
		e.Write(strconv.AppendInt(e.AvailableBuffer(), int64(v), 10))
	case bool:
		e.Write(strconv.AppendBool(e.AvailableBuffer(), v))
	case json.RawMessage:
		e.Write(v)
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

func (e *encoder) object(m map[string]any, o *order) error {
	separator := byte('{')
	for _, key := range o.keys {
		v, ok := m[key]
		if !ok {
			continue
		}
		e.WriteByte(separator)
		separator = ','
		e.text(key)
		e.WriteByte(':')
		if err := e.value(v, o.fields[key]); err != nil {
			return err
		}
	}
	if separator == '{' {
		e.WriteByte('{')
	}
	e.WriteByte('}')
	return nil
}

func (e *encoder) list(list []any, o *order) error {
	e.WriteByte('[')
	for i, v := range list {
		if i > 0 {
			e.WriteByte(',')
		}
		if err := e.value(v, o); err != nil {
			return err
		}
	}
	e.WriteByte(']')
	return nil
}

// text writes a string; the usual one needs no escapes.
func (e *encoder) text(s string) {
	foreign := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 0x20 || c == '"' || c == '\\' {
			e.escaped(s)
			return
		}
		foreign = foreign || c >= utf8.RuneSelf
	}
	if foreign && !utf8.ValidString(s) {
		e.escaped(s)
		return
	}
	e.WriteByte('"')
	e.WriteString(s)
	e.WriteByte('"')
}

func (e *encoder) escaped(s string) {
	const hex = "0123456789abcdef"
	e.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			e.WriteByte('\\')
			e.WriteByte(byte(r))
		case r == '\n':
			e.WriteString(`\n`)
		case r < 0x20:
			e.WriteString(`\u00`)
			e.WriteByte(hex[r>>4])
			e.WriteByte(hex[r&15])
		default:
			e.WriteRune(r)
		}
	}
	e.WriteByte('"')
}

// other writes what only the scalar JSON and the errors can hold.
func (e *encoder) other(v any) error {
	encoder := json.NewEncoder(&e.Buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return err
	}
	e.Truncate(e.Len() - 1) // the line end
	return nil
}
