package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// freeList is a list in which organizations that no table knows may stand.
func (r *reporter) freeList(s string, at int, single, free bool) (list []listedActor, end int) {
	end = at
	for i := at; i < len(s); {
		a, next, ok := r.actor(s, i)
		if ok && a.kind == "Role" || !ok && !free {
			break
		}
		if !ok {
			stop := r.nameStop(s, i, single)
			name := strings.TrimPrefix(strings.TrimSpace(s[i:stop]), "the ")
			if name == "" || name[0] < 'A' || name[0] > 'Z' {
				break
			}
			a = listedActor{kind: "Organization", name: name, start: stop - len(name), end: stop, stop: -1}
			a.id, next = organizationID(name), stop
		}
		list = append(list, a)
		end = next
		m := listJoint.FindString(s[next:])
		if m == "" || classLead.MatchString(s[next+len(m):]) || speechBy.MatchString(s[next+len(m):]) {
			break
		}
		i = next + len(m)
		single = single || strings.Contains(m, "and") // the last member
	}
	return list, end
}

// organizationID prefers the table, then the acronym that the text gives.
func organizationID(name string) string {
	if e, ok := names.Actors().Named(name); ok {
		return e.ID
	}
	if m := bracketTail.FindStringSubmatchIndex(name); m != nil {
		return "organization/" + graph.Slug(name[m[2]:m[3]])
	}
	return "organization/" + graph.Slug(name)
}

// nameStop is where the name of an unknown organization ends: at a comma, or
// in the last member at the "and" that begins the next name. Names hold "and"
// themselves; an article, then a colon, then the last "and" decide.
func (r *reporter) nameStop(s string, at int, single bool) int {
	limit := len(s)
	if i := strings.IndexAny(s[at:], ",;"); i >= 0 {
		limit = at + i
	}
	if single || limit < len(s) && !strings.HasPrefix(s[limit:], ", a ") {
		return limit
	}
	piece := s[at:limit]
	if i := strings.Index(piece, " and the "); i > 0 {
		return at + i
	}
	if i := strings.IndexByte(piece, ':'); i > 0 {
		piece = piece[:i]
	}
	if i := strings.LastIndex(piece, " and "); i > 0 && !r.namedElsewhere(piece) {
		return at + i
	}
	return limit
}

// namedElsewhere says that an organization by all of these words is known.
func (r *reporter) namedElsewhere(piece string) bool {
	return r.organizations["organization/"+graph.Slug(piece)]
}
