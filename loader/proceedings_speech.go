package loader

// A speechForm is a way to say that somebody spoke: the speakers come after
// the words or stand before them.
type speechForm struct {
	pattern *pattern
	before  bool
	kind    string // statementType, or empty: see speechKinds
}

var (
	speechForms = []speechForm{
		{compile(`\b(?:[Ss]tatements?|[Rr]emarks|[Aa]ddress(?:es)?)(?: in (?:explanation|exercise) of [^,.;:()]{1,60}?)? ` +
			`(?:was|were) (?:also |then |subsequently )?(?:made|delivered|given) by `), false, ""},
		{compile(`\b(?:heard|heard the|heard an|listened to) (?:\w+ )?statements? (?:made |delivered )?by `), false, ""},
		{compile(`\baccorded the right (?:to|of) reply to `), false, "right-of-reply"},
		{compile(`,? (?:who )?(?:also |then )?(?:made|delivered|gave|introduced|presented) ` +
			`(?:an? |the )?(?:[a-z]+(?:-[a-z]+)? ){0,2}(?:statements?|remarks|address)\b`), true, ""},
		{compile(` (?:then )?introduced (?:the|agenda) (?:sub-)?item\b`), true, "introductory"},
		{compile(` (?:also )?(?:spoke|made statements?|made a statement) ` +
			`in (?:the )?exercise of the(?:ir)? right of reply`), true, "right-of-reply"},
		{compile(` (?:also )?(?:addressed the [A-Z]\w+|took the floor|spoke)\b`), true, ""},
	}
	speechKinds = []struct {
		pattern *pattern
		kind    string
	}{
		{compile(`right (?:of|to) reply`), "right-of-reply"},
		{compile(`(?:[Aa]fter|[Ff]ollowing) the (?:adoption|approval)|` +
			`explanation of vote after|[Aa]fter the vot(?:e|ing)\b`), "after-adoption"},
		{compile(`\b[Ii]ntroductory (?:statement|remark)`), "introductory"},
		{compile(`\b[Oo]pening (?:statement|remark)`), "opening"},
	}
	speechLead = compile(`^(?:In addition, |At the same meeting, |In (?:the )?exercise of the(?:ir)? right of reply, |` +
		`In explanation of [^,;]*, |Also (?:under|at|on) [^,;]*(?:, on [^,;]*)?, |` +
		`(?:After|Following|Before|Prior to|In accordance with|Under|Pursuant to|On|At|During) [^,;]*(?:, on [^,;]*)?, |` +
		`Also, )+`)
	personsLead = compile(`^(?:the )?following` +
		`(?: (?:persons|speakers|participants|representatives|officials|dignitaries)[^:;.]{0,40})?: `)
	classLead = compile(`^(?:[Aa]n? |[Tt]he |[Tt]wo |[Tt]hree |[Ss]everal )?(?:following )?` +
		`((?:permanent )?representatives?|observers?|delegations?|youth representatives?) (?:of|for|from) `)
	followingOrg = compile(`^the following [^:;.]{3,80}: `)
	aligned      = compile(` (?:also )?(?:aligned|associated) (?:themselves|itself|himself|herself) ` +
		`with (?:the|that) statements?(?: (?:of|by|made by|delivered by|made on behalf of) )?`)
	capacity = compile(`\bin (?:his|her|their) capacity as (?:an? |the )?` +
		`(?:[\w-]+ )*representatives? of (?:the (?:[\w-]+ )?organizations? )?`)
	behalfAfter = compile(`^,? (?:also )?(?:on (?:his|her|its|their) own behalf and )?on behalf of ([^.;]+)`)
	speechBy    = compile(`^(?:also )?by `)
	speakingFor = compile(`^(?:At [^,;]* meetings?, )?[Ss]peaking (?:also )?on behalf of ([^;]+?), ` +
		`(the representative|the observer|the delegation)`)
	asDid       = compile(`,? as did `)
	underItem   = compile(`\b(?:[Uu]nder|[Oo]n) (?:the same (sub-item)|(?:agenda )?(?:sub-)?item (?:(\d+) ?)?\(([a-z])\))`)
	bracketTail = compile(` \(([A-Z][A-Za-z-]+)\)$`)
)
