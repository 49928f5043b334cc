package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// The table of bodies in package graph says the same as the one here.
func TestBodiesEqualThoseOfGraph(t *testing.T) {
	require.Len(t, Bodies(), len(graph.BodyNames))
	for i, b := range Bodies() {
		suffix := ""
		if b.numbers(graph.SuffixForm) {
			suffix = b.Marks[0]
		}
		assert.Equal(t, graph.BodyNames[i], graph.BodyName{Code: b.Code, Name: b.Name, Aliases: b.Aliases, Short: b.Short,
			ResolutionSymbol: b.Resolutions, Suffix: suffix, Treaty: b.Treaty, Parent: b.Parent})
	}
}

// Numbers and symbols are read as in package graph.
func TestNumbersEqualThoseOfGraph(t *testing.T) {
	numbers := []string{"12/4", "30/4", "31/4", "75/290A", "2011/36", "XII/12", "SS.XI/9", "2758(XXVI)", "217A(III)", "217(XXXI)", "2(ES-II)", "1373(2001)", "1373",
		"S-30/1", "ES-11/1", "BC-14/12", "IPBES/1/3", "IPBES-2/3", "WHA64.24", "WHA72(11)", "EB148.R6", "SSA2(5)", "SS-1/2", "ES-1/2", "OEWG-1/2", "SC-4/3", "MC-1/1", "CP-9/1", "CP-9/1",
		"NP-1/1", "POPRC-1/1", "RC-1/1", "MSC.1(2)", "MEPC.379(80)", "A.1071(28)", "Conf.9.24(Rev.CoP17)", "17.54", "VIII.19", "-/CP.20", "1/CP.21", "3/CMA.1", "3/CMP.1", "1/XX.1", "X", ""}
	codes := []string{"", "nobody", "ga/second-committee", "hrc"}
	for _, b := range graph.BodyNames {
		codes = append(codes, b.Code, b.Code+"/board")
	}
	symbols := []string{"A/RES/76/185", "A/DEC/60/519", "S/RES/1373 (2001)", "S/RES/1373(2001)", "E/RES/2011/36", "UNEP/EA.4/Res.1", "UNEP/EA.X/Res.1", "CTOC/COP/2020/Res.10/1",
		"CBD/COP/DEC/15/4", "UNEP/CBD/COP/DEC/X/2", "A/HRC/RES/48/1", "A/HRC/48/1", "TD/B/EX(71)/2", "E/CN.7/2011/5", "E/2011/5", "FCCC/CP/2015/10/Add.1", "T/1", "UNEP/CHW.1/2", "nothing"}
	for _, n := range numbers {
		assert.Equal(t, graph.BodyOfNumber(n), BodyOfNumber(n), n)
		for _, code := range codes {
			for _, kind := range []string{graph.Resolution, graph.Decision} {
				assert.Equal(t, graph.CanNumber(code, kind, n), CanNumber(code, kind, n), "%s %s %s", code, kind, n)
			}
		}
	}
	for _, s := range symbols {
		assert.Equal(t, graph.BodyOfSymbol(s), BodyOfSymbol(s), s)
		r, end, ok := graph.ActOfSymbol(s)
		own, ownEnd, ownOK := ActOfSymbol(s)
		assert.Equal(t, []any{r, end, ok}, []any{own, ownEnd, ownOK}, s)
	}
}
