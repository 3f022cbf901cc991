package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts that many have sent, to find those who sent one with much of their own: such a text is
/// unlike the common one by Jaccard, but contains it.
///
/// A text goes with a campaign when at least four fifths of the shingles of the medoid are in it
/// (containment: A. Z. Broder, SEQUENCES 1997), and these are at least half of its own: what is
/// mostly its own is a voice of its own. Of several campaigns it goes with the one that it has most
/// of, then the longer one, then the one of the smaller id. All is exact: one of the first
/// [#anchors(int)] elements of a medoid, the rarest, must be in such a text.
///
/// Not thread-safe while campaigns are put in or taken out; may be asked by several threads then.
public final class Campaigns {

  /// How many texts make a group a campaign.
  public static final int LEAST_TEXTS = 3;

  /// How many shingles its text has at least: about forty words. Less is a phrase, which others may
  /// use without having it from there.
  public static final int LEAST_SHINGLES = 20;

  private static final int HINTS = 1 << 21;

  private static final long[] NO_HINTS = {};

  private final List<Campaign> all = new ArrayList<>();
  private final LongTable byId = new LongTable();
  private final LongTable firstByAnchor = new LongTable();
  private final LongArray anchors = new LongArray();
  private long[] hints = NO_HINTS;

  private record Campaign(long id, long[] elements, boolean[] ended) {}

  static boolean isCampaign(long texts, int shingles) {
    return texts >= LEAST_TEXTS && shingles >= LEAST_SHINGLES;
  }

  private static int needed(int size) {
    return (4 * size + 4) / 5;
  }

  private static int anchors(int size) {
    return size - needed(size) + 1;
  }

  /// Puts in a group if it is a campaign.
  ///
  /// @param texts how many texts the group has
  /// @param elements of the medoid, ascending in the order of a [Rarity]
  public void put(long id, long texts, long[] elements) {
    if (!isCampaign(texts, elements.length)) {
      return;
    }
    if (all.isEmpty()) {
      hints = new long[HINTS];
    }
    int number = all.size();
    all.add(new Campaign(id, elements, new boolean[1]));
    byId.put(id, number);
    for (int i = 0; i < anchors(elements.length); i++) {
      // The next one of the same anchor in the high half, the campaign in the low half.
      long next = firstByAnchor.get(elements[i]);
      firstByAnchor.put(elements[i], anchors.size());
      anchors.add(next << Integer.SIZE | number);
      hints[hint(elements[i])] |= 1L << elements[i];
    }
  }

  /// Takes out the campaign of an id, if there is one.
  void end(long id) {
    int number = byId.get(id);
    if (number != LongTable.NONE) {
      all.get(number).ended[0] = true;
    }
  }

  private static int hint(long element) {
    return (int) (element >>> 6) & HINTS - 1;
  }

  /// Whether any campaign might be found.
  boolean mayKnow(long element) {
    return (hints[hint(element)] & 1L << element) != 0;
  }

  /// The id of the campaign that a text goes with.
  ///
  /// @param none what to say when there is none
  public long of(long[] elements, long none) {
    @Nullable Campaign best = null;
    int most = 0;
    for (int i = 0; i < elements.length && !all.isEmpty(); i++) {
      if (!mayKnow(elements[i])) {
        continue;
      }
      int at = firstByAnchor.get(elements[i]);
      while (at != LongTable.NONE) {
        Campaign campaign = all.get((int) anchors.get(at));
        int shared = campaign.ended[0] ? 0 : shared(campaign.elements, elements, i);
        if (shared > 0 && (best == null || isBetter(campaign, shared, best, most))) {
          best = campaign;
          most = shared;
        }
        at = (int) (anchors.get(at) >> Integer.SIZE);
      }
    }
    return best == null ? none : best.id;
  }

  private static boolean isBetter(Campaign one, int shared, Campaign best, int most) {
    long more = (long) shared * best.elements.length - (long) most * one.elements.length;
    int longer = one.elements.length - best.elements.length;
    return more > 0 || more == 0 && (longer > 0 || longer == 0 && one.id < best.id);
  }

  /// How many elements are shared, 0 where these are not enough, or where an earlier one than that
  /// at `first` is shared.
  private static int shared(long[] medoid, long[] text, int first) {
    int needed = Math.max(needed(medoid.length), (text.length + 1) / 2);
    int shared = 0;
    int i = 0;
    int j = 0;
    int last = medoid.length - needed;
    while (i < medoid.length && j < text.length && i - shared <= last) {
      long difference = medoid[i] - text[j];
      if (difference < 0) {
        i++;
      } else if (difference > 0) {
        j++;
      } else if (j < first) {
        return 0;
      } else {
        shared++;
        i++;
        j++;
      }
    }
    return shared >= needed ? shared : 0;
  }
}
