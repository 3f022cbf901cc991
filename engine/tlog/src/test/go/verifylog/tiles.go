package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
)

// tilePath is where c2sp.org/tlog-tiles has a tile, or, at level -1, a bundle of entries. It
// differs from tlog.Tile.Path by the height, which it leaves out, and the name of the bundles.
func tilePath(t tlog.Tile) string {
	level := "entries"
	if t.L >= 0 {
		level = strconv.Itoa(t.L)
	}
	name := fmt.Sprintf("%03d", t.N%1000)
	for n := t.N / 1000; n > 0; n /= 1000 {
		name = fmt.Sprintf("x%03d/%s", n%1000, name)
	}
	path := "tile/" + level + "/" + name
	if t.W < tileWidth {
		path += ".p/" + strconv.Itoa(t.W)
	}
	return path
}

// A directory is a log as its files show it. It is a tlog.TileReader; tiles that tlog has
// found to be the tree's are kept in memory.
type directory struct {
	root  string
	saved map[tlog.Tile][]byte
}

// mostSaved bounds the memory that tiles take: 8,192 bytes each.
const mostSaved = 8192

func (d *directory) Height() int { return tileHeight }

func (d *directory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, t := range tiles {
		if saved, ok := d.saved[t]; ok {
			data[i] = saved
			continue
		}
		b, whole, err := d.read(t)
		if err != nil {
			return nil, err
		}
		want := t.W
		if whole {
			want = tileWidth
		}
		if len(b) != want*tlog.HashSize {
			return nil, fmt.Errorf("%s: %d bytes, want %d", tilePath(t), len(b), want*tlog.HashSize)
		}
		data[i] = b[:t.W*tlog.HashSize]
	}
	return data, nil
}

func (d *directory) SaveTiles(tiles []tlog.Tile, data [][]byte) {
	if len(d.saved)+len(tiles) > mostSaved {
		d.saved = nil
	}
	if d.saved == nil {
		d.saved = make(map[tlog.Tile][]byte)
	}
	for i, t := range tiles {
		d.saved[t] = data[i]
	}
}

// read reads a tile or bundle, or, where a partial one is gone, the whole one that took its
// place; it tells whether what it read is whole.
func (d *directory) read(t tlog.Tile) ([]byte, bool, error) {
	b, err := os.ReadFile(filepath.Join(d.root, filepath.FromSlash(tilePath(t))))
	if err == nil || t.W == tileWidth || !errors.Is(err, os.ErrNotExist) {
		return b, t.W == tileWidth, at(tilePath(t), err)
	}
	full := t
	full.W = tileWidth
	b, errFull := os.ReadFile(filepath.Join(d.root, filepath.FromSlash(tilePath(full))))
	if errFull != nil {
		return nil, false, at(tilePath(t), err)
	}
	return b, true, nil
}

// entries reads the first w entries of a bundle.
func (d *directory) entries(n int64, w int) ([][]byte, error) {
	bundle := tlog.Tile{H: tileHeight, L: -1, N: n, W: w}
	rest, whole, err := d.read(bundle)
	if err != nil {
		return nil, err
	}
	count := w
	if whole {
		count = tileWidth
	}
	entries := make([][]byte, count)
	for i := range entries {
		if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
			return nil, fmt.Errorf("%s: ends within entry %d", tilePath(bundle), n*tileWidth+int64(i))
		}
		end := 2 + int(binary.BigEndian.Uint16(rest))
		entries[i], rest = rest[2:end], rest[end:]
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%s: %d bytes after the last entry", tilePath(bundle), len(rest))
	}
	return entries[:w], nil
}

// width is how many hashes the nth tile of a level has in a tree of a size; 0 if it has no such tile.
func width(size int64, level int, n int64) int {
	w := size>>(tileHeight*uint(level)) - n*tileWidth
	switch {
	case w < 0:
		return 0
	case w > tileWidth:
		return tileWidth
	}
	return int(w)
}

// at puts the place before an error, which it may be without; an error of the file system
// loses the path it was asked for, which the place tells already.
func at(place string, err error) error {
	if err == nil {
		return nil
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("%s: %w", place, err)
}
