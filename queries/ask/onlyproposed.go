package ask

import "mandategraph/graph/snapshot"

// onlyProposed says that an act is a draft of which no loaded text tells what it became:
// nothing is done by it yet.
func (r *Reader) onlyProposed(n snapshot.Node) bool {
	return r.isDraft(n) && len(r.In(n, "draftOf")) == 0 && r.Text(n, "outcome") != "adopted" && r.Text(n, "status") != "adopted"
}
