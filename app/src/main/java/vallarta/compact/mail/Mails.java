package vallarta.compact.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.language.Language;

/// The outbox: a mail that is written here is sent once the transaction that wrote it is committed,
/// and never otherwise.
@Service
public class Mails {

  /// A mail of the outbox.
  ///
  /// @param attempts how often a mail server was asked to take it
  record Waiting(long id, Mail mail, Instant writtenAt, int attempts) {}

  private final JdbcClient jdbc;

  Mails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void write(Mail mail) {
    jdbc.sql(
            """
            insert into mail.outbox (address, language, subject, body, stop)
            values (:to, :language, :subject, :body, :stop)
            """)
        .param("to", mail.to())
        .param("language", mail.language().tag())
        .param("subject", mail.subject())
        .param("body", mail.body())
        .param("stop", mail.stop())
        .update();
  }

  /// Those that are due, locked for whoever sends them.
  List<Waiting> due(int most) {
    return list(
        """
        where sent_at is null and next_at <= now() and attempts < 10 order by next_at, id
        limit %d for update skip locked
        """
            .formatted(most));
  }

  /// The newest ones.
  @Transactional(readOnly = true)
  List<Waiting> newest(int most) {
    return list("order by id desc limit " + most);
  }

  void sent(long id) {
    jdbc.sql(
            """
            update mail.outbox set sent_at = now(), body = '', stop = '', attempts = attempts + 1, refusal = ''
            where id = :id
            """)
        .param("id", id)
        .update();
  }

  void refused(long id, Instant next, String why) {
    jdbc.sql(
            """
            update mail.outbox set attempts = attempts + 1, next_at = :next, refusal = :why where id = :id
            """)
        .param("next", Timestamp.from(next))
        .param("why", why)
        .param("id", id)
        .update();
  }

  /// Forgets to whom was written, after that many days.
  void forget(int days) {
    jdbc.sql("delete from mail.outbox where written_at < now() - make_interval(days => :days)")
        .param("days", days)
        .update();
  }

  private List<Waiting> list(String rest) {
    return jdbc.sql(
            "select id, address, language, subject, body, stop, written_at, attempts from mail.outbox "
                + rest)
        .query((row, n) ->
            new Waiting(
                row.getLong("id"),
                new Mail(
                    row.getString("address"),
                    Language.find(row.getString("language")).orElse(Language.EN),
                    row.getString("subject"),
                    row.getString("body"),
                    row.getString("stop")),
                row.getTimestamp("written_at").toInstant(),
                row.getInt("attempts")))
        .list();
  }
}
