package fetch

// A Failure says what came instead of a document.
type Failure struct {
	Symbol string
	Kind   Kind
	// Detail is what is known beyond the kind: a status, the title of a page.
	Detail string
	// Remembered says that the service was not asked, as the folder has it from
	// before.
	Remembered bool
}

// A Kind of failures.
type Kind string

// Kinds of failures as they stand in the index.
const (
	NotThere      Kind = "not there"
	APage         Kind = "a page"
	OtherLanguage Kind = "another language"
	Unreadable    Kind = "unreadable"
	TooLarge      Kind = "too large"
	CutOff        Kind = "cut off"
	Down          Kind = "down"
	Refused       Kind = "refused"
	Forbidden     Kind = "forbidden"
	NoSymbol      Kind = "no symbol"
)

// kinds say of each kind what it means, and whether it will be the same the next
// time, so that the service is not asked again.
var kinds = map[Kind]struct {
	means string
	lasts bool
}{
	NotThere:      {"the service has no document of this symbol", true},
	APage:         {"the service answers with a page instead of a file", true},
	OtherLanguage: {"the file is in another language", true},
	Unreadable:    {"the file cannot be read", true},
	TooLarge:      {"the file is larger than --max-file allows", true},
	CutOff:        {"the file was cut off on the way, each time", false},
	Down:          {"the service is down", false},
	Refused:       {"the service refuses the request", false},
	Forbidden:     {"robots.txt of the service forbids it", false},
	NoSymbol:      {"this is no symbol of a document, such as A/RES/76/185", false},
}

func (f *Failure) Error() string {
	text := f.Symbol + ": " + kinds[f.Kind].means
	if f.Detail != "" {
		text += ": " + f.Detail
	}
	if f.Remembered {
		text += " (as the index of the folder says; --again asks once more)"
	}
	return text
}

// lasts says that the service would answer the same again.
func (f *Failure) lasts() bool { return kinds[f.Kind].lasts }
