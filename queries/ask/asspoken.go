package ask

import "regexp"

// Wordings of every day that say what the grammar reads in other words.

// A wording is what people say, and the words of it that the grammar has.
type wording struct {
	said *regexp.Regexp
	read string
}

// wordings are put right one after another.
var wordings = []wording{
	// A draft is sponsored (rule 78 of the rules of procedure of the Assembly speaks of proposals submitted).
	{regexp.MustCompile(`(?i)\bdid the same (?:states|countries|delegations|members|governments) ` +
		`(?:stand behind|sponsor|co-?sponsor|submit|table|back|put forward)\b (.+?)(?:,? or (?:were|are` +
		`|is) there (?:any )?\w+)?$`),
		"who sponsored $1"},
	{regexp.MustCompile(`(?i)^(?:were|are|was|is) there (?:any |a )?differences? between (?:the )?(?:states|countries|delegations|sponsors)` +
		` (?:that|who|which|of)? ?(?:stood behind|sponsored|backed)? ?(.+?) and (?:those|the ones|the sponsors)` +
		` (?:behind|of|that backed|who sponsored|that sponsored|that stood behind) (.+)$`), "who sponsored $1 and $2"},
	{regexp.MustCompile(`(?i)\b(which|what) (states|countries|delegations|members|governments) (?:backed|signed|put their names? to)\b`),
		"$1 $2 sponsored"},
	{regexp.MustCompile(`(?i)\b(?:stand|stands|standing) behind\b`), "sponsor"},
	{regexp.MustCompile(`(?i)\bstood behind\b`), "sponsored"},
	{
		regexp.MustCompile(
			`(?i)\b(sponsor\w*|submitted|introduced) (?:the )?(?:revised )?drafts? (?:that|which) (?:later ` +
				`|then )?became\b`,
		),
		"$1",
	},
	{regexp.MustCompile(`(?i)\bhow did the (?:membership|house|floor|room) (?:split` +
		`|divide)\b`), "how did States vote"},
	{
		regexp.MustCompile(`(?i)\b(was|were) the (\w+(?: \w+)?) text((?: \w+){0,4} (?:put to|adopted|voted` +
			`|approved))`),
		"$1 the $2 resolution$3",
	},
	{regexp.MustCompile(`(?i)\bhow did (?:the )?(?:membership|members) vote on (?:the )?(\w+(?: \w+)?) text\b`),
		"how did States vote on the $1 resolution"},
	// A text is adopted, and a meeting chaired.
	{regexp.MustCompile(`(?i)\b(resolutions?|decisions?|texts?|acts?) (did .{3,50}?) pass\b`), "$1 $2 adopt"},
	{regexp.MustCompile(`(?i)\b(resolutions?|decisions?|texts?|acts?) passed\b`), "$1 adopted"},
	{regexp.MustCompile(`(?i)\bpresided (?:over|at) (the [\w-]+ meeting)\b`), "chaired $1"},
	// Times.
	{regexp.MustCompile(`(?i)\b(?:up to|up until|until|till|to|through) the end of ((?:19|20)\d\d)\b`), "until $1"},
	{regexp.MustCompile(`(?i)\bup (?:to|until|till) ((?:19|20)\d\d)\b`), "until $1"},
	{
		regexp.MustCompile(`(?i)\b(in|during|of|from|between) ['’]?([4-9]\d)(?:-|–|/| and | to )['’]?([4-9]\d)\b`),
		"$1 19$2-19$3",
	},
	// What is due is delivered.
	{regexp.MustCompile(`(?i)\bwhat (has|have) (.+?) to deliver\b`), "what $1 $2 to report"},
	{
		regexp.MustCompile(`(?i)\b(COP|CMP|CMA|SBI|SBSTA) (decisions?|resolutions?|conclusions) \((\p{Lu}{3,})\)`),
		"$3 $1 $2",
	},
}

// asRead are the words of a question as the grammar has them.
func asRead(question string) string {
	for _, w := range wordings {
		question = w.said.ReplaceAllString(question, w.read)
	}
	return sessionDates(ofThose(question))
}

// timeSaid matches the time at the end of a question, and thoseOf a further question that
// counts the same things in another time.
var (
	timeSaid = regexp.MustCompile(
		`(?i),?\s+(?:in|during|until|since|before|after|between|from|by)(?: the)? (?:19|20)\d\d.*$`,
	)
	thoseOf = regexp.MustCompile(
		`(?i)^(how (?:many|often)\b.+?)[,;?]*\s+and how many of (?:those|these|them|which)(?: \w+)?` +
			`(?: (?:fall|fell|falls|were|are|date|dated|came|took place|happened|occurred))? (?:from|in` +
			`|within|during) (.+)$`,
	)
)

// ofThose writes out what such a further question counts: ... and how many of those in the
// 1980s?
func ofThose(question string) string {
	m := thoseOf.FindStringSubmatch(question)
	if m == nil {
		return question
	}
	return m[1] + "; " + timeSaid.ReplaceAllString(m[1], "") + " in " + m[2]
}

var (
	// datesOf matches a question for the dates of sessions of several bodies.
	datesOf = regexp.MustCompile(`(?i)^(?:what are |when are |when is |when and where are )?(?:the )?(?:dates (?:of|for) the )?` +
		`((?:next|coming|(?:19|20)\d\d) )?sessions?(?: dates)? (?:of|for) (.+?)` +
		`(?:[?,;.]+\s*(?:and )?(?:which|who) (?:\w+ )?comes? .*)?$`)
	listed = regexp.MustCompile(`(?i),\s*(?:and\s+)?|\s+and\s+`)
)

// sessionDates asks for each body when its session is held.
func sessionDates(question string) string {
	m := datesOf.FindStringSubmatch(question)
	if m == nil {
		return question
	}
	bodies := listed.Split(m[2], -1)
	if len(bodies) < 2 {
		return question
	}
	said := ""
	for _, body := range bodies {
		said += "when shall the " + m[1] + "session of " + body + " be held? "
	}
	return said
}
