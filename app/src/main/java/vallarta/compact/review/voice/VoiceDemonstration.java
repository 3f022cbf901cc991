package vallarta.compact.review.voice;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.review.report.Evidence;

/// Parallel reports of the demonstration, by its fictional organisations alone: one that agrees in
/// part and is answered, with a signature that is missing; one that contradicts and waits for its
/// answer; one that agrees; one withdrawn.
@Component
class VoiceDemonstration implements Demonstration {

  private final ParallelReports reports;
  private final ParallelTable table;
  private final Replies replies;
  private final Commitments commitments;
  private final JdbcClient jdbc;

  VoiceDemonstration(
      ParallelReports reports,
      ParallelTable table,
      Replies replies,
      Commitments commitments,
      JdbcClient jdbc) {
    this.reports = reports;
    this.table = table;
    this.replies = replies;
    this.commitments = commitments;
    this.jdbc = jdbc;
  }

  @Override
  public int order() {
    return 1020;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    if (table.count(ParallelFilter.ALL) == 0) {
      find("DEMO-02").ifPresent(this::wards);
      find("DEMO-04").ifPresent(this::fees);
      find("DEMO-07").ifPresent(this::schools);
      find("DEMO-01").ifPresent(this::withdrawn);
    }
  }

  private void wards(Commitment of) {
    ParallelReport it =
        draft(
            of,
            "en-lantern-children",
            new Testimony(
                "en",
                "Open reception works, and one closed ward still holds children",
                "Our members visited the three cities in May. Reception there is open, and children go to school."
                    + " In the harbour town a closed ward held nineteen children on the day of our visit, four of"
                    + " them for longer than a month.",
                Agrees.IN_PART.tag(),
                "Ferrenland pays for two of our night schools. Nobody of us works in the wards."));
    it = reports.ask(it.id(), "en-nhri-ferrenland", true);
    it = reports.ask(it.id(), "en-northern-churches", true);
    it = reports.sign(it.id(), it.version(), "en-nhri-ferrenland", true);
    it = add(it, "Notes of the visits in May", "https://example.org/visits", "testimony", "own");
    it =
        add(
            it,
            "Yearly figures of the institute",
            "https://example.org/wards",
            "statistics",
            "third-party");
    it = reports.publish(it.id(), it.version(), null);
    replies.give(
        it.ref(),
        "XFL",
        "en",
        "The ward in the harbour town closes when its new building opens. Children who stay longer than"
            + " three days are now seen by a judge.",
        null);
  }

  private void fees(Commitment of) {
    ParallelReport it =
        draft(
            of,
            "en-rural-ombarra",
            new Testimony(
                "en",
                "Women who leave for domestic work still pay",
                "We asked 412 women who left for domestic work since the law came into force. Three of four paid"
                    + " a recruiter, mostly under the name of training or clothing. None of the recruiters whom"
                    + " they named had lost a licence.",
                Agrees.NO.tag(),
                "We help women to bring complaints against recruiters, and receive no public money."));
    it = add(it, "What 412 women told", "https://example.org/fees", "study", "own");
    reports.publish(it.id(), it.version(), null);
  }

  private void schools(Commitment of) {
    ParallelReport it =
        draft(
            of,
            "fr-femmes-kourale",
            new Testimony(
                "fr",
                "Les écoles des villages inscrivent les enfants sans papiers",
                "Dans les onze villages où nous travaillons, les directrices inscrivent tous les enfants depuis la"
                    + " rentrée. Les livres manquent encore.",
                Agrees.YES.tag(),
                "Plusieurs de nos membres enseignent dans ces écoles."));
    reports.publish(it.id(), it.version(), null);
  }

  private void withdrawn(Commitment of) {
    ParallelReport it =
        draft(
            of,
            "en-union-harbour",
            new Testimony(
                "en",
                "No table gives the status of care workers",
                "We looked for care workers in the tables of last year and did not find them.",
                Agrees.NO.tag(),
                "We bargain for care workers."));
    it = reports.publish(it.id(), it.version(), null);
    reports.withdraw(
        it.id(), it.version(), "The table is there; we had looked at the year before.", null);
  }

  private ParallelReport draft(Commitment of, String owner, Testimony told) {
    return reports.draft(of, owner, told, null);
  }

  private ParallelReport add(
      ParallelReport to, String title, String url, String type, String independence) {
    Evidence exhibit =
        new Evidence(0, false, title, url, "", "", 0, type, independence, LocalDate.of(2026, 6, 1));
    return reports.add(to.id(), exhibit, null);
  }

  /// A commitment of the demonstration by the reference that its table gives it.
  private Optional<Commitment> find(String ownRef) {
    return jdbc.sql(
            "select 'CM-' || id from commitment.commitment where own_ref = :ref and fictional")
        .param("ref", ownRef)
        .query(String.class)
        .optional()
        .flatMap(commitments::find);
  }
}
