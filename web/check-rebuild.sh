#!/bin/sh
# Builds the bundled pages anew and compares them with the committed dist of
# each. Fails when a byte differs. Needs Node.js 20 or newer.
set -eu

cd "$(dirname "$0")"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM

for page in explorer graphiql; do
	# Only the sources: neither an old dist nor local node_modules may help.
	mkdir "$tmp/$page"
	cp notices.mjs "$tmp"
	(cd "$page" && tar -cf - --exclude=./dist --exclude=./node_modules .) | tar -xf - -C "$tmp/$page"
	(
		cd "$tmp/$page"
		npm ci --no-audit --no-fund
		npm run --if-present check
		npm test
		npm run build
	)
	if ! diff -rq "$page/dist" "$tmp/$page/dist"; then
		echo "$page/dist is not what its sources build." >&2
		echo "Run 'npm ci && npm run build' in web/$page and commit dist." >&2
		exit 1
	fi
	echo "$page/dist is what its sources build."
done
