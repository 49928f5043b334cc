package snapshot

// A nameTable finds a property by its name, which is done for each field of each
// entity of an answer. Names are few and differ in their lengths and letters, so
// four of these say where to look; Go's map would read each name whole twice.
type nameTable []namedCode

type namedCode struct {
	name string
	code uint32
}

func newNameTable(codes map[string]uint32) nameTable {
	size := 8
	for size < 4*len(codes) {
		size *= 2
	}
	t := make(nameTable, size)
	for name, code := range codes {
		if name == "" {
			continue
		}
		i := t.place(name)
		for ; t[i].name != ""; i = (i + 1) & (len(t) - 1) {
		}
		t[i] = namedCode{name, code}
	}
	return t
}

// place is where the search for a name that is not empty begins.
func (t nameTable) place(name string) int {
	last := len(name) - 1
	return (last*5 + int(name[0])*7 + int(name[last])*31 + int(name[last/2])*13) & (len(t) - 1)
}

// find gives the code of a name, if the snapshot has one.
func (t nameTable) find(name string) (code uint32, ok bool) {
	if name == "" {
		return 0, false
	}
	for i := t.place(name); t[i].name != ""; i = (i + 1) & (len(t) - 1) {
		if t[i].name == name {
			return t[i].code, true
		}
	}
	return 0, false
}
