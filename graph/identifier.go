package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters that Unicode does not decompose into an ASCII letter and a mark.
var foldings = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "Æ", "AE", "œ", "oe", "Œ", "OE", "ø", "o", "Ø", "O",
	"đ", "d", "Đ", "D", "ð", "d", "Ð", "D", "þ", "th", "Þ", "Th", "ł", "l", "Ł", "L", "ı", "i",
	"'", "", "’", "",
)

// Fold maps text to ASCII letters where there is a usual form: Türkiye to
// Turkiye, Côte d'Ivoire to Cote dIvoire.
func Fold(text string) string {
	ascii := true
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 || text[i] == '\'' {
			ascii = false
			break
		}
	}
	if ascii {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(foldings.Replace(text)))
}

// Slug makes the readable part of an id: lower case, folded to ASCII, every
// run of other characters one hyphen, no leading article.
func Slug(text string) string {
	text = Fold(text)
	space := make([]byte, 0, 128)
	gap := false
	for i := range len(text) {
		c := text[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			if gap && len(space) > 0 {
				space = append(space, '-')
			}
			gap = false
			space = append(space, c)
			continue
		}
		gap = true
	}
	slug := string(space)
	for _, article := range []string{"the-", "an-", "a-"} {
		if rest, ok := strings.CutPrefix(slug, article); ok && rest != "" {
			return rest
		}
	}
	return slug
}

// Act kinds as they stand in an act's id.
const (
	Resolution = "resolution"
	Decision   = "decision"
)

// ActID is <body>/<resolution or decision>/<number>, with the number as
// printed but without spaces. A subsidiary body, ga/committee-on-contributions,
// stands there without its parent.
func ActID(body, kind, number string) string {
	return body[strings.LastIndexByte(body, '/')+1:] + "/" + kind + "/" + strings.Join(strings.Fields(number), "")
}

// SplitActID undoes [ActID]; ok is false where id is not of that form.
func SplitActID(id string) (body, kind, number string, ok bool) {
	for _, k := range []string{Resolution, Decision} {
		if i := strings.Index(id, "/"+k+"/"); i > 0 && !strings.Contains(id[:i], "/") && !strings.Contains(id, "#") {
			return id[:i], k, id[i+len(k)+2:], true
		}
	}
	return "", "", "", false
}

// BodyID, DocumentID and StateID make ids from codes and symbols.
func BodyID(code string) string { return "body/" + code }

func DocumentID(symbol string) string { return "document/" + symbol }

func StateID(alpha3 string) string { return "state/" + strings.ToLower(alpha3) }

// ParagraphID is the id of a paragraph of an act or document.
func ParagraphID(parent, locator string) string { return parent + "#" + locator }
