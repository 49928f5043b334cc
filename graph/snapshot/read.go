package snapshot

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"slices"
	"strings"
)

// Read reads what [Snapshot.WriteFile] wrote, into memory of its own: what
// becomes of the file afterwards makes no difference. An error says that there
// is no such file, that it is damaged, or that another program or machine wrote
// it. Every byte is checked.
func Read(path string) (*Snapshot, error) { return ReadAfter(path, nil) }

// ReadAfter is [Read] for one who has an earlier snapshot of the file: where only
// documents came since, it reads these.
func ReadAfter(path string, earlier *Snapshot) (*Snapshot, error) {
	base, err := readBase(path, earlier)
	if err == nil {
		base, err = base.withLater(path)
	}
	if err != nil {
		return nil, fmt.Errorf("snapshot %s: %w", path, err)
	}
	return base, nil
}

func readBase(path string, earlier *Snapshot) (*Snapshot, error) {
	if earlier != nil {
		if earlier.layered != nil {
			earlier = earlier.layered.base
		}
		if earlier.Revision != (Revision{}) && labelOf(path, Magic) == (Label{Format, vocabularyHash, earlier.Revision}) {
			return earlier, nil
		}
	}
	var c columns
	label, err := ReadArrays(path, Magic, c.sections(), func(l Label) bool {
		return l.Format == Format && l.Vocabulary == vocabularyHash
	})
	if err != nil {
		return nil, err
	}
	s := c.open()
	s.Revision = label.Version
	return s, nil
}

// ReadArrays reads what [WriteArrays] wrote, as [Read] does. A label that does
// not fit is [ErrOther].
func ReadArrays(path, magic string, sections []Section, fits func(Label) bool) (Label, error) {
	// A pipe in its place would be waited for.
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return Label{}, err
	case !info.Mode().IsRegular():
		return Label{}, errors.New("damaged: it is not a regular file")
	}
	file, err := os.Open(path)
	if err != nil {
		return Label{}, err
	}
	defer file.Close()
	head, begin, err := readHead(file, magic)
	switch {
	case err != nil:
		return Label{}, err
	case !fits(head.Label) || len(head.Lengths) != len(sections) || len(head.Sums) != len(sections):
		return Label{}, ErrOther
	}
	return head.Label, fill(file, head, begin, sections)
}

// fill reads the arrays, which begin at a place.
func fill(file *os.File, head fileHead, begin int64, sections []Section) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	end := begin
	for _, length := range head.Lengths {
		if length < 0 || length > info.Size() {
			return fmt.Errorf("damaged: an array has %d bytes", length)
		}
		end += length + padding(length)
	}
	if info.Size() != end {
		return fmt.Errorf("damaged: it has %d bytes of %d", info.Size(), end)
	}
	content, err := contentOf(file, end)
	if err != nil {
		return fmt.Errorf("damaged: %w", err)
	}
	for i, section := range sections {
		b := content[begin : begin+head.Lengths[i] : begin+head.Lengths[i]]
		if !slices.Equal(sumsOf(b), head.Sums[i]) {
			return fmt.Errorf("damaged: array %d has another checksum", i)
		}
		section.set(b)
		begin += head.Lengths[i] + padding(head.Lengths[i])
	}
	return nil
}

// readHead reads and checks what stands before the arrays, and where they
// begin.
func readHead(file io.ReaderAt, magic string) (head fileHead, begin int64, err error) {
	start := make([]byte, len(magic)+8)
	if _, err := file.ReadAt(start, 0); err != nil || !bytes.HasPrefix(start, []byte(magic)) {
		return head, 0, fmt.Errorf("damaged: it does not begin as a %s", strings.TrimSpace(strings.TrimPrefix(magic, "mandategraph ")))
	}
	if binary.NativeEndian.Uint32(start[len(magic):]) != byteOrder {
		return head, 0, ErrOther
	}
	length := int64(binary.NativeEndian.Uint32(start[len(magic)+4:]))
	if length > 1<<24 {
		return head, 0, fmt.Errorf("damaged: its head has %d bytes", length)
	}
	whole := make([]byte, int64(len(start))+length+4)
	if _, err := file.ReadAt(whole, 0); err != nil {
		return head, 0, fmt.Errorf("damaged: its head is cut off")
	}
	text := whole[:len(whole)-4]
	if crc32.Checksum(text, castagnoli) != binary.NativeEndian.Uint32(whole[len(text):]) {
		return head, 0, fmt.Errorf("damaged: its head has another checksum")
	}
	if err := json.Unmarshal(text[len(start):], &head); err != nil {
		return head, 0, fmt.Errorf("damaged: %w", err)
	}
	return head, int64(len(whole)) + padding(int64(len(whole))), nil
}

// contentOf is all of a file.
func contentOf(file io.ReaderAt, size int64) ([]byte, error) {
	// As numbers of eight bytes, so that the arrays are aligned.
	var content []byte
	whole := make([]uint64, size/8)
	array[byte]{&content}.set(array[uint64]{&whole}.bytes())
	_, err := io.ReadFull(io.NewSectionReader(file, 0, size), content)
	return content, err
}
