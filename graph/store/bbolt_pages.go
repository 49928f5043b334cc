package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
)

// boltPages reads a bbolt file page by page and trusts nothing in it. Bbolt
// itself maps the file into memory: there, one that is cut off or written over
// meanwhile ends the program, and so does a page that leads back to itself.
//
// A file begins with two heads, of which every transaction writes the other.
// The head of the newest leads to a tree of pages, whose leaves hold keys with
// values or with the roots of further trees, the buckets. All pages that the
// tree needs stay as they are until the transaction after the next one.
type boltPages struct {
	file io.ReaderAt
	boltHead
}

type boltHead struct {
	pageSize, root, freelist, pages, transaction uint64
}

// Numbers of the format, version 2.
const (
	boltMagic      = 0xED0CDAED
	boltVersion    = 2
	boltHeadSize   = 64 // behind the header of its page
	boltHeaderSize = 16 // of a page, of an element, and of a bucket
	branchPage     = 1
	leafPage       = 2
	freelistPage   = 16
	bucketElement  = 1
	noFreelist     = ^uint64(0)
	// deepest is more than any tree has that fits on a disk.
	deepest = 64
)

var native = binary.NativeEndian

func damagedf(format string, args ...any) error {
	return fmt.Errorf("this bbolt file is %w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// openPages reads the heads of a file of a size in bytes.
func openPages(file io.ReaderAt, size int64) (*boltPages, error) {
	first, err := readBoltHead(file, 0)
	if err != nil {
		return nil, fmt.Errorf("this is not a bbolt file, or it is %w: %w", ErrDamaged, err)
	}
	second, err := readBoltHead(file, int64(first.pageSize))
	if err != nil || second.pageSize != first.pageSize {
		// With the older head alone, bbolt would silently forget what was written last.
		return nil, damagedf("its second head cannot be read")
	}
	if second.transaction > first.transaction {
		first = second
	}
	if uint64(size) < first.pages*first.pageSize {
		return nil, damagedf("%d bytes of %d are left", size, first.pages*first.pageSize)
	}
	return &boltPages{file, first}, nil
}

func readBoltHead(file io.ReaderAt, at int64) (h boltHead, err error) {
	b := make([]byte, boltHeaderSize+boltHeadSize)
	if _, err := file.ReadAt(b, at); err != nil {
		return h, fmt.Errorf("its head is cut off: %w", err)
	}
	b = b[boltHeaderSize:]
	sum := fnv.New64a()
	sum.Write(b[:boltHeadSize-8]) // never fails
	h = boltHead{
		pageSize: uint64(native.Uint32(b[8:])), root: native.Uint64(b[16:]), freelist: native.Uint64(b[32:]),
		pages: native.Uint64(b[40:]), transaction: native.Uint64(b[48:]),
	}
	switch {
	case native.Uint32(b) != boltMagic:
		return h, fmt.Errorf("it does not begin as one")
	case native.Uint32(b[4:]) != boltVersion:
		return h, fmt.Errorf("its format is of version %d", native.Uint32(b[4:]))
	case sum.Sum64() != native.Uint64(b[boltHeadSize-8:]):
		return h, fmt.Errorf("its head has another checksum")
	case h.pageSize < 512 || h.pageSize > 1<<20 || h.pages > 1<<50/h.pageSize:
		return h, fmt.Errorf("it has %d pages of %d bytes", h.pages, h.pageSize)
	}
	return h, nil
}

// A boltPage is one with those that it runs over into. Its content may be only
// the beginning, up to the end of its elements' headers.
type boltPage struct {
	flags, count uint16
	pages        uint64
	size         uint64 // of the whole
	content      []byte
}

// page reads one, whole or only as far as its elements' headers go.
func (p *boltPages) page(id uint64, whole bool) (boltPage, error) {
	header := make([]byte, boltHeaderSize)
	if id < 2 || id >= p.pages {
		return boltPage{}, damagedf("there is no page %d", id)
	}
	at := int64(id * p.pageSize)
	if _, err := p.file.ReadAt(header, at); err != nil {
		return boltPage{}, damagedf("page %d: %v", id, err)
	}
	read := boltPage{
		flags: native.Uint16(header[8:]), count: native.Uint16(header[10:]), pages: 1 + uint64(native.Uint32(header[12:])),
	}
	if native.Uint64(header) != id || id+read.pages > p.pages {
		return boltPage{}, damagedf("page %d calls itself %d and has %d more", id, native.Uint64(header), read.pages-1)
	}
	read.size = read.pages * p.pageSize
	length := read.size
	if !whole {
		length = min(length, boltHeaderSize*(1+uint64(read.count)))
	}
	read.content = make([]byte, length)
	if _, err := p.file.ReadAt(read.content, at); err != nil {
		return boltPage{}, damagedf("page %d: %v", id, err)
	}
	return read, nil
}

// A boltElement is a key of a branch with the page below, or a key of a leaf
// with its value. The places are in bytes of the page.
type boltElement struct {
	child             uint64
	bucket            bool
	key, value, after uint64
}

func (b *boltPage) element(i int) (e boltElement, err error) {
	at := uint64(boltHeaderSize * (1 + i))
	if at+boltHeaderSize > uint64(len(b.content)) {
		return e, damagedf("a page has %d elements in %d bytes", b.count, b.size)
	}
	header := b.content[at : at+boltHeaderSize]
	if b.flags == branchPage {
		e.key = at + uint64(native.Uint32(header))
		e.value = e.key + uint64(native.Uint32(header[4:]))
		e.after, e.child = e.value, native.Uint64(header[8:])
	} else {
		e.bucket = native.Uint32(header) == bucketElement
		e.key = at + uint64(native.Uint32(header[4:]))
		e.value = e.key + uint64(native.Uint32(header[8:]))
		e.after = e.value + uint64(native.Uint32(header[12:]))
	}
	if e.after > b.size {
		return e, damagedf("an element of a page ends at byte %d of %d", e.after, b.size)
	}
	return e, nil
}

// last is the last value in a bucket, nil where there is none or it is empty.
func (p *boltPages) last(bucket string) ([]byte, error) {
	found, err := p.find(p.root, bucket, 0)
	if err != nil || found == nil {
		return nil, err
	}
	if len(found) < boltHeaderSize {
		return nil, damagedf("a bucket has %d bytes", len(found))
	}
	root := native.Uint64(found)
	if root == 0 { // a small bucket stands where its root would
		inline := found[boltHeaderSize:]
		if len(inline) < boltHeaderSize {
			return nil, damagedf("a bucket has %d bytes", len(found))
		}
		page := boltPage{
			flags: native.Uint16(inline[8:]), count: native.Uint16(inline[10:]), size: uint64(len(inline)), content: inline,
		}
		return page.lastValue()
	}
	for range deepest {
		page, err := p.page(root, true)
		if err != nil {
			return nil, err
		}
		if page.flags != branchPage {
			return page.lastValue()
		}
		e, err := page.element(int(page.count) - 1)
		if err != nil {
			return nil, err
		}
		root = e.child
	}
	return nil, damagedf("a tree has no leaves")
}

func (b *boltPage) lastValue() ([]byte, error) {
	if b.flags != leafPage {
		return nil, damagedf("a page is of kind %d", b.flags)
	}
	if b.count == 0 {
		return nil, nil
	}
	e, err := b.element(int(b.count) - 1)
	if err != nil {
		return nil, err
	}
	return b.content[e.value:e.after], nil
}

// find looks through the tree of buckets for one and gives its value.
func (p *boltPages) find(id uint64, bucket string, depth int) ([]byte, error) {
	page, err := p.page(id, true)
	if err == nil && (depth > deepest || page.flags != branchPage && page.flags != leafPage) {
		err = damagedf("page %d is of kind %d", id, page.flags)
	}
	for i := 0; err == nil && i < int(page.count); i++ {
		var e boltElement
		if e, err = page.element(i); err != nil {
			break
		}
		var found []byte
		if page.flags == branchPage {
			found, err = p.find(e.child, bucket, depth+1)
		} else if e.bucket && bytes.Equal(page.content[e.key:e.value], []byte(bucket)) {
			found = page.content[e.value:e.after]
		}
		if found != nil {
			return found, err
		}
	}
	return nil, err
}
