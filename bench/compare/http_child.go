package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	_ "github.com/cayleygraph/cayley/query/graphql"
	cayleyhttp "github.com/cayleygraph/cayley/server/http"
	hidalgo "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"

	"mandategraph/graph/snapshot"
	"mandategraph/schema"
	"mandategraph/schema/guard"
	httpapi "mandategraph/schema/http"
)

// children are the servers that this program can be; what stands behind the
// equals sign is the file that they serve.
var children = map[string]func(file string) (http.Handler, error){
	"empty": func(string) (http.Handler, error) {
		return http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) }), nil
	},
	"api":    serveSnapshot,
	"cayley": serveCayley,
}

// child serves until it is killed.
func child(what string) error {
	name, file, _ := strings.Cut(what, "=")
	make, ok := children[name]
	if !ok {
		return fmt.Errorf("-child %s: expected empty, api=SNAPSHOT or cayley=BBOLT", what)
	}
	handler, err := make(file)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("listening on http://%s\n", listener.Addr())
	return errors.Join((&http.Server{Handler: handler, ReadHeaderTimeout: time.Minute}).Serve(listener), listener.Close())
}

// serveSnapshot is the API alone, with pages of a thousand.
func serveSnapshot(file string) (http.Handler, error) {
	s, err := snapshot.Read(file)
	if err != nil {
		return nil, err
	}
	options := httpapi.Options{Options: schema.Options{Limits: guard.Limits{MaxPage: 1000}}}
	api, err := httpapi.New(func() *snapshot.Snapshot { return s }, options)
	if err != nil {
		return nil, err
	}
	return api.GraphQL(), nil
}

// serveCayley is Cayley's own server, over a store that the graph was loaded
// into.
func serveCayley(file string) (http.Handler, error) {
	db, err := bolt.Open(file, 0o644, &bolt.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	qs, err := kv.New(hidalgo.New(db), cayley.Options{kv.OptNoBloom: true})
	if err != nil {
		return nil, err
	}
	w, err := cayley.NewQuadWriter("single", qs, nil)
	if err != nil {
		return nil, err
	}
	api := cayleyhttp.NewAPIv2(&cayley.Handle{QuadStore: qs, QuadWriter: w})
	api.SetReadOnly(true)
	return api, nil
}
