package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// makeLog writes a log and prints its verifier keys, one a line, the log's first.
//
// The log grows through the given sizes in order and publishes a checkpoint at each, so that
// partial tiles of all of them are there; the last is DIR/checkpoint, the others
// DIR/older/SIZE. Entry n is entryOf(n). Proofs go to DIR/proofs/INDEX.tlog-proof. Without -key
// the log's key is a fixed one, so the same arguments write the same bytes.
func makeLog(arguments []string) (string, error) {
	flags := flag.NewFlagSet("makelog", flag.ExitOnError)
	key := flags.String("key", "", "the log's private key, PRIVATE+KEY+name+id+base64")
	seconds := flags.Uint64("time", 1700000000, "time of the cosignatures, POSIX seconds")
	var sizes, witnesses, prove words
	flags.Var(&sizes, "size", "size of the tree at a checkpoint")
	flags.Var(&witnesses, "witness", "a witness that cosigns: name=32 bytes in hex")
	flags.Var(&prove, "prove", "index of an entry to prove at the last checkpoint")
	flags.Parse(arguments)
	if flags.NArg() != 1 {
		return "", fmt.Errorf("want one directory, got %d", flags.NArg())
	}

	signer, vkey, err := logKey(*key)
	if err != nil {
		return "", err
	}
	w := &writer{root: flags.Arg(0), origin: signer.Name(), signers: []note.Signer{signer}}
	keys := []string{vkey}
	for _, named := range witnesses {
		name, seed, _ := strings.Cut(named, "=")
		witness, vkey, err := newWitness(name, seed, *seconds)
		if err != nil {
			return "", err
		}
		w.signers = append(w.signers, witness)
		keys = append(keys, vkey)
	}
	for i, s := range sizes {
		size, err := decimal(s)
		if err != nil {
			return "", err
		}
		file := "checkpoint"
		if i < len(sizes)-1 {
			file = "older/" + s
		}
		if err := w.grow(size, file); err != nil {
			return "", err
		}
	}
	for _, s := range prove {
		index, err := decimal(s)
		if err != nil {
			return "", err
		}
		if err := w.prove(index); err != nil {
			return "", err
		}
	}
	return strings.Join(keys, "\n"), nil
}

// logKey makes a signer of a private key, by default of one from a fixed seed, and its verifier key.
func logKey(key string) (note.Signer, string, error) {
	seed := bytes.Repeat([]byte{1}, ed25519.SeedSize)
	name := "example.org/log"
	if parts := strings.SplitN(key, "+", 5); len(parts) == 5 {
		material, err := base64.StdEncoding.DecodeString(parts[4])
		if err != nil || len(material) != 1+ed25519.SeedSize {
			return nil, "", errors.New("-key: not an Ed25519 private key")
		}
		name, seed = parts[2], material[1:]
	}
	made, vkey, err := note.GenerateKey(bytes.NewReader(seed), name)
	if err != nil {
		return nil, "", err
	}
	if key == "" {
		key = made
	}
	signer, err := note.NewSigner(key)
	return signer, vkey, err
}

// entryOf is the entry at an index: its number and as many dots as the index modulo 97 says;
// but entry 1 is empty and entry 2 as long as an entry can be.
func entryOf(index int64) []byte {
	switch index {
	case 1:
		return nil
	case 2:
		return []byte(strings.Repeat("x", 1<<16-1))
	}
	return []byte("entry " + strconv.FormatInt(index, 10) + strings.Repeat(".", int(index%97)))
}

// A writer is a log that grows: all its hashes, in memory, and its files.
type writer struct {
	root    string
	origin  string
	signers []note.Signer
	size    int64
	stored  []tlog.Hash
	signed  []byte
}

func (w *writer) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = w.stored[index]
	}
	return hashes, nil
}

// grow appends entries up to a size and publishes it.
func (w *writer) grow(size int64, checkpoint string) error {
	old := w.size
	for ; w.size < size; w.size++ {
		hashes, err := tlog.StoredHashes(w.size, entryOf(w.size), w)
		if err != nil {
			return err
		}
		w.stored = append(w.stored, hashes...)
	}
	for _, t := range tlog.NewTiles(tileHeight, old, size) {
		if t.W != tileWidth && t.W != width(size, t.L, t.N) {
			continue // the width of a size between, at which nothing was published
		}
		data, err := tlog.ReadTileData(t, w)
		if err != nil {
			return err
		}
		if err := w.write(tilePath(t), data); err != nil {
			return err
		}
		if t.L == 0 {
			t.L = -1
			if err := w.write(tilePath(t), bundle(t)); err != nil {
				return err
			}
		}
	}
	root, err := tlog.TreeHash(size, w)
	if err != nil {
		return err
	}
	if size == 0 {
		root = sha256.Sum256(nil)
	}
	text := fmt.Sprintf("%s\n%d\n%v\n", w.origin, size, root)
	if w.signed, err = note.Sign(&note.Note{Text: text}, w.signers...); err != nil {
		return err
	}
	return w.write(checkpoint, w.signed)
}

func bundle(t tlog.Tile) []byte {
	var data []byte
	for i := 0; i < t.W; i++ {
		entry := entryOf(t.N*tileWidth + int64(i))
		data = binary.BigEndian.AppendUint16(data, uint16(len(entry)))
		data = append(data, entry...)
	}
	return data
}

func (w *writer) prove(index int64) error {
	path, err := tlog.ProveRecord(w.size, index, w)
	if err != nil {
		return err
	}
	text := fmt.Sprintf("c2sp.org/tlog-proof@v1\nindex %d\n", index)
	for _, h := range path {
		text += h.String() + "\n"
	}
	return w.write(fmt.Sprintf("proofs/%d.tlog-proof", index), []byte(text+"\n"+string(w.signed)))
}

func (w *writer) write(path string, data []byte) error {
	file := filepath.Join(w.root, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o666)
}

// A witness cosigns notes.
type witness struct {
	cosigner
	private ed25519.PrivateKey
	seconds uint64
}

// newWitness makes a witness of a seed, and its verifier key.
func newWitness(name, seed string, seconds uint64) (*witness, string, error) {
	raw, err := hex.DecodeString(seed)
	if err != nil || len(raw) != ed25519.SeedSize {
		return nil, "", fmt.Errorf("seed of %s: %q is not 32 bytes in hex", name, seed)
	}
	private := ed25519.NewKeyFromSeed(raw)
	public := private.Public().(ed25519.PublicKey)
	material := append([]byte{algCosignature}, public...)
	id := keyID(name, material)
	vkey := fmt.Sprintf("%s+%08x+%s", name, id, base64.StdEncoding.EncodeToString(material))
	return &witness{cosigner{name, id, public}, private, seconds}, vkey, nil
}

func (w *witness) Sign(text []byte) ([]byte, error) {
	signature := ed25519.Sign(w.private, cosigned(w.seconds, text))
	return append(binary.BigEndian.AppendUint64(nil, w.seconds), signature...), nil
}
