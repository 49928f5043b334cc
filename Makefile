# Two commands do all the set-up: make run, make test.
STORE  ?= bbolt:data/mandategraph.db
LISTEN ?= 127.0.0.1:8080
SAMPLE  = testdata/cop12-report.txt
CORPUS ?=
FUZZTIME ?= 30s
GO ?= go

.PHONY: run build test check bench fuzz golden corpus score postgres

build:
	$(GO) build -o bin/mandategraph ./cmd/mandategraph

# Build, load the sample, and serve the API and the page; the address is printed.
run: build
	bin/mandategraph load --store $(STORE) --replace $(SAMPLE)
	bin/mandategraph serve --store $(STORE) --listen $(LISTEN)

# Everything that must hold. PostgreSQL is installed when it is absent.
test: postgres check
	$(GO) test -race ./...
	$(MAKE) score

check:
	$(GO) vet ./...
	@unformatted=$$(gofmt -l bench graph loader schema queries web cmd *.go); test -z "$$unformatted" || { echo "not gofmt'ed: $$unformatted"; exit 1; }

postgres:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
	  echo "installing Debian's postgresql, which the store's tests run against"; \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q postgresql; }

# Compare what is read from the sample and from its made-up variant with gold.
GOLD_EXACT = acts proceedings sponsors adoption endorsements recommendations passing mandates speakers officers documents treaties
score: build
	bin/mandategraph score --exact $(foreach f,$(GOLD_EXACT),--gold testdata/gold/cop12-report/$(f).tsv) $(SAMPLE)
	bin/mandategraph score --exact $(foreach f,$(GOLD_EXACT),--gold testdata/gold/variant/$(f).tsv) testdata/variant-report.txt

# Read every text of a folder of real documents, and score those with gold.
corpus: build
	@test -n "$(CORPUS)" || { echo "usage: make corpus CORPUS=DIR"; exit 2; }
	sh testdata/corpus.sh "$(CORPUS)"

# The graph beside SQLite, PostgreSQL, Kuzu, Oxigraph and Cayley alone, on the
# same synthetic data: ratios, after all answers were found equal. Some minutes;
# BENCH=-acts=100000 measures the largest graph.
BENCH ?=
bench: postgres
	npm ci --silent --no-audit --no-fund --prefix bench/compare/peers
	cd bench/compare && $(GO) run . $(BENCH)
	$(GO) test -run '^$$' -bench . -benchmem . ./loader ./graph

fuzz:
	$(GO) test -run '^$$' -fuzz '^FuzzParse$$' -fuzztime $(FUZZTIME) ./loader
	$(GO) test -run '^$$' -fuzz '^FuzzMentions$$' -fuzztime $(FUZZTIME) ./loader

# Accept new golden files; read them before you commit them.
golden:
	$(GO) test . ./schema -update
