package names

import (
	"slices"
	"strings"

	"mandategraph/graph"
)

var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "", "ʼ", "", "`", "")

// nameKey makes forms of one name equal: case, accents, article, apostrophes.
func nameKey(name string) string {
	if strings.ContainsAny(name, "'’‘ʼ`") {
		name = apostrophes.Replace(name)
	}
	return graph.Slug(name)
}

// A Finder finds names of its tables in running text.
type Finder struct {
	entries map[string]entry
	// begins holds what a key may begin with, up to each hyphen.
	begins map[string]bool
	words  int // of the longest name
	// pairs are the first two letters of names and articles.
	pairs [26][26]bool
}

// mayBegin looks at two letters before a name is looked for.
func (g *Finder) mayBegin(s string, i int) bool {
	if i+1 >= len(s) {
		return true
	}
	a, b := s[i]|0x20, s[i+1]|0x20
	return !isLower(a) || !isLower(b) || g.pairs[a-'a'][b-'a']
}

type entry struct {
	entity *Actor
	comma  bool // the name itself holds a comma
	whole  bool // the name means it only where nothing stands around it
	upper  bool // the name is printed in capital letters
}

// longestWord is how many letters an acronym has at most that may be a word in
// small letters: "Who" is not WHO, but Unicef is UNICEF.
const longestWord = 5

func newFinder(tables ...[]Actor) *Finder {
	g := &Finder{entries: map[string]entry{}, begins: map[string]bool{}}
	for _, table := range tables {
		for i := range table {
			for _, name := range append([]string{table[i].Name}, table[i].Aliases...) {
				g.add(name, &table[i], !slices.Contains(table[i].Known, name))
			}
		}
	}
	return g
}

func (g *Finder) add(name string, e *Actor, whole bool) {
	key := nameKey(name)
	if _, taken := g.entries[key]; taken || key == "" {
		return
	}
	for _, begin := range []string{key, "the", "an"} {
		if len(begin) > 1 && isLower(begin[0]) && isLower(begin[1]) {
			g.pairs[begin[0]-'a'][begin[1]-'a'] = true
		}
	}
	upper := len(name) <= longestWord && strings.ToUpper(name) == name
	g.entries[key] = entry{e, strings.Contains(name, ","), whole, upper}
	for i := range key {
		if key[i] == '-' {
			g.begins[key[:i]] = true
		}
	}
	g.words = max(g.words, strings.Count(key, "-")+1)
}

// Named is the actor of whom a whole text is a name.
func (g *Finder) Named(text string) (*Actor, bool) {
	e, ok := g.entries[nameKey(text)]
	return e.entity, ok
}

// articles are keys that a name behind them loses.
var articles = map[string]bool{"the": true, "a": true, "an": true}

// At finds the longest name that begins at byte start, where an article may
// stand before it. A name has a capital letter: "who" is not WHO.
func (g *Finder) At(s string, start int) (e *Actor, end int, ok bool) {
	if !g.mayBegin(s, start) {
		return nil, start, false
	}
	comma, plain := false, true
	key := make([]byte, 0, 96)
	end = start
	for i, n := start, 0; n <= g.words+1 && i < len(s); n++ {
		stop := wordEnd(s, i)
		if stop == i {
			break
		}
		key, plain = appendKey(key, s[i:stop], plain)
		short := withoutArticle(key)
		if !plain {
			short = []byte(g.keyOf(s[start:stop]))
		}
		if hit, found := g.entries[string(short)]; found && hit.fits(s[start:stop], comma) {
			e, end, ok = hit.entity, CloseBracket(s, start, stop), true
		}
		if !g.begins[string(short)] && !articles[string(short)] {
			break
		}
		for i = stop; i < len(s) && strings.IndexByte(" ,(", s[i]) >= 0; i++ {
			comma = comma || s[i] == ','
		}
	}
	return e, end, ok
}

// fits says that a text, which holds a comma or not, is the name as it is printed.
func (e entry) fits(text string, comma bool) bool {
	return !e.whole && (e.comma || !comma) && hasCapital(text) && (!e.upper || strings.ToUpper(text) == text)
}

// keyOf is the key of a name, also where a line's end divides a word of it.
func (g *Finder) keyOf(name string) string {
	key := nameKey(name)
	if _, whole := g.entries[key]; !whole && !g.begins[key] && strings.Contains(name, "-") {
		return nameKey(strings.ReplaceAll(name, "-", ""))
	}
	return key
}

// appendKey adds the next word of a name to its key, which then is that of
// nameKey but for an article. It does so for plain words only: those that are
// ASCII without marks.
func appendKey(key []byte, w string, plain bool) ([]byte, bool) {
	if len(key) > 0 {
		key = append(key, '-')
	}
	for i := 0; i < len(w) && plain; i++ {
		switch c := w[i]; {
		case isLower(c) || isDigit(c):
			key = append(key, c)
		case c >= 'A' && c <= 'Z':
			key = append(key, c|0x20)
		default:
			return key, false
		}
	}
	return key, plain
}

// withoutArticle is a key without the article that nameKey leaves out.
func withoutArticle(key []byte) []byte {
	for _, article := range []string{"the-", "an-", "a-"} {
		if len(key) > len(article) && string(key[:len(article)]) == article {
			return key[len(article):]
		}
	}
	return key
}

// hasCapital says that a text is not all in small letters.
func hasCapital(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return true
		}
		if s[i] >= 0x80 {
			return strings.ToLower(s) != s
		}
	}
	return false
}

// wordEnd is the end of the word at i: letters, digits, hyphens and
// apostrophes; quotation marks and dashes end it.
func wordEnd(s string, i int) int {
	for i < len(s) && (isWord(s[i]) || s[i] == '-' || s[i] == '\'' || s[i] == '/') {
		if s[i] == 0xE2 && !strings.HasPrefix(s[i:], "’") && !strings.HasPrefix(s[i:], "‑") {
			return i
		}
		i++
		for i < len(s) && s[i]&0xC0 == 0x80 {
			i++
		}
	}
	return i
}

// CloseBracket takes in the bracket that closes one inside a name, as in
// "Micronesia (Federated States of)".
func CloseBracket(s string, start, end int) int {
	if end < len(s) && s[end] == ')' && strings.Count(s[start:end], "(") > strings.Count(s[start:end], ")") {
		return end + 1
	}
	return end
}

// A Hit is an actor named in a text, from byte Start to byte End.
type Hit struct {
	Actor      *Actor
	Start, End int
}

// Find lists the names in a text, the longest at each place.
func (g *Finder) Find(s string) (hits []Hit) {
	for i := 0; i < len(s); {
		next := wordEnd(s, i)
		if next == i {
			i++
			continue
		}
		if s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80 {
			if e, end, ok := g.At(s, i); ok {
				hits = append(hits, Hit{e, i, end})
				next = end
			}
		}
		i = next
	}
	return hits
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

func isWord(c byte) bool {
	return isLower(c) || c >= 'A' && c <= 'Z' || isDigit(c) || c >= 0x80
}
