// Package assist answers assistants: programs that talk with people and call tools
// over the Model Context Protocol (https://modelcontextprotocol.io).
//
// In go the API and the lines of a client; out come lines with what its tools
// found, each result with quotes and links. Every tool runs a query of the API, so
// that an assistant is told what a page and a terminal are told.
//
// It imports schema, and is the only package that imports the protocol's SDK.
package assist

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"mandategraph/schema"
)

// Options say how [Serve] answers.
type Options struct {
	// Base is the address of an explorer that serves the same graph, to whose pages
	// results link; empty for none.
	Base string
	// Version is that of the program, as clients are told it.
	Version string
}

// Serve speaks the Model Context Protocol with one client, in lines of JSON, until
// the input ends or the context does. Nothing else is written to the output. The
// error is that of the context, or of input and output.
func Serve(ctx context.Context, api *schema.API, o Options, in io.Reader, out io.Writer) error {
	a := assistant{api, strings.TrimSuffix(o.Base, "/")}
	return a.server(o.Version).Run(ctx, &mcp.IOTransport{Reader: io.NopCloser(in), Writer: unclosed{out}})
}

// unclosed is an output that stays open.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

// An assistant answers tools from the API; base is the address of an explorer, or
// empty.
type assistant struct {
	api  *schema.API
	base string
}

// instructions tell an assistant how to use the tools well.
const instructions = "Mandate Graph holds resolutions, decisions and reports of United Nations bodies, and what they recall, request, " +
	"establish, extend and adopt, each statement with the words that prove it. Begin with ask (a question in plain English) " +
	"or find (names, numbers, symbols). Entities have ids such as sc/resolution/1373 or body/unifil, which every tool takes, " +
	"as it takes references (resolution 76/185, A/RES/76/185) and names. Quote the words and cite paragraph and link. " +
	"What is not in the loaded texts is not known here: completeness says what an answer lacks, and it is to be told along."

func (a assistant) server(version string) *mcp.Server {
	server := mcp.NewServer(&mcp.Implementation{Name: "mandategraph", Title: "Mandate Graph", Version: version},
		&mcp.ServerOptions{Instructions: instructions, Capabilities: &mcp.ServerCapabilities{}})
	for _, t := range tools {
		t.add(server, a)
	}
	return server
}

// run executes a query and decodes its data into out; links to the explorer are
// put beside ids. What is wrong with the query is an error in words.
func (a assistant) run(ctx context.Context, query string, variables map[string]any, out any) error {
	result := a.api.Execute(ctx, withFragments(query), variables, "")
	if len(result.Errors) > 0 {
		return errors.New(result.Errors[0].Message)
	}
	encoded, err := json.Marshal(result)
	if err != nil {
		return err
	}
	var decoded struct{ Data any }
	reader := json.NewDecoder(bytes.NewReader(encoded))
	reader.UseNumber()
	if err := reader.Decode(&decoded); err != nil {
		return err
	}
	a.link(decoded.Data)
	if encoded, err = json.Marshal(decoded.Data); err != nil {
		return err
	}
	return json.Unmarshal(encoded, out)
}

// link puts the address of its page beside every entity and statement.
func (a assistant) link(value any) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			a.link(element)
		}
	case map[string]any:
		for _, element := range v {
			a.link(element)
		}
		for _, name := range []string{"paragraph", "id"} {
			if id, ok := v[name].(string); ok && a.base != "" {
				v["link"] = a.base + "/?read=" + strings.ReplaceAll(url.QueryEscape(id), "%2F", "/")
			}
		}
	}
}

// id is that of the one entity that a text names: an id, a reference or a name.
func (a assistant) id(ctx context.Context, text string) (string, error) {
	named, err := a.api.Named(ctx, text)
	switch {
	case err != nil:
		return "", err
	case len(named) == 1:
		return named[0], nil
	case len(named) == 0:
		return "", fmt.Errorf("nothing in the store is called %q; the tool find looks for its words", text)
	}
	return "", fmt.Errorf("%q may mean %d things; call again with one of these ids: %s", text, len(named), strings.Join(named, ", "))
}

// ids replace what arguments name by ids; empty ones stay away.
func (a assistant) ids(ctx context.Context, variables map[string]any, named map[string]string) (map[string]any, error) {
	for name, text := range named {
		if text == "" {
			continue
		}
		id, err := a.id(ctx, text)
		if err != nil {
			return nil, err
		}
		variables[name] = id
	}
	for name, value := range variables {
		if text, ok := value.(string); ok && text == "" {
			delete(variables, name)
		}
	}
	return variables, nil
}
