package scan

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// A Pattern is a regular expression that is not tried where it cannot match:
// of its anchors, literals taken from the expression itself, one stands in
// every match, and its start says how a match begins. Most sentences hold none,
// and a search for literals is a hundred times as fast.
type Pattern struct {
	expression string
	whole      func() *regexp.Regexp
	here       func() *regexp.Regexp // the same at the beginning of a text only
	inside     func() *regexp.Regexp // as here, where the text goes on before it
	once       sync.Once
	start      start
	anchors    []string
	reach      int // the most bytes that a match looks at; 0: not known
}

// made are all patterns of the program, in the order in which they were compiled.
var made []*Pattern

// Patterns lists all patterns of the program, for tests that compare them with
// their expressions.
func Patterns() []*Pattern { return made }

// Compile makes a pattern of an expression that [regexp.MustCompile] takes. It is
// called while the program starts; the expression is read when it is first tried,
// as most texts need few of them.
func Compile(expression string) *Pattern {
	p := &Pattern{expression: expression}
	p.whole = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
	p.here = sync.OnceValue(func() *regexp.Regexp {
		if p.start.where == startOfText {
			return p.whole()
		}
		return regexp.MustCompile(`^(?:` + expression + `)`)
	})
	p.inside = sync.OnceValue(func() *regexp.Regexp {
		if !p.start.headed {
			return p.here()
		}
		return regexp.MustCompile(`^(?:` + headless(expression) + `)`)
	})
	made = append(made, p)
	return p
}

// headless is an expression that does not match where its own ^ asks for the beginning
// of the text.
func headless(expression string) string {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return expression // regexp will say why
	}
	var cut func(*syntax.Regexp)
	cut = func(re *syntax.Regexp) {
		if re.Op == syntax.OpBeginText {
			re.Op = syntax.OpNoMatch
		}
		for _, sub := range re.Sub {
			cut(sub)
		}
	}
	cut(tree)
	return tree.String()
}

// Regexp is the whole expression.
func (p *Pattern) Regexp() *regexp.Regexp { return p.whole() }

// String is the expression as it is written.
func (p *Pattern) String() string { return p.expression }

// Anchors are literals of which one stands in every match; nil where none are known.
func (p *Pattern) Anchors() []string {
	p.once.Do(p.read)
	return p.anchors
}

// read finds start and anchors of the expression.
func (p *Pattern) read() {
	tree, err := syntax.Parse(p.expression, syntax.Perl)
	if err != nil {
		return // regexp will say why
	}
	anchors := anchorsOf(tree)
	p.reach = reachOf(tree)
	if prog, err := syntax.Compile(tree.Simplify()); err == nil {
		p.start = startOf(prog)
	}
	if p.start.where != startOfText || p.start.broad() { // else tried at one place only
		p.anchors = anchors
	}
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

// Where this many first places of a match are known, they tell as much as its
// anchors do, unless these are few; but not in a long text, the rest of which each
// try may look at.
const (
	fewAnchors = 2
	selective  = 3
	longText   = 1000
)

// may says whether the pattern can match at all.
func (p *Pattern) may(s string) bool {
	p.once.Do(p.read)
	if p.start.where == startOfText && !p.start.fits(s) {
		return false
	}
	if p.anchors == nil ||
		len(p.anchors) > fewAnchors && p.start.where > startOfText && p.start.places >= selective && (p.reach > 0 || len(s) < longText) {
		return true
	}
	for _, a := range p.anchors {
		if strings.Contains(s, a) {
			return true
		}
	}
	return false
}

// The methods of [regexp.Regexp] that search, with the look at anchors and start
// first.

func (p *Pattern) MatchString(s string) bool {
	if !p.may(s) {
		return false
	}
	if p.start.where == startUnknown {
		return p.whole().MatchString(s)
	}
	for i := p.start.next(s, 0); i >= 0; i = p.start.next(s, i+1) {
		if p.at(i).MatchString(p.window(s, i)) {
			return true
		}
	}
	return false
}

func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	if p.start.where == startUnknown {
		return p.whole().FindStringSubmatchIndex(s)
	}
	return p.from(s, 0, (*regexp.Regexp).FindStringSubmatchIndex)
}

// AtEnd is FindStringSubmatchIndex for a pattern whose matches are known to end
// the text with one of certain words.
func (p *Pattern) AtEnd(s string, words ...string) []int {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return p.FindStringSubmatchIndex(s)
		}
	}
	return nil
}

func (p *Pattern) FindStringIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	if p.start.where == startUnknown {
		return p.whole().FindStringIndex(s)
	}
	return p.from(s, 0, (*regexp.Regexp).FindStringIndex)
}

// at is the expression that is tried at byte i.
func (p *Pattern) at(i int) *regexp.Regexp {
	if i == 0 {
		return p.here()
	}
	return p.inside()
}

// window is the part of a text that a match at byte i can look at. What an
// expression takes to prepare a try grows with the text that it is given.
func (p *Pattern) window(s string, i int) string {
	if p.reach > 0 && len(s)-i > p.reach {
		return s[i : i+p.reach]
	}
	return s[i:]
}

// from finds the first match from byte at on.
func (p *Pattern) from(s string, at int, find func(*regexp.Regexp, string) []int) []int {
	for i := p.start.next(s, at); i >= 0; i = p.start.next(s, i+1) {
		if m := find(p.at(i), p.window(s, i)); m != nil {
			for k := range m {
				if m[k] >= 0 {
					m[k] += i
				}
			}
			return m
		}
	}
	return nil
}

func (p *Pattern) FindString(s string) string {
	if m := p.FindStringIndex(s); m != nil {
		return s[m[0]:m[1]]
	}
	return ""
}

func (p *Pattern) FindStringSubmatch(s string) []string {
	m := p.FindStringSubmatchIndex(s)
	if m == nil {
		return nil
	}
	groups := make([]string, len(m)/2)
	for k := range groups {
		if m[2*k] >= 0 {
			groups[k] = s[m[2*k]:m[2*k+1]]
		}
	}
	return groups
}

// FindAll lists all matches.
func (p *Pattern) FindAll(s string) (all [][]int) {
	if !p.may(s) {
		return nil
	}
	if p.start.where == startUnknown {
		return p.whole().FindAllStringSubmatchIndex(s, -1)
	}
	for m := p.from(s, 0, (*regexp.Regexp).FindStringSubmatchIndex); m != nil; m = p.from(s, m[1], (*regexp.Regexp).FindStringSubmatchIndex) {
		all = append(all, m)
	}
	return all
}

func (p *Pattern) FindAllStrings(s string) (all []string) {
	for _, m := range p.FindAll(s) {
		all = append(all, s[m[0]:m[1]])
	}
	return all
}
