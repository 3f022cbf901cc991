package vallarta.compact.consultation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Allowance;
import vallarta.compact.access.Limited;
import vallarta.compact.access.OpenToAll;
import vallarta.compact.cli.Problems;
import vallarta.compact.consultation.Input.Consent;
import vallarta.compact.consultation.reading.FileNames;
import vallarta.compact.language.Language;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.table.ImportResult;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Page;

/// How inputs come in without those who hand in submissions: the command for it, and in the
/// demonstration a form for whoever tries it out. Elsewhere nobody uploads anything here.
@Controller
@OpenToAll
class ImportPages {

  /// @param open whether the form is there
  /// @param problems why nothing was written, as sentences
  record View(
      boolean open, Holdings holdings, Codebook book, String wrong, List<String> problems) {}

  private final Imports imports;
  private final Consultations consultations;
  private final boolean open;

  ImportPages(
      Imports imports, Consultations consultations, @Value("${vallarta.demo:false}") boolean open) {
    this.imports = imports;
    this.consultations = consultations;
    this.open = open;
  }

  @GetMapping("/{language}/import")
  ModelAndView form(Page page) {
    return form(page, "", List.of());
  }

  /// Receives one file and leads to what became of it.
  @PostMapping("/{language}/import")
  @Limited(Allowance.UPLOAD)
  ModelAndView receive(
      Page page,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String stakeholder,
      @RequestParam(defaultValue = "unknown") String type,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "") String consultation,
      @RequestParam(defaultValue = "") String licence,
      @RequestParam(defaultValue = "publish") String consent)
      throws IOException {
    if (!open) {
      throw new DomainFailure(
          "CONS-006", "consultation.failure.upload-off", Map.of(), HttpStatus.FORBIDDEN);
    }
    if (file.isEmpty()) {
      return form(page, page.words().t("consultation.import.no-file"), List.of());
    }
    InputDeclaration declaration =
        new InputDeclaration(
            null,
            Language.find(language).orElse(null),
            "",
            new InputDeclaration.Submitter(stakeholder.strip(), StakeholderType.of(type), region),
            consultation,
            new InputDeclaration.Publication(
                licence.strip(),
                consent.equals(Consent.PUBLISH.tag()) ? Consent.PUBLISH : Consent.WITHHELD),
            "",
            true,
            Map.of());
    Path folder = Files.createTempDirectory("vallarta-upload");
    Path received = folder.resolve("upload");
    try {
      file.transferTo(received);
      String name =
          FileNames.safe(Optional.ofNullable(file.getOriginalFilename()).orElse("upload"));
      ImportResult result = imports.upload(received, name, declaration);
      if (!result.problems().isEmpty()) {
        return form(
            page,
            page.words().t("consultation.import.problems"),
            result.problems().stream().map(it -> Problems.words(page.words(), it)).toList());
      }
      InputId id = imports.find(received).orElseThrow();
      return new ModelAndView("redirect:" + page.link("/inputs/" + id));
    } finally {
      Files.deleteIfExists(received);
      Files.deleteIfExists(folder);
    }
  }

  private ModelAndView form(Page page, String wrong, List<String> problems) {
    Holdings holdings = consultations.holdings();
    String title = page.words().t(open ? "consultation.inputs.add" : "consultation.inputs.import");
    return page.titled(
            wrong.isEmpty() ? title : page.words().t("web.form.error-title", "title", title))
        .under("/inputs", page.words().t("consultation.inputs.title"))
        .show(
            "consultation/import",
            new View(
                open, holdings, new Codebook(holdings.thesaurus(), page.words()), wrong, problems));
  }
}
