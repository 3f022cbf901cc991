package vallarta.engine.similarity;

import java.util.List;

/// Texts that are near-duplicates of each other, directly or by way of others, and those that go
/// with them because they contain their text ([Campaigns]).
///
/// @param id the smallest key of those that are near-duplicates
/// @param representative the key of the text that stands for all: the medoid ([Settling])
/// @param members all keys in ascending order, at least one
public record Group(long id, long representative, List<Long> members) {}
