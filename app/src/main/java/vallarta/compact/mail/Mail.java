package vallarta.compact.mail;

import vallarta.compact.language.Language;

/// A letter to one mailbox.
///
/// @param to an address (RFC 5322)
/// @param language in which it is written
/// @param body plain text; links stand on lines of their own
/// @param stop the whole address at which one POST stops mails of this kind (RFC 8058), or empty
///   for a letter that its reader asked for
public record Mail(String to, Language language, String subject, String body, String stop) {

  public Mail {
    if (subject.chars().anyMatch(it -> it < ' ') || to.chars().anyMatch(it -> it <= ' ')) {
      throw new IllegalArgumentException("a line break in a header of a mail");
    }
  }
}
