package store

// A boltWalk goes through all pages of a file that its trees lead to, each of
// which may be reached once.
type boltWalk struct {
	*boltPages
	reached []uint64 // a bit a page
	// leaves says that every page is read. Without, those at the foot of a tree
	// are left out: nearly all of a file.
	leaves bool
}

// check reports a file that bbolt could not read without doing harm: with a page
// that is reached twice or is free although it is in use, or an element that
// does not lie within its page.
func (p *boltPages) check(leaves bool) error {
	w := &boltWalk{p, make([]uint64, p.pages/64+1), leaves}
	if err := w.claim(0, 2); err != nil { // the heads
		return err
	}
	if err := w.tree(p.root, true); err != nil {
		return err
	}
	return w.free()
}

// claim notes that pages are reached.
func (w *boltWalk) claim(id, count uint64) error {
	if id >= w.pages || id+count > w.pages {
		return damagedf("there is no page %d", id)
	}
	for n := id; n < id+count; n++ {
		if w.reached[n/64]&(1<<(n%64)) != 0 {
			return damagedf("page %d is reached twice", n)
		}
		w.reached[n/64] |= 1 << (n % 64)
	}
	return nil
}

// tree goes through one whose leaves may hold buckets.
func (w *boltWalk) tree(root uint64, buckets bool) error {
	height, at := 0, root
	for page, err := w.page(at, false); page.flags == branchPage; page, err = w.page(at, false) {
		e, failed := page.element(0)
		if height++; err != nil || failed != nil || height > deepest {
			return damagedf("the tree of page %d has no leaves", root)
		}
		at = e.child
	}
	return w.below(root, height, buckets)
}

// below goes through the pages from one on, which stands at a height.
func (w *boltWalk) below(id uint64, height int, buckets bool) error {
	if height <= 0 && !buckets && !w.leaves {
		return w.claim(id, 1)
	}
	page, err := w.page(id, buckets)
	if err != nil {
		return err
	}
	if err := w.claim(id, page.pages); err != nil {
		return err
	}
	if page.flags != leafPage && (page.flags != branchPage || height <= 0) {
		return damagedf("page %d is of kind %d", id, page.flags)
	}
	for i := range int(page.count) {
		e, err := page.element(i)
		if err == nil && page.flags == branchPage {
			err = w.below(e.child, height-1, buckets)
		} else if err == nil && e.bucket {
			err = w.bucket(&page, e, buckets)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bucket goes through one that an element of a leaf is. A small one stands where
// its root would, and has no pages.
func (w *boltWalk) bucket(page *boltPage, e boltElement, follow bool) error {
	if e.after-e.value < boltHeaderSize {
		return damagedf("a bucket has %d bytes", e.after-e.value)
	}
	if !follow {
		return nil
	}
	root := native.Uint64(page.content[e.value:])
	if root == 0 {
		return nil
	}
	return w.tree(root, false)
}

// free reads the list of free pages.
func (w *boltWalk) free() error {
	if w.freelist == noFreelist {
		return nil
	}
	page, err := w.page(w.freelist, true)
	if err != nil {
		return err
	}
	list, count := page.content[boltHeaderSize:], uint64(page.count)
	if count == 0xFFFF {
		count, list = native.Uint64(list), list[8:]
	}
	if page.flags != freelistPage || count > uint64(len(list)/8) {
		return damagedf("its list of free pages, page %d, is of kind %d and has %d", w.freelist, page.flags, count)
	}
	if err := w.claim(w.freelist, page.pages); err != nil {
		return err
	}
	for ; count > 0; count, list = count-1, list[8:] {
		if err := w.claim(native.Uint64(list), 1); err != nil {
			return err
		}
	}
	return nil
}
