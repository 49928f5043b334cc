package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryRelationHasAClassThatALegendNames(t *testing.T) {
	used := map[string]bool{}
	titles := map[string]bool{}
	for _, c := range Classes {
		titles[c.Name] = true
	}
	for _, r := range Relations {
		assert.True(t, titles[r.Class], "%s is of class %q", r.Name, r.Class)
		used[r.Class] = true
	}
	assert.Len(t, used, len(Classes))
	for class, names := range ofClass {
		for _, name := range names {
			_, known := RelationByName(name)
			assert.True(t, known, "%s has a relation %q that is none", class, name)
		}
	}
}

func TestTheStrongestClassGivesALineItsLook(t *testing.T) {
	assert.Equal(t, "restsOn", StrongerClass(ClassOf("mentions"), ClassOf("recalls")))
	assert.Equal(t, "makes", StrongerClass(ClassOf("extends"), ClassOf("recalls")))
	assert.Equal(t, "asks", StrongerClass("", ClassOf("requests")))
	assert.Equal(t, "names", ClassOf("somethingElse"))
}
