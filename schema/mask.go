package schema

import (
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"github.com/graphql-go/graphql/gqlerrors"

	"mandategraph/schema/guard"
)

// fieldErrors are the errors of execution, each with its code; those that are
// no fault are logged and masked.
func (a *API) fieldErrors(r *request, raw []gqlerrors.FormattedError) []guard.Error {
	slices.SortStableFunc(raw, inQuery)
	var list []guard.Error
	for _, e := range raw {
		if len(list) == a.options.MaxErrors {
			break
		}
		list = append(list, r.fieldError(e))
	}
	return list
}

// inQuery compares errors by the place of their fields in the query, then by
// their paths: graphql-go resolves the fields of an object in any order.
func inQuery(a, b gqlerrors.FormattedError) int {
	_, pathA := unwrap(a)
	_, pathB := unwrap(b)
	return cmp.Or(
		slices.CompareFunc(
			locations(a), locations(b), func(l, m guard.Location) int { return cmp.Or(l.Line-m.Line, l.Column-m.Column) },
		),
		slices.CompareFunc(pathA, pathB, func(p, q any) int {
			i, isIndex := p.(int)
			j, isIndexToo := q.(int)
			if isIndex && isIndexToo {
				return i - j
			}
			return strings.Compare(fmt.Sprint(p), fmt.Sprint(q))
		}))
}

func (r *request) fieldError(e gqlerrors.FormattedError) guard.Error {
	cause, path := unwrap(e)
	var f *guard.Fault
	if !errors.As(cause, &f) {
		if !errors.Is(cause, errMasked) {
			r.log.Error("masked error", slog.String("request", r.id()), slog.Any("path", path), slog.Any("error", cause))
		}
		f = r.masked()
	}
	report := f.Report()
	report.Locations, report.Path = locations(e), path
	return report
}

func (r *request) masked() *guard.Fault {
	f := guard.Refuse(guard.Internal, "internal error; the log has more under the request id %s", r.id())
	f.Details = map[string]any{"requestId": r.id()}
	return f
}

// unwrap finds the error that a resolver returned and the path of its field.
// graphql-go wraps an error once more at each field that is not nullable.
func unwrap(e gqlerrors.FormattedError) (error, []any) {
	var cause error = e
	path := e.Path
	for {
		switch inner := cause.(type) {
		case gqlerrors.FormattedError:
			if inner.OriginalError() == nil {
				return cause, path
			}
			cause = inner.OriginalError()
		case *gqlerrors.Error:
			if len(inner.Path) > len(path) {
				path = inner.Path
			}
			if inner.OriginalError == nil {
				return cause, path
			}
			cause = inner.OriginalError
		default:
			return cause, path
		}
	}
}

// invalid makes the response's errors of syntax and validation errors.
func invalid(errs []gqlerrors.FormattedError, limit int) []guard.Error {
	var list []guard.Error
	for _, e := range errs {
		if len(list) == limit {
			break
		}
		list = append(list, guard.Error{
			Message: e.Message, Locations: locations(e), Extensions: map[string]any{"code": guard.BadRequest},
		})
	}
	return list
}

func locations(e gqlerrors.FormattedError) []guard.Location {
	var list []guard.Location
	for _, l := range e.Locations {
		list = append(list, guard.Location{Line: l.Line, Column: l.Column})
	}
	return list
}
