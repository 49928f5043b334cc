package export

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A backup is what [WriteBackup] writes: a line that says so, everything as the
// format jsonl writes it, and a line with the SHA-256 of all before it. It is of
// no kind of store.
type backupHead struct {
	Type      string            `json:"type"`
	Format    int               `json:"format"`
	Documents int               `json:"documents"`
	Revision  snapshot.Revision `json:"revision"`
}

const (
	backupLine   = "backup"
	backupFormat = 1
)

func backupEnd(sum []byte) []byte {
	return fmt.Appendf(nil, "{\"type\":\"end\",\"sha256\":\"%s\"}\n", hex.EncodeToString(sum))
}

// WriteBackup writes everything that a snapshot holds. What it has written when
// the context ends is no backup.
func WriteBackup(ctx context.Context, to io.Writer, s *snapshot.Snapshot) error {
	sum := sha256.New()
	w := io.MultiWriter(to, sum)
	head, err := json.Marshal(backupHead{backupLine, backupFormat, len(s.Sources()), s.Revision})
	if err != nil {
		return err
	}
	if _, err := w.Write(append(head, '\n')); err != nil {
		return err
	}
	if err := buffered(writeJSONLines)(ctx, w, s, Options{}); err != nil {
		return err
	}
	_, err = to.Write(backupEnd(sum.Sum(nil)))
	return err
}

// ReadBackup reads what [WriteBackup] wrote, after it has compared the checksum
// of the whole. An error says what was expected, or that something is missing or
// changed.
func ReadBackup(from io.ReadSeeker) ([]graph.Document, error) {
	end, err := from.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	end -= int64(len(backupEnd(sum.Sum(nil))))
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(from, 1<<16)
	line, err := in.ReadBytes('\n')
	var head backupHead
	if err != nil || json.Unmarshal(line, &head) != nil || head.Type != backupLine {
		return nil, errors.New("expected a backup, as 'mandategraph backup' writes it")
	}
	if head.Format != backupFormat {
		return nil, fmt.Errorf("expected a backup of format %d, found %d", backupFormat, head.Format)
	}
	sum.Write(line) // a hash never fails
	if _, err := io.CopyN(sum, in, end-int64(len(line))); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if last, err := io.ReadAll(in); err != nil || !bytes.Equal(last, backupEnd(sum.Sum(nil))) {
		return nil, errors.Join(errors.New("the backup is damaged or cut off: its SHA-256 is not the one at its end"), err)
	}
	if _, err := from.Seek(int64(len(line)), io.SeekStart); err != nil {
		return nil, err
	}
	documents, err := ReadJSONLines(io.LimitReader(from, end-int64(len(line))))
	if err == nil && len(documents) != head.Documents {
		err = fmt.Errorf("expected %d documents, found %d", head.Documents, len(documents))
	}
	return documents, err
}
