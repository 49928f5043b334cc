package httpapi

import (
	_ "embed"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"mandategraph/graph"
)

//go:embed entity.graphql
var entityQuery string

//go:embed entity.html
var entityText string

// entityTemplate escapes what texts say for the place where it stands.
var entityTemplate = template.Must(template.New("entity").Parse(entityText))

// An entityAnswer is what the API says of an entity.
type entityAnswer struct {
	Node struct {
		ID         string
		Kind       string `json:"__typename"`
		Name       string
		Title      string
		Date       string
		URL        string
		Loaded     bool
		Body       *struct{ ID string }
		Properties []struct{ Name, Value string }
		Relations  statementList
		To         statementList `json:"relationsTo"`
		Parts      partList
		Acts       partList
		Sessions   partList
		Meetings   partList
		Articles   partList
	}
}

type pageInfo struct {
	EndCursor   string
	HasNextPage bool
}

type statementList struct {
	TotalCount, DistinctCount int
	PageInfo                  pageInfo
	Edges                     []struct {
		Relation, Verb, Quote, Locator, Source, Paragraph, Value string
		Node                                                     *struct{ ID, Title, Name, Date string }
	}
}

type partList struct {
	TotalCount int
	PageInfo   pageInfo
	Nodes      []struct{ ID, Title, Date, Text string }
}

// A shownEntity is what the template shows.
type shownEntity struct {
	Style                               template.CSS
	ID, Kind, Label, Title, Date, URL   string
	Address, Identifier, Explorer, Draw string
	Embed, OEmbed                       string
	Alternates                          []alternate
	Properties                          []pair
	Lists                               []shownList
	Linked                              map[string]any
}

type pair struct{ Name, Value, Address string }

// An alternate is another form of the page.
type alternate struct{ MediaType, Address string }

// A shownList is a list of the page, with its whole length and where it goes on.
type shownList struct {
	Anchor, Heading string
	Total           int
	Rows            []shownRow
	More, First     string // addresses; empty where there is nothing
}

// A shownRow is a statement or a part.
type shownRow struct {
	Relation, Label, Address, Title, Date, Quote, Place, Proof, Anchor, Text string
}

// shownEntity asks the API for what the page of an entity shows.
func (s *Site) shownEntity(r *http.Request, id string) (shownEntity, error) {
	var a entityAnswer
	at := r.URL.Query()
	err := s.asked(r.Context(), entityQuery, map[string]any{
		"id": id, "out": given(at, "out"), "in": given(at, "in"), "parts": given(at, "parts"),
	}, &a)
	if err != nil {
		return shownEntity{}, err
	}
	n, origin := &a.Node, s.origin(r)
	page := origin + pageOf(id)
	e := shownEntity{
		Style: style + entityStyle, ID: id, Kind: graph.Spaced(n.Kind), Label: s.label(id), Title: n.Title, Date: n.Date,
		URL:     n.URL,
		Address: page, Identifier: origin + "/id/" + graph.EscapeID(id),
		Explorer: "/?" + url.Values{"read": {id}}.Encode(), Draw: "/?" + url.Values{"draw": {id}}.Encode(),
		Embed:  embedOf(id),
		OEmbed: origin + "/oembed?" + url.Values{"url": {page}}.Encode(),
	}
	if e.Title == e.Label {
		e.Title = ""
	}
	for _, p := range representations[1:] {
		e.Alternates = append(e.Alternates, alternate{p.mediaType, pageOf(id) + "?format=" + p.name})
	}
	for _, p := range n.Properties {
		if shown := (pair{Name: graph.Spaced(p.Name), Value: p.Value}); !hidden[p.Name] {
			if _, ok := s.snapshot().Lookup(p.Value); ok {
				shown.Address = pageOf(p.Value)
			}
			e.Properties = append(e.Properties, shown)
		}
	}
	e.Lists = s.shownLists(id, at, &a)
	e.Linked = s.linked(origin, &a)
	return e, nil
}

// hidden are properties that say how a text was read, or what the page says already.
var hidden = map[string]bool{
	"kind": true, "title": true, "text": true, "furniture": true, "diagnostic": true, "start": true, "end": true,
	"position": true,
}

// given is a parameter, nil where it is empty.
func given(at url.Values, name string) any {
	if value := at.Get(name); value != "" {
		return value
	}
	return nil
}

// shownLists are the lists of a page that have something.
func (s *Site) shownLists(id string, at url.Values, a *entityAnswer) (lists []shownList) {
	n := &a.Node
	add := func(l shownList, name string, info pageInfo) {
		if l.Total == 0 {
			return
		}
		l.Anchor = graph.Slug(l.Heading)
		if info.HasNextPage && name != "" {
			l.More = pageWith(id, at, name, info.EndCursor) + "#" + l.Anchor
		}
		if name != "" && at.Get(name) != "" {
			l.First = pageWith(id, at, name, "") + "#" + l.Anchor
		}
		lists = append(lists, l)
	}
	parts := func(heading, name string, list partList) {
		l := shownList{Heading: heading, Total: list.TotalCount}
		for _, p := range list.Nodes {
			l.Rows = append(l.Rows, s.partRow(id, p.ID, p.Title, p.Date, p.Text))
		}
		add(l, name, list.PageInfo)
	}
	parts("Text", "parts", n.Parts)
	if n.Kind == "Document" {
		parts("Acts", "", n.Acts)
	} else {
		parts("Acts", "parts", n.Acts)
	}
	parts("Sessions", "", n.Sessions)
	parts("Meetings", "", n.Meetings)
	parts("Articles", "", n.Articles)
	add(s.statements("What it says", n.Relations), "out", n.Relations.PageInfo)
	add(s.statements("What is said of it", n.To), "in", n.To.PageInfo)
	return lists
}

// partRow is a part of an entity: a paragraph with its text, or a link.
func (s *Site) partRow(whole, id, title, date, text string) shownRow {
	if place, inside := strings.CutPrefix(id, whole+"#"); inside {
		return shownRow{Anchor: place, Text: text}
	}
	row := shownRow{Label: s.label(id), Address: pageOf(id), Title: title, Date: date}
	if row.Title == row.Label {
		row.Title = ""
	}
	return row
}

// pageWith is the address of a page on which one list begins after a cursor.
func pageWith(id string, at url.Values, name, cursor string) string {
	q := url.Values{}
	for _, other := range []string{"out", "in", "parts"} {
		if value := at.Get(other); value != "" && other != name {
			q.Set(other, value)
		}
	}
	if cursor != "" {
		q.Set(name, cursor)
	}
	address, _, _ := strings.Cut(pageOf(id), "#")
	if len(q) == 0 {
		return address
	}
	return address + "?" + q.Encode()
}

// statements are rows of statements, each with the words that prove it.
func (s *Site) statements(heading string, list statementList) shownList {
	l := shownList{Heading: heading, Total: list.TotalCount}
	for _, e := range list.Edges {
		row := shownRow{Relation: graph.Spaced(e.Relation), Quote: e.Quote, Place: e.Locator, Label: e.Value}
		if e.Paragraph != "" {
			row.Proof = pageOf(e.Paragraph)
		}
		if e.Node != nil {
			row.Label, row.Address, row.Title, row.Date = s.label(e.Node.ID), pageOf(e.Node.ID), e.Node.Title, e.Node.Date
			if row.Title == row.Label {
				row.Title = ""
			}
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}
