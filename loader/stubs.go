package loader

func (s *stater) instruments()     {}
func (s *stater) treaties()        {}
func (s *stater) meetings()        {}
func (s *stater) recommendations() {}
func (s *stater) proceedings()     {}
func (s *stater) mandates()        {}
func (s *stater) documents()       {}
func (s *stater) check()           {}
