package store

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// Keys and values lie in the trees in shorter forms than Cayley gives them.

// keyWord is the length of each number in the keys of the log and of indexes.
const keyWord = 8

// hasWords says that the keys of a tree are numbers of eight bytes.
func hasWords(tree string) bool {
	return tree != nodesTree && tree != metaTree && tree != journalBucket
}

// shortKey writes each number of a key as a count of bytes and those bytes, so that
// keys keep their order, and keys that began alike still do.
func shortKey(key []byte) []byte {
	short := make([]byte, 0, len(key))
	for ; len(key) >= keyWord; key = key[keyWord:] {
		word := bytes.TrimLeft(key[:keyWord], "\x00")
		short = append(append(short, byte(len(word))), word...)
	}
	return append(short, key...)
}

// longKey undoes [shortKey].
func longKey(short []byte) []byte {
	var key []byte
	for len(short) > 0 {
		n := int(short[0])
		if n > keyWord || n >= len(short) && n > 0 {
			return key // damaged; the sums tell
		}
		key = append(append(key, make([]byte, keyWord-n)...), short[1:1+n]...)
		short = short[1+n:]
	}
	return key
}

// Tags of the message, of protocol buffers, that Cayley makes of a quad or a term:
// up to the time all are numbers.
const timeTag, squeezedTag = 7 << 3, 0

// longValue is the length from which on a value is compressed, if it gets shorter.
const longValue = 300

var (
	squeezer, _   = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
	unsqueezer, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<31))
)

// shortEntry is an entry of the log without the time when it was written, which
// nobody asks for, and compressed where it is long. No message begins with the tag
// of a compressed one.
func shortEntry(value []byte) []byte {
	value = withoutTime(value)
	if len(value) >= longValue {
		if squeezed := squeezer.EncodeAll(value, []byte{squeezedTag}); len(squeezed) < len(value) {
			return squeezed
		}
	}
	return value
}

// longEntry undoes [shortEntry], but for the time.
func longEntry(value []byte) ([]byte, error) {
	if len(value) == 0 || value[0] != squeezedTag {
		return value, nil
	}
	long, err := unsqueezer.DecodeAll(value[1:], nil)
	if err != nil {
		return nil, fmt.Errorf("the store is %w: %w", ErrDamaged, err)
	}
	return long, nil
}

// withoutTime cuts one field out of a message.
func withoutTime(value []byte) []byte {
	for at := 0; at < len(value) && value[at] <= timeTag; {
		_, n := binary.Uvarint(value[at+1:])
		if n <= 0 {
			break
		}
		next := at + 1 + n
		if value[at] == timeTag {
			return append(value[:at:at], value[next:]...)
		}
		at = next
	}
	return value
}
