package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// A verifiedLog is a log whose entries have all been found under its checkpoint's root.
type verifiedLog struct {
	*directory
	tree   tlog.Tree
	hashes tlog.HashReader
}

// verifyLog opens the checkpoint and compares every entry and tile with it. A leaf is one that
// somebody was promised: each must be there, at its index.
func (p *policy) verifyLog(root string, leaves map[int64]tlog.Hash) (*verifiedLog, error) {
	signed, err := os.ReadFile(filepath.Join(root, "checkpoint"))
	if err != nil {
		return nil, at("checkpoint", err)
	}
	tree, err := p.open(signed, true)
	if err != nil {
		return nil, at("checkpoint", err)
	}
	d := &directory{root: root}
	log := &verifiedLog{d, tree, tlog.TileHashReader(tree, d)}
	r := &rebuilding{log: log}
	for n := int64(0); n*tileWidth < tree.N; n++ {
		hashes, err := r.bundle(n)
		if err != nil {
			return nil, err
		}
		for i, h := range hashes {
			index := n*tileWidth + int64(i)
			if leaf, ok := leaves[index]; ok && leaf != h {
				return nil, fmt.Errorf("leaf %d: the log has %v there, want %v", index, h, leaf)
			}
			delete(leaves, index)
		}
	}
	if err := r.close(); err != nil {
		return nil, err
	}
	if lost := sorted(leaves); len(lost) > 0 {
		return nil, fmt.Errorf("leaf %d: the tree has only %d", lost[0], tree.N)
	}
	return log, nil
}

func (log *verifiedLog) entry(index int64) ([]byte, error) {
	if index >= log.tree.N {
		return nil, fmt.Errorf("entry %d: the tree has only %d", index, log.tree.N)
	}
	n := index / tileWidth
	entries, err := log.entries(n, width(log.tree.N, 0, n))
	if err != nil {
		return nil, err
	}
	return entries[index%tileWidth], nil
}

// proveRecords proves that entries are in the tree: all of a small one, 1,000 of a large one
// and its ends. It tells how many.
func (log *verifiedLog) proveRecords() (int, error) {
	most := int64(2000)
	if log.tree.N > most {
		most = 1000
	}
	indexes := spread(0, log.tree.N, most)
	for _, index := range indexes {
		entry, err := log.entry(index)
		if err != nil {
			return 0, err
		}
		proof, err := tlog.ProveRecord(log.tree.N, index, log.hashes)
		if err == nil {
			err = tlog.CheckRecord(proof, log.tree.N, log.tree.Hash, index, tlog.RecordHash(entry))
		}
		if err != nil {
			return 0, fmt.Errorf("inclusion of %d: %w", index, err)
		}
	}
	return len(indexes), nil
}

// proveTrees proves that trees of smaller sizes are earlier states of this one: up to 300
// sizes, and those at which a tile becomes full. It tells how many.
func (log *verifiedLog) proveTrees() (int, error) {
	sizes := spread(1, log.tree.N+1, 300)
	for full := int64(tileWidth); full-1 <= log.tree.N; full *= tileWidth {
		for size := full - 1; size <= full+1 && size <= log.tree.N; size++ {
			sizes = append(sizes, size)
		}
	}
	proved := map[int64]bool{}
	for _, size := range sizes {
		root, err := tlog.TreeHash(size, log.hashes)
		if err == nil {
			err = log.extends(tlog.Tree{N: size, Hash: root})
		}
		if err != nil {
			return 0, fmt.Errorf("consistency with %d: %w", size, err)
		}
		proved[size] = true
	}
	return len(proved), nil
}

// extends proves that a tree is an earlier state of the log.
func (log *verifiedLog) extends(old tlog.Tree) error {
	switch {
	case old.N > log.tree.N:
		return fmt.Errorf("the log has only %d entries, fewer than the %d of this tree", log.tree.N, old.N)
	case old.N == 0:
		return nil
	}
	proof, err := tlog.ProveTree(log.tree.N, old.N, log.hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, log.tree.N, log.tree.Hash, old.N, old.Hash); err != nil {
		return fmt.Errorf("not an earlier state of the log, at size %d with root %v: %w", old.N, old.Hash, err)
	}
	return nil
}

// spread is a whole range of numbers, or, of a longer one, so many evenly apart and the last.
func spread(from, to, most int64) []int64 {
	count := to - from
	if count > most {
		count = most
	}
	var numbers []int64
	for i := int64(0); i < count; i++ {
		numbers = append(numbers, from+i*(to-from)/count)
	}
	if count < to-from {
		numbers = append(numbers, to-1)
	}
	return numbers
}

// readLeaves reads promised leaves, one a line: index, space, base64 of the leaf's hash.
func readLeaves(file string, leaves map[int64]tlog.Hash) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		number, b64, _ := strings.Cut(lines.Text(), " ")
		index, err := decimal(number)
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		leaf, err := hash(b64)
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if other, ok := leaves[index]; ok && other != leaf {
			return fmt.Errorf("line %d: index %d was promised to two entries", n, index)
		}
		leaves[index] = leaf
	}
	return lines.Err()
}

func sorted(leaves map[int64]tlog.Hash) []int64 {
	var indexes []int64
	for index := range leaves {
		indexes = append(indexes, index)
	}
	sort.Slice(indexes, func(i, j int) bool { return indexes[i] < indexes[j] })
	return indexes
}
