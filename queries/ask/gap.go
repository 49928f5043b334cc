package ask

import (
	"context"
	"regexp"
	"slices"

	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
)

// The times of which a story knows nothing.

// longSilence is how many whole years without a sentence are said to be a gap.
const longSilence = 3

// gaps says between which sentences nothing is known: where what carried it on was
// not found, and where no text tells of it for years although nothing that was set
// before lasts so long.
func (s *Story) gaps(ctx context.Context, r *Reader, life timeline.Life) {
	var told []Sentence
	known := "" // until when something is known
	for _, next := range s.Sentences {
		if isMissing := func(g timeline.Gap) bool { return g.To == next.Date && g.From == known }; slices.ContainsFunc(life.Gaps, isMissing) {
			told = append(told, r.gap(ctx, s, known, next.Date, "carried it on"))
		} else if from, to := yearOf(known), yearOf(next.Date); from > 0 && to-from > longSilence {
			told = append(told, r.gap(ctx, s, known, next.Date, "tells of it"))
		}
		known = max(known, next.Date)
		if yearOf(next.Until) > 0 {
			known = max(known, next.Until)
		}
		told = append(told, next)
	}
	s.Sentences = told
}

// gap says that nothing is known of a time: that nothing was found is said only
// where no loaded text of that time has the name.
func (r *Reader) gap(ctx context.Context, s *Story, from, to, what string) Sentence {
	gap := Sentence{Date: from, Until: to, Gap: true, Act: snapshot.NoNode, Target: snapshot.NoNode}
	gap.Text = "Between " + r.spokenMoment(from) + " and " + r.spokenMoment(to) + " nothing that " + what
	if gap.Places = r.naming(ctx, s, from, to); len(gap.Places) == 0 {
		gap.Text += " was read."
		return gap
	}
	gap.Text += " was read, but " + r.placesInWords(gap.Places)
	if len(gap.Places) == 1 {
		gap.Text += " names it."
	} else {
		gap.Text += " name it."
	}
	return gap
}

// carryingOn matches what is said of a mandate that goes on.
var carryingOn = regexp.MustCompile(`(?i)\b(?:extend|renew|prolong|continu|maintain|mandate)`)

// naming are the paragraphs of texts between two dates that have the name of the
// subject of a story, other than those that are told: first those that say how it
// goes on.
func (r *Reader) naming(ctx context.Context, s *Story, from, to string) (places []snapshot.Node) {
	name := r.Title(s.Subject)
	if name == "" || r.Kind(s.Subject) == "Act" {
		return nil
	}
	if s.named == nil {
		found, err := r.FindPassages(ctx, PassageQuery{Words: `"` + name + `"`})
		if err != nil {
			return nil
		}
		s.named = append([]snapshot.Node{}, found.Nodes()...)
	}
	told := map[snapshot.Node]bool{}
	for _, sentence := range s.Sentences {
		told[sentence.Act] = true
	}
	for _, n := range s.named {
		if whole := r.wholeOf(n); !told[whole] && r.Date(whole) > from && r.Date(whole) < to {
			places = append(places, n)
		}
	}
	slices.SortStableFunc(places, func(a, b snapshot.Node) int {
		says := func(n snapshot.Node) int {
			if carryingOn.MatchString(r.Text(n, "text")) {
				return 0
			}
			return 1
		}
		return says(a) - says(b)
	})
	return places
}

// placesInWords names the first of some paragraphs.
func (r *Reader) placesInWords(places []snapshot.Node) string {
	var list []string
	for _, n := range places[:min(len(places), namedPlaces)] {
		list = append(list, shortPlace(r.ID(n)))
	}
	if rest := len(places) - len(list); rest > 0 {
		list = append(list, counted(rest, "other paragraph"))
	}
	return enumerated(list)
}
