package fetch

import (
	"archive/zip"
	"bytes"
	"errors"
	"html"
	"io/fs"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// extensions of the files that are kept.
var extensions = []string{".pdf", ".docx", wordExtension}

const wordExtension = ".doc"

// refusal is what a status other than that of success means; nil for success.
func refusal(r *http.Response) *Failure {
	switch s := r.StatusCode; {
	case s == http.StatusOK:
		return nil
	case s == http.StatusNotFound || s == http.StatusGone:
		return &Failure{Kind: NotThere}
	case s >= 500 || s == http.StatusTooManyRequests || s == http.StatusRequestTimeout:
		return &Failure{Kind: Down, Detail: r.Status}
	default:
		return &Failure{Kind: Refused, Detail: r.Status}
	}
}

// unreachable is the failure of a request that had no answer. One that a redirect
// ended is that failure, and one of this machine is its own.
func unreachable(err error) error {
	var f *Failure
	var disk *fs.PathError
	if errors.As(err, &f) {
		return f
	}
	if errors.As(err, &disk) {
		return disk
	}
	return &Failure{Kind: Down, Detail: plainly(err)}
}

// plainly is an error without the address, which the index has.
func plainly(err error) string {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return err.Error()
}

// retryAfter reads how long the service asks to wait: seconds, or a date (RFC 9110,
// 10.2.3).
func retryAfter(h http.Header, now time.Time) time.Duration {
	value := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil {
		return max(0, time.Duration(seconds)*time.Second)
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(0, date.Sub(now))
	}
	return 0
}

// The first bytes of files.
const (
	pdfLead  = "%PDF-"
	zipLead  = "PK\x03\x04"
	wordLead = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" // Word before 2007
)

// pdfTail is where a PDF says that it ends, in its last bytes.
const pdfTail = 2048

// recognize knows a file by its content, and says what is wrong with one that is
// none: a page, or a file without its end.
func recognize(data []byte, contentType string) (extension string, f *Failure) {
	switch start := data[:min(len(data), 1024)]; {
	case bytes.Contains(start, []byte(pdfLead)):
		if !bytes.Contains(data[max(0, len(data)-pdfTail):], []byte("%%EOF")) {
			return "", &Failure{Kind: CutOff, Detail: "the PDF has no end"}
		}
		return ".pdf", nil
	case bytes.HasPrefix(start, []byte(zipLead)):
		if _, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
			return "", &Failure{Kind: CutOff, Detail: "the DOCX has no end"}
		}
		return ".docx", nil
	case bytes.HasPrefix(start, []byte(wordLead)):
		return wordExtension, nil
	case len(data) == 0:
		return "", &Failure{Kind: CutOff, Detail: "nothing came"}
	}
	return "", page(data, contentType)
}

var (
	titleOfPage = regexp.MustCompile(`(?is)<title[^>]*>(.*?)</title>`)
	notFound    = regexp.MustCompile(`(?i)\b(?:no documents? (?:match|found|with|of|for)|not found|does not exist|` +
		`could not be found)`)
)

// pageStart is how much of a page is looked at.
const pageStart = 1 << 16

// page is the failure that a page means: one that says so, that there is no such
// document.
func page(data []byte, contentType string) *Failure {
	text := string(data[:min(len(data), pageStart)])
	detail, _, _ := strings.Cut(contentType, ";")
	if m := titleOfPage.FindStringSubmatch(text); m != nil {
		detail = strings.Join(strings.Fields(html.UnescapeString(m[1])), " ")
	}
	if notFound.MatchString(text) {
		return &Failure{Kind: NotThere, Detail: detail}
	}
	return &Failure{Kind: APage, Detail: detail}
}
