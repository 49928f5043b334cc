package loader

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

// A pattern is a regular expression that is not tried where it cannot match:
// of its anchors, literals taken from the expression itself, one stands in
// every match. Most sentences hold none, and a search for literals is a hundred
// times as fast.
type pattern struct {
	*regexp.Regexp
	anchors []string
}

// compile is [regexp.MustCompile] with anchors.
func compile(expression string) *pattern {
	p := &pattern{Regexp: regexp.MustCompile(expression)}
	if tree, err := syntax.Parse(expression, syntax.Perl); err == nil && !startsFixed(tree) {
		p.anchors = anchorsOf(tree)
	}
	return p
}

// startsFixed says that an expression begins with ^ and then something that
// fails at once, so that it needs no anchors.
func startsFixed(re *syntax.Regexp) bool {
	return re.Op == syntax.OpConcat && re.Sub[0].Op == syntax.OpBeginText && !slices.Contains([]syntax.Op{syntax.OpStar, syntax.OpPlus}, inner(re.Sub[1]).Op)
}

func inner(re *syntax.Regexp) *syntax.Regexp {
	for re.Op == syntax.OpCapture {
		re = re.Sub[0]
	}
	return re
}

// mostAnchors bounds the literals that are looked for.
const mostAnchors = 24

// anchorsOf gives literals of which one stands in every match; nil where none
// are known.
func anchorsOf(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return []string{string(re.Rune)}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return anchorsOf(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return anchorsOf(re.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			list := anchorsOf(sub)
			if list == nil {
				return nil
			}
			all = append(all, list...)
		}
		if slices.Sort(all); len(all) <= mostAnchors {
			return slices.Compact(all)
		}
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if list := anchorsOf(sub); list != nil && (best == nil || worth(list) > worth(best)) {
				best = list
			}
		}
		return best
	}
	return nil
}

// worth of anchors: long ones are rare, few are quick.
func worth(list []string) int {
	shortest := len(list[0])
	for _, a := range list {
		shortest = min(shortest, len(strings.TrimSpace(a)))
	}
	return 4*shortest - len(list)
}

// may says whether the pattern can match at all.
func (p *pattern) may(s string) bool {
	if p.anchors == nil {
		return true
	}
	for _, a := range p.anchors {
		if strings.Contains(s, a) {
			return true
		}
	}
	return false
}

// The methods of [regexp.Regexp] that search, with the look at the anchors
// first.

func (p *pattern) MatchString(s string) bool { return p.may(s) && p.Regexp.MatchString(s) }

func (p *pattern) FindString(s string) string {
	if !p.may(s) {
		return ""
	}
	return p.Regexp.FindString(s)
}

func (p *pattern) FindStringIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	return p.Regexp.FindStringIndex(s)
}

func (p *pattern) FindStringSubmatch(s string) []string {
	if !p.may(s) {
		return nil
	}
	return p.Regexp.FindStringSubmatch(s)
}

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	return p.Regexp.FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllString(s string, n int) []string {
	if !p.may(s) {
		return nil
	}
	return p.Regexp.FindAllString(s, n)
}

func (p *pattern) FindAllStringIndex(s string, n int) [][]int {
	if !p.may(s) {
		return nil
	}
	return p.Regexp.FindAllStringIndex(s, n)
}

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !p.may(s) {
		return nil
	}
	return p.Regexp.FindAllStringSubmatchIndex(s, n)
}
