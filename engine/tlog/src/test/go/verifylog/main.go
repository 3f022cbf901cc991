// Verifylog checks a transparency log that another program wrote as the static files of
// c2sp.org/tlog-tiles, with the note and tlog packages of Go's own checksum database.
//
//	verifylog -vkey KEY [-witness KEY]... [-older FILE]... [-leaves FILE]...
//	          [-proof FILE [-entry FILE]]... [DIR]
//
// It opens DIR/checkpoint, which must be signed with the log's key and by every witness,
// compares every entry and tile with the root, and proves entries and earlier sizes. Each
// older checkpoint must be of an earlier state, each promised leaf in its place, each proof
// valid for its entry. Without DIR only proofs are checked. It prints what it has checked and
// ends with 0, or one line on what is wrong and where, and ends with 1.
//
//	verifylog makelog [-key KEY] [-size N]... [-witness NAME=HEX] [-prove INDEX]... DIR
//
// writes a log for other programs to read; see makelog.go.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	run := verify
	arguments := os.Args[1:]
	if len(arguments) > 0 && arguments[0] == "makelog" {
		run, arguments = makeLog, arguments[1:]
	}
	line, err := run(arguments)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(line)
}

// words are the values of an option that may be given many times.
type words []string

func (w *words) String() string     { return fmt.Sprint(*w) }
func (w *words) Set(s string) error { *w = append(*w, s); return nil }

// A claim is a proof to check and the file of its entry, if it was given.
type claim struct{ proof, entry string }

func verify(arguments []string) (string, error) {
	flags := flag.NewFlagSet("verifylog", flag.ExitOnError)
	vkey := flags.String("vkey", "", "verifier key of the log, signature type 0x01")
	var witnesses, older, leafFiles words
	var claims []claim
	flags.Var(&witnesses, "witness", "verifier key of a witness, signature type 0x04")
	flags.Var(&older, "older", "file of a checkpoint seen before")
	flags.Var(&leafFiles, "leaves", "file of promised leaves: index, space, base64 of the hash")
	flags.Func("proof", "file of a proof", func(file string) error {
		claims = append(claims, claim{proof: file})
		return nil
	})
	flags.Func("entry", "file of the entry of the proof before", func(file string) error {
		if len(claims) == 0 {
			return errors.New("no -proof before it")
		}
		claims[len(claims)-1].entry = file
		return nil
	})
	flags.Parse(arguments)

	p, err := newPolicy(*vkey, witnesses)
	if err != nil {
		return "", err
	}
	var log *verifiedLog
	line := "ok"
	switch {
	case flags.NArg() == 1:
		log, line, err = p.verifyDirectory(flags.Arg(0), leafFiles, older)
	case flags.NArg() > 1 || len(claims) == 0 || len(leafFiles)+len(older) > 0:
		err = errors.New("want one directory, or none and a proof")
	}
	if err != nil {
		return "", err
	}
	for _, c := range claims {
		if err := p.checkProof(c.proof, c.entry, log); err != nil {
			return "", at(c.proof, err)
		}
	}
	if len(claims) > 0 {
		line += fmt.Sprintf(" proofs=%d", len(claims))
	}
	if len(witnesses) > 0 {
		line += fmt.Sprintf(" witnesses=%d", len(witnesses))
	}
	return line, nil
}

func newPolicy(vkey string, witnesses []string) (*policy, error) {
	log, err := note.NewVerifier(vkey)
	if err != nil {
		return nil, fmt.Errorf("log key %q: %w", vkey, err)
	}
	p := &policy{log: log}
	for _, w := range witnesses {
		c, err := newCosigner(w)
		if err != nil {
			return nil, err
		}
		p.witnesses = append(p.witnesses, c)
	}
	return p, nil
}

// verifyDirectory checks a whole log and tells what it has checked.
func (p *policy) verifyDirectory(root string, leafFiles, older []string) (*verifiedLog, string, error) {
	leaves := map[int64]tlog.Hash{}
	for _, file := range leafFiles {
		if err := readLeaves(file, leaves); err != nil {
			return nil, "", at(file, err)
		}
	}
	promised := len(leaves)
	log, err := p.verifyLog(root, leaves)
	if err != nil {
		return nil, "", err
	}
	inclusion, err := log.proveRecords()
	if err != nil {
		return nil, "", err
	}
	consistency, err := log.proveTrees()
	if err != nil {
		return nil, "", err
	}
	for _, file := range older {
		if err := p.checkOlder(file, log); err != nil {
			return nil, "", at(file, err)
		}
	}
	line := fmt.Sprintf("ok size=%d root=%v records=%d inclusion=%d consistency=%d",
		log.tree.N, log.tree.Hash, log.tree.N, inclusion, consistency)
	if promised > 0 {
		line += fmt.Sprintf(" leaves=%d", promised)
	}
	if len(older) > 0 {
		line += fmt.Sprintf(" older=%d", len(older))
	}
	return log, line, nil
}

func (p *policy) checkOlder(file string, log *verifiedLog) error {
	signed, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	tree, err := p.open(signed, false)
	if err != nil {
		return err
	}
	return log.extends(tree)
}
