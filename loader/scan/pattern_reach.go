package scan

import (
	"regexp/syntax"
	"unicode/utf8"
)

// reachOf gives the most bytes that a match of an expression looks at: those that
// it takes and the letter behind them. It is 0 where they have no bound, or where
// the expression asks for the end of the text.
func reachOf(re *syntax.Regexp) int {
	if n := longest(re); n >= 0 {
		return n + utf8.UTFMax
	}
	return 0
}

// longest gives the most bytes of a match; -1 where it has no bound.
func longest(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginText, syntax.OpBeginLine, syntax.OpWordBoundary, syntax.OpNoWordBoundary, syntax.OpNoMatch:
		return 0
	case syntax.OpLiteral:
		return utf8.UTFMax * len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return utf8.UTFMax
	case syntax.OpCapture, syntax.OpQuest:
		return longest(re.Sub[0])
	case syntax.OpRepeat:
		if n := longest(re.Sub[0]); re.Max >= 0 && n >= 0 {
			return re.Max * n
		}
	case syntax.OpConcat, syntax.OpAlternate:
		most, sum := 0, 0
		for _, sub := range re.Sub {
			n := longest(sub)
			if n < 0 {
				return -1
			}
			most, sum = max(most, n), sum+n
		}
		if re.Op == syntax.OpAlternate {
			return most
		}
		return sum
	}
	return -1
}
