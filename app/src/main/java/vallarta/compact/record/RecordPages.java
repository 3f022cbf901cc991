package vallarta.compact.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Download;
import vallarta.compact.web.Format;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Paging;
import vallarta.engine.tlog.Cosignature;
import vallarta.engine.tlog.ProofFile;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;

/// The record as people read it: where it stands, one entry, the history of one object.
@Controller
@OpenToAll
class RecordPages {

  static final int PER_PAGE = 25;

  private static final Pattern INDEX = Pattern.compile("[0-9]{1,18}");

  /// @param newest entries, the newest first
  record Standing(
      PublicRecord.Standing standing,
      List<Cosignature> witnesses,
      EntryWords words,
      Paging paging,
      List<Entry> newest) {}

  /// @param proof empty while no checkpoint covers the entry
  /// @param wrong why the log does not hold the entry, or empty
  record One(Entry it, EntryWords words, Optional<ProofFile> proof, String wrong, long size) {}

  record History(String of, EntryWords words, List<Entry> entries, List<Change> changes) {}

  private final PublicRecord record;
  private final EntryReader entries;
  private final Proofs proofs;
  private final RecordedPages places;

  RecordPages(PublicRecord record, EntryReader entries, Proofs proofs, RecordedPages places) {
    this.record = record;
    this.entries = entries;
    this.proofs = proofs;
    this.places = places;
  }

  @GetMapping("/{language}/record")
  ModelAndView standing(Page page, @RequestParam(name = "page", defaultValue = "1") int number)
      throws IOException {
    PublicRecord.Standing standing = record.standing();
    Paging paging = paging(number, standing.size());
    List<Cosignature> witnesses =
        standing.checkpoint().isEmpty()
            ? List.of()
            : proofs.cosignatures(SignedNote.parse(standing.checkpoint()));
    return page.named("record.title")
        .data(Format.CSV, Format.JSON)
        .show(
            "record/standing",
            new Standing(
                standing,
                witnesses,
                new EntryWords(page, places),
                paging,
                newest(paging, standing.size())));
  }

  @GetMapping({"/{language}/record.csv", "/{language}/record.json"})
  ResponseEntity<byte[]> standing(
      Page page, Format format, @RequestParam(name = "page", defaultValue = "1") int number) {
    long size = record.standing().size();
    return Download.of(format, EntrySheet.of(newest(paging(number, size), size)));
  }

  private static Paging paging(int number, long size) {
    return Paging.of(number, PER_PAGE, (int) Math.min(Integer.MAX_VALUE, size));
  }

  /// The entries of that page of the record, the newest first.
  private List<Entry> newest(Paging paging, long size) {
    long end = size - paging.first() + 1;
    long start = Math.max(0, end - PER_PAGE);
    return entries.from(start, (int) (end - start)).reversed();
  }

  @GetMapping("/{language}/record/entries/{index}")
  ModelAndView entry(Page page, @PathVariable String index) throws IOException {
    Entry it = get(index);
    Optional<ProofFile> proof = Optional.empty();
    String wrong = "";
    try {
      proof = proofs.of(it);
    } catch (Refused e) {
      wrong = e.place();
    }
    return page.named("record.entry.title", "index", Objects.requireNonNull(it.index()))
        .under("/record", page.words().t("record.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "record/entry",
            new One(it, new EntryWords(page, places), proof, wrong, record.standing().size()));
  }

  @GetMapping({"/{language}/record/entries/{index}.csv", "/{language}/record/entries/{index}.json"})
  ResponseEntity<byte[]> entry(Page page, Format format, @PathVariable String index) {
    return Download.of(format, EntrySheet.of(List.of(get(index))));
  }

  /// The proof of an entry, for whoever checks it far from here (C2SP tlog-proof).
  @GetMapping("/record/entries/{index}.tlog-proof")
  ResponseEntity<byte[]> proof(@PathVariable String index) throws IOException {
    Entry entry = get(index);
    ProofFile proof = proofs.of(entry).orElseThrow(() -> noEntry(index));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s-%s.tlog-proof\"".formatted(entry.of(), entry.index()))
        .header("Access-Control-Allow-Origin", "*")
        .body(proof.toString().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/{language}/record/objects/{id}")
  ModelAndView object(Page page, @PathVariable(name = "id") String of) {
    List<Entry> history = history(of);
    if (history.isEmpty()) {
      throw noEntry(of);
    }
    return page.named("record.object.title", "ref", of)
        .under("/record", page.words().t("record.title"))
        .data(Format.CSV, Format.JSON)
        .show(
            "record/object",
            new History(of, new EntryWords(page, places), history, Change.between(history)));
  }

  @GetMapping({"/{language}/record/objects/{id}.csv", "/{language}/record/objects/{id}.json"})
  ResponseEntity<byte[]> object(Page page, Format format, @PathVariable(name = "id") String of) {
    List<Entry> history = history(of);
    if (history.isEmpty()) {
      throw noEntry(of);
    }
    return Download.of(format, EntrySheet.of(history));
  }

  /// One line for the page of an object: how many entries tell of it, and the way to check them.
  @GetMapping("/{language}/record/objects/{id}/line")
  ModelAndView line(Page page, @PathVariable(name = "id") String of) {
    List<Entry> history = history(of);
    return page.show(
        "record/line", new History(of, new EntryWords(page, places), history, List.of()));
  }

  /// Those of an object by its reference in the record or by one of its own.
  private List<Entry> history(String of) {
    List<Entry> history = record.history(of);
    return history.isEmpty() ? record.find(of) : history;
  }

  private Entry get(String index) {
    return Optional.of(index)
        .filter(it -> INDEX.matcher(it).matches())
        .flatMap(it -> record.entry(Long.parseLong(it)))
        .orElseThrow(() -> noEntry(index));
  }

  private static DomainFailure noEntry(String ref) {
    return new DomainFailure(
        "RECO-001", "record.failure.no-entry", Map.of("ref", ref), HttpStatus.NOT_FOUND);
  }
}
