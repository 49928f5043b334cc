package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
)

// A turn is a point in the life of something: the verb, and the bytes in which its
// object, its end and its basis stand.
type turn struct {
	relation, verb       string
	start, from, end     int // segment, object
	objectFrom, objectTo int
	term                 string // of the demand
	exception            bool   // from measures, which no body is
}

// longestLead is more bytes than an adverb has with the verb behind it.
const longestLead = 100

// turns lists the verbs of a clause that change a life.
func turns(s string, v demand) (list []turn) {
	whole := s[v.start:v.end]
	add := func(relation, verb string, at, objectFrom, objectTo int) {
		list = append(list, turn{relation: relation, verb: verb, start: at, end: v.end, objectFrom: objectFrom, objectTo: objectTo})
	}
	if m := lifeThird.FindStringSubmatchIndex(whole[:min(len(whole), longestLead)]); m != nil {
		base := strings.ToLower(whole[m[2]:m[3]])
		add(relationOfThird(base), whole[m[2]:m[3]], v.start, v.start+m[3], v.end)
	} else if m := foundingOf.FindStringIndex(s[v.from:v.end]); m != nil && founds(v.relation) {
		object, _, _ := strings.Cut(s[v.from+m[1]:v.end], ",")
		add("establishes", strings.TrimSpace(v.verb)+s[v.from:v.from+m[1]], v.start, v.from+m[1], v.from+m[1]+len(object))
	} else if to := authorizedOn(s[v.from:v.end], v.relation); to > 0 {
		add("extends", strings.TrimSpace(v.verb), v.start, v.from, v.from+to)
	} else if relation, from := nounTurn(s[v.from:v.end], v.relation); relation != "" {
		add(relation, strings.TrimSpace(v.verb)+s[v.from:v.from+from], v.start, v.from+from, v.end)
	} else if deciding[v.relation] {
		list = decidedTurns(s, v)
	}
	apart(s, list)
	return list
}

// decidedTurns are the verbs behind "decides", in the infinitive or of a clause with "that".
func decidedTurns(s string, v demand) (list []turn) {
	after := v.from + len(proposed(s[v.from:v.end], v.relation))
	if m := setting.FindStringIndex(s[after:v.end]); m != nil {
		after += m[1] - len("that ")
	}
	if dutyThat.MatchString(strings.TrimLeft(s[after:v.end], " ")) {
		list = append(list, passiveTurns(s, after, v.end)...)
	}
	for _, m := range lifeInf.FindAll(s[after:v.end]) {
		lead := strings.TrimLeft(strings.TrimSpace(s[after:after+m[0]]), ", ")
		if lead == "" || len(list) > 0 && !strings.Contains(lead, " that ") || leadsOnly(lead) {
			word := s[after+m[2] : after+m[3]]
			list = append(list, turn{relation: lifeBases[word], verb: strings.TrimSpace(v.verb) + " to " + word, start: after + m[0],
				end: v.end, objectFrom: after + m[3], objectTo: v.end})
		}
	}
	return list
}

// apart ends each turn where the next one begins.
func apart(s string, list []turn) {
	for i := range list {
		if i+1 < len(list) && list[i+1].start > list[i].start {
			if list[i].objectFrom > list[i].start && strings.TrimSpace(s[list[i].objectFrom:list[i+1].start]) == "" {
				list[i].end = list[i+1].start // "to revise and extend the mandate": one object of both
				continue
			}
			list[i].end = list[i+1].start
			list[i].objectTo = min(list[i].objectTo, list[i].end)
		}
	}
}

// setting stands between "decides" and "that": "Decides within the same framework that".
var setting = scan.Compile(`^ (?:within|in|under|on|by|for|with)(?: [a-z-]+){1,8} that `)

// authorizedOn is where the name ends of what an act lets go on until a day: "Authorizes
// UNMIRU to continue monitoring the strait until 15 July 2031"; 0 where it does not.
func authorizedOn(s, verb string) int {
	if verb != "authorizes" {
		return 0
	}
	if m := toGoOn.FindStringIndex(s); m != nil && endsAt.MatchString(s[m[1]:]) {
		return m[0]
	}
	return 0
}

var toGoOn = scan.Compile(` to (?:continue|remain|carry on)\b`)

// founds says that a verb and the noun of founding found something. What the Security
// Council only recommends is founded where the tables know it.
func founds(verb string) bool {
	return deciding[verb] || verb == "authorizes" || verb == "recommends"
}

// leadsOnly says that words between "decides" and its infinitive only tell under which
// conditions: "Decides, in accordance with the recommendation in paragraph 7, to".
func leadsOnly(lead string) bool {
	lead = strings.TrimLeft(lead, ", ")
	w, _ := scan.Word(lead, 0)
	if lead == "hereby" {
		return true
	}
	return (interludes[w] || scan.EndsWithAny(w, "ly") || w == "therefore" || w == "pursuant") &&
		(strings.HasSuffix(lead, ",") || !strings.Contains(lead, " to ")) || w == "accordingly"
}

func relationOfThird(w string) string {
	for base, relation := range lifeBases {
		first, rest, _ := strings.Cut(base, " ")
		third := graph.ThirdPerson(first)
		if w == third || rest != "" && w == third+" "+rest {
			return relation
		}
	}
	return ""
}
