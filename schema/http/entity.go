package httpapi

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// Pages of entities at addresses that stay: /act/<id>, and /<id> where the id says of
// what kind it is, such as /body/ctoc-cop; /id/<id> leads there. They are read without
// scripts, and the same address gives RDF to who asks for it.

// leads begin the ids of all kinds but acts and what stands in them.
var leads = []string{
	"body", "state", "treaty", "document", "group", "organization", "person", "role", "instrument", "subject", "addressee",
}

// pageOf is the address of an entity's page; that of a paragraph is a place on the page
// of its act or document.
func pageOf(id string) string {
	whole, place, inside := strings.Cut(id, "#")
	lead, _, _ := strings.Cut(whole, "/")
	if !slices.Contains(leads, lead) {
		whole = "act/" + whole
	}
	address := url.URL{Path: "/" + whole}
	if inside {
		address.Fragment = place
	}
	return address.String()
}

// identify answers /id/<id> with the address of the page.
func (s *Site) identify(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if _, ok := s.snapshot().Lookup(id); !ok {
		http.Error(w, "there is no entity with this id", http.StatusNotFound)
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", anyOrigin) // ids are followed by programs of everywhere
	http.Redirect(w, r, pageOf(id), http.StatusSeeOther)
}

// A representation is a form in which an entity's address answers.
type representation struct{ name, mediaType string }

// representations, the page first. The names are values of the parameter format.
var representations = []representation{
	{"html", "text/html"}, {"turtle", "text/turtle"}, {"jsonld", "application/ld+json"}, {"nquads", "application/n-quads"},
}

// entityPage answers for one entity: the id is what follows in the path, after lead
// where ids of the kind have it.
func (s *Site) entityPage(lead string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id := lead + r.PathValue("id")
		chosen, ok := represented(r)
		w.Header().Set("Vary", "Accept")
		_, known := s.snapshot().Lookup(id)
		switch {
		case !known:
			http.Error(w, "there is no entity with this id", http.StatusNotFound)
		case !ok:
			http.Error(w, "expected one of html, turtle, jsonld and nquads", http.StatusNotAcceptable)
		case chosen.name == "html":
			s.readable(w, r, id)
		default:
			s.described(w, r, id, chosen)
		}
	}
}

// represented is the form that a request wants.
func represented(r *http.Request) (representation, bool) {
	if name := r.URL.Query().Get("format"); name != "" {
		i := slices.IndexFunc(representations, func(p representation) bool { return p.name == name })
		return representations[max(0, i)], i >= 0
	}
	var offers []string
	for _, p := range representations {
		offers = append(offers, p.mediaType)
	}
	mediaType, ok := preferred(r.Header.Values("Accept"), offers)
	return representations[max(0, slices.Index(offers, mediaType))], ok
}

// described sends an entity and what it states as RDF. Its IRI is its /id/.
func (s *Site) described(w http.ResponseWriter, r *http.Request, id string, as representation) {
	format, _ := export.FormatByName(as.name)
	o := wantedExport{base: s.origin(r) + "/id/", safety: export.SafeFormulas}
	find := func(_ context.Context, _ *schema.API, snap *snapshot.Snapshot) (Writer, error) {
		n, ok := snap.Lookup(id)
		if !ok { // it has gone in between
			return nil, guard.Refuse(guard.NotFound, "there is no entity with this id")
		}
		part := &snapshot.Neighbourhood{Nodes: []snapshot.Node{n}, Edges: slices.Clone(snap.Out(n))}
		return func(ctx context.Context, to io.Writer, o export.Options) error {
			o.Only = part
			return format.Write(ctx, to, snap, o)
		}, nil
	}
	w.Header().Set("Content-Type", format.MediaType)
	w.Header().Set("Access-Control-Allow-Origin", anyOrigin)
	s.sendExport(w, r, o, find)
}

// origin is the scheme and host under which clients know the server: that of the
// options, else that of the request, of which a trusted proxy may know the scheme.
func (s *Site) origin(r *http.Request) string {
	if public := s.server.options.PublicURL; public != "" {
		return strings.TrimRight(public, "/")
	}
	scheme := "http"
	if r.TLS != nil || s.server.proxies.trusts(r.RemoteAddr) && r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

// readable sends the page of an entity.
func (s *Site) readable(w http.ResponseWriter, r *http.Request, id string) {
	tag := entityTag(s.server.API.Version(), "page")
	if matches(r.Header.Values("If-None-Match"), tag) {
		w.Header().Set("ETag", tag)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	shown, err := s.shownEntity(r, id)
	if err != nil {
		status, text := s.failure(w, r, err)
		http.Error(w, text, status)
		return
	}
	var body bytes.Buffer
	if err := entityTemplate.Execute(&body, shown); err != nil {
		status, text := s.failure(w, r, brokenExport{err})
		http.Error(w, text, status)
		return
	}
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", s.server.options.cacheControl())
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", entityPolicy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	_, _ = body.WriteTo(w) // an error means that the client has gone
}

// asked puts a query to the API; its first error is that of the answer.
func (s *Site) asked(ctx context.Context, query string, variables map[string]any, into any) error {
	result := s.server.API.Execute(ctx, query, variables, "")
	if len(result.Errors) > 0 {
		return &guard.Fault{Code: result.Errors[0].Code(), Message: result.Errors[0].Message}
	}
	encoded, err := json.Marshal(result)
	if err != nil {
		return err
	}
	return json.Unmarshal(encoded, &struct {
		Data any `json:"data"`
	}{into})
}

// label is what to call an entity in a line.
func (s *Site) label(id string) string {
	snap := s.snapshot()
	if n, ok := snap.Lookup(id); ok {
		return export.Short(snap, n)
	}
	return graph.Spaced(id)
}
