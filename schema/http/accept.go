package httpapi

import (
	"mime"
	"strconv"
	"strings"
)

// Media types of a response (section 4 of GraphQL over HTTP).
const (
	jsonType     = "application/json"
	responseType = "application/graphql-response+json"
)

// A mediaRange is one element of an Accept header (RFC 9110, section 12.5.1).
type mediaRange struct {
	name    string
	quality float64
}

// negotiate chooses the media type of the response; ok is false where the
// client accepts neither. Without a wish, and for */*, it is application/json.
func negotiate(accept []string) (chosen string, ok bool) {
	header := strings.Join(accept, ",")
	switch strings.TrimSpace(header) {
	case "", "*/*", jsonType: // the usual ones need no parsing
		return jsonType, true
	case responseType:
		return responseType, true
	}
	ranges := mediaRanges(header)
	plain, _ := quality(ranges, jsonType)
	response, named := quality(ranges, responseType)
	switch {
	case plain == 0 && response == 0:
		return "", false
	case response > plain, response == plain && named:
		return responseType, true
	}
	return jsonType, true
}

// mediaRanges reads a header. Ranges with another charset than UTF-8 and those
// that cannot be read are left out.
func mediaRanges(header string) []mediaRange {
	var ranges []mediaRange
	for part := range strings.SplitSeq(header, ",") {
		name, parameters, err := mime.ParseMediaType(part)
		if err != nil || !isUTF8(parameters["charset"]) {
			continue
		}
		q := 1.0
		if text, given := parameters["q"]; given {
			if q, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		ranges = append(ranges, mediaRange{name, q})
	}
	return ranges
}

// quality is that of the most specific range that a type fits; named says that
// it is the type itself.
func quality(ranges []mediaRange, name string) (q float64, named bool) {
	family, _, _ := strings.Cut(name, "/")
	for _, pattern := range []string{name, family + "/*", "*/*"} {
		for _, r := range ranges {
			if r.name == pattern {
				return r.quality, pattern == name
			}
		}
	}
	return 0, false
}

// preferred is the media type that a client likes best of several, the first of
// equals; one that it names comes before one that only fits a range. ok is false where
// it accepts none.
func preferred(accept []string, offers []string) (chosen string, ok bool) {
	ranges := mediaRanges(strings.Join(accept, ","))
	if len(ranges) == 0 {
		return offers[0], true
	}
	best, bestNamed := 0.0, false
	for _, offer := range offers {
		q, named := quality(ranges, offer)
		if q > best || q > 0 && q == best && named && !bestNamed {
			chosen, best, bestNamed = offer, q, named
		}
	}
	return chosen, best > 0
}

func isUTF8(charset string) bool { return charset == "" || strings.EqualFold(charset, "utf-8") }
