package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// mostPhrase is the most words of the noun phrase of an addressee, with what
// restricts it.
const mostPhrase = 40

var (
	// phraseEnds never stand in the head of a noun phrase.
	phraseEnds = scan.WordSet("that which who whom whose is are was were has have had be been where when into from its " +
		"their this such subject or not also any they should may upon provides means each no if once again " +
		"shall will must can could would further then there next prior regard thereto as by through until pursuant following whether without both it them him")
	// openers begin what restricts a head: "the parties in Ruritania", "States involved
	// in the conflict", "the administering Powers concerned".
	openers = scan.WordSet("in on to under at for with within between involved concerned mentioned referred listed located " +
		"operating participating present responsible engaged bordering neighbouring contributing directly " +
		"able willing affected designated represented among throughout outside against other named holding having " +
		"established appointed called allocated ordered contained necessary created received made relevant so needed required working acting " +
		"authorized accredited deployed stationed composed led")
	// interludes begin what stands between an addressee and what is asked of him.
	interludes = scan.WordSet("in with within as through when where under upon at on by for pursuant consistent taking acting " +
		"immediately urgently once again also further not jointly individually without after before during following including " +
		"inter if whether notably especially particularly building drawing bearing given having using subject together via " +
		"noting recalling prior until while working based starting beginning whenever throughout should forthwith and or " +
		"according no from along either both individually collectively respectively cooperating cooperatively " +
		"guided mindful working as per without to such adopted")
)

// infinitive says that the infinitive that tells what is asked stands at byte at:
// " to submit", " to fully respect". Behind "to" stands no article.
func (r *addresseeReader) asks(at int) bool {
	rest := r.text[at:r.limit]
	for _, lead := range []string{" not to ", " to "} {
		if after, ok := strings.CutPrefix(rest, lead); ok {
			w, _ := scan.Word(after, 0)
			return w != "" && text.IsLower(w[0]) && !behindTo[w] || strings.HasPrefix(after, "“")
		}
	}
	return false
}

// behindTo are words behind a "to" that is no infinitive's.
var behindTo = scan.WordSet("in the a an this that these those its their his her all any which whom whose each both every such " +
	"date him it them us other others armed conflict climate relevant national international regional local or and " +
	"end effect extent what human new peace one two three some many what")

// dutyFollows says that behind byte at, over words between, the infinitive follows
// that tells what is asked.
func (r *addresseeReader) dutyFollows(at int) bool {
	rest := r.text[at:r.limit]
	if r.asks(at) || strings.HasPrefix(rest, ":") {
		return true
	}
	comma := strings.HasPrefix(rest, ", ")
	w, _ := scan.Word(strings.TrimPrefix(rest, ","), 0)
	if !interludes[w] && !strings.HasSuffix(w, "ly") && !strings.HasSuffix(w, "ing") {
		return false
	}
	for i := at + 1; i < min(r.limit, at+mostInterlude); i++ {
		switch {
		case r.text[i] == ';' || strings.HasPrefix(r.text[i:r.limit], ". "):
			return false
		case r.text[i] == ' ' && r.asks(i) && (!comma || r.text[i-1] == ','):
			return true
		}
	}
	return false
}

// mostInterlude is the most bytes between an addressee and what is asked of him.
const mostInterlude = 400

// phrase reads an addressee that no table has by its noun phrase: "the leaders of
// both communities", "the administering Powers concerned". The head makes the id, and
// what is said behind it is the restriction.
func (r *addresseeReader) phrase(at int) (a Addressee, end int, ok bool) {
	if w, next := scan.PhraseWord(r.text[:r.limit], at); w == "those" {
		if follow, _ := scan.Word(r.text[:r.limit], next); !openers[follow] && !phraseEnds[follow] {
			at = next + 1
		}
	}
	head, noun, of := r.headAt(at)
	if head == at || noun == "" || !r.namesSomebody(at, head, noun, of) {
		return a, at, false
	}
	words, end := r.behind(head)
	a = Addressee{ID: "addressee/" + graph.Slug(r.text[at:head]), Kind: "AddresseeClass", Restriction: words, generic: true, End: head}
	if kind := properKind(r.text[at:head], noun); kind != "" {
		a.ID, a.Kind = r.properID(kind, r.text[at:head]), kind
		if strings.HasPrefix(a.ID, "body/") {
			a.Kind = "Body"
		}
	}
	return a, end, true
}

// headAt reads the head of a noun phrase: where it ends, its noun, which is the last
// word before any "of", and whether there is an "of".
func (r *addresseeReader) headAt(at int) (end int, noun string, of bool) {
	end = at
	for i, n := at, 0; i < r.limit && n < mostPhrase; n++ {
		w, next := scan.PhraseWord(r.text[:r.limit], i)
		if r.endsHead(w, n == 0, of) && !(attributive[w] && (of || !strings.HasSuffix(noun, "s")) && r.membersAt(next)) {
			break
		}
		switch {
		case strings.EqualFold(w, "of"):
			of = true
		case !of:
			noun = w
		}
		if end = next; next >= r.limit || r.text[next] != ' ' {
			break
		}
		i = next + 1
	}
	return end, noun, of
}

// attributive are participles that stand before the noun that they restrict: "national
// designated entities", "the operating entities of the Mechanism".
var attributive = scan.WordSet(
	"designated operating constituted implementing administering executing participating contributing accredited",
)

// membersAt says that behind a byte stands a plural in small letters of those who can be asked.
func (r *addresseeReader) membersAt(at int) bool {
	w, _ := scan.Word(r.text[:r.limit], at)
	return strings.HasSuffix(w, "s") && text.IsLower(w[0]) && namesActor(w)
}

// endsHead says that a word is none of the head of a noun phrase; of says that the
// head has an "of" already.
func (r *addresseeReader) endsHead(w string, first, of bool) bool {
	switch lower := strings.ToLower(w); {
	case lower == "" || w == "and" || lower == "to":
		return true
	case phraseEnds[lower]:
		return !of || lower != "both"
	case lower == "the" || lower == "a" || lower == "an":
		return !of
	case lower == "of":
		return first
	case first:
		return lyAdverb(w)
	default:
		return opens(lower) && w != "Working" && w != "Acting" || lyAdverb(w) || r.dutyThat && baseVerbs[w]
	}
}

// lyAdverb says that a word is an adverb by its ending.
func lyAdverb(w string) bool { return strings.HasSuffix(w, "ly") && w != "family" }

// namesSomebody says that a head from byte at to byte end is whole and means somebody,
// as its noun says.
func (r *addresseeReader) namesSomebody(at, end int, noun string, of bool) bool {
	words := r.text[at:end]
	if adjectivesOnly[noun] || !namesActor(noun) && !(ofSystem[noun] && strings.HasPrefix(words, "United Nations ")) {
		return false
	}
	first, _ := scan.PhraseWord(r.text[:r.limit], at)
	if (openers[first] || interludes[first]) && !participles[first] && !attributive[first] {
		return false
	}
	return r.standsAlone(at, end) && (!of || scan.IsCapital(words) || !scan.EndsWithAny(words, " of", " of the"))
}

// adjectivesOnly are no nouns: "regional financial and development institutions" ends
// behind the second of them.
var adjectivesOnly = scan.WordSet("financial regional subregional international national local bilateral multilateral economic")

// opens says that a word begins what restricts the head before it.
func opens(w string) bool {
	return openers[w] || strings.HasSuffix(w, "ing") && w != "during" && w != "including" && w != "following" && w != "regarding" &&
		w != "concerning" && !interludes[w]
}

// participles may begin a noun phrase although they restrict a head also behind it:
// "all concerned", "neighbouring States".
var participles = scan.WordSet("concerned involved participating neighbouring contributing bordering affected designated engaged")

// standsAlone says that a phrase is no adjective that lacks its noun: in small letters
// one word must be a plural or a known noun; with a capital, before a conjunction, no
// nation's: "all Ruritanian and international parties".
func (r *addresseeReader) standsAlone(at, end int) bool {
	w := r.text[at:end]
	switch {
	case strings.Contains(w, " "):
		return true
	case scan.IsCapital(w):
		return !strings.HasPrefix(r.text[end:r.limit], " and ") || !scan.EndsWithAny(w, "ese", "ian", "ish", "ean", "can", "ghan", "Arab")
	}
	return strings.HasSuffix(w, "s") || actorNouns[w] || participles[w] || w == "people" || w == "public" || w == "academia" || w == "panel"
}

// ofSystem are nouns that behind "United Nations" mean organizations.
var ofSystem = scan.WordSet("system programmes funds")

// baseVerbs are the verbs by which texts lay a duty in the subjunctive: "requests that
// all States parties report".
var baseVerbs = scan.WordSet("continue provide submit ensure take report formulate refrain cooperate comply inform keep make give " +
	"consider develop establish strengthen support promote facilitate transmit include review prepare present adopt act allow " +
	"apply assist be begin bring cease complete conduct convene coordinate create desist do enable engage enhance enter exert explore extend " +
	"fulfil grant help hold identify implement improve increase initiate intensify invite issue join maintain meet monitor negotiate observe " +
	"participate pay permit pursue put reach refer release remain respect respond resume return seek send share show stop study " +
	"leave abandon lift end dismantle disarm vacate surrender remove open close finalize conclude sign ratify adhere accept honour " +
	"guarantee disengage deploy start redouble use exercise settle begin stand assume carry develop draw " +
	"undertake update use utilize withdraw work abide accelerate address agree also always assess avoid commit designate")

// behind reads what restricts the head that ends at a byte: up to the infinitive,
// a comma, or the conjunction before another addressee.
func (r *addresseeReader) behind(head int) (words string, end int) {
	w, _ := scan.Word(r.text[:r.limit], head)
	if !strings.HasPrefix(r.text[head:r.limit], " ") || !opens(w) || r.asks(head) {
		return "", head
	}
	for end = head + 1; end < min(r.limit, head+mostInterlude) && !r.endsRestriction(end); end++ {
	}
	words = strings.TrimSpace(r.text[head:end])
	if interludes[w] && !r.restricts(head, end) {
		return "", head
	}
	return words, end
}

// endsRestriction says that at a byte what restricts a head has ended: with a mark, before
// what is asked, or before another addressee.
func (r *addresseeReader) endsRestriction(at int) bool {
	rest := r.text[at:r.limit]
	if rest[0] != ' ' {
		return strings.IndexByte(",;:.", rest[0]) >= 0
	}
	return r.dutyThat && r.verbAt(at) || r.asks(at) || strings.HasPrefix(rest, " as well as ") ||
		strings.HasPrefix(rest, " and ") && r.anotherAt(at+len(" and "))
}

// verbAt says that behind byte at the verb stands of a clause with "that".
func (r *addresseeReader) verbAt(at int) bool {
	w, _ := scan.Word(r.text[:r.limit], at)
	return baseVerbs[w] || strings.HasSuffix(w, "ly") || laysDuty.MatchString(r.text[at:r.limit])
}

// restricts says that words in small letters behind a head are said of it, and not of
// how something is to be done: "in accordance with", "in this regard".
func (r *addresseeReader) restricts(head, end int) bool {
	w, next := scan.Word(r.text[:r.limit], head)
	second, _ := scan.Word(r.text[:end], next)
	switch w {
	case "concerned", "involved", "other", "working", "acting":
		return true
	case "in", "on", "under", "at", "to", "with":
		return second == "the" || scan.IsCapital(second) || second == "both" || second == "all" || second == "need" ||
			second == "conflict" || w == "to" && second != "" || w == "with" && (second == "influence" || second == "access")
	}
	return !interludes[w]
}

// anotherAt says that another addressee begins at a byte.
func (r *addresseeReader) anotherAt(at int) bool {
	w, _ := scan.Word(r.text[:r.limit], at)
	return w == "the" || w == "all" || w == "other" || w == "relevant" || w == "others"
}
