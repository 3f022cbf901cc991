package vallarta.compact.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.language.Language;

/// Writes the register of consultations, what is expected of them, and the decisions on codes:
/// always in the transaction of its caller, and only what differs from what is there.
@Component
final class Register {

  private final JdbcClient jdbc;
  private final Acts acts;

  Register(JdbcClient jdbc, Acts acts) {
    this.jdbc = jdbc;
    this.acts = acts;
  }

  int saveConsultations(List<Consultation> consultations) {
    List<String> fresh = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Consultation it : consultations) {
      save(it).ifPresent(isNew -> (isNew ? fresh : changed).add(it.ref()));
    }
    acts.registered(fresh);
    acts.corrected(changed);
    return fresh.size() + changed.size();
  }

  int saveExpected(List<Expected> expected) {
    return sum(expected, this::save);
  }

  int saveExpectedVoices(List<ExpectedVoice> voices) {
    return sum(voices, this::save);
  }

  int saveDecisions(List<ConsultationTables.Decided> decisions) {
    List<Long> numbers = decisions.stream().flatMap(it -> save(it).stream()).toList();
    acts.decided(numbers);
    return numbers.size();
  }

  /// @return whether it is new, empty when it is there just so
  private Optional<Boolean> save(Consultation it) {
    Consultation.Call call = it.call();
    return jdbc.sql(
            """
            insert into consultation.consultation as c (ref, type, title, title_language, host, place, country,
              starts, ends, zone, region, source, fictional, deadline, call_languages, takes_late)
            values (:ref, :type, :title, :titleLanguage, :host, :place, :country,
              :starts, :ends, :zone, :region, :source, :fictional, :deadline, :languages, :takesLate)
            on conflict (ref) do update set type = excluded.type, title = excluded.title,
              title_language = excluded.title_language, host = excluded.host, place = excluded.place,
              country = excluded.country, starts = excluded.starts, ends = excluded.ends, zone = excluded.zone,
              region = excluded.region, source = excluded.source, fictional = excluded.fictional,
              deadline = excluded.deadline, call_languages = excluded.call_languages, takes_late = excluded.takes_late
            where (c.type, c.title, c.title_language, c.host, c.place, c.country, c.starts, c.ends, c.zone, c.region,
                c.source, c.fictional, c.deadline, c.call_languages, c.takes_late)
              is distinct from (excluded.type, excluded.title, excluded.title_language, excluded.host, excluded.place,
                excluded.country, excluded.starts, excluded.ends, excluded.zone, excluded.region, excluded.source,
                excluded.fictional, excluded.deadline, excluded.call_languages, excluded.takes_late)
            returning xmax = 0
            """)
        .param("ref", it.ref())
        .param("type", it.type().tag())
        .param("title", it.title())
        .param("titleLanguage", it.titleLanguage())
        .param("host", it.host())
        .param("place", it.place())
        .param("country", it.country())
        .param("starts", it.starts())
        .param("ends", it.ends())
        .param("zone", it.zoneId())
        .param("region", it.region())
        .param("source", it.source())
        .param("fictional", it.fictional())
        .param("deadline", call == null ? null : call.deadline())
        .param(
            "languages",
            call == null
                ? new String[0]
                : call.languages().stream().map(Language::tag).toArray(String[]::new))
        .param("takesLate", call != null && call.takesLate())
        .query((row, n) -> row.getBoolean(1))
        .optional();
  }

  private int save(Expected it) {
    return jdbc.sql(
            """
            insert into consultation.expected as e (type, number, approximate, source)
            values (:type, :number, :approximate, :source)
            on conflict (type) do update set number = excluded.number, approximate = excluded.approximate,
              source = excluded.source
            where e is distinct from excluded
            """)
        .param("type", it.type().tag())
        .param("number", it.number())
        .param("approximate", it.approximate())
        .param("source", it.source())
        .update();
  }

  private int save(ExpectedVoice it) {
    return jdbc.sql(
            """
            insert into consultation.expected_voice as e (stakeholder_type, region, language, number)
            values (:type, :region, :language, :number)
            on conflict (stakeholder_type, region, language) do update set number = excluded.number
            where e is distinct from excluded
            """)
        .param("type", it.type().tag())
        .param("region", it.region())
        .param("language", it.language())
        .param("number", it.number())
        .update();
  }

  /// A decision is written unless the latest on that code says the same.
  ///
  /// @return the numbers of the decisions written: none or one
  private List<Long> save(ConsultationTables.Decided it) {
    return jdbc.sql(
            """
            insert into consultation.decision (statement, scheme, term, accepted, by_role, reason)
            select s.number, :scheme, :term, :accepted, :byRole, :reason
            from consultation.statement s
            where (s.own_ref = :ref or 'S-' || s.number = :ref)
              and not exists (
                select from consultation.decision d
                where d.statement = s.number and d.scheme = :scheme and d.term = :term
                  and (d.accepted, d.by_role, d.reason) = (:accepted, :byRole, :reason)
                  and d.number = (select max(l.number) from consultation.decision l
                    where l.statement = s.number and l.scheme = :scheme and l.term = :term))
            returning number
            """)
        .param("ref", it.statement())
        .param("scheme", it.scheme().name().toLowerCase(java.util.Locale.ROOT))
        .param("term", it.term())
        .param("accepted", it.accepted())
        .param("byRole", it.byRole())
        .param("reason", it.reason())
        .query((row, n) -> row.getLong(1))
        .list();
  }

  private static <T> int sum(List<T> rows, ToIntFunction<T> write) {
    return rows.stream().mapToInt(write).sum();
  }
}
