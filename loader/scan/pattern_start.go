package scan

import (
	"regexp/syntax"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A start says where matches of an expression can begin: which bytes may stand
// at each of their first places. A look at these bytes is many times as fast as
// the expression itself, and where one begins like a match, the expression is
// tried there and nowhere else.
//
// The ways in which a match begins are shared out to lanes, each of so many places
// of a word of 64 bits: "in line with|through" has one for its i and one for its t.
type start struct {
	where startKind
	// may holds for each byte at which places of which lanes it may stand: bit
	// lane*width+place. Behind the last place that is known any byte may stand.
	may         [256]uint64
	beyond      uint64 // the places where the text may have ended
	first, last uint64 // of each lane
	bounded     uint64 // the last places of lanes that ask for a letter or digit where a word begins
	width       int    // places of a lane
	places      int    // that are known of each lane
	// headed says that a match may also begin with the text, with whatever bytes.
	headed bool
}

type startKind int

const (
	startUnknown startKind = iota // the expression has to search by itself
	startOfText                   // ^
	startWithin
)

// Few ways have long lanes.
const (
	mostLanes = 8
	fewLanes  = 4
)

// startOf reads the first places of a compiled expression by stepping its
// program through them.
func startOf(prog *syntax.Prog) start {
	w := walk{prog: prog, seen: map[uint32]syntax.EmptyOp{}}
	w.follow(uint32(prog.Start), 0)
	s := start{}
	if s.where, s.headed = w.where(); s.where == startUnknown {
		return s
	}
	words, others := []*syntax.Inst(nil), w.runes
	if s.where == startWithin {
		words, others = w.ways()
	}
	most := mostLanes
	if len(words) > 0 && len(others) > 0 {
		most /= 2
	}
	lanes := append(lanesOf(words, most), lanesOf(others, most)...)
	if len(lanes) == 0 {
		return start{}
	}
	s.width = 64 / mostLanes
	if len(lanes) <= fewLanes {
		s.width = 64 / fewLanes
	}
	s.places = s.width
	left := min(most, len(words))
	for k, runes := range lanes {
		w.runes, w.ends = runes, false
		s.places = min(s.places, s.lane(&w, k*s.width, k < left))
	}
	if s.where == startWithin && (s.may[0x80]&s.first != 0 || s.places == 1 && s.broad() || !s.wordsApart()) {
		return start{}
	}
	return s
}

// lanesOf shares out the instructions with which a match may begin, those for
// neighbouring letters to one lane where there are too many.
func lanesOf(runes []*syntax.Inst, most int) [][]*syntax.Inst {
	slices.SortStableFunc(runes, func(a, b *syntax.Inst) int { return int(lowest(a)) - int(lowest(b)) })
	lanes := make([][]*syntax.Inst, min(most, len(runes)))
	for i, inst := range runes {
		k := i * len(lanes) / len(runes)
		lanes[k] = append(lanes[k], inst)
	}
	return lanes
}

func lowest(inst *syntax.Inst) rune {
	if len(inst.Rune) == 0 {
		return 0
	}
	return inst.Rune[0]
}

// lane marks the bytes of one lane, the first place of which has this bit, and gives
// how many of its places are known.
func (s *start) lane(w *walk, bit int, bounded bool) (places int) {
	s.first |= 1 << bit
	s.last |= 1 << (bit + s.width - 1)
	if bounded {
		s.bounded |= 1 << (bit + s.width - 1)
	}
	for places < s.width && !w.ends && len(w.runes) > 0 {
		wide := s.place(w.runes, uint64(1)<<(bit+places), places == 0, bounded)
		if places++; wide {
			break // what stands behind is not at one place
		}
		w.step()
	}
	for k := places; k < s.width; k++ {
		s.beyond |= 1 << (bit + k)
	}
	for b := range s.may {
		s.may[b] |= s.beyond
	}
	return places
}

// place marks the bytes that the instructions take at a place; wide says that one
// takes more than a byte. At the first place of a match it marks only bytes with which
// a letter begins, unless what is no text may stand there.
func (s *start) place(runes []*syntax.Inst, bit uint64, first, bounded bool) (wide bool) {
	from := 0xC0
	for _, inst := range runes {
		for b := range 0x80 {
			if inst.MatchRune(rune(b)) {
				s.may[b] |= bit
			}
		}
		if !first || !bounded || !folds(inst) { // "ſhow" is no word of ours
			wide = wide || takesWide(inst)
		}
		if !first || s.where == startOfText || inst.MatchRune(utf8.RuneError) {
			from = 0x80
		}
	}
	if wide {
		for b := from; b < 0x100; b++ {
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
	if len(inst.Rune) == 1 {
		return inst.Rune[0] >= utf8.RuneSelf || folds(inst)
	}
	return inst.Rune[len(inst.Rune)-1] > unicode.MaxASCII
}

// folds says that an instruction takes one letter, which folds to another alphabet.
func folds(inst *syntax.Inst) bool {
	return len(inst.Rune) == 1 && inst.Rune[0] < utf8.RuneSelf && syntax.Flags(inst.Arg)&syntax.FoldCase != 0 &&
		(inst.MatchRune('\u017F') || inst.MatchRune('\u212A'))
}

// wordsApart says that a byte that begins a match where a word begins is a letter or
// digit, and begins none elsewhere.
func (s *start) wordsApart() bool {
	bounded := s.bounded >> (s.width - 1)
	for b, may := range s.may {
		if may&bounded != 0 && (!syntax.IsWordChar(rune(b)) || may&s.first&^bounded != 0) {
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
	asked []syntax.EmptyOp          // what the way to each of them asks
	mixed bool                      // ways to one instruction do not ask the same
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
		w.runes, w.asked = append(w.runes, inst), append(w.asked, asks)
	}
}

// ways are the instructions with which a match begins where a word begins, and those
// with which it begins elsewhere.
func (w *walk) ways() (words, others []*syntax.Inst) {
	for i, inst := range w.runes {
		switch w.asked[i] {
		case syntax.EmptyWordBoundary:
			words = append(words, inst)
		case 0:
			others = append(others, inst)
		}
	}
	return words, others
}

// step goes on to the next place.
func (w *walk) step() {
	before := w.runes
	w.runes, w.asked = nil, nil
	clear(w.seen)
	for _, inst := range before {
		w.follow(inst.Out, 0)
	}
}

// where says where the ways to the first place let a match begin; headed, that some
// of them begin with the text only, and others do not.
func (w *walk) where() (kind startKind, headed bool) {
	if w.ends || w.mixed {
		return startUnknown, false
	}
	kind = startOfText
	for _, asks := range w.asked {
		switch asks {
		case syntax.EmptyBeginText:
			headed = true
		case 0, syntax.EmptyWordBoundary:
			kind = startWithin
		default:
			return startUnknown, false
		}
	}
	return kind, headed && kind != startOfText
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
	if at == 0 && s.headed {
		return 0
	}
	state := uint64(0)
	for i := at; i < len(text)+s.width-1; i++ {
		may := s.beyond
		if i < len(text) {
			may = s.may[text[i]]
		}
		state = (state<<1 | s.first) & may
		if state&s.last == 0 {
			continue
		}
		k := i - s.width + 1
		if state&s.last&^s.bounded != 0 || k == 0 || !syntax.IsWordChar(rune(text[k-1])) {
			return k
		}
	}
	return -1
}

// broad says that many bytes may begin a match.
func (s *start) broad() bool {
	n := 0
	for b := range 0x80 {
		if s.may[b]&s.first != 0 {
			n++
		}
	}
	return n > 64
}

// fits says that a text begins as a match does.
func (s *start) fits(text string) bool {
	state := s.first
	for i := 0; i < s.width && state != 0; i++ {
		may := s.beyond
		if i < len(text) {
			may = s.may[text[i]]
		}
		if state &= may; i == s.width-1 {
			return state != 0
		}
		state <<= 1
	}
	return false
}
