package schema

import "mandategraph/schema/guard"

// A Result is the response to one request (section 7.1 of the GraphQL
// specification). It encodes to JSON with keys in the order of the query.
type Result struct {
	// Data is what the query asked for; nil where the request was refused.
	Data any
	// Errors are what went wrong. Each has an extensions.code.
	Errors []guard.Error
	// Extensions holds cost: how many objects the query may return (requested), how many
	// any query may (limit), and how many of these are left (remaining).
	Extensions map[string]any

	order *order
	// whole is the response as a plan wrote it, in place of Data and Extensions.
	whole    *Encoder
	prepared *Prepared
	refused  bool

	version   string
	unchanged bool
}

// Refused is the response to a request that is not executed.
func Refused(faults ...*guard.Fault) Result {
	r := Result{refused: true}
	for _, f := range faults {
		r.Errors = append(r.Errors, f.Report())
	}
	return r
}

// WasRefused says that the request was refused before execution: there is no
// data in the response.
func (r Result) WasRefused() bool { return r.refused }

// Prepared is the query that was executed; nil where none was.
func (r Result) Prepared() *Prepared { return r.prepared }

// Version is that of the graph and the program, where it was asked for and the
// request was executed; see [API.Version].
func (r Result) Version() string { return r.version }

// Unchanged says that the client has the answer already, so that it was not
// computed.
func (r Result) Unchanged() bool { return r.unchanged }

// Encode writes the response as JSON. The error is ErrTooLarge where it has more
// bytes than limit. Whoever has written the bytes should release the encoder.
func (r Result) Encode(limit int) (*Encoder, error) {
	if r.whole != nil {
		return r.whole, nil
	}
	e := NewEncoder(limit)
	return e, r.write(e)
}

// MarshalJSON writes errors, data and extensions, in this order.
func (r Result) MarshalJSON() ([]byte, error) {
	e := &Encoder{}
	err := r.write(e)
	return e.bytes, err
}

func (r Result) write(e *Encoder) error {
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

// A spending is what extensions.cost says: how many objects a query may return, how
// many it might have, and how many of these are left.
type spending struct {
	Limit     int `json:"limit"`
	Remaining int `json:"remaining"`
	Requested int `json:"requested"`
}

func (a *API) spent(cost int) spending {
	limit := a.options.MaxCost
	return spending{limit, max(0, limit-cost), cost}
}
