package vallarta.compact.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.web.DomainFailure;

/// Which account a provider vouches for. A link goes by issuer and subject, which the provider
/// never gives to another person (OpenID Connect Core 1.0, section 5.7); an address may change
/// hands.
@Component
class ProviderLinks {

  /// One as the holder of the account sees it.
  record Held(long id, String issuer, Instant linkedAt, @Nullable Instant usedAt) {}

  private final JdbcClient jdbc;
  private final Accounts accounts;

  ProviderLinks(JdbcClient jdbc, Accounts accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  @Transactional(readOnly = true)
  public List<Held> list(long account) {
    return jdbc.sql(
            """
            select id, issuer, linked_at, used_at from access.provider_link
            where account = :account order by id
            """)
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

  /// The account of somebody for whom a provider vouches: the one that is linked, else the one to
  /// which they were invited under an address that the provider has verified, and which is linked
  /// from then on. It never opens one.
  ///
  /// @throws DomainFailure when there is none
  @Transactional
  public long open(Provider provider, Vouched vouched) {
    Optional<Long> linked =
        jdbc.sql(
                """
                update access.provider_link l set used_at = now() from access.account a
                where a.id = l.account and a.disabled_at is null
                  and l.issuer = :issuer and l.subject = :subject
                returning l.account
                """)
            .param("issuer", vouched.issuer())
            .param("subject", vouched.subject())
            .query(Long.class)
            .optional();
    if (linked.isPresent()) {
      return linked.get();
    }
    if (!vouched.emailVerified()) {
      throw failure(provider, "ACC-038", "provider-unverified", HttpStatus.FORBIDDEN);
    }
    // Letters beyond ASCII have look-alikes that a database takes for the same.
    long account =
        Optional.of(vouched.email())
            .filter(it -> it.matches("[\\x21-\\x7e]+"))
            .flatMap(accounts::findInvited)
            .orElseThrow(
                () -> failure(provider, "ACC-037", "provider-nobody", HttpStatus.FORBIDDEN));
    if (isUnlinked(account, vouched.issuer())) {
      throw failure(provider, "ACC-039", "provider-linked", HttpStatus.CONFLICT);
    }
    link(provider, account, vouched);
    return account;
  }

  /// Links the account with whom the provider vouches for.
  ///
  /// @throws DomainFailure when either is linked otherwise
  @Transactional
  public void link(Provider provider, long account, Vouched vouched) {
    int linked =
        jdbc.sql(
                """
                insert into access.provider_link as l (account, issuer, subject, used_at)
                values (:account, :issuer, :subject, now())
                on conflict do nothing
                """)
            .param("account", account)
            .param("issuer", vouched.issuer())
            .param("subject", vouched.subject())
            .update();
    if (linked == 0 && !isLinked(account, vouched)) {
      throw failure(provider, "ACC-039", "provider-linked", HttpStatus.CONFLICT);
    }
    jdbc.sql("delete from access.provider_unlinked where account = :account and issuer = :issuer")
        .param("account", account)
        .param("issuer", vouched.issuer())
        .update();
  }

  /// Takes a link away. From then on an address does not make it anew; its holder can.
  @Transactional
  public void unlink(long account, long id) {
    jdbc.sql(
            """
            with gone as (
              delete from access.provider_link where id = :id and account = :account
              returning account, issuer)
            insert into access.provider_unlinked (account, issuer) select account, issuer from gone
            on conflict do nothing
            """)
        .param("id", id)
        .param("account", account)
        .update();
  }

  private boolean isUnlinked(long account, String issuer) {
    return jdbc.sql(
            """
            select exists (select 1 from access.provider_unlinked
              where account = :account and issuer = :issuer)
            """)
        .param("account", account)
        .param("issuer", issuer)
        .query(Boolean.class)
        .single();
  }

  private boolean isLinked(long account, Vouched vouched) {
    return jdbc.sql(
            """
            select exists (select 1 from access.provider_link
              where account = :account and issuer = :issuer and subject = :subject)
            """)
        .param("account", account)
        .param("issuer", vouched.issuer())
        .param("subject", vouched.subject())
        .query(Boolean.class)
        .single();
  }

  private static DomainFailure failure(
      Provider provider, String code, String key, HttpStatus status) {
    return ProviderFailures.failure(provider, code, key, status);
  }
}
