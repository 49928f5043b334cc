package loader

import "strings"

// endsWithAny says that a text ends with one of the endings.
func endsWithAny(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
