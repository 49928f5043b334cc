package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"mandategraph/fetch"
	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/store"
)

// citing says which cited acts are looked for.
type citing struct {
	on    bool
	depth int
	body  string // code
	limit int
}

// A wanted document is one that is looked for, because acts are cited that are
// printed in it.
type wanted struct {
	symbol string
	acts   []string
	// away is how many citations away it is at least; citations is how often its acts
	// are cited there.
	away, citations int
}

// documentOf is the identity that a document of a symbol has in a store.
func documentOf(symbol string) string {
	if y, ok := names.ReadSymbol(symbol); ok {
		symbol = y.Text
	}
	return graph.DocumentID(symbol)
}

// held are the documents in the store; none where there is no store.
func (f *fetching) held(ctx context.Context) (map[string]bool, error) {
	held := map[string]bool{}
	s, err := f.stored(ctx)
	if err == nil && s != nil {
		for _, id := range s.Documents() {
			held[id] = true
		}
	}
	return held, err
}

// stored is what the store holds; nil where there is no store.
func (f *fetching) stored(ctx context.Context) (*snapshot.Snapshot, error) {
	s, err := f.snapshot(ctx)
	if errors.Is(err, store.ErrNoStore) {
		return nil, nil
	}
	return s, err
}

const unknownSources = "acts cited of which no table says where they can be had: %d\n"

// follow asks for what is cited and not loaded, round after round: those of the next
// round are known when those of the last one are loaded.
func (f *fetching) follow(ctx context.Context, symbols []string) error {
	for asked := 0; ; {
		list, unknown, err := f.wanted(ctx, symbols)
		if err != nil {
			return err
		}
		if left := f.cited.limit - asked; f.cited.limit > 0 && len(list) > left {
			list = list[:left]
		}
		if len(list) == 0 {
			if unknown > 0 {
				fmt.Fprintf(f.out, unknownSources, unknown)
			}
			return nil
		}
		asked += len(list)
		next := make([]string, len(list))
		for i, w := range list {
			next[i] = w.symbol
		}
		if err := f.getAll(ctx, next, true); err != nil {
			return err
		}
	}
}

// wanted lists the documents to be looked for, the nearest first and among these the
// most cited first, and counts the acts of which no symbol is known.
func (f *fetching) wanted(ctx context.Context, symbols []string) (list []wanted, unknown int, err error) {
	s, err := f.stored(ctx)
	if s == nil || err != nil {
		return nil, 0, err
	}
	bySymbol := map[string]*wanted{}
	for _, m := range missing(s, f.roots(s, symbols), f.cited.depth) {
		id := s.ID(m.act)
		if body, _, _, _ := graph.SplitActID(id); f.cited.body != "" && body != f.cited.body {
			continue
		}
		symbol, known := f.untried(names.Sources(id, s.Date(m.act)))
		switch {
		case !known:
			unknown++
			continue
		case symbol == "":
			continue
		case bySymbol[symbol] == nil:
			bySymbol[symbol] = &wanted{symbol: symbol, away: m.away}
		}
		w := bySymbol[symbol]
		w.acts, w.citations, w.away = append(w.acts, id), w.citations+m.citations, min(w.away, m.away)
	}
	for _, w := range bySymbol {
		list = append(list, *w)
	}
	slices.SortFunc(list, func(a, b wanted) int {
		return cmp.Or(a.away-b.away, b.citations-a.citations, graph.CompareNatural(a.symbol, b.symbol))
	})
	return list, unknown, nil
}

// untried is the first of several documents in which an act may be printed that has
// not been asked for; empty where all were. known is false where there is none.
func (f *fetching) untried(sources []names.Source) (symbol string, known bool) {
	for _, s := range sources {
		if f.asked[s.Symbol] {
			continue
		}
		if f.folder != nil && f.folder.Settled(s.Symbol) && !f.options.Again {
			continue
		}
		return s.Symbol, true
	}
	return "", len(sources) > 0
}

// roots are the documents at which citations begin: those of symbols, else all that
// were not themselves brought because something cites them.
func (f *fetching) roots(s *snapshot.Snapshot, symbols []string) (roots []string) {
	for _, symbol := range symbols {
		roots = append(roots, documentOf(symbol))
	}
	if len(symbols) > 0 {
		return roots
	}
	brought := map[string]bool{}
	if f.folder != nil {
		for _, e := range f.folder.Entries() {
			brought[documentOf(e.Symbol)] = e.Cited
		}
	}
	return slices.DeleteFunc(s.Documents(), func(id string) bool { return brought[id] })
}

// An unloaded act is cited and not loaded.
type unloaded struct {
	act             snapshot.Node
	away, citations int
}

// missing walks from documents along their citations to acts, through those that are
// loaded, and lists the acts that are not, in the order in which they are met.
func missing(s *snapshot.Snapshot, roots []string, depth int) (list []unloaded) {
	seen, place := map[string]bool{}, map[snapshot.Node]int{}
	for away := 1; away <= depth && len(roots) > 0; away++ {
		var next []string
		for _, id := range roots {
			if seen[id] {
				continue
			}
			seen[id] = true
			for _, e := range s.DocumentEdges(id) {
				act, ok := citedAct(s, e)
				if !ok {
					continue
				}
				if s.Loaded(act) {
					next = append(next, s.Text(act, "inDocument"))
					continue
				}
				if _, known := place[act]; !known {
					place[act] = len(list)
					list = append(list, unloaded{act: act, away: away})
				}
				list[place[act]].citations++
			}
		}
		roots = next
	}
	return list
}

// citedAct is the act that a statement cites.
func citedAct(s *snapshot.Snapshot, e snapshot.Edge) (snapshot.Node, bool) {
	_, target := s.Ends(e)
	if target == snapshot.NoNode || s.Kind(target) != "Act" {
		return target, false
	}
	r, ok := graph.RelationByName(s.Statement(e).Relation)
	return target, ok && r.Broader == graph.Cites
}

// preview lists what would be asked for, and estimates how long it would take,
// without a request.
func (f *fetching) preview(ctx context.Context, symbols []string) error {
	list := make([]wanted, len(symbols))
	for i, symbol := range symbols {
		list[i] = wanted{symbol: symbol}
	}
	if folder, err := fetch.OpenExisting(f.path); err != nil {
		return err
	} else if folder != nil {
		f.folder = folder
		defer func() { _ = folder.Close() }() // nothing was written
	}
	list = slices.DeleteFunc(list, func(w wanted) bool { return f.folder != nil && f.folder.Settled(w.symbol) })
	if f.cited.on {
		more, unknown, err := f.wanted(ctx, symbols)
		if err != nil {
			return err
		}
		if list = append(list, more...); f.cited.limit > 0 {
			list = list[:min(len(list), f.cited.limit)]
		}
		defer func() { fmt.Fprintf(f.out, unknownSources, unknown) }()
	}
	w := tabwriter.NewWriter(f.out, 0, 0, 2, ' ', 0)
	for _, d := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\n", d.symbol, plural(d.citations, "citation"), strings.Join(d.acts, ", "))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	requests := requestsEach * len(list)
	fmt.Fprintf(f.out, "%s, about %d requests: at least %v. Nothing was asked for.\n",
		plural(len(list), "document"), requests, (time.Duration(requests) * f.options.Every).Round(time.Second))
	return nil
}

// requestsEach is how many requests one document takes: the service sends on to the
// file.
const requestsEach = 2
