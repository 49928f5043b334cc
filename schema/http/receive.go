package httpapi

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"strings"

	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// A rejection is a request that is not a GraphQL request: the status and the
// reason.
type rejection struct {
	status int
	fault  *guard.Fault
}

func reject(status int, format string, args ...any) *rejection {
	return &rejection{status, guard.Refuse(guard.BadRequest, format, args...)}
}

// A request is what a client sent.
type request struct {
	schema.Params
	// reference names a persisted operation.
	reference guard.Reference
	// body is that of the request; empty where there is none.
	body string
}

// get says that the request came by a safe method, whose answers may be kept.
func (r *request) get() bool { return r.Versioned }

// receive reads the parameters of a GraphQL request (section 5 of GraphQL over
// HTTP).
func (s *Server) receive(w http.ResponseWriter, r *http.Request) (request, *rejection) {
	if r.Method != http.MethodPost {
		return s.receiveURL(r)
	}
	if !isJSON(r.Header.Get("Content-Type")) {
		return request{}, reject(http.StatusUnsupportedMediaType, "the body must be application/json in UTF-8")
	}
	tooLong := &rejection{
		http.StatusRequestEntityTooLarge,
		guard.Refuse(guard.TooComplex, "the body has more than %d bytes", s.options.MaxBody),
	}
	if r.ContentLength > int64(s.options.MaxBody) {
		s.refused(refusedBody)
		return request{}, tooLong
	}
	buffer := schema.NewEncoder(0)
	defer buffer.Release()
	_, err := io.Copy(buffer, http.MaxBytesReader(w, r.Body, int64(s.options.MaxBody)))
	body := buffer.Bytes()
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		s.refused(refusedBody)
		return request{}, tooLong
	case errors.Is(err, os.ErrDeadlineExceeded):
		return request{}, reject(http.StatusRequestTimeout, "the body did not come in time")
	case err != nil:
		return request{}, reject(http.StatusBadRequest, "the body could not be read")
	}
	key := string(body)
	if p, ok := s.requests.Get(key); ok {
		return p, nil
	}
	var members map[string]json.RawMessage
	var invalid *json.SyntaxError
	switch err := json.Unmarshal(body, &members); {
	case errors.As(err, &invalid):
		return request{}, reject(http.StatusBadRequest, "the body is not valid JSON")
	case err != nil:
		return request{}, reject(s.options.RequestStatus, "the body must be one JSON object; batches are not supported")
	}
	p, rejected := s.parameters(members)
	p.body = key
	return p, rejected
}

// maxRemembered is the length of the longest request that is kept, in bytes.
const maxRemembered = 4 << 10

// remember keeps the parameters of a request that was executed, with its
// query, so that the same one need not be read again.
func (s *Server) remember(p request, prepared *schema.Prepared) {
	if p.Prepared == nil && prepared != nil && p.body != "" && len(p.body) <= maxRemembered {
		p.Prepared = prepared
		s.requests.Put(p.body, p)
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
func (s *Server) receiveURL(r *http.Request) (request, *rejection) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return request{}, reject(http.StatusBadRequest, "the query part of the URL is malformed")
	}
	members := map[string]json.RawMessage{}
	for name, list := range values {
		if len(list) > 1 {
			return request{}, reject(s.options.RequestStatus, "the parameter %s is given twice", guard.Shorten(name))
		}
		switch name {
		case "query", "operationName", "documentId":
			members[name], _ = json.Marshal(list[0]) // a string never fails
		case "variables", "extensions":
			members[name] = json.RawMessage(list[0])
			if !json.Valid(members[name]) {
				return request{}, reject(http.StatusBadRequest, "the parameter %s is not valid JSON", name)
			}
		}
	}
	p, rejected := s.parameters(members)
	p.Versioned = true
	return p, rejected
}

// parameters checks the types of the members; null stands for an absent one.
func (s *Server) parameters(members map[string]json.RawMessage) (request, *rejection) {
	var p request
	var extensions map[string]any
	for _, text := range []struct {
		name  string
		value *string
	}{{"query", &p.Query}, {"operationName", &p.OperationName}} {
		if raw := members[text.name]; !isNull(raw) && json.Unmarshal(raw, text.value) != nil {
			return p, reject(s.options.RequestStatus, "the parameter %s must be a string", text.name)
		}
	}
	for _, object := range []struct {
		name  string
		value *map[string]any
	}{{"variables", &p.Variables}, {"extensions", &extensions}} {
		if isNull(members[object.name]) {
			continue
		}
		var err error
		if *object.value, err = schema.DecodeObject(members[object.name]); err != nil {
			return p, reject(s.options.RequestStatus, "the parameter %s must be an object", object.name)
		}
	}
	var rejected *rejection
	if p.reference, rejected = s.readReference(members["documentId"], extensions); rejected != nil {
		return p, rejected
	}
	if isNull(members["query"]) && p.reference.ID == "" {
		return p, reject(s.options.RequestStatus, "the parameter query is missing")
	}
	return p, nil
}

// readReference finds the id of a persisted operation in a request's parameter
// documentId or its extensions; it is empty where there is none.
func (s *Server) readReference(documentID json.RawMessage, extensions map[string]any) (guard.Reference, *rejection) {
	if extension, ok := extensions["persistedQuery"].(map[string]any); ok {
		if version, given := extension["version"]; given && version != json.Number("1") {
			return guard.Reference{}, reject(s.options.RequestStatus, "the extension persistedQuery is known in version 1 only")
		}
		hash, _ := extension["sha256Hash"].(string)
		if hash == "" {
			return guard.Reference{}, reject(s.options.RequestStatus, "the extension persistedQuery must have a sha256Hash")
		}
		return guard.Reference{ID: guard.HashPrefix + strings.ToLower(hash), Automatic: true}, nil
	}
	if isNull(documentID) {
		return guard.Reference{}, nil
	}
	var id string
	if json.Unmarshal(documentID, &id) != nil || id == "" {
		return guard.Reference{}, reject(s.options.RequestStatus, "the parameter documentId must be a string")
	}
	return guard.Reference{ID: id}, nil
}

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }
