/// A transparency log: an append-only Merkle tree of entries in static files, with signed
/// checkpoints, proofs, witnesses, and a check that rebuilds everything.
///
/// [TileLog] writes a log and [LogReader] reads one and proves; [ProofFile] and [Policy] are what
/// somebody far away needs to check one entry; [Witness] cosigns the logs of others; [Fsck] reads
/// all entries and compares.
@NullMarked
package vallarta.engine.tlog;

import org.jspecify.annotations.NullMarked;
