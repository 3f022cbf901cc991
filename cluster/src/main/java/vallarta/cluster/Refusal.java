package vallarta.cluster;

/// Why a job cannot be done, in words for the one who started it.
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message);
  }
}
