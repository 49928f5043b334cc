package duty

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
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
		"established appointed called allocated ordered contained necessary created received made relevant so needed required working acting")
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
var attributive = scan.WordSet("designated operating constituted implementing administering executing participating contributing accredited")

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
	if !namesActor(noun) && !(ofSystem[noun] && strings.HasPrefix(words, "United Nations ")) {
		return false
	}
	first, _ := scan.PhraseWord(r.text[:r.limit], at)
	if (openers[first] || interludes[first]) && !participles[first] && !attributive[first] {
		return false
	}
	return r.standsAlone(at, end) && (!of || scan.IsCapital(words) || !scan.EndsWithAny(words, " of", " of the"))
}

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
	for end = head + 1; end < min(r.limit, head+mostInterlude); end++ {
		rest := r.text[end:r.limit]
		if strings.IndexByte(",;:.", rest[0]) >= 0 || r.dutyThat && rest[0] == ' ' && r.verbAt(end) || rest[0] == ' ' && (r.asks(end) || strings.HasPrefix(rest, " as well as ") ||
			strings.HasPrefix(rest, " and ") && r.anotherAt(end+len(" and "))) {
			break
		}
	}
	words = strings.TrimSpace(r.text[head:end])
	if interludes[w] && !r.restricts(head, end) {
		return "", head
	}
	return words, end
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

// actors are nouns of those of whom something can be asked although they end as
// things do.
var actorNouns = scan.WordSet("administration organization organisation commission institution mission delegation population federation " +
	"union government parliament department authority community leadership judiciary entity party presidency agency " +
	"industry ministry opposition coalition association foundation faction movement secretariat regiment corporation confederation minority majority " +
	"university facility city county embassy company family ally army navy constituency country territory body academy society " +
	"police military press media mediation monitoring operation partnership youth civil detachment contingent championship administration regime trustee")

// notActors are nouns that nothing is asked of although they end as persons do.
var notActors = scan.WordSet("output registry effort step measure contribution pledge comment submission view proposal nomination application statement " +
	"recommendation suggestion report resource fund activity initiative progress willingness intention need attempt ability support help work " +
	"dialogue use role programme project plan approach review study process result outcome exchange request response right date " +
	"access return release withdrawal end deployment increase period rate idea opportunity discussion negotiation consultation meeting session conference talk " +
	"mandate embargo provision restriction sanction election law policy strategy framework guideline standard practice target goal objective principle " +
	"attack act violence hostility fire ceasefire cease-fire document paper text draft decision resolution convention article paragraph annex " +
	"information data item theme cost fee budget amount share payment level number rule procedure modality term criterion way means time date " +
	"importance respect interest value basis link research growth trade debt finance financing flow market price technology tool system mechanism " +
	"training briefing handbook translation trend food water land energy climate education health change transition transformation year day month " +
	"protocol question matter issue situation case concern problem challenge crisis conflict peace war agreement protocol treaty " +
	"pursuit aim context basis purpose establishment formation name list copy figure advance visit trip mission-report compliance ban loss damage crime offence arrangement operationalization")

var thingEndings = []string{"tion", "sion", "ment", "ance", "ence", "ity", "ness", "ing", "ism", "ship", "sis", "ure", "acy", "ency"}

// namesActor says by its form whether a noun names somebody. Only small letters are
// looked at: a capital makes a name of it.
func namesActor(noun string) bool {
	lower := singular(strings.ToLower(noun))
	if i := strings.LastIndexByte(lower, '-'); i >= 0 {
		lower = lower[i+1:]
	}
	switch {
	case actorNouns[lower]:
		return true
	case scan.IsCapital(noun) && !notActors[lower]:
		return true
	case notActors[lower] || len(lower) < 3 && !scan.IsCapital(noun):
		return false
	}
	return !scan.EndsWithAny(lower, thingEndings...)
}

func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ss"):
		return w
	}
	return strings.TrimSuffix(w, "s")
}

var (
	bodyNouns = scan.WordSet("Committee Commission Board Council Panel Group Forum Conference Team Tribunal Court Force Mission Assembly " +
		"Bureau Platform Subcommittee Sub-Committee Sub-Commission Task-Force Chamber Working-Group Facility Service")
	organizationNouns = scan.WordSet("Department Office Programme Fund Agency Organization Institute University Bank Union League Community " +
		"Division Centre Center Front Movement Army Party Association Federation Authority Secretariat Unit Section Branch Bureau Entity Alliance Initiative")
	roleNouns = scan.WordSet("Representative Mediator Envoy Coordinator Ombudsperson Prosecutor Registrar President Director " +
		"Commissioner Commander Chief Controller Adviser Rapporteur Chairman Chairperson Chair Co-Chairs Administrator Presidency Presidencies Facilitator Facilitators " +
		"Director-General Secretary-General Secretaries-General Chairmen Co-Chairmen Co-Chair Under-Secretary Emissary Negotiator Plenipotentiary Inspector Judge Minister Ambassador High-Representative Executive-Director Under-Secretary-General")
)

// properKind is of what kind a name is that no table has, by its head noun; empty
// where it is none.
func properKind(name, head string) string {
	switch {
	case !scan.IsCapital(name) || !scan.IsCapital(head):
		return ""
	case bodyNouns[head] && !strings.Contains(name, " "):
		return "" // which one, the text does not say here
	case bodyNouns[head]:
		return "Body"
	case roleNouns[head], roleNouns[singular(head)]:
		return "Role"
	case organizationNouns[head], allCapitals(head) && !strings.Contains(name, " "),
		strings.Contains(name, " ") && scan.CapitalPhrase(name, 0) == len(name) && !commonHeads[singular(strings.ToLower(head))] &&
			!strings.HasPrefix(name, "United Nations "):
		return "Organization"
	}
	return ""
}

// commonHeads are nouns of those who are named with a capital without having a name.
var commonHeads = scan.WordSet("government state member party power authority territory council assembly leader community people country ministry " +
	"parliament president mission force governor nation")

// missionAcronym is how the Security Council calls its operations.
var missionAcronym = scan.Compile(`^(?:UN|MINU|ONU)[A-Z]{2,}$`)

// allCapitals says that a word is an acronym.
func allCapitals(w string) bool {
	return len(w) > 2 && strings.ToUpper(w) == w && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == ""
}

// properID is the id of somebody by his name.
func (r *addresseeReader) properID(kind, name string) string {
	speaker := r.duty.tree.Speaker(r.p)
	slug := graph.Slug(name)
	switch kind {
	case "Body":
		b := subsidiaryNamed(speaker, name)
		if speaker == "" {
			return "body/" + slug
		}
		r.duty.found.NewEntity(b, "Body", [2]string{"name", name}, [2]string{"partOf", graph.BodyID(speaker)})
		return b
	case "Organization":
		if speaker == "sc" && missionAcronym.MatchString(name) {
			r.duty.found.NewEntity("body/"+slug, "Body", [2]string{"name", name})
			return "body/" + slug
		}
	case "Role":
		id := "role/" + speaker + "/" + slug
		r.duty.found.PrintedName(id, name)
		return id
	}
	r.duty.nameOrganization("organization/"+slug, name)
	return "organization/" + slug
}

func subsidiaryNamed(speaker, name string) string {
	return graph.BodyID(speaker) + "/" + graph.Slug(name)
}

// state reads a State, or the Government of one: "Israel", "the Government of the
// Republic of Ruritania". Its people, forces and authorities are not the State.
func (r *addresseeReader) state(at int) (a Addressee, end int, ok bool) {
	start := at
	for _, lead := range []string{"Government of ", "Governments of ", "Federal Government of ", "authorities of ", "Permanent Mission of "}[:3] {
		if strings.HasPrefix(r.text[at:r.limit], lead) {
			at = scan.SkipPrefix(r.text[:r.limit], at+len(lead), "the ")
			break
		}
	}
	s, end, ok := names.StateFinder().At(r.text[:r.limit], at)
	if !ok {
		return a, start, false
	}
	if w, _ := scan.Word(r.text[:r.limit], end); strings.HasPrefix(r.text[end:r.limit], " ") && scan.IsCapital(w) {
		return a, start, false // "the Sudan People's Liberation Army"
	}
	if r.text[end:r.limit] != "" && r.text[end] != ' ' && r.text[end] != ',' && r.text[end] != ':' && r.text[end] != '.' {
		return a, start, false
	}
	return Addressee{ID: s.ID, Kind: "State"}, end, true
}

// committee reads a body of the Security Council by its short form: the committee,
// panel or group of which the act names the resolution that set it up.
func (r *addresseeReader) committee(at int) (a Addressee, end int, ok bool) {
	if r.p.Act == nil {
		return a, at, false
	}
	for _, noun := range setUpNouns {
		if !r.head(at, noun) {
			continue
		}
		end = at + len(noun)
		if id, stop := r.duty.setUpAt(r.p, r.text[:r.limit], at, noun); id != "" {
			return Addressee{ID: id, Kind: "Body"}, stop, true
		}
		if scan.IsCapital(nextWord(r.text[end:r.limit])) || namedFurther.MatchString(r.text[end:r.limit]) {
			continue
		}
		if list := r.duty.short.setUp(r.duty, r.p)[noun]; len(list) == 1 {
			return Addressee{ID: list[0], Kind: "Body"}, end, true
		}
	}
	return a, at, false
}

// setUpNouns are the nouns of bodies that are known by the resolution that set them
// up, the longest first.
var setUpNouns = []string{
	"Security Council Committee", "Sanctions Committee", "Panel of Experts", "Group of Experts", "Monitoring Group",
	"Monitoring Mechanism", "Commission of Inquiry", "Sub-Committee", "Committee", "Panel", "Group",
	"Commission", "Force", "Mission", "Operation", "Tribunal",
}

// setUpOnly are how many of these are known by that resolution alone; the others must be
// the operation that it founded.
const setUpOnly = 11

var setUpBy = scan.Compile(`^,? (?:which was |that was |initially |originally )?(?:established|appointed|created|set up|reconvened)(?: in)? ` +
	`(?:pursuant to|by|under|in accordance with|in|in pursuance of)(?: the terms of)? ` +
	`(?:(paragraphs? \d+(?: \([a-z]\))*(?: (?:and|to) \d+)?) (?:of|above|below)(?: its| the)?,? ?)?(?:Security Council )?(?:resolution )?(\d{1,4})? ?\(?`)

// setUpAt is the id of the body whose noun stands at byte at, where the text says
// behind it which resolution set it up.
func (d *dutyReader) setUpAt(p *tree.Paragraph, text string, at int, noun string) (id string, end int) {
	rest := text[at+len(noun):]
	m := setUpBy.FindStringSubmatchIndex(rest)
	if m == nil {
		return "", at
	}
	number := ""
	if m[4] >= 0 {
		number = rest[m[4]:m[5]]
	}
	if strings.Contains(rest[m[0]:m[1]], " above") || number == "" && p.Act != nil && strings.Contains(rest[m[0]:m[1]], "paragraph") {
		number = p.Act.Number
	}
	if number == "" || d.tree.Speaker(p) != "sc" {
		return "", at
	}
	if o, ok := operationsFounded()["sc/resolution/"+number]; ok && strings.HasSuffix(o.Name, noun) || ok && strings.Contains(o.Name, noun+" ") {
		cite.AddSubsidiary(&d.found, operation(o))
		return o.ID("sc"), at + len(noun)
	}
	if !slices.Contains(setUpNouns[:setUpOnly], noun) {
		return "", at
	}
	stop := at + len(noun) + m[1]
	if i := strings.IndexByte(text[stop:min(len(text), stop+len("(1994) "))], ')'); i >= 0 {
		stop += i + 1
	}
	return d.setUpID(noun, number), stop
}

// setUpID is the id of a body of the Security Council by its noun and the number of
// the resolution that set it up; committees alone are called by the number.
func (d *dutyReader) setUpID(noun, number string) string {
	id := "body/sc/" + graph.Slug(noun)
	if strings.HasSuffix(noun, "Committee") && noun != "Sub-Committee" {
		noun, id = "Committee established pursuant to resolution "+number, "body/sc/"+number+"-committee"
	}
	d.found.NewEntity(id, "Body", [2]string{"name", noun}, [2]string{"partOf", "body/sc"})
	return id
}

// setUp lists the ids of such bodies that an act names, by their nouns.
func (n *ShortNames) setUp(d *dutyReader, p *tree.Paragraph) map[string][]string {
	if list, read := n.set[p.Act]; read {
		return list
	}
	list := map[string][]string{}
	n.set[p.Act] = list
	for _, q := range p.Act.Paragraphs {
		s := q.Parts[0].S
		if !setUpGate.In(q.Parts[0]) {
			continue
		}
		for i := range s {
			if !scan.IsCapitalAt(s, i) || i > 0 && scan.IsWord(s[i-1]) {
				continue
			}
			for _, noun := range setUpNouns {
				if !strings.HasPrefix(s[i:], noun) {
					continue
				}
				if id, _ := d.setUpAt(q, s, i, noun); id != "" {
					for _, short := range setUpNouns {
						if strings.HasSuffix(noun, short) || strings.HasPrefix(noun, short) {
							if !slices.Contains(list[short], id) {
								list[short] = append(list[short], id)
							}
						}
					}
				}
				break
			}
		}
	}
	return list
}

var setUpGate = text.NewGate("stablished", "ppointed", "reated", " set up")
