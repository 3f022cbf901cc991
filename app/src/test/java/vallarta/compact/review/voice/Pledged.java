package vallarta.compact.review.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import vallarta.compact.cli.Visitor;

/// Commitments and parallel reports for tests, made by the forms that everybody uses.
public final class Pledged {

  private Pledged() {}

  /// The reference of a commitment that its owner has just published.
  ///
  /// @param more fields, as name and value in turn
  public static String by(Visitor who, String owner, String title, String... more)
      throws Exception {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "owner", owner,
                "title", title,
                "text", "We will open three schools.",
                "language", "en",
                "obligation", "voluntary-pledge",
                "schedule", "yearly"));
    fields.addAll(List.of(more));
    String path = place(who.send("/en/commitments/new", fields.toArray(String[]::new)));
    assertThat(who.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The path of a parallel report that has just been drafted.
  public static String said(Visitor who, String owner, String commitment, String agrees)
      throws Exception {
    return place(
        who.send(
            "/en/parallel-reports/new",
            "owner",
            owner,
            "commitment",
            commitment,
            "title",
            "What we saw",
            "text",
            "Two schools are open.",
            "language",
            "en",
            "agrees",
            agrees,
            "interest",
            "We teach in one of them."));
  }

  /// Where an answer leads.
  public static String place(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String place = answer.headers().firstValue("Location").orElseThrow();
    return place.substring(place.indexOf("/en/")).replaceFirst("#.*", "");
  }
}
