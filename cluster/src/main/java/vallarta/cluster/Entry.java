package vallarta.cluster;

/// That a text has an element among its first, as longs side by side.
///
/// It carries no shingles, so that an element that a whole campaign shares weighs 48 bytes for each
/// of its texts.
final class Entry {

  static final int WIDTH = 6;

  /// The element with its cell and side ([Cells]).
  static final int KEY = 0;

  /// The reference of the text.
  static final int REF = 1;

  /// The label of its component so far.
  static final int LABEL = 2;

  /// Its size in the high half, the position of the element in the low one.
  static final int PLACE = 3;

  /// Two longs: for each of 128 classes of elements whether the text has an odd number of them. Two
  /// sets differ by at least as many elements as their sketches differ by bits (E. F. O. Sandes, G.
  /// L. M. Teodoro, A. C. M. A. Melo, "Bitmap filter", Information Systems 88, 2020).
  static final int SKETCH = 4;

  private Entry() {}
}
