// Package web serves the pages that the binary carries in itself.
//
// It holds the GraphiQL page: its sources are in graphiql/, its built files,
// which are committed so that building the binary needs no Node.js, in
// graphiql/dist/. check-rebuild.sh tells whether the two still agree.
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

//go:embed graphiql/dist
var dist embed.FS

const (
	distDir  = "graphiql/dist"
	basePath = "/graphiql"
)

// contentSecurityPolicy lets the page reach this server and nothing else.
// Inline styles are allowed because the editor sets its layout through them.
// default-src does not cover the last three directives.
const contentSecurityPolicy = "default-src 'none'; script-src 'self'; " +
	"style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
	"img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

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

// GraphiQL returns a handler for the GraphiQL page at /graphiql and the files
// under /graphiql/. The paths are absolute, so register it for both patterns
// and strip no prefix:
//
//	page := web.GraphiQL()
//	mux.Handle("/graphiql", page)
//	mux.Handle("/graphiql/", page)
//
// The page sends its queries to /graphql and opens the saved questions of
// /queries.json as tabs, both on the same origin. A query in its own address
// (/graphiql?query=...&variables=...) opens in the first tab.
//
// Every answer carries a content security policy that forbids requests to any
// other origin. Files have a strong ETag made from their content and are
// checked again on each use, since their names stay the same between versions.
func GraphiQL() http.Handler {
	assets, err := loadAssets(dist, distDir)
	if err != nil {
		// The files are part of the binary: they cannot go missing later.
		panic(fmt.Sprintf("web: embedded GraphiQL files: %v", err))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentSecurityPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		// A shared link holds the query; no other site needs to see it.
		h.Set("Referrer-Policy", "no-referrer")

		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		a, ok := assets[assetName(r.URL.Path)]
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
func assetName(urlPath string) string {
	name, ok := strings.CutPrefix(urlPath, basePath)
	if !ok {
		return ""
	}
	switch {
	case name == "", name == "/":
		return "index.html"
	case name[0] == '/':
		return name[1:]
	default:
		return ""
	}
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
