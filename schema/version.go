package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"sync"
)

// version identifies the answers that a view gives: it changes with what the
// store holds and with the program.
func (v *view) version() string {
	v.versionOnce.Do(func() { v.versionText = v.Version() + "-" + program() })
	return v.versionText
}

// program identifies the build by the bytes of the executable: a revision of the
// source is not known to every build, and says nothing of what was changed since.
// It is empty where the executable cannot be read.
var program = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer func() { _ = file.Close() }() // it was only read
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
})

// Version identifies the answers that the API gives now: it changes with what the
// store holds and with the program.
func (a *API) Version() string { return a.view().version() }
