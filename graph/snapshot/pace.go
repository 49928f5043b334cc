package snapshot

import "context"

// A pace looks at a context at every 1,024th step of a long piece of work, a node
// or a row, so that looking costs nothing.
type pace struct {
	ctx   context.Context
	steps uint32
	err   error // of the context, once it was seen to have ended
}

// stopped counts a step and reports whether the context has ended. What was found
// until then is not whole.
func (p *pace) stopped() bool {
	if p.steps++; p.steps%1024 == 0 {
		p.look()
	}
	return p.err != nil
}

// look looks at the context now.
func (p *pace) look() bool {
	p.err = p.ctx.Err()
	return p.err != nil
}
