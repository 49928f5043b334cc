package scan

// shortened are words whose full stop ends no sentence.
var shortened = WordSet("Mr Ms Mrs Mme Dr Prof Ma St Sra")

// CutSentences cuts a text from byte start on at full stops outside brackets
// and quotes.
func CutSentences(s string, start int) (list []Span) {
	depth, masks := 0, Quoted(s)
	for i := start; i < len(s); i++ {
		for len(masks) > 0 && masks[0].End <= i {
			masks = masks[1:]
		}
		switch {
		case len(masks) > 0 && i >= masks[0].Start:
			i = masks[0].End - 1
		case s[i] == '(':
			depth++
		case s[i] == ')':
			depth = max(0, depth-1)
		case s[i] == '.' && depth == 0 && endsSentence(s, i) && !shortened[LastWord(s[start:i])]:
			list = append(list, Span{start, i + 1})
			start = i + 2
		}
	}
	if start < len(s) {
		list = append(list, Span{start, len(s)})
	}
	return list
}

// endsSentence says that a capital letter or a bracket follows the full stop at
// byte i, and that it closes no abbreviation of single letters: H.E.
func endsSentence(s string, i int) bool {
	return !(i > 2 && s[i-2] == '.' && isLetter(s[i-1])) && i+2 < len(s) && s[i+1] == ' ' && (s[i+2] >= 'A' && s[i+2] <= 'Z' || s[i+2] == '(')
}
