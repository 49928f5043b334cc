package graph

import "strings"

// A BodyName is a row of the reference table of bodies that adopt acts.
type BodyName struct {
	// Code stands in ids: body/<Code>, <Code>/resolution/<number>.
	Code string
	// Name is the full name; Aliases are other names and short forms that
	// name this body and no other wherever they stand.
	Name    string
	Aliases []string
	// Short is the form that a text of this body itself uses ("the
	// Conference"), which elsewhere may mean another body.
	Short string
	// ResolutionSymbol is the prefix of the document symbols of its
	// resolutions, where it has one: A/RES/76/185.
	ResolutionSymbol string
	// Suffix marks numbers of this body: the CP of 1/CP.21.
	Suffix string
	// Treaty is the code of the treaty whose parties meet in it.
	Treaty string
	// Parent is the code of the body to which it reports.
	Parent string
}

// BodyNames in the order of precedence among equal matches.
var BodyNames = []BodyName{
	{Code: "ga", Name: "General Assembly", Aliases: []string{"United Nations General Assembly", "UNGA", "GA"}, Short: "Assembly", ResolutionSymbol: "A/RES/", Treaty: "un-charter"},
	{Code: "sc", Name: "Security Council", Aliases: []string{"United Nations Security Council", "UNSC", "SC"}, Short: "Council", ResolutionSymbol: "S/RES/", Treaty: "un-charter"},
	{Code: "ecosoc", Name: "Economic and Social Council", Aliases: []string{"ECOSOC"}, Short: "Council", ResolutionSymbol: "E/RES/", Treaty: "un-charter"},
	{Code: "tc", Name: "Trusteeship Council", Short: "Council", Treaty: "un-charter"},
	{Code: "hrc", Name: "Human Rights Council", Aliases: []string{"HRC"}, Short: "Council", ResolutionSymbol: "A/HRC/RES/", Parent: "ga"},
	{Code: "chr", Name: "Commission on Human Rights", Aliases: []string{"CHR"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "cnd", Name: "Commission on Narcotic Drugs", Aliases: []string{"CND"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "ccpcj", Name: "Commission on Crime Prevention and Criminal Justice", Aliases: []string{"CCPCJ"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "csw", Name: "Commission on the Status of Women", Aliases: []string{"CSW"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "cpd", Name: "Commission on Population and Development", Aliases: []string{"CPD"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "csocd", Name: "Commission for Social Development", Aliases: []string{"CSocD"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "statcom", Name: "Statistical Commission", Aliases: []string{"United Nations Statistical Commission"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "cstd", Name: "Commission on Science and Technology for Development", Aliases: []string{"CSTD"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "unff", Name: "United Nations Forum on Forests", Aliases: []string{"UNFF"}, Short: "Forum", Parent: "ecosoc"},
	{Code: "unpfii", Name: "Permanent Forum on Indigenous Issues", Aliases: []string{"United Nations Permanent Forum on Indigenous Issues", "UNPFII"}, Short: "Permanent Forum", Parent: "ecosoc"},
	{Code: "escap", Name: "Economic and Social Commission for Asia and the Pacific", Aliases: []string{"ESCAP"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "escwa", Name: "Economic and Social Commission for Western Asia", Aliases: []string{"ESCWA"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "ece", Name: "Economic Commission for Europe", Aliases: []string{"UNECE"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "eca", Name: "Economic Commission for Africa", Aliases: []string{"UNECA"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "eclac", Name: "Economic Commission for Latin America and the Caribbean", Aliases: []string{"ECLAC"}, Short: "Commission", Parent: "ecosoc"},
	{Code: "sub-commission-on-the-promotion-and-protection-of-human-rights", Name: "Sub-Commission on the Promotion and Protection of Human Rights", Short: "Sub-Commission", Parent: "chr"},
	{Code: "unctad", Name: "United Nations Conference on Trade and Development", Aliases: []string{"UNCTAD"}, Short: "Conference", Parent: "ga"},
	{Code: "trade-and-development-board", Name: "Trade and Development Board", Short: "Board"},
	{Code: "unep-gc", Name: "Governing Council of the United Nations Environment Programme", Aliases: []string{"United Nations Environment Programme Governing Council", "UNEP Governing Council", "Governing Council of UNEP"}, Short: "Governing Council", Parent: "ga"},
	{Code: "unea", Name: "United Nations Environment Assembly", Aliases: []string{"United Nations Environment Assembly of the United Nations Environment Programme", "UNEA", "Environment Assembly"}, Short: "Environment Assembly", Parent: "ga"},
	{Code: "wha", Name: "World Health Assembly", Aliases: []string{"WHA"}, Short: "Health Assembly"},
	{Code: "who-eb", Name: "Executive Board of the World Health Organization", Aliases: []string{"WHO Executive Board"}, Short: "Executive Board"},
	{Code: "imo-assembly", Name: "Assembly of the International Maritime Organization", Aliases: []string{"IMO Assembly"}, Short: "Assembly"},
	{Code: "imo-msc", Name: "Maritime Safety Committee", Aliases: []string{"IMO Maritime Safety Committee"}, Short: "Maritime Safety Committee"},
	{Code: "imo-mepc", Name: "Marine Environment Protection Committee", Aliases: []string{"IMO Marine Environment Protection Committee"}, Short: "Marine Environment Protection Committee"},
	{Code: "ctoc-cop", Name: "Conference of the Parties to the United Nations Convention against Transnational Organized Crime", Aliases: []string{"Conference of the Parties to the Organized Crime Convention", "UNTOC COP", "CTOC COP"}, Short: "Conference", Treaty: "untoc"},
	{Code: "cac-cosp", Name: "Conference of the States Parties to the United Nations Convention against Corruption", Aliases: []string{"Conference of the States Parties to the Convention against Corruption", "UNCAC COSP", "CAC COSP"}, Short: "Conference", Treaty: "uncac"},
	{Code: "unfccc-cop", Name: "Conference of the Parties to the United Nations Framework Convention on Climate Change", Aliases: []string{"UNFCCC COP"}, Short: "Conference of the Parties", Suffix: "CP", Treaty: "unfccc"},
	{Code: "unfccc-cmp", Name: "Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol", Aliases: []string{"CMP"}, Short: "Conference of the Parties serving as the meeting of the Parties", Suffix: "CMP", Treaty: "kyoto-protocol"},
	{Code: "unfccc-cma", Name: "Conference of the Parties serving as the meeting of the Parties to the Paris Agreement", Aliases: []string{"CMA"}, Short: "Conference of the Parties serving as the meeting of the Parties", Suffix: "CMA", Treaty: "paris-agreement"},
	{Code: "sbsta", Name: "Subsidiary Body for Scientific and Technological Advice", Aliases: []string{"SBSTA"}, Short: "SBSTA", Treaty: "unfccc", Parent: "unfccc-cop"},
	{Code: "sbi", Name: "Subsidiary Body for Implementation", Aliases: []string{"SBI"}, Short: "SBI", Treaty: "unfccc", Parent: "unfccc-cop"},
	{Code: "tpnw-msp", Name: "Meeting of States Parties to the Treaty on the Prohibition of Nuclear Weapons", Aliases: []string{"TPNW MSP"}, Short: "Meeting of States Parties", Treaty: "tpnw"},
	{Code: "ipbes", Name: "Plenary of the Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services", Aliases: []string{"Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services", "Intergovernmental Science Policy Platform on Biodiversity and Ecosystem Services", "IPBES"}, Short: "Plenary"},
	{Code: "basel-cop", Name: "Conference of the Parties to the Basel Convention on the Control of Transboundary Movements of Hazardous Wastes and Their Disposal", Aliases: []string{"Conference of the Parties to the Basel Convention", "Basel COP"}, Short: "Conference of the Parties", Treaty: "basel-convention"},
	{Code: "basel-oewg", Name: "Open-ended Working Group of the Basel Convention", Aliases: []string{"Basel OEWG"}, Short: "Open-ended Working Group", Parent: "basel-cop"},
	{Code: "rotterdam-cop", Name: "Conference of the Parties to the Rotterdam Convention on the Prior Informed Consent Procedure for Certain Hazardous Chemicals and Pesticides in International Trade", Aliases: []string{"Conference of the Parties to the Rotterdam Convention", "Rotterdam COP"}, Short: "Conference of the Parties", Treaty: "rotterdam-convention"},
	{Code: "stockholm-cop", Name: "Conference of the Parties to the Stockholm Convention on Persistent Organic Pollutants", Aliases: []string{"Conference of the Parties to the Stockholm Convention", "Stockholm COP"}, Short: "Conference of the Parties", Treaty: "stockholm-convention"},
	{Code: "poprc", Name: "Persistent Organic Pollutants Review Committee", Aliases: []string{"POPRC"}, Short: "Review Committee", Parent: "stockholm-cop"},
	{Code: "minamata-cop", Name: "Conference of the Parties to the Minamata Convention on Mercury", Aliases: []string{"Conference of the Parties to the Minamata Convention", "Minamata COP"}, Short: "Conference of the Parties", Treaty: "minamata-convention"},
	{Code: "ramsar-cop", Name: "Conference of the Contracting Parties to the Ramsar Convention on Wetlands", Aliases: []string{"Conference of the Contracting Parties to the Ramsar Convention", "Conference of the Contracting Parties to the Convention on Wetlands"}, Short: "Conference of the Contracting Parties", Treaty: "ramsar-convention"},
	{Code: "cites-cop", Name: "Conference of the Parties to the Convention on International Trade in Endangered Species of Wild Fauna and Flora", Aliases: []string{"Conference of the Parties to CITES", "CITES COP"}, Short: "Conference of the Parties", Treaty: "cites"},
	{Code: "cbd-cop", Name: "Conference of the Parties to the Convention on Biological Diversity", Aliases: []string{"CBD COP"}, Short: "Conference of the Parties", Treaty: "cbd"},
	{Code: "cartagena-protocol-mop", Name: "Conference of the Parties serving as the meeting of the Parties to the Cartagena Protocol on Biosafety", Aliases: []string{"Conference of the Parties serving as the meeting of the Parties to the Cartagena Protocol"}, Short: "Conference of the Parties serving as the meeting of the Parties", Treaty: "cartagena-protocol"},
	{Code: "nagoya-protocol-mop", Name: "Conference of the Parties serving as the meeting of the Parties to the Nagoya Protocol on Access and Benefit-sharing", Aliases: []string{"Conference of the Parties serving as the meeting of the Parties to the Nagoya Protocol"}, Short: "Conference of the Parties serving as the meeting of the Parties", Treaty: "nagoya-protocol"},
}

// BodyByCode finds a row; ok is false where there is none.
func BodyByCode(code string) (BodyName, bool) {
	i, ok := bodyCodes[code]
	if !ok {
		return BodyName{}, false
	}
	return BodyNames[i], true
}

// BodyByText finds a row by its code, id, name or alias, in any case.
func BodyByText(text string) (BodyName, bool) {
	text = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(text)), "body/"), "the ")
	i, ok := bodyTexts[text]
	if !ok {
		return BodyName{}, false
	}
	return BodyNames[i], true
}

// Rows by their codes, and by their codes, names and aliases in lower case; the
// first row that has one keeps it.
var (
	bodyCodes = bodyTable(func(b BodyName) []string { return []string{b.Code} })
	bodyTexts = bodyTable(func(b BodyName) []string {
		return append([]string{b.Code, strings.ToLower(b.Name)}, lowered(b.Aliases)...)
	})
)

func bodyTable(keys func(BodyName) []string) map[string]int {
	table := map[string]int{}
	for i, b := range BodyNames {
		for _, key := range keys(b) {
			if _, taken := table[key]; !taken {
				table[key] = i
			}
		}
	}
	return table
}

func lowered(list []string) []string {
	var lower []string
	for _, s := range list {
		lower = append(lower, strings.ToLower(s))
	}
	return lower
}
