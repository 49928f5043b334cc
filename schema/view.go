package schema

import (
	"sync"
	"sync/atomic"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A view is a snapshot with the reverse of its entity properties, made when
// first asked for. All resolvers of one request read the same view.
type view struct {
	*snapshot.Snapshot
	once    sync.Once
	reverse map[reverseKey][]snapshot.Node
	dates   nodeTexts
	titles  nodeTexts // as they are sorted

	versionOnce sync.Once
	versionText string

	diagnosticsOnce sync.Once
	diagnosticList  []diagnostic
}

// NodeTexts keep one text of each node once it was asked for, where finding it
// means to look at every citation of the node.
type nodeTexts []atomic.Pointer[string]

func (c nodeTexts) get(n snapshot.Node, find func(snapshot.Node) string) string {
	if known := c[n].Load(); known != nil {
		return *known
	}
	text := find(n)
	c[n].Store(&text)
	return text
}

// date is [snapshot.Snapshot.Date].
func (v *view) date(n snapshot.Node) string { return v.dates.get(n, v.Date) }

type reverseKey struct {
	property string
	value    snapshot.Node
	kind     string
}

// view gives the view of the newest snapshot.
func (a *API) view() *view { return a.viewOf(a.source()) }

// viewOf gives the view of a snapshot, the newest one as a rule.
func (a *API) viewOf(snap *snapshot.Snapshot) *view {
	if v := a.current.Load(); v != nil && v.Snapshot == snap {
		return v
	}
	if snap == nil {
		snap = snapshot.New(nil)
	}
	v := &view{Snapshot: snap, dates: make(nodeTexts, snap.Len()), titles: make(nodeTexts, snap.Len())}
	a.current.Store(v)
	return v
}

// having lists the entities of a kind that name a node in a property, in the
// order of their ids.
func (v *view) having(property string, value snapshot.Node, kind string) []snapshot.Node {
	v.once.Do(v.index)
	return v.reverse[reverseKey{property, value, kind}]
}

func (v *view) index() {
	entityProperty := map[string]bool{}
	for _, p := range graph.Properties {
		entityProperty[p.Name] = p.Range == graph.Entity || p.Range == graph.Moment
	}
	v.reverse = map[reverseKey][]snapshot.Node{}
	for n := range snapshot.Node(v.Len()) {
		for _, f := range v.Facts(n) {
			if !entityProperty[f.Property] {
				continue
			}
			value, ok := v.Lookup(f.Value)
			if !ok {
				continue
			}
			key := reverseKey{f.Property, value, v.Kind(n)}
			v.reverse[key] = append(v.reverse[key], n)
		}
	}
}

// An entity is a node of a view: the source of every entity's fields.
type entity struct {
	*view
	node snapshot.Node
}

func (e entity) id() string { return e.ID(e.node) }

func (e entity) kind() string { return e.Kind(e.node) }

func (e entity) value(property string) string { return e.Text(e.node, property) }

// find gives the entity with an id as a GraphQL value: nil where there is none.
func (v *view) find(id string) any {
	n, ok := v.Lookup(id)
	if !ok {
		return nil
	}
	return entity{v, n}
}

// findKind is find for entities of one kind.
func (v *view) findKind(id, kind string) any {
	n, ok := v.Lookup(id)
	if !ok || v.Kind(n) != kind {
		return nil
	}
	return entity{v, n}
}
