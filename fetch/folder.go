package fetch

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// indexName is the file of a folder in which its index stands: comma-separated
// values under a header, a line for each thing that happened. The last line about a
// symbol counts; a line that was cut off is none.
const indexName = "index.csv"

var header = []string{"symbol", "outcome", "file", "address", "date", "size", "sha256", "cited", "detail"}

// Outcomes as they stand in the index; the others are kinds of [Failure].
const (
	whole = "whole" // the file is there
	moved = "moved" // the service has said where the file is
)

// An Entry is what the index of a folder says of one symbol.
type Entry struct {
	Symbol string
	// File is its path below the folder; empty where there is none.
	File string
	// Address is where the file came from.
	Address string
	Date    time.Time
	// Size is in bytes, SHA256 in hexadecimal digits.
	Size   int64
	SHA256 string
	// Cited says that it was looked for because another document cites it.
	Cited bool

	outcome, detail string
}

// Whole says that the file is there.
func (e Entry) Whole() bool { return e.outcome == whole }

// A Folder keeps files under the symbols of their documents, A/RES/97/12.pdf, with
// an index. One process writes to a folder at a time.
type Folder struct {
	path    string
	lock    sync.Mutex
	entries map[string]Entry
	checked map[string]bool // symbols whose files were found as the index has them
	index   *os.File
}

// OpenFolder opens a folder, or makes it. An index that ends in the middle of a line
// is mended.
func OpenFolder(path string) (*Folder, error) {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, err
	}
	name := filepath.Join(path, indexName)
	data, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	data = data[:bytes.LastIndexByte(data, '\n')+1]
	f := &Folder{path: path, entries: map[string]Entry{}, checked: map[string]bool{}}
	if err := f.read(data); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if f.index, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644); err != nil {
		return nil, err
	}
	if err := f.index.Truncate(int64(len(data))); err != nil {
		return nil, errors.Join(err, f.index.Close())
	}
	if _, err := f.index.Seek(0, io.SeekEnd); err != nil {
		return nil, errors.Join(err, f.index.Close())
	}
	if len(data) == 0 {
		if err := f.write(header); err != nil {
			return nil, errors.Join(err, f.index.Close())
		}
	}
	return f, nil
}

// Close closes the index.
func (f *Folder) Close() error { return f.index.Close() }

// read takes the lines of an index.
func (f *Folder) read(data []byte) error {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = len(header)
	for line := 0; ; line++ {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if line == 0 {
			if !slices.Equal(cells, header) {
				return fmt.Errorf("expected an index of fetched files with the columns %s", strings.Join(header, ","))
			}
			continue
		}
		e := Entry{Symbol: cells[0], outcome: cells[1], File: cells[2], Address: cells[3], SHA256: cells[6],
			Cited: cells[7] != "", detail: cells[8]}
		e.Date, _ = time.Parse(time.RFC3339, cells[4])
		e.Size, _ = strconv.ParseInt(cells[5], 10, 64)
		f.entries[e.Symbol] = e
	}
}

// write adds a line to the index and waits until the disk has it.
func (f *Folder) write(cells []string) error {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(cells) // a buffer does not fail
	w.Flush()
	if _, err := f.index.Write(b.Bytes()); err != nil {
		return err
	}
	return f.index.Sync()
}

// note keeps an entry.
func (f *Folder) note(e Entry) error {
	f.lock.Lock()
	defer f.lock.Unlock()
	return f.add(e)
}

// add keeps an entry while the folder is locked.
func (f *Folder) add(e Entry) error {
	e.Date = time.Now().UTC().Truncate(time.Second)
	f.entries[e.Symbol] = e
	size, cited := "", ""
	if e.Whole() {
		size = strconv.FormatInt(e.Size, 10)
	}
	if e.Cited {
		cited = "cited"
	}
	return f.write([]string{
		e.Symbol, e.outcome, e.File, e.Address, e.Date.Format(time.RFC3339), size, e.SHA256, cited, e.detail,
	})
}

// Entry is what is known of a symbol; ok is false where nothing is. A file that is
// no longer what it was is none; one of which the index does not know yet, because
// the work ended in between, is taken up.
func (f *Folder) Entry(symbol string) (e Entry, ok bool) {
	f.lock.Lock()
	defer f.lock.Unlock()
	e, ok = f.entries[symbol]
	if e.Whole() {
		if !f.checked[symbol] {
			data, err := os.ReadFile(f.Path(e))
			if err != nil || sum(data) != e.SHA256 {
				return Entry{}, false
			}
			f.checked[symbol] = true
		}
		return e, true
	}
	if name, err := fileName(symbol); err == nil {
		for _, extension := range extensions {
			file := name + extension // moved to its place, and not noted
			if data, err := os.ReadFile(filepath.Join(f.path, filepath.FromSlash(file))); err == nil {
				e.Symbol, e.outcome, e.File, e.Size, e.SHA256 = symbol, whole, file, int64(len(data)), sum(data)
				return e, f.add(e) == nil
			}
		}
	}
	return e, ok
}

// Entries lists what is known, by symbol.
func (f *Folder) Entries() []Entry {
	f.lock.Lock()
	defer f.lock.Unlock()
	var list []Entry
	for _, e := range f.entries {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b Entry) int { return strings.Compare(a.Symbol, b.Symbol) })
	return list
}

// Path is where a file lies.
func (f *Folder) Path(e Entry) string { return filepath.Join(f.path, filepath.FromSlash(e.File)) }

// keep writes a file whole or not at all, and then its entry.
func (f *Folder) keep(e Entry, extension string, data []byte) (Entry, error) {
	name, err := fileName(e.Symbol)
	if err != nil {
		return e, err
	}
	e.outcome, e.detail, e.File = whole, "", name+extension
	e.Size, e.SHA256 = int64(len(data)), sum(data)
	path := f.Path(e)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return e, err
	}
	if err := writeWhole(path, data); err != nil {
		return e, err
	}
	return e, f.note(e)
}

// writeWhole writes a file beside its place, under a hidden name, and moves it there.
func writeWhole(path string, data []byte) (err error) {
	part, err := os.CreateTemp(filepath.Dir(path), ".part-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(part.Name()))
		}
	}()
	_, err = part.Write(data)
	if err = errors.Join(err, part.Chmod(0o644), part.Sync(), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), path)
}

// fileName is the path of a symbol's file, without its extension. Signs that file
// systems have other uses for become hyphens; no part is hidden or leads upwards.
func fileName(symbol string) (string, error) {
	parts := strings.Split(symbol, "/")
	for i, part := range parts {
		part = strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' || strings.ContainsRune(`\:*?"<>| `, r) {
				return '-'
			}
			return r
		}, part)
		if strings.Trim(part, ".-") == "" || strings.HasPrefix(part, ".") {
			return "", fmt.Errorf("%q: expected the symbol of a document, such as A/RES/76/185", symbol)
		}
		parts[i] = part
	}
	return strings.Join(parts, "/"), nil
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// Settled says that the service need not be asked for a symbol any more: the file is
// there, or is not to be had.
func (f *Folder) Settled(symbol string) bool {
	e, ok := f.Entry(symbol)
	return ok && (e.Whole() || kinds[Kind(e.outcome)].lasts)
}

// OpenExisting opens a folder that is there; it is nil where there is none.
func OpenExisting(path string) (*Folder, error) {
	if _, err := os.Stat(filepath.Join(path, indexName)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return OpenFolder(path)
}
