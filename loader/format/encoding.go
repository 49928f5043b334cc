package format

import "bytes"

// foreignEncoding names the encoding of a text that is not read; empty where
// bytes are in none of those that are known by their looks.
func foreignEncoding(data []byte) string {
	if name := markedEncoding(data); name != "" {
		return name
	}
	start := data[:min(len(data), looked)]
	if wide(data) != nil || len(start) < 8 {
		return ""
	}
	signs := countSigns(start)
	if name := signs.wideEncoding(len(start) / 4); name != "" {
		return name
	}
	if signs.letters*2 > len(start) && signs.spaces*20 > len(start) && signs.ascii*5 < len(start) {
		return "EBCDIC"
	}
	return ""
}

// markedEncoding names the encoding that the first bytes of a text announce; empty
// where they announce none.
func markedEncoding(data []byte) string {
	for _, mark := range []struct{ bytes, name string }{
		{"\xff\xfe\x00\x00", "UTF-32"}, {"\x00\x00\xfe\xff", "UTF-32"}, {"+/v", "UTF-7"}, {"\x1b$", "ISO-2022"},
	} {
		if bytes.HasPrefix(data, []byte(mark.bytes)) {
			return mark.name
		}
	}
	return ""
}

// encodingSigns counts the bytes of a text by which its encoding is known.
type encodingSigns struct {
	nul             [4]int // NUL bytes by their place in four
	letters, spaces int    // as EBCDIC writes them
	ascii           int    // small letters, spaces and line ends of ASCII
}

// countSigns counts them in the beginning of a text.
func countSigns(start []byte) encodingSigns {
	var n encodingSigns
	for i, c := range start {
		switch {
		case c == 0:
			n.nul[i%4]++
		case isEBCDICLetter(c):
			n.letters++
		case c == 0x40:
			n.spaces++
		case c == ' ' || c == '\n' || c >= 'a' && c <= 'z':
			n.ascii++
		}
	}
	return n
}

// wideEncoding names the encoding of two or four bytes to a character in which most
// of a text's fours have NUL bytes in the same places; empty where they have not.
func (n encodingSigns) wideEncoding(fours int) string {
	nul, most := n.nul, fours*9/10
	switch {
	case nul[1] > most && nul[2] > most && (nul[0] > most || nul[3] > most):
		return "UTF-32 without a mark"
	case nul[0] > most && nul[2] > most || nul[1] > most && nul[3] > most:
		return "UTF-16 without a byte order mark"
	}
	return ""
}

// isEBCDICLetter says that a byte is a Latin letter in the code pages of EBCDIC.
func isEBCDICLetter(c byte) bool {
	low := c & 0x0F
	switch c >> 4 {
	case 0x8, 0x9, 0xC, 0xD:
		return low >= 1 && low <= 9
	case 0xA, 0xE:
		return low >= 2 && low <= 9
	}
	return false
}
