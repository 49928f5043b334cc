package format

import "bytes"

// foreignEncoding names the encoding of a text that is not read; empty where
// bytes are in none of those that are known by their looks.
func foreignEncoding(data []byte) string {
	for _, mark := range []struct{ bytes, name string }{
		{"\xff\xfe\x00\x00", "UTF-32"}, {"\x00\x00\xfe\xff", "UTF-32"}, {"+/v", "UTF-7"}, {"\x1b$", "ISO-2022"},
	} {
		if bytes.HasPrefix(data, []byte(mark.bytes)) {
			return mark.name
		}
	}
	start := data[:min(len(data), looked)]
	if wide(data) != nil || len(start) < 8 {
		return ""
	}
	var nul [4]int // NUL bytes by their place in four
	letters, spaces, ascii := 0, 0, 0
	for i, c := range start {
		switch {
		case c == 0:
			nul[i%4]++
		case isEBCDICLetter(c):
			letters++
		case c == 0x40:
			spaces++
		case c == ' ' || c == '\n' || c >= 'a' && c <= 'z':
			ascii++
		}
	}
	quarter := len(start) / 4
	most := quarter * 9 / 10
	switch {
	case nul[1] > most && nul[2] > most && (nul[0] > most || nul[3] > most):
		return "UTF-32 without a mark"
	case nul[0] > most && nul[2] > most || nul[1] > most && nul[3] > most:
		return "UTF-16 without a byte order mark"
	case letters*2 > len(start) && spaces*20 > len(start) && ascii*50 < len(start):
		return "EBCDIC"
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
