package httpapi

import (
	"net/http"
	"slices"
	"strings"

	"mandategraph/graph/export"
	"mandategraph/schema"
	"mandategraph/web"
)

// A route is a path with what answers there, and what the OpenAPI description says of
// it: the two are one table.
type route struct {
	// pattern is that of [http.ServeMux].
	pattern string
	handler http.Handler
	about   operation
}

// An operation is what a path does. methods are those of a pattern without one.
type operation struct {
	name, summary string
	methods       []string
	parameters    []parameter
	// body is the media type of the request, mediaTypes are those of the answer; an
	// operation that only leads on has none.
	body       string
	mediaTypes []string
}

// A parameter of a path or query, with an example that the made-up report of the tests
// and the sample both know, and its values where these are few.
type parameter struct {
	name, doc, example string
	values             []string
	inPath, many       bool
}

var idParameter = parameter{
	name: "id", inPath: true, example: "ctoc-cop/resolution/12/1",
	doc: "The id of an entity, its slashes as they are; # is written %23.",
}

var formatOfPage = parameter{
	name: "format", doc: "The form of the answer; by the header Accept where not given.",
	values: []string{"html", "turtle", "jsonld", "nquads"},
}

// pageParameters are cursors at which the lists of a page begin.
var pageParameters = []parameter{
	formatOfPage, {name: "out", doc: "After which of what it says the page begins."},
	{name: "in", doc: "After which of what is said of it the page begins."},
	{name: "parts", doc: "After which of its parts the page begins."},
}

var (
	pageTypes = []string{"text/html", "text/turtle", "application/ld+json", "application/n-quads"}
	plainText = []string{"text/plain"}
	onlyHTML  = []string{"text/html"}
	onlyGet   = []string{http.MethodGet}
)

// routes is the table of paths.
func (s *Site) routes() []route {
	list := slices.Concat(s.apiRoutes(), s.watchRoutes(), s.pageRoutes())
	for _, lead := range leads {
		id := idParameter
		id.doc, id.example = "The id of an entity without "+lead+"/.", ""
		list = append(list, route{
			"GET /" + lead + "/{id...}", s.server.Admit(s.entityPage(lead + "/")),
			operation{
				name: "page_" + lead, summary: "The page of an entity whose id begins with " + lead + "/, or its RDF.",
				parameters: append([]parameter{id}, pageParameters...), mediaTypes: pageTypes,
			},
		})
	}
	return list
}

// apiRoutes are those for programs.
func (s *Site) apiRoutes() []route {
	saved, exported := s.server.Share(http.HandlerFunc(savedQueries)), s.server.Share(s.server.Admit(s.export))
	described := s.server.Share(http.HandlerFunc(s.openAPI))
	var exports []string
	for _, f := range export.Formats {
		mediaType, _, _ := strings.Cut(f.MediaType, ";")
		exports = append(exports, mediaType)
	}
	return []route{
		{"/graphql", s.server.GraphQL(), operation{
			name: "graphql", summary: "GraphQL over HTTP: queries in the URL or the body.",
			methods:    []string{http.MethodGet, http.MethodPost},
			parameters: graphqlParameters, body: jsonType, mediaTypes: []string{jsonType, responseType},
		}},
		{"GET /export", exported, operation{
			name: "export", summary: "The whole graph or a part of it in a format of programs.",
			parameters: exportParameters, mediaTypes: exports,
		}},
		{"OPTIONS /export", exported, operation{}},
		{"GET /queries.json", saved, operation{
			name: "savedQuestions", summary: "The saved questions with their queries.", mediaTypes: []string{jsonType},
		}},
		{"OPTIONS /queries.json", saved, operation{}},
		{"GET /openapi.json", described, operation{
			name: "openapi", summary: "This description (OpenAPI 3.1).", mediaTypes: []string{openAPIType},
		}},
		{"OPTIONS /openapi.json", described, operation{}},
		{"GET /id/{id...}", s.server.Admit(s.identify), operation{
			name: "identify", summary: "Leads to the page of an entity.", parameters: []parameter{idParameter},
		}},
		{"GET /oembed", s.server.Share(s.server.Admit(s.oembed)), operation{
			name: "oembed", summary: "The lineage of an entity to stand in another page (oEmbed 1.0).",
			mediaTypes: []string{jsonType},
			parameters: []parameter{
				{name: "url", doc: "The address of an entity's page, or of its lineage.", example: "/act/ctoc-cop/resolution/12/1"},
				{name: "maxwidth", doc: "The greatest width in pixels."}, {name: "maxheight", doc: "The greatest height in pixels."},
				{name: "format", doc: "The format of the answer.", values: []string{"json"}},
			},
		}},
	}
}

// watchRoutes are those for who runs the server.
func (s *Site) watchRoutes() []route {
	return []route{
		{"GET /healthz", http.HandlerFunc(health), operation{
			name: "health", summary: "Whether the process answers.", mediaTypes: plainText,
		}},
		{"GET /readyz", http.HandlerFunc(s.readiness), operation{
			name: "readiness", summary: "Whether it may be sent work.", mediaTypes: plainText,
		}},
		{"GET /metrics", s.metrics.handler(), operation{
			name: "metrics", summary: "What Prometheus reads.", mediaTypes: plainText,
		}},
	}
}

// pageRoutes are those for people.
func (s *Site) pageRoutes() []route {
	explorer, graphiql := web.Explorer(), web.GraphiQL()
	return []route{
		{"/{$}", explorer, operation{name: "explorer", summary: "The explorer.", methods: onlyGet, mediaTypes: onlyHTML}},
		{"/explorer/{file...}", explorer, operation{
			name: "explorerFile", summary: "A file of the explorer.", methods: onlyGet, mediaTypes: []string{"*/*"},
			parameters: []parameter{{name: "file", inPath: true, doc: "Its name."}},
		}},
		{"/graphiql", graphiql, operation{name: "graphiql", summary: "GraphiQL.", methods: onlyGet, mediaTypes: onlyHTML}},
		{"/graphiql/{file...}", graphiql, operation{
			name: "graphiqlFile", summary: "A file of GraphiQL.", methods: onlyGet, mediaTypes: []string{"*/*"},
			parameters: []parameter{{name: "file", inPath: true, doc: "Its name."}},
		}},
		{"GET /plain", http.HandlerFunc(s.start), operation{
			name: "plain", summary: "A page without scripts that takes questions.", mediaTypes: onlyHTML,
		}},
		{"POST /ask", s.server.Admit(s.ask), operation{
			name: "ask", summary: "The answer to a question of that page.",
			body: "application/x-www-form-urlencoded", mediaTypes: onlyHTML,
		}},
		{"GET /act/{id...}", s.server.Admit(s.entityPage("")), operation{
			name: "page_act", summary: "The page of an act, or its RDF.",
			parameters: append([]parameter{idParameter}, pageParameters...), mediaTypes: pageTypes,
		}},
		{"GET /embed/lineage/{id...}", s.server.Admit(s.embed), operation{
			name: "lineage", summary: "A drawing of what an entity rests on, which any page may frame.",
			parameters: []parameter{
				idParameter,
				{name: "direction", doc: "Towards what is cited, or what cites.", values: []string{"backward", "forward"}},
				{name: "depth", doc: "How many steps, at most 6; 2 where not given.", example: "2"},
			},
			mediaTypes: onlyHTML,
		}},
	}
}

// graphqlParameters are those of a query in the URL.
var graphqlParameters = []parameter{
	{name: "query", doc: "The query.", example: "{ statistics { entities } }"},
	{name: "operationName", doc: "Which operation of the query."},
	{name: "variables", doc: "A JSON object of variables."},
	{name: "extensions", doc: "A JSON object; persistedQuery has the hash of a query that was sent before."},
	{name: "documentId", doc: "The name of a saved question, in place of query."},
}

// exportParameters are those that /export takes.
var exportParameters = []parameter{
	{name: "format", doc: "The format; csv where not given.", values: formatNames()},
	{name: "base", doc: "What ids are appended to in formats that name entities by IRI.", example: "https://graph.example/id/"},
	{
		name: "sheetSafe", doc: "Cells of csv with an apostrophe before them, so that no spreadsheet runs them.",
		values: []string{string(export.SafeFormulas), string(export.SafeAll), string(export.SafeOff)},
	},
	{name: "around", doc: "Ids of entities: what lies around them.", many: true},
	{name: "depth", doc: "How many steps to go from around, at most 6; 1 where not given."},
	{name: "direction", doc: "Which way to go from around.", values: []string{"both", "backward", "forward"}},
	{name: "relation", doc: "Relations to follow from around, or whose statements are all meant.", many: true, example: "recalls"},
	{
		name:    "filter",
		doc:     "A JSON object: members of StatementFilter or, with kind, of the filter of the kind's list, such as ActFilter.",
		example: `{"source":{"body":"ctoc-cop"}}`,
	},
	{
		name: "kind",
		doc:  "A kind of the vocabulary, such as Act: all its entities, with what they state where the format holds statements.",
	},
	{
		name: "network", values: schema.NetworkNames(),
		doc: "A network with weighted links in place of statements, as csv, ndjson, gexf, gexf13, graphml or nodelink.",
	},
	{name: "least", doc: "The least weight of links of network; 1 where not given."},
	{name: "question", doc: "A question in words: what answers it."},
	{name: "query", doc: "A GraphQL query: what it returns. It asks for the field statement of edges."},
}

func formatNames() (names []string) {
	for _, f := range export.Formats {
		names = append(names, f.Name)
	}
	return names
}
