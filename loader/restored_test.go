package loader

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const draftHead = "E/CN.7/2033/L.4\n\nUnited Nations\n\nCommission on Narcotic Drugs\n\nDistr.: Limited\n4 March 2033\n\n"

// restored are texts as conversions leave them, with their paragraphs.
var restored = []struct{ name, text, want string }{
	{
		"body and recital on one line",
		draftHead + "The Commission on Narcotic Drugs, Recalling its resolution 61/2 of 1 June 2018,\n\n1. Invites Member States to report.\n",
		"pp1: Recalling its resolution 61/2 of 1 June 2018,|op1: 1. Invites Member States to report.",
	},
	{
		"body in italics and recital on one line",
		"E/2034/L.8\n\nQuiet ferries\n\n*The Economic and Social Council*, *Noting* the report on ferries,\n\n1\\. *Requests* the Secretary-General to report;\n\n2\\. *Invites* States:\n\n(a) to sail.\n",
		"pp1: Noting the report on ferries,|op1: 1. Requests the Secretary-General to report;|op2: 2. Invites States:|op2.a: (a) to sail.",
	},
	{
		"no body speaks in a sentence with a comma",
		draftHead + "The Commission on Narcotic Drugs,\nRecalling the work of\nThe Hague, Geneva and Vienna,\n1. Notes the report.\n",
		"pp1: Recalling the work of The Hague, Geneva and Vienna,|op1: 1. Notes the report.",
	},
	{
		"heading between recitals",
		draftHead + "The Commission on Narcotic Drugs,\nRecalling its resolution 61/2,\nSafe harbours\nNoting the report on harbours,\nB. Lights\nWelcoming the report on lights,\n1. Invites Member States to report.\n",
		"pp1: Recalling its resolution 61/2,|pp2: Noting the report on harbours,|pp3: Welcoming the report on lights,|op1: 1. Invites Member States to report.",
	},
	{
		"no heading in a list of acts",
		draftHead + "The Commission on Narcotic Drugs,\nRecalling its resolutions 41/2 of 1 June 1998 and\n42/3 of 3 March 1999, 43/1 and 43/2 of 2 March 2000,\nNoting the report on harbours,\n1. Invites Member States to report.\n",
		"pp1: Recalling its resolutions 41/2 of 1 June 1998 and 42/3 of 3 March 1999, 43/1 and 43/2 of 2 March 2000,|pp2: Noting the report on harbours,|op1: 1. Invites Member States to report.",
	},
	{
		"line that ends in an initial",
		draftHead + "The Commission on Narcotic Drugs,\nHaving considered the statement made by Mr. Moses M.\nGaroeb, of the Organization of the Lamps of the Sea,\n1. Invites Member States to send their reports to Mr. A.\n2. Thanks all.\n",
		"pp1: Having considered the statement made by Mr. Moses M. Garoeb, of the Organization of the Lamps of the Sea,|op1: 1. Invites Member States to send their reports to Mr. A.|op2: 2. Thanks all.",
	},
	{
		"notes below the closing lines, of which scanning lost the marks",
		"S/RES/4711 (2077)\n\nThe Security Council,\n\nRecalling the opinion of 21 June 2071 that lamps matter,\n\n1. Decides to meet.\n\nAdopted by 14 votes to none,\nwith 1 abstention (Lowland).\n\n" +
			"29 Legal Consequences of Lamps notwithstanding\nSecurity Council resolution 4276 (2070), Advisory Opinion.\n30 Ibid., Thirty-first Year.\n1969th meeting.\n\n33 See document S/2077/12.\n",
		"pp1: Recalling the opinion of 21 June 2071 that lamps matter,|op1: 1. Decides to meet.|end: Adopted by 14 votes to none, with 1 abstention (Lowland).|fn29: Legal Consequences of Lamps notwithstanding Security Council resolution 4276 (2070), Advisory Opinion.|fn30: Ibid., Thirty-first Year. 1969th meeting.|fn33: See document S/2077/12.",
	},
	{
		"number before the name of an act where nothing is closed",
		"53 C/Resolution 12    Quiet lamps\n\nThe General Conference,\n\nRecalling 52 C/Resolution 24,\n\n1. Invites Member States to dim them.\n",
		"pp1: Recalling 52 C/Resolution 24,|op1: 1. Invites Member States to dim them.",
	},
	{
		"recitals of the first years, which no title precedes",
		"7 (1946). Resolution of 29 June 1946\n[S/4821]\n\nWhereas the Council in May appointed a Committee on lamps, and\n\nWhereas that has reported;\n\nThe Security Council\n\nResolves to keep the lamps lit.\n",
		"pp1: Whereas the Council in May appointed a Committee on lamps, and|pp2: Whereas that has reported;|op1: Resolves to keep the lamps lit.",
	},
	{
		"recital without a verb at its head",
		"14 (1946). Resolution of 16 December 1946\n\nAs the Assembly has decided that lamps be lit from January, it would seem desirable that keepers be hired at the same time;\n\nThe Security Council\n\nResolves to hire them.\n",
		"pp1: As the Assembly has decided that lamps be lit from January, it would seem desirable that keepers be hired at the same time;|op1: Resolves to hire them.",
	},
	{
		"no heading in a list of names",
		draftHead + "The Commission on Narcotic Drugs,\nRecalling the work of the Office of the High Commissioner,\nUnited Nations Environment Programme,\nand others,\nNoting the report,\n1. Notes the report.\n",
		"pp1: Recalling the work of the Office of the High Commissioner, United Nations Environment Programme, and others,|pp2: Noting the report,|op1: 1. Notes the report.",
	},
	{
		"page of 1993 inside a paragraph",
		"E/1993/L.31\n\nThe Economic and Social Council,\nRecalling its resolution 1990/4 of\n93-30112   (E)   300693   /...\nE/1993/L.31\nEnglish\nPage 2\n24 May 1990,\n1. Requests the Secretary-General to\n/...\nE/1993/L.31\nPage 3\nreport.\n",
		"pp1: Recalling its resolution 1990/4 of English 24 May 1990,|op1: 1. Requests the Secretary-General to report.",
	},
	{
		"number between dashes above the number of the act",
		"NINETIETH WORLD HEALTH ASSEMBLY\nWHA90.4\nAgenda item 12\n28 May 2037\nSafe ladders\nThe Ninetieth World Health Assembly,\nHaving considered the report by the Director-General;1\n1. URGES Member States,2 in accordance\n1 Document A90/12.\n2 And regional organizations; see resolution WHA52.4.\n- 2 -\nWHA90.4\nwith national law, to paint ladders;\n2. REQUESTS the Director-General to report.\n",
		"pp1: Having considered the report by the Director-General;|op1: 1. URGES Member States, in accordance with national law, to paint ladders;|fn1: Document A90/12.|fn2: And regional organizations; see resolution WHA52.4.|op2: 2. REQUESTS the Director-General to report.",
	},
	{
		"ends of words set apart",
		draftHead + "The Commission on Narcotic Drugs,\nRecalling its reso lution 61/2 and the resolut ions on it, and the ion of lithium,\n1. Notes the quest ion.\n",
		"pp1: Recalling its resolution 61/2 and the resolutions on it, and the ion of lithium,|op1: 1. Notes the question.",
	},
	{
		"foot and head of a page glued",
		"A/C.2/88/L.12\n\nThe General Assembly,\nRecalling its resolution 77/11,1\n1. Takes note of the\n__________________\n1 A/88/53.\n33-21227 (E) 131133\n*3321227*A/C.2/88/L.12\nreport;\n2. Requests the\n33-21227 2/3A/C.2/88/L.12\nSecretary-General to report;\n3. Decides to\n3/3 33-21227A/C.2/88/L.12\nmeet.\n",
		"pp1: Recalling its resolution 77/11,|op1: 1. Takes note of the report;|fn1: A/88/53.|op2: 2. Requests the Secretary-General to report;|op3: 3. Decides to meet.",
	},
	{
		"page glued before and behind the job number",
		"S/RES/2988 (2034)\n\nThe Security Council,\nRecalling its resolution 2901 (2033) and the\nS/RES/2988 (2034)\n34-652822\nreport on it,\n1. Decides to\nS/RES/2988 (2034)\n334-65282\nmeet;\n2. Decides to remain\n34-65282\n4/4\nseized of the matter.\n",
		"pp1: Recalling its resolution 2901 (2033) and the report on it,|op1: 1. Decides to meet;|op2: 2. Decides to remain seized of the matter.",
	},
	{
		"running title of a report",
		"E/2033/L.5\n\nThe Economic and Social Council,\nRecalling its decision 2031/4 and\n\fAnnual report of the Fund 2\nthe report,\n1. Takes note of\n\fAnnual report of the Fund 3\nthe report;\n2. Welcomes\n\fAnnual report of the Fund 4\nthe plan;\n3. Decides to meet.\n",
		"pp1: Recalling its decision 2031/4 and the report,|op1: 1. Takes note of the report;|op2: 2. Welcomes the plan;|op3: 3. Decides to meet.",
	},
	{
		"note mark on a line of its own",
		"A/89/L.6\n\nThe General Assembly,\n\nHaving considered the report on the conference on ferries of\n\n1\n\n2038,\n\n1. Requests the Secretary-General to report.\n\n1 See A/89/31.\n",
		"pp1: Having considered the report on the conference on ferries of 2038,|op1: 1. Requests the Secretary-General to report.|fn1: See A/89/31.",
	},
	{
		"note mark glued to the number of an act",
		"A/C.3/89/L.9\n\nThe General Assembly,\n1. Takes note of the views given under resolution 77/2285 and of the report;\n2. Requests the Secretary-General to report.\n\n__________________\n5 A/89/511.\n",
		"op1: 1. Takes note of the views given under resolution 77/228 and of the report;|op2: 2. Requests the Secretary-General to report.|fn5: A/89/511.",
	},
	{
		"note mark glued to a year",
		"A/C.3/89/L.9\n\nThe General Assembly,\n1. Takes note of resolution 77/22 of 21 December 20224 and of the report;\n\n__________________\n4 A/89/511.\n",
		"op1: 1. Takes note of resolution 77/22 of 21 December 2022 and of the report;|fn4: A/89/511.",
	},
	{
		"a year with no note",
		"A/C.3/89/L.9\n\nThe General Assembly,\n1. Takes note of the 20224 views and of item 4;\n\n__________________\n4 A/89/511.\n",
		"op1: 1. Takes note of the 20224 views and of item 4;|fn4: A/89/511.",
	},
	{
		"note mark set apart",
		"A/C.3/89/L.9\n\nThe General Assembly,\n1. Takes note of the report of the Secretary-General 2 and of the 2 views;\n2. Notes the panel. 3 During it States spoke.\n\n__________________\n2 A/89/511.\n3 A/89/512.\n",
		"op1: 1. Takes note of the report of the Secretary-General and of the 2 views;|op2: 2. Notes the panel. During it States spoke.|fn2: A/89/511.|fn3: A/89/512.",
	},
	{
		"broken words and numbers",
		"S/2034/201\n\nThe Security Council,\nRecalling its resolutions 1325 (2000), 1 889 (2009) and 22 42 (2015),\nNoting the sixty -ninth session and the UnderSecretaryGeneral,\nRecalling General Assembly resolution 72/\n225 of 20 December 2017,\n1. Decides to meet.\n",
		"pp1: Recalling its resolutions 1325 (2000), 1889 (2009) and 2242 (2015),|pp2: Noting the sixty-ninth session and the Under-Secretary-General,|pp3: Recalling General Assembly resolution 72/225 of 20 December 2017,|op1: 1. Decides to meet.",
	},
	{
		"numbers that are whole",
		"S/2034/201\n\nThe Security Council,\nNoting that 1 820 (about half) came, and that paragraphs 1 820 (1990) and 2 - 4 hold,\n1. Decides to meet.\n",
		"pp1: Noting that 1 820 (about half) came, and that paragraphs 1 820 (1990) and 2 - 4 hold,|op1: 1. Decides to meet.",
	},
	{
		"paragraphs in the cells of a table",
		"A/C.6/89/L.3\n\nThe General Assembly,\n\n| Recalling its resolution 71/219 of 21 December 2016, | Comment by Peru |\n\n| 1. | Requests the Secretary-General to report on harbours; | |\n\n| 2. | Decides to consider the question of harbours again. | |\n",
		"pp1: Recalling its resolution 71/219 of 21 December 2016,|op1: 1. Requests the Secretary-General to report on harbours;|op2: 2. Decides to consider the question of harbours again.",
	},
	{
		"headings without blank lines above a paragraph that fills its lines",
		"A/AC.88/2041/3\n\nGuidelines of the seminar on ferries\n\n1. The seminar is held in the spring of each year, as the Special Committee on Ferries\nhas decided, in one of the ports that offer to be its hosts, and it lasts three days.\nAnnex\nRules of procedure\nPreamble\nThe seminar is held under the terms of General Assembly resolution 90/14, and follows\nthe rules of procedure of the Assembly where the present ones are silent about a point.\n",
		"an1: The seminar is held under the terms of General Assembly resolution 90/14, and follows the rules of procedure of the Assembly where the present ones are silent about a point.",
	},
	{
		"officers one to a line",
		"A/91/44\n\nReport of the Ad Hoc Committee on Ferries\n\n1. The Committee met in the spring and elected the following officers for the whole\nof its session, as it had decided at the one before and as its rules have it for years:\nChair:\nAna Example (Fiji)\nVice-Chairs:\nBo Example (Nepal)\nCe Example (Peru)\n2. The Committee then heard the Chair and the two Vice-Chairs, who thanked it for their\nelection, and it went on with the items of its agenda in the order of the programme.\n",
		"1: 1. The Committee met in the spring and elected the following officers for the whole of its session, as it had decided at the one before and as its rules have it for years: Chair: Ana Example (Fiji) Vice-Chairs: Bo Example (Nepal) Ce Example (Peru)",
	},
	{
		"what a page of the web hides",
		"<!DOCTYPE html><html><body><div style='Display: none'><div>Recalling its resolution 99/999,</div> and more</div><p hidden>Noting nothing,</p><p>A/RES/91/23</p><p>91/23. Quiet seas</p><p>The General Assembly,</p><p>Recalling its resolution 55/2,</p><p>1. Requests the Secretary-General to report.</p></body></html>",
		"pp1: Recalling its resolution 55/2,|op1: 1. Requests the Secretary-General to report.",
	},
}

func TestRestoredParagraphs(t *testing.T) {
	for _, c := range restored {
		t.Run(c.name, func(t *testing.T) {
			result, err := Load(context.Background(), "made-up.txt", []byte(c.text), Options{})
			require.NoError(t, err)
			var got []string
			for _, p := range result.Tree.Paragraphs {
				if p.Locator == "head" {
					continue
				}
				var parts []string
				for _, part := range p.Parts {
					parts = append(parts, part.S)
				}
				got = append(got, p.Locator+": "+strings.Join(parts, " "))
			}
			for _, want := range strings.Split(c.want, "|") {
				assert.Contains(t, got, want)
			}
		})
	}
}

func TestDocumentOfItsPageHeads(t *testing.T) {
	result, err := Load(context.Background(), "made-up.txt", []byte("The General Assembly,\nRecalling its resolution 77/11,\n1. Takes note of the\n34-11227 1/2A/C.5/89/L.7\nreport;\n2. Decides to meet.\n34-11227 2/2A/C.5/89/L.7\n"), Options{})
	require.NoError(t, err)
	assert.Equal(t, "document/A/C.5/89/L.7", result.Document.ID)
}
