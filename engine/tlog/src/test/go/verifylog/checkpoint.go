package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A policy says whose signatures a checkpoint must bear: the log's, whose name is also its
// origin, and one of each witness.
type policy struct {
	log       note.Verifier
	witnesses []note.Verifier
}

// open reads a signed checkpoint. It must be signed by the log, and by every witness if
// witnessed is set; a signature of a known key that does not verify is refused in any case.
func (p *policy) open(signed []byte, witnessed bool) (tlog.Tree, error) {
	known := append([]note.Verifier{p.log}, p.witnesses...)
	n, err := note.Open(signed, note.VerifierList(known...))
	if err != nil {
		return tlog.Tree{}, err
	}
	required := known[:1]
	if witnessed {
		required = known
	}
	for _, v := range required {
		if !signedBy(n, v) {
			return tlog.Tree{}, fmt.Errorf("no signature of %s+%08x", v.Name(), v.KeyHash())
		}
	}
	origin, tree, err := parseCheckpoint(n.Text)
	if err == nil && origin != p.log.Name() {
		err = fmt.Errorf("its origin is %q, the log's key is of %q", origin, p.log.Name())
	}
	return tree, err
}

func signedBy(n *note.Note, v note.Verifier) bool {
	for _, s := range n.Sigs {
		if s.Name == v.Name() && s.Hash == v.KeyHash() {
			return true
		}
	}
	return false
}

// parseCheckpoint reads the text of a c2sp.org/tlog-checkpoint: origin, size, root, and
// possibly lines of extensions, none of them empty.
func parseCheckpoint(text string) (string, tlog.Tree, error) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) < 3 {
		return "", tlog.Tree{}, fmt.Errorf("%d lines, want at least 3", len(lines))
	}
	for i, line := range lines {
		if line == "" {
			return "", tlog.Tree{}, fmt.Errorf("line %d is empty", i+1)
		}
	}
	size, err := decimal(lines[1])
	if err != nil {
		return "", tlog.Tree{}, fmt.Errorf("size: %w", err)
	}
	root, err := hash(lines[2])
	if err != nil {
		return "", tlog.Tree{}, fmt.Errorf("root: %w", err)
	}
	if size == 0 && root != sha256.Sum256(nil) {
		return "", tlog.Tree{}, errors.New("root: not the root of the empty tree")
	}
	return lines[0], tlog.Tree{N: size, Hash: root}, nil
}

// decimal reads a number of at most 63 bits in its one decimal form.
func decimal(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || strconv.FormatInt(n, 10) != s {
		return 0, fmt.Errorf("%q is not a plain decimal number", s)
	}
	return n, nil
}

// hash reads a SHA-256 hash in its one base64 form.
func hash(s string) (tlog.Hash, error) {
	var h tlog.Hash
	b, err := base64.StdEncoding.Strict().DecodeString(s)
	if err != nil || len(b) != len(h) || strings.ContainsAny(s, "\r\n") {
		return h, fmt.Errorf("%q is not the base64 of a SHA-256 hash", s)
	}
	copy(h[:], b)
	return h, nil
}

// algCosignature is the signature type of a timestamped Ed25519 cosignature, c2sp.org/tlog-cosignature.
const algCosignature = 0x04

// A cosigner is the key of a witness.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

// newCosigner reads a witness's verifier key, "<name>+<hash>+<base64 of 0x04 and the key>".
func newCosigner(vkey string) (*cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 || parts[0] == "" {
		return nil, fmt.Errorf("witness key %q: want name+hash+base64", vkey)
	}
	material, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(material) != 1+ed25519.PublicKeySize || material[0] != algCosignature {
		return nil, fmt.Errorf("witness key %q: not an Ed25519 cosigner's (type 0x04)", vkey)
	}
	id := keyID(parts[0], material)
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, fmt.Errorf("witness key %q: its id is %08x", vkey, id)
	}
	return &cosigner{parts[0], id, ed25519.PublicKey(material[1:])}, nil
}

func keyID(name string, material []byte) uint32 {
	sum := sha256.Sum256(append([]byte(name+"\n"), material...))
	return binary.BigEndian.Uint32(sum[:])
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.id }

// Verify accepts a time and the signature of the text as it was seen at that time.
func (c *cosigner) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	seconds := binary.BigEndian.Uint64(sig)
	return seconds < 1<<63 && ed25519.Verify(c.key, cosigned(seconds, text), sig[8:])
}

// cosigned is what a witness signs.
func cosigned(seconds uint64, text []byte) []byte {
	var message bytes.Buffer
	fmt.Fprintf(&message, "cosignature/v1\ntime %d\n%s", seconds, text)
	return message.Bytes()
}
