package vallarta.compact.commitment.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.participation.Stakeholder;

/// The status of the instrument in fictional States of the demonstration: every step, one State
/// that withdrew, and several of which nothing is reported.
@Component
class InstrumentDemonstration implements Demonstration {

  private static final List<String> ENTRIES =
      List.of(
          "XFL signed 2018-12-11",
          "XFL ratified 2020-06-30",
          "XOB endorsed 2018-12-19",
          "XOB implementing-law 2022-01-01",
          "XAR endorsed 2018-12-19",
          "XKL signed 2018-12-11",
          "XKL ratified 2021-09-14",
          "XKL implementing-law 2024-03-01",
          "XRM endorsed 2018-12-19",
          "XLH signed 2018-12-12",
          "XDV signed 2018-12-10",
          "XDV withdrawn 2023-05-02",
          "XML ratified 2019-10-08",
          "XSV endorsed 2018-12-19",
          "XVD signed 2019-02-20");

  private final Instrument instrument;

  InstrumentDemonstration(Instrument instrument) {
    this.instrument = instrument;
  }

  @Override
  public int order() {
    return 520;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    if (!instrument.all().isEmpty()) {
      return;
    }
    List<Stakeholder> states = instrument.states();
    List<Status> entries = new ArrayList<>();
    for (String line : ENTRIES) {
      String[] said = line.split(" ");
      states.stream()
          .filter(it -> it.key().equals(said[0]) && it.fictional())
          .findFirst()
          .ifPresent(it ->
              entries.add(
                  instrument.entry(
                      it,
                      Step.of(said[1]),
                      true,
                      LocalDate.parse(said[2]),
                      "Register of the depositary, entry of " + said[2] + " (invented)",
                      false)));
    }
    instrument.enter(entries, null);
  }
}
