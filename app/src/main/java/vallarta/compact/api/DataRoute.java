package vallarta.compact.api;

import java.util.List;

/// The data of a page: a bean of the stage that has the page.
///
/// @param path without the language and the ending, with variables in braces: `/statements/{id}`
/// @param summary what it gives, in English
/// @param parameters names of the parameters that narrow it
/// @param columns of its rows, in their order
public record DataRoute(
    String path, String summary, List<String> parameters, List<String> columns) {}
