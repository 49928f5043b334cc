package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// actorNouns are nouns of those of whom something can be asked although they end as
// things do.
var actorNouns = scan.WordSet("administration organization organisation commission institution mission delegation population federation " +
	"union government parliament department authority community leadership judiciary entity party presidency agency " +
	"industry ministry opposition coalition association foundation faction movement secretariat regiment corporation confederation minority majority " +
	"university facility city county embassy company family ally army navy constituency country territory body academy society " +
	"police military press media mediation monitoring operation partnership youth civil detachment contingent championship administration regime trustee")

// notActors are nouns that nothing is asked of although they end as persons do.
var notActors = scan.WordSet(
	"output registry effort step measure contribution pledge comment submission view proposal nomination application statement " +
		"recommendation suggestion report resource fund activity initiative progress willingness intention need attempt ability support help work " +
		"dialogue use role programme project plan approach review study process result outcome exchange request response right date " +
		"access return release withdrawal end deployment increase period rate idea opportunity discussion negotiation consultation meeting session conference talk " +
		"mandate embargo provision restriction sanction election law policy strategy framework guideline standard practice target goal objective principle " +
		"attack act violence hostility fire ceasefire cease-fire document paper text draft decision resolution convention article paragraph annex " +
		"information data item theme cost fee budget amount share payment level number rule procedure modality term criterion way means time date " +
		"importance respect interest value basis link research growth trade debt finance financing flow market price technology tool system mechanism " +
		"training briefing handbook translation trend food water land energy climate education health change transition transformation year day month " +
		"protocol question matter issue situation case concern problem challenge crisis conflict peace war agreement protocol treaty " +
		"pursuit aim context basis purpose establishment formation name list copy figure advance visit trip mission-report compliance ban loss damage crime offence arrangement operationalization",
)

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
	organizationNouns = scan.WordSet(
		"Department Office Programme Fund Agency Organization Institute University Bank Union League Community " +
			"Division Centre Center Front Movement Army Party Association Federation Authority Secretariat Unit Section Branch Bureau Entity Alliance Initiative",
	)
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
var commonHeads = scan.WordSet(
	"government state member party power authority territory council assembly leader community people country ministry " +
		"parliament president mission force governor nation",
)

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
		id := r.ownOffice(slug)
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
	for _, lead := range []string{"Government of ", "Governments of ", "Federal Government of ", "government of ", "governments of "} {
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
