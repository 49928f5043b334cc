package httpapi

import (
	"context"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func described(t *testing.T, address string) *openapi3.T {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData([]byte(get(t, address+"/openapi.json")))
	require.NoError(t, err)
	return doc
}

// The description is one by the specification, and of every path that is served.
func TestEveryPathIsDescribed(t *testing.T) {
	site := newSite(t, Options{})
	address := listen(t, site)
	doc := described(t, address)
	require.NoError(t, doc.Validate(context.Background()))
	assert.Equal(t, "3.1.0", doc.OpenAPI)
	assert.Equal(t, address, doc.Servers[0].URL)
	routed := map[string]bool{}
	for _, r := range site.routes() {
		method, path := r.place()
		item := doc.Paths.Value(path)
		require.NotNil(t, item, "%s is served and not described", r.pattern)
		routed[path] = true
		if method != http.MethodOptions && method != "" {
			assert.NotNil(t, item.GetOperation(method), r.pattern)
		}
	}
	for path := range doc.Paths.Map() {
		assert.True(t, routed[path], "%s is described and not served", path)
	}
}

// What GET answers is of a status and media type of the description, with the values of
// its parameters that the description names.
func TestAnswersAreAsDescribed(t *testing.T) {
	site := newSite(t, Options{})
	site.SetReady(true)
	address := listen(t, site)
	instead := map[string]string{ // of what has no example that is good everywhere
		"/explorer/{file}": "THIRD-PARTY-NOTICES.txt", "/graphiql/{file}": "THIRD-PARTY-NOTICES.txt", "/body/{id}": "ctoc-cop", "/state/{id}": "alb",
		"/document/{id}": "CTOC/COP/2024/11", "/group/{id}": "european-union", "/organization/{id}": "", "/person/{id}": "", "/role/{id}": "",
		"/instrument/{id}": "", "/subject/{id}": "", "/addressee/{id}": "member-states", "/treaty/{id}": "",
	}
	for path, item := range described(t, address).Paths.Map() {
		if item.Get == nil {
			continue
		}
		for _, query := range queriesOf(item.Get) {
			filled := path
			for _, p := range item.Get.Parameters {
				if p.Value.In == "path" {
					value, known := instead[path]
					if !known {
						value, _ = p.Value.Example.(string)
					}
					filled = strings.ReplaceAll(path, "{"+p.Value.Name+"}", value)
				}
			}
			if value, known := instead[path]; known && value == "" {
				continue
			}
			response, body := visit(t, address+filled+"?"+query, "")
			answer := item.Get.Responses.Status(response.StatusCode)
			require.NotNil(t, answer, "%s?%s: %d %s", filled, query, response.StatusCode, body)
			mediaType, _, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
			if len(answer.Value.Content) > 0 && answer.Value.Content["*/*"] == nil {
				require.NoError(t, err)
				assert.NotNil(t, answer.Value.Content.Get(mediaType), "%s?%s: %s", filled, query, mediaType)
			}
		}
	}
}

// queriesOf are the examples of an operation: each parameter that is needed with its
// example, and every value of each that has few.
func queriesOf(o *openapi3.Operation) []string {
	base := url.Values{}
	for _, p := range o.Parameters {
		if p.Value.In == "query" && p.Value.Example != nil && slices.Contains([]string{"query", "url"}, p.Value.Name) {
			base.Set(p.Value.Name, p.Value.Example.(string))
		}
	}
	if o.OperationID == "export" {
		base = url.Values{}
	}
	all := []string{base.Encode()}
	for _, p := range o.Parameters {
		for _, value := range p.Value.Schema.Value.Enum {
			q := url.Values{p.Value.Name: {value.(string)}}
			for name, values := range base {
				q[name] = values
			}
			if p.Value.Name == "direction" && o.OperationID == "export" {
				q.Set("around", "ctoc-cop/resolution/12/1")
			}
			all = append(all, q.Encode())
		}
		if example, ok := p.Value.Example.(string); ok && o.OperationID == "export" {
			all = append(all, url.Values{p.Value.Name: {example}}.Encode())
		}
	}
	return all
}
