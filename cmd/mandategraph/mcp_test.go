package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// assistantProcess is the program as an assistant starts it.
func (d *desk) assistantProcess(options ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], append([]string{"mcp"}, options...)...)
	c.Env = append(os.Environ(), asProgram+"=1", storeVariable+"="+d.store)
	return c
}

// assistants connect by the protocol's own client.
func (d *desk) assistant(options ...string) *mcp.ClientSession {
	d.Helper()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(context.Background(), &mcp.CommandTransport{Command: d.assistantProcess(options...)}, nil)
	require.NoError(d, err)
	d.Cleanup(func() { assert.NoError(d, session.Close(), "the end of input ends the program well") })
	return session
}

// called is what a tool gives as data, and its text.
func (d *desk) called(s *mcp.ClientSession, tool string, arguments map[string]any) (data map[string]any, text string, failed bool) {
	d.Helper()
	result, err := s.CallTool(context.Background(), &mcp.CallToolParams{Name: tool, Arguments: arguments})
	require.NoError(d, err, tool)
	require.NotEmpty(d, result.Content, tool)
	data, _ = result.StructuredContent.(map[string]any)
	return data, result.Content[0].(*mcp.TextContent).Text, result.IsError
}

func TestAssistants(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	s := d.assistant("--base", "http://127.0.0.1:8080/")

	list, err := s.ListTools(context.Background(), nil)
	require.NoError(t, err)
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		assert.True(t, tool.Annotations.ReadOnlyHint, tool.Name)
		assert.NotEmpty(t, tool.Description, tool.Name)
		for _, schema := range []any{tool.InputSchema, tool.OutputSchema} {
			assert.Equal(t, "object", schema.(map[string]any)["type"], tool.Name)
		}
	}
	assert.ElementsMatch(t, []string{"ask", "find", "act", "passages", "lineage", "lifecycle", "mandates", "proof"}, names)

	data, said, _ := d.called(s, "ask", map[string]any{"question": "what does 12/4 recall"})
	assert.Contains(t, said, "15 found; nothing in this text left unresolved")
	assert.Equal(t, "COMPLETE", data["completeness"].(map[string]any)["state"])
	statement := data["statements"].([]any)[0].(map[string]any)
	assert.Contains(t, statement["quote"], "76/185 of 16 December 2021")
	assert.Equal(t, "http://127.0.0.1:8080/?read=ctoc-cop/resolution/12/4%23pp1", statement["link"])

	data, _, _ = d.called(s, "proof", map[string]any{"statement": statement["statement"]})
	assert.Equal(t, "direct object", data["rule"])
	assert.Contains(t, data["whole"].(map[string]any)["text"], "Recalling General Assembly resolutions 76/185")

	for _, c := range []struct {
		tool      string
		arguments map[string]any
		holds     string
	}{
		{"find", map[string]any{"words": "working group on firearms", "kinds": []string{"Body"}}, `"id":"body/ctoc-cop/working-group-on-firearms"`},
		{"act", map[string]any{"act": "resolution 12/4", "text": true}, `"id":"ctoc-cop/resolution/12/4#op5"`},
		{"passages", map[string]any{"words": "wildlife", "within": "resolution 12/4", "limit": 1}, `"total":3`},
		{"lineage", map[string]any{"of": "ctoc-cop/resolution/12/1", "depth": 1}, `"target":"ctoc-cop/decision/2/2"`},
		{"lineage", map[string]any{"of": "ctoc-cop/resolution/12/1", "to": "decision 2/2"}, `"ways":[{"statements":[{`},
		{"lifecycle", map[string]any{"of": "Working Group on Firearms", "all": true}, "welcomed meeting 10 of Working Group on Firearms"},
		{"mandates", map[string]any{"act": "resolution 12/4", "addressee": "UNODC", "limit": 1}, `"verb":"requests"`},
	} {
		_, text, failed := d.called(s, c.tool, c.arguments)
		assert.False(t, failed, "%s: %s", c.tool, text)
		assert.Contains(t, text, c.holds, c.tool)
	}
}

// What goes wrong is told to the assistant in words, by which it can go on.
func TestAssistantsAreToldWhatIsWrong(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	s := d.assistant()
	for _, c := range []struct {
		tool      string
		arguments map[string]any
		said      string
	}{
		{"act", map[string]any{"act": "12/1"}, `"12/1" may mean 2 things; call again with one of these ids: ctoc-cop/decision/12/1, ctoc-cop/resolution/12/1`},
		{"act", map[string]any{"act": "Mexico"}, "state/mex is no act"},
		{"lifecycle", map[string]any{"of": "the Widget Board"}, `nothing in the store is called "the Widget Board"; the tool find looks for its words`},
		{"proof", map[string]any{"statement": "document/x#s1"}, "there is no statement"},
		{"passages", map[string]any{"words": " "}, "there is no word to look for"},
		{"ask", map[string]any{}, "question"},
	} {
		_, text, failed := d.called(s, c.tool, c.arguments)
		assert.True(t, failed, c.tool)
		assert.Contains(t, text, c.said, c.tool)
	}
	data, _, failed := d.called(s, "ask", map[string]any{"question": "what does 12/1 recall"})
	assert.False(t, failed)
	assert.Equal(t, "UNANSWERED", data["completeness"].(map[string]any)["state"])
	assert.Len(t, data["candidates"], 2)
	assert.Equal(t, 2, d.typed("", "mcp", "--base", "somewhere").code)
}

// Every line on standard output is a message of the protocol, and signals end it.
func TestAssistantsGetTheProtocolAlone(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	r := d.typed(strings.Join([]string{
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}`,
		`{"jsonrpc":"2.0","method":"notifications/initialized"}`,
		`{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"find","arguments":{"words":"widgets"}}}`, "",
	}, "\n"), "mcp")
	assert.Equal(t, exitGood, r.code, r.err)
	for line := range strings.Lines(r.out) {
		var message struct{ JSONRPC string }
		require.NoError(t, json.Unmarshal([]byte(line), &message), line)
		assert.Equal(t, "2.0", message.JSONRPC)
	}
	c := d.assistantProcess()
	in, err := c.StdinPipe()
	require.NoError(t, err)
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	_, err = io.WriteString(in, `{"jsonrpc":"2.0","id":1,"method":"ping"}`+"\n")
	require.NoError(t, err)
	_, err = out.Read(make([]byte, 1))
	require.NoError(t, err)
	require.NoError(t, c.Process.Signal(os.Interrupt))
	_, err = io.Copy(io.Discard, out)
	require.NoError(t, err)
	assert.Equal(t, 130, exitCodeOf(c.Wait()))
}

func exitCodeOf(err error) int {
	if failed, ok := err.(*exec.ExitError); ok {
		return failed.ExitCode()
	}
	return 0
}

// Each tool has its example in the documentation, and no other.
func TestAssistantsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/assistants.md")
	require.NoError(t, err)
	var documented []string
	for _, m := range regexp.MustCompile("(?m)^### `([a-z]+)`").FindAllStringSubmatch(string(page), -1) {
		documented = append(documented, m[1])
	}
	help := newDesk(t).must("mcp", "-h")
	for _, name := range documented {
		assert.Contains(t, help, name)
	}
	assert.Len(t, documented, 8)
}
