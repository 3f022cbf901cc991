package vallarta.compact.review.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.review.report.FramedReport.Section;
import vallarta.compact.review.report.FramedReport.Told;
import vallarta.compact.web.DomainFailure;

/// Lays out what an actor reported for the frames in which it has to tell it.
@Service
class Frames {

  private final JdbcClient jdbc;
  private final ReportTable reports;
  private final EvidenceTable evidence;
  private final Commitments commitments;
  private final Standings standings;
  private final Stakeholders stakeholders;
  private final Consultations consultations;
  private final Framework framework;

  Frames(
      JdbcClient jdbc,
      ReportTable reports,
      EvidenceTable evidence,
      Commitments commitments,
      Standings standings,
      Stakeholders stakeholders,
      Consultations consultations,
      Framework framework) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.evidence = evidence;
    this.commitments = commitments;
    this.standings = standings;
    this.stakeholders = stakeholders;
    this.consultations = consultations;
    this.framework = framework;
  }

  /// @param key of the stakeholder
  /// @throws DomainFailure answered with 404 where no public commitment is its
  @Transactional(readOnly = true)
  FramedReport of(Frame frame, String key, Language language) {
    List<Commitment> promised = commitments.list(confirmed(key));
    Stakeholder actor =
        stakeholders
            .find(key)
            .filter(it -> !promised.isEmpty())
            .orElseThrow(() ->
                new DomainFailure(
                    "REV-135",
                    "review.report.failure.actor",
                    Map.of("key", key),
                    HttpStatus.NOT_FOUND));
    List<Told> told = told(promised, key);
    List<Section> sections =
        switch (frame) {
          case COMPACT -> byObjective(told, language);
          case VNR -> byTarget(told);
          case UPR -> byStatement(told);
        };
    return new FramedReport(
        frame, actor, sections, told.stream().filter(it -> it.newest().isEmpty()).count());
  }

  private List<Long> confirmed(String key) {
    return jdbc.sql(
            """
            select a.commitment from commitment.actor a join commitment.commitment c on c.id = a.commitment
            where a.stakeholder = :key and a.state = 'confirmed' and c.state <> 'draft' order by a.commitment
            """)
        .param("key", key)
        .query((row, n) -> row.getLong(1))
        .list();
  }

  private List<Told> told(List<Commitment> promised, String key) {
    Map<Long, Standing.Now> stands = standings.of(promised.stream().map(Commitment::id).toList());
    Map<Long, Report> newest = reports.newest(promised.stream().map(Commitment::id).toList(), key);
    Map<String, List<Evidence>> found =
        evidence.of(newest.values().stream().map(Report::ref).toList());
    return promised.stream()
        .map(it -> {
          Optional<Report> last = Optional.ofNullable(newest.get(it.id()));
          Standing.Now now = stands.get(it.id());
          return new Told(
              it,
              now == null ? Standing.NO_REPORT : now.standing(),
              last,
              last.map(of -> found.getOrDefault(of.ref(), List.of())).orElse(List.of()));
        })
        .toList();
  }

  private List<Section> byObjective(List<Told> all, Language language) {
    List<Section> sections = new ArrayList<>();
    for (Framework.Heading it : framework.objectives()) {
      add(
          sections,
          it.id(),
          it.label(language),
          "",
          all,
          of -> of.told().objectives().contains(it.id()));
    }
    rest(sections, all, it -> it.told().objectives().isEmpty());
    return sections;
  }

  private List<Section> byTarget(List<Told> all) {
    List<Section> sections = new ArrayList<>();
    for (Framework.Item it : framework.targets()) {
      add(sections, it.id(), it.text(), "en", all, of -> of.told().sdg().contains(it.id()));
    }
    rest(sections, all, it -> it.told().sdg().isEmpty());
    return sections;
  }

  private List<Section> byStatement(List<Told> all) {
    Holdings holdings = consultations.holdings();
    List<Section> sections = new ArrayList<>();
    List<Statement> answered =
        all.stream()
            .flatMap(it -> it.commitment().told().sources().stream())
            .distinct()
            .flatMap(ref -> StatementId.find(ref).flatMap(holdings::find).stream())
            .toList();
    for (Statement it : answered) {
      String ref = it.id().toString();
      add(
          sections,
          ref,
          it.text(),
          it.language().tag(),
          all,
          of -> of.told().sources().contains(ref));
    }
    rest(
        sections,
        all,
        it -> answered.stream().noneMatch(of -> it.told().sources().contains(of.id().toString())));
    return sections;
  }

  private static void add(
      List<Section> sections,
      String code,
      String title,
      String language,
      List<Told> all,
      Predicate<Commitment> belongs) {
    List<Told> here = all.stream().filter(it -> belongs.test(it.commitment())).toList();
    if (!here.isEmpty()) {
      sections.add(new Section(code, title, language, here));
    }
  }

  private static void rest(List<Section> sections, List<Told> all, Predicate<Commitment> belongs) {
    add(sections, "", "", "", all, belongs);
  }
}
