package format

import (
	"errors"
	"fmt"
	"io"
	"time"
)

// What one input may take. A hostile file meets a limit and is refused; the
// largest report of the United Nations stays far below all of them.
const (
	// MaxFile is the most bytes that one file or member of an archive has,
	// compressed or not.
	MaxFile = 256 << 20
	// maxText is the most bytes of text that one document decodes to.
	maxText = 256 << 20
	// maxArchive is the most bytes that all members of an archive unpack to.
	maxArchive = 4 << 30
	// maxMembers is the most members of one archive, those of archives in it
	// counted too.
	maxMembers = 200_000
	// maxNesting is how deep archives stand in archives.
	maxNesting = 4
	// maxRatio is the most bytes that one compressed byte gives on average,
	// beyond the first 64 MB.
	maxRatio = 200
	// maxPages is the most pages of a PDF.
	maxPages = 20_000
	// maxPage is the most characters of one page of a PDF.
	maxPage = 200_000
	// pdfMemory is the most memory in pages of 64 KiB that reading one PDF
	// takes.
	pdfMemory = 1 << 30 >> 16
	// pdfTime is how long reading one PDF takes.
	pdfTime = 2 * time.Minute
)

// ErrTooLarge says that an input exceeds a limit of this package.
var ErrTooLarge = errors.New("too large")

func tooLarge(what string, most int64) error {
	return fmt.Errorf("%w: expected %s of at most %d MB", ErrTooLarge, what, most>>20)
}

// ReadAll reads a file of at most [MaxFile] bytes.
func ReadAll(r io.Reader) ([]byte, error) { return readMost(r, MaxFile, "a file") }

// readMost reads at most so many bytes, and fails where there are more.
func readMost(r io.Reader, most int64, what string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > most {
		return nil, tooLarge(what, most)
	}
	return data, nil
}
