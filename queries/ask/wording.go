package ask

import (
	"regexp"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// Wordings that are put into the order in which the grammar reads them.

// reordered puts the words of a question into that order.
func reordered(question string) string {
	return mostLast(numbered(bothEnds(untilEnd(asRead(thanks.ReplaceAllString(greeting.ReplaceAllString(question, ""), ""))))))
}

// thanks matches what people say behind what they ask.
var thanks = regexp.MustCompile(`(?i)(?:[\s,.;?!–-]+(?:pls|plz|please|thanks|thx|thank you|many thanks|asap|urgently))+[\s.!?]*$`)

// greeting matches what people say before they ask.
var greeting = regexp.MustCompile(
	`(?i)^(?:(?:hi|hello|hey|sorry|please|dear \w+|(?:a |one |just a )?quick (?:question|one)|i am new here|` +
		`i(?:'m| am) (?:a|an) \w+(?: \w+)?|good (?:morning|afternoon|evening))(?: there| all)?\s*[:,.!–-]+\s*)+`,
)

// ofItsSession matches an act by its number within a session: resolution 14 of the first
// session of the General Assembly.
var ofItsSession = regexp.MustCompile(
	`(?i)\b(resolution|decision) (\d{1,4}) of (?:the|its) ([\w-]+) (?:regular )?session( of the (?:UN )?(?:General )?Assembly)?\b`,
)

// numbered puts the number of the session where acts have it: behind in Roman figures, as
// the Assembly counted up to its thirtieth session, else in front: 14 (I), 12/3.
func numbered(question string) string {
	return ofItsSession.ReplaceAllStringFunc(question, func(found string) string {
		m := ofItsSession.FindStringSubmatch(found)
		session := max(names.OrdinalNumber(strings.ToLower(m[3])), numberOf(sessionNumber(strings.ToLower(m[3]))))
		switch {
		case session == 0:
			return found
		case m[4] == "":
			return m[1] + " " + decimal(session) + "/" + m[2]
		case session < len(romanSessions):
			return "General Assembly " + m[1] + " " + m[2] + " (" + romanSessions[session] + ")"
		}
		return "General Assembly " + m[1] + " " + decimal(session) + "/" + m[2]
	})
}

var romanSessions = strings.Fields("- I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV " +
	"XXVI XXVII XXVIII XXIX XXX")

// phrasal matches a verb of two words with its object between them: set it up, wound
// the Mission up.
var phrasal = regexp.MustCompile(`(?i)\b(sets?|setting|winds?|wound|winding|puts?|brings?|brought)\s+` +
	`(it|them|this|that|(?:the|a|an|its)\s+(?:\S+\s+){0,6}?\S+?)\s+(up|forward|in)\b`)

// together puts the words of such a verb together: set up it.
func together(question string) string {
	return phrasal.ReplaceAllStringFunc(question, func(found string) string {
		m := phrasal.FindStringSubmatch(found)
		if lexicon()[graph.Slug(m[1]+" "+m[3])].verb == nil {
			return found
		}
		return m[1] + " " + m[3] + " " + m[2]
	})
}

// bracketed matches an act in brackets behind what it is called: the gender programme
// (decision 18/CP.20).
var bracketed = regexp.MustCompile(`\(((?:UNSC |GA |SC |COP )?(?:resolution|decision|res\.?) [^()]*\d[^()]*(?:\(\d{4}\))?|\d+/[\w.]+)\)`)

// inBracketsNamed is the act that a question names in brackets; empty where there is
// none.
func inBracketsNamed(question string) string {
	if m := bracketed.FindStringSubmatch(question); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}
