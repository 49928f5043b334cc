package format

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// openZip opens a zip archive with a number of members within the limits.
func openZip(data []byte) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > maxMembers {
		return nil, fmt.Errorf("%w: expected at most %d members, found %d", ErrTooLarge, maxMembers, len(z.File))
	}
	return z, nil
}

// openMember opens a member of a zip archive that ends in an error where it
// unpacks to more than the limits.
func openMember(f *zip.File) (io.ReadCloser, error) {
	if f.Flags&1 != 0 {
		return nil, errors.New("it is encrypted and needs a password")
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	most := min(int64(MaxFile), 64<<20+maxRatio*int64(f.CompressedSize64))
	return &limited{r, r, most, most}, nil
}

// limited reads until a limit and fails beyond it.
type limited struct {
	io.Reader
	io.Closer
	left, most int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, tooLarge("a member", l.most)
	}
	return n, err
}

// A container is a format of archives.
type container struct {
	is     func(data []byte, m *mimetype.MIME) bool
	unpack func(u *unpacker, name string, data []byte, depth int)
}

// containers are set at the start, as the unpacker unpacks archives in them.
var containers []container

func init() {
	containers = []container{
		{func(data []byte, m *mimetype.MIME) bool { return m.Is("application/zip") && !isDOCX(data, m) }, (*unpacker).zip},
		{func(_ []byte, m *mimetype.MIME) bool { return m.Is("application/gzip") }, (*unpacker).gzip},
		{func(_ []byte, m *mimetype.MIME) bool { return m.Is("application/x-tar") }, (*unpacker).tar},
	}
}

// IsArchive says whether bytes are an archive that [Unpack] opens.
func IsArchive(data []byte) bool { return archive(data) != nil }

func archive(data []byte) *container {
	m := mimetype.Detect(data)
	for i := range containers {
		if containers[i].is(data, m) {
			return &containers[i]
		}
	}
	return nil
}

// Unpack calls visit for each file in an archive, in its order, with a path
// below name, and for archives in it in their place. Hidden files are passed
// over. A file that cannot be unpacked is visited with the reason, and what
// follows it is visited all the same where it can be found.
func Unpack(name string, data []byte, visit func(name string, data []byte, err error)) {
	u := &unpacker{visit: visit}
	u.file(name, data, 0)
}

type unpacker struct {
	visit   func(name string, data []byte, err error)
	members int
	size    int64
	full    bool // a limit is met; nothing more is unpacked
}

// file visits a file, or what is in it.
func (u *unpacker) file(name string, data []byte, depth int) {
	c := archive(data)
	switch {
	case c == nil && depth > 0:
		u.visit(name, data, nil)
	case c == nil:
		u.visit(name, nil, errors.New("expected an archive"))
	case depth >= maxNesting:
		u.visit(name, nil, fmt.Errorf("%w: expected archives in one another at most %d deep", ErrTooLarge, maxNesting))
	default:
		c.unpack(u, name, data, depth)
	}
}

// member reads one member within the limits of the archive.
func (u *unpacker) member(name string, r io.Reader, depth int) {
	if u.full || hidden(name) {
		return
	}
	data, err := ReadAll(r)
	u.members++
	u.size += int64(len(data))
	switch {
	case err != nil:
		u.visit(name, nil, err)
	case u.members > maxMembers:
		u.full = true
		u.visit(name, nil, fmt.Errorf("%w: expected at most %d members in an archive", ErrTooLarge, maxMembers))
	case u.size > maxArchive:
		u.full = true
		u.visit(name, nil, tooLarge("an archive that unpacks to files", maxArchive))
	default:
		u.file(name, data, depth+1)
	}
}

// hidden recognizes files that a system keeps for itself.
func hidden(name string) bool {
	for _, part := range strings.Split(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}

func (u *unpacker) zip(name string, data []byte, depth int) {
	z, err := openZip(data)
	if err != nil {
		u.visit(name, nil, fmt.Errorf("expected a zip archive: %w", err))
		return
	}
	for _, f := range z.File {
		if f.FileInfo().IsDir() || hidden(f.Name) || u.full {
			continue
		}
		inner := path.Join(name, clean(f.Name))
		r, err := openMember(f)
		if err != nil {
			u.visit(inner, nil, err)
			continue
		}
		u.member(inner, r, depth)
		_ = r.Close() // what it says, reading has said
	}
}

// clean keeps the name of a member below its archive.
func clean(name string) string { return path.Clean("/" + strings.ReplaceAll(name, "\\", "/"))[1:] }

func (u *unpacker) gzip(name string, data []byte, depth int) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		u.visit(name, nil, fmt.Errorf("expected a gzip file: %w", err))
		return
	}
	most := min(int64(MaxFile), 64<<20+maxRatio*int64(len(data)))
	u.member(strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".tgz"), &limited{z, io.NopCloser(z), most, most}, depth)
}

func (u *unpacker) tar(name string, data []byte, depth int) {
	t := tar.NewReader(bytes.NewReader(data))
	for !u.full {
		header, err := t.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			u.visit(name, nil, fmt.Errorf("expected a whole tar archive: %w", err))
			return
		}
		if header.Typeflag == tar.TypeReg && !hidden(header.Name) {
			u.member(path.Join(name, clean(header.Name)), t, depth)
		}
	}
}
