package format

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// openZip opens a zip archive of at most so many members.
func openZip(data []byte, most int64, over error) (*zip.Reader, error) {
	if int64(bytes.Count(data, []byte("PK\x01\x02"))) > most { // each takes memory
		return nil, over
	}
	return zip.NewReader(bytes.NewReader(data), int64(len(data)))
}

// openMember opens a member of a zip archive.
func openMember(f *zip.File) (io.ReadCloser, error) {
	if f.Flags&1 != 0 {
		return nil, errors.New("it is encrypted and needs a password")
	}
	return f.Open()
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
// below name, and for archives in it in their place. Hidden files, links and
// devices are passed over. A file that cannot be unpacked is visited with the
// reason, and what follows it is visited all the same where it can be found. It
// ends when ctx does.
func Unpack(
	ctx context.Context, name string, data []byte, limits Limits, visit func(name string, data []byte, err error),
) {
	u := &unpacker{visit: visit, ctx: ctx, limits: limits}
	most := max(limits.Unpacked*megabyte, unpackedRatio*int64(len(data)))
	u.left = budget{most, TooLarge(optionUnpacked, "an archive that unpacks to at most %d MB", most/megabyte)}
	var err error
	func() {
		defer Recovered(&err)
		u.file(name, data, 0)
	}()
	if err != nil {
		visit(name, nil, err)
	}
}

type unpacker struct {
	visit   func(name string, data []byte, err error)
	ctx     context.Context
	limits  Limits
	members int64
	left    budget
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
	case int64(depth) >= u.limits.Nesting:
		u.visit(name, nil, TooLarge(optionNesting, "archives in one another at most %d deep", u.limits.Nesting))
	default:
		c.unpack(u, name, data, depth)
	}
}

// member reads one member within the limits of the archive.
func (u *unpacker) member(name string, r io.Reader, depth int) {
	if u.ended() || hidden(name) {
		return
	}
	if u.members++; u.members > u.limits.Members {
		u.full = true
		u.visit(name, nil, u.tooMany())
		return
	}
	data, err := u.limits.ReadAll(u.ctx, u.left.reader(r))
	u.full = u.left.left < 0
	if err != nil {
		u.visit(name, nil, err)
		return
	}
	u.file(name, data, depth+1)
}

// ended says that nothing more is unpacked.
func (u *unpacker) ended() bool { return u.full || u.ctx.Err() != nil }

func (u *unpacker) tooMany() error {
	return TooLarge(optionMembers, "an archive of at most %d files", u.limits.Members)
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
	z, err := openZip(data, u.limits.Members, u.tooMany())
	if err != nil {
		u.visit(name, nil, fmt.Errorf("expected a zip archive: %w", err))
		return
	}
	for _, f := range z.File {
		if !f.Mode().IsRegular() || hidden(f.Name) || u.ended() {
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
	u.member(strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".tgz"), z, depth)
}

func (u *unpacker) tar(name string, data []byte, depth int) {
	t := tar.NewReader(bytes.NewReader(data))
	for !u.ended() {
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
