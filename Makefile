# Two commands do all the set-up: make run, make test.
STORE  ?= bbolt:data/mandategraph.db
LISTEN ?= 127.0.0.1:8080
SAMPLE  = testdata/cop12-report.txt
CORPUS ?=
FUZZTIME ?= 30s
GO ?= go

.PHONY: release made notices run build test check bench fuzz frozen golden corpus score postgres clients readers browser

build:
	$(GO) build -o bin/mandategraph ./cmd/mandategraph

# Build, load the sample, and serve the API and the page; the address is printed.
run: build
	bin/mandategraph load --store $(STORE) --replace $(SAMPLE)
	bin/mandategraph serve --store $(STORE) --listen $(LISTEN)

# Everything that must hold. PostgreSQL and the readers of exported files are
# installed when they are absent.
test: postgres readers check
	$(GO) test -race ./...
	$(MAKE) score
	$(MAKE) browser

check:
	$(GO) vet ./...
	@unformatted=$$(gofmt -l bench graph loader schema queries web cmd *.go); test -z "$$unformatted" || { echo "not gofmt'ed: $$unformatted"; exit 1; }

postgres:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
	  echo "installing Debian's postgresql, which the store's tests run against"; \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q postgresql; }

# What reads exported files in tests: programs that are not ours.
READERS = python3-rdflib python3-networkx python3-pybtex python3-pandas python3-matplotlib \
  r-base-core r-cran-igraph r-cran-jsonlite raptor2-utils graphviz libxml2-utils
readers:
	@dpkg -s $(READERS) >/dev/null 2>&1 || { \
	  echo "installing Debian's $(READERS), which read exported files in tests"; \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(READERS); }

# The explorer in a real browser, with the sample loaded. Chromium and Node.js
# are installed when they are absent.
browser: build
	@command -v chromium >/dev/null && command -v npm >/dev/null || { \
	  echo "installing Debian's chromium, nodejs and npm, which the tests of the page run in"; \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium nodejs npm; }
	cd web/browser && npm ci --no-audit --no-fund && npm test

# Compare what is read from the sample and from its made-up variant with gold.
GOLD_EXACT = acts proceedings sponsors adoption endorsements recommendations passing mandates operative life speakers officers documents treaties
score: build
	bin/mandategraph score --exact $(foreach f,$(GOLD_EXACT),--gold testdata/gold/cop12-report/$(f).tsv) $(SAMPLE)
	bin/mandategraph score --exact $(foreach f,$(GOLD_EXACT),--gold testdata/gold/variant/$(f).tsv) testdata/variant-report.txt

# Read every text of folders of real documents, and score those with gold.
corpus: build
	@test -n "$(CORPUS)" || { echo "usage: make corpus CORPUS='DIR ...'"; exit 2; }
	sh testdata/corpus.sh $(CORPUS)

# Compare byte for byte what the program of the commit BASE and that of this
# checkout say, also of the texts of CORPUS where it is given.
frozen:
	@test -n "$(BASE)" || { echo "usage: make frozen BASE=COMMIT [CORPUS=DIR]"; exit 2; }
	@sh testdata/frozen.sh "$(BASE)" $(if $(CORPUS),"$(CORPUS)")

# Score the made-up documents of many bodies.
made: build
	sh testdata/made.sh

# The audits of GraphQL over HTTP, and the clients of front ends, against the
# real server over the sample. Needs Node.js 20 or newer.
clients: build
	cd schema/clients && npm ci --no-audit --no-fund --loglevel=error && node run.mjs

# The graph beside SQLite, PostgreSQL, Kuzu, Oxigraph and Cayley alone, on the
# same synthetic data: ratios, after all answers were found equal; and what
# requests cost the server, alone and under load. Some minutes;
# BENCH=-acts=100000 measures the largest graph.
BENCH ?=
bench: postgres
	npm ci --silent --no-audit --no-fund --prefix bench/compare/peers
	cd bench/compare && $(GO) run . $(BENCH)
	$(GO) test -run '^$$' -bench . -benchmem . ./loader/... ./graph/...
	$(GO) test -run '^$$' -bench . ./schema ./schema/http -args $(filter -acts=%,$(BENCH))

fuzz:
	@for t in FuzzParse FuzzMentions FuzzRecords; do $(GO) test -run '^$$' -fuzz "^$$t\$$" -fuzztime $(FUZZTIME) ./loader || exit 1; done
	@for t in FuzzText FuzzUnpack FuzzHTML FuzzAKN FuzzDOCX FuzzPDF FuzzLayout; do \
	  $(GO) test -run '^$$' -fuzz "^$$t\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x ./loader/format || exit 1; done

# Static programs for Linux, macOS and Windows in dist/, with licences and checksums;
# TARGETS=linux/amd64 builds one of them.
TARGETS ?=
release:
	GO=$(GO) sh testdata/release.sh dist $(TARGETS)

# The licences of what the program is made of, after a change of modules.
notices:
	sh cmd/mandategraph/notices.sh

# Accept new golden files; read them before you commit them.
golden:
	$(GO) test . ./schema -update
