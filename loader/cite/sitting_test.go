package cite

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSittings(t *testing.T) {
	list := Sittings("adopted by the Working Group on Ropes and the Working Group on Knots "+
		"at their meetings held from 3 to 7 May 2032", "ctoc-cop")
	require.Len(t, list, 2)
	assert.Equal(t, "body/ctoc-cop/working-group-on-ropes/meeting/2032-05-03", list[0].ID)
	assert.Equal(t, "2032-05-07", list[1].endDate)
	list = Sittings("the results of the tenth and eleventh meetings of the Working Group on Ropes, "+
		"held in Vienna on 3 and 4 May 2023 and on 5 and 6 April 2024, respectively", "ctoc-cop")
	require.Len(t, list, 2)
	assert.Equal(t, [2]string{"2024-04-05", "2024-04-06"}, [2]string{list[1].date, list[1].endDate})
}
