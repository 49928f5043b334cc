package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// get asks for a path with headers and gives the response with its body.
func (d *desk) get(address string, headers ...string) (*http.Response, []byte) {
	d.Helper()
	r, err := http.NewRequest(http.MethodGet, address, nil)
	require.NoError(d, err)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	require.NoError(d, err)
	defer func() { assert.NoError(d, response.Body.Close()) }()
	body, err := io.ReadAll(response.Body)
	require.NoError(d, err)
	return response, body
}

func TestResponsesAreCompressedAndKept(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	at := d.served()
	for _, path := range []string{
		"/export?format=csv", "/graphql?query=" + url.QueryEscape(`{acts(first:100){nodes{id title url}}}`),
	} {
		_, plain := d.get(at+path, "Accept-Encoding", "identity")
		response, packed := d.get(at+path, "Accept-Encoding", "gzip")
		assert.Equal(t, "gzip", response.Header.Get("Content-Encoding"), path)
		assert.Contains(t, strings.Join(response.Header.Values("Vary"), ","), "Accept-Encoding")
		assert.Less(t, len(packed), len(plain)/2)
		reader, err := gzip.NewReader(bytes.NewReader(packed))
		require.NoError(t, err)
		unpacked, err := io.ReadAll(reader)
		require.NoError(t, err)
		assert.Equal(t, string(plain), string(unpacked), path)
		for _, encoding := range []string{"gzip", "identity"} {
			again, body := d.get(at+path, "Accept-Encoding", encoding, "If-None-Match", response.Header.Get("ETag"))
			assert.Equal(t, http.StatusNotModified, again.StatusCode, "%s %s", path, encoding)
			assert.Empty(t, body)
		}
	}
	bad, _ := d.get(at+"/export?format=docx", "If-None-Match", "*")
	assert.Equal(t, http.StatusBadRequest, bad.StatusCode)
}

// A lockedBuffer is a log that two goroutines use.
type lockedBuffer struct {
	sync.Mutex
	bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.Lock()
	defer b.Unlock()
	return b.Buffer.Write(p)
}

func TestEveryRequestIsLoggedAndCounted(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	var log lockedBuffer
	at, end := d.serving(&log, "--log-format", "json")
	response, _ := d.get(at+"/graphql?query={__typename}", "X-Request-Id", "from-a-proxy.1")
	assert.Equal(t, "from-a-proxy.1", response.Header.Get("X-Request-Id"))
	response, _ = d.get(at+"/graphql?query={nothing}", "X-Request-Id", `forged" line`)
	own := response.Header.Get("X-Request-Id")
	assert.Regexp(t, `^[A-Z2-7]{26}$`, own)
	d.get(at + "/nowhere")
	_, body := d.get(at + "/metrics")
	for _, line := range []string{
		`mandategraph_http_requests_total{code="200",path="/graphql"} 2`, `mandategraph_http_requests_total{code="404",path="other"} 1`,
		`mandategraph_graphql_errors_total{code="BAD_REQUEST"} 1`, "mandategraph_http_request_seconds_bucket", "mandategraph_http_requests_in_flight 1",
		"mandategraph_graphql_working 0", "go_goroutines",
	} {
		assert.Contains(t, string(body), line)
	}
	end()
	var first, second map[string]any
	lines := strings.Split(log.String(), "\n")
	require.NoError(t, json.Unmarshal([]byte(lines[0]), &first))
	require.NoError(t, json.Unmarshal([]byte(lines[1]), &second))
	assert.Equal(t, "from-a-proxy.1", first["request"])
	assert.Equal(t, "/graphql", first["path"])
	assert.EqualValues(t, 200, first["status"])
	assert.Positive(t, first["bytes"])
	assert.Equal(t, own, second["request"])
}

func TestOtherOriginsAreAllowedByOption(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	at := d.served("--cors-origin", "https://a.example,https://b.example")
	for origin, allowed := range map[string]string{
		"https://a.example": "https://a.example", "https://b.example": "https://b.example", "https://c.example": "",
	} {
		response, _ := d.get(at+"/graphql?query={__typename}", "Origin", origin)
		assert.Equal(t, allowed, response.Header.Get("Access-Control-Allow-Origin"))
	}
	for _, path := range []string{"/export?format=cytoscape", "/queries.json"} {
		response, _ := d.get(at+path, "Origin", "https://a.example")
		assert.Equal(t, "https://a.example", response.Header.Get("Access-Control-Allow-Origin"), path)
		assert.Contains(t, response.Header.Values("Vary"), "Origin", path)
		response, _ = d.get(at+path, "Origin", "https://elsewhere.example")
		assert.Empty(t, response.Header.Get("Access-Control-Allow-Origin"), path)
		request, err := http.NewRequest(http.MethodOptions, at+path, nil)
		require.NoError(t, err)
		request.Header.Set("Origin", "https://a.example")
		response, err = http.DefaultClient.Do(request)
		require.NoError(t, err)
		assert.NoError(t, response.Body.Close())
		assert.Equal(t, http.StatusNoContent, response.StatusCode, "a browser that sends If-None-Match asks first")
		assert.Contains(t, response.Header.Get("Access-Control-Allow-Headers"), "If-None-Match")
	}
	response, _ := d.get(d.served("--cors-origin", "*")+"/graphql?query={__typename}", "Origin", "https://c.example")
	assert.Equal(t, "https://c.example", response.Header.Get("Access-Control-Allow-Origin"))
}

func TestLimitsAreOptions(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	at := d.served("--max-page", "2", "--no-introspection")
	_, body := d.get(at + "/graphql?query=" + url.QueryEscape(`{acts(first:3){totalCount}}`))
	assert.Contains(t, string(body), "first is at most 2")
	_, body = d.get(at + "/graphql?query=" + url.QueryEscape(`{__schema{queryType{name}}}`))
	assert.Contains(t, string(body), "introspection is switched off")
}

func TestTheDeadlineEndsAnExport(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	at := d.served("--timeout", "1ns")
	for _, part := range []string{"", "&question=what+does+12/4+recall", "&query={acts{nodes{id}}}"} {
		response, _ := d.get(at + "/export?format=csv" + part)
		assert.Equal(t, http.StatusServiceUnavailable, response.StatusCode, part)
		assert.NotEmpty(t, response.Header.Get("Retry-After"))
		assert.Empty(t, response.Header.Get("ETag"))
	}
}

// certificate makes a key pair for 127.0.0.1.
func (d *desk) certificate() (certificate, key string) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(d, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	signed, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	require.NoError(d, err)
	encoded, err := x509.MarshalECPrivateKey(private)
	require.NoError(d, err)
	pack := func(kind string, data []byte) string {
		return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: data}))
	}
	return d.file("cert.pem", pack("CERTIFICATE", signed)), d.file("key.pem", pack("EC PRIVATE KEY", encoded))
}

func TestServeOverTLS(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	certificate, key := d.certificate()
	at := d.served("--tls-cert", certificate, "--tls-key", key)
	assert.True(t, strings.HasPrefix(at, "https://"), at)
	trust := x509.NewCertPool()
	trust.AppendCertsFromPEM([]byte(readFile(t, certificate)))
	client := &http.Client{
		Transport: &http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{RootCAs: trust}},
	}
	response, err := client.Get(at + "/healthz")
	require.NoError(t, err)
	assert.Equal(t, "ok\n", d.body(response, err))
	assert.Equal(t, 2, response.ProtoMajor)
	client.CloseIdleConnections()
	for _, c := range []struct {
		says string
		code int
		args []string
	}{
		{"--tls-cert and --tls-key together", exitMisuse, []string{"--tls-cert", certificate}},
		{"expected --log-format text or json", exitMisuse, []string{"--log-format", "xml"}},
		{"no such file", exitFailed, []string{"--tls-cert", "nowhere", "--tls-key", key}},
	} {
		r := d.typed("", append([]string{"serve", "--listen", "127.0.0.1:0"}, c.args...)...)
		assert.Equal(t, c.code, r.code, c.args)
		assert.Contains(t, r.err, c.says)
	}
}

// A request that has begun when the server is told to stop is answered.
func TestTheEndWaitsForRequestsInFlight(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	at, end := d.serving(io.Discard, "--drain", "50ms")
	connection, err := net.Dial("tcp", strings.TrimPrefix(at, "http://"))
	require.NoError(t, err)
	const body = `{"query":"{statistics{documents}}"}`
	_, err = fmt.Fprintf(
		connection, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		len(body), body[:5],
	)
	require.NoError(t, err)
	for !strings.Contains(d.body(http.Get(at+"/metrics")), "in_flight 2") {
		time.Sleep(time.Millisecond)
	}
	ended := make(chan struct{})
	go func() { end(); close(ended) }()
	for unready := false; !unready; time.Sleep(time.Millisecond) {
		r, err := http.Get(at + "/readyz")
		if err == nil {
			unready = r.StatusCode == http.StatusServiceUnavailable
			assert.NoError(t, r.Body.Close())
		} else {
			unready = true
		}
	}
	_, err = io.WriteString(connection, body[5:])
	require.NoError(t, err)
	response, err := http.ReadResponse(bufio.NewReader(connection), nil)
	require.NoError(t, err)
	assert.Contains(t, d.body(response, err), `"documents":1`)
	<-ended
}

func readFile(t *testing.T, path string) string {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(data)
}
