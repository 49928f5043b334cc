// Package corpus makes synthetic documents for benchmarks: resolutions of a few
// bodies that cite one another as real ones do, in the model that the loader
// makes of a real text. The same size and seed give the same documents.
//
// It imports graph only.
package corpus

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"mandategraph/graph"
)

// Options say how large the graph is.
type Options struct {
	// Acts is the number of resolutions; each is a document of its own.
	Acts int
	// Seed chooses among the graphs of that size.
	Seed uint64
	// Bare leaves out the paragraphs and their text.
	Bare bool
}

// States is the number of States that sponsor.
const States = 193

// Rates of what an act holds, about those of resolutions of the General
// Assembly.
const (
	citationsMean = 6
	// recent is the share of citations of the acts just before; of the others,
	// popular is the share that go to what is cited already.
	recent, popular = 0.45, 0.8
	recentSpan      = 400
	sponsorsMean    = 5
	operative       = 5
)

// Documents makes them one after the other, in the order of adoption.
func Documents(o Options) iter.Seq[graph.Document] {
	return func(yield func(graph.Document) bool) {
		g := generator{Options: o, random: rand.New(rand.NewPCG(o.Seed, uint64(o.Acts)))}
		for n := range o.Acts {
			if !yield(g.document(n)) {
				return
			}
		}
	}
}

// All makes all documents at once.
func All(o Options) []graph.Document {
	documents := make([]graph.Document, 0, o.Acts)
	for d := range Documents(o) {
		documents = append(documents, d)
	}
	return documents
}

type generator struct {
	Options
	random *rand.Rand
	// cited holds every citation so far by its target, so that a random one is
	// an act with a probability in proportion to its citations.
	cited []int
}

// An act is what its number in the order of adoption says of it.
type act struct{ body, number, symbol string }

// houses take turns; the General Assembly adopts most.
var houses = []string{"ga", "ga", "ga", "ga", "ga", "ecosoc", "ga", "hrc", "ga", "sc"}

const actsOfSession = 300

func actOf(n int) act {
	body := houses[n%len(houses)]
	switch body {
	case "ga":
		number := fmt.Sprintf("%d/%d", 40+n/actsOfSession, n%actsOfSession+1)
		return act{body, number, "A/RES/" + number}
	case "sc":
		number := fmt.Sprint(500 + n/len(houses))
		return act{body, number, "S/RES/" + number}
	}
	number := fmt.Sprintf("%d/%d", 1990+n/actsOfSession, n%actsOfSession+1)
	return act{body, number, strings.ToUpper(body) + "/RES/" + number}
}

// ActID is the id of the n-th act in the order of adoption.
func ActID(n int) string {
	a := actOf(n)
	return graph.ActID(a.body, graph.Resolution, a.number)
}

// StateID is the id of the n-th State.
func StateID(n int) string {
	return graph.StateID(string([]byte{byte('a' + n/26), byte('a' + n%26), 'x'}))
}

// adopted is the day on which the n-th act was adopted.
func adopted(n int) time.Time {
	return time.Date(1990, 1, 8, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n/40*7)
}

// titles are made of these.
var (
	aims = strings.Split(
		"Strengthening Promoting Preventing Combating Implementation Review Follow-up Enhancing Countering Financing",
		" ",
	)
	things = strings.Split(
		"cooperation assistance trafficking development disarmament cybercrime migration health water oceans women children climate trade corruption terrorism statistics energy forests heritage",
		" ",
	)
	places = strings.Split("Africa Asia Europe the_Pacific the_Caribbean small_islands landlocked_countries least_developed_countries", " ")
)

func title(n int) string {
	return fmt.Sprintf("%s international action on %s and %s in %s, part %d", aims[n%len(aims)], things[n/7%len(things)],
		things[n/3%len(things)], strings.ReplaceAll(places[n/11%len(places)], "_", " "), n/97)
}

// target chooses what the n-th act cites.
func (g *generator) target(n int) int {
	switch {
	case n+1 < g.Acts && g.random.IntN(200) == 0:
		return n + 1 // adopted on the same day: cycles exist
	case g.random.Float64() < recent:
		return max(0, n-1-int(g.random.ExpFloat64()*recentSpan))
	case g.random.Float64() < popular && len(g.cited) > 0:
		return g.cited[g.random.IntN(len(g.cited))]
	}
	return g.random.IntN(max(n, 1))
}

// several draws a number with a long tail.
func (g *generator) several(mean float64) int { return int(g.random.ExpFloat64()*mean + 0.5) }
