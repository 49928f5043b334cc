package format

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"
)

// A kind is a format of documents.
type kind struct {
	name   string
	is     func(data []byte, m *mimetype.MIME) bool
	decode func(ctx context.Context, data []byte, limits Limits) (string, error)
}

const plainName = "plain text or Markdown"

// kinds are recognized in this order.
var kinds = []kind{
	{"PDF", isPDF, readPDF},
	{"DOCX", isDOCX, readDOCX},
	{"Akoma Ntoso", isAKN, readAKN},
	{"HTML", isHTML, readHTML},
	{plainName, isPlain, readPlain},
}

// expected names the formats that are read.
const expected = "plain text, Markdown, PDF, DOCX, HTML or Akoma Ntoso"

// Text decodes a document of any format to the text that is read and stored. The
// error says what was expected and found, or that ctx ended.
func Text(ctx context.Context, data []byte, limits Limits) (text string, err error) {
	defer Recovered(&err)
	if err := ctx.Err(); err != nil {
		return "", context.Cause(ctx)
	}
	data = withoutHead(data)
	m := mimetype.Detect(data)
	for _, k := range kinds {
		if k.is(data, m) {
			text, err := k.decode(ctx, data, limits)
			if err != nil {
				return "", err
			}
			return text, checkText(text)
		}
	}
	return "", fmt.Errorf("expected %s, found %s", expected, found(data, m))
}

// errFault is a fault of this program or of a library of it.
var errFault = errors.New("a fault of this program or of a library")

// TraceVariable is the environment variable under which faults show where they
// come from.
const TraceVariable = "MANDATEGRAPH_TRACE"

// Recovered, called by defer, turns a panic into an error.
func Recovered(err *error) {
	r := recover()
	switch {
	case r == nil:
	case os.Getenv(TraceVariable) != "":
		*err = fmt.Errorf("%w: %v\n%s", errFault, r, debug.Stack())
	default:
		*err = fmt.Errorf("%w: %v; %s=1 shows where", errFault, r, TraceVariable)
	}
}

// found says what bytes are that are no document.
func found(data []byte, m *mimetype.MIME) string {
	if name := foreignEncoding(data); name != "" {
		return "text in " + name + "; save it as UTF-8"
	}
	name := strings.TrimSuffix(m.String(), "; charset=utf-8")
	if i := bytes.IndexByte(data, 0); i >= 0 && name == "application/octet-stream" {
		return fmt.Sprintf("binary data: NUL at byte %d", i)
	}
	return name
}

// checkText refuses what has no words, and what is not English.
func checkText(text string) error {
	if !hasWord(text) {
		return errors.New("expected a text, found no words in it")
	}
	if l := language(text); l != "" {
		return ForeignLanguage(l)
	}
	return nil
}

// ForeignLanguage is the error of a text in another language than English, by the
// name of the language.
type ForeignLanguage string

func (l ForeignLanguage) Error() string {
	return "expected a text in English, found one in " + string(l)
}

// isPDF takes what stands before the header for rubbish where it is no text.
func isPDF(data []byte, m *mimetype.MIME) bool {
	start := data[:min(len(data), 1024)]
	at := bytes.Index(start, []byte("%PDF-"))
	return at == 0 && m.Is("application/pdf") || at > 0 && !utf8.Valid(data[:min(len(data), looked)])
}

func isHTML(_ []byte, m *mimetype.MIME) bool {
	return m.Is("text/html") || m.Is("application/xhtml+xml")
}
