package httpapi

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

	status, register := take("format=csv-mandates")
	require.Equal(t, http.StatusOK, status)
	status, requests := take("format=csv-mandates&mandates=" + url.QueryEscape(`{"relation": "requests"}`))
	assert.Equal(t, http.StatusOK, status)
	assert.Equal(t, strings.Count(register, ",requests,"), strings.Count(requests, "\n")-1, "the rows that fit and nothing else")
	assert.Positive(t, strings.Count(requests, ",requests,"))

	for parameters, says := range map[string]string{
		"colour=red":     `no parameter "colour"; expected format, base`,
		"depth=2":        "depth and direction go with around",
		"relation=sings": "filter",
		"filter=x":       "expected a JSON object",
		"filter=" + url.QueryEscape(`{"size": 1}`):                               "size",
		"relation=recalls&filter=" + url.QueryEscape(`{"relations": ["notes"]}`): "either in filter or as relation",
		"mandates=x": "expected a JSON object",
		"mandates=" + url.QueryEscape(`{"dueAfter": "2030"}`): "dueAfter",
		"filter={}&question=x":                                "exclude each other",
	} {
		status, body := take(parameters)
		assert.Equal(t, http.StatusBadRequest, status, parameters)
		assert.Contains(t, body, says, parameters)
	}
}
