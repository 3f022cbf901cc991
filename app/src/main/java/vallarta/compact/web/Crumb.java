package vallarta.compact.web;

/// One step of the way from the home page to a page.
///
/// @param path without the language
/// @param labelLanguage BCP 47 tag of the label, empty for that of the page
record Crumb(String path, String label, String labelLanguage) {}
