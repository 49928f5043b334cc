package format

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

var htmlTags = tagTable{
	"head": skipped, "script": skipped, "style": skipped, "noscript": skipped, "template": skipped, "nav": skipped,
	"svg": skipped, "select": skipped, "button": skipped, "iframe": skipped, "object": skipped,
	"br": lineBreak, "tr": rowTag, "td": cellTag, "th": cellTag, "sup": superTag,
	"p": block, "div": block, "h1": block, "h2": block, "h3": block, "h4": block, "h5": block, "h6": block,
	"li": block, "ul": block, "ol": block, "dl": block, "dt": block, "dd": block, "table": tableTag, "caption": block,
	// Akoma Ntoso set as HTML names its elements by classes.
	"akn-num": numberTag, "akn-p": block, "akn-item": block, "akn-blockList": block, "akn-listIntroduction": block, "akn-content": block, "akn-hcontainer": block,
	"section": block, "article": block, "header": block, "footer": block, "main": block, "aside": block,
	"blockquote": block, "pre": block, "hr": block, "body": block, "html": block, "address": block, "figure": block,
	"figcaption": block, "center": block, "form": block, "fieldset": block, "details": block, "summary": block,
}

// voids have no end tag.
var voids = map[string]bool{"br": true, "hr": true}

// A hypertext reads HTML from its tokens, so that neither depth nor a missing
// end tag matters.
type hypertext struct {
	markup
	lists []list
	pre   int
	spans []string // what the open spans are by their class
	// link is the place in the page to which the open link leads; notes are such places
	// that raised marks lead to, with the marks.
	link      string
	footnotes map[string]string
	// hidden is the element that a page does not show, and within how many of its
	// name the reader is.
	hidden string
	within int
}

// A list numbers its items.
type list struct {
	ordered bool
	style   string
	next    int
}

// maxSpans is how deep spans stand in spans; the ends of deeper ones are missed.
const maxSpans = 1000

// maxLists is how deep lists stand in lists; deeper ones have no labels.
const maxLists = 100

// readHTML decodes HTML in the encoding that it declares.
func readHTML(ctx context.Context, data []byte, limits Limits) (string, error) {
	if len(data) > limits.markup() {
		return "", limits.tooMuchText()
	}
	declared := ""
	if utf8.Valid(data) {
		declared = "text/html; charset=utf-8" // what is valid is not read by a guess
	}
	r, err := charset.NewReader(stoppable{ctx, bytes.NewReader(data)}, declared)
	if err != nil {
		return "", fmt.Errorf("expected HTML in a known encoding: %w", err)
	}
	h := &hypertext{markup: markup{flow: flow{limits: limits}, tags: &htmlTags}}
	z := html.NewTokenizer(r)
	z.SetMaxBuf(limits.markup())
	for !h.over {
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); err != io.EOF {
				return "", fmt.Errorf("expected HTML: %w", err)
			}
			return h.text()
		case html.TextToken:
			h.characters(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			h.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			h.finish(string(name))
		}
	}
	return h.text()
}

func (h *hypertext) start(z *html.Tokenizer) {
	raw, more := z.TagName()
	name := string(raw)
	attributes := map[string]string{}
	for more && len(attributes) < 50 {
		var key, value []byte
		key, value, more = z.TagAttr()
		attributes[string(key)] = string(value)
	}
	if h.hides(name, attributes) {
		return
	}
	switch {
	case name == "body":
		h.skip = 0 // a head that was not closed
	case voids[name] && h.skip == 0 && name == "br" && h.pre > 0:
		h.characters("\n")
		return
	}
	if name == "span" && len(h.spans) < maxSpans {
		name = strings.TrimSpace(attributes["class"])
		h.spans = append(h.spans, name)
	}
	h.open(name)
	if h.skip > 0 {
		return
	}
	h.footnoteAt(name, attributes)
	switch name {
	case "ol", "ul":
		h.openList(name == "ol", attributes)
	case "li":
		h.item(attributes)
	case "pre":
		h.pre++
	}
}

// mostFootnotes is how many footnotes of a page are known by their links.
const mostFootnotes = 100_000

// footnoteAt reads the links that join the mark of a footnote to its text: the place to
// which a raised figure leads begins the footnote of that mark.
func (h *hypertext) footnoteAt(name string, attributes map[string]string) {
	if name == "a" {
		h.link, _ = strings.CutPrefix(attributes["href"], "#")
		if len(h.link) == len(attributes["href"]) {
			h.link = "" // to another page
		}
	}
	for _, id := range []string{attributes["id"], attributes["name"]} {
		if mark := h.footnotes[id]; mark != "" && strings.TrimSpace(h.line.String()) == "" {
			h.footnote = mark
		}
	}
}

// linkedMark is the mark of a footnote that is raised by its style alone.
var linkedMark = regexp.MustCompile(`^\[\d{1,3}\]$`)

// markOf notes to which place the raised figures of a link lead.
func (h *hypertext) markOf(text string) {
	mark := strings.Trim(text, " []()")
	if mark == "" || strings.Trim(mark, "0123456789") != "" || len(h.footnotes) >= mostFootnotes {
		return
	}
	if h.footnotes == nil {
		h.footnotes = map[string]string{}
	}
	if h.footnotes[h.link] == "" {
		h.footnotes[h.link] = mark
	}
}

// hides says that an element is one that its page does not show, or stands in one:
// its style or its attribute says so, as those of menus and of other languages do.
func (h *hypertext) hides(name string, attributes map[string]string) bool {
	if h.hidden == "" {
		style := strings.ToLower(strings.Join(strings.Fields(attributes["style"]), ""))
		_, marked := attributes["hidden"]
		unshown := marked || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		if !unshown || noEnd[name] || name == "body" || name == "html" {
			return false
		}
		h.hidden, h.within = name, 1
		return true
	}
	if name == h.hidden {
		h.within++
	}
	return true
}

// noEnd are elements without an end tag.
var noEnd = map[string]bool{"br": true, "hr": true, "img": true, "input": true, "meta": true, "link": true, "wbr": true, "col": true}

func (h *hypertext) openList(ordered bool, attributes map[string]string) {
	if len(h.lists) >= maxLists {
		return
	}
	l := list{ordered: ordered, style: attributes["type"], next: 1}
	if n, err := strconv.Atoi(attributes["start"]); err == nil && n > 0 {
		l.next = n
	}
	h.lists = append(h.lists, l)
}

// listStyles are the forms of numbers of HTML lists.
var listStyles = map[string]func(int) string{
	"":  func(n int) string { return strconv.Itoa(n) + "." },
	"1": func(n int) string { return strconv.Itoa(n) + "." },
	"a": func(n int) string { return "(" + letters(n) + ")" },
	"A": func(n int) string { return strings.ToUpper(letters(n)) + "." },
	"i": func(n int) string { return "(" + romanLower(n) + ")" },
	"I": func(n int) string { return strings.ToUpper(romanLower(n)) + "." },
}

func (h *hypertext) item(attributes map[string]string) {
	if len(h.lists) == 0 {
		return
	}
	l := &h.lists[len(h.lists)-1]
	if !l.ordered {
		return
	}
	if n, err := strconv.Atoi(attributes["value"]); err == nil && n > 0 {
		l.next = n
	}
	label, ok := listStyles[l.style]
	if !ok {
		label = listStyles[""]
	}
	h.label = label(l.next)
	if isNoteID(attributes["id"]) || attributes["role"] == "doc-endnote" {
		h.label = superscripts.Replace(strconv.Itoa(l.next))
	}
	l.next++
}

// isNoteID recognizes the anchor of a footnote, as converters write it.
func isNoteID(id string) bool {
	id = strings.TrimRight(id, "0123456789")
	return id == "fn" || id == "fn:" || id == "ftn" || id == "_ftn" || id == "footnote" || id == "footnote-" || id == "_edn"
}

func (h *hypertext) finish(name string) {
	if h.hidden != "" {
		if name == h.hidden {
			h.within--
		}
		if h.within == 0 || name == "body" {
			h.hidden = ""
		}
		return
	}
	if n := len(h.spans); name == "span" && n > 0 {
		name, h.spans = h.spans[n-1], h.spans[:n-1]
	}
	if h.skip == 0 {
		switch name {
		case "ol", "ul":
			h.end()
			h.lists = h.lists[:max(len(h.lists)-1, 0)]
			h.label = ""
		case "li":
			h.end()
			h.label = ""
		case "pre":
			h.pre = max(h.pre-1, 0)
		case "a":
			h.link = ""
		}
	}
	h.close(name)
}

// characters reads text; in preformatted text each line is a line.
func (h *hypertext) characters(text string) {
	text = strings.ReplaceAll(text, "↩", "")
	if h.hidden != "" {
		return
	}
	if h.link != "" && h.skip == 0 {
		if h.raise > 0 {
			h.markOf(text)
		} else if bracketed := strings.TrimSpace(text); linkedMark.MatchString(bracketed) {
			h.markOf(text) // as word processors write it
			h.raised(bracketed)
			return
		}
	}
	if h.pre == 0 || h.skip > 0 || h.raise > 0 {
		h.markup.characters(collapse(text))
		return
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		h.add(l)
		if i+1 < len(lines) {
			h.endLine()
		}
	}
}

// endLine ends a line of preformatted text.
func (h *hypertext) endLine() {
	text := strings.TrimRight(h.line.String(), " \t\r")
	h.line.Reset()
	h.out.WriteString(text)
	h.out.WriteByte('\n')
}

var spaces = strings.NewReplacer("\n", " ", "\t", " ", "\r", " ", "\f", " ")

// collapse makes every white space of a piece of inline text a space.
func collapse(text string) string { return spaces.Replace(text) }
