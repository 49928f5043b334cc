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
	restored, changed := scan.InFigures(s[at:min(len(s), at+farMisread)])
	if !changed {
		return "", at
	}
	number, end = actNumber(restored, 0, bare)
	if number == "" || end == len(restored) && at+end < len(s) {
		return "", at
	}
	return number, at + end
}
