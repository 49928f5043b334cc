package tree

import (
	"sort"
	"strconv"

	"mandategraph/loader/text"
)

// farAhead is how many numbers behind a paragraph are looked at.
const farAhead = 256

// A numberAt is a block that begins with a number, or one at which a series of
// numbers ends: the heading of an act or annex, who speaks.
type numberAt struct {
	block int
	n     int // 0 where a series ends
}

// numbersOf lists the numbers of a document's blocks in their order.
func numbersOf(list []text.Block) (numbers []numberAt) {
	for i, b := range list {
		switch {
		case b.Kind == text.BlockAct || b.Kind == text.BlockAnnex || b.Kind == text.BlockBody || b.Listed:
			numbers = append(numbers, numberAt{i, 0})
		case b.Kind == text.BlockLabel && b.Label.Kind == text.LabelNumber:
			if n, err := strconv.Atoi(b.Label.Mark); err == nil && n > 0 {
				numbers = append(numbers, numberAt{i, n})
			}
		}
	}
	return numbers
}

// ahead lists the numbers behind the block that is being read, up to where their
// series ends.
func (p *parser) ahead() []numberAt {
	from := sort.Search(len(p.numbers), func(k int) bool { return p.numbers[k].block > p.at })
	list := p.numbers[from:min(len(p.numbers), from+farAhead)]
	for i, n := range list {
		if n.n == 0 {
			return list[:i]
		}
	}
	return list
}

// nextNumber is the next number of the same series; 0 where it has none.
func (p *parser) nextNumber() int {
	if list := p.ahead(); len(list) > 0 {
		return list[0].n
	}
	return 0
}

// runsTo says that the numbers ahead count on from n, and that where they no longer
// do another number stands.
func (p *parser) runsTo(n, other int) bool {
	for _, next := range p.ahead() {
		if next.n != n+1 {
			return next.n == other
		}
		n++
	}
	return false
}

// reportGoesOn says that the report's next paragraph stands behind an act or annex.
func (p *parser) reportGoesOn() bool {
	last, _ := strconv.Atoi(p.number)
	from := sort.Search(len(p.numbers), func(k int) bool { return p.numbers[k].block > p.at })
	before := 0
	for _, next := range p.numbers[from:min(len(p.numbers), from+farAhead)] {
		if next.n == last+1 && next.n != before+1 {
			return true
		}
		before = next.n
	}
	return false
}

// nextLabel is the next numbered or lettered block of the same text, no heading
// between; false where there is none.
func (p *parser) nextLabel() (text.Label, bool) {
	for _, b := range p.list[min(p.at+1, len(p.list)):min(p.at+mostBetween, len(p.list))] {
		switch b.Kind {
		case text.BlockLabel:
			return b.Label, b.Label.Kind == text.LabelNumber || b.Label.Kind == text.LabelParen
		case text.BlockNote, text.BlockProse, text.BlockTable, text.BlockOpener:
		default:
			return text.Label{}, false
		}
	}
	return text.Label{}, false
}

// mostBetween is how many blocks may stand between two items of a list.
const mostBetween = 24

// grammar says what the words of a line mean.
var grammar = text.Grammar{Classify: classify, NamesBody: beginsDecision}

// markBlocks says of blocks what only those behind them tell.
func markBlocks(list []text.Block) {
	markSpeakers(list)
	markListed(list)
	markAnnounced(list)
}
