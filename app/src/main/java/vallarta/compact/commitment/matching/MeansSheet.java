package vallarta.compact.commitment.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Means;
import vallarta.compact.table.Sheet;

/// Needs, offers and matches as tables. Amounts stand row by row with their unit and are never
/// added up.
final class MeansSheet {

  private static final List<String> MEANS =
      List.of(
          "id",
          "commitment",
          "owner",
          "kind",
          "text",
          "language",
          "amount",
          "unit",
          "period",
          "region_m49",
          "dimensions",
          "themes",
          "due",
          "fictional");

  static final List<String> OFFERS = with("matches");
  static final List<String> NEEDS = with("met", "matches");

  static final List<String> MATCHES =
      List.of(
          "id",
          "state",
          "need",
          "need_of",
          "needed_by",
          "offer",
          "offer_of",
          "offered_by",
          "kind",
          "amount_needed",
          "unit_needed",
          "amount_offered",
          "unit_offered",
          "confirmed",
          "ended",
          "reason",
          "fictional");

  private MeansSheet() {}

  static Sheet of(Side side, List<Held> all) {
    boolean needs = side == Side.NEED;
    return new Sheet(
        needs ? "needs" : "offers",
        needs ? NEEDS : OFFERS,
        all.stream().map(it -> row(it, needs)).toList());
  }

  private static List<Object> row(Held it, boolean needs) {
    Means means = it.means();
    List<Object> row =
        new ArrayList<>(
            List.of(
                means.ref(),
                it.of().ref(),
                it.of().owner().key(),
                means.kind().tag(),
                means.text(),
                it.of().told().language(),
                amount(means),
                means.unit(),
                means.period(),
                means.region(),
                String.join(" ", it.of().told().dimensions()),
                String.join(" ", it.of().told().themes()),
                text(it.of().told().due()),
                it.of().fictional()));
    if (needs) {
      row.add(it.cover().tag());
    }
    row.add(String.join(" ", it.met().stream().map(met -> met.match().ref()).toList()));
    return row;
  }

  static Sheet matches(List<Pair> pairs) {
    return new Sheet("matches", MATCHES, pairs.stream().map(MeansSheet::row).toList());
  }

  private static List<Object> row(Pair it) {
    Match match = it.match();
    @Nullable Means need = it.means(Side.NEED).orElse(null);
    @Nullable Means offer = it.means(Side.OFFER).orElse(null);
    Commitment by = it.needOf();
    return List.of(
        match.ref(),
        match.state().tag(),
        match.needRef(),
        by.ref(),
        by.owner().key(),
        match.offerRef(),
        it.offerOf().ref(),
        it.offerOf().owner().key(),
        need == null ? "" : need.kind().tag(),
        need == null ? "" : amount(need),
        need == null ? "" : need.unit(),
        offer == null ? "" : amount(offer),
        offer == null ? "" : offer.unit(),
        text(match.confirmedAt()),
        text(match.closedAt()),
        match.reason(),
        by.fictional() || it.offerOf().fictional());
  }

  private static String amount(Means it) {
    return it.amount() == null ? "" : it.amount().stripTrailingZeros().toPlainString();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static List<String> with(String... more) {
    List<String> headers = new ArrayList<>(MEANS);
    headers.addAll(List.of(more));
    return List.copyOf(headers);
  }
}
