package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// Words that follow one another. The rarest word says where they may, and the places of
// the others are read only there; the rest is passed over, mostly without decoding it.

// A spot is a place of a word in a unit.
type spot struct{ unit, place uint32 }

// A row is where a word of a phrase stands, read from the front.
type row struct {
	units, places []byte
	unit          uint64 // the unit in hand, and how often the word stands there
	count         uint64
	passed        uint64 // how many places of units before it are not read
	ahead         uint32 // how many words of the phrase come first
}

// phrase lists the units where words follow one another.
func (a *asking) phrase(x *textIndex, forms []string) (list []place) {
	rows := make([]row, len(forms))
	for i, text := range forms {
		form, ok := x.findForm(text)
		if !ok {
			return nil
		}
		rows[i] = row{
			units:  x.units[x.unitsBegin[form]:x.unitsBegin[form+1]],
			places: x.places[x.placesBegin[form]:x.placesBegin[form+1]], ahead: uint32(i),
		}
	}
	slices.SortStableFunc(rows, func(r, s row) int { return len(r.units) - len(s.units) })
	starts := rows[0].starts(a)
	for _, r := range rows[1:] {
		starts = r.follow(a, starts)
	}
	for _, s := range starts {
		if last := len(list) - 1; last >= 0 && list[last].unit == s.unit {
			list[last].count++
		} else {
			list = append(list, place{s.unit, 1})
		}
	}
	return list
}

// starts are where a phrase may begin, by one of its words.
func (r *row) starts(a *asking) []spot {
	list, here := make([]spot, 0, len(r.places)), []uint32(nil)
	for r.next() && !a.stopped() {
		here = r.read(here[:0])
		for _, at := range here {
			if at >= r.ahead {
				list = append(list, spot{uint32(r.unit), at - r.ahead})
			}
		}
	}
	return list
}

// follow keeps the beginnings of a phrase that one more of its words fits.
func (r *row) follow(a *asking, starts []spot) []spot {
	kept, here, begun := starts[:0], []uint32(nil), false
	for i := 0; i < len(starts); {
		unit := starts[i].unit
		for !begun || r.unit < uint64(unit) {
			if begun = true; a.stopped() || !r.next() {
				return kept
			}
		}
		if here = here[:0]; r.unit == uint64(unit) {
			here = r.read(here)
		}
		for rest := here; i < len(starts) && starts[i].unit == unit; i++ {
			after := starts[i].place + r.ahead
			for len(rest) > 0 && rest[0] < after {
				rest = rest[1:]
			}
			if len(rest) > 0 && rest[0] == after {
				kept = append(kept, starts[i])
			}
		}
	}
	return kept
}

// next goes to the next unit; it returns false at the end.
func (r *row) next() bool {
	if len(r.units) == 0 {
		return false
	}
	r.passed += r.count
	r.unit += next(&r.units)
	r.count = next(&r.units)
	return true
}

// read adds the places in the unit in hand to a list, once.
func (r *row) read(list []uint32) []uint32 {
	r.pass()
	for at := uint64(0); r.count > 0; r.count-- {
		at += next(&r.places)
		list = append(list, uint32(at))
	}
	return list
}

// lastBytes has the bit of each byte that says whether its number goes on.
const lastBytes = 0x8080808080808080

// pass leaves the places of units before the one in hand behind, eight bytes at a time.
func (r *row) pass() {
	i := 0
	for ; r.passed >= 8 && i+8 <= len(r.places); i += 8 {
		r.passed -= uint64(bits.OnesCount64(^binary.LittleEndian.Uint64(r.places[i:]) & lastBytes))
	}
	for ; r.passed > 0 && i < len(r.places); i++ {
		if r.places[i] < 0x80 {
			r.passed--
		}
	}
	r.places = r.places[i:]
}
