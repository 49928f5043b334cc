package httpapi

import (
	"context"
	"errors"
	"io"
	"slices"

	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// A Writer writes what a selection means, in a format; of the options only those count
// that say how.
type Writer func(ctx context.Context, to io.Writer, o export.Options) error

// Writer finds what a selection means before anything is written. The errors are those
// of [Selection.In], and a [Misuse] where the format cannot hold it.
func (s Selection) Writer(
	ctx context.Context, api *schema.API, snap *snapshot.Snapshot, format export.Format,
) (Writer, error) {
	if s.Network != "" {
		return s.network(ctx, api, snap, format)
	}
	part, err := s.In(ctx, api, snap)
	if err != nil {
		return nil, err
	}
	if s.Kind != "" && format.Entities {
		part.Edges = nil // their far ends are of other kinds
	}
	return func(ctx context.Context, to io.Writer, o export.Options) error {
		o.Only = part
		return format.Write(ctx, to, snap, o)
	}, nil
}

// network is the writer of a network.
func (s Selection) network(
	ctx context.Context, api *schema.API, snap *snapshot.Snapshot, format export.Format,
) (Writer, error) {
	whole := s
	whole.Network, whole.Filter = "", ""
	if part, err := whole.In(ctx, api, snap); err != nil || part != nil {
		return nil, misusef("only filter and least go with network")
	}
	if !slices.Contains(export.NetworkFormats, format.Name) {
		return nil, misusef("%s holds no network; expected one of %v", format.Name, export.NetworkFormats)
	}
	filter, err := s.filter("StatementFilter")
	if err != nil {
		return nil, err
	}
	n, err := api.Network(ctx, snap, s.Network, filter)
	if err != nil {
		return nil, misused(err)
	}
	return func(ctx context.Context, to io.Writer, o export.Options) error {
		return export.WriteNetwork(ctx, to, format.Name, snap, n, s.Least, o)
	}, nil
}

// ofKind is a class of entities, with what they state.
func (s Selection) ofKind(
	ctx context.Context, api *schema.API, snap *snapshot.Snapshot,
) (*snapshot.Neighbourhood, error) {
	filter, err := s.filter(s.Kind + "Filter")
	if err != nil {
		return nil, err
	}
	nodes, err := api.Entities(ctx, snap, s.Kind, filter)
	if err != nil {
		return nil, misused(err)
	}
	part := &snapshot.Neighbourhood{Nodes: nodes}
	for _, n := range nodes {
		part.Edges = append(part.Edges, snap.Out(n)...)
		part.Edges = append(part.Edges, directives(snap, snap.ID(n))...)
	}
	slices.Sort(part.Edges)
	part.Edges = slices.Compact(part.Edges)
	return part, nil
}

// filter is the JSON object of a selection, whose members are those of an input type.
func (s Selection) filter(of string) (map[string]any, error) {
	if s.Filter == "" {
		return map[string]any{}, nil
	}
	filter, err := schema.DecodeObject([]byte(s.Filter))
	if err != nil || filter == nil {
		return nil, misusef("filter: expected a JSON object with members of %s: %w", of, err)
	}
	return filter, nil
}

// misused is an error of the API as that of the caller, where it is.
func misused(err error) error {
	var fault *guard.Fault
	if errors.As(err, &fault) && fault.Code != guard.TimedOut && fault.Code != guard.Overloaded {
		return Misuse{err}
	}
	return err
}
