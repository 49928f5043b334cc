package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A library is a service of documents as the official one: an address that is asked
// for a symbol sends on to the file. It counts what it has answered whole.
type library struct {
	*httptest.Server
	files map[string][]byte // by symbol

	lock     sync.Mutex
	answered map[string]int
	// hold is called before an answer with its path and number, and half of a file in;
	// where it says so, the answer waits until the client is gone.
	hold  func(what string, n int) bool
	count int
}

func newLibrary(t *testing.T, files map[string][]byte) *library {
	l := &library{files: files, answered: map[string]int{}, hold: func(string, int) bool { return false }}
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		l.did("robots")
		fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
	})
	mux.HandleFunc("/access", func(w http.ResponseWriter, r *http.Request) {
		symbol := r.URL.Query().Get("s")
		if l.waits(r, "access") {
			return
		}
		l.did("access " + symbol)
		if l.files[symbol] == nil {
			http.NotFound(w, r)
			return
		}
		http.Redirect(w, r, "/file/"+symbol, http.StatusFound)
	})
	mux.HandleFunc("/file/", func(w http.ResponseWriter, r *http.Request) {
		symbol := strings.TrimPrefix(r.URL.Path, "/file/")
		data := l.files[symbol]
		if l.waits(r, "file") {
			return
		}
		w.Header().Set("Content-Length", fmt.Sprint(len(data)))
		_, _ = w.Write(data[:len(data)/2]) // the client may be gone
		if l.waits(r, "half") {
			return
		}
		l.did("file " + symbol) // before the client has all of it, and looks
		_, _ = w.Write(data[len(data)/2:])
	})
	l.Server = httptest.NewServer(mux)
	t.Cleanup(l.Close)
	return l
}

func (l *library) did(what string) {
	l.lock.Lock()
	l.answered[what]++
	l.lock.Unlock()
}

// answers is how often each was given.
func (l *library) answers() map[string]int {
	l.lock.Lock()
	defer l.lock.Unlock()
	return maps.Clone(l.answered)
}

// waits holds an answer back until its client is gone.
func (l *library) waits(r *http.Request, what string) bool {
	l.lock.Lock()
	l.count++
	held := l.hold(what, l.count)
	l.lock.Unlock()
	if held {
		<-r.Context().Done()
	}
	return held
}

// resolution is a made-up act as a file of Word that cites others.
func resolution(t *testing.T, number int, cited ...int) []byte {
	lines := []string{
		fmt.Sprintf("United Nations A/RES/99/%d", number), "General Assembly", "Distr.: General", "12 December 2044",
		"Ninety-ninth session", "Agenda item 7", "Resolution adopted by the General Assembly on 12 December 2044",
		fmt.Sprintf("99/%d. Upkeep of lighthouse number %d", number, number), "The General Assembly,",
	}
	for _, n := range cited {
		lines = append(lines, fmt.Sprintf("Recalling its resolution 99/%d of 12 December 2044,", n))
	}
	lines = append(lines, "1. Requests the Secretary-General to report on the upkeep of lighthouses at its next session.")
	var body strings.Builder
	for _, line := range lines {
		body.WriteString("<w:p><w:r><w:t>" + html.EscapeString(line) + "</w:t></w:r></w:p>")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", "<Types/>"},
		{"word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
			body.String() + "</w:body></w:document>"},
	} {
		w, err := z.Create(part[0])
		require.NoError(t, err)
		_, err = w.Write([]byte(part[1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// fetchArguments ask a library as fast as it answers.
func (d *desk) fetchArguments(l *library, more ...string) []string {
	return append([]string{
		"fetch", "--address", l.URL + "/access", "--folder", filepath.Join(d.dir, "documents"), "--format", "doc",
		"--every", "0s", "--pause", "1ms",
	}, more...)
}

// sixty are acts of which the first cites 19 others, and each of these two or three
// more; the last ones cite what is too far away.
func sixty(t *testing.T) map[string][]byte {
	files := map[string][]byte{}
	add := func(n int, cited ...int) { files[fmt.Sprintf("A/RES/99/%d", n)] = resolution(t, n, cited...) }
	var near []int
	next := 21
	for n := 2; n <= 20; n++ {
		near = append(near, n)
		far := []int{next, next + 1}
		if next += 2; n <= 3 {
			far = append(far, next)
			next++
		}
		add(n, append(far, 1)...)
	}
	add(1, near...)
	for n := 21; n <= 60; n++ {
		add(n, n+60, 1)
	}
	for n := 81; n <= 120; n++ {
		add(n)
	}
	return files
}

// Killed in the middle of a question, of being sent on, and of a file, the same
// command goes on and asks for nothing that was answered.
func TestFetchingIsKilledAndGoesOn(t *testing.T) {
	l, d := newLibrary(t, sixty(t)), newDesk(t)
	arguments := d.fetchArguments(l, "--load", "--cited", "--depth", "2", "A/RES/99/1")
	for round, what := range []string{"access", "file", "half"} {
		process := exec.Command(os.Args[0], arguments...)
		process.Env = append(os.Environ(), asProgram+"=1", storeVariable+"="+d.store)
		l.lock.Lock()
		from, killed := l.count+20*(round+1), false
		l.hold = func(at string, n int) bool {
			if n > from && at == what && !killed {
				killed = true
				assert.NoError(t, process.Process.Kill())
				return true
			}
			return killed
		}
		require.NoError(t, process.Start()) // before an answer may end it
		l.lock.Unlock()
		assert.Error(t, process.Wait(), "it was killed")
		l.lock.Lock()
		require.True(t, killed, what)
		l.lock.Unlock()
	}
	l.lock.Lock()
	l.hold = func(string, int) bool { return false }
	l.lock.Unlock()
	d.must(arguments...)
	want := map[string]int{"robots": 1}
	for n := 1; n <= 60; n++ {
		want[fmt.Sprintf("access A/RES/99/%d", n)], want[fmt.Sprintf("file A/RES/99/%d", n)] = 1, 1
	}
	assert.Equal(t, want, l.answers(), "every document once, and none that is further away")
	assert.Equal(t, 60, strings.Count(d.must("list"), "document/A/RES/99/"))

	again := d.must(arguments...)
	assert.Contains(t, again, "0 fetched")
	assert.Equal(t, want, l.answers(), "what is there is not asked for")
	index, err := os.ReadFile(filepath.Join(d.dir, "documents", "index.csv"))
	require.NoError(t, err)
	assert.Equal(t, 60, strings.Count(string(index), ",whole,A/RES/99/"))
}

func TestFetchNamesWhatIsNotToBeHad(t *testing.T) {
	l, d := newLibrary(t, map[string][]byte{
		"A/RES/99/1": resolution(t, 1), "A/RES/99/2": []byte("<html><title>Please sign in</title></html>"),
		"A/RES/99/4": resolution(t, 4),
	}), newDesk(t)
	r := d.typed("", d.fetchArguments(l, "A/RES/99/1", "A/RES/99/2", "A/RES/99/3", "A/RES/99/4", "resolutions")...)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.out, "2 fetched, 0 there already, 3 not to be had", "the others go on")
	assert.Contains(t, r.err, "A/RES/99/2: the service answers with a page instead of a file: Please sign in\n")
	assert.Contains(t, r.err, "A/RES/99/3: the service has no document of this symbol\n")
	assert.NoFileExists(t, filepath.Join(d.dir, "graph.db"), "nothing is loaded unasked")
	r = d.typed("", d.fetchArguments(l, "A/RES/99/3")...)
	assert.Contains(t, r.err, "as the index of the folder says; --again asks once more")
	assert.Equal(t, 1, l.answers()["access A/RES/99/3"])
}

func TestFetchStopsWhereItIsForbidden(t *testing.T) {
	l, d := newLibrary(t, nil), newDesk(t)
	r := d.typed("", "fetch", "--address", l.URL+"/private/access", "--folder", filepath.Join(d.dir, "x"), "--every", "0s", "A/RES/99/1", "A/RES/99/2")
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "A/RES/99/1: robots.txt of the service forbids it: "+l.URL+"/private/access?l=en&s=A%2FRES%2F99%2F1&t=pdf")
	assert.NotContains(t, r.err, "A/RES/99/2")
	assert.Equal(t, map[string]int{"robots": 1}, l.answers())
}

// A dry run says what would be asked for, most cited first, and asks for nothing.
func TestFetchCitedDryRun(t *testing.T) {
	l, d := newLibrary(t, nil), newDesk(t)
	d.must("load", d.file("a.txt", text))
	out := d.must(d.fetchArguments(l, "--cited", "--dry-run", "--every", "1s")...)
	assert.Equal(t, "A/RES/76/185  1 citation  ga/resolution/76/185\n"+
		"E/RES/2038/9  1 citation  ecosoc/resolution/2038/9\n"+
		"E/RES/2040/5  1 citation  ecosoc/resolution/2040/5\n"+
		"3 documents, about 6 requests: at least 6s. Nothing was asked for.\n"+
		"acts cited of which no table says where they can be had: 0\n", out)
	assert.Contains(t, d.must(d.fetchArguments(l, "--cited", "--dry-run", "--body", "General Assembly")...), "1 document,")
	assert.Empty(t, l.answers())
	assert.NoDirExists(t, filepath.Join(d.dir, "documents"))
}

// Of an act that may be printed in several documents each is looked for until the
// act is there or all were asked for; --limit counts them.
func TestFetchCitedLooksInReports(t *testing.T) {
	l, d := newLibrary(t, map[string][]byte{"A/RES/76/185": resolution(t, 7)}), newDesk(t)
	d.must("load", d.file("a.txt", text))
	assert.Contains(t, d.must(d.fetchArguments(l, "--cited", "--load", "--limit", "1")...), "1 fetched, 0 there already, 0 not to be had")
	r := d.typed("", d.fetchArguments(l, "--cited", "--load")...)
	for _, symbol := range []string{"E/RES/2038/9", "E/RES/2040/5", "E/2038/99", "E/2040/99"} {
		assert.Contains(t, r.err, symbol+": the service has no document of this symbol")
	}
	assert.Contains(t, r.out, "0 fetched, 0 there already, 4 not to be had")
}

// An argument may also name an act; a symbol stays as it is typed, but for its spaces.
func TestFetchTakesSymbolsAndActs(t *testing.T) {
	for argument, want := range map[string]string{
		"A/RES/76/185": "A/RES/76/185", "S/RES/1373 (2001)": "S/RES/1373(2001)", "General Assembly resolution 76/185": "A/RES/76/185",
		"ecosoc/resolution/2011/36": "E/RES/2011/36", "ctoc-cop/resolution/12/4": "CTOC/COP/2024/11",
		"1/CP.21": "1/CP.21", "decision 1/CP.21": "FCCC/CP/2015/10/Add.1 FCCC/CP/2015/10/Add.2 FCCC/CP/2015/10/Add.3",
	} {
		assert.Equal(t, want, strings.Join(symbolsOf(argument), " "), argument)
	}
}

func TestMisuseOfFetch(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"fetch"}, "expected at least one SYMBOL, or --cited"},
		{[]string{"fetch", "--format", "odt", "A/1"}, `expected --format pdf or doc, found "odt"`},
		{[]string{"fetch", "--cited", "--depth", "2"}, "--depth 2 needs --load"},
		{[]string{"fetch", "--cited", "--depth", "0"}, "expected --depth of 1 or more, found 0"},
		{[]string{"fetch", "--cited", "--body", "nobody"}, `there is no body "nobody"`},
		{[]string{"fetch", "--folder", d.dir, "--address", "ftp://x", "A/1"}, `expected an address such as https://documents.un.org/api/symbol/access, found "ftp://x"`},
	} {
		r := d.typed("", c.args...)
		assert.Equal(t, exitMisuse, r.code, c.args)
		assert.Contains(t, r.err, c.says)
	}
}
