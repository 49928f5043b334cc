package ask

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/search"
)

// A question that cannot be answered as it stands may be misspelt, have commas
// where the phrasings have none, or leave out that it is about the present
// session. It is then read once more, and the answer says how.

// reread reads a question with its words put right; nil where that does not help
// or changes nothing. first is how it was read as it stands; nil where it was not.
func (r *Reader) reread(question string, first *understanding) (*understanding, string) {
	plain := strings.Join(strings.Fields(strings.ReplaceAll(question, ",", " ")), " ")
	plain = spelt.ReplaceAllStringFunc(plain, r.respelt)
	for _, unsaid := range []string{"", " this session", " at this session"} {
		if read := plain + unsaid; read != question {
			if u := r.understand(read); u != nil && (u.rank() > 0 || first == nil && unsaid == "") {
				return u, read
			}
		}
	}
	return nil, ""
}

// spelt are words that may be misspelt.
var spelt = regexp.MustCompile(`\pL{4,}`)

// spellings are the words of all phrasings and of what stands in their slots,
// with the number of phrasings that have each.
var spellings = sync.OnceValue(func() map[string]int {
	known := usage()
	for key := range lexicon() {
		known[key]++
	}
	inSlots := []string{"resolution", "decision", "session", "item", "report"}
	for _, list := range [][]string{longestFirst(kindWords()), ordinals, inSlots} {
		for _, words := range list {
			for _, w := range strings.Fields(words) {
				known[w]++
			}
		}
	}
	return known
})

// corrected is a question with the words put right that no text has and that are
// written nearly like one of a question, or of a name in the store.
func (r *Reader) corrected(question string) string {
	if r.memory == nil {
		return r.putRight(question)
	}
	right, _ := remembered(r.memory, r.memory.corrected, question, func() (string, error) {
		return r.putRight(question), nil
	})
	return right
}

func (r *Reader) putRight(question string) string {
	persons := r.personsNamed(question)
	return spelt.ReplaceAllStringFunc(question, func(word string) string {
		if word == strings.ToUpper(word) || persons[word] {
			return word // an acronym: NEPAD is no slip for Nepal
		}
		if _, known := lexicon()[graph.Slug(word)]; known || plainEnglish[strings.ToLower(word)] ||
			len(r.names().having[graph.Slug(word)]) > 0 {
			return word
		}
		if right := r.respelt(word); right != word {
			return right
		}
		return r.respeltName(word)
	})
}

// personsNamed are words in capitals beside others that are part of no name in the store:
// Ada Norder is no slip for Ghana or Norway.
func (r *Reader) personsNamed(question string) map[string]bool {
	persons := map[string]bool{}
	unknown := func(word string) bool {
		_, known := lexicon()[graph.Slug(word)]
		first, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(first) && !known && len(r.names().having[graph.Slug(word)]) == 0
	}
	words := strings.Fields(question)
	for i := 1; i < len(words); i++ {
		if a, b := strings.Trim(
			words[i-1],
			marksAround,
		), strings.Trim(
			words[i],
			marksAround,
		); unknown(a) &&
			unknown(b) {
			persons[a], persons[b] = true, true
		}
	}
	return persons
}

// mostBefore matches a superlative in front of its noun: the most cited acts of 2019.
var mostBefore = regexp.MustCompile(
	`(?i)^(?:(?:which|what|who) (?:is|are|was|were) )?(?:the )?(?:top )?(?:(\w+) )?most (?:often |frequently |widely )?(\pL+ed) ((?:\S+ ){0,4}?)` +
		`(acts?|resolutions?|decisions?|texts?|documents?|treat(?:y|ies)|conventions?|articles?|bodies|states|instruments?)\b(.*)$`,
)

// mostLast puts it behind: which acts of 2019 are cited most.
func mostLast(question string) string {
	m := mostBefore.FindStringSubmatch(question)
	if m == nil || m[1] != "" && numberOf(m[1]) == 0 {
		return question
	}
	said := "which " + m[3] + m[4] + " are " + m[2] + " most" + m[5]
	if m[1] != "" {
		said += " top " + m[1]
	}
	return said
}

// respeltName gives the word of a name that is written nearly like one that no text
// has; the word itself where two are as near.
func (r *Reader) respeltName(word string) string {
	asked := graph.Slug(word)
	slips := min(len(asked)/4, 2)
	if slips == 0 || len(r.names().whole[asked]) > 0 || len(r.find(`"`+asked+`"`, 1)) > 0 {
		return word
	}
	best := word
	for name := range r.names().having {
		if difference := len(name) - len(asked); difference > slips || -difference > slips || name[0] != asked[0] {
			continue
		}
		switch n := search.Slips(asked, name); {
		case n < slips, n == slips && best == word:
			best, slips = name, n
		case n == slips:
			return word
		}
	}
	return best
}

// respelt gives the word of the phrasings that is written nearly like an unknown
// word, with one slip, or two in eight letters and more; the more usual one of
// two, and none of two that are equally usual. A word that stands in a text, a
// name or a phrasing is known.
func (r *Reader) respelt(word string) string {
	asked := strings.ToLower(word)
	slips := min(len(asked)/4, 2)
	if slips == 0 || plainEnglish[asked] || spellings()[asked] > 0 || len(r.find(`"`+asked+`"`, 1)) > 0 {
		return word
	}
	best, most := word, 0
	for w, usual := range spellings() {
		if difference := len(w) - len(asked); difference > slips || -difference > slips || otherShort(asked, w) {
			continue
		}
		switch n := search.Slips(asked, w); {
		case n < slips, n == slips && usual > most:
			best, most, slips = w, usual, n
		case n == slips && usual == most:
			best = word
		}
	}
	return best
}

// otherShort says that two words of four letters differ in one of them: they are two
// words more often than a slip, as sits and sets are.
func otherShort(asked, other string) bool {
	letters := func(w string) string {
		list := []byte(w)
		slices.Sort(list)
		return string(list)
	}
	if len(asked) != 4 {
		return false
	}
	return len(asked) == len(other) && letters(asked) != letters(other) || len(other) < 4 && !lexicon()[other].asks()
}

// asks says that a word asks for something: who, how.
func (s sense) asks() bool {
	return strings.Contains(" "+s.cue+" ", " ask ") || strings.Contains(" "+s.cue+" ", " how ")
}
