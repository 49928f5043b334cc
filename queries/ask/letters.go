package ask

import "strings"

var (
	unitsInWords = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
		"fifteen sixteen seventeen eighteen nineteen")
	tensInWords = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
)

// inLetters is a number below a thousand in words, as UN texts write terms out: one hundred
// and twenty days.
func inLetters(n int) string {
	switch {
	case n < len(unitsInWords):
		return unitsInWords[n]
	case n < 100 && n%10 == 0:
		return tensInWords[n/10]
	case n < 100:
		return tensInWords[n/10] + "-" + unitsInWords[n%10]
	case n%100 == 0:
		return unitsInWords[n/100] + " hundred"
	}
	return unitsInWords[n/100] + " hundred and " + inLetters(n%100)
}
