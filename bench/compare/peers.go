package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// oxigraphActs is the largest graph that Oxigraph gets: its build for npm keeps
// everything in the memory of WebAssembly.
const oxigraphActs = 20000

// measurePeers asks the engines that are npm packages.
func measurePeers(ctx context.Context, directory, peers string, acts int, others map[string]results) error {
	for name, engine := range map[string]string{"Kuzu": "kuzu", "Oxigraph": "oxigraph"} {
		if engine == "oxigraph" && acts > oxigraphActs {
			continue
		}
		c := exec.CommandContext(ctx, "node", filepath.Join(peers, "peers.mjs"), directory, engine)
		c.Stderr = os.Stderr
		output, err := c.Output()
		if err != nil {
			return fmt.Errorf("%s: %w; install its package with: npm ci --prefix %s", name, err, peers)
		}
		var r results
		if err := json.Unmarshal(output, &r); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		others[name] = r
	}
	return nil
}
