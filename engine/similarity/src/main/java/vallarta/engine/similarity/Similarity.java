package vallarta.engine.similarity;

/// The share of its words that two texts have in common.
public record Similarity(double threshold) {}
