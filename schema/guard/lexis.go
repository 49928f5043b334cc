package guard

import (
	"strings"
	"unicode/utf8"
)

// A lexis is what can be known of a query before it is parsed. graphql-go's
// parser and validator recurse without bound, and a stack overflow cannot be
// recovered from, so brackets are counted here.
type lexis struct {
	tokens int
	// nesting and lists are the deepest nesting of all brackets and of square
	// ones.
	nesting, lists int
	// introspects says that the name __schema or __type occurs.
	introspects bool
	// nulls are the places of the literal null, in bytes: graphql-go takes it for
	// a syntax error.
	nulls []int
	// buried says that a null stands in a list.
	buried bool
	// escapes are those in strings that graphql-go misreads; broken says that one
	// means no character.
	escapes []escape
	broken  bool
}

// A lexer walks over the tokens of section 2.1.7 of the GraphQL specification.
type lexer struct {
	lexis
	source string
	at     int
	open   []byte // brackets; 'o' for the brace of an object value
	last   string // the token before
}

// scan reads the tokens of a query, at most limit of them.
func scan(query string, limit int) lexis {
	l := &lexer{source: query}
	for l.tokens <= limit && l.skip() {
		token := l.next()
		l.tokens++
		l.observe(token)
		l.last = token
	}
	return l.lexis
}

// skip passes over what is ignored: white space, commas, comments and the byte
// order mark. It reports whether a token follows.
func (l *lexer) skip() bool {
	for l.at < len(l.source) {
		rest := l.source[l.at:]
		switch {
		case strings.IndexByte(" \t\r\n,", rest[0]) >= 0:
			l.at++
		case rest[0] == '#':
			l.at += lengthUntil(rest, "\r\n")
		case strings.HasPrefix(rest, "\ufeff"):
			l.at += len("\ufeff")
		default:
			return true
		}
	}
	return false
}

func lengthUntil(s, any string) int {
	if i := strings.IndexAny(s, any); i >= 0 {
		return i
	}
	return len(s)
}

// next takes one token: a string, a name or number, or a punctuator.
func (l *lexer) next() string {
	start, rest := l.at, l.source[l.at:]
	switch {
	case strings.HasPrefix(rest, `"""`):
		l.at += blockString(rest)
	case rest[0] == '"':
		l.at += plainString(rest)
		list, broken := escapes(l.source[start:l.at], start)
		l.escapes, l.broken = append(l.escapes, list...), l.broken || broken
	case strings.HasPrefix(rest, "..."):
		l.at += 3
	case isWord(rest[0]):
		for l.at < len(l.source) && isWord(l.source[l.at]) {
			l.at++
		}
	default:
		_, size := utf8.DecodeRuneInString(rest)
		l.at += size
	}
	return l.source[start:l.at]
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// plainString is the length of the string at the start of s; it ends with its
// line at the latest.
func plainString(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		case '\n', '\r':
			return i
		}
	}
	return len(s)
}

func blockString(s string) int {
	for i := 3; i < len(s); i++ {
		if strings.HasPrefix(s[i:], `\"""`) {
			i += 3
		} else if strings.HasPrefix(s[i:], `"""`) {
			return i + 3
		}
	}
	return len(s)
}

// observe keeps the counts.
func (l *lexer) observe(token string) {
	switch token {
	case "{", "[", "(":
		l.push(token[0])
	case "}", "]", ")":
		l.open = l.open[:max(0, len(l.open)-1)]
	case "__schema", "__type":
		l.introspects = true
	case "null":
		l.null()
	}
}

func (l *lexer) push(bracket byte) {
	if bracket == '{' && (l.last == ":" || l.last == "=" || l.inside('[')) {
		bracket = 'o'
	}
	l.open = append(l.open, bracket)
	l.nesting = max(l.nesting, len(l.open))
	lists := 0
	for _, b := range l.open {
		if b == '[' || b == 'o' {
			lists++
		}
	}
	l.lists = max(l.lists, lists)
}

func (l *lexer) inside(bracket byte) bool {
	return len(l.open) > 0 && l.open[len(l.open)-1] == bracket
}

// null tells the literal from a field, alias or argument of that name.
func (l *lexer) null() {
	switch value := l.last == ":" || l.last == "="; {
	case value && (l.inside('(') || l.inside('o')):
		l.nulls = append(l.nulls, l.at-len("null"))
	case l.inside('['):
		l.buried = true
	}
}
