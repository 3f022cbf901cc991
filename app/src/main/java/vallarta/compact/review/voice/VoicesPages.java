package vallarta.compact.review.voice;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;

/// The three voices on a commitment, side by side at equal size, as a part of its page: what its
/// actors report, what others report, what independent reviewers found. Nobody adds them up.
@Controller
@OpenToAll
class VoicesPages {

  /// A parallel report with the right to answer it, as long as it stands.
  record Said(Voice voice, Optional<Replies.Right> right) {}

  /// @param own what the actors report, nothing while they said nothing
  /// @param found what reviewers found, nothing while nobody looked
  /// @param writes whether the reader may report of it
  record Columns(
      Codebook book,
      Optional<Commitment> commitment,
      Optional<Content> own,
      List<Said> others,
      Optional<Content> found,
      boolean writes) {}

  private final Commitments commitments;
  private final ParallelTable table;
  private final Signatories voices;
  private final Replies replies;
  private final Consultations consultations;
  private final Fragments fragments;

  VoicesPages(
      Commitments commitments,
      ParallelTable table,
      Signatories voices,
      Replies replies,
      Consultations consultations,
      Fragments fragments) {
    this.commitments = commitments;
    this.table = table;
    this.voices = voices;
    this.replies = replies;
    this.consultations = consultations;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/commitments/{ref}/voices")
  ModelAndView voices(
      Page page,
      Actor actor,
      @PathVariable String ref,
      HttpServletRequest request,
      HttpServletResponse response) {
    Codebook book = new Codebook(consultations.holdings().thesaurus(), page.words());
    Optional<Commitment> found = commitments.find(ref);
    if (found.isEmpty()) {
      return page.show(
          "review/voice/voices",
          new Columns(book, found, Optional.empty(), List.of(), Optional.empty(), false));
    }
    Commitment it = found.get();
    String here = page.link("/commitments/" + ref);
    return page.show(
        "review/voice/voices",
        new Columns(
            book,
            found,
            rendered(fragments.at(request, response, here + "/reports")),
            voices.of(table.of(it.id())).stream().map(each -> said(it, each, actor)).toList(),
            rendered(fragments.at(request, response, here + "/assessments")),
            it.state() == Commitment.State.PUBLISHED
                && actor.of(Signatories.WRITE).stream()
                    .anyMatch(key -> !ParallelReports.isActor(it, key))));
  }

  private Said said(Commitment of, Voice voice, Actor actor) {
    ParallelReport it = voice.it();
    return new Said(
        voice,
        Optional.ofNullable(it.publishedAt()).map(at -> replies.of(of, it.ref(), at, actor)));
  }

  private static Optional<Content> rendered(Content part) {
    StringOutput rendered = new StringOutput();
    part.writeTo(rendered);
    String text = rendered.toString();
    return text.isBlank() ? Optional.empty() : Optional.of(output -> output.writeContent(text));
  }
}
