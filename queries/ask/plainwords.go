package ask

import "regexp"

// plainEnglish are words of questions that are no slips for others, whether or not a
// loaded text has them: three is not there, and under is not Uganda.
var plainEnglish = wordSet(setOf("one two three four five six seven eight nine ten eleven twelve once twice thrice " +
	"first second third fourth fifth half both either neither none each every everybody everyone anybody anyone somebody " +
	"someone nobody then than there their theirs them they these those this that thus here hence where when while what who " +
	"whose whom which under over into onto upon within without above below before behind after again against along " +
	"among around about across beyond during except inside outside since still such same some soon sooner later ever never often always " +
	"only even also else much many more most less least few fewer fewest several enough quite rather very really " +
	"back come came comes give gave given gives take took taken takes tell told tells know knew known knows find found " +
	"keep kept keeps hold held holds make made makes like liked want wanted need needed think thought mean meant " +
	"right wrong true false real good best better worse worst big bigger biggest small smaller large larger largest long longer short " +
	"shorter high higher highest lower lowest early earlier late latest last next previous past present future today " +
	"money cash paid pays cost costs price sums total totals spent gift gifts person people thing things word words name names " +
	"ours mine yours hers itself himself herself themselves could would should might must shall will cannot does done doing"))

// endOfYear matches the end of a year up to which something is asked.
var endOfYear = regexp.MustCompile(
	`(?i)\b(?:up )?(?:to|until|till|through) (?:the )?(?:very )?(?:end|close) of (?:the year )?((?:19|20)\d\d)\b` +
		`|\b(?:up to|up until|till) (?:and including )?((?:19|20)\d\d)\b`,
)

// untilEnd says it as the grammar reads it: until 1993.
func untilEnd(question string) string { return endOfYear.ReplaceAllString(question, "until $1$2") }

// fewestBeside matches the other end of a question where most was done.
var fewestBeside = regexp.MustCompile(
	`(?i)[,;]? (?:and|or) (?:(?:in )?(?:which|what|when)(?: (?:year|month|one))? ?)?(?:(?:did it|were|was|had|has|it|they|adopted|there|the|a) )*` +
		`(?:fewest|least|smallest(?: number)?|lowest(?: number)?)(?: of them| ones)?[?.]*$`,
)

// mostInTime matches a question for the year or month in which most was done.
var mostInTime = regexp.MustCompile(`(?i)\b(?:which|what) (?:years?|months?)\b.*\bmost\b`)

// bothEnds leaves the other end out of a question for the year in which most was done: its
// answer names both.
func bothEnds(question string) string {
	if mostInTime.MatchString(question) {
		return fewestBeside.ReplaceAllString(question, "")
	}
	return question
}
