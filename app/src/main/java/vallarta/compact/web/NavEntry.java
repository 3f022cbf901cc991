package vallarta.compact.web;

/// One entry of the main navigation. A stage adds its own by a bean of this type.
///
/// @param order where it stands: small numbers first, stages in steps of 100
/// @param key of its words
/// @param path of its page without the language: `/statements`
public record NavEntry(int order, String key, String path) {}
