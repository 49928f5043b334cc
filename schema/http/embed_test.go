package httpapi

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A lineage stands in any page as a drawing without scripts; nothing else may be framed.
func TestALineageCanBeEmbedded(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	response, body := visit(t, address+"/embed/lineage/ctoc-cop/resolution/12/4", "")
	require.Equal(t, http.StatusOK, response.StatusCode, body)
	policy := response.Header.Get("Content-Security-Policy")
	assert.Contains(t, policy, "frame-ancestors *")
	assert.Contains(t, policy, "default-src 'none'")
	assert.Empty(t, response.Header.Get("X-Frame-Options"))
	assert.Contains(t, body, `<a href="/act/ctoc-cop/resolution/12/4" target="_top" class="start">`)
	assert.Contains(t, body, `<a href="/act/ga/resolution/76/185" target="_top">`)
	assert.GreaterOrEqual(t, strings.Count(body, "<path "), 3, "its citations are lines")
	assert.NotContains(t, body, "<script")
	for _, path := range []string{"/", "/plain", "/graphiql", "/act/ctoc-cop/resolution/12/4"} {
		other, _ := visit(t, address+path, "")
		assert.Contains(t, other.Header.Get("Content-Security-Policy"), "frame-ancestors 'none'", path)
	}
	_, forward := visit(t, address+"/embed/lineage/ga/resolution/76/185?direction=forward&depth=1", "")
	assert.Contains(t, forward, "12/4")
	for path, status := range map[string]int{
		"nothing/at/all": 404, "ctoc-cop/resolution/12/4?depth=x": 400, "ctoc-cop/resolution/12/4?depth=99": 400,
		"ctoc-cop/resolution/12/4?direction=up": 400,
	} {
		other, text := visit(t, address+"/embed/lineage/"+path, "")
		assert.Equal(t, status, other.StatusCode, path+text)
	}
}

// Editors find the drawing by oEmbed, from the address of an act as well.
func TestOEmbed(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	for _, page := range []string{"/act/ctoc-cop/resolution/12/4", "/id/ctoc-cop/resolution/12/4", "/embed/lineage/ctoc-cop/resolution/12/4"} {
		var o map[string]any
		require.NoError(t, json.Unmarshal([]byte(get(t, address+"/oembed?maxwidth=500&url="+url.QueryEscape(address+page))), &o))
		assert.Equal(t, "rich", o["type"])
		assert.Equal(t, "1.0", o["version"])
		assert.EqualValues(t, 500, o["width"])
		frame := o["html"].(string)
		src := frame[strings.Index(frame, `src="`)+5:]
		assert.Contains(t, get(t, src[:strings.Index(src, `"`)]), "<svg", "the frame shows it")
	}
	page := get(t, address+"/act/ctoc-cop/resolution/12/4")
	for _, link := range linksOf(t, page) {
		if strings.Contains(link, "/oembed?") {
			assert.Contains(t, get(t, link), `"rich"`, "found from the page")
		}
	}
	for query, status := range map[string]int{"url=x": 404, "url=%25": 404, "format=xml&url=x": 501} {
		response, _ := visit(t, address+"/oembed?"+query, "")
		assert.Equal(t, status, response.StatusCode, query)
	}
}
