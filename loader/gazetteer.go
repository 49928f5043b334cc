package loader

import (
	_ "embed"
	"strings"

	"mandategraph/graph"
)

// The reference tables: code, name, long name, then further names between
// bars. A protocol's row in treaties.tsv also names the convention that it
// supplements.
var (
	//go:embed data/states.tsv
	statesData string
	//go:embed data/groups.tsv
	groupsData string
	//go:embed data/organizations.tsv
	organizationsData string
	//go:embed data/treaties.tsv
	treatiesData string
)

// A namedEntity is a row of a reference table of actors.
type namedEntity struct {
	ID, Kind, Code, Name string
	Aliases              []string
}

// A treatyName is a row of the table of treaties.
type treatyName struct {
	Code, Name  string
	Short       []string
	Supplements string
}

var (
	stateTable        = readActors(statesData, "state/", "State")
	groupTable        = readActors(groupsData, "group/", "Group")
	organizationTable = readActors(organizationsData, "organization/", "Organization")
	treatyTable       = readTreaties(treatiesData)
	actorIndex        = newGazetteer(stateTable, groupTable, organizationTable)
	organizationIndex = newGazetteer(organizationTable)
	stateIndex        = newGazetteer(stateTable)
	// actorKinds holds the kind of each actor of the tables by its id.
	actorKinds = func() map[string]string {
		kinds := map[string]string{}
		for _, table := range [][]namedEntity{stateTable, groupTable, organizationTable} {
			for _, e := range table {
				kinds[e.ID] = e.Kind
			}
		}
		return kinds
	}()
)

func tableRows(data string, each func(cells []string)) {
	for _, line := range strings.Split(data, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			each(append(strings.Split(line, "\t"), "", "", ""))
		}
	}
}

func barred(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

func readActors(data, prefix, kind string) (table []namedEntity) {
	tableRows(data, func(c []string) {
		table = append(table, namedEntity{prefix + c[0], kind, c[0], c[1], append(barred(c[2]), barred(c[3])...)})
	})
	return table
}

func readTreaties(data string) (table []treatyName) {
	tableRows(data, func(c []string) {
		table = append(table, treatyName{Code: c[0], Name: c[1], Short: barred(c[2]), Supplements: c[3]})
	})
	return table
}

var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "", "ʼ", "", "`", "")

// nameKey makes forms of one name equal: case, accents, article, apostrophes.
func nameKey(name string) string {
	if strings.ContainsAny(name, "'’‘ʼ`") {
		name = apostrophes.Replace(name)
	}
	return graph.Slug(name)
}

// A gazetteer finds names of its tables in running text.
type gazetteer struct {
	entries map[string]gazetteerEntry
	// begins holds what a key may begin with, up to each hyphen.
	begins map[string]bool
	words  int // of the longest name
	// pairs are the first two letters of names and articles.
	pairs [26][26]bool
}

// mayBegin looks at two letters before a name is looked for.
func (g *gazetteer) mayBegin(s string, i int) bool {
	if i+1 >= len(s) {
		return true
	}
	a, b := s[i]|0x20, s[i+1]|0x20
	return !isLower(a) || !isLower(b) || g.pairs[a-'a'][b-'a']
}

type gazetteerEntry struct {
	entity *namedEntity
	comma  bool // the name itself holds a comma
}

func newGazetteer(tables ...[]namedEntity) *gazetteer {
	g := &gazetteer{entries: map[string]gazetteerEntry{}, begins: map[string]bool{}}
	for _, table := range tables {
		for i := range table {
			for _, name := range append([]string{table[i].Name}, table[i].Aliases...) {
				g.add(name, &table[i])
			}
		}
	}
	return g
}

func (g *gazetteer) add(name string, e *namedEntity) {
	key := nameKey(name)
	if _, taken := g.entries[key]; taken || key == "" {
		return
	}
	for _, begin := range []string{key, "the", "an"} {
		if len(begin) > 1 && isLower(begin[0]) && isLower(begin[1]) {
			g.pairs[begin[0]-'a'][begin[1]-'a'] = true
		}
	}
	g.entries[key] = gazetteerEntry{e, strings.Contains(name, ",")}
	for i := range key {
		if key[i] == '-' {
			g.begins[key[:i]] = true
		}
	}
	g.words = max(g.words, strings.Count(key, "-")+1)
}

func (g *gazetteer) named(text string) (*namedEntity, bool) {
	e, ok := g.entries[nameKey(text)]
	return e.entity, ok
}

// stateNamed gives the code of a State by any of its names.
func stateNamed(text string) (code string, ok bool) {
	e, ok := stateIndex.named(text)
	if !ok {
		return "", false
	}
	return e.Code, true
}

// articles are keys that a name behind them loses.
var articles = map[string]bool{"the": true, "a": true, "an": true}

// at finds the longest name that begins at byte start, where an article may
// stand before it. A name has a capital letter: "who" is not WHO.
func (g *gazetteer) at(s string, start int) (e *namedEntity, end int, ok bool) {
	if !g.mayBegin(s, start) {
		return nil, start, false
	}
	comma, plain := false, true
	key := make([]byte, 0, 96)
	end = start
	for i, n := start, 0; n <= g.words+1 && i < len(s); n++ {
		stop := gazetteerWord(s, i)
		if stop == i {
			break
		}
		key, plain = appendKey(key, s[i:stop], plain)
		short := withoutArticle(key)
		if !plain {
			short = []byte(g.keyOf(s[start:stop]))
		}
		if hit, found := g.entries[string(short)]; found && (hit.comma || !comma) && hasCapital(s[start:stop]) {
			e, end, ok = hit.entity, closeBracket(s, start, stop), true
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

// keyOf is the key of a name, also where a line's end divides a word of it.
func (g *gazetteer) keyOf(name string) string {
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

// gazetteerWord is the end of the word at i: letters, digits, hyphens and
// apostrophes; quotation marks and dashes end it.
func gazetteerWord(s string, i int) int {
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

// closeBracket takes in the bracket that closes one inside a name, as in
// "Micronesia (Federated States of)".
func closeBracket(s string, start, end int) int {
	if end < len(s) && s[end] == ')' && strings.Count(s[start:end], "(") > strings.Count(s[start:end], ")") {
		return end + 1
	}
	return end
}

type actorHit struct {
	entity     *namedEntity
	start, end int
}

// find lists the names in a text, the longest at each place.
func (g *gazetteer) find(s string) (hits []actorHit) {
	for i := 0; i < len(s); {
		next := gazetteerWord(s, i)
		if next == i {
			i++
			continue
		}
		if s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80 {
			if e, end, ok := g.at(s, i); ok {
				hits = append(hits, actorHit{e, i, end})
				next = end
			}
		}
		i = next
	}
	return hits
}

// ownProtocols is the treaty whose protocols are named together: "the Protocols
// thereto".
const ownProtocols = "untoc"
