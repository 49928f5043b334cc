package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// Which paragraphs answer a question best, beyond its words.

// wish is what a search for passages looks for.
func (r *Reader) wish(words string, q PassageQuery) search.Wish {
	wish := search.Wish{Query: words, Kinds: []string{"Paragraph"}, Keep: r.passageFilter(q)}
	if q.Question == "" {
		wish.Worth = r.worthOfKind
		return wish
	}
	wish.Also, wish.Besides, wish.Above = r.otherWords(q.Words), r.besideWordsIn(q), r.above
	wish.Names = r.namesIn(q.Words)
	r.spellOut(wish.Also, q.Words)
	for w := range strings.FieldsSeq(wish.Besides) {
		if len(wish.Also[w]) == 0 {
			wish.Also[w] = saidAs[strings.ToLower(w)]
		}
	}
	if q.Chronicle {
		for w, others := range begunAs {
			wish.Also[w] = append(wish.Also[w], others...)
		}
	}
	looked := strings.Fields(strings.ToLower(words))
	asked := func(in intent) bool { return in.question.MatchString(q.Question) }
	intents := slices.DeleteFunc(slices.Clone(intents), func(in intent) bool { return !asked(in) })
	intents = append(intents, countedThings(q.Question)...)
	bodies := r.ownTexts(q.Words)
	wish.WorthOfWhole = func(whole snapshot.Node) (worth float64) {
		if r.isOwn(whole, bodies) {
			worth += ownWorth
		}
		if q.From+q.To != "" && r.dateOf(whole) == "" {
			worth += undatedWorth
		}
		return worth
	}
	wish.Worth = func(n snapshot.Node) float64 {
		return r.worthOfKind(n) + r.worthOfHeading(n, looked) + r.worthOfText(n, q.Question) + worthOf(r.Text(n, "text"), intents)
	}
	switch wish.Apart = apart; {
	case len(q.Within) > 1 && !slices.ContainsFunc(q.Within, func(n snapshot.Node) bool { return !r.isAct(n) }):
		wish.Apart = eachText
	case severalActs.MatchString(q.Question):
		wish.Apart = farApart
	}
	return wish
}

// namesIn are the names of several words that a search has, as it writes them.
func (r *Reader) namesIn(words string) (list []string) {
	for _, q := range r.parted(words) {
		if len(q.nodes) > 0 && len(q.nodes) <= maxReadings && q.to-q.from > 1 {
			list = append(list, q.text)
		}
	}
	return list
}

// above are what stands above the paragraphs of a text: itself, the document that
// prints it, and the bodies of both.
func (r *Reader) above(whole snapshot.Node) []snapshot.Node {
	list := []snapshot.Node{whole}
	in := r.Text(whole, "inDocument")
	bodies := []string{in, r.Text(whole, "body"), graph.BodyID(r.OwnerOf(whole))}
	if document, ok := r.Lookup(in); ok {
		bodies = append(bodies, r.Text(document, "body"))
	}
	for _, id := range bodies {
		if n, ok := r.Lookup(id); ok && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}

// otherWords are other ways to write the words of a search: the names of what an
// acronym stands for, and the acronym of what is named in full.
func (r *Reader) otherWords(words string) map[string][]string {
	also := map[string][]string{}
	list := tokens(words)
	for i, w := range list {
		if full, known := shortFor[strings.ToLower(w.text)]; known {
			also[w.text] = append(also[w.text], full)
		}
		if full, _ := r.standsFor(w.text); full != "" {
			also[w.text] = append(also[w.text], full)
		}
		also[w.text] = append(also[w.text], saidAs[strings.ToLower(w.text)]...)
		counts := i+1 < len(list) && measure.MatchString(list[i+1].key) && bareNumber.MatchString(w.text)
		if n := numberOf(w.text); counts && n > 1 && n < 200 {
			also[w.text] = append(also[w.text], inLetters(n)) // terms are written out
		}
	}
	for _, q := range r.parted(words) {
		if len(q.nodes) == 0 || len(q.nodes) > 3 {
			continue
		}
		for _, n := range q.nodes {
			if kind := r.Kind(n); kind == "Act" || kind == "Session" || kind == "Document" {
				continue
			}
			for _, name := range append([]string{r.Title(n), r.Text(n, "name")}, r.Values(n, "alias")...) {
				if name == "" || graph.Slug(name) == graph.Slug(q.text) || q.to-q.from > 1 && !isAcronym(name) {
					continue
				}
				for _, w := range list[q.from:q.to] {
					also[w.text] = append(also[w.text], name)
				}
			}
		}
	}
	return also
}

var acronymPattern = regexp.MustCompile(`^\p{Lu}[\p{Lu}\d-]{2,}$`)

func isAcronym(name string) bool { return acronymPattern.MatchString(name) }

// shortFor are acronyms that people use and that name no entity of the tables.
var shortFor = map[string]string{
	"ldcs": "least developed countries", "lldcs": "landlocked developing countries", "sids": "small island developing States",
	"ldc": "least developed country", "ngos": "non-governmental organizations", "ngo": "non-governmental organization",
	"csos": "civil society organizations", "idps": "internally displaced persons", "sdgs": "Sustainable Development Goals",
	"mdgs": "Millennium Development Goals", "wmd": "weapons of mass destruction", "ncds": "noncommunicable diseases",
	"icts": "information and communications technologies", "ict": "information and communications technology",
	"ai": "artificial intelligence", "ndcs": "nationally determined contributions", "naps": "national adaptation plans",
	"nap": "national adaptation plan", "tcc": "troop-contributing countries", "tccs": "troop-contributing countries",
	"salw": "small arms and light weapons", "ppps": "public-private partnerships", "mics": "middle-income countries",
	"hq": "Headquarters", "sg": "Secretary-General", "srsg": "Special Representative of the Secretary-General",
	"ddr": "disarmament, demobilization and reintegration", "ssr": "security sector reform",
	"redd": "reducing emissions from deforestation", "ngo's": "non-governmental organizations",
}

// What kinds of paragraphs are worth beside one another.
const (
	recitalWorth, noteWorth, titleWorth, tableWorth, listWorth, undatedWorth = -3, -8, -8, -6, -25, -6
	// A text without a sentence is a title or a line of an agenda below titleLength
	// code points, and a table above tableLength.
	titleLength, tableLength = 90, 3500
	headingWorth             = 2.5
	// A paragraph with so many signs of equation lists abbreviations or the like.
	fewEqual = 4
)

// worthOfKind lowers what tells less: recitals, notes, titles and tables.
func (r *Reader) worthOfKind(n snapshot.Node) float64 {
	text := r.Text(n, "text")
	switch kind := r.Text(n, "paragraphKind"); {
	case strings.Contains(r.ID(n), "#fn"), kind == "footnote":
		return noteWorth
	case kind == "preambular":
		return recitalWorth
	case len(text) > tableLength:
		return tableWorth
	case strings.Count(text, " = ") >= fewEqual:
		return listWorth
	case len(text) < titleLength && !sentence.MatchString(text):
		return titleWorth
	}
	return 0
}

// sentence matches what a sentence has and a title has not: a verb in a form that UN
// texts begin or tell with, or the mark at the end of a clause.
var sentence = regexp.MustCompile(
	`[;,]$|\b(?:is|are|was|were|has|have|had|shall|should|may|will|decides?|requests?|adopted|[a-z]+ed)\b|^\d+\. [A-Z][a-z]+s `,
)

// worthOfHeading lifts what stands under a heading with words that are looked for.
func (r *Reader) worthOfHeading(n snapshot.Node, looked []string) (worth float64) {
	heading := strings.ToLower(r.Text(n, "heading"))
	if heading == "" {
		return 0
	}
	for _, w := range looked {
		if len(w) > 3 && strings.Contains(heading, strings.TrimRight(w, "s")) {
			worth += headingWorth
		}
	}
	return min(worth, 3*headingWorth)
}

// actNoun matches the kinds of acts as questions name them; severalActs matches a
// question for more than one text.
var (
	actNoun     = regexp.MustCompile(`(?i)\b(decision|resolution)s?\b`)
	severalActs = regexp.MustCompile(`(?i)\b(?:decisions|resolutions|acts|texts|history|beginning|followed|over the years)\b`)
)

const (
	// apart is what each further paragraph of one text costs; farApart where several
	// texts are asked for, and eachText where several are named.
	apart, farApart, eachText = 1, 8, 30
	actWorth                  = 5
	// ownWorth is that of a text of the body that is asked about.
	ownWorth = 9
)

// worthOfText lifts what stands in a kind of act that a question names.
func (r *Reader) worthOfText(n snapshot.Node, question string) float64 {
	for _, m := range actNoun.FindAllStringSubmatch(question, -1) {
		if r.isOfKind(r.wholeOf(n), []string{strings.ToLower(m[1])}) {
			return actWorth
		}
	}
	return 0
}

// An intent is what a question asks for, and what a text has that holds it.
type intent struct {
	question, text *regexp.Regexp
	worth          float64
}

// intents are told by the words that ask.
var intents = []intent{
	{regexp.MustCompile(`(?i)\bvot(?:e|es|ed|ing)\b|\btally\b|\babstain|\babstention|\bunanimous|\bconsensus\b`),
		regexp.MustCompile(
			`(?i)\bin favour\b|\bvotes? (?:to|of)\b|\babstain|\babstention|\bunanimously\b|\bby consensus\b|without a vote`,
		), 14},
	{regexp.MustCompile(`(?i)\bhow (?:many|much|large|big|high|long|often)\b|\bnumber of\b|\bamounts?\b|\bcosts?\b|\bbudget|\bfigures?\b`),
		regexp.MustCompile(`(?i)[^\d/.][ (]\d[\d ,.]*(?: per cent| million|[ ;,.)])|\$ ?\d|\b(?:` + numbersInWords + `)\b`), 5},
	{regexp.MustCompile(`(?i)\bwhen\b|\bdates?\b|\bdeadlines?\b|\bby which day\b|\bwhich year\b|\bexpires?\b|\bterms?\b`),
		regexp.MustCompile(
			`(?i)\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}|\bsession\b|\b(?:months|years|weeks|days)\b`,
		), 4},
	{regexp.MustCompile(`(?i)\bwhere\b|\bcity\b|\bvenue\b|\bplace\b|\bhost`),
		regexp.MustCompile(`\b(?:held|hosted?|meet|convened?) (?:in|at|by) |\bHeadquarters\b|, from \d|\bhost`), 5},
	{regexp.MustCompile(`(?i)\bchair|\bpresid|\bofficers?\b|\brapporteur|\bbureau\b|\belected\b|\bcandidates?\b|\bnominat`),
		regexp.MustCompile(`(?i)\b(?:chair|president|rapporteur)\b.*\(\p{L}|\belected\b|\bpresided\b|\bchaired\b`), 8},
	{regexp.MustCompile(`(?i)\bwhen\b.*\bsession|\bsessions?\b.*\b(?:dates?|when)\b|\bdates of\b.*\bsession`),
		regexp.MustCompile(`(?i)\b(?:held|take place|meet|convened?|dates)\b[^.;]*\d{1,2} (?:to|and|[–-])[^.;]*\b(?:19|20)\d\d`), 8},
	{regexp.MustCompile(`(?i)\bbureau\b|\bofficers\b`),
		regexp.MustCompile(`(?is)\bchair.*\bvice-(?:chair|president).*\brapporteur\b|\brapporteur\b.*\bvice-(?:chair|president)`), 9},
	{regexp.MustCompile(`(?i)\bhow did\b.*\b(?:start|begin|come about)|\bset up\b|\bestablish|\bcreated?\b|\bfounded\b`),
		regexp.MustCompile(`(?i)\b(?:establish(?:ed|es|ment)?|set(?:ting)? up|creat(?:e|es|ed|ing))\b`), 5},
	{regexp.MustCompile(`(?i)\bextend|\bextension|\brenew|\bprolong|\buntil when\b`),
		regexp.MustCompile(`(?i)\b(?:extend|extends|extended|extension|renew|renewed|renewal|prolong)\b`), 5},
	{regexp.MustCompile(`(?i)\breport|\bsubmit|\bmust\b|\basked?\b|\brequest|\binvite|\brecommend|\bhas to\b|\bhave to\b`),
		regexp.MustCompile(
			`^(?:\(?[0-9a-z]{1,4}[.)] ?)?(?:(?:Also|Further) )?(?i:requests?|invites?|urges?|encourages?|calls? upon|recommends?|decides?|directs?|to report)\b`,
		), 4},
	{regexp.MustCompile(`(?i)\bsponsor|\bintroduc|\btabled?\b|\bsubmitted\b|\bproposed\b|\bput forward\b|\bbrought in\b`),
		regexp.MustCompile(`(?i)\bsponsor|\bintroduced\b|\bsubmitted by\b`), 8},
	{regexp.MustCompile(`(?i)\bmembers?(?:hip)?\b|\bcomposition\b|\bwho sits\b|\bconsists?\b`),
		regexp.MustCompile(
			`(?i)\b(?:is|are|be|was) composed of\b|\bconsist(?:s|ed|ing)? of\b|\bcompris(?:e|es|ed|ing)\b|\bfollowing (?:member )?states\b`,
		), 12},
	{regexp.MustCompile(`(?i)\b(?:which|what) (?:countries|states|members|parties|delegations)\b`),
		regexp.MustCompile(`(?:\p{Lu}\p{Ll}+, (?:the )?){2,}`), 5},
}

// howMany matches what a question counts.
var howMany = regexp.MustCompile(`(?i)\bhow many (?:of )?(?:the |its |their )?([a-z]{4,})(?: ([a-z]{4,}))?`)

// numbersInWords are those that texts write out.
const numbersInWords = `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred`

// countedWorth is what a number beside the thing that is counted is worth.
const countedWorth = 9

// countedThings are the intents of a question that counts: a number right before the
// thing, or the number of the thing.
func countedThings(question string) (list []intent) {
	for _, m := range howMany.FindAllStringSubmatch(question, -1) {
		noun := regexp.QuoteMeta(strings.TrimSuffix(strings.ToLower(m[1]), "s"))
		pattern := `(?i)(?:\b\d[\d, ]*|\b(?:` + numbersInWords + `))\s+(?:[\pL-]+\s+){0,2}` + noun + `|\bnumber of (?:[\pL-]+ ){0,3}` + noun
		list = append(list, intent{nil, regexp.MustCompile(pattern), countedWorth})
	}
	return list
}

// worthOf lifts a text that has what is asked for.
func worthOf(text string, asked []intent) (worth float64) {
	for _, in := range asked {
		if in.text.MatchString(text) {
			worth += in.worth
		}
	}
	return worth
}
