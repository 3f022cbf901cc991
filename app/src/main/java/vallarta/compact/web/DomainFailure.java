package vallarta.compact.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/// Something that a stage cannot do, for a reason that a reader or a program can act upon. It is
/// answered once, here in the shell: as a page in the reader's language, or as
/// `application/problem+json` (RFC 9457).
public class DomainFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;
  private final String key;
  private final transient Map<String, Object> arguments;
  private final HttpStatus status;

  /// @param code stable and owned by the stage: `CONS-012`
  /// @param key of the sentence that says what is the matter and what to do
  /// @param arguments of that sentence
  /// @param status how it is answered over HTTP
  public DomainFailure(String code, String key, Map<String, Object> arguments, HttpStatus status) {
    super(code + " " + key + " " + arguments);
    this.code = code;
    this.key = key;
    this.arguments = Map.copyOf(arguments);
    this.status = status;
  }

  public String code() {
    return code;
  }

  public String key() {
    return key;
  }

  public Map<String, Object> arguments() {
    return arguments;
  }

  public HttpStatus status() {
    return status;
  }
}
