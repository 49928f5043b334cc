package snapshot

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
	"unsafe"

	"github.com/cespare/xxhash/v2"

	"mandategraph/graph"
)

// A file of arrays holds them as they lie in memory. It begins with
//
//	magic       what sort of file it is, ended by a line feed
//	order       uint32, byteOrder as this machine writes it
//	head length uint32, that of what follows up to the first array
//	head        JSON: see fileHead
//	checksum    uint32, CRC-32C of all before it
//
// and then has the arrays, each from a multiple of alignment on. The checksums of
// each stand in the head.
type fileHead struct {
	Label
	// Lengths in bytes, and checksums of every chunk of each array.
	Lengths []int64    `json:"lengths"`
	Sums    [][]uint32 `json:"sums"`
}

// A Label says what the arrays of a file are made of, and how.
type Label struct {
	Format int `json:"format"`
	// Vocabulary is a hash of what the arrays take from tables of the program.
	Vocabulary uint64 `json:"vocabulary"`
	// Version is that of the store's content.
	Version Revision `json:"version"`
}

const (
	Magic     = "mandategraph snapshot\n"
	Format    = 4
	byteOrder = 0x01020304
	alignment = 64
	// sumChunk is how many bytes one checksum covers: several are checked at
	// the same time.
	sumChunk = 16 << 20
)

var (
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
	// errOtherSnapshot says that a file is sound but of no use here.
	ErrOther = errors.New("the snapshot is of another program or machine")
)

// vocabularyHash covers what decides how a snapshot is laid out.
var vocabularyHash = func() uint64 {
	h := xxhash.New()
	for _, r := range graph.Relations {
		fmt.Fprintln(h, r.Name, graph.IsLiteralRelation(r), r.Lineage)
	}
	return h.Sum64()
}()

// A Section is one array as bytes: see [ArrayOf].
type Section interface {
	bytes() []byte
	set([]byte)
}

// ArrayOf is an array as a part of a file.
func ArrayOf[T byte | uint16 | uint32 | uint64](at *[]T) Section { return array[T]{at} }

type array[T byte | uint16 | uint32 | uint64] struct{ at *[]T }

func (a array[T]) bytes() []byte {
	var one T
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*a.at))), len(*a.at)*int(unsafe.Sizeof(one)))
}

func (a array[T]) set(b []byte) {
	var one T
	*a.at = unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/int(unsafe.Sizeof(one)))
}

// sections are all arrays, in the order of the file.
func (c *columns) sections() []Section {
	list := []Section{
		array[byte]{&c.arena},
		array[byte]{&c.factRows.bytes},
		array[byte]{&c.evidence.bytes},
		array[byte]{&c.documentFacts.bytes},
		array[byte]{&c.documentEdges.bytes},
	}
	for _, at := range []*[]uint64{
		&c.bases, (*[]uint64)(&c.roots), &c.slices, &c.hash, (*[]uint64)(&c.lastOf), (*[]uint64)(&c.outgoing.has), (*[]uint64)(&c.incoming.has),
		(*[]uint64)(&c.outDated.has), (*[]uint64)(&c.inDated.has), &c.factRows.bases, &c.evidence.bases, &c.documentFacts.bases, &c.documentEdges.bases,
	} {
		list = append(list, array[uint64]{at})
	}
	for _, at := range []*[]uint16{&c.rest, &c.relation, &c.factShapes.name, &c.qualifierShapes.name} {
		list = append(list, array[uint16]{at})
	}
	for _, at := range []*[]uint32{
		&c.offsets, &c.suffixes, &c.slots, &c.properties, &c.relations, &c.qualifiers, &c.kinds,
		&c.factShapes.start, &c.factShapes.value, &c.qualifierShapes.start, &c.qualifierShapes.value,
		&c.kindStart, &c.kindNode, &c.citedTitleOf, &c.citedTitle, &c.citedDateOf, &c.citedDate,
		&c.object, &c.subjects, &c.outgoing.start, &c.incoming.start, &c.inEdge, &c.outDated.start, &c.inDated.start, &c.outByDate, &c.inByDate,
		&c.documentID, &c.documentSource, &c.factRows.begin, &c.evidence.begin, &c.documentFacts.begin, &c.documentEdges.begin, &c.selections.start, &c.selections.place,
		&c.lineageNode, &c.lineageOutStart, &c.lineageOut, &c.lineageOutEdge, &c.lineageInStart, &c.lineageIn, &c.lineageInEdge,
	} {
		list = append(list, array[uint32]{at})
	}
	return list
}

// Size is the number of bytes that the snapshot's arrays take.
func (s *Snapshot) Size() int64 {
	if o := s.layered; o != nil {
		return o.base.Size() + o.delta.Size()
	}
	var size int64
	for _, section := range s.sections() {
		size += int64(len(section.bytes()))
	}
	return size
}

// WriteFile keeps the snapshot in a file, which [Read] reads. Where the file is that
// of the snapshot which this one extends, only what came since is written, beside it.
func (s *Snapshot) WriteFile(path string) error {
	if kept, err := s.writeLater(path); kept {
		return err
	}
	s = s.Whole()
	return WriteArrays(path, Magic, Label{Format, vocabularyHash, s.Revision}, s.sections())
}

// WriteArrays keeps arrays in a file, which [ReadArrays] reads. What was there
// before stays until the new one is whole.
func WriteArrays(path, magic string, label Label, sections []Section) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+unfinished)
	if err != nil {
		return err
	}
	removeLeftOver(path)
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	if err = errors.Join(write(file, magic, label, sections), file.Chmod(0o644), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// unfinished follows the path in the names of files that are being written.
const unfinished = ".*.new"

// removeLeftOver removes what processes that were killed left of their files:
// nobody writes for an hour. What cannot be removed does no harm.
func removeLeftOver(path string) {
	names, _ := filepath.Glob(path + unfinished)
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = os.Remove(name)
		}
	}
}

func write(file io.Writer, magic string, label Label, sections []Section) error {
	head := fileHead{Label: label}
	for _, section := range sections {
		head.Lengths = append(head.Lengths, int64(len(section.bytes())))
		head.Sums = append(head.Sums, sumsOf(section.bytes()))
	}
	text, err := json.Marshal(head)
	if err != nil {
		return err
	}
	begin := binary.NativeEndian.AppendUint32([]byte(magic), byteOrder)
	begin = append(binary.NativeEndian.AppendUint32(begin, uint32(len(text))), text...)
	begin = binary.NativeEndian.AppendUint32(begin, crc32.Checksum(begin, castagnoli))
	out := bufio.NewWriterSize(file, 1<<20)
	if _, err := out.Write(padded(begin)); err != nil {
		return err
	}
	for _, section := range sections {
		b := section.bytes()
		if _, err := out.Write(b); err != nil {
			return err
		}
		if _, err := out.Write(make([]byte, padding(int64(len(b))))); err != nil {
			return err
		}
	}
	return out.Flush()
}

func padding(length int64) int64 { return (alignment - length%alignment) % alignment }

func padded(b []byte) []byte { return append(b, make([]byte, padding(int64(len(b))))...) }

// sumsOf gives the checksum of each chunk, on all processors.
func sumsOf(b []byte) []uint32 {
	chunks := slices.Collect(slices.Chunk(b, sumChunk))
	sums := make([]uint32, len(chunks))
	var group sync.WaitGroup
	for i, chunk := range chunks {
		group.Go(func() { sums[i] = crc32.Checksum(chunk, castagnoli) })
	}
	group.Wait()
	return sums
}
