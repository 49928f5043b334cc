package cite

import "mandategraph/loader/scan"

// Scanning takes the figures 0 and 1 for the letters O and l: "resolution 7O/1",
// "reso1ution l540 (2004)".

// farMisread is how many bytes a number has at most with what is printed beside it.
const farMisread = 24

// misread reads a number at byte at in which letters stand for figures; end is at where
// there is none.
func misread(s string, at int, bare bareForms) (number string, end int) {
	if at >= len(s) || !scan.IsDigit(s[at]) && s[at] != 'l' && s[at] != 'O' {
		return "", at
	}
	restored, changed := inFigures(s[at:min(len(s), at+farMisread)])
	if !changed {
		return "", at
	}
	number, end = actNumber(restored, 0, bare)
	if number == "" || end == len(restored) && at+end < len(s) {
		return "", at
	}
	return number, at + end
}

// inFigures puts the figures back into words of which the others are figures.
func inFigures(s string) (restored string, changed bool) {
	out := []byte(s)
	for i := 0; i < len(out); {
		end, figures := i, false
		for end < len(out) && (scan.IsDigit(out[end]) || misreadFigure(out[end]) != 0 || out[end] == '/') {
			figures = figures || scan.IsDigit(out[end])
			end++
		}
		if figures && (end == len(out) || !scan.IsWord(out[end])) {
			for k := i; k < end; k++ {
				if c := misreadFigure(out[k]); c != 0 {
					out[k], changed = c, true
				}
			}
		}
		for end < len(out) && scan.IsWord(out[end]) {
			end++
		}
		i = end + 1
	}
	return string(out), changed
}

// misreadFigure is the figure for which a letter stands; 0 for none. A capital I is a
// Roman numeral as well.
func misreadFigure(c byte) byte {
	switch c {
	case 'l', '|':
		return '1'
	case 'O', 'o':
		return '0'
	}
	return 0
}
