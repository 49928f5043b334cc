package httpapi

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema"
	"mandategraph/schema/guard"
)

func TestTheResponseHasTheMediaTypeThatIsAccepted(t *testing.T) {
	server := serve(t, newServer(t, Options{}))
	for accept, want := range map[string]string{
		"":                             jsonType,
		"*/*":                          jsonType,
		"application/*":                jsonType,
		jsonType:                       jsonType,
		responseType:                   responseType,
		responseType + ", " + jsonType: responseType,
		jsonType + ", " + responseType: responseType,
		responseType + ";q=0.5, " + jsonType + ";charset=UTF-8": jsonType,
		responseType + ";q=0, */*;q=0.1":                        jsonType,
		"text/html, */*;q=0.8":                                  jsonType,
		"text/html":                                             "",
		jsonType + ";charset=latin1":                            "",
		jsonType + ";q=0":                                       "",
	} {
		response, r := server.do(t, http.MethodPost, "", strings.NewReader(`{"query":"{__typename}"}`), map[string]string{
			"Content-Type": jsonType, "Accept": accept,
		})
		if want == "" {
			assert.Equal(t, http.StatusNotAcceptable, response.StatusCode, accept)
			continue
		}
		assert.Equal(t, want+"; charset=utf-8", response.Header.Get("Content-Type"), accept)
		assert.Equal(t, "Query", r.Get("__typename"), accept)
	}
}

func TestTheBodyMustBeJSONInUTF8(t *testing.T) {
	server := serve(t, newServer(t, Options{MaxBody: 100}))
	for _, c := range []struct {
		contentType, body string
		status            int
	}{
		{"application/json", `{"query":"{__typename}"}`, 200},
		{"application/json; charset=utf-8", `{"query":"{ __type(name: \"Run🏃\") { name } }"}`, 200},
		{"application/json; charset=latin1", `{"query":"{__typename}"}`, 415},
		{"text/plain", `{"query":"{__typename}"}`, 415},
		{"application/x-www-form-urlencoded", `query={__typename}`, 415},
		{"", `{"query":"{__typename}"}`, 415},
		{"application/json", ``, 400},
		{"application/json", `{"query":`, 400},
		{"application/json", `{"query":"{__typename}"} trailing`, 400},
		{"application/json", `[{"query":"{__typename}"}]`, 400},
		{"application/json", `"{__typename}"`, 400},
		{"application/json", `null`, 400},
		{"application/json", `{"query":"{__typename}","x":"` + strings.Repeat("x", 100) + `"}`, 413},
	} {
		header := map[string]string{}
		if c.contentType != "" {
			header["Content-Type"] = c.contentType
		}
		response, r := server.do(t, http.MethodPost, "", bytes.NewBufferString(c.body), header)
		assert.Equal(t, c.status, response.StatusCode, "%s %s", c.contentType, c.body)
		assert.Equal(t, c.status == 200, len(r.Errors) == 0, c.body)
	}
}

func TestParametersHaveTheirTypes(t *testing.T) {
	server := serve(t, newServer(t, Options{}))
	for body, status := range map[string]int{
		`{}`:                         400,
		`{"qeury":"{__typename}"}`:   400,
		`{"query":null}`:             400,
		`{"query":1}`:                400,
		`{"query":["{__typename}"]}`: 400,
		`{"query":"{__typename}","operationName":false}`:                          400,
		`{"query":"{__typename}","operationName":null}`:                           200,
		`{"query":"query A{__typename}","operationName":"A"}`:                     200,
		`{"query":"query A{__typename}","operationName":"B"}`:                     400,
		`{"query":"query A{__typename} query B{__typename}"}`:                     400,
		`{"query":"query A{__typename} query B{__typename}","operationName":"B"}`: 200,
		`{"query":"{__typename}","variables":null,"extensions":null}`:             200,
		`{"query":"{__typename}","variables":{},"extensions":{"some":1}}`:         200,
		`{"query":"{__typename}","variables":[]}`:                                 400,
		`{"query":"{__typename}","variables":"x"}`:                                400,
		`{"query":"{__typename}","extensions":0}`:                                 400,
	} {
		response, r := server.post(t, body)
		assert.Equal(t, status, response.StatusCode, body)
		if status != 200 {
			assert.Equal(t, []string{guard.BadRequest}, r.Codes(), body)
		}
	}
}

func TestQueriesByGET(t *testing.T) {
	server := serve(t, newServer(t, Options{}))
	parameters := func(pairs ...string) string {
		v := url.Values{}
		for i := 0; i < len(pairs); i += 2 {
			v.Add(pairs[i], pairs[i+1])
		}
		return "?" + v.Encode()
	}
	response, r := server.do(
		t, http.MethodGet,
		parameters(
			"query", `query Q($id: ID!) { node(id: $id) { id } }`, "variables", `{"id":"state/alb"}`, "operationName", "Q",
		),
		nil, nil,
	)
	assert.Equal(t, 200, response.StatusCode)
	assert.Equal(t, "state/alb", r.Get("node id"))

	response, _ = server.do(
		t, http.MethodGet, parameters("query", "mutation { __typename }"), nil, map[string]string{"Accept": responseType},
	)
	assert.Equal(t, http.StatusMethodNotAllowed, response.StatusCode)
	assert.Equal(t, "POST", response.Header.Get("Allow"))

	for _, query := range []string{
		"", parameters("query", "{__typename}", "variables", "{"), parameters("query", "{__typename}", "variables", "[]"),
		parameters("query", "a", "query", "b"), "?query=%zz",
	} {
		response, _ = server.do(t, http.MethodGet, query, nil, nil)
		assert.Equal(t, 400, response.StatusCode, query)
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodOptions} {
		response, r = server.do(t, method, "", nil, nil)
		assert.Equal(t, http.StatusMethodNotAllowed, response.StatusCode, method)
		assert.Equal(t, "GET, HEAD, POST", response.Header.Get("Allow"), method)
		assert.Equal(t, []string{guard.BadRequest}, r.Codes())
	}
}

// Request errors have status 400 without data, or 200 where the client only
// knows application/json; the status is an option.
func TestStatusOfRequestErrors(t *testing.T) {
	for _, c := range []struct {
		accept       string
		option, want int
	}{{responseType, 0, 400}, {responseType, 422, 422}, {jsonType, 0, 200}, {jsonType, 422, 200}} {
		server := serve(t, newServer(t, Options{RequestStatus: c.option}))
		for _, body := range []string{
			`{"query":"{"}`, `{"query":"{ nothing }"}`,
			`{"query":"query($id: ID!) { node(id: $id) { id } }","variables":{"id":null}}`,
		} {
			response, r := server.do(t, http.MethodPost, "", strings.NewReader(body), map[string]string{
				"Content-Type": jsonType, "Accept": c.accept,
			})
			assert.Equal(t, c.want, response.StatusCode, "%s %s", c.accept, body)
			assert.Equal(t, []string{guard.BadRequest}, r.Codes(), body)
			assert.Nil(t, r.Data, body)
		}
	}
}

func TestErrorsOfFieldsLeaveTheStatusAlone(t *testing.T) {
	server := serve(t, newServer(t, Options{}))
	response, r := server.query(t, `{ act(reference: "12/1") { id } statistics { documents } }`)
	assert.Equal(t, 200, response.StatusCode)
	assert.Equal(t, []string{guard.Ambiguous}, r.Codes())
	assert.EqualValues(t, 1, r.Get("statistics documents"))
	assert.Equal(t, []guard.Location{{Line: 1, Column: 3}}, r.Errors[0].Locations)
}

func TestAResultThatIsTooLargeIsAnError(t *testing.T) {
	server := serve(t, newServer(t, Options{Options: schema.Options{MaxResult: 500}}))
	response, r := server.query(t, `{ acts { nodes { id title url } } }`)
	assert.Equal(t, 400, response.StatusCode)
	assert.Equal(t, []string{guard.TooComplex}, r.Codes())
	_, r = server.query(t, `{ acts(first: 1) { nodes { id } } }`)
	assert.Empty(t, r.Errors)
}

func TestBrowsersOfOtherOriginsNeedLeave(t *testing.T) {
	server := serve(t, newServer(t, Options{Origins: []string{"https://good.example"}}))
	for origin, allowed := range map[string]string{
		"https://good.example": "https://good.example", "https://bad.example": "",
	} {
		response, _ := server.do(t, http.MethodGet, "?query={__typename}", nil, map[string]string{"Origin": origin})
		assert.Equal(t, allowed, response.Header.Get("Access-Control-Allow-Origin"))
	}
	response, _ := server.do(t, http.MethodOptions, "", nil, map[string]string{"Origin": "https://good.example"})
	assert.Equal(t, http.StatusNoContent, response.StatusCode)
	assert.Contains(t, response.Header.Get("Access-Control-Allow-Headers"), "Content-Type")
}

func TestAnAddressThatAsksTooOftenHasToWait(t *testing.T) {
	handler := newServer(t, Options{Rate: 1, Burst: 2}).GraphQL()
	from := func(address string) int {
		request := httptest.NewRequest(http.MethodGet, "/?query={__typename}", nil)
		request.RemoteAddr = address
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, request)
		if w.Code == http.StatusTooManyRequests {
			assert.NotEmpty(t, w.Header().Get("Retry-After"))
			assert.Contains(t, w.Body.String(), guard.Overloaded)
		}
		return w.Code
	}
	for range 2 {
		assert.Equal(t, 200, from("192.0.2.1:1"))
	}
	assert.Equal(t, 429, from("192.0.2.1:2"), "another port is the same address")
	assert.Equal(t, 200, from("192.0.2.2:1"))
	for range 5 {
		assert.Equal(t, 200, from("127.0.0.1:1"))
	}
}
