package names

import (
	"slices"
	"strings"
	"sync"
)

// Traits of words in the names of organs, a column of data/words.tsv.
const (
	// OrganWord ends the short name of a body: Council, Conference.
	OrganWord = "organ"
	// CommonWord stands in names of many organs and tells none from another:
	// Executive, Standing.
	CommonWord = "common"
	// GroupWord is the noun of a group that a text creates: working group.
	GroupWord = "group"
)

// words are the rows of the table.
var words = sync.OnceValue(func() (rows [][2]string) {
	text, err := data.ReadFile("data/words.tsv")
	if err != nil {
		panic(err) // it is built in
	}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		word, traits, _ := strings.Cut(line, "\t")
		rows = append(rows, [2]string{word, traits})
	}
	return rows
})

// Words are those with a trait, in the order of the table.
func Words(trait string) (list []string) {
	for _, row := range words() {
		if slices.Contains(strings.Split(row[1], "|"), trait) {
			list = append(list, row[0])
		}
	}
	return list
}
