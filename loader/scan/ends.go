package scan

import "strings"

// EndsWithAny says that a text ends with one of the endings.
func EndsWithAny(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
