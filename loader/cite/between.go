package cite

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// bodyBetween reads the body between a noun and the instances of its acts,
// "resolutions of the Commission on Human Rights, in particular 2005/69", and the
// byte at which these begin; nil and at where none stand there.
func (f *finder) bodyBetween(start, at int) (named *attribution, from int) {
	if !f.pluralBefore(start) {
		return nil, at
	}
	end := at
	if of := " of the "; strings.HasPrefix(f.s[at:], of) {
		if named, end = f.bodyFrom(at + len(of)); named == nil || named.code == "" {
			return nil, at
		}
	}
	for _, instances := range []string{", in particular ", ", including ", ", namely ", " in particular "} {
		rest, ok := strings.CutPrefix(f.s[end:], instances)
		if ok && rest != "" && (scan.IsDigit(rest[0]) || scan.IsCapital(rest)) {
			return named, len(f.s) - len(rest)
		}
	}
	return nil, at
}

// inherits says that "and" joins a list to the acts of another kind before it,
// whose body is named once: "Council resolutions 49/1 and 51/25 and decision
// 49/115".
func (f *finder) inherits(first, start int, kind string, who attribution) bool {
	if who.how != unnamedBody || first == 0 || f.found[first-1].Kind == kind {
		return false
	}
	switch f.s[min(f.found[first-1].End, start):start] {
	case " and ", ", and ", " and the ", " as well as ", ", as well as ", " and in ", " and by ":
	default:
		return false
	}
	if f.before.how == foreignBody {
		return true
	}
	for i := range f.found[first:] {
		if c := &f.found[first+i]; !names.CanNumber(f.before.code, c.Kind, c.Number) {
			return false
		}
	}
	return f.before.how == namedBody || f.before.how == shortBody
}
