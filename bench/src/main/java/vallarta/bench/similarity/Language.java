package vallarta.bench.similarity;

/// A language of the invented texts and its share of them: four fifths are plain ASCII, a fifth is
/// Arabic, Chinese, and Spanish written with combining marks.
enum Language {
  ENGLISH(12.0 / 15),
  ARABIC(1.0 / 15),
  CHINESE(1.0 / 15),
  SPANISH(1.0 / 15);

  final double share;

  Language(double share) {
    this.share = share;
  }

  boolean isSpaced() {
    return this != CHINESE;
  }

  /// The language at a place in [0, 1).
  static Language at(double place) {
    double upTo = 0;
    for (Language language : values()) {
      upTo += language.share;
      if (place < upTo) {
        return language;
      }
    }
    return ENGLISH;
  }
}
