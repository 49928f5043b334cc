package record

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/tree"
)

// A party is a State, group, organization, body or office that a heading of the
// catalogue names.
type party struct {
	id, kind string
	// name is given where no table has it, parent the body of which it is a part.
	name, parent string
}

// declare makes it known.
func (p party) declare(found *tree.Findings) {
	if p.name != "" {
		found.NewEntity(p.id, p.kind, [2]string{"name", p.name})
	} else {
		found.Entity(p.id, p.kind)
	}
	if p.parent != "" {
		found.Fact(p.id, "partOf", p.parent)
	}
}

// resolve finds whom a heading names. A heading of a part of a body or organization
// names the whole first, with a full stop behind each (Anglo-American Cataloguing
// Rules, 24.13): "UN. General Assembly. 3rd Committee. Chair".
func resolve(heading string) (party, bool) {
	heading = strings.Trim(strings.TrimSpace(heading), ",;")
	if p, ok := actor(heading); ok {
		return p, true
	}
	return resolveChain(strings.Split(strings.TrimSuffix(heading, "."), ". "))
}

// actor finds a State, group or organization by its name.
func actor(name string) (party, bool) {
	for _, form := range []string{name, expanded(name)} {
		if e, ok := names.Actors().Named(form); ok {
			return party{id: e.ID, kind: e.Kind}, true
		}
	}
	bare, bracket, ok := strings.Cut(strings.TrimSuffix(name, ")"), " (")
	if e, named := names.Actors().Named(bare); ok && named && e.Kind == "State" {
		if strings.EqualFold(bracket, "the") {
			return party{id: e.ID, kind: e.Kind}, true // BAHAMAS (THE)
		}
		for _, full := range append([]string{e.Name}, e.Aliases...) {
			if strings.Contains("-"+graph.Slug(full)+"-", "-"+graph.Slug(bracket)+"-") {
				return party{id: e.ID, kind: e.Kind}, true // Venezuela (Bolivarian Republic)
			}
		}
	}
	return party{}, false
}

// expanded writes UN out: headings have it so.
func expanded(name string) string {
	if rest, ok := strings.CutPrefix(name, "UN "); ok {
		return "United Nations " + rest
	}
	return name
}

// resolveChain finds what the last of several names means, each a part of the one
// before.
func resolveChain(chain []string) (p party, ok bool) {
	if len(chain) > 1 && chain[0] == "UN" {
		if p, ok := ofUnitedNations(chain[1:]); ok {
			return p, true
		}
		chain = chain[1:]
	}
	for i, name := range chain {
		name = strings.TrimSpace(name)
		switch {
		case i == 0:
			p, ok = whole(name)
		case isOffice(name) && p.kind == "Body":
			p = officeOf(p, name)
		case p.kind == "Body":
			p = partOfBody(p, name)
		default:
			ok = false
		}
		if !ok {
			return party{}, false
		}
	}
	return p, ok
}

// ofUnitedNations finds what belongs to the United Nations itself: its offices, and
// the Secretariat.
func ofUnitedNations(chain []string) (party, bool) {
	switch name := chain[0]; {
	case len(chain) > 1:
	case tree.OfOrganization.MatchString(name):
		return party{id: "role/un/" + graph.Slug(name), kind: "Role", name: name}, true
	case name == "Secretariat":
		return party{id: "organization/un/secretariat", kind: "Organization", name: "United Nations Secretariat"}, true
	}
	return party{}, false
}

// whole finds a body, organization or State that is no part of another.
func whole(name string) (party, bool) {
	if b, ok := names.BodyByText(name); ok {
		return party{id: graph.BodyID(b.Code), kind: "Body"}, true
	}
	return actor(name)
}

// isOffice knows titles by the table, also with what follows: Special Rapporteur on
// Lighthouses.
func isOffice(name string) bool {
	for _, o := range names.Current().Offices {
		for _, title := range []string{o.Name, o.Plural} {
			if rest, ok := strings.CutPrefix(name, title); ok && title != "" && (rest == "" || rest[0] == ' ') {
				return true
			}
		}
	}
	return false
}

// officeOf is an office of a body; of a subsidiary body it stands under the body
// that this belongs to: role/ga/chair-of-the-third-committee.
func officeOf(body party, office string) party {
	code := strings.TrimPrefix(body.id, "body/")
	whole, part, subsidiary := strings.Cut(code, "/")
	id := "role/" + whole + "/" + graph.Slug(office)
	if subsidiary {
		id += "-of-the-" + part
	}
	name := office
	if body.name != "" {
		name += " of the " + body.name
	}
	return party{id: id, kind: "Role", name: name}
}

// partOfBody is a body below another: one with a row, an operation of a table, or
// one that stands under its own name.
func partOfBody(body party, name string) party {
	name = ordinalWords(name)
	if b, ok := names.BodyByText(name); ok {
		return party{id: graph.BodyID(b.Code), kind: "Body"}
	}
	code := strings.TrimPrefix(body.id, "body/")
	for _, o := range names.Current().Operations {
		if o.Parent == code && strings.EqualFold(o.Name, name) {
			return party{id: o.ID(code), kind: "Body", name: o.Name, parent: body.id}
		}
	}
	return party{id: body.id + "/" + graph.Slug(name), kind: "Body", name: name, parent: body.id}
}

// ordinalWords writes out the ordinal that a name begins with: 3rd Committee is the
// Third Committee.
func ordinalWords(name string) string {
	first, rest, ok := strings.Cut(name, " ")
	n := names.OrdinalNumber(first)
	if !ok || n < 1 || n > 99 || first[0] > '9' {
		return name
	}
	word := names.Ordinals(n)[n-1]
	return strings.ToUpper(word[:1]) + word[1:] + " " + rest
}

// series reads the body and session under which a symbol was given out: A/97/12 is
// of the General Assembly at its ninety-seventh session, E/2044/5 of the Economic
// and Social Council in 2044.
func series(symbol string) (body, session string, ok bool) {
	symbol = strings.TrimSpace(symbol)
	if a, _, act := names.ActOfSymbol(symbol); act {
		session, _, ok = strings.Cut(a.Number, "/")
		return a.Body, session, ok && isSession(session)
	}
	longest := 0 // a body whose symbols do not hold its session has none of any length
	for _, b := range names.Bodies() {
		for _, prefix := range append(b.Documents, b.Organs) {
			rest, has := strings.CutPrefix(symbol, prefix)
			if s, _, more := strings.Cut(rest, "/"); has && more && len(prefix) > longest && !b.Dated() && isSession(s) {
				body, session, ok, longest = b.Code, s, true, len(prefix)
			}
		}
	}
	return body, session, ok
}

// isSession says that a part of a symbol is the number of a session, also of a
// special one: 97, 2044, S-32, ES-10.
func isSession(part string) bool {
	part = strings.TrimPrefix(strings.TrimPrefix(part, "E"), "S-")
	_, err := strconv.Atoi(part)
	return err == nil
}
