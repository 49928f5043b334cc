package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every module that the program is built of has its licence in it, in the
// version that is built in, and so have Go and PDFium.
func TestLicensesAreComplete(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", ".")
	out, err := list.Output()
	require.NoError(t, err)
	modules := append(strings.Fields(strings.ReplaceAll(strings.TrimSpace(string(out)), " ", "@")), "Go", "PDFium, in github.com/klippa-app/go-pdfium")
	slices.Sort(modules)
	lines := strings.Split(notices, "\n")
	for _, m := range slices.Compact(modules) {
		assert.Contains(t, lines, strings.ReplaceAll(m, "@", " "), "write the notices again with: make notices")
	}
}
