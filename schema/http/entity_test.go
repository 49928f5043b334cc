package httpapi

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/cayleygraph/quad/nquads"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/schematest"
)

// visit gets an address without following where it leads.
func visit(t testing.TB, address string, accept string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	require.NoError(t, err)
	if accept != "" {
		request.Header.Set("Accept", accept)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response, string(body)
}

// An id leads to the page of its entity, a paragraph's to its place on that of its act.
func TestIdsLeadToPages(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	for id, want := range map[string]string{
		"ctoc-cop/resolution/12/4":                 "/act/ctoc-cop/resolution/12/4",
		"body/ctoc-cop":                            "/body/ctoc-cop",
		"state/alb":                                "/state/alb",
		"document/CTOC/COP/2024/11":                "/document/CTOC/COP/2024/11",
		"ctoc-cop/resolution/12/1%23op1":           "/act/ctoc-cop/resolution/12/1#op1",
		"ctoc-cop/resolution/12/1%23op1/mandate/1": "/act/ctoc-cop/resolution/12/1#op1/mandate/1",
		"body/ctoc-cop/session/12/meeting/10":      "/body/ctoc-cop/session/12/meeting/10",
	} {
		response, _ := visit(t, address+"/id/"+id, "")
		assert.Equal(t, http.StatusSeeOther, response.StatusCode, id)
		assert.Equal(t, want, response.Header.Get("Location"), id)
		response, body := visit(t, address+strings.Split(want, "#")[0], "")
		assert.Equal(t, http.StatusOK, response.StatusCode, want+body)
		if _, place, inside := strings.Cut(want, "#"); inside && !strings.Contains(place, "/") {
			assert.Contains(t, body, `id="`+place+`"`, "the place is there")
		}
	}
	for _, path := range []string{"/id/ga/resolution/1/1", "/act/ga/resolution/1/1", "/state/zzz", "/act/state/alb/x"} {
		response, _ := visit(t, address+path, "")
		assert.Equal(t, http.StatusNotFound, response.StatusCode, path)
	}
}

// The page of an act says what the API says, without scripts, with the act in the
// words of schema.org inside and links to its other forms.
func TestThePageOfAnActIsReadWithoutScripts(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	response, body := visit(t, address+"/act/ctoc-cop/resolution/12/1", "text/html,application/xhtml+xml,*/*;q=0.8")
	assert.Equal(t, "text/html; charset=utf-8", response.Header.Get("Content-Type"))
	assert.Contains(t, response.Header.Get("Content-Security-Policy"), "frame-ancestors 'none'")
	assert.NotContains(t, response.Header.Get("Content-Security-Policy"), "script-src")
	scripts := regexp.MustCompile(`(?s)<script([^>]*)>(.*?)</script>`).FindAllStringSubmatch(body, -1)
	require.Len(t, scripts, 1)
	assert.Equal(t, ` type="application/ld+json"`, scripts[0][1], "data, which nothing runs")
	var linked map[string]any
	require.NoError(t, json.Unmarshal([]byte(scripts[0][2]), &linked))
	assert.Equal(t, "Legislation", linked["@type"])
	assert.Equal(t, address+"/id/ctoc-cop/resolution/12/1", linked["@id"])
	assert.Equal(t, "2024-10-18", linked["legislationDate"])
	assert.Contains(t, linked["citation"], map[string]any{"@id": address + "/id/ga/resolution/76/185"})

	var counted struct {
		Data struct {
			Node struct {
				Title                  string
				Relations, RelationsTo struct{ TotalCount int }
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(get(t, address+"/graphql?query="+url.QueryEscape(
		`{node(id:"ctoc-cop/resolution/12/1"){... on Entity {title relations{totalCount} relationsTo{totalCount}}}}`,
	))), &counted))
	n := counted.Data.Node
	assert.Contains(t, body, `<p class="title">`+n.Title+`</p>`)
	assert.Contains(t, body, `What it says <small>`+strconv.Itoa(n.Relations.TotalCount)+`</small>`)
	assert.Contains(t, body, `What is said of it <small>`+strconv.Itoa(n.RelationsTo.TotalCount)+`</small>`)
	assert.Contains(t, body, `<a href="/act/ga/resolution/76/185">`)
	assert.Contains(t, body, `href="/?read=ctoc-cop%2Fresolution%2F12%2F1"`, "the explorer's view")
	assert.Contains(t, body, "2. Urges Member States", "its text")

	again, _ := http.NewRequest(http.MethodGet, address+"/act/ctoc-cop/resolution/12/1", nil)
	again.Header.Set("If-None-Match", response.Header.Get("ETag"))
	unchanged, err := http.DefaultClient.Do(again)
	require.NoError(t, err)
	require.NoError(t, unchanged.Body.Close())
	assert.Equal(t, http.StatusNotModified, unchanged.StatusCode)
}

// Every link of a page leads somewhere on this server.
func TestLinksOfPagesLeadSomewhere(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	for _, page := range []string{"/act/ctoc-cop/resolution/12/1", "/body/ctoc-cop", "/state/alb", "/document/CTOC/COP/2024/11", "/body/ctoc-cop/session/12"} {
		body := get(t, address+page)
		for _, link := range linksOf(t, body) {
			if !strings.HasPrefix(link, "/") {
				continue
			}
			response, text := visit(t, address+strings.Split(link, "#")[0], "")
			assert.Equal(t, http.StatusOK, response.StatusCode, "%s on %s: %s", link, page, text)
		}
	}
}

// linksOf are the values of href in a page, as a browser reads it.
func linksOf(t testing.TB, page string) (links []string) {
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "href" {
				links = append(links, a.Val)
			}
		}
	}
	return links
}

// The same address gives RDF to who asks for it, by header or parameter.
func TestTheAddressOfAnEntityGivesRDF(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	act := address + "/act/ctoc-cop/resolution/12/4"
	for accept, want := range map[string]string{
		"text/turtle": "text/turtle", "application/n-quads": "application/n-quads", "application/ld+json, text/html;q=0.5": "application/ld+json",
		"text/turtle, */*": "text/turtle", "": "text/html", "*/*": "text/html", "text/*": "text/html", "application/*": "application/ld+json",
	} {
		response, body := visit(t, act, accept)
		assert.Equal(t, http.StatusOK, response.StatusCode, accept)
		assert.True(t, strings.HasPrefix(response.Header.Get("Content-Type"), want), "%s: %s", accept, response.Header.Get("Content-Type"))
		assert.Contains(t, response.Header.Values("Vary"), "Accept")
		assert.Contains(t, body, "76/185", accept)
	}
	response, _ := visit(t, act, "image/png")
	assert.Equal(t, http.StatusNotAcceptable, response.StatusCode)
	response, _ = visit(t, act+"?format=docx", "")
	assert.Equal(t, http.StatusNotAcceptable, response.StatusCode)

	reader := nquads.NewReader(strings.NewReader(get(t, act+"?format=nquads")), false)
	cites := 0
	for q, err := reader.ReadQuad(); err == nil; q, err = reader.ReadQuad() {
		if q.Subject.String() == "<"+address+"/id/ctoc-cop/resolution/12/4>" && strings.HasSuffix(q.Predicate.String(), "#recalls>") {
			cites++
			visited, _ := visit(t, strings.Trim(q.Object.String(), "<>"), "")
			assert.Equal(t, http.StatusSeeOther, visited.StatusCode, "its IRIs resolve: %s", q.Object)
		}
	}
	assert.Equal(t, 3, cites)
	public := listen(t, newSite(t, Options{PublicURL: "https://graph.example/"}))
	assert.Contains(t, get(t, public+"/act/ctoc-cop/resolution/12/4?format=turtle"), "<https://graph.example/id/")
}

// hostile is a document whose words are markup.
func hostileSite(t testing.TB) string {
	const evil = `"><script>alert(1)</script></script><img src=x onerror=alert(1)>'&`
	d := graph.Document{ID: "document/X/1", Source: "x", Facts: []graph.Fact{
		{Subject: "ga/resolution/1/1", Property: "kind", Value: "Act"}, {Subject: "ga/resolution/1/1", Property: "title", Value: evil},
		{Subject: "ga/resolution/1/1", Property: "alias", Value: evil}, {Subject: "ga/resolution/1/1", Property: "adoptedOn", Value: "2040-01-01"},
		{Subject: "ga/resolution/1/1#op1", Property: "kind", Value: "Paragraph"}, {Subject: "ga/resolution/1/1#op1", Property: "text", Value: evil},
		{Subject: "treaty/" + evil, Property: "kind", Value: "Treaty"}, {Subject: "treaty/" + evil, Property: "name", Value: evil},
	}, Statements: []graph.Statement{{
		Subject: "ga/resolution/1/1", Relation: "recalls", Object: "treaty/" + evil,
		Evidence: graph.Evidence{Document: "document/X/1", Paragraph: "ga/resolution/1/1#op1", End: 1, Quote: evil},
	}}}
	d.Normalize()
	return listen(t, siteOf(t, snapshot.New([]graph.Document{d}), Options{}))
}

// What texts and ids say is never markup, in pages, drawings and oEmbed alike.
func TestPagesEscapeEverything(t *testing.T) {
	address := hostileSite(t)
	for _, path := range []string{"/act/ga/resolution/1/1", "/embed/lineage/ga/resolution/1/1", "/treaty/" + url.PathEscape(`"><script>alert(1)</script></script><img src=x onerror=alert(1)>'&`)} {
		response, body := visit(t, address+path, "")
		require.Equal(t, http.StatusOK, response.StatusCode, path+body)
		assert.NotContains(t, body, "<script>alert", path)
		assert.NotContains(t, body, "<img", path)
		root, err := html.Parse(strings.NewReader(body))
		require.NoError(t, err)
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				assert.False(t, strings.HasPrefix(a.Key, "on"), "%s has %s", path, a.Key)
				assert.NotContains(t, a.Val, "javascript:", path)
			}
		}
	}
}

// Long lists go on at links, forward and back to their beginning.
func TestLongListsGoOnAtLinks(t *testing.T) {
	d := graph.Document{ID: "document/X/1", Source: strings.Repeat("x", 200)}
	d.Facts = append(d.Facts, schematest.Facts("ga/resolution/1/1", "kind", "Act")...)
	for i := range 120 {
		d.Statements = append(d.Statements, graph.Statement{
			Subject: "ga/resolution/1/1", Relation: "recalls", Object: "ga/resolution/2/" + strconv.Itoa(i+1),
			Evidence: graph.Evidence{Document: "document/X/1", Start: i, End: i + 1},
		})
	}
	d.Normalize()
	address := listen(t, siteOf(t, snapshot.New([]graph.Document{d}), Options{}))
	seen, page := map[string]bool{}, "/act/ga/resolution/1/1"
	for pages := 0; page != ""; pages++ {
		require.Less(t, pages, 4)
		body := get(t, address+strings.Split(page, "#")[0])
		assert.Equal(t, pages > 0, strings.Contains(body, "From the beginning"))
		page = ""
		for _, link := range linksOf(t, body) {
			if strings.HasPrefix(link, "/act/ga/resolution/2/") {
				seen[link] = true
			}
			if strings.Contains(link, "?out=") && strings.Contains(link, "#what-it-says") {
				page = link
			}
		}
	}
	assert.Len(t, seen, 120)
}
