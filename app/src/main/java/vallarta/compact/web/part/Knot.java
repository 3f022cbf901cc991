package vallarta.compact.web.part;

/// One place of the thread: something that is tied there, or a cut where nobody tied anything.
///
/// @param head a number or reference, or empty
/// @param words what it is, or at a cut what is missing
/// @param note date, actor, or what is to be known besides; may be empty
/// @param href where it leads; empty at a cut
/// @param cut whether the thread ends before it
/// @param action words of what can be done about a cut, or empty
/// @param actionHref where that is done
public record Knot(
    Shape shape,
    String head,
    String words,
    String note,
    String href,
    boolean cut,
    String action,
    String actionHref) {

  public static Knot tied(Shape shape, String head, String words, String href) {
    return new Knot(shape, head, words, "", href, false, "", "");
  }

  public static Knot cut(Shape shape, String head, String words) {
    return new Knot(shape, head, words, "", "", true, "", "");
  }

  public Knot noted(String about) {
    return new Knot(shape, head, words, about, href, cut, action, actionHref);
  }

  public Knot act(String label, String to) {
    return new Knot(shape, head, words, note, href, cut, label, to);
  }
}
