package vallarta.compact.commitment;

import java.util.List;

/// A commitment as it was seen and as it is to read.
///
/// @param with keys of those who are to undertake it with the owner
public record Change(Commitment before, Undertaking told, List<String> with) {

  public Change {
    with = List.copyOf(with);
  }

  /// The same actors, undertaking something else.
  public static Change of(Commitment before, Undertaking told) {
    return new Change(before, told, Drafts.with(before));
  }

  /// Whether it reads otherwise afterwards.
  public boolean isOne() {
    return !told.equals(before.told()) || !with.equals(Drafts.with(before));
  }

  /// Whether more than what it is filed under reads otherwise: whoever confirmed it is asked again.
  boolean isOfSubstance() {
    Undertaking was = before.told();
    return !with.equals(Drafts.with(before))
        || !told.filed(was.dimensions(), was.themes(), was.objectives(), was.sdg()).equals(was);
  }
}
