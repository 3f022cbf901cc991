package vallarta.compact.consultation;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// Nothing is published under that reference.
public final class NotPublished extends DomainFailure {

  private static final long serialVersionUID = 1;

  public NotPublished(String code, String ref) {
    super(code, "consultation.failure.not-published", Map.of("ref", ref), HttpStatus.NOT_FOUND);
  }
}
