package vallarta.compact.search;

import java.util.List;

/// What a stage lets be found: a bean. What is published once stays; a source only grows until its
/// epoch changes.
public interface SearchSource {

  /// The kind of its documents: `statement`.
  String type();

  /// Changes when documents that were given before have changed: then all are asked for again.
  String epoch();

  /// The documents with a greater number, in the order of their numbers.
  List<SearchDocument> after(long number);
}
