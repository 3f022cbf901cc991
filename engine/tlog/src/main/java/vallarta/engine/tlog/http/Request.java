package vallarta.engine.tlog.http;

/// A request to a [Wire].
///
/// @param method as it was sent, `GET`
/// @param path the target without its query, as it was sent
/// @param last whether the sender wants nothing after it on the same connection
record Request(String method, String path, byte[] body, boolean last) {}
