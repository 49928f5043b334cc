package store

import (
	"net/url"
	"regexp"
	"strings"
)

var (
	// schemeLead is what stands before name and password in a URL, however it is
	// typed.
	schemeLead = regexp.MustCompile(`^[A-Za-z0-9+.-]*:?/+`)
	// secretParameter is one of libpq's that holds a secret, in a URL or alone.
	secretParameter = regexp.MustCompile(`(?i)((?:^|[?&\s;])[a-z_]*(?:pass|secret|token)[a-z_]*\s*=\s*)` +
		`('[^']*'?|[^&#\s;]*)`)
)

const hidden = "xxxxx"

// passwordIn is where the password of a URL stands: up to the last @, since it may
// hold any character.
func passwordIn(store string) (from, to int) {
	lead := len(schemeLead.FindString(store))
	to = strings.LastIndexByte(store, '@')
	if to < lead {
		return 0, 0
	}
	colon := strings.IndexByte(store[lead:to], ':')
	if colon < 0 {
		return 0, 0
	}
	return lead + colon + 1, to
}

// Redacted is the URL of a store as it may be shown: without passwords, also where
// it is mistyped.
func Redacted(store string) string {
	if scheme, _, ok := strings.Cut(store, ":"); ok && (scheme == "bbolt" || scheme == "mem") {
		return store // a path may hold the same characters
	}
	if from, to := passwordIn(store); to > 0 {
		store = store[:from] + hidden + store[to:]
	}
	return secretParameter.ReplaceAllString(store, "${1}"+hidden)
}

// secrets are the passwords that a URL holds, as they are and as they are written.
func secrets(address *url.URL) (list []string) {
	add := func(secret string) {
		if secret != "" {
			list = append(list, secret, url.QueryEscape(secret), url.PathEscape(secret))
		}
	}
	password, _ := address.User.Password()
	add(password)
	for name, values := range address.Query() {
		if secretParameter.MatchString(name + "=") {
			for _, v := range values {
				add(v)
			}
		}
	}
	return list
}

// A discreet error hides passwords in what another says.
type discreet struct {
	error
	secrets []string
}

func (d discreet) Error() string {
	text := d.error.Error()
	for _, s := range d.secrets {
		text = strings.ReplaceAll(text, s, hidden)
	}
	return text
}

func (d discreet) Unwrap() error { return d.error }

// discreetly wraps an error, if it is one.
func discreetly(err error, address *url.URL) error {
	if err == nil {
		return nil
	}
	return discreet{err, secrets(address)}
}
