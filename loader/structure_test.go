package loader

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/loader/tree"
)

// structures are small texts, each with the paragraphs that a reader finds in it, as
// "id: first words"; the id of the document itself is left out before "#".
var structures = []struct{ name, text, want string }{
	{"footnotes as Markdown writes them", `A/RES/99/24

General Assembly

99/24. Quiet lanterns

*The General Assembly*,

*Recalling* its resolution 98/3 on lanterns,[^1]

1. *Requests* the Secretary-General to report.[^2]

---

[^1]: See also decision 98/405.
[^2]: A/98/12, on resolution 97/4.
`, `ga/resolution/99/24#pp1: Recalling its resolution 98/3 on
ga/resolution/99/24#op1: 1. Requests the Secretary-General to
ga/resolution/99/24#fn1: See also decision 98/405.
ga/resolution/99/24#fn2: A/98/12, on resolution 97/4.`},
	{"a row of a table that only looks like the heading of an act", `A/99/13

Report of the Quiet Committee

1. The Committee adopted what table 1 lists.

Table 1

Decision 98/412

Postponement of the item on lanterns

2. It thanked the hosts of the hall.

3. It met again in spring.
`, `#1: 1. The Committee adopted what
#2: 2. It thanked the hosts
#3: 3. It met again in`},
	{"numbers that scanning took for letters", `A/99/15

Report of the Quiet Committee

8. The Committee met in the hall of lanterns.
9. It heard the keeper.
l0. The keeper spoke of oil.
1l. It thanked her.
`, `#8: 8. The Committee met
#9: 9. It heard
#10: l0. The keeper spoke
#11: 1l. It thanked her`},
	{"a line that only looks like an annex, behind which the report goes on with a heading", `A/99/12

Report of the Quiet Committee

1. The Committee met in the hall of lanterns.

Annex I

2. It thanked the hosts of the hall.

Closure of the session

3. The Chair closed the session.
`, `#1: 1. The Committee met in
#2: 2. It thanked the hosts
#3: 3. The Chair closed the`},
	{"numbers that a converter stacked, with the last line of their page", `E/2077/31

Report of the Commission on Lanterns

1. The Commission recommends to the Economic and Social Council the adoption of the following draft resolution:
Draft resolution I
Quiet lanterns
The Economic and Social Council,
1. Recalls General Assembly resolution 90/1;
2.
3.
4.
90/125;

Also reaffirms its plan of lanterns;
Requests the Commission to light the lamps, and to report thereon;
Further reaffirms paragraph 5 of General Assembly resolution

Longer wicks
5. Requests the Secretary-General to report.
`, `#1: 1. The Commission recommends to the
document/E/2077/31/draft-resolution/I#op1: 1. Recalls General Assembly resolution 90/1;
document/E/2077/31/draft-resolution/I#op2: 2. Also reaffirms its plan of
document/E/2077/31/draft-resolution/I#op3: 3. Requests the Commission to light
document/E/2077/31/draft-resolution/I#op4: 4. Further reaffirms paragraph 5 of
document/E/2077/31/draft-resolution/I#op5: 5. Requests the Secretary-General to report.`},
	{"numbers of an agenda that a converter stacked, which tell not where their items begin", `A/99/13

Report of the Quiet Committee

1. The agenda was as follows:

1.
2.

Lanterns.
Wicks of lanterns.

2. The Committee closed its session.
`, `#1: 1. The agenda was as
#1.1: 1.
#1.2: 2. Lanterns.
#2: 2. The Committee closed its`},
	{"drafts in the table of contents, and who recommends one below its title", `E/2077/32

Report of the Committee on Lanterns

Contents

Page

I. Matters calling for action

4

Draft decision I
Status of lanterns that burn in the harbours of all the islands
and of their keepers . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .

5

Draft decision II
Withdrawal of lanterns . . . . . . . . . . . . . . . . . . . . . . . . . . . . .

6

I. Matters calling for action
Draft decision I
Status of lanterns that burn in the harbours of all the islands and of their
keepers
The Economic and Social Council decides, in accordance with its resolution 2008/4, to
keep the lanterns listed below:
Quiet Lanterns, Inc.
Draft decision II
Withdrawal of lanterns that have not reported for more than a year, pursuant to
Council resolution 2008/4
Having confirmed at its session that the Secretariat had reminded the keepers pursuant
to Council decision 2074/337, the Committee recommends to the Council the adoption of
the following draft decision:
The Economic and Social Council decides, in accordance with its resolution 2008/4 of 21
July 2008, to withdraw the lanterns.
`, `document/E/2077/32/draft-decision/I#dec: The Economic and Social Council decides,
document/E/2077/32/draft-decision/II#head: Having confirmed at its session
document/E/2077/32/draft-decision/II#dec: The Economic and Social Council decides,`},
	{"notes right below the lines of their page, the number of the first apart", `A/99/45

Report of the Quiet Committee

1. The Committee recalled the lantern code1 and the tide tables.2 It asked the hosts
of the hall whether they had met on 3 May 2075, and went on with
Official Records of the Quiet Committee, vol. 4.
2 See the tables of Lakeport (Lakeport, 17 July 2061), kept in the hall and
printed by the harbour.
1

GE.75-00001

A/99/45

what they had said. It noted the answer3 that came on
3 May 2075, and closed the list.
2. It thanked the hosts.
`, `#1: 1. The Committee recalled the
#fn1: Official Records of the Quiet
#fn2: See the tables of Lakeport
#2: 2. It thanked the hosts.`},
	{"notes whose numbers stand apart behind them", `A/99/44

Report of the Committee on Lanterns

33. The Committee served as the keeper for follow-up to its observations.9 It reviewed 344
reports on its page,10 and was content.

See the guidelines for follow-up, adopted by the Committee at its
fifty-fifth session (A/55/3).
10 Available on the page of the Committee, with General Assembly resolution 90/1 on
lanterns.
9

8

GE.25-09438

A/99/44

34. The Committee adopted decisions on the wick, lamp,14 oil15 and light.

See the list of General Assembly resolutions.
See the list of decisions.
14
15

GE.25-09438

9
`, `#33: 33. The Committee served as the
#fn9: See the guidelines for follow-up,
#fn10: Available on the page of
#34: 34. The Committee adopted decisions
#fn14: See the list of General
#fn15: See the list of decisions.`},
	{"paragraphs behind whose number the tab was lost, and a letter parted from a long title", `A/99/14

Report of the Quiet Committee

62.Partners are the key to lanterns.

63.UNFPA continues to light the lanterns of the harbour.

B.

Lanterns in the harbours of all islands, as well as wicks and oil for them, the lamps of the quiet rivers and lakes, and the keepers of all of
these in the years from now on

64. The Committee closed its session.
`, `#62: 62.Partners are the key to
#63: 63.UNFPA continues to light the
#64: 64. The Committee closed its`},
	{"a board's decisions whose numbers recur as those of pages do, one broken at a page's end", `DP/2077/31

United Nations

Executive Board of the
United Nations Development
Programme, the United Nations
Population Fund and the United
Nations Office for Project Services

Second regular session 2077

Decisions adopted by the Executive Board at its annual session 2077
Contents
Page

2077/10

Lanterns ........................................................................

2

2077/11

Wicks ......................................................................................................

3

77-14990

1/9

77-14990

DP/2077/31

2077/10
Lanterns
The Executive Board
1.
Takes note of the report on lanterns, submitted pursuant to its decision 2076/

77-14990

2/9

DP/2077/31

9, paragraph 4;
2.
Requests a report on oil.
4 June 2077

2077/11
Wicks
The Executive Board
1.
Reaffirms decision 2071/22 on wicks.
4 June 2077
`, `undp-eb/decision/2077/10#op1: 1. Takes note of the report
undp-eb/decision/2077/10#op2: 2. Requests a report on oil.
undp-eb/decision/2077/11#op1: 1. Reaffirms decision 2071/22 on wicks.`},
	{"the text that goes on below the notes of a page that no head ends, and a decision in one sentence", `E/2077/28
E/CN.7/2077/15

Commission on Narcotic Drugs

Report on the one hundred and twentieth session

Chapter I
Matters brought to the attention of the Council
1.
The following acts of the Commission are brought to the attention of the Council:
Resolution 120/1

Lanterns among ferry crews
The Commission on Narcotic Drugs,
Recalling its resolution 119/5,1
1.
Requests the Executive Director to report.
__________________

1

See also Commission on Crime Prevention and Criminal Justice resolution 41/2.
B.

Other matters
Decision 120/1

Inclusion of lamp oil in Schedule II
At its 6th meeting, on 12 March 2077, the Commission on Narcotic Drugs decided by 48
votes to none, with 2 abstentions, to include the oil of lamps in Schedule II, in accordance
with its decision 63/13.
Chapter II

Budgetary questions
2.
The Commission considered agenda item 4 at its 1st and 2nd meetings.
`, `#1: 1. The following acts of the
cnd/resolution/120/1#pp1: Recalling its resolution 119/5,
cnd/resolution/120/1#fn1: See also Commission on Crime Prevention
cnd/resolution/120/1#op1: 1. Requests the Executive Director to
cnd/decision/120/1#dec: At its 6th meeting, on 12
#2: 2. The Commission considered agenda item`},
	{"a wrapped text of which one line was joined to a long one", `S/RES/4106 (2075)

The Security Council,

Recalling its resolutions 4054 (2071) of 15 July 2071,
4073 (2072) of 11 August 2072, and 4089 (2073) of 17
November 2073,

Having heard the report of the Chief of Staff of the
keepers of lanterns in the harbours and statements by the
representatives of the islands, which described the state of the wicks and of the oil that the keepers of all the harbours had bought in the course of the year, and the way in which the lanterns of the quiet islands were lit,

1. Requests the keepers to light the lanterns of the
harbours, and to report thereon.
`, `sc/resolution/4106#pp1: Recalling its resolutions 4054 (2071) of
sc/resolution/4106#pp2: Having heard the report of the
sc/resolution/4106#op1: 1. Requests the keepers to light`},
	{"a draft decision in which the body speaks behind what it is about", `E/2077/L.5

Economic and Social Council

2077 session
Agenda item 2
Draft decision submitted by the President of the Council

Meeting on lanterns
With regard to the meeting on lanterns, the Economic and Social Council decides that:
(a) The theme of the meeting will be lanterns;
(b) The meeting will be held, pursuant to General Assembly resolution 95/290 A, in Geneva.
`, `#dec: With regard to the meeting on
#dec.a: (a) The theme of the meeting
#dec.b: (b) The meeting will be held,`},
	{"decisions with their titles behind a colon, numbered anew at each meeting", `TPNW/MSP/2048/12

Tenth Meeting of States Parties to the Treaty on the Prohibition of Nuclear Weapons

Report of the tenth Meeting of States Parties

I. Opening

1. The Meeting was opened in accordance with decision 4 of the ninth Meeting.

II. Decisions

Decision 1: Quiet lakes

The Meeting of States Parties decides to continue the work of decision 2 of the ninth Meeting.

Decision 2: Boats

The Meeting of States Parties:

(a) Decides to appoint a coordinator.
`, `#1: 1. The Meeting was opened
tpnw-msp/decision/10/1#dec: The Meeting of States Parties decides
tpnw-msp/decision/10/2#dec.a: (a) Decides to appoint`},

	{"what an annex says about acts is none", `E/2048/39

Report of the Economic and Social Commission for Asia and the Pacific on its hundredth session

1. The Commission adopted resolutions 100/1 and 100/2.

Annex

Programme budget implications

Resolution 100/1: Quiet lakes

1. The request in paragraph 5 would need General Assembly resolution 99/14.
`, `#1: 1. The Commission adopted
#an1.1: 1. The request in paragraph 5`},

	{"a resolution of the commission that reports", `E/2048/27

Commission on Quiet Lakes

Report on the sixty-second session

1. The following resolution adopted by the Commission is brought to the attention of the Council:

Resolution 62/1

Lakes in the winter

The Commission on Quiet Lakes,

Recalling General Assembly resolution 99/14,

1. Notes the ice.
`, `#1: 1. The following resolution
commission-on-quiet-lakes/resolution/62/1#pp1: Recalling General Assembly
commission-on-quiet-lakes/resolution/62/1#op1: 1. Notes the ice`},

	{"a summary record begins where the meeting does", `A/C.6/103/SR.12

Sixth Committee

Summary record of the 12th meeting

Held at Headquarters, New York, on Tuesday, 4 October 2048, at 10 a.m.

Contents

Agenda item 80: Quiet lakes

The meeting was called to order at 10.05 a.m.

Agenda item 80: Quiet lakes (A/103/88)

1. Mr. Example (Nepal) said that his delegation recalled General Assembly resolution 99/14.

2. Ms. Sample (Peru) thanked him.
`, `#1: 1. Mr. Example (Nepal) said
#2: 2. Ms. Sample (Peru)`},

	{"annexes to a resolution that name it", `S/RES/3120 (2034)

Resolution 3120 (2034)
Adopted by the Security Council at its 10101st meeting, on 4 May 2034
The Security Council,
Recalling its resolution 3001 (2032),
1. Decides to set up a Panel with the tasks in annex I;
2. Decides to remain seized of the matter.
Annex I to resolution 3120 (2034)
The Panel shall work under resolution 3002 (2032) and shall:
(a) Report every year;
(b) Visit the lake.
Annex II to resolution 3120 (2034)
The form below is used for notices.
`, `sc/resolution/3120#op2: 2. Decides to remain
sc/resolution/3120#an1: The Panel shall work
sc/resolution/3120#an1.b: (b) Visit the lake
sc/resolution/3120#an2: The form below`},

	{"lettered headings that cite in an annex", `A/RES/91/300

91/300. Ferries

The General Assembly,

Recalling its resolution 90/12 of 3 December 2035,

1. Adopts the lists set out in the annex.

Annex

A. Ships named in resolution 88/40

1. First ship

B. Ships named in resolution 89/41

1. Second ship
`, `ga/resolution/91/300#op1: 1. Adopts the lists
ga/resolution/91/300#an1.a: A. Ships named in resolution 88/40
ga/resolution/91/300#an1.1: 1. First ship
ga/resolution/91/300#an1.b: B. Ships named`},

	{"annexes of a report", `A/87/30

Report of the Committee on Bridges

I. Opening

1. The Committee met in June.

2. It closed in July.

Annex I

Summary of the Chair

I. General

1. Speakers praised bridges.

2. They cited resolution 80/9.

Annex II

List of documents

A/87/6 Note by the Secretariat on General Assembly resolution 81/2
`, `#2: 2. It closed
#an1.1: 1. Speakers praised
#an1.2: 2. They cited
#an2: A/87/6 Note by`},

	{"an annex behind a draft that names none is the report's", `E/2036/29

Report of the Commission on Lanterns

12. The Commission recommends to the Economic and Social Council the adoption of the following draft resolution:

Draft resolution II

Lanterns at sea

The Economic and Social Council,

Recalling its resolution 2034/7,

1. Calls upon States to light the sea.

Annex

Attendance

1. Twelve States attended.
`, `#12: 12. The Commission recommends
document/E/2036/29/draft-resolution/II#op1: 1. Calls upon
#an1.1: 1. Twelve States`},

	{"an annex that the draft names is the draft's", `E/2036/30

Report of the Commission on Lanterns

3. The Commission recommends to the Economic and Social Council the adoption of the following draft decision:

Draft decision A

Agenda of lanterns

The Economic and Social Council,

Recalling its resolution 2034/7,

1. Approves the guidelines contained in the annex to the present decision.

Annex

Guidelines

1. Lanterns are lit at dusk.
`, `document/E/2036/30/draft-decision/A#op1: 1. Approves
document/E/2036/30/draft-decision/A#an1.1: 1. Lanterns`},

	{"decisions of a board in an annex", `BRD/2036/4

Report of the Bridge Board

I. Opening

1. The Bridge Board met on 3 June and adopted three decisions.

Annex

Decisions adopted at the annual session 2036

2036/7

Report on ropes

The Bridge Board,

1. Takes note of the report on ropes;

2. Requests the secretariat to buy ropes.

2036/8

Report on nails

The Bridge Board

1. Welcomes the report on nails.
`, `#1: 1. The Bridge Board met
bridge-board/decision/2036/7#op2: 2. Requests
bridge-board/decision/2036/8#op1: 1. Welcomes`},

	{"decisions numbered anew", `TPNW/MSP/2040/9

Fifth Meeting of States Parties to the Treaty on the Prohibition of Nuclear Weapons

Annex III
Decisions of the fifth Meeting of States Parties
Decision 2
Coordinators
The Meeting of States Parties decides:
(a) To keep the coordinators.

Annex IV
Decisions adopted between the Meetings
Intersessional decision 3
The Meeting of States Parties,
Acting in accordance with its rules,
1. Requests the Secretariat to send letters.
`, `tpnw-msp/decision/5/2#dec.a: (a) To keep
tpnw-msp/decision/5/intersessional-3#op1: 1. Requests`},

	{"a recital with a finite verb", `S/RES/3121 (2034)

Resolution 3121 (2034)
Adopted by the Security Council at its 10102nd meeting, on 5 May 2034
The Security Council,
Notes that the treaty of the lake is kept,
Recalling resolution 3003 (2032),
Stresses that water is scarce,
1. Calls upon all to share it;
2. Decides to remain seized of the matter.
`, `sc/resolution/3121#pp1: Notes that
sc/resolution/3121#pp3: Stresses that
sc/resolution/3121#op1: 1. Calls upon`},

	{"text behind the items of a paragraph", `A/RES/91/301

91/301. Ropes

The General Assembly,

Recalling its resolution 90/13 of 3 December 2035,

1. Requests the Secretary-General:

(a) To buy ropes;

(b) To hang them up.

All ropes shall be of hemp.

2. Encourages States:

(a) To help.

They may do so in kind.

(b) To report.
`, `ga/resolution/91/301#op1: 1. Requests the Secretary-General:
All ropes shall
ga/resolution/91/301#op1.b: (b) To hang them up.
ga/resolution/91/301#op2.a: (a) To help.
They may`},

	{"numbered subheadings", `A/87/31

Report of the Committee on Bridges

14. The Committee met.

1.
Stone bridges
15. Stone is heavy.

2.
Rope bridges
16. Ropes hold.
17. They swing.
`, `#14: 14. The Committee
#15: 15. Stone
#16: 16. Ropes
#17: 17. They`},

	{"a heading behind a line that only looks like an annex", `A/87/33

Report of the Committee on Bridges

1. The Committee met.

2. The Committee heard the keepers.

Annex

3. The Committee heard them again.

Closing of the session

4. The Committee rose.
`, `#1: 1. The Committee met.
#2: 2. The Committee heard
#3: 3. The Committee heard
#4: 4. The Committee rose.`},

	{"an agenda that counts past the next paragraph", `A/87/32

Report of the Committee on Bridges

1. The Committee met.
2. The agenda, as adopted, was as follows:
1. Opening.
2. Officers.
3. Bridges.
4. Closing.
Officers
3. Ms. A. was elected.
4. Mr. B. was thanked.
`, `#2.3: 3. Bridges
#2.4: 4. Closing
#3: 3. Ms. A.
#4: 4. Mr. B.`},

	{"a quoted report", `E/2036/31

Report of the Commission on Lanterns

80. The Commission heard its Working Group.
81. The report of the Working Group read as follows:
1. The Working Group met twice.
2. It recalled its mandate.
82. No one spoke.
`, `#81.1: 1. The Working Group
#81.2: 2. It recalled
#82: 82. No one`},

	{"documents under the items of an agenda", `A/87/33

Report of the Committee on Bridges

40. The provisional agenda of the next session is set out below.

Provisional agenda
1. Opening.
2. Bridges:
(a) Stone bridges;
Documentation
Report of the Secretary-General on stone (General Assembly resolutions 80/1 and 80/2)
(b) Rope bridges.
3. Ropes:
Documentation
Note by the Secretariat (General Assembly resolution 80/3)
`, `#40: 40. The provisional
#40.2.a: (a) Stone bridges;
Documentation
Report of the Secretary-General on stone
#40.2.b: (b) Rope
#40.3: 3. Ropes:
Documentation
Note by`},

	{"sections of decisions and of their annexes in a report without a table of contents", `FCCC/CP/2071/9/Add.1

Report of the Conference of the Parties on its seventieth session, held in Osterholm from 2 to 9 May 2071

Addendum

Part two: Action taken by the Conference of the Parties at its seventieth session

Decision 4/CP.70

Lamps and lanterns

The Conference of the Parties,

Recalling decision 2/CP.69,

I. 2071

1. Accepts the offer of Nepal to host a lamp;

II. 2072

A. Oil

2. Requests the secretariat to buy oil;

B. Wicks

3. Requests the secretariat to cut wicks;

C. Glass

4. Requests the secretariat to blow glass;

III. 2073

5. Requests the secretariat to report.

8th plenary meeting
9 May 2071

Decision 5/CP.70

Rules of the lamp committee

The Conference of the Parties,

1. Adopts the rules contained in the annex.

Annex

Rules of the lamp committee

I. Scope

1. These rules apply to lamps.

II. Members

2. There are ten members.

III. Officers

3. There are two.

8th plenary meeting
9 May 2071
`, `unfccc-cop/decision/4/CP.70#op1: 1. Accepts the offer
unfccc-cop/decision/4/CP.70#op2: 2. Requests the secretariat to buy
unfccc-cop/decision/4/CP.70#op4: 4. Requests the secretariat to blow
unfccc-cop/decision/4/CP.70#op5: 5. Requests the secretariat to report
unfccc-cop/decision/5/CP.70#an1.2: 2. There are ten
unfccc-cop/decision/5/CP.70#an1.3: 3. There are two`},

	{"each chapter counts from 1", `E/2036/32

Report of the Commission on Lanterns

I. Opening

1. The agenda is set out below.

II. Lamps

1. Lamps were lit.

2. They burned.
`, `#1: 1. The agenda
#1~2: 1. Lamps
#2: 2. They burned`},

	{"a list that a heading interrupts", `A/87/34

Report of the Committee on Bridges

7. Members attended:

(a) A meeting in May;

(b) A meeting in June;

A/87/34 continued

(c) A meeting in July.
`, `#7.c: (c) A meeting in July`},

	{"a number and a letter together", `A/RES/91/302

91/302. Nails

The General Assembly,

Recalling its resolution 90/14 of 3 December 2035,

1. (a) Requests the Secretary-General to count nails;

(b) Invites Member States to give nails;

1 bis. Encourages States to keep nails;

2. Decides to remain seized of the matter.
`, `ga/resolution/91/302#op1.a: (a) Requests
ga/resolution/91/302#op1.b: (b) Invites
ga/resolution/91/302#op1bis: 1 bis. Encourages
ga/resolution/91/302#op2: 2. Decides`},

	{"a letter in prose", `S/2040/77

Letter dated 3 March 2040 from the Permanent Representative of Tonga addressed to the President of the Security Council

Upon instructions from my Government, I refer to resolution 3001 (2032) of the Council.

My Government is ready to do its share, and asks that this letter be circulated.

(Signed) B. Person
`, `#1: Upon instructions
#2: My Government`},

	{"a press statement with items", `SC/19000

Press statement on the lake

The members of the Security Council welcomed the talks that were held on 3 June.

They called upon all sides, in line with resolution 3001 (2032), to do two things:

(a) To talk;

(b) To share.
`, `#1: The members
#2: They called
#2.b: (b) To share`},

	{"a section's number before the words of the paragraph above it", `A/87/35

Report of the Committee on Bridges

A. Opening

21. The Committee met in June.

22.

B.

The Director of the secretariat made a long statement on bridges.

Attendance

23. Twelve States attended.
`, `#22: 22. The Director
#23: 23. Twelve`},

	{"a heading between the last recital and the first operative paragraph", `S/RES/3122 (2034)

Resolution 3122 (2034)
Adopted by the Security Council at its 10103rd meeting, on 6 May 2034
The Security Council,
Recalling resolution 3001 (2032), and welcoming the steps taken within
African Union Member States in support of peace,
Mediation
1. Underlines the importance of mediation;
2. Decides to remain seized of the matter.
`, `sc/resolution/3122#op1: 1. Underlines the importance
sc/resolution/3122#op2: 2. Decides to remain`},

	{"the letter of the next section above the items of a list", `A/RES/91/303

91/303. Harbours

The General Assembly,

1. Decides that the lists shall have:

(a) Names of harbours;

(b) Depths of harbours;

C.

(c) Lights of harbours;

2. Decides to remain seized of the matter.
`, `ga/resolution/91/303#op1.b: (b) Depths
ga/resolution/91/303#op1.c: (c) Lights
ga/resolution/91/303#op2: 2. Decides to remain`},

	{"a decision of one sentence below its title", `E/2036/33

Report of the Commission on Narcotic Drugs on its seventy-ninth session

Decision 79/3
Inclusion of lanternine in Schedule II of the Convention on
Psychotropic Substances of 1971
At its 4th meeting, on 2 March 2036, the Commission on Narcotic Drugs
decided by consensus to include lanternine in Schedule II.
`, `cnd/decision/79/3#dec: At its 4th meeting`},
}

func TestStructure(t *testing.T) {
	for _, c := range structures {
		t.Run(c.name, func(t *testing.T) {
			r, err := LoadText(context.Background(), c.name, c.text, Options{})
			require.NoError(t, err)
			texts := map[string]string{}
			for _, p := range r.Tree.Paragraphs {
				texts[strings.TrimPrefix(p.ID, r.Tree.ID+"#")] = p.Text()
			}
			for _, want := range wantedParagraphs(c.want) {
				id, words, _ := strings.Cut(want, ": ")
				text, found := texts[strings.TrimPrefix(id, "#")]
				if assert.True(t, found, "no paragraph %s in %v", id, ids(r.Tree)) {
					assert.Contains(t, text, words, id)
				}
			}
		})
	}
}

// wantedParagraphs parts a list of paragraphs, of which each may have several lines.
func wantedParagraphs(s string) (list []string) {
	for _, line := range strings.Split(s, "\n") {
		if id, _, ok := strings.Cut(line, ": "); ok && strings.Contains(id, "#") {
			list = append(list, line)
		} else {
			list[len(list)-1] += "\n" + line
		}
	}
	return list
}

func ids(t *tree.Tree) (list []string) {
	for _, p := range t.Paragraphs {
		list = append(list, p.ID)
	}
	return list
}

// TestTablesOfActs reads numbers that stand alone in tables.
func TestTablesOfActs(t *testing.T) {
	head := "A/87/36\n\nReport of the Special Committee on Islands\n\n"
	for name, text := range map[string]string{
		"between bars": "5. The General Assembly adopted resolution 80/20, and others as listed below.\n\n" +
			"| Island | Resolution number | Date |\n\n| Bermuda | 80/21 | 4 December 2025 |\n\n6. It was late.\n",
		"a cell a line": "5. The General Assembly adopted resolution 80/20, and others as listed below.\n\n" +
			"Island\n\nResolution number\n\nDate\n\nBermuda\n\n80/21\n\n4 December 2025\n\n6. It was late.\n",
		"under a numbered title": "5. The General Assembly adopted resolution 80/20, and others as listed below.\n\n" +
			"1. Resolutions on islands\n\n| Island | Resolution number |\n\n| Bermuda | 80/21 |\n\n6. It was late.\n",
	} {
		t.Run(name, func(t *testing.T) {
			r, err := LoadText(context.Background(), name, head+text, Options{})
			require.NoError(t, err)
			cited, _, _ := rowsOf(r)
			assert.Contains(t, cited, "document/A/87/36\tmentions\tga/resolution/80/21\tdocument/A/87/36#5")
		})
	}
}

// TestMeetingOfDecision finds at which meeting a decision was taken whose number alone
// is printed.
func TestMeetingOfDecision(t *testing.T) {
	head := "TPNW/MSP/2040/10\n\nFifth Meeting of States Parties to the Treaty on the Prohibition of Nuclear Weapons\n\n"
	for sentence, want := range map[string]string{
		"The Meeting recalled decision 6 of the second Meeting of States Parties.": "2/6",
		"The Meeting recalled decisions 6 and 7 of its fourth Meeting.":            "4/6",
		"At the third Meeting, States parties adopted decision 6.":                 "3/6",
		"The Meeting of States Parties adopted decision 6.":                        "5/6",
	} {
		r, err := LoadText(context.Background(), "", head+"1. "+sentence+"\n2. It then closed.\n", Options{})
		require.NoError(t, err)
		cited, _, _ := rowsOf(r)
		found := false
		for _, row := range cited {
			found = found || strings.Contains(row, "\ttpnw-msp/decision/"+want+"\t")
		}
		assert.True(t, found, "%s: %v", sentence, cited)
	}
}

// TestDateBelowDecision reads the date of adoption that stands alone below a decision.
func TestDateBelowDecision(t *testing.T) {
	r, err := LoadText(context.Background(), "", `UNW/2036/9

Executive Board of the United Nations Entity for Gender Equality and the Empowerment of Women

Decisions adopted at the annual session 2036
2036/4
Report on ropes
The Executive Board,
1. Takes note of the report on ropes that the secretariat made in the spring of that year.
3 June 2036
2036/5
Report on nails
The Executive Board,
1. Welcomes the report on nails.
`, Options{})
	require.NoError(t, err)
	require.Len(t, r.Tree.Acts, 2)
	assert.Equal(t, "un-women-eb/decision/2036/4", r.Tree.Acts[0].ID)
	assert.Equal(t, "2036-06-03", r.Tree.Acts[0].Adopted)
	assert.Equal(t, "un-women-eb/decision/2036/5", r.Tree.Acts[1].ID)
}

func TestWordsAndNumbersThatAConverterPartedAreQuotedTogether(t *testing.T) {
	r := load(t, "A/RES/99/3\n\nThe General Assembly,\n\n1. Recalls its plan;\n2.\n3.\n90/125;\n\nAlso reaffirms its list;\n"+
		"Further reaffirms General Assembly resolution\n\n4. Decides to meet.\n")
	for _, s := range r.Document.Statements {
		if s.Object == "ga/resolution/90/125" {
			assert.Equal(t, "reaffirms", s.Relation)
			assert.Equal(t, "resolution 90/125", s.Evidence.Quote)
			cut := []rune(r.Tree.Source.Text)[s.Evidence.Start:s.Evidence.End]
			assert.Equal(t, []string{"90/125;", "resolution"}, []string{string(cut[:7]), string(cut[len(cut)-10:])})
			return
		}
	}
	t.Error("the act whose number stands above its words was not found")
}
