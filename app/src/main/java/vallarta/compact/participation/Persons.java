package vallarta.compact.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.account.Accounts;
import vallarta.compact.language.Language;

/// The register of persons.
@Service
public class Persons {

  static final String COLUMNS =
      """
      p.id as person_id, coalesce(p.account, 0) as account, p.name as person_name, p.email,
      p.language as person_language, p.gender, p.at_risk, p.fictional as person_fictional
      """;

  private final JdbcClient jdbc;
  private final Accounts accounts;

  Persons(JdbcClient jdbc, Accounts accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  /// The person of that address, entered when there is none yet; a person who is known keeps their
  /// name.
  @Transactional
  public Person register(String name, String email, Language language, boolean fictional) {
    return findByEmail(email).orElseGet(() -> insert(name, email, language, fictional));
  }

  /// Gives the person an account under their address, so that they can be invited to sign in.
  @Transactional
  public Person withAccount(Person person) {
    if (person.account() != 0) {
      return person;
    }
    long account =
        accounts.open(person.email(), Language.find(person.language()).orElse(Language.EN));
    jdbc.sql("update participation.person set account = :account where id = :id")
        .param("account", account)
        .param("id", person.id())
        .update();
    return get(person.id());
  }

  @Transactional(readOnly = true)
  public Person get(long id) {
    return find("p.id = :value", id).orElseThrow();
  }

  @Transactional(readOnly = true)
  public Optional<Person> findByEmail(String email) {
    return email.isBlank()
        ? Optional.empty()
        : find("lower(p.email) = lower(:value)", email.strip());
  }

  @Transactional(readOnly = true)
  public Optional<Person> findByAccount(long account) {
    return find("p.account = :value", account);
  }

  private Optional<Person> find(String where, Object value) {
    return jdbc.sql("select " + COLUMNS + " from participation.person p where " + where)
        .param("value", value)
        .query((row, n) -> person(row))
        .optional();
  }

  private Person insert(String name, String email, Language language, boolean fictional) {
    long id =
        jdbc.sql(
                """
                insert into participation.person (name, email, language, fictional)
                values (:name, :email, :language, :fictional) returning id
                """)
            .param("name", name.strip())
            .param("email", email.strip())
            .param("language", language.tag())
            .param("fictional", fictional)
            .query(Long.class)
            .single();
    return get(id);
  }

  static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getLong("person_id"),
        row.getLong("account"),
        row.getString("person_name"),
        row.getString("email"),
        row.getString("person_language"),
        Person.Gender.of(row.getString("gender")),
        row.getBoolean("at_risk"),
        row.getBoolean("person_fictional"));
  }
}
