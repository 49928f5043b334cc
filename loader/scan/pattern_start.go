package scan

import (
	"regexp/syntax"
	"unicode"
)

// A start says where matches of an expression can begin: which bytes may stand
// at each of their first places. A look at these bytes is many times as fast as
// the expression itself, and where one begins like a match, the expression is
// tried there and nowhere else.
type start struct {
	where startKind
	// may holds for each byte at which of the first places it may stand: bit k
	// for place k.
	may    [256]uint16
	places int
}

type startKind int

const (
	startUnknown startKind = iota // the expression has to search by itself
	startOfText                   // ^
	startOfWord                   // \b and a letter or digit
	startAnywhere
)

// mostPlaces is how many bytes of a match are looked at: one bit each.
const mostPlaces = 16

// startOf reads the first places of a compiled expression by stepping its
// program through them.
func startOf(prog *syntax.Prog) start {
	w := walk{prog: prog, seen: map[uint32]syntax.EmptyOp{}}
	w.follow(uint32(prog.Start), 0)
	s := start{where: w.where()}
	for s.places < mostPlaces && !w.ends && len(w.runes) > 0 {
		wide := s.place(w.runes)
		if s.places++; wide {
			break // what stands behind is not at one place
		}
		w.step()
	}
	if s.places == 0 || s.where == startOfWord && !s.beginsWithWord() || s.where != startOfText && s.may[0x80]&1 != 0 {
		s.where = startUnknown
	}
	return s
}

// place marks the bytes that the instructions take at the next place; wide says
// that one takes more than a byte.
func (s *start) place(runes []*syntax.Inst) (wide bool) {
	bit := uint16(1) << s.places
	for _, inst := range runes {
		for b := range 0x80 {
			if inst.MatchRune(rune(b)) {
				s.may[b] |= bit
			}
		}
		wide = wide || takesWide(inst)
	}
	if wide {
		for b := 0x80; b < 0x100; b++ {
			s.may[b] |= bit
		}
	}
	return wide
}

func takesWide(inst *syntax.Inst) bool {
	switch inst.Op {
	case syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return true
	}
	if len(inst.Rune) == 1 { // one letter, of which some fold to another alphabet
		r := inst.Rune[0]
		return r >= 0x80 || syntax.Flags(inst.Arg)&syntax.FoldCase != 0 && (inst.MatchRune('\u017F') || inst.MatchRune('\u212A'))
	}
	return inst.Rune[len(inst.Rune)-1] > unicode.MaxASCII
}

func (s *start) beginsWithWord() bool {
	for b := range s.may {
		if s.may[b]&1 != 0 && !syntax.IsWordChar(rune(b)) {
			return false
		}
	}
	return true
}

// A walk is the set of instructions at one place of a match.
type walk struct {
	prog  *syntax.Prog
	seen  map[uint32]syntax.EmptyOp // what the way to an instruction asks of the place
	runes []*syntax.Inst            // those that take a byte
	asks  syntax.EmptyOp            // what the ways to them ask
	mixed bool                      // not all ways ask the same
	ends  bool                      // the match may end here
}

// follow goes from an instruction to those that take a byte.
func (w *walk) follow(at uint32, asks syntax.EmptyOp) {
	if before, seen := w.seen[at]; seen {
		w.mixed = w.mixed || before != asks
		return
	}
	w.seen[at] = asks
	switch inst := &w.prog.Inst[at]; inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		w.follow(inst.Out, asks)
		w.follow(inst.Arg, asks)
	case syntax.InstCapture, syntax.InstNop:
		w.follow(inst.Out, asks)
	case syntax.InstEmptyWidth:
		w.follow(inst.Out, asks|syntax.EmptyOp(inst.Arg))
	case syntax.InstMatch:
		w.ends = true
	case syntax.InstFail:
	default:
		w.mixed = w.mixed || len(w.runes) > 0 && asks != w.asks
		w.asks = asks
		w.runes = append(w.runes, inst)
	}
}

// step goes on to the next place.
func (w *walk) step() {
	before := w.runes
	w.runes = nil
	clear(w.seen)
	for _, inst := range before {
		w.follow(inst.Out, 0)
	}
}

// where says where the ways to the first place let a match begin.
func (w *walk) where() startKind {
	switch {
	case w.ends || w.mixed:
		return startUnknown
	case w.asks == 0:
		return startAnywhere
	case w.asks == syntax.EmptyBeginText:
		return startOfText
	case w.asks == syntax.EmptyWordBoundary:
		return startOfWord
	}
	return startUnknown
}

// next is the first place from byte at on where a match may begin; -1 where
// there is none.
func (s *start) next(text string, at int) int {
	if s.where == startOfText {
		if at > 0 || !s.fits(text) {
			return -1
		}
		return 0
	}
	state, last := uint16(0), uint16(1)<<(s.places-1)
	for i := at; i < len(text); i++ {
		state = (state<<1 | 1) & s.may[text[i]]
		if state&last == 0 {
			continue
		}
		if k := i - s.places + 1; s.where != startOfWord || k == 0 || !syntax.IsWordChar(rune(text[k-1])) {
			return k
		}
	}
	return -1
}

// broad says that many bytes may begin a match.
func (s *start) broad() bool {
	n := 0
	for b := range s.may {
		n += int(s.may[b] & 1)
	}
	return n > 64
}

// fits says that a text begins as a match does.
func (s *start) fits(text string) bool {
	if len(text) < s.places {
		return false
	}
	for k := range s.places {
		if s.may[text[k]]&(1<<k) == 0 {
			return false
		}
	}
	return true
}
