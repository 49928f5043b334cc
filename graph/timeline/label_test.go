package timeline

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

func TestActsAreLabelledByNumberAndMatter(t *testing.T) {
	for _, each := range []struct{ id, date, title, about, number, subject string }{
		{"sc/resolution/1051", "1996-03-27", "", "situation between Iraq and Kuwait", "1051 (1996)", "Iraq and Kuwait"},
		{"sc/resolution/1052", "", "[S/1996/1]", "", "1052", ""},
		{"sc/resolution/1053", "1996-04-23", "of 23 Apri1 1996", "Rwanda", "1053 (1996)", "Rwanda"},
		{"ga/resolution/61/9", "2006-12-01", "The question of Palestine", "", "61/9", "Palestine"},
		{"ga/decision/61/403", "2006-12-01", "Élection of members", "", "dec. 61/403", "Élection of members"},
		{"unfccc-cop/decision/4/CP.9", "2003-12-01", "Matters relating to the Fund", "", "4/CP.9", "Matters relating to the Fund"},
		{"unfccc-cmp/resolution/1/CMP.9", "2013-11-22", "expression of gratitude", "", "res. 1/CMP.9", "Expression of gratitude"},
		{"body/ga", "", "General Assembly", "", "", "General Assembly"},
	} {
		d := graph.Document{ID: "document/X"}
		for name, value := range map[string]string{"kind": graph.KindOfID(each.id), "date": each.date, "title": each.title, "about": each.about} {
			if value != "" {
				d.Facts = append(d.Facts, graph.Fact{Subject: each.id, Property: name, Value: value})
			}
		}
		d.Normalize()
		s := snapshot.New([]graph.Document{d})
		n := placedNode(s, each.id)
		assert.Equal(t, each.number, Number(s, n), each.id)
		assert.Equal(t, each.subject, Subject(s, n), each.id)
	}
}

// A table says when sessions of the Assembly opened; session 21 of a council that no
// table knows has more acts of 2005 than of 2006, and nothing dates its 22nd.
func TestActsWithoutADateStandInTheirSessionsYear(t *testing.T) {
	s := dated(map[string]string{
		"tin-council/resolution/21/1": "2005-09-16", "tin-council/resolution/21/2": "2005-12-01", "tin-council/resolution/21/288": "2006-09-08",
		"tin-council/resolution/21/99": "", "tin-council/resolution/22/5": "", "ga/resolution/58/7": "", "ecosoc/resolution/2007/3": "", "ga/resolution/62/1": "2007-10-01",
		"document/A/63/9": "2008", "document/A/63/9/draft-resolution/I": "",
		"body/csw/session/50": "2006-02-27", "csw/resolution/50/1": "",
	}, [2]string{"ga/resolution/62/1", "tin-council/resolution/22/5"}, [2]string{"ga/resolution/62/1", "tin-council/resolution/21/99"})
	assert.Equal(t, []string{
		"csw/resolution/50/1: 2006 by session", "document/A/63/9: 2008 by date", "document/A/63/9/draft-resolution/I: 2008 by owner",
		"ecosoc/resolution/2007/3: 2007 by session", "ga/resolution/58/7: 2003 by session", "tin-council/resolution/21/99: 2005 by session",
		"tin-council/resolution/22/5: no date by nothing",
	}, grounded(t, s, "csw/resolution/50/1", "document/A/63/9", "document/A/63/9/draft-resolution/I", "ecosoc/resolution/2007/3",
		"ga/resolution/58/7", "tin-council/resolution/21/99", "tin-council/resolution/22/5", "ga/resolution/62/1"))
}

// grounded says in which column each stands but the last one, and why.
func grounded(t *testing.T, s *snapshot.Snapshot, ids ...string) []string {
	line := placed(t, s, ByYear, ids...)
	var list []string
	for _, p := range line.Places {
		if s.ID(p.Node) != ids[len(ids)-1] {
			why := map[Ground]string{Nowhere: "nothing", OfDate: "date", OfSession: "session", OfOwner: "owner", OfSpeaker: "speaker"}[p.By]
			list = append(list, s.ID(p.Node)+": "+line.Columns[p.Column].Label+" by "+why)
		}
	}
	return list
}

// The report of the session came out in the year after it.
func TestTheYearOfASessionIsNotThatOfItsReport(t *testing.T) {
	d := graph.Document{ID: "document/X"}
	for property, value := range map[string]string{"kind": "Act", "date": "2016", "dateFrom": "session", "session": "body/unfccc-cop/session/21"} {
		d.Facts = append(d.Facts, graph.Fact{Subject: "unfccc-cop/decision/9/CP.21", Property: property, Value: value})
	}
	d.Facts = append(d.Facts, graph.Fact{Subject: "state/alb", Property: "kind", Value: "State"})
	d.Normalize()
	s := snapshot.New([]graph.Document{d})
	assert.Equal(t, []string{"unfccc-cop/decision/9/CP.21: 2015 by session"}, grounded(t, s, "unfccc-cop/decision/9/CP.21", "state/alb")[:1])
}
