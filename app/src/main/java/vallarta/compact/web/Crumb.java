package vallarta.compact.web;

/// One step of the way from the home page to a page.
///
/// @param path without the language
record Crumb(String path, String label) {}
