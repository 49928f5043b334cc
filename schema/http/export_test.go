package httpapi

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/export"
)

// A whole class is taken in one request, by relation or by any filter of the API;
// what is not known is an error and not left out.
func TestExportsOfWhatFitsAFilter(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	take := func(parameters string) (int, string) {
		response, err := http.Get(address + "/export?" + parameters)
		require.NoError(t, err)
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		return response.StatusCode, string(body)
	}
	status, all := take("format=csv")
	require.Equal(t, http.StatusOK, status)
	status, recalls := take("format=csv&relation=recalls")
	require.Equal(t, http.StatusOK, status)
	assert.Equal(t, strings.Count(all, ",recalls,"), strings.Count(recalls, "\n")-1, "all of them and nothing else")
	status, none := take("format=csv&filter=" + url.QueryEscape(`{"relations": ["recalls"], "until": "1900"}`))
	assert.Equal(t, http.StatusOK, status)
	assert.Equal(t, 1, strings.Count(none, "\n"), "the header alone")

	for parameters, says := range map[string]string{
		"colour=red":     `no parameter "colour"; expected format, base`,
		"depth=2":        "depth and direction go with around",
		"relation=sings": "filter",
		"filter=x":       "expected a JSON object",
		"filter=" + url.QueryEscape(`{"size": 1}`):                               "size",
		"relation=recalls&filter=" + url.QueryEscape(`{"relations": ["notes"]}`): "either in filter or as relation",
		"filter={}&question=x":                                                   "exclude each other",
		"kind=Widget":                                                            `no kind "Widget"`,
		"kind=Act&filter=" + url.QueryEscape(`{"relations": ["recalls"]}`):       `ActFilter has no member "relations"`,
		"kind=Act&filter=" + url.QueryEscape(`{"body": "nobody"}`):               `no body "nobody"`,
		"kind=Act&relation=recalls":                                              "as a member of filter",
		"kind=Act&network=CITATIONS":                                             "only filter and least go with network",
		"network=FRIENDS":                                                        "CO_VOTING",
		"network=CITATIONS&format=bibtex":                                        "bibtex holds no network",
		"least=2":                                                                "with network",
	} {
		status, body := take(parameters)
		assert.Equal(t, http.StatusBadRequest, status, parameters)
		assert.Contains(t, body, says, parameters)
	}
}

// A class of entities comes whole in one request, with every filter of its list: as
// NDJSON one entity a line, or what they state.
func TestExportsOfAWholeClass(t *testing.T) {
	address := listen(t, newSite(t, Options{}))
	acts := address + "/export?kind=Act&format="
	lines := func(text string) (list []map[string]any) {
		for line := range strings.Lines(text) {
			var object map[string]any
			require.NoError(t, json.Unmarshal([]byte(line), &object), line)
			list = append(list, object)
		}
		return list
	}
	all := lines(get(t, acts+"ndjson-nodes"))
	var counted struct {
		Data struct{ Acts struct{ TotalCount int } }
	}
	require.NoError(t, json.Unmarshal([]byte(get(t, address+"/graphql?query="+url.QueryEscape(`{acts{totalCount}}`))), &counted))
	assert.Len(t, all, counted.Data.Acts.TotalCount, "as many as the API counts, however many a page has")

	some := lines(get(t, acts+"ndjson-nodes&filter="+url.QueryEscape(`{"body": "ctoc-cop", "loaded": true, "kind": "resolution"}`)))
	require.Len(t, some, 2)
	assert.Equal(t, map[string]any{
		"id": "ctoc-cop/resolution/12/1", "kind": "Act", "caption": "Widgets", "date": "2024-10-18", "loaded": true,
	}, map[string]any{"id": some[0]["id"], "kind": some[0]["kind"], "caption": some[0]["caption"], "date": some[0]["date"], "loaded": some[0]["loaded"]})

	stated := lines(get(t, acts+"ndjson&filter="+url.QueryEscape(`{"number": "12/4"}`)))
	require.NotEmpty(t, stated)
	for _, s := range stated {
		assert.Equal(t, "ctoc-cop/resolution/12/4", s["source"])
		assert.IsType(t, 1., s["start"])
	}
	assert.Contains(t, get(t, address+"/export?format=csv-mandates&kind=Mandate"), "#op1,requests,")
}

// Networks come with their weights in the formats of programs that draw and measure.
func TestExportsOfNetworks(t *testing.T) {
	address := listen(t, newSite(t, Options{})) + "/export?network="
	assert.Equal(t, "source,target,weight\ngroup/european-union,state/alb,1\n", get(t, address+"CO_SPONSORSHIP&format=csv"))
	assert.Equal(t, "source,target,weight\n", get(t, address+"CO_SPONSORSHIP&format=csv&least=2"))
	assert.Contains(t, get(t, address+"CITATIONS&format=csv"), "ctoc-cop/resolution/12/4,ga/resolution/76/185,1\n")
	assert.NotContains(t, get(t, address+"CITATIONS&format=csv&filter="+url.QueryEscape(`{"target": {"body": "sc"}}`)), "ga/")
	for _, format := range export.NetworkFormats {
		assert.Contains(t, get(t, address+"CO_SPONSORSHIP&format="+format), "state/alb", format)
	}
	gexf := get(t, address+"CO_SPONSORSHIP&format=gexf")
	assert.Contains(t, gexf, `defaultedgetype="undirected"`)
	assert.Contains(t, gexf, `target="state/alb" weight="1"`)
}
