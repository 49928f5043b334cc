package snapshot

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"slices"
)

// Read reads what [Snapshot.WriteFile] wrote, into memory of its own: what
// becomes of the file afterwards makes no difference. An error says that there
// is no such file, that it is damaged, or that another program or machine wrote
// it. Every byte is checked.
func Read(path string) (*Snapshot, error) {
	// A pipe in its place would be waited for.
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("snapshot %s: damaged: it is not a regular file", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	s, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("snapshot %s: %w", path, err)
	}
	return s, nil
}

func read(file *os.File) (*Snapshot, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	head, begin, err := readHead(file)
	if err != nil {
		return nil, err
	}
	end := begin
	for _, length := range head.Lengths {
		if length < 0 || length > info.Size() {
			return nil, fmt.Errorf("damaged: an array has %d bytes", length)
		}
		end += length + padding(length)
	}
	if info.Size() != end {
		return nil, fmt.Errorf("damaged: it has %d bytes of %d", info.Size(), end)
	}
	content, err := contentOf(file, end)
	if err != nil {
		return nil, fmt.Errorf("damaged: %w", err)
	}
	var c columns
	for i, section := range c.sections() {
		b := content[begin : begin+head.Lengths[i] : begin+head.Lengths[i]]
		if !slices.Equal(sumsOf(b), head.Sums[i]) {
			return nil, fmt.Errorf("damaged: array %d has another checksum", i)
		}
		section.set(b)
		begin += head.Lengths[i] + padding(head.Lengths[i])
	}
	s := c.open()
	s.Revision = head.Version
	return s, nil
}

// readHead reads and checks what stands before the arrays, and where they
// begin.
func readHead(file io.ReaderAt) (head fileHead, begin int64, err error) {
	start := make([]byte, len(Magic)+8)
	if _, err := file.ReadAt(start, 0); err != nil || !bytes.HasPrefix(start, []byte(Magic)) {
		return head, 0, fmt.Errorf("damaged: it does not begin as a snapshot")
	}
	if binary.NativeEndian.Uint32(start[len(Magic):]) != byteOrder {
		return head, 0, ErrOther
	}
	length := int64(binary.NativeEndian.Uint32(start[len(Magic)+4:]))
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
	if head.Format != Format || head.Vocabulary != vocabularyHash || len(head.Lengths) != len((&columns{}).sections()) || len(head.Sums) != len(head.Lengths) {
		return head, 0, ErrOther
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
