package schema

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
)

// A rejection is a request that is not a GraphQL request: the status and the
// reason.
type rejection struct {
	status int
	fault  *fault
}

func reject(status int, format string, args ...any) *rejection {
	return &rejection{status, refuse(BadRequest, format, args...)}
}

// receive reads the parameters of a GraphQL request (section 5 of GraphQL over
// HTTP).
func (a *API) receive(w http.ResponseWriter, r *http.Request) (params, *rejection) {
	if r.Method != http.MethodPost {
		return a.receiveURL(r)
	}
	if !isJSON(r.Header.Get("Content-Type")) {
		return params{}, reject(http.StatusUnsupportedMediaType, "the body must be application/json in UTF-8")
	}
	buffer := newEncoder(0)
	defer buffer.release()
	_, err := io.Copy(buffer, http.MaxBytesReader(w, r.Body, int64(a.options.MaxBody)))
	body := buffer.bytes
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return params{}, &rejection{http.StatusRequestEntityTooLarge, refuse(TooComplex, "the body has more than %d bytes", a.options.MaxBody)}
	case err != nil:
		return params{}, reject(http.StatusBadRequest, "the body could not be read")
	}
	key := string(body)
	if p, ok := a.requests.get(key); ok {
		return p, nil
	}
	var members map[string]json.RawMessage
	var invalid *json.SyntaxError
	switch err := json.Unmarshal(body, &members); {
	case errors.As(err, &invalid):
		return params{}, reject(http.StatusBadRequest, "the body is not valid JSON")
	case err != nil:
		return params{}, reject(a.options.RequestStatus, "the body must be one JSON object; batches are not supported")
	}
	p, rejected := a.parameters(members)
	p.received = key
	return p, rejected
}

// maxRemembered is the length of the longest request that is kept, in bytes.
const maxRemembered = 4 << 10

// remember keeps the parameters of a request that was executed, with its
// document, so that the same one need not be read again.
func (a *API) remember(p params, d *document) {
	if p.document == nil && d != nil && p.received != "" && len(p.received) <= maxRemembered {
		p.document = d
		a.requests.put(p.received, p)
	}
}

// isJSON reads a Content-Type; the usual one needs no parsing.
func isJSON(contentType string) bool {
	if contentType == jsonType {
		return true
	}
	name, parameters, err := mime.ParseMediaType(contentType)
	return err == nil && name == jsonType && isUTF8(parameters["charset"])
}

// receiveURL reads the parameters from the query part of the URL, where
// variables and extensions are JSON.
func (a *API) receiveURL(r *http.Request) (params, *rejection) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return params{}, reject(http.StatusBadRequest, "the query part of the URL is malformed")
	}
	members := map[string]json.RawMessage{}
	for name, list := range values {
		if len(list) > 1 {
			return params{}, reject(a.options.RequestStatus, "the parameter %s is given twice", shorten(name))
		}
		switch name {
		case "query", "operationName", "documentId":
			members[name], _ = json.Marshal(list[0]) // a string never fails
		case "variables", "extensions":
			members[name] = json.RawMessage(list[0])
			if !json.Valid(members[name]) {
				return params{}, reject(http.StatusBadRequest, "the parameter %s is not valid JSON", name)
			}
		}
	}
	p, rejected := a.parameters(members)
	p.get = true
	return p, rejected
}

// parameters checks the types of the members; null stands for an absent one.
func (a *API) parameters(members map[string]json.RawMessage) (params, *rejection) {
	var p params
	for _, name := range []string{"query", "operationName"} {
		raw := members[name]
		if isNull(raw) {
			continue
		}
		var text string
		if json.Unmarshal(raw, &text) != nil {
			return p, reject(a.options.RequestStatus, "the parameter %s must be a string", name)
		}
		if name == "query" {
			p.query = text
		} else {
			p.operationName = text
		}
	}
	var extensions map[string]any
	for _, name := range []string{"variables", "extensions"} {
		if isNull(members[name]) {
			continue
		}
		object, err := decodeObject(members[name])
		if err != nil {
			return p, reject(a.options.RequestStatus, "the parameter %s must be an object", name)
		}
		if name == "variables" {
			p.variables = object
		} else {
			extensions = object
		}
	}
	var rejected *rejection
	if p.persisted, rejected = a.readPersistence(members, extensions); rejected != nil {
		return p, rejected
	}
	if isNull(members["query"]) && p.persisted.id == "" {
		return p, reject(a.options.RequestStatus, "the parameter query is missing")
	}
	return p, nil
}

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }
