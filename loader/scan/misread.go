package scan

// Scanning takes the figures 0 and 1 for the letters O and l.

// InFigures puts the figures back into numbers of which the other signs are figures: the
// parts of 7O/1, 2030/ll, l540. An O or o alone is a letter.
func InFigures(s string) (restored string, changed bool) {
	out := []byte(s)
	for i := 0; i < len(out); {
		end, figures := i, false
		for end < len(out) && (IsDigit(out[end]) || misreadFigure(out[end]) != 0 || out[end] == '/') {
			figures = figures || IsDigit(out[end])
			end++
		}
		if figures && (end == len(out) || !IsWord(out[end])) {
			changed = figuresIn(out[i:end]) || changed
		}
		for end < len(out) && IsWord(out[end]) {
			end++
		}
		i = end + 1
	}
	return string(out), changed
}

// figuresIn puts the figures back into the parts of one number.
func figuresIn(number []byte) (changed bool) {
	for from := 0; from < len(number); {
		to, figures := from, number[from] == 'l'
		for to < len(number) && number[to] != '/' {
			figures = figures || IsDigit(number[to])
			to++
		}
		for k := from; k < to && figures; k++ {
			if c := misreadFigure(number[k]); c != 0 {
				number[k], changed = c, true
			}
		}
		from = to + 1
	}
	return changed
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
