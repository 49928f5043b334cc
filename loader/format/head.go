package format

import "bytes"

// withoutHead cuts the YAML head that publishing tools set before a document:
// a line "---", keys and values, a line "---". It is no part of the document.
func withoutHead(data []byte) []byte {
	rest, ok := bytes.CutPrefix(data, []byte("---\n"))
	if !ok {
		return data
	}
	head, body, ok := bytes.Cut(rest, []byte("\n---\n"))
	if !ok || !bytes.Contains(head[:min(len(head), 200)], []byte(":")) {
		return data
	}
	return bytes.TrimLeft(body, "\n\r\t ")
}
