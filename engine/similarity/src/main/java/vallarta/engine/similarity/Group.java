package vallarta.engine.similarity;

import java.util.List;

/// Texts that are near-duplicates of each other, directly or by way of others.
///
/// @param id the smallest key of the members
/// @param representative the key of the text that stands for all: of the version with the most
///   copies, among these the one with the most words, among these the smallest key
/// @param members all keys in ascending order, at least one
public record Group(long id, long representative, List<Long> members) {}
