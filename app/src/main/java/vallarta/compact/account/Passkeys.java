package vallarta.compact.account;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.web.DomainFailure;

/// The passkeys of accounts. Kept is the public half of each; the other never leaves the device,
/// which uses it for pages of this site alone and only after it has verified its user.
@Component
class Passkeys {

  static final int LONGEST_NAME = 100;

  /// One as its holder sees it.
  record Held(long id, String name, Instant addedAt, @Nullable Instant usedAt) {}

  /// One that a device may show.
  ///
  /// @param handle of its account, by which the device knows it
  record Known(long id, long account, String handle, CredentialRecord record) {}

  private final AttestedCredentialDataConverter converter =
      new AttestedCredentialDataConverter(new ObjectConverter());
  private final JdbcClient jdbc;

  Passkeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public List<Held> list(long account) {
    return jdbc.sql(
            "select id, name, added_at, used_at from access.passkey where account = :account order by id")
        .param("account", account)
        .query((row, n) -> {
          Timestamp used = row.getTimestamp(4);
          return new Held(
              row.getLong(1),
              row.getString(2),
              row.getTimestamp(3).toInstant(),
              used == null ? null : used.toInstant());
        })
        .list();
  }

  /// The ids that devices gave to those of an account.
  @Transactional(readOnly = true)
  public List<byte[]> credentials(long account) {
    return jdbc.sql("select credential from access.passkey where account = :account order by id")
        .param("account", account)
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  /// The one to which a device gave that id, unless its account is closed.
  @Transactional(readOnly = true)
  public Optional<Known> find(byte[] credential) {
    return jdbc.sql(
            """
            select p.id, p.account, a.handle, p.attested, p.counter, p.copied
            from access.passkey p join access.account a on a.id = p.account
            where p.credential = :credential and a.disabled_at is null
            """)
        .param("credential", credential)
        .query((row, n) -> known(row))
        .optional();
  }

  /// Keeps one that a device has made.
  ///
  /// @param name by which its holder knows it again
  /// @throws DomainFailure when the name is empty or too long, or the passkey is known
  @Transactional
  public void add(
      long account, String name, AuthenticatorData<?> data, AttestedCredentialData attested) {
    try {
      jdbc.sql(
              """
              insert into access.passkey (account, name, credential, attested, counter, copied)
              values (:account, :name, :credential, :attested, :counter, :copied)
              """)
          .param("account", account)
          .param("name", checked(name))
          .param("credential", attested.getCredentialId())
          .param("attested", converter.convert(attested))
          .param("counter", data.getSignCount())
          .param("copied", data.isFlagBE())
          .update();
    } catch (DuplicateKeyException e) {
      throw new DomainFailure(
          "ACC-024", "account.failure.passkey-twice", Map.of(), HttpStatus.CONFLICT);
    }
  }

  /// Counts a use. A device that counts must have come further since the last one; else there are
  /// two of it, and one is a copy.
  ///
  /// @return whether it has
  @Transactional
  public boolean use(long id, long counter) {
    return jdbc.sql(
                """
                update access.passkey set counter = :counter, used_at = now()
                where id = :id and (counter < :counter or counter = 0 and :counter = 0)
                """)
            .param("id", id)
            .param("counter", counter)
            .update()
        == 1;
  }

  /// Calls it otherwise.
  ///
  /// @throws DomainFailure when the name is empty or too long
  @Transactional
  public void rename(long account, long id, String name) {
    jdbc.sql("update access.passkey set name = :name where id = :id and account = :account")
        .param("name", checked(name))
        .param("id", id)
        .param("account", account)
        .update();
  }

  @Transactional
  public void remove(long account, long id) {
    jdbc.sql("delete from access.passkey where id = :id and account = :account")
        .param("id", id)
        .param("account", account)
        .update();
  }

  private static String checked(String name) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      throw new DomainFailure(
          "ACC-023",
          "account.failure.passkey-name",
          Map.of("most", LONGEST_NAME),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return plain;
  }

  private Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            true,
            row.getBoolean(6),
            null,
            row.getLong(5),
            converter.convert(row.getBytes(4)),
            null,
            null,
            null,
            null));
  }
}
