package store

// Beside is the path of what is kept beside the file of the store's snapshot, with
// an extension of its own; empty where no snapshot is kept.
func (s *Store) Beside(extension string) string {
	if s.file == "" {
		return ""
	}
	return s.file + extension
}
