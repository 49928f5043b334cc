#!/bin/sh
# Builds the GraphiQL page anew and compares it with the committed
# graphiql/dist. Fails when a byte differs. Needs Node.js 20 or newer.
set -eu

cd "$(dirname "$0")/graphiql"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

# Only the sources: neither an old dist nor local node_modules may help.
cp -R .npmrc package.json package-lock.json build.mjs notices.mjs index.html src test "$tmp"

(
	cd "$tmp"
	npm ci --no-audit --no-fund
	npm test
	npm run build
)

if ! diff -rq dist "$tmp/dist"; then
	echo "graphiql/dist is not what its sources build." >&2
	echo "Run 'npm ci && npm run build' in web/graphiql and commit dist." >&2
	exit 1
fi
echo "graphiql/dist is what its sources build."
