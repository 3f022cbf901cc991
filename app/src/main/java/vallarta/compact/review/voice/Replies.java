package vallarta.compact.review.voice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.part.Fault;

/// The right of reply: each actor answers what others said of its commitment once, within thirty
/// days. Who comes later is heard too, and marked as late.
@Service
public class Replies {

  /// How long the clock runs.
  static final Duration WITHIN = Duration.ofDays(30);

  /// Whoever answers for an actor: its main or validating focal point, or the contributor of an
  /// organisation that has none.
  static final Role[] ANSWER = {
    Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR
  };

  /// The right to answer one thing.
  ///
  /// @param about reference of what can be answered: `PL-3`
  /// @param until when the clock runs out
  /// @param over whether it has
  /// @param given what the actors answered
  /// @param silent the actors that have not answered
  /// @param mine those of them for whom the reader may answer
  public record Right(
      String about,
      Instant until,
      boolean over,
      List<Given> given,
      List<Stakeholder> silent,
      List<Stakeholder> mine) {}

  /// A reply with who gives it.
  public record Given(Reply reply, Stakeholder actor) {}

  private final ReplyTable table;
  private final Commitments commitments;
  private final Stakeholders stakeholders;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Replies(
      ReplyTable table,
      Commitments commitments,
      Stakeholders stakeholders,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.table = table;
    this.commitments = commitments;
    this.stakeholders = stakeholders;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// The right to answer something that was said of a commitment.
  ///
  /// @param said when it was published
  /// @param reader who asks
  @Transactional(readOnly = true)
  public Right of(Commitment commitment, String about, Instant said, Actor reader) {
    return right(commitment, about, said, table.of(commitment.id()), reader);
  }

  /// All of them, what was said last first.
  @Transactional(readOnly = true)
  List<Map.Entry<Commitment, Right>> list(Actor reader) {
    List<ReplyTable.Said> said = table.said();
    Map<Long, Commitment> known =
        commitments
            .list(said.stream().map(ReplyTable.Said::commitment).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Commitment::id, Function.identity()));
    Map<Long, List<Reply>> replies =
        table.list().stream().collect(Collectors.groupingBy(Reply::commitment));
    List<Map.Entry<Commitment, Right>> rights = new ArrayList<>();
    for (ReplyTable.Said it : said) {
      Commitment of = known.get(it.commitment());
      if (of != null) {
        List<Reply> given = replies.getOrDefault(of.id(), List.of());
        rights.add(Map.entry(of, right(of, it.about(), it.at(), given, reader)));
      }
    }
    return rights;
  }

  /// The commitment of which that was said.
  ///
  /// @throws vallarta.compact.web.DomainFailure answered with 404 when nothing public has that
  ///   reference
  @Transactional(readOnly = true)
  Commitment commitment(String about) {
    return commitments.get("CM-" + said(about).commitment());
  }

  /// What is wrong with a reply, field by field.
  static List<Fault> faults(String language, String text) {
    List<Fault> faults = new ArrayList<>();
    TestimonyCheck.words(faults, "text", text, TestimonyCheck.LONGEST);
    if (Language.find(language).isEmpty()) {
      faults.add(Fault.of("language", "REV-212", "review.voice.failure.language"));
    }
    return faults;
  }

  /// An actor answers.
  ///
  /// @param stakeholder its key
  @Transactional
  Reply give(String about, String stakeholder, String language, String text, @Nullable Long by) {
    ReplyTable.Said said = said(about);
    Commitment of = commitments.get("CM-" + said.commitment());
    if (!ParallelReports.isActor(of, stakeholder)) {
      throw Refusals.nothingToAnswer(about);
    }
    faults(language, text).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw Refusals.of(fault);
        });
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean late = now.isAfter(said.at().plus(WITHIN));
    Reply reply = new Reply(0, about, of.id(), stakeholder, language, text.strip(), late, now);
    boolean fictional =
        of.fictional() || stakeholders.find(stakeholder).filter(Stakeholder::fictional).isPresent();
    Reply given = table.insert(reply, fictional, by).orElseThrow(() -> Refusals.answered(about));
    publicRecord.enter(List.of(new Act(ActType.REPLY_PUBLISHED, ReplyFacts.of(given))));
    revision.touch();
    return given;
  }

  private ReplyTable.Said said(String about) {
    return table.said(about).orElseThrow(() -> Refusals.nothingToAnswer(about));
  }

  private Right right(
      Commitment of, String about, Instant said, List<Reply> replies, Actor reader) {
    Map<String, Reply> given =
        replies.stream()
            .filter(it -> it.about().equals(about))
            .collect(Collectors.toMap(Reply::stakeholder, Function.identity()));
    List<Stakeholder> actors =
        of.actors().stream()
            .filter(it -> it.answer() != Commitment.Actor.Answer.DECLINED)
            .map(Commitment.Actor::stakeholder)
            .toList();
    List<Stakeholder> silent = actors.stream().filter(it -> !given.containsKey(it.key())).toList();
    Instant until = said.plus(WITHIN);
    return new Right(
        about,
        until,
        clock.instant().isAfter(until),
        of.actors().stream()
            .map(Commitment.Actor::stakeholder)
            .flatMap(it ->
                Optional.ofNullable(given.get(it.key()))
                    .map(reply -> new Given(reply, it))
                    .stream())
            .toList(),
        silent,
        silent.stream().filter(it -> reader.isFor(it.key(), ANSWER)).toList());
  }
}
