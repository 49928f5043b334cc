package schema

// A Result is the response to one request (section 7.1 of the GraphQL
// specification). It encodes to JSON with keys in the order of the query.
type Result struct {
	// Data is what the query asked for; nil where the request was refused.
	Data any
	// Errors are what went wrong. Each has an extensions.code.
	Errors []Error
	// Extensions holds cost, the number of objects that the query may return.
	Extensions map[string]any

	order *order
	// whole is the response as a plan wrote it, in place of Data and Extensions;
	// document is what was executed.
	whole    *encoder
	document *document
	refused  bool // before execution: no data in the response

	// version is that of the view, where the answer may be kept; unchanged says
	// that the client has it already.
	version   string
	unchanged bool
}

func refused(faults ...*fault) Result {
	r := Result{refused: true}
	for _, f := range faults {
		r.Errors = append(r.Errors, f.report())
	}
	return r
}

// MarshalJSON writes errors, data and extensions, in this order.
func (r Result) MarshalJSON() ([]byte, error) {
	e := &encoder{}
	err := r.write(e)
	return e.bytes, err
}

func (r Result) write(e *encoder) error {
	if r.whole != nil {
		e.bytes = append(e.bytes, r.whole.bytes...)
		return nil
	}
	e.put('{')
	separator := ""
	member := func(name string, write func() error) error {
		e.raw(separator + `"` + name + `":`)
		separator = ","
		return write()
	}
	if len(r.Errors) > 0 {
		if err := member("errors", func() error { return e.other(r.Errors) }); err != nil {
			return err
		}
	}
	if !r.refused {
		if err := member("data", func() error { return e.value(r.Data, r.order) }); err != nil {
			return err
		}
	}
	if len(r.Extensions) > 0 {
		if err := member("extensions", func() error { return e.other(r.Extensions) }); err != nil {
			return err
		}
	}
	e.put('}')
	return nil
}
