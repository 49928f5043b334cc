package schema

import (
	"fmt"

	"github.com/graphql-go/graphql/gqlerrors"
)

// Codes that stand in extensions.code of an error. They are stable: clients
// may rely on them.
const (
	BadRequest = "BAD_REQUEST"       // the request is malformed or not valid against the schema
	TooComplex = "QUERY_TOO_COMPLEX" // the request asks for more than a limit allows
	NotFound   = "NOT_FOUND"         // no entity has that id, number or reference
	Ambiguous  = "AMBIGUOUS"         // several entities fit; extensions.candidates lists their ids
	TimedOut   = "TIMEOUT"           // the deadline passed
	Overloaded = "OVERLOADED"        // too many requests are waiting, or came from this address
	// PersistedQueryNotFound: the name or hash of a query is not known; send its text.
	PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND"

	Internal = "INTERNAL" // a defect; extensions.requestId finds it in the log
)

// A Location is a place in the query; lines and columns count from 1.
type Location struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// An Error is an error of a response, as in section 7.1.2 of the GraphQL
// specification.
type Error struct {
	Message    string         `json:"message"`
	Locations  []Location     `json:"locations,omitempty"`
	Path       []any          `json:"path,omitempty"`
	Extensions map[string]any `json:"extensions"`
}

func (e Error) Error() string { return e.Message }

// Code is the error's extensions.code.
func (e Error) Code() string { code, _ := e.Extensions["code"].(string); return code }

// A fault is an error that a client may read. Every other error is masked.
type fault struct {
	code    string
	message string
	details map[string]any
}

func (f *fault) Error() string { return f.message }

// Extensions is what graphql-go copies into the response's error.
func (f *fault) Extensions() map[string]any {
	extensions := map[string]any{"code": f.code}
	for k, v := range f.details {
		extensions[k] = v
	}
	return extensions
}

// report makes the response's error of a fault that lies outside any field.
func (f *fault) report() Error { return Error{Message: f.message, Extensions: f.Extensions()} }

func refuse(code, format string, args ...any) *fault {
	return &fault{code: code, message: fmt.Sprintf(format, args...)}
}

// invalid makes the response's errors of syntax and validation errors.
func invalid(errs []gqlerrors.FormattedError, limit int) []Error {
	var list []Error
	for _, e := range errs {
		if len(list) == limit {
			break
		}
		list = append(list, Error{Message: e.Message, Locations: locations(e), Extensions: map[string]any{"code": BadRequest}})
	}
	return list
}

func locations(e gqlerrors.FormattedError) []Location {
	var list []Location
	for _, l := range e.Locations {
		list = append(list, Location{l.Line, l.Column})
	}
	return list
}
