package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Each row of the table of bodies that has a form of its own, with a number printed
// so: the act that it names, also in other printings of the same act.
func TestNumbersOfTheirOwn(t *testing.T) {
	for text, want := range map[string]string{
		"44 C/Resolution 12, which":            "unesco-gc resolution 44C/12",
		"44 C/ Resolution 12":                  "unesco-gc resolution 44C/12",
		"44 C/Res. 12 and":                     "unesco-gc resolution 44C/12",
		"219 EX/Decision 6.II.":                "unesco-eb decision 219EX/6.II",
		"219 EX/Decision 6 (II),":              "unesco-eb decision 219EX/6(II)",
		"A38-4, Appendix A":                    "icao-assembly  A38-4",
		"GC(65)/RES/13":                        "iaea-gc resolution GC(65)/RES/13",
		"GC(XXXVI)/RES/577":                    "iaea-gc resolution GC(XXXVI)/RES/577",
		"GC.19/Res.6":                          "unido-gc resolution GC.19/Res.6",
		"IDB.47/Dec.11":                        "unido-idb decision IDB.47/Dec.11",
		"C-26/DEC.10":                          "opcw-csp decision C-26/DEC.10",
		"EC-M-44/DEC.2":                        "opcw-ec decision EC-M-44/DEC.2",
		"7 (Cg-19)":                            "wmo-congress  7(Cg-19)",
		"12 (EC-LXX)":                          "wmo-ec  12(EC-LXX)",
		"ISBA/29/C/7":                          "isa-council  ISBA/29/C/7",
		"GB.341/POL/3":                         "ilo-gb  GB.341/POL/3",
		"44 COM 7B.160":                        "whc  44COM7B.160",
		"16 EXT.COM 6":                         "whc  16EXT.COM6",
		"18.COM 7.b":                           "intangible-heritage-committee  18.COM7.b",
		"2021/EB.2/4":                          "wfp-eb  2021/EB.2/4",
		"Assembly/AU/Dec.815 (XXXV)":           "au-assembly decision Assembly/AU/Dec.815(XXXV)",
		"EX.CL/Dec.1168(XL)":                   "au-executive-council decision EX.CL/Dec.1168(XL)",
		"AG/RES. 2991 (LII-O/22)":              "oas-ga resolution AG/RES.2991(LII-O/22)",
		"C 9/2016":                             "upu-congress  C9/2016",
		"CP-9/13":                              "cartagena-protocol-mop  CP-9/13",
		"208 (Rev. Port Harbour, 2026), which": "itu-pp,itu-wtdc,itu-wtsa  208",
		"229/XLVI":                             "ifad-gc  229/XLVI",
	} {
		n, ok := ReadOwnNumber(text)
		if assert.True(t, ok, text) {
			assert.Equal(t, want, strings.Join(n.Bodies, ",")+" "+n.Kind+" "+n.Number, text)
			assert.True(t, CanNumber(n.Bodies[0], "decision", n.Number) || CanNumber(n.Bodies[0], "resolution", n.Number), text)
		}
	}
	for _, text := range []string{"", "44 C/12/3", "A38-4-2", "48 C", "44 COMPANIES 3", "7 (Congress)", "208 (see above, 2026)", "a38-4"} {
		n, ok := ReadOwnNumber(text)
		assert.False(t, ok && n.Number != "44C/12", "%s %v", text, n)
	}
}
