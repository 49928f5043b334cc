package cite

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// longestRange is the number of members above which a range is not spelled out.
const longestRange = 40

// expand adds the last member of a range, and the members between where both
// ends are plain numbers of one session; all are proved by the whole range.
func (f *finder) expand(first int, last Citation, end int) {
	from := &f.found[len(f.found)-1]
	members := between(from.Number, last.Number)
	if members == nil || from.date != "" || from.title != "" || from.Pin != "" {
		f.found = append(f.found, last)
		if from.Number != last.Number {
			f.reports = append(f.reports, tree.Diagnostic{Reason: "range whose members the text does not print",
				Text: f.s[from.Start:last.End]})
			f.places = append(f.places, scan.Span{Start: from.Start, End: last.End})
		}
		return
	}
	from.End = last.End
	c := last
	c.Start, c.LeadStart = from.Start, from.LeadStart
	c.Pin, c.title, c.date = "", "", ""
	for _, number := range members {
		c.Number = number
		f.found = append(f.found, c)
	}
	last.Start, last.LeadStart = from.Start, from.LeadStart
	f.found = append(f.found, last)
}

// between spells out what lies between two numbers of one session or year:
// 71/2 between 71/1 and 71/3. It is nil where they are no ends of a range, and
// empty where nothing lies between.
func between(a, b string) []string {
	form := graph.ReadNumber(a).Form
	if form != graph.ReadNumber(b).Form {
		return nil
	}
	i, j := serialStart(a), serialStart(b)
	if (i <= 0 || j <= 0) && form != graph.SuffixForm && form != graph.DatedForm && form != graph.PlainForm {
		return nil
	}
	ie, je := scan.DigitsEnd(a, i), scan.DigitsEnd(b, j)
	from, err1 := strconv.Atoi(a[i:ie])
	to, err2 := strconv.Atoi(b[j:je])
	if err1 != nil || err2 != nil || a[:i] != b[:j] || a[ie:] != b[je:] || to <= from || to-from > longestRange {
		return nil
	}
	members := []string{}
	for n := from + 1; n < to; n++ {
		members = append(members, a[:i]+strconv.Itoa(n)+a[ie:])
	}
	return members
}

// serialStart is where the serial of a number begins: after the last stroke or
// point, and at 0 in the forms where it stands first, which are no ranges.
func serialStart(number string) int {
	switch graph.ReadNumber(number).Form {
	case graph.SessionForm, graph.YearForm, graph.DottedForm, graph.SpecialForm, graph.RomanSessionForm,
		graph.PrefixForm:
		return strings.LastIndexAny(number, "/.") + 1
	}
	return 0
}

// shortRange reads the end of "resolutions 71/1–3", where only the serial is
// printed.
func (f *finder) shortRange(first, at int, dash bool) (last Citation, end int, ok bool) {
	if !dash || len(f.found) == first {
		return last, at, false
	}
	from := f.found[len(f.found)-1]
	end = scan.DigitsEnd(f.s, at)
	i := serialStart(from.Number)
	if i == 0 || end == at || end-at > 3 || !ends(f.s, end) {
		return last, at, false
	}
	last = from
	last.Number, last.Start, last.End = from.Number[:i]+f.s[at:end], at, end
	if between(from.Number, last.Number) == nil {
		return last, at, false
	}
	last.End = f.details(&last, end)
	return last, last.End, true
}
