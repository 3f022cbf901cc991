package vallarta.compact.stocktaking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vallarta.compact.stocktaking.outcome.Remark.Run;

/// The chair's sentences and what they rest on.
class RemarkTest {

  @Test
  void eachLineIsASentenceWithItsReferencesToldApart() {
    assertThat(Remark.read("\nReturn is voluntary [PT-17, S-203].\n\nPC-2 answers it"))
        .containsExactly(
            new Remark(
                2,
                java.util.List.of(
                    new Run("Return is voluntary [", false),
                    new Run("PT-17", true),
                    new Run(", ", false),
                    new Run("S-203", true),
                    new Run("].", false))),
            new Remark(4, java.util.List.of(new Run("PC-2", true), new Run(" answers it", false))));
  }

  @Test
  void whatOnlyLooksLikeAReferenceIsNone() {
    assertThat(Remark.read("OPT-17, PT-017, SES-3, PT-0, S-")).hasSize(1);
    assertThat(Remark.read("OPT-17, PT-017, SES-3, PT-0, S-").getFirst().references()).isEmpty();
  }

  @Test
  void aReferenceLeadsToItsPage() {
    assertThat(Remark.read("PT-1 PC-2 S-3").getFirst().runs().stream().filter(Run::isReference))
        .extracting(Run::path)
        .containsExactly("/points/PT-1", "/outcomes/PC-2", "/statements/S-3");
  }
}
