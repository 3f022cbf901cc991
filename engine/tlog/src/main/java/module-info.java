/// The transparency log of the record: an append-only Merkle tree in files that anyone can check.
module vallarta.engine.tlog {
  requires java.net.http;
  requires jdk.httpserver;
  requires static org.jspecify;

  exports vallarta.engine.tlog;
  exports vallarta.engine.tlog.http;
}
