package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// healthcheckCommand asks a server whether it may be sent work: for containers, which
// hold no other program that could.
func healthcheckCommand(p *program) *cobra.Command {
	var address string
	var timeout time.Duration
	c := &cobra.Command{
		Use:   "healthcheck",
		Short: "Ask a running server whether it is ready; the exit code says so",
		Args:  expect(0, 0, "no argument"),
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, cancel := context.WithTimeout(c.Context(), timeout)
			defer cancel()
			return p.healthcheck(ctx, address)
		},
	}
	c.Flags().StringVar(&address, "url", "http://127.0.0.1:8080", "`ADDRESS` of the server")
	c.Flags().DurationVar(&timeout, "timeout", 3*time.Second, "how long to wait for its answer")
	return c
}

// healthcheck prints what /readyz says; anything but 200 is an error.
func (p *program) healthcheck(ctx context.Context, address string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimRight(address, "/")+"/readyz", nil)
	if err != nil {
		return misusef("expected --url to be an address such as http://127.0.0.1:8080, found %q", address)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return fmt.Errorf("the server does not answer: %w", err)
	}
	defer func() { _ = response.Body.Close() }() // all of it that matters was read
	text, err := io.ReadAll(io.LimitReader(response.Body, 1<<10))
	if err != nil {
		return fmt.Errorf("the server's answer: %w", err)
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the server is not ready: %s", strings.TrimSpace(string(text)))
	}
	fmt.Fprint(p.out, string(text))
	return nil
}
