// Package web serves the pages that the binary carries in itself: the explorer
// and GraphiQL.
//
// Sources are in explorer/ and graphiql/, the built files, which are committed
// so that building the binary needs no Node.js, in dist/ of each.
// check-rebuild.sh tells whether the two still agree.
package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed explorer/dist graphiql/dist
var dist embed.FS

// policy lets a page reach this server and nothing else. Neither default-src
// nor anything that is left out covers the last three directives.
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "

// A page is one bundle: a document at one path and its files below another.
type page struct {
	dir string
	// at is the path of the document, below that of its files.
	at, below string
	policy    string
}

// explorer sets styles through the object model only. Its drawings are saved
// as pictures by way of a blob.
var explorer = page{"explorer/dist", "/", "/explorer", policy + "style-src 'self'; img-src 'self' data: blob:"}

// graphiQL allows inline styles because the editor sets its layout through
// them.
var graphiQL = page{"graphiql/dist", "/graphiql", "/graphiql", policy +
	"style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; worker-src 'self' blob:"}

// contentTypes is spelt out because the types that package mime knows depend
// on the machine, and nosniff makes a wrong one fatal for the page.
var contentTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
}

// asset is one embedded file, ready to be sent.
type asset struct {
	body        []byte
	contentType string
	etag        string
}

// Explorer returns a handler for the explorer at / and its files under
// /explorer/. The paths are absolute, so strip no prefix:
//
//	mux.Handle("/{$}", web.Explorer())
//	mux.Handle("/explorer/", web.Explorer())
//
// The page sends its questions to /graphql and links to /export and /graphiql,
// on the same origin. What a view shows stands in the query of its address.
func Explorer() http.Handler { return explorer.handler() }

// GraphiQL returns a handler for the GraphiQL page at /graphiql and the files
// under /graphiql/, to be registered for both patterns without stripping.
//
// The page sends its queries to /graphql and opens the saved questions of
// /queries.json as tabs, both on the same origin. A query in its own address
// (/graphiql?query=...&variables=...) opens in the first tab.
func GraphiQL() http.Handler { return graphiQL.handler() }

// handler serves the files of a page. Every answer carries a content security
// policy that forbids requests to any other origin. Files have a strong ETag
// made from their content and are checked again on each use, since their names
// stay the same between versions.
func (p page) handler() http.Handler {
	assets, err := loadAssets(dist, p.dir)
	if err != nil {
		// The files are part of the binary: they cannot go missing later.
		panic(fmt.Sprintf("web: embedded files of %s: %v", p.dir, err))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", p.policy)
		h.Set("X-Content-Type-Options", "nosniff")
		// A shared link holds the query; no other site needs to see it.
		h.Set("Referrer-Policy", "no-referrer")

		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		a, ok := assets[p.assetName(r.URL.Path)]
		if !ok {
			http.NotFound(w, r)
			return
		}
		h.Set("Content-Type", a.contentType)
		h.Set("Cache-Control", "no-cache")
		h.Set("ETag", a.etag)
		// The zero time leaves Last-Modified out: embedded files have no date.
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
	})
}

// assetName maps a request path to the name of a file in dist, or to a name
// that no file has.
func (p page) assetName(urlPath string) string {
	if urlPath == p.at || urlPath == p.at+"/" {
		return "index.html"
	}
	name, ok := strings.CutPrefix(urlPath, p.below+"/")
	if !ok {
		return ""
	}
	return name
}

// loadAssets reads all files under dir, keyed by their path below it.
func loadAssets(fsys fs.FS, dir string) (map[string]asset, error) {
	assets := make(map[string]asset)
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		contentType, ok := contentTypes[path.Ext(name)]
		if !ok {
			return fmt.Errorf("%s: no content type known for this file", name)
		}
		body, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(body)
		assets[strings.TrimPrefix(name, dir+"/")] = asset{
			body:        body,
			contentType: contentType,
			etag:        `"` + hex.EncodeToString(sum[:16]) + `"`,
		}
		return nil
	})
	return assets, err
}
