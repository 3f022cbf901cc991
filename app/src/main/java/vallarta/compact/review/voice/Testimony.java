package vallarta.compact.review.voice;

/// What a parallel report says, as its writer typed it.
///
/// @param language BCP 47 tag of its words
/// @param agrees word of [Agrees]: whether it agrees with what the actor reports
/// @param interest what the writer has to do with the commitment
record Testimony(String language, String title, String text, String agrees, String interest) {

  Testimony {
    language = language.strip();
    title = title.strip();
    text = lines(text);
    agrees = agrees.strip();
    interest = lines(interest);
  }

  static Testimony blank(String language) {
    return new Testimony(language, "", "", "", "");
  }

  private static String lines(String sent) {
    return sent.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
