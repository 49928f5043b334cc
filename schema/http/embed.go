package httpapi

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// Lineages to stand in pages of others: a drawing on a time axis without scripts, and
// oEmbed (https://oembed.com), by which editors find it.

//go:embed embed.html
var embedText string

var embedTemplate = template.Must(template.New("embed").Parse(embedText))

// embedOf is the address of an entity's lineage to embed.
func embedOf(id string) string { return (&url.URL{Path: "/embed/lineage/" + id}).String() }

// embedStyle is the style sheet of a drawing.
const embedStyle = `body{margin:0;font:13px/1.3 sans-serif;background:#fff;color:#222}
svg{display:block;max-width:100%;height:auto}
rect{fill:#f5f5f0;stroke:#767676}
.start rect{fill:#ffe9b0}
path{fill:none;stroke:#9a9a9a}
text{fill:#222}
.axis{fill:#555}
p{margin:.4em .8em}`

// embedPolicy lets any page frame a drawing.
var embedPolicy = policy(embedStyle, "*")

// Measures of a drawing, in pixels.
const (
	cellWidth, cellHeight = 170, 34
	boxWidth, boxHeight   = 150, 24
	leftMargin, topMargin = 10, 30
	boxLetters            = 24
)

const embedQuery = `query ($id: ID!, $direction: Direction, $depth: Int) {
  lineage(id: $id, direction: $direction, depth: $depth, limit: 80) {
    nodes { id distance node { id title date } }
    edges { source target relation quote }
    truncated
    timeline { columns { label } lanes { above rows } places { node { id } column lane row } }
  }
}`

// An embedAnswer is what the API says of a lineage.
type embedAnswer struct {
	Lineage struct {
		Nodes []struct {
			ID       string
			Distance int
			Node     struct{ Title, Date string }
		}
		Edges     []struct{ Source, Target, Relation, Quote string }
		Truncated bool
		Timeline  struct {
			Columns []struct{ Label string }
			Lanes   []struct{ Above, Rows int }
			Places  []struct {
				Node              struct{ ID string }
				Column, Lane, Row int
			}
		}
	}
}

// A drawing is what the template shows.
type drawing struct {
	Style               template.CSS
	Title, Page         string
	Width, Height       int
	Columns             []drawnText
	Lines               []drawnLine
	Boxes               []drawnBox
	Truncated           bool
	BoxWidth, BoxHeight int
}

type drawnText struct {
	X, Y int
	Text string
}

type drawnLine struct{ Path, Title string }

type drawnBox struct {
	X, Y, TextX, TextY int
	Text, Title, Page  string
	Start              bool
}

// embed answers /embed/lineage/<id> with a drawing.
func (s *Site) embed(w http.ResponseWriter, r *http.Request) {
	d, err := s.drawing(r, r.PathValue("id"))
	if err != nil {
		status, text := s.failure(w, r, err)
		http.Error(w, text, status)
		return
	}
	var body bytes.Buffer
	if err := embedTemplate.Execute(&body, d); err != nil {
		status, text := s.failure(w, r, brokenExport{err})
		http.Error(w, text, status)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", s.server.options.cacheControl())
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", embedPolicy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	_, _ = body.WriteTo(w) // an error means that the client has gone
}

// drawing asks for a lineage and places it.
func (s *Site) drawing(r *http.Request, id string) (drawing, error) {
	q := r.URL.Query()
	direction := strings.ToUpper(q.Get("direction"))
	if direction == "" {
		direction = "BACKWARD"
	}
	depth, err := strconv.Atoi(q.Get("depth"))
	if q.Has("depth") && err != nil {
		return drawing{}, misusef("depth: expected a number up to %d", maxReach)
	}
	if !q.Has("depth") {
		depth = 2
	}
	var a embedAnswer
	err = s.asked(r.Context(), embedQuery, map[string]any{"id": id, "direction": direction, "depth": depth}, &a)
	if err != nil {
		return drawing{}, err
	}
	return s.placed(id, &a), nil
}

// placed draws boxes at the places of a lineage and lines between them.
func (s *Site) placed(id string, a *embedAnswer) drawing {
	l := &a.Lineage
	d := drawing{
		Style: embedStyle, Title: "Lineage of " + s.label(id), Page: pageOf(id), Truncated: l.Truncated, BoxWidth: boxWidth,
		BoxHeight: boxHeight, Width: leftMargin*2 + len(l.Timeline.Columns)*cellWidth,
	}
	rows := 0
	for _, lane := range l.Timeline.Lanes {
		rows = max(rows, lane.Above+lane.Rows)
	}
	d.Height = topMargin + rows*cellHeight
	for i, c := range l.Timeline.Columns {
		d.Columns = append(d.Columns, drawnText{leftMargin + i*cellWidth, topMargin - 12, c.Label})
	}
	titles := map[string]string{}
	for _, n := range l.Nodes {
		titles[n.ID] = strings.Trim(n.Node.Title+" · "+n.Node.Date, " ·")
	}
	at := map[string]drawnBox{}
	for _, p := range l.Timeline.Places {
		x, y := leftMargin+p.Column*cellWidth, topMargin+(l.Timeline.Lanes[p.Lane].Above+p.Row)*cellHeight
		box := drawnBox{
			X: x, Y: y, TextX: x + 6, TextY: y + 16, Text: cut(s.label(p.Node.ID)), Page: pageOf(p.Node.ID),
			Start: p.Node.ID == id,
			Title: strings.Trim(s.label(p.Node.ID)+" · "+titles[p.Node.ID], " ·"),
		}
		at[p.Node.ID] = box
		d.Boxes = append(d.Boxes, box)
	}
	for _, e := range l.Edges {
		from, to := at[e.Source], at[e.Target]
		d.Lines = append(d.Lines, drawnLine{curve(from, to), e.Relation + ": " + e.Quote})
	}
	return d
}

// curve joins two boxes.
func curve(from, to drawnBox) string {
	x1, x2 := from.X, to.X+boxWidth
	if from.X <= to.X {
		x1, x2 = from.X+boxWidth, to.X
	}
	y1, y2, middle := from.Y+boxHeight/2, to.Y+boxHeight/2, (x1+x2)/2
	return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, middle, y1, middle, y2, x2, y2)
}

// cut shortens a text to what a box holds.
func cut(text string) string {
	letters := []rune(text)
	if len(letters) <= boxLetters {
		return text
	}
	return string(letters[:boxLetters-1]) + "…"
}

// oembed answers what an address of this server is when it stands in another page.
func (s *Site) oembed(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if format := q.Get("format"); format != "" && format != "json" {
		http.Error(w, "only the format json is served", http.StatusNotImplemented)
		return
	}
	id, ok := s.embeddable(q.Get("url"))
	if !ok {
		http.Error(w, "url: expected the address of an entity or of its lineage", http.StatusNotFound)
		return
	}
	width, height := bounded(q.Get("maxwidth"), 800), bounded(q.Get("maxheight"), 400)
	origin, title := s.origin(r), "Lineage of "+s.label(id)
	frame := fmt.Sprintf(
		`<iframe src="%s" title="%s" width="%d" height="%d" sandbox="allow-top-navigation-by-user-activation" loading="lazy"></iframe>`,
		template.HTMLEscapeString(origin+embedOf(id)), template.HTMLEscapeString(title), width, height,
	)
	body, err := json.Marshal(map[string]any{
		"version": "1.0", "type": "rich", "title": title, "provider_name": "Mandate Graph", "provider_url": origin + "/",
		"html": frame, "width": width, "height": height,
	})
	if err != nil {
		status, text := s.failure(w, r, brokenExport{err})
		http.Error(w, text, status)
		return
	}
	send(w, jsonType, body)
}

// embeddable is the id of which an address is a page.
func (s *Site) embeddable(address string) (id string, ok bool) {
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	id = strings.TrimPrefix(u.Path, "/")
	for _, lead := range []string{"act/", "id/", "embed/lineage/"} {
		id = strings.TrimPrefix(id, lead)
	}
	_, ok = s.snapshot().Lookup(id)
	return id, ok
}

// bounded is a length that a client may lessen.
func bounded(text string, usual int) int {
	if n, err := strconv.Atoi(text); err == nil && n > 0 {
		return min(n, usual)
	}
	return usual
}
