package loader

import (
	"context"
	"math/rand"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// What the search for slow texts puts together: marks, numbers, names and turns of
// phrase that some rule looks for, and what may stand between them.
var (
	growthAtoms = strings.Split("A/RES/|A/|S/|E/2020/|1|9|12/4|1 (1967)|(1967)|(XX)|resolution|resolutions|decision|decisions|draft|para. 5|"+
		"paragraph 1|paragraphs|(a)|(i)|I.|1.|Article|Articles|section|annex|chapter|the|of|and|to|its|a|Convention|Protocol|"+
		"the General Assembly|the Security Council|the Council|Committee|Commission|Conference of the Parties|Working Group|Secretary-General|"+
		"Member States|States|Ghana|France, Ghana|Requests|Recalling|Decides|Urges|recalls|adopted|established|entitled|contained in|"+
		"pursuant to|in accordance with|as amended by|on behalf of|at its fifth session|session|meeting|16 December 2021|2021|May|"+
		"“|”|\"|'|(|)|[|]|*|²|_|#|\t|\f|–|-|.|:|…|é|x|Xx|aa|Mr.|Chair|President|voted|Against|In favour|Abstaining|item 3|agenda|"+
		"report|reports|recommendation|rule 5|by|in|on|with|for|No.|vol. 5|p. 3|see|ibid.|United Nations Treaty Series|treaty|member|members", "|")
	growthJoints = []string{" ", ", ", "/", "", "\n", "\n\n", " and ", ";", "-", ".", " of the ", "; and ", ": ", " (", ") "}
	growthPlaces = []string{
		"Resolution 1/2\n\nThe General Assembly,\n\nRecalling its resolution 1/1,\n\n1. Decides to meet.\n\n",
		"Resolution 1/2\n\nThe General Assembly,\n\nRecalling ",
		"Resolution 1/2\n\nThe General Assembly,\n\nRecalling its resolution 1/1,\n\n1. Requests the Secretary-General to ",
		"Report of the Commission on its fifth session\n\nI. Opening\n\n1. The Commission adopted ",
	}
)

// onceSlow are pieces that took longer than they are long.
var onceSlow = []string{"A/RES/", "A/RES/.", "resolutions 1, ", "1, ", "9", "decisions-", ")\n", "”\n",
	"Articles of the decisions of the Articles\n",
	"adopted of the ", "a (", "treaty-\n", "1/2, "}

// grown makes a piece and where it is repeated; the first are known ones.
func grown(random *rand.Rand, n int) (place, piece string) {
	known := append(onceSlow, repeatedPieces...)
	if n < len(known)*len(growthPlaces) {
		return growthPlaces[n%len(growthPlaces)], known[n/len(growthPlaces)]
	}
	place = growthPlaces[random.Intn(len(growthPlaces))]
	for range 1 + random.Intn(3) {
		piece += growthAtoms[random.Intn(len(growthAtoms))] + growthJoints[random.Intn(len(growthJoints))]
	}
	return place, piece
}

// readFor says how much time of the processor a text of so many bytes takes, the
// least of some readings: others at work do not count.
func readFor(t *testing.T, place, piece string, size, times int) time.Duration {
	require.Less(t, size, longText, "a longer text is read on more threads than the one whose time is taken")
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	text := place + strings.Repeat(piece, size/len(piece)+1)
	best := time.Hour
	for range times {
		began := threadTime(t)
		_, err := LoadText(context.Background(), "report", text, Options{ID: "document/grown"})
		best = min(best, threadTime(t)-began)
		require.NoError(t, err, piece)
	}
	return best
}

func threadTime(t *testing.T) time.Duration {
	var used unix.Timespec
	require.NoError(t, unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &used))
	return time.Duration(used.Nano())
}

// mostGrowth is how many times as long as ten of them a tenfold text may take.
const mostGrowth = 4

// TestNoTextTakesLongerThanItIsLong looks for a text that takes longer than it is long. It makes
// pieces by chance, the same at every run, and reads each repeated. One that seems
// slow must be so three times more. MANDATEGRAPH_TEST_PIECES says how many pieces
// are tried, MANDATEGRAPH_TEST_GROWTH how many bytes of each, and
// MANDATEGRAPH_TEST_SEED which.
func TestNoTextTakesLongerThanItIsLong(t *testing.T) {
	number := func(name string, otherwise int) int {
		if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
			return n
		}
		return otherwise
	}
	pieces, size := number("MANDATEGRAPH_TEST_PIECES", 6000), number("MANDATEGRAPH_TEST_GROWTH", 1000)
	random := rand.New(rand.NewSource(int64(number("MANDATEGRAPH_TEST_SEED", 1))))
	end := time.Now().Add(15 * time.Second)
	if os.Getenv("MANDATEGRAPH_TEST_PIECES") != "" {
		end = end.Add(time.Hour)
	}
	tried := 0
	for ; tried < pieces && time.Now().Before(end); tried++ {
		place, piece := grown(random, tried)
		slow := 0
		for times := 1; times < 5 && slow == times-1; times++ {
			once, ten := readFor(t, place, piece, size, times), readFor(t, place, piece, 10*size, times)
			if ten > mostGrowth*10*once {
				slow++
			}
			if slow == 4 {
				t.Errorf("%q repeated after %q: %v, ten times as long %v", piece, place[max(0, len(place)-40):], once, ten)
			}
		}
	}
	t.Logf("%d pieces", tried)
}
