package loader

// isCapitalAt says that a capital letter stands at byte i of a text.
func isCapitalAt(s string, i int) bool { return i < len(s) && s[i] >= 'A' && s[i] <= 'Z' }
