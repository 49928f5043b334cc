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
// of its instances little memory.
type engine struct {
	pool pdfium.Pool
	mu   sync.Mutex
	most int64   // bytes of the instance that is being made
	made *memory // of the instance that was made last
}

// mostInstances is more than anybody reads at once.
const mostInstances = 1 << 10

// The engines are made when the first PDF is read. The one that can be stopped
// pays for each call into it, and there are many for each character; the quick one
// cannot be stopped while it works on a page.
var (
	stoppableEngine = sync.OnceValues(func() (*engine, error) { return startEngine(true) })
	quickEngine     = sync.OnceValues(func() (*engine, error) { return startEngine(false) })
)

func startEngine(stops bool) (*engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(stops)
	if cache := compiled(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	e := &engine{}
	allocate := experimental.MemoryAllocatorFunc(func(_, _ uint64) experimental.LinearMemory {
		e.made = &memory{most: uint64(e.most)}
		return e.made
	})
	var err error
	e.pool, err = webassembly.Init(webassembly.Config{
		Context:       experimental.WithMemoryAllocator(context.Background(), allocate),
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

// with calls use with an instance that takes at most as much memory as the limits
// say, and explains its failure by what it met.
func (e *engine) with(ctx context.Context, limits Limits, use func(pdfium.Pdfium) error) error {
	instance, memory, err := e.instance(ctx, limits.Memory*megabyte)
	if err != nil {
		return fmt.Errorf("start the PDF engine: %w", err)
	}
	defer func() { _ = instance.Close() }() // it holds nothing but memory
	defer context.AfterFunc(ctx, func() { _ = instance.Kill() })()
	switch err = use(instance); {
	case err == nil || errors.Is(err, ErrTooLarge):
		return err
	case memory.refuse.Load():
		return TooLarge(optionMemory, "a PDF that is read in %d MB of memory", limits.Memory)
	case ctx.Err() != nil:
		return context.Cause(ctx)
	}
	return err
}

func (e *engine) instance(ctx context.Context, most int64) (pdfium.Pdfium, *memory, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.most = most
	instance, err := e.pool.GetInstanceWithContext(ctx)
	return instance, e.made, err
}

// muchMemory is from how many bytes on a memory is made as large as it may become,
// so that the one before it and itself never take twice that.
const muchMemory = 64 * megabyte

// A memory is that of one instance. It doubles when it is full, so that little is
// copied, and remembers that it was asked for more than it may have beyond what
// every instance begins with.
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
