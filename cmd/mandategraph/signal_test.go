package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/snapshot"
	httpapi "mandategraph/schema/http"
)

// asProgram says that the test binary is the program itself.
const asProgram = "MANDATEGRAPH_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// started runs serve in a process of its own, and gives its address.
func (d *desk) started(options ...string) (*exec.Cmd, string) {
	c := exec.Command(os.Args[0], append([]string{"serve", "--listen", "127.0.0.1:0"}, options...)...)
	c.Env = append(os.Environ(), asProgram+"=1", storeVariable+"="+d.store)
	out, err := c.StdoutPipe()
	require.NoError(d, err)
	require.NoError(d, c.Start())
	d.Cleanup(func() { _ = c.Process.Kill() }) // has ended where the test went well
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(d, err)
	return c, strings.TrimSpace(strings.TrimPrefix(line, "listening on http://"))
}

// The first signal ends the program after the requests in flight, a second one at
// once; what a client has only begun to send does not hold it for ever.
func TestSignalsEndTheServer(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	for _, c := range []struct {
		signals []os.Signal
		options []string
		begun   bool
	}{
		{[]os.Signal{os.Interrupt}, nil, false},
		{[]os.Signal{syscall.SIGTERM}, nil, false},
		{[]os.Signal{syscall.SIGTERM, syscall.SIGTERM}, []string{"--shutdown-timeout", "1h", "--body-timeout", "1h"}, true},
		{[]os.Signal{os.Interrupt}, []string{"--shutdown-timeout", "10ms", "--body-timeout", "1h"}, true},
	} {
		process, address := d.started(c.options...)
		if c.begun {
			connection, err := net.Dial("tcp", address)
			require.NoError(t, err)
			defer connection.Close()
			_, err = io.WriteString(connection, "POST /ask HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nq")
			require.NoError(t, err)
			for !strings.Contains(d.body(http.Get("http://"+address+"/metrics")), "in_flight 2") {
				time.Sleep(time.Millisecond)
			}
		}
		for _, s := range c.signals {
			require.NoError(t, process.Process.Signal(s))
			for len(c.signals) > 1 { // the second one comes when the first has been heard
				if connection, err := net.Dial("tcp", address); err != nil {
					break
				} else {
					_ = connection.Close()
				}
				time.Sleep(time.Millisecond)
			}
		}
		ended := make(chan error, 1)
		go func() { ended <- process.Wait() }()
		select {
		case err := <-ended:
			assert.Equal(t, c.begun, err != nil, "%v: %v", c.signals, err)
		case <-time.After(time.Minute):
			t.Fatalf("%v: it did not end", c.signals)
		}
	}
}

// An export to a file, too, ends with the signal.
func TestACommandEndsWhenItsContextDoes(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, args := range [][]string{{"export"}, {"export", "--around", "12/4"}, {"ask", "what does 76/185 recall"}} {
		p := &program{out: io.Discard, err: io.Discard, getenv: func(string) string { return d.store }}
		assert.Equal(t, exitFailed, p.run(ctx, args), fmt.Sprint(args))
	}
}

func TestProxiesAreAddressesOrNetworks(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	r := d.typed("", "serve", "--trusted-proxy", "nobody")
	assert.Equal(t, exitMisuse, r.code)
	assert.Contains(t, r.err, `such as 10.0.0.0/8, found "nobody"`)
	address := d.served("--trusted-proxy", "127.0.0.1,10.0.0.0/8", "--rate", "1", "--burst", "1")
	for i, want := range []int{http.StatusOK, http.StatusTooManyRequests} {
		response, _ := d.get(address+"/graphql?query={__typename}", "X-Forwarded-For", "192.0.2.1")
		assert.Equal(t, want, response.StatusCode, i)
	}
	response, _ := d.get(address+"/graphql?query={__typename}", "X-Forwarded-For", "192.0.2.2")
	assert.Equal(t, http.StatusOK, response.StatusCode)
}

// What would take long does not hold up the end of a server: it is told to stop
// soon after the signal, long before clients' time is over.
func TestTheEndOfAServerEndsLongWork(t *testing.T) {
	site, err := httpapi.NewSite(func() *snapshot.Snapshot { return snapshot.New(nil) }, httpapi.Options{}, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	working, stopWork := context.WithCancel(context.Background())
	began := make(chan struct{})
	server := &http.Server{
		BaseContext: func(net.Listener) context.Context { return working },
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			close(began)
			<-r.Context().Done()
			w.WriteHeader(http.StatusServiceUnavailable)
		}),
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	go func() { _ = server.Serve(listener) }()
	status := make(chan int, 1)
	go func() {
		answer, err := http.Get("http://" + listener.Addr().String())
		if err != nil {
			status <- 0
			return
		}
		answer.Body.Close()
		status <- answer.StatusCode
	}()
	<-began
	s := &service{shutdownIn: time.Hour}
	require.NoError(t, s.stop(server, site, stopWork))
	assert.Equal(t, http.StatusServiceUnavailable, <-status)
}
