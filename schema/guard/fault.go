package guard

import "fmt"

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

// A Fault is an error that a client may read. Every other error is masked.
type Fault struct {
	Code    string
	Message string
	// Details are further extensions of the error.
	Details map[string]any
}

// Refuse makes a fault; the format and its arguments are those of [fmt.Sprintf].
func Refuse(code, format string, args ...any) *Fault {
	return &Fault{Code: code, Message: fmt.Sprintf(format, args...)}
}

func (f *Fault) Error() string { return f.Message }

// Extensions is what graphql-go copies into the response's error.
func (f *Fault) Extensions() map[string]any {
	extensions := map[string]any{"code": f.Code}
	for k, v := range f.Details {
		extensions[k] = v
	}
	return extensions
}

// Report makes the response's error of a fault that lies outside any field.
func (f *Fault) Report() Error { return Error{Message: f.Message, Extensions: f.Extensions()} }

// Shorten keeps what a client sent from filling an error message: it cuts a text
// after 80 code points.
func Shorten(s string) string {
	runes := []rune(s)
	if len(runes) > 80 {
		return string(runes[:80]) + "..."
	}
	return s
}
