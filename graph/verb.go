package graph

import "strings"

// Forms are the printed forms of a verb phrase.
type Forms struct {
	Base       string // recall, take note of
	Third      string // recalls, takes note of
	Present    string // recalling, taking note of
	Past       string // recalled, took note of
	Participle string // recalled, taken note of
}

type forms struct{ third, present, past, participle string }

// irregular verbs by their base; regular forms follow English spelling.
var irregular = map[string]forms{
	"take":       {"takes", "taking", "took", "taken"},
	"bear":       {"bears", "bearing", "bore", "borne"},
	"keep":       {"keeps", "keeping", "kept", "kept"},
	"draw":       {"draws", "drawing", "drew", "drawn"},
	"hear":       {"hears", "hearing", "heard", "heard"},
	"have":       {"has", "having", "had", "had"},
	"pay":        {"pays", "paying", "paid", "paid"},
	"find":       {"finds", "finding", "found", "found"},
	"seek":       {"seeks", "seeking", "sought", "sought"},
	"understand": {"understands", "understanding", "understood", "understood"},
	"undertake":  {"undertakes", "undertaking", "undertook", "undertaken"},
	"uphold":     {"upholds", "upholding", "upheld", "upheld"},
	"set":        {"sets", "setting", "set", "set"},
	"submit":     {"submits", "submitting", "submitted", "submitted"},
	"transmit":   {"transmits", "transmitting", "transmitted", "transmitted"},
	"refer":      {"refers", "referring", "referred", "referred"},
	"regret":     {"regrets", "regretting", "regretted", "regretted"},
	"concur":     {"concurs", "concurring", "concurred", "concurred"},
	"fulfil":     {"fulfils", "fulfilling", "fulfilled", "fulfilled"},
	"agree":      {"agrees", "agreeing", "agreed", "agreed"},
	"echo":       {"echoes", "echoing", "echoed", "echoed"},
	"be":         {"is", "being", "was", "been"},
}

func conjugate(phrase string) forms {
	word, rest, _ := strings.Cut(phrase, " ")
	if rest != "" {
		rest = " " + rest
	}
	f, ok := irregular[word]
	if !ok {
		f = regular(word)
	}
	return forms{f.third + rest, f.present + rest, f.past + rest, f.participle + rest}
}

func regular(word string) forms {
	last, before := word[len(word)-1], word[len(word)-2]
	third, stem := word+"s", word
	switch {
	case last == 'y' && !strings.ContainsRune("aeiou", rune(before)):
		third = word[:len(word)-1] + "ies"
		return forms{third, word + "ing", word[:len(word)-1] + "ied", word[:len(word)-1] + "ied"}
	case last == 's' || last == 'x' || last == 'h' && (before == 's' || before == 'c'):
		third = word + "es"
	case last == 'e':
		stem = word[:len(word)-1]
	}
	return forms{third, stem + "ing", stem + "ed", stem + "ed"}
}

// Forms gives the printed forms of the relation's verb; ok is false where no
// verb states the relation.
func (r Relation) Forms() (f Forms, ok bool) {
	if r.Verb == "" {
		return Forms{}, false
	}
	c := conjugate(r.Verb)
	return Forms{Base: r.Verb, Third: c.third, Present: c.present, Past: c.past, Participle: c.participle}, true
}

// ThirdPerson is the third person of a verb: extends.
func ThirdPerson(verb string) string { return conjugate(verb).third }
