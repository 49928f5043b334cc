package snapshot

import (
	"encoding/binary"
	"errors"
	"os"
	"slices"
)

// A snapshot in two layers is kept in two files: that of its base, which stays as it
// is, and one of the delta, which is a snapshot's with two arrays more.

const (
	// laterExtension follows the path of the base's file in that of the delta.
	laterExtension = ".later"
	laterMagic     = "mandategraph later snapshot\n"
)

// laterSections are the delta's arrays, the revision of the base, and the documents
// of it that are gone, each as its length and its id.
func laterSections(c *columns, revision *[]uint64, gone *[]byte) []Section {
	return append(c.sections(), ArrayOf(revision), ArrayOf(gone))
}

func (r Revision) numbers() []uint64 { return append([]uint64{uint64(r.Writes)}, r.Sum[:]...) }

// writeLater keeps the delta where the base has its file already; false says that it
// has not.
func (s *Snapshot) writeLater(path string) (kept bool, err error) {
	o := s.layered
	if o == nil || labelOf(path, Magic) != (Label{Format, vocabularyHash, o.base.Revision}) || o.base.Revision == (Revision{}) {
		return false, nil
	}
	revision, gone := o.base.Revision.numbers(), []byte(nil)
	for place, text := range o.base.documentID {
		if o.gone[uint32(place)] {
			id := o.base.text(text)
			gone = append(binary.AppendUvarint(gone, uint64(len(id))), id...)
		}
	}
	label := Label{Format, vocabularyHash, s.Revision}
	return true, WriteArrays(path+laterExtension, laterMagic, label, laterSections(&o.delta.columns, &revision, &gone))
}

// IsKept reports whether the files of a snapshot seem to be of a revision, without
// reading them whole.
func IsKept(path string, revision Revision) bool {
	want := Label{Format, vocabularyHash, revision}
	return labelOf(path, Magic) == want || labelOf(path+laterExtension, laterMagic) == want
}

// labelOf is the label of a file of arrays; the zero value where it has none.
func labelOf(path, magic string) (label Label) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return label
	}
	file, err := os.Open(path)
	if err != nil {
		return label
	}
	defer file.Close()
	head, _, err := readHead(file, magic)
	if err != nil {
		return label
	}
	return head.Label
}

// withLater lays what is kept beside the file of a base over it; the base itself where
// that is nothing, or is of another one.
func (s *Snapshot) withLater(path string) (*Snapshot, error) {
	var c columns
	var revision []uint64
	var gone []byte
	label, err := ReadArrays(path+laterExtension, laterMagic, laterSections(&c, &revision, &gone), func(l Label) bool {
		return l.Format == Format && l.Vocabulary == vocabularyHash
	})
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, ErrOther) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	if !slices.Equal(revision, s.Revision.numbers()) {
		return s, nil
	}
	hidden := map[uint32]bool{}
	for len(gone) > 0 {
		length, n := binary.Uvarint(gone)
		if place, ok := s.findDocument(string(gone[n : n+int(length)])); ok {
			hidden[uint32(place)] = true
		}
		gone = gone[n+int(length):]
	}
	made := lay(s, c.open(), hidden)
	made.Revision = label.Version
	return made, nil
}
