package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// A proof is a c2sp.org/tlog-proof@v1 file.
type proof struct {
	index      int64
	path       tlog.RecordProof
	checkpoint []byte
}

func parseProof(text string) (proof, error) {
	var p proof
	header, checkpoint, ok := strings.Cut(text, "\n\n")
	if !ok {
		return p, errors.New("no empty line before the checkpoint")
	}
	p.checkpoint = []byte(checkpoint)
	lines := strings.Split(header, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return p, fmt.Errorf("line 1: %q is not c2sp.org/tlog-proof@v1", lines[0])
	}
	at := 1
	if at < len(lines) && strings.HasPrefix(lines[at], "extra ") {
		at++
	}
	if at == len(lines) || !strings.HasPrefix(lines[at], "index ") {
		return p, fmt.Errorf("line %d: no index", at+1)
	}
	var err error
	if p.index, err = decimal(strings.TrimPrefix(lines[at], "index ")); err != nil {
		return p, fmt.Errorf("line %d: %w", at+1, err)
	}
	for at++; at < len(lines); at++ {
		h, err := hash(lines[at])
		if err != nil {
			return p, fmt.Errorf("line %d: %w", at+1, err)
		}
		p.path = append(p.path, h)
	}
	return p, nil
}

// checkProof checks that a proof's entry is in the tree of the proof's own checkpoint, and,
// where the log is at hand, that this tree is an earlier state of the log. The entry is the
// named file's, or, without a name, the log's at the proof's index.
func (p *policy) checkProof(file, entryFile string, log *verifiedLog) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	proof, err := parseProof(string(text))
	if err != nil {
		return err
	}
	tree, err := p.open(proof.checkpoint, true)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	if proof.index >= tree.N {
		return fmt.Errorf("index %d is not in a tree of %d", proof.index, tree.N)
	}
	if log != nil {
		if err := log.extends(tree); err != nil {
			return fmt.Errorf("checkpoint: %w", err)
		}
	}
	var entry []byte
	switch {
	case entryFile != "":
		entry, err = os.ReadFile(entryFile)
	case log != nil:
		entry, err = log.entry(proof.index)
	default:
		err = errors.New("neither -entry nor a log to take the entry from")
	}
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(proof.path, tree.N, tree.Hash, proof.index, tlog.RecordHash(entry)); err != nil {
		return fmt.Errorf("entry %d: %w", proof.index, err)
	}
	return nil
}
