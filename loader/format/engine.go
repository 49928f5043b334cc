package format

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// An engine is PDFium, compiled to WebAssembly. It sees no file system, and each
// of its machines little memory.
type engine struct {
	pool pdfium.Pool
	mu   sync.Mutex
	most int64      // bytes of the machine that is being made
	made *memory    // of the machine that was made last
	core api.Module // of the same
}

// mostInstances is more than anybody reads at once.
const mostInstances = 1 << 10

// The engine is made when the first PDF is read.
var pdfEngine = sync.OnceValues(func() (*engine, error) {
	e, err := startEngine(contentReader)
	if err == nil && !e.looks() {
		return startEngine("malloc")
	}
	return e, err
})

// startEngine makes an engine that looks at its context whenever the function with a
// name or number is called.
func startEngine(watched string) (*engine, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache := compiled(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	e := &engine{}
	allocate := experimental.MemoryAllocatorFunc(func(_, _ uint64) experimental.LinearMemory {
		e.made = &memory{most: uint64(e.most)}
		return e.made
	})
	ctx := experimental.WithMemoryAllocator(context.Background(), allocate)
	var err error
	e.pool, err = webassembly.Init(webassembly.Config{
		Context:       experimental.WithFunctionListenerFactory(ctx, watcher{e, watched}),
		MaxTotal:      mostInstances,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("start the PDF engine: %w", err)
	}
	return e, nil
}

// with calls use with a machine that takes at most as much memory as the limits say,
// and explains its failure by what it met.
func (e *engine) with(ctx context.Context, limits Limits, use func(*machine) error) error {
	m, err := e.machine(ctx, limits.Memory*megabyte)
	if err != nil {
		return fmt.Errorf("start the PDF engine: %w", err)
	}
	defer func() { _ = m.instance.Kill() }() // it holds nothing but memory
	switch err = use(m); {
	case err == nil || errors.Is(err, ErrTooLarge):
		return err
	case m.memory.refuse.Load():
		return TooLarge(optionMemory, "a PDF that is read in %d MB of memory", limits.Memory)
	case ctx.Err() != nil:
		return context.Cause(ctx)
	}
	return err
}

func (e *engine) machine(ctx context.Context, most int64) (*machine, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.most = most
	instance, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, err
	}
	return newMachine(instance, e.core, e.made)
}

// muchMemory is from how many bytes on a memory is made as large as it may become,
// so that the one before it and itself never take twice that.
const muchMemory = 64 * megabyte

// A memory is that of one machine. It doubles when it is full, so that little is
// copied, and remembers that it was asked for more than it may have beyond what
// every machine begins with.
type memory struct {
	most   uint64
	bytes  []byte
	refuse atomic.Bool
}

func (m *memory) Reallocate(size uint64) []byte {
	if size > m.most && m.bytes != nil {
		m.refuse.Store(true)
		return nil
	}
	if size > uint64(cap(m.bytes)) {
		room := 2 * size
		if size > muchMemory {
			room = m.most
		}
		grown := make([]byte, size, max(size, min(m.most, room)))
		copy(grown, m.bytes)
		m.bytes = grown
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

// Free leaves the bytes to the garbage collector: who was stopped may still look
// at them.
func (m *memory) Free() {}

// compiled keeps the engine's machine code in the user's cache, which saves
// two seconds at the next start; nil where there is no such folder.
func compiled() wazero.CompilationCache {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "mandategraph"))
	if err != nil {
		return nil // an unwritable folder costs time, nothing else
	}
	return cache
}
