package session

import "mandategraph/loader/scan"

// A speechForm is a way to say that somebody spoke: the speakers come after
// the words or stand before them.
type speechForm struct {
	pattern *scan.Pattern
	before  bool
	kind    string // statementType, or empty: see speechKinds
}

var (
	speechForms = []speechForm{
		{scan.Compile(`\b(?:[Ss]tatements?|[Rr]emarks|[Aa]ddress(?:es)?)(?: in (?:explanation|` +
			`exercise) of [^,.;:()]{1,60}?)? ` +
			`(?:was|were) (?:also |then |subsequently )?(?:made|delivered|given) by `), false, ""},
		{scan.Compile(`\b(?:heard|heard the|heard an|listened to) (?:\w+ )?statements?` +
			`(?: (?:in connection with|on|regarding|concerning) [^,;.]{1,80}?)? (?:made |delivered )?by `), false, ""},
		{scan.Compile(`\baccorded the right (?:to|of) reply to `), false, "right-of-reply"},
		{scan.Compile(`,? (?:who )?(?:also |then )?(?:made|delivered|gave|introduced|presented) ` +
			`(?:an? |the )?(?:[a-z]+(?:-[a-z]+)? ){0,2}(?:statements?|remarks|address|general comments?)\b`), true, ""},
		{scan.Compile(` (?:then )?introduced (?:the|agenda) (?:sub-)?item\b`), true, "introductory"},
		{scan.Compile(` (?:also )?(?:spoke|made statements?|made a statement) ` +
			`in (?:the )?exercise of the(?:ir)? right of reply`), true, "right-of-reply"},
		{scan.Compile(` (?:also )?(?:addressed the [A-Z]\w+|took the floor|spoke|explained (?:their|its|his|her) (?:votes?|positions?))\b`), true, ""},
	}
	speechKinds = []struct {
		pattern *scan.Pattern
		kind    string
	}{
		{scan.Compile(`right (?:of|to) reply`), "right-of-reply"},
		{scan.Compile(`(?:[Aa]fter|[Ff]ollowing) the (?:adoption|approval)|` +
			`explanation of vote after|[Aa]fter the vot(?:e|ing)\b`), "after-adoption"},
		{scan.Compile(`\b[Ii]ntroductory (?:statement|remark)`), "introductory"},
		{scan.Compile(`\b[Oo]pening (?:statement|remark)`), "opening"},
		{scan.Compile(`\b[Cc]losing (?:statement|remark)`), "closing"},
	}
	speechLead = scan.Compile(`^(?:In addition, |At the same meeting, |` +
		`In (?:the )?exercise of the(?:ir)? right of reply, |` +
		`In explanation of [^,;]*, |Also (?:under|at|on) [^,;]*(?:, on [^,;]*)?, |` +
		`(?:After|Following|Before|Prior to|In accordance with|Under|Pursuant to|On|At|` +
		`During) [^,;]*(?:, on [^,;]*)?, |` +
		`Also, )+`)
	// The mark of a footnote behind a sentence, printed as a number of its own: "gave
	// presentations. 4 During the discussion, the observer for Fiji made a statement".
	behindMark  = scan.Compile(`\. \d{1,2} [A-Z]`)
	personsLead = scan.Compile(`^(?:the )?following` +
		`(?: (?:persons|speakers|participants|representatives|officials|dignitaries)[^:;.]{0,40})?: `)
	classLead = scan.Compile(`^(?:[Aa]n? |[Tt]he |[Tt]wo |[Tt]hree |[Ss]everal )?(?:following )?` +
		`((?:permanent )?representatives?|observers?|delegations?|delegates?|youth representatives?) (?:of|for|from) `)
	followingOrg = scan.Compile(`^the following [^:;.]{3,80}: `)
	aligned      = scan.Compile(` (?:also )?(?:aligned|associated) (?:themselves|itself|himself|herself) ` +
		`with (?:the|that) statements?(?: (?:of|by|made by|delivered by|made on behalf of) )?`)
	capacity = scan.Compile(`\bin (?:his|her|their) capacity as (?:an? |the )?` +
		`(?:[\w-]+ )*representatives? of (?:the (?:[\w-]+ )?organizations? )?`)
	behalfAfter = scan.Compile(`^,? (?:also )?(?:on (?:his|her|its|their) own behalf and )?on behalf of ([^.;]+)`)
	speechBy    = scan.Compile(`^(?:also )?by `)
	speakingFor = scan.Compile(`^(?:At [^,;]* meetings?, )?[Ss]peaking (?:also )?on behalf of ([^;]+?), ` +
		`(the representative|the observer|the delegation)`)
	asDid     = scan.Compile(`,? as did `)
	underItem = scan.Compile(`\b(?:[Uu]nder|[Oo]n) (?:the same (sub-item)|` +
		`(?:agenda )?(?:sub-)?item (?:(\d+) ?)?\(([a-z])\))`)
	bracketTail = scan.Compile(` \(([A-Z][A-Za-z-]+)\)$`)
)
