package loader

import (
	"testing"

	"mandategraph/graph"
)

func TestReferenceData(t *testing.T) {
	d := ReferenceData()
	want := map[graph.Fact]bool{
		{Subject: "state/alb", Property: "name", Value: "Albania"}:                         false,
		{Subject: "state/tur", Property: "alias", Value: "Turkey"}:                         false,
		{Subject: "organization/unodc", Property: "kind", Value: "Organization"}:           false,
		{Subject: "group/g77-and-china", Property: "name", Value: "Group of 77 and China"}: false,
		{Subject: "treaty/untoc", Property: "alias", Value: "Organized Crime Convention"}:  false,
		{Subject: "body/ecosoc", Property: "name", Value: "Economic and Social Council"}:   false,
		{Subject: "body/ccpcj", Property: "partOf", Value: "body/ecosoc"}:                  false,
	}
	for _, f := range d.Facts {
		if _, ok := want[f]; ok {
			want[f] = true
		}
	}
	for f, ok := range want {
		if !ok {
			t.Errorf("missing: %v", f)
		}
	}
}
