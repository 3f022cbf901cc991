package vallarta.compact.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vallarta.compact.web.DomainFailure;

/// The two ceremonies of WebAuthn (sections 7.1 and 7.2): a device makes a passkey, and shows it.
/// The device must verify its user in both, by finger, face or PIN, which is why a passkey counts
/// as two factors; and the passkey must be one that the device finds by itself, so that nobody
/// types an address.
///
/// Which make of device it is is not asked, and what it attests of itself is not looked at.
@Component
class PasskeyCeremonies {

  private static final Logger LOG = LoggerFactory.getLogger(PasskeyCeremonies.class);
  private static final int LONGEST_ANSWER = 64 << 10;

  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

  private final WebAuthnManager standard = WebAuthnManager.createNonStrictWebAuthnManager();
  private final RelyingParty site;
  private final Challenges challenges;
  private final Passkeys passkeys;
  private final Accounts accounts;

  PasskeyCeremonies(
      RelyingParty site, Challenges challenges, Passkeys passkeys, Accounts accounts) {
    this.site = site;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.accounts = accounts;
  }

  /// What a browser is asked so that its device makes a passkey
  /// (`PublicKeyCredentialCreationOptionsJSON`).
  Map<String, Object> toAdd(long account, String siteName) {
    String email = accounts.get(account).email();
    return Map.of(
        "challenge", challenges.next(account),
        "rp", Map.of("id", site.id(), "name", siteName),
        "user",
            Map.of(
                "id",
                word(accounts.handle(account).getBytes(StandardCharsets.UTF_8)),
                "name",
                email,
                "displayName",
                email),
        "pubKeyCredParams",
            ALGORITHMS.stream()
                .map(it -> Map.of("type", "public-key", "alg", it.getAlg().getValue()))
                .toList(),
        "timeout", Challenges.VALIDITY.toMillis(),
        "excludeCredentials",
            passkeys.credentials(account).stream()
                .map(it -> Map.of("type", "public-key", "id", word(it)))
                .toList(),
        "authenticatorSelection",
            Map.of(
                "residentKey", "required",
                "requireResidentKey", true,
                "userVerification", "required"),
        "attestation", "none");
  }

  /// What a browser is asked so that its device shows one
  /// (`PublicKeyCredentialRequestOptionsJSON`).
  Map<String, Object> toShow() {
    return Map.of(
        "challenge", challenges.next(0),
        "rpId", site.id(),
        "timeout", Challenges.VALIDITY.toMillis(),
        "userVerification", "required");
  }

  /// Keeps the passkey that a device has made.
  ///
  /// @param answer of the browser (`RegistrationResponseJSON`)
  /// @throws DomainFailure when it is not an answer to what was asked, here and just now
  void add(long account, String name, String answer) {
    RegistrationData data = read(answer, standard::parseRegistrationResponseJSON);
    ServerProperty asked = asked(data.getCollectedClientData(), account);
    try {
      standard.verify(data, new RegistrationParameters(asked, ALGORITHMS, true, true));
    } catch (VerificationException e) {
      throw refused(e);
    }
    AttestationObject made = data.getAttestationObject();
    AttestedCredentialData attested =
        made == null ? null : made.getAuthenticatorData().getAttestedCredentialData();
    if (made == null || attested == null) {
      throw refused(new IllegalArgumentException("no passkey"));
    }
    passkeys.add(account, name, made.getAuthenticatorData(), attested);
  }

  /// The account whose passkey a device has shown.
  ///
  /// @param answer of the browser (`AuthenticationResponseJSON`)
  /// @throws DomainFailure when the passkey is not known, or it is not an answer to what was asked,
  ///   here and just now
  long show(String answer) {
    AuthenticationData data = read(answer, standard::parseAuthenticationResponseJSON);
    ServerProperty asked = asked(data.getCollectedClientData(), 0);
    Passkeys.Known known =
        Optional.ofNullable(data.getCredentialId())
            .flatMap(passkeys::find)
            .orElseThrow(() ->
                new DomainFailure(
                    "ACC-021",
                    "account.failure.passkey-unknown",
                    Map.of(),
                    HttpStatus.UNPROCESSABLE_ENTITY));
    try {
      standard.verify(data, new AuthenticationParameters(asked, known.record(), null, true, true));
    } catch (VerificationException e) {
      throw refused(e);
    }
    // Without a list of passkeys to choose from the device must say whose it is (section 7.2, 6).
    if (!Arrays.equals(data.getUserHandle(), known.handle().getBytes(StandardCharsets.UTF_8))) {
      throw refused(new IllegalArgumentException("of another account"));
    }
    AuthenticatorData<?> said = data.getAuthenticatorData();
    if (said == null || !passkeys.use(known.id(), said.getSignCount())) {
      throw refused(new IllegalArgumentException("the counter did not grow"));
    }
    return known.account();
  }

  /// What must hold of the answer, once its challenge is taken.
  private ServerProperty asked(@Nullable CollectedClientData said, long account) {
    Challenge challenge = said == null ? null : said.getChallenge();
    if (challenge == null || !challenges.take(challenge.getValue(), account)) {
      throw new DomainFailure(
          "ACC-020",
          "account.failure.passkey-late",
          Map.of("minutes", Challenges.VALIDITY.toMinutes()),
          HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return ServerProperty.builder()
        .origin(new Origin(site.origin()))
        .rpId(site.id())
        .challenge(challenge)
        .build();
  }

  private <T> T read(String answer, Function<String, T> parser) {
    if (answer.isEmpty()) {
      throw new DomainFailure(
          "ACC-025", "account.failure.passkey-script", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    if (answer.length() > LONGEST_ANSWER) {
      throw refused(new IllegalArgumentException("too long"));
    }
    try {
      return parser.apply(answer);
    } catch (RuntimeException e) {
      // What is missing in an answer the parser meets in many ways, not with exceptions of its own
      // alone.
      throw refused(e);
    }
  }

  /// The log says why; whoever sent it learns where it would be right.
  private DomainFailure refused(RuntimeException why) {
    String told = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    LOG.warn("a passkey was refused: {}: {}", why.getClass().getSimpleName(), told);
    return new DomainFailure(
        "ACC-022",
        "account.failure.passkey-refused",
        Map.of("address", site.origin()),
        HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier it) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, it);
  }

  private static String word(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
