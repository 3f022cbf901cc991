package vallarta.compact.account;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.web.DomainFailure;

/// The ways in which the holder of an account signs in: a password, passkeys, providers. The last
/// one is not taken away.
@Component
class WaysIn {

  private final JdbcClient jdbc;
  private final Passkeys passkeys;
  private final ProviderLinks links;
  private final List<String> issuers;
  private final boolean demo;

  WaysIn(
      JdbcClient jdbc,
      Passkeys passkeys,
      ProviderLinks links,
      Providers providers,
      @Value("${vallarta.demo:false}") boolean demo) {
    this.jdbc = jdbc;
    this.passkeys = passkeys;
    this.links = links;
    this.issuers = providers.list().stream().map(Provider::issuer).toList();
    this.demo = demo;
  }

  /// Whether one of them can be taken away.
  @Transactional(readOnly = true)
  public boolean areSeveral(long account) {
    return count(account) > 1;
  }

  /// Takes a passkey away.
  ///
  /// @throws DomainFailure when it is the only way in
  @Transactional
  public void removePasskey(long account, long id) {
    waitForOthers(account);
    passkeys.remove(account, id);
    mustBeOne(account);
  }

  /// Takes a link with a provider away.
  ///
  /// @throws DomainFailure when it is the only way in
  @Transactional
  public void unlink(long account, long id) {
    waitForOthers(account);
    links.unlink(account, id);
    mustBeOne(account);
  }

  private int count(long account) {
    int ways =
        jdbc.sql(
                """
                select (a.password is not null)::int
                  + (select count(*) from access.passkey p where p.account = a.id)
                  + (select count(*) from access.provider_link l
                     where l.account = a.id and l.issuer = any(:issuers))
                from access.account a where a.id = :account
                """)
            .param("account", account)
            .param("issuers", issuers.toArray(String[]::new))
            .query(Integer.class)
            .single();
    // In the demonstration one click is a way in, too.
    return ways + (demo ? 1 : 0);
  }

  /// Two that are taken away at once are taken away one after the other.
  private void waitForOthers(long account) {
    jdbc.sql("select 1 from access.account where id = :id for update")
        .param("id", account)
        .query(Integer.class)
        .single();
  }

  private void mustBeOne(long account) {
    if (count(account) == 0) {
      throw new DomainFailure("ACC-017", "account.failure.only-way", Map.of(), HttpStatus.CONFLICT);
    }
  }
}
