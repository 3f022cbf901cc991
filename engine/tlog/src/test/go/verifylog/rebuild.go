package main

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// A rebuilding computes all tiles and the root from the entries alone and compares them with
// the files.
//
// The tiles that tlog.TileHashReader returns are meant to be authenticated already. They are
// not all: in golang.org/x/mod v0.7.0 it starts to compare tiles with their parents as many
// places after the first as the tree has complete subtrees, but those may share tiles, and
// then some are passed over. Nor does it name the wrong tile. So here is a second way, which
// needs nothing of that reader; what the reader refuses is refused all the same.
type rebuilding struct {
	log *verifiedLog
	// open has, for each level, the hashes of the tile that is not full yet; done, how many
	// tiles were full before it.
	open [][]tlog.Hash
	done []int64
	// wrong is the first difference from a file, and wrongEntry the same where it is between an
	// entry and its hash; refused is what the reader said first.
	wrong, wrongEntry, refused error
}

// bundle takes up the nth bundle of entries and tells their hashes.
func (r *rebuilding) bundle(n int64) ([]tlog.Hash, error) {
	w := width(r.log.tree.N, 0, n)
	entries, err := r.log.entries(n, w)
	if err != nil {
		return nil, err
	}
	hashes := make([]tlog.Hash, w)
	stored := make([]int64, w)
	for i, entry := range entries {
		hashes[i] = tlog.RecordHash(entry)
		stored[i] = tlog.StoredHashIndex(0, n*tileWidth+int64(i))
		if err := r.append(0, hashes[i]); err != nil {
			return nil, err
		}
	}
	read, err := r.log.hashes.ReadHashes(stored)
	for i := 0; err == nil && i < w; i++ {
		if read[i] != hashes[i] {
			err = fmt.Errorf("hash of entry %d is %v", n*tileWidth+int64(i), read[i])
		}
	}
	if err != nil && r.refused == nil {
		r.refused = fmt.Errorf("tlog at %s: %w", tilePath(tlog.Tile{L: -1, N: n, W: w}), err)
	}
	return hashes, nil
}

// append puts a hash into the open tile of a level, and, when that is full, its hash into the next.
func (r *rebuilding) append(level int, h tlog.Hash) error {
	if level == len(r.open) {
		r.open = append(r.open, nil)
		r.done = append(r.done, 0)
	}
	r.open[level] = append(r.open[level], h)
	if len(r.open[level]) < tileWidth {
		return nil
	}
	if err := r.compare(level); err != nil {
		return err
	}
	full := fold(r.open[level])
	r.open[level] = r.open[level][:0]
	r.done[level]++
	return r.append(level+1, full)
}

// compare compares the open tile of a level with its file.
func (r *rebuilding) compare(level int) error {
	t := tlog.Tile{H: tileHeight, L: level, N: r.done[level], W: len(r.open[level])}
	data, err := r.log.ReadTiles([]tlog.Tile{t})
	if err != nil || r.wrong != nil {
		return err
	}
	for i, h := range r.open[level] {
		if string(data[0][i*tlog.HashSize:(i+1)*tlog.HashSize]) == string(h[:]) {
			continue
		}
		below := tlog.Tile{H: tileHeight, L: level - 1, N: t.N*tileWidth + int64(i), W: tileWidth}
		if level == 0 {
			below = tlog.Tile{H: tileHeight, L: -1, N: t.N, W: t.W}
			r.wrongEntry = fmt.Errorf("%s: entry %d is not the one in the tree", tilePath(below), t.N*tileWidth+int64(i))
		}
		r.wrong = fmt.Errorf("%s: hash %d is not that of %s", tilePath(t), i, tilePath(below))
		break
	}
	return nil
}

// close compares the tiles that stayed open, and the root. Which of a tile and an entry is at
// fault the root tells: entries that lead to it are right.
func (r *rebuilding) close() error {
	var root tlog.Hash
	started := false
	for level := range r.open {
		if len(r.open[level]) == 0 {
			continue
		}
		if err := r.compare(level); err != nil {
			return err
		}
		// The complete subtrees of a tile are as wide as the binary digits of its width, the
		// widest first.
		for rest := r.open[level]; len(rest) > 0; {
			size := len(rest) & -len(rest)
			h := fold(rest[len(rest)-size:])
			rest = rest[:len(rest)-size]
			if started {
				h = tlog.NodeHash(h, root)
			}
			root, started = h, true
		}
	}
	switch {
	case !started || root == r.log.tree.Hash && r.wrong == nil:
		return r.refused
	case r.wrongEntry != nil && root != r.log.tree.Hash:
		return r.wrongEntry
	case r.wrong != nil:
		return r.wrong
	}
	return fmt.Errorf("checkpoint: the root of all entries is %v", root)
}

// fold is the hash of the subtree above a power of two of hashes.
func fold(hashes []tlog.Hash) tlog.Hash {
	if len(hashes) == 1 {
		return hashes[0]
	}
	half := len(hashes) / 2
	return tlog.NodeHash(fold(hashes[:half]), fold(hashes[half:]))
}
