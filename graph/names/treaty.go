package names

import (
	"slices"
	"strings"
)

// A Treaty is a convention, protocol or other treaty.
type Treaty struct {
	Code, Name string
	Aliases    []string
	// Parent is the code of the treaty that a protocol supplements.
	Parent string
	// Known are the names by which running texts mean it: all but short acronyms.
	Known []string
	// Parties are its names as they stand behind "States parties to the".
	Parties []string
	// Protocols says that its protocols are named together: "the Protocols
	// thereto".
	Protocols bool
}

func newTreaty(r Row) Treaty {
	t := Treaty{
		Code: r.text("code"), Name: r.text("name"), Aliases: r.aliases(), Known: r.known(), Parent: r.text("parent"),
		Parties: r.list("parties"), Protocols: r.has("protocols"),
	}
	if t.Parties == nil {
		t.Parties = t.Known
	}
	return t
}

// Treaties in the order of precedence among equal matches.
func Treaties() []Treaty { return Current().Treaties }

// TreatyByCode finds a row; ok is false where there is none.
func TreatyByCode(code string) (Treaty, bool) {
	t := Current()
	i, ok := t.treatyCodes[code]
	if !ok {
		return Treaty{}, false
	}
	return t.Treaties[i], true
}

// TreatyName is the name of a treaty by its code; empty where no table has it.
func TreatyName(code string) string {
	t, _ := TreatyByCode(code)
	return t.Name
}

// WithProtocols is the code of the treaty whose protocols are named together.
func WithProtocols() string {
	for _, t := range Treaties() {
		if t.Protocols {
			return t.Code
		}
	}
	return ""
}

// ConventionOf is the convention under which a protocol or agreement was made;
// empty for a convention itself.
func ConventionOf(code string) string {
	t, known := TreatyByCode(code)
	if !known || strings.Contains(t.Name, "Convention") && t.Parent == "" {
		return ""
	}
	for _, c := range Treaties() {
		under := " under the " + c.Name
		if c.Code == t.Parent || slices.ContainsFunc(t.Aliases, func(a string) bool { return strings.HasSuffix(a, under) }) {
			return c.Code
		}
	}
	return ""
}
