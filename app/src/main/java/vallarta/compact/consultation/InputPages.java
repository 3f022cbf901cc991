package vallarta.compact.consultation;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.consultation.reading.Block;
import vallarta.compact.store.Blobs;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Fragments;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Leaf;
import vallarta.compact.web.part.Paging;
import vallarta.compact.web.part.Saying;

/// The inputs, and one of them with its statements marked in its text.
@Controller
@OpenToAll
class InputPages {

  /// How many blocks of a text one page shows.
  private static final int BLOCKS = 120;

  /// How many rows of a table one page shows.
  private static final int ROWS = 60;

  record All(Holdings holdings, List<Input> inputs) {}

  /// @param paging which part of the text or table is shown
  /// @param text that part of a document, without paragraphs for a table
  /// @param rows that part of a table, empty for a document
  /// @param history what the public record says of it
  /// @param disposition what became of its statements, as a later stage tells it
  /// @param thread what came of it in the end, as another tells it
  record One(
      Input it,
      Codebook book,
      int statements,
      Paging paging,
      Leaf text,
      List<Saying> rows,
      Content history,
      Content disposition,
      Content thread) {}

  private final Consultations consultations;
  private final Blobs blobs;
  private final Fragments fragments;

  InputPages(Consultations consultations, Blobs blobs, Fragments fragments) {
    this.consultations = consultations;
    this.blobs = blobs;
    this.fragments = fragments;
  }

  @GetMapping("/{language}/inputs")
  ModelAndView inputs(Page page) {
    Holdings holdings = consultations.holdings();
    return page.named("consultation.inputs.title")
        .under("/consultations", page.words().t("consultation.consultations.title"))
        .data(Format.CSV, Format.JSON)
        .wide()
        .show("consultation/inputs", new All(holdings, holdings.inputs()));
  }

  @GetMapping({"/{language}/inputs.csv", "/{language}/inputs.json"})
  ResponseEntity<byte[]> inputs(Page page, Format format) {
    Holdings holdings = consultations.holdings();
    return Download.of(format, ConsultationSheets.inputs(holdings, holdings.inputs()));
  }

  @GetMapping("/{language}/inputs/{id}")
  ModelAndView input(
      Page page,
      @PathVariable String id,
      @RequestParam(name = "page", defaultValue = "1") int number,
      HttpServletRequest request,
      HttpServletResponse response) {
    Holdings holdings = consultations.holdings();
    Input it = get(holdings, id);
    List<Statement> statements = holdings.of(it);
    List<TextBlock> text =
        consultations
            .findText(it)
            .map(reading -> TextBlock.of(reading, statements))
            .orElse(List.of());
    List<Statement> table = text.isEmpty() ? statements : List.of();
    Paging paging =
        text.isEmpty()
            ? Paging.of(number, ROWS, table.size())
            : Paging.of(number, BLOCKS, text.size());
    Codebook book = new Codebook(holdings.thesaurus(), page.words());
    return page.titled(it.name())
        .under("/inputs", page.words().t("consultation.inputs.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "consultation/input",
            new One(
                it,
                book,
                statements.size(),
                paging,
                leaf(page, book, it, text.isEmpty() ? text : paging.of(text)),
                (text.isEmpty() ? paging.of(table) : table)
                    .stream().map(row -> book.saying(page, row)).toList(),
                fragments.at(
                    request, response, page.link("/record/objects/%s/line".formatted(it.id()))),
                fragments.at(
                    request, response, page.link("/inputs/%s/disposition/line".formatted(it.id()))),
                fragments.at(request, response, page.link("/thread/" + it.id()))));
  }

  @GetMapping({"/{language}/inputs/{id}.csv", "/{language}/inputs/{id}.json"})
  ResponseEntity<byte[]> input(Page page, @PathVariable String id, Format format) {
    Holdings holdings = consultations.holdings();
    return Download.of(
        format, ConsultationSheets.statements(holdings.of(get(holdings, id)).stream()));
  }

  /// The bytes as they came. They are handed over to be kept, never to be shown as a page of this
  /// site.
  @GetMapping("/{language}/inputs/{id}/original")
  ResponseEntity<Resource> original(Page page, @PathVariable String id) {
    Input it = get(consultations.holdings(), id);
    if (it.consent() != Input.Consent.PUBLISH) {
      throw new NotPublished("CONS-003", id);
    }
    Resource bytes =
        blobs
            .find(it.sha256())
            .map(FileSystemResource::new)
            .orElseThrow(() -> new NotPublished("CONS-004", id));
    String disposition =
        ContentDisposition.attachment()
            .filename(it.fileName(), StandardCharsets.UTF_8)
            .build()
            .toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .body(bytes);
  }

  /// The address of a statement in its input, without the language.
  static String address(Holdings holdings, Consultations consultations, Statement it) {
    List<Statement> statements = holdings.of(it.input());
    List<TextBlock> text =
        consultations
            .findText(it.input())
            .map(reading -> TextBlock.of(reading, statements))
            .orElse(List.of());
    int place =
        text.isEmpty() ? statements.indexOf(it) / ROWS : TextBlock.indexOf(text, it) / BLOCKS;
    return "/inputs/%s?page=%d#%s".formatted(it.input().id(), place + 1, it.id());
  }

  private static Input get(Holdings holdings, String id) {
    return InputId.find(id)
        .flatMap(holdings::find)
        .orElseThrow(() -> new NotPublished("CONS-002", id));
  }

  private static Leaf leaf(Page page, Codebook book, Input input, List<TextBlock> blocks) {
    return new Leaf(
        input.languageTag(), blocks.stream().map(it -> paragraph(page, book, it)).toList());
  }

  private static Leaf.Paragraph paragraph(Page page, Codebook book, TextBlock it) {
    Block block = it.block();
    boolean heading = block.kind() == Block.Kind.HEADING;
    List<Leaf.Run> runs = it.pieces().stream().map(piece -> run(page, piece)).toList();
    List<Leaf.Note> notes =
        it.statements().stream()
            .map(statement ->
                new Leaf.Note(
                    statement.id().toString(),
                    page.link("/statements/" + statement.id()),
                    book.kind(statement),
                    book.tags(statement)))
            .toList();
    return new Leaf.Paragraph(
        "", block.page(), heading ? Math.max(1, block.level()) : 0, runs, notes);
  }

  private static Leaf.Run run(Page page, TextBlock.Piece piece) {
    Statement statement = piece.statement();
    return statement == null || !piece.first()
        ? Leaf.Run.plain(piece.text())
        : new Leaf.Run(
            piece.text(), statement.id().toString(), page.link("/statements/" + statement.id()));
  }
}
