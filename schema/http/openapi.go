package httpapi

import (
	"encoding/json"
	"net/http"
	"strings"
)

// openAPIType is the media type of OpenAPI descriptions.
const openAPIType = "application/vnd.oai.openapi+json"

// object is a JSON object of the description.
type object = map[string]any

// openAPI answers with the description of all paths.
func (s *Site) openAPI(w http.ResponseWriter, r *http.Request) {
	body, err := json.Marshal(describe(s.routes(), s.origin(r)))
	if err != nil {
		status, text := s.failure(w, r, brokenExport{err})
		http.Error(w, text, status)
		return
	}
	send(w, openAPIType, body)
}

// describe is the OpenAPI 3.1 description of routes.
func describe(routes []route, origin string) object {
	paths := object{}
	for _, r := range routes {
		if r.about.name == "" {
			continue // a preflight
		}
		method, path := r.place()
		item, _ := paths[path].(object)
		if item == nil {
			item = object{}
			paths[path] = item
		}
		methods := r.about.methods
		if method != "" {
			methods = []string{method}
		}
		for _, m := range methods {
			item[strings.ToLower(m)] = r.about.described(m, len(methods) > 1)
		}
	}
	return object{
		"openapi": "3.1.0",
		"info": object{
			"title": "Mandate Graph", "version": "1", "license": object{"name": "Apache 2.0", "identifier": "Apache-2.0"},
			"description": "Resolutions, bodies and cross-references of the United Nations, with the words that prove them. " +
				"What is stable is said in docs/api.md.",
		},
		"servers":    []object{{"url": origin}},
		"paths":      paths,
		"components": object{"schemas": object{"Request": requestSchema, "Response": responseSchema}},
	}
}

// The schemas of GraphQL over HTTP.
var (
	objectOrNull  = object{"type": []string{"object", "null"}}
	requestSchema = object{
		"type": "object", "description": "A GraphQL request.",
		"properties": object{
			"query": object{"type": "string"}, "operationName": object{"type": []string{"string", "null"}},
			"variables": objectOrNull, "extensions": objectOrNull, "documentId": object{"type": "string"},
		},
	}
	responseSchema = object{
		"type": "object", "description": "A GraphQL response.",
		"properties": object{
			"data": objectOrNull,
			"errors": object{"type": "array", "items": object{
				"type": "object", "required": []string{"message"}, "properties": object{"message": object{"type": "string"}},
			}},
			"extensions": object{"type": "object", "properties": object{"cost": object{
				"type": "object", "required": []string{"requested", "limit", "remaining"},
				"properties": object{
					"requested": object{"type": "integer"}, "limit": object{"type": "integer"}, "remaining": object{"type": "integer"},
				},
			}}},
		},
	}
)

// place is the method of a route, empty for those of the operation, and its path as
// OpenAPI writes it.
func (r route) place() (method, path string) {
	path = r.pattern
	if before, after, both := strings.Cut(r.pattern, " "); both {
		method, path = before, after
	}
	return method, strings.NewReplacer("{$}", "", "...}", "}").Replace(path)
}

// described is one operation by a method; where there are several, GET takes the
// parameters and POST the body.
func (o operation) described(method string, several bool) object {
	d := object{"operationId": o.name, "summary": o.summary, "responses": o.responses()}
	if several {
		d["operationId"] = o.name + "_" + strings.ToLower(method)
	}
	var parameters []object
	for _, p := range o.parameters {
		if method == http.MethodGet {
			parameters = append(parameters, p.described())
		}
	}
	if parameters != nil {
		d["parameters"] = parameters
	}
	if o.body != "" && method == http.MethodPost {
		schema := object{"$ref": "#/components/schemas/Request"}
		if o.body != jsonType {
			question := object{"question": object{"type": "string"}}
			schema = object{"type": "object", "required": []string{"question"}, "properties": question}
		}
		d["requestBody"] = object{"required": true, "content": object{o.body: object{"schema": schema}}}
	}
	return d
}

func (o operation) responses() object {
	words := object{"text/plain": object{"schema": object{"type": "string"}}}
	failure := object{"description": "What is wrong, in words.", "content": words}
	if len(o.mediaTypes) == 0 {
		location := object{"Location": object{"schema": object{"type": "string"}}}
		return object{"303": object{"description": "The address of the page.", "headers": location}, "default": failure}
	}
	content := object{}
	for _, mediaType := range o.mediaTypes {
		schema := object{"type": "string"}
		switch {
		case o.name == "graphql":
			schema = object{"$ref": "#/components/schemas/Response"}
		case strings.HasSuffix(mediaType, "json"):
			schema = object{}
		}
		content[mediaType] = object{"schema": schema}
	}
	if o.name == "graphql" {
		failure = object{"description": "A response with errors.", "content": content}
	}
	return object{"200": object{"description": o.summary, "content": content}, "default": failure}
}

func (p parameter) described() object {
	schema := object{"type": "string"}
	if p.values != nil {
		schema["enum"] = p.values
	}
	if p.many {
		schema = object{"type": "array", "items": schema}
	}
	d := object{"name": p.name, "in": "query", "description": p.doc, "schema": schema}
	if p.inPath {
		d["in"], d["required"] = "path", true
	}
	if p.example != "" {
		d["example"] = p.example
		if p.many {
			d["example"] = []string{p.example}
		}
	}
	return d
}
