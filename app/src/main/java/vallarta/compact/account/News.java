package vallarta.compact.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;
import vallarta.compact.mail.Mail;
import vallarta.compact.mail.Mails;
import vallarta.compact.web.SiteAddress;

/// What has changed for the holder of an account, told in one mail a week unless they choose
/// otherwise: grouped, the newest first, of each thing only what holds now, never an empty one, and
/// with a link that stops them all.
@Service
public class News {

  /// How often they are told.
  enum Rhythm {
    WEEKLY,
    DAILY,
    NEVER;

    String tag() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private record Reader(long id, String email, String language, String rhythm, String stopCode) {
    Language tongue() {
      return Language.find(language).orElse(Language.EN);
    }
  }

  private record Line(String topic, String sentence, String path) {}

  /// A sentence within the sentence of a piece of news: an argument that is said in the reader's
  /// language too.
  public record Sentence(String key, Map<String, Object> arguments) {}

  /// News of a night are told in the morning.
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private final JdbcClient jdbc;
  private final Mails mails;
  private final Texts texts;
  private final SiteAddress site;
  private final Clock clock;

  News(JdbcClient jdbc, Mails mails, Texts texts, SiteAddress site, Clock clock) {
    this.jdbc = jdbc;
    this.mails = mails;
    this.texts = texts;
    this.site = site;
    this.clock = clock;
  }

  /// Keeps a piece of news for the next mail, unless it is what was told of the thing last. News of
  /// the same thing that were not told yet give way to it.
  ///
  /// @param topic under which they are grouped; the sentence `account.news.<topic>` is its heading
  /// @param about reference of the thing
  /// @param path where it can be read, without the language
  /// @param key of the sentence that tells it
  /// @param arguments of it, a [Sentence] among them said in the reader's language
  @Transactional
  public void keep(
      long account,
      String topic,
      String about,
      String path,
      String key,
      Map<String, Object> arguments) {
    List<Reader> readers = readers("id = :value and rhythm <> 'never'", account);
    for (Reader reader : readers) {
      jdbc.sql(
              """
              insert into access.news (account, topic, about, path, sentence, at)
              select :account, :topic, :about, :path, :sentence, :now
              where :sentence is distinct from (
                select n.sentence from access.news n
                where n.account = :account and n.topic = :topic and n.about = :about
                order by n.id desc limit 1)
              on conflict (account, topic, about) where told_at is null
              do update set path = excluded.path, sentence = excluded.sentence, at = excluded.at
              """)
          .param("account", account)
          .param("topic", topic)
          .param("about", about)
          .param("path", path)
          .param("sentence", said(reader.tongue(), new Sentence(key, arguments)))
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
  }

  private String said(Language tongue, Sentence it) {
    Map<String, Object> arguments = new HashMap<>(it.arguments());
    arguments.replaceAll(
        (name, value) -> value instanceof Sentence inner ? said(tongue, inner) : value);
    return texts.text(tongue, it.key(), arguments);
  }

  /// Whether the holder of an account is told news at all.
  @Transactional(readOnly = true)
  public boolean isTold(long account) {
    return jdbc.sql("select rhythm <> 'never' from access.account where id = :id")
        .param("id", account)
        .query(Boolean.class)
        .single();
  }

  /// Writes the mails that are due: of news older than the last Monday morning, or the last morning
  /// for those who want them daily (UTC).
  ///
  /// @return how many were written
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  @Transactional
  public int tell() {
    Timestamp now = Timestamp.from(clock.instant());
    int written = 0;
    for (Reader reader :
        readers(
            """
            exists (select 1 from access.news n where n.account = account.id and n.told_at is null
              and n.at < case rhythm when 'daily' then cast(:day as timestamptz) else cast(:value as timestamptz) end)
            """,
            Timestamp.from(monday()))) {
      List<Line> lines =
          jdbc
              .sql(
                  """
                  update access.news set told_at = :now where account = :account and told_at is null
                  returning topic, sentence, path, at, id
                  """)
              .param("now", now)
              .param("account", reader.id())
              .query((row, n) ->
                  Map.entry(
                      row.getTimestamp("at"),
                      new Line(row.getString(1), row.getString(2), row.getString(3))))
              .list()
              .stream()
              .sorted(Map.Entry.<Timestamp, Line>comparingByKey().reversed())
              .map(Map.Entry::getValue)
              .toList();
      if (!reader.rhythm().equals(Rhythm.NEVER.tag()) && !lines.isEmpty()) {
        mails.write(mail(reader, lines));
        written++;
      }
    }
    return written;
  }

  /// Whether somebody's news can be stopped with that code.
  @Transactional(readOnly = true)
  boolean isKnown(String code) {
    return jdbc.sql("select exists (select 1 from access.account where stop_code = :code)")
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  /// Stops the news of whoever has that code. Doing it twice is no error.
  ///
  /// @return whether the code is known
  @Transactional
  public boolean stop(String code) {
    return jdbc.sql("update access.account set rhythm = 'never' where stop_code = :code")
            .param("code", code)
            .update()
        == 1;
  }

  @Transactional
  void choose(long account, Rhythm rhythm) {
    jdbc.sql("update access.account set rhythm = :rhythm where id = :id")
        .param("rhythm", rhythm.tag())
        .param("id", account)
        .update();
  }

  private Mail mail(Reader reader, List<Line> lines) {
    Words words = texts.in(reader.tongue());
    List<String> body = new ArrayList<>();
    for (String topic : lines.stream().map(Line::topic).distinct().toList()) {
      body.add(words.t("account.news." + topic));
      for (Line line : lines.stream().filter(it -> it.topic().equals(topic)).toList()) {
        body.add(line.sentence() + "\n" + at(reader, line.path()));
      }
    }
    String stop = at(reader, "/news/stop/" + reader.stopCode());
    body.add(words.t("account.news.why") + "\n" + stop);
    return new Mail(
        reader.email(),
        reader.tongue(),
        words.t("account.news.subject", "count", lines.size()),
        String.join("\n\n", body) + "\n",
        stop);
  }

  private String at(Reader reader, String path) {
    return site.of("/" + reader.tongue().tag() + path);
  }

  private Instant monday() {
    ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
    ZonedDateTime monday =
        now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).with(MORNING);
    return (monday.isAfter(now) ? monday.minusWeeks(1) : monday).toInstant();
  }

  private Instant morning() {
    ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
    ZonedDateTime morning = now.with(MORNING);
    return (morning.isAfter(now) ? morning.minusDays(1) : morning).toInstant();
  }

  private List<Reader> readers(String where, Object value) {
    return jdbc.sql(
            """
            select id, email, language, rhythm, stop_code from access.account
            where disabled_at is null and (%s)
            order by id for update skip locked
            """
                .formatted(where))
        .param("value", value)
        .param("day", Timestamp.from(morning()))
        .query((row, n) ->
            new Reader(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)))
        .list();
  }
}
