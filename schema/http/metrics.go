package httpapi

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"mandategraph/graph/snapshot"
	"mandategraph/schema"
)

// metrics are what /metrics shows, in a registry of their own.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	errors   *prometheus.CounterVec
	refused  *prometheus.CounterVec
	inFlight prometheus.Gauge
	degraded prometheus.Gauge
	failures *prometheus.CounterVec
}

func newMetrics(snapshot func() *snapshot.Snapshot) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "mandategraph_http_requests_total", Help: "Requests by path and status.",
		}, []string{"path", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "mandategraph_http_request_seconds", Help: "Time from a request to its response.",
			Buckets: []float64{.0001, .0003, .001, .003, .01, .03, .1, .3, 1, 3},
		}, []string{"path"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "mandategraph_graphql_errors_total", Help: "Errors in GraphQL responses by extensions.code.",
		}, []string{"code"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "mandategraph_refused_total", Help: "Requests and connections that were turned away, by reason.",
		}, []string{"reason"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "mandategraph_http_requests_in_flight", Help: "Requests that are not answered yet.",
		}),
		degraded: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "mandategraph_store_degraded", Help: "1 while the store cannot be read and answers are the last good ones.",
		}),
		failures: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "mandategraph_store_failures_total", Help: "Times that the store could no longer be read, by reason.",
		}, []string{"reason"}),
	}
	m.registry.MustRegister(
		m.requests, m.seconds, m.errors, m.refused, m.inFlight, m.degraded, m.failures, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	m.gauge("mandategraph_documents", "Documents in the snapshot.", func() int { return len(snapshot().Documents()) })
	m.gauge("mandategraph_entities", "Entities in the snapshot.", func() int { return snapshot().Len() })
	m.gauge("mandategraph_statements", "Statements in the snapshot.", func() int { return snapshot().Edges() })
	return m
}

// watch shows how busy the API is, and how many are connected.
func (m *metrics) watch(api *schema.API, connections *connections) {
	m.gauge(
		"mandategraph_graphql_working", "Places in use: requests that are worked on.",
		func() int { working, _ := api.Load(); return working },
	)
	m.gauge(
		"mandategraph_graphql_waiting", "Requests that wait for a place.",
		func() int { _, waiting := api.Load(); return waiting },
	)
	m.gauge(
		"mandategraph_long_working", "Places in use of those for what may take long: searches, questions, exports.",
		func() int { working, _ := api.LongLoad(); return working },
	)
	m.gauge(
		"mandategraph_long_waiting", "Requests that may take long and wait for a place.",
		func() int { _, waiting := api.LongLoad(); return waiting },
	)
	m.gauge("mandategraph_connections", "Open connections.", connections.count)
}

func (m *metrics) gauge(name, help string, value func() int) {
	m.registry.MustRegister(
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return float64(value()) }),
	)
}

// done counts a request under the pattern of its path, so that strangers cannot
// make up new series.
func (m *metrics) done(r *http.Request, status int, took time.Duration) {
	path := r.Pattern
	if path == "" {
		path = "other"
	}
	m.requests.WithLabelValues(path, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(path).Observe(took.Seconds())
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{DisableCompression: true})
}
