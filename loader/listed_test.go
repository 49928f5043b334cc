package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/loader/tree"
)

// A commission's report as its pages print it: acts under their numbers alone,
// marks of footnotes as plain numbers, notes between a title and its text.
const listedReport = `E/CN.3/2044/7

Statistical Commission
Report on the fifty-sixth session

Contents

C.

Decisions brought to the attention of the Council . . . . . . . . . . . . . . . . . . .

4

56/101.

Cogs and widgets . . . . . . . . . . . . . . . . . . .

4

II. Items for information . . . . . . . . . . . . . . . . . . .

5

Chapter I
C.

Decisions brought to the attention of the Council
1.
The following decisions are brought to the attention of the Council.

56/101
Cogs and widgets
The Statistical Commission:
(a) Endorsed the revised terms of reference, 5 subject to resolution 2022/3 of the Economic and Social Council of 8 June
2022, and took note of item 5 and of 5 cogs;
(b) Requested the Secretary-General to report on cogs.

56/102
Information items
The Statistical Commission took note of the following reports:
Report of the Secretary-General on cogs
Report of the World Bank on widgets 6

__________________
5

General Assembly resolution 60/1.
6

General Assembly resolution 61/2.
44-01234

3/9

E/CN.3/2044/7

44-01234

4/9

E/CN.3/2044/7

Chapter II
Items for information
2.
At its 3rd meeting, the Commission recalled General Assembly resolution 62/3.
`

func TestActsListedUnderTheirNumbersAlone(t *testing.T) {
	r := load(t, listedReport)
	var acts []string
	for _, a := range r.Tree.Acts {
		acts = append(acts, a.ID+" "+a.Title.S)
	}
	assert.Equal(t, []string{"statcom/decision/56/101 Cogs and widgets", "statcom/decision/56/102 Information items"}, acts)
	list := edges(r)
	assert.Contains(t, list, "statcom/decision/56/101 mentions ecosoc/resolution/2022/3 statcom/decision/56/101#dec.a")
	assert.Contains(t, list, "statcom/decision/56/101 mentions ga/resolution/60/1 statcom/decision/56/101#fn5", "its mark is the one after a stop")
	assert.Contains(t, list, "statcom/decision/56/102 mentions ga/resolution/61/2 statcom/decision/56/102#fn6")
	assert.Contains(t, list, "document/E/CN.3/2044/7 mentions ga/resolution/62/3 document/E/CN.3/2044/7#2", "a chapter ends the decisions")
}

func TestPlainMarksAreNotOtherNumbers(t *testing.T) {
	for text, want := range map[string]int{
		"the terms of reference, 5 subject to": 1, "its session; 5": 1, "the report 5 and": 1,
		"item 5 of": 0, "of 5 June": 0, "articles 3, 5 and": 0, "paragraph 5": 0, "the 55 States": 0, "in May 5 and": 0, "by 5 percent": 0,
	} {
		assert.Len(t, tree.PlainMarks(text, "5"), want, text)
	}
}

func TestMandatesListedUnderTheirBodies(t *testing.T) {
	const head = "A/99/16\n\nReport of the Committee on Budgets of Lamps\n\n44. The Committee recommended approval, subject to the following modifications:\n"
	for list, want := range map[string][]string{
		"III.\nLamps and wicks\nLegislative mandates\nGeneral Assembly resolutions\nAdd “98/281 Lamps and wicks”.\nDelete the mandate “77/3 Old\nwicks”.\n": {
			"ga/resolution/98/281", "ga/resolution/77/3"},
		"Mandates\nGeneral Assembly resolutions\n31/192 Statute of the Unit\n3356 (XXIX) Oil for the lamps of all the\nislands\nGeneral Assembly decisions\n47/454 Wicks\n": {
			"ga/resolution/31/192", "ga/resolution/3356(XXIX)", "ga/decision/47/454"},
		"Mandates\n\nEconomic and Social Council resolutions\n\n2031/7 Lamps\n\nSecurity Council resolutions\n\n1373 (2001) Threats to lamps\n": {
			"ecosoc/resolution/2031/7", "sc/resolution/1373"},
		"Review of the follow-up to\nGeneral Assembly resolutions\n": nil,
	} {
		r := load(t, head+list+"45. The Committee considered programme 28.\n")
		for _, id := range want {
			assert.Contains(t, edges(r), "document/A/99/16 mentions "+id+" document/A/99/16#44", list)
		}
		if want == nil {
			assert.Empty(t, edges(r), list)
		}
	}
}

func TestTablesWhoseColumnsStandClose(t *testing.T) {
	r := load(t, `A/99/17

Report of the Committee on Harbours

15. In addition to resolution 98/114, the General Assembly adopted other resolutions and one decision, listed below.

A. Resolutions and decision concerning harbours

1. Resolutions

| Harbour | Resolution number | Date of adoption |

| Quiet Bay | 58/316a | 1 July 2004 |

| Long Pier | 98/98 | 4 December 2043 |

2. Decision

| Harbour | Decision number Date of adoption |

| Old Quay | 98/521 | 4 December 2043 |

B. Resolutions concerning other items

| Title | Resolution number Date of adoption |

| Economic activities which affect the 98/95 | 4 December 2043 |

interests of the harbours under Article 73 of the Charter of the United Nations

| Questions of lamps | 98/93 A and B 4 December 2043 |

16. The Committee closed its session.
`)
	var cited []string
	for _, s := range r.Document.Statements {
		if s.Evidence.Locator() == "15" {
			cited = append(cited, s.Object)
		}
	}
	assert.ElementsMatch(t, []string{"ga/resolution/98/114", "ga/resolution/58/316", "ga/resolution/98/98", "ga/decision/98/521",
		"ga/resolution/98/95", "ga/resolution/98/93A", "ga/resolution/98/93B", "treaty/un-charter/article/73"}, cited)
}

func TestTheNoteOfATitleIsItsActs(t *testing.T) {
	r := load(t, "A/RES/99/5\n\n99/5. Lamps of the harbour¹\n\nThe General Assembly,\n\n1. Decides to meet.²\n\n¹ See resolution 98/1.\n\n² See resolution 98/2.\n")
	assert.Subset(t, edges(r), []string{"ga/resolution/99/5 mentions ga/resolution/98/1 ga/resolution/99/5#fn1",
		"ga/resolution/99/5 mentions ga/resolution/98/2 ga/resolution/99/5#fn2"})
}
