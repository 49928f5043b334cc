package text

import "math/bits"

// Most of a text is words of plain bytes with single spaces between them, which
// stand in the text as they stand in the source. They are measured eight bytes at
// a time, each byte in its own eighth of a number.

const (
	eachByte = 0x0101010101010101 // times c: c in every byte
	highBits = 0x80 * eachByte
)

// eightBytes are the first bytes of a text, the first of them lowest.
func eightBytes(s string) uint64 {
	_ = s[7] // one check, and one load
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// unlike has the high bit of each byte that is not c, up to the first byte beyond
// ASCII; other bits have no meaning.
func unlike(eight uint64, c uint64) uint64 { return (eight ^ c*eachByte) + 0x7F*eachByte }

// plainEnd is the end of the plain words that begin at byte i of a source.
func plainEnd(source string, i int) int {
	for after := uint64(0); i+8 <= len(source); i += 8 {
		eight := eightBytes(source[i:])
		spaces := ^unlike(eight, ' ') & highBits
		plain := (eight + ('\x80'-' ')*eachByte) & unlike(
			eight,
			'*',
		) & unlike(
			eight,
			'[',
		) & unlike(
			eight,
			']',
		) & unlike(
			eight,
			'<',
		) & unlike(
			eight,
			'\\',
		) &^ eight
		stops := (^plain | spaces&(spaces<<8|after)) & highBits // a second space also
		if after = spaces >> 56; stops != 0 {
			i += bits.TrailingZeros64(stops) / 8
			return behindWords(source, i)
		}
	}
	for i < len(source) && (plainBytes[source[i]] || source[i] == ' ' && source[i-1] != ' ') {
		i++
	}
	return behindWords(source, i)
}

// behindWords leaves out the space before byte i.
func behindWords(source string, i int) int {
	if i > 0 && source[i-1] == ' ' {
		return i - 1
	}
	return i
}
