package text

import (
	"strings"
	"sync"

	"mandategraph/loader/scan"
)

// Most rules need certain words, and most texts hold none of them. Which of all
// these words a text holds is found in one pass when it is built, so that a rule
// asks one question of a set instead of searching the text once more.

// HeldWords is a set of the words that gates know.
type HeldWords [8]uint64

func (h *HeldWords) add(id int) { h[id>>6] |= 1 << (id & 63) }

// A Gate is a list of words of which a rule needs one.
type Gate struct{ words HeldWords }

// gateWords numbers the words of all gates.
var gateWords = map[string]int{}

// NewGate makes a gate of words of three bytes and more, or of single bytes.
func NewGate(words ...string) *Gate {
	if len(words) == 0 {
		panic("a gate without words lets nothing in")
	}
	g := &Gate{}
	for _, w := range words {
		if len(w) == 0 || len(w) == 2 {
			panic("a gate cannot look for " + w)
		}
		if _, known := gateWords[w]; !known {
			gateWords[w] = len(gateWords)
			if len(gateWords) > 64*len(g.words) {
				panic("more words than heldWords can hold")
			}
		}
		g.words.add(gateWords[w])
	}
	return g
}

// KnownGate is a gate of words that are known already; nil, which lets all texts
// in, where one of them is not.
func KnownGate(words ...string) *Gate {
	for _, w := range words {
		if _, known := gateWords[w]; !known {
			return nil
		}
	}
	return NewGate(words...)
}

// GateOf is the gate of patterns, of which one has to match.
func GateOf(patterns ...*scan.Pattern) *Gate {
	var words []string
	for _, p := range patterns {
		words = append(words, p.Anchors()...)
	}
	return NewGate(words...)
}

// In says whether a text holds a word of the gate; a text that was not looked
// through may hold any.
func (g *Gate) In(t Text) bool {
	if g == nil || t.Held == nil {
		return true
	}
	for k, words := range g.words {
		if words&t.Held[k] != 0 {
			return true
		}
	}
	return false
}

// A lookout finds the words of all gates in one pass: where three bytes are
// those of a word, at the place where they are rarest, the word is compared.
type lookout struct {
	singles []lookoutByte
	seen    [1 << (lookoutBits - 6)]uint64
	index   [1 << lookoutBits]uint16 // list of the words with these three bytes
	words   [][]lookoutWord
}

// A lookoutByte is a word of one byte.
type lookoutByte struct {
	byte byte
	id   int
}

type lookoutWord struct {
	word string
	back int // from the three bytes to its first
	id   int
}

const lookoutBits = 15

// mix makes the mark of three bytes.
func mix(a, b, c byte) uint16 {
	return (uint16(a)<<10 ^ uint16(b)<<5 ^ uint16(c)) & (1<<lookoutBits - 1)
}

var theLookout = sync.OnceValue(func() *lookout {
	l := &lookout{words: make([][]lookoutWord, 1)}
	for w, id := range gateWords {
		if len(w) == 1 {
			l.singles = append(l.singles, lookoutByte{w[0], id})
			continue
		}
		at := rarest(w)
		mark := mix(w[at], w[at+1], w[at+2])
		if l.index[mark] == 0 {
			l.seen[mark>>6] |= 1 << (mark & 63)
			l.index[mark] = uint16(len(l.words))
			l.words = append(l.words, nil)
		}
		l.words[l.index[mark]] = append(l.words[l.index[mark]], lookoutWord{w, at + 2, id})
	}
	return l
})

// rarest is the place of the three bytes of a word that are rarest in English.
func rarest(w string) int {
	const frequent = " etaoinsrhldcumfpgwybv"
	best, at := -1, 0
	for i := 0; i+3 <= len(w); i++ {
		rank := 0
		for _, c := range []byte(w[i : i+3]) {
			if k := strings.IndexByte(frequent, c); k >= 0 {
				rank += k
			} else {
				rank += len(frequent)
			}
		}
		if rank > best {
			best, at = rank, i
		}
	}
	return at
}

// look lists the words that a text holds.
func (l *lookout) look(text string, held *HeldWords) {
	var a, b byte // the two before: no step waits for the mark of the last one
	for i := 0; i < len(text); i++ {
		c := text[i]
		mark := mix(a, b, c)
		a, b = b, c
		if l.seen[mark>>6]&(1<<(mark&63)) == 0 {
			continue
		}
		for _, w := range l.words[l.index[mark]] {
			if at := i - w.back; at >= 0 && strings.HasPrefix(text[at:], w.word) {
				held.add(w.id)
			}
		}
	}
	for _, s := range l.singles {
		if strings.IndexByte(text, s.byte) >= 0 {
			held.add(s.id)
		}
	}
}
