package ask

// saysUnloaded says of an answer without results which acts of its question are not loaded
// themselves: that nothing was found in them means nothing.
func (r *Reader) saysUnloaded(u *understanding, answer *Answer) {
	if len(answer.Rows) > 0 || answer.Story != nil || answer.Verdict != nil {
		return
	}
	for _, n := range u.meant.things() {
		if !r.isAct(n) || r.Loaded(n) {
			continue
		}
		said := "the text of " + r.called(n) + " is not loaded, so nothing of what it says was read"
		answer.Text += said + "\n"
		answer.Completeness.add(Lack{State: NotLoaded, Text: said})
	}
}
