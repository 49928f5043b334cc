package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scripts are those of official languages of the United Nations that are not
// written in Latin letters, with the letters that a text needs to be judged: a
// Chinese letter is a word.
var scripts = []struct {
	language string
	table    *unicode.RangeTable
	few      int
}{
	{"Arabic", unicode.Arabic, 60}, {"Chinese", unicode.Han, 20}, {"Russian", unicode.Cyrillic, 60},
}

// stopWords are the most frequent short words of English, which stands first,
// and of languages in Latin letters, without those that these share.
var stopWords = []struct {
	language string
	words    string
}{
	{"English", "the of and to in that for is on by with be its as at from this which are was or not has have it an"},
	{"French", "le la les des du et en que dans par sur au aux une est pour ce qui leur avec sont ses cette ou ainsi"},
	{"Spanish", "el los las del y que en una por para con su sus se al es lo como entre sobre ha la más o este"},
	{"German", "der die und den das von zu mit für des ist im dem nicht eine auf ein sich durch als bei über"},
	{"Portuguese", "os do da dos das que em um uma para com não por no na nos nas ao sua seu pelo são"},
	{"Italian", "il di che della delle dei gli del nel alla per con una sono degli nella dalla è"},
}

const (
	english = 0 // in stopWords
	// piece bytes are looked at, at each of so many places of a text, until
	// enough English words are found.
	piece, pieces, enough = 2 << 10, 16, 40
	// A text with fewer words is judged by fewKindsShort different stop words or
	// words of the field, and none of English; a longer one by fewKinds stop words:
	// names in a table repeat one or two.
	fewWords, fewKinds, fewKindsShort = 40, 5, 3
	// shortShare is the part of a script's few letters that tells a short text
	// which has hardly others.
	shortShare = 8
)

// fieldWords are those of the stopWords' languages with which resolutions speak,
// where English has others. Capitals are as a title prints them, since letters
// beyond ASCII are compared as they stand.
var fieldWords = []string{
	"",
	"conseil sécurité assemblée générale rappelant réaffirmant notant considérant prie décide " +
		"secrétaire général résolution résolutions faire rapport",
	"consejo seguridad asamblea recordando reafirmando observando considerando pide decide secretario " +
		"resolución resoluciones informe",
	"sicherheitsrat generalversammlung hinweis bekräftigend beschließt ersucht generalsekretär resolutionen",
	"conselho segurança assembleia geral recordando reafirmando solicita decide " +
		"secretário resolução resoluções relatório",
	"consiglio sicurezza assemblea generale ricordando riaffermando chiede decide segretario risoluzione risoluzioni",
}

// language names the language of a text that is surely not English; empty for
// English, for both languages of a parallel text, and where nothing tells.
func language(text string) string {
	c := &census{kinds: map[string]bool{}}
	step := max((len(text)-piece)/(pieces-1), piece)
	for at := 0; at < len(text) && !c.isEnglish(); at += step {
		from := at
		for from < len(text) && !utf8.RuneStart(text[from]) {
			from++
		}
		c.read(text[from:min(from+piece, len(text))])
	}
	return c.language()
}

// A census counts the words of a text.
type census struct {
	words, letters int
	counts         [8]int          // of the stop words of each language
	kinds          map[string]bool // stop words found
	scripts        [4]int          // letters of each script
}

func (c *census) isEnglish() bool {
	return c.counts[english] >= enough && c.counts[english]*8 > c.words
}

// read counts the words of a piece of text.
func (c *census) read(s string) {
	var word [24]byte
	n := 0
	for i := 0; i <= len(s); i++ {
		b := byte(' ')
		if i < len(s) {
			b = s[i]
		}
		switch {
		case b >= 'A' && b <= 'Z':
			b += 'a' - 'A'
			fallthrough
		case b >= 'a' && b <= 'z' || b >= utf8.RuneSelf:
			if n < len(word) {
				word[n] = b
			}
			n++
			continue
		}
		if n > 0 {
			c.word(word[:min(n, len(word))])
			n = 0
		}
	}
	for i, b := range []byte(s) {
		switch {
		case b|0x20 >= 'a' && b|0x20 <= 'z':
			c.letters++
		case b >= utf8.RuneSelf && utf8.RuneStart(b):
			r, _ := utf8.DecodeRuneInString(s[i:])
			c.letter(r)
		}
	}
}

func (c *census) word(w []byte) {
	c.words++
	if len(w) > longestStop {
		return
	}
	of := languagesOf[string(w)]
	for _, l := range of {
		c.counts[l]++
	}
	if (of != nil || isFieldWord[string(w)]) && !c.kinds[string(w)] {
		c.kinds[string(w)] = true
	}
}

// letter counts one beyond ASCII.
func (c *census) letter(r rune) {
	if !unicode.IsLetter(r) {
		return
	}
	c.letters++
	for i, s := range scripts {
		if unicode.Is(s.table, r) {
			c.scripts[i]++
		}
	}
}

func (c *census) language() string {
	for i, s := range scripts {
		if n := c.scripts[i]; n >= s.few && n*2 > c.letters || n*shortShare >= s.few && n*4 > c.letters*3 {
			return s.language
		}
	}
	if c.words < fewWords {
		return c.shortLanguage()
	}
	best := 1
	for l := range stopWords {
		if l != english && c.counts[l] > c.counts[best] {
			best = l
		}
	}
	if c.counts[best] < 3*c.counts[english] || c.counts[best]*8 < c.words || c.kindsOf(best) < fewKinds {
		return ""
	}
	return stopWords[best].language
}

// shortLanguage judges a short text by its stop words and those of the field.
func (c *census) shortLanguage() string {
	best, most := 0, 0
	for l := range stopWords {
		kinds := c.kindsOf(l)
		for _, w := range strings.Fields(fieldWords[l]) {
			if c.kinds[w] {
				kinds++
			}
		}
		if l != english && kinds > most {
			best, most = l, kinds
		}
	}
	if c.counts[english] > 0 || most < fewKindsShort {
		return ""
	}
	return stopWords[best].language
}

// kindsOf counts the different stop words of a language that were found.
func (c *census) kindsOf(language int) int {
	n := 0
	for _, w := range strings.Fields(stopWords[language].words) {
		if c.kinds[w] {
			n++
		}
	}
	return n
}

// longestStop is how many bytes a stop word or one of the field has at most.
var longestStop = func() (most int) {
	for w := range languagesOf {
		most = max(most, len(w))
	}
	for w := range isFieldWord {
		most = max(most, len(w))
	}
	return most
}()

var isFieldWord = func() map[string]bool {
	is := map[string]bool{}
	for _, words := range fieldWords {
		for _, w := range strings.Fields(words) {
			is[w] = true
		}
	}
	return is
}()

// languagesOf are the languages, in stopWords, of each stop word.
var languagesOf = func() map[string][]int {
	of := map[string][]int{}
	for i, s := range stopWords {
		for _, w := range strings.Fields(s.words) {
			of[w] = append(of[w], i)
		}
	}
	return of
}()
