package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;

class R01_Record {

  @Test
  void x() throws Exception {
    RunningDemonstration demo = RunningDemonstration.get();
    PublicRecord record = demo.bean(PublicRecord.class);
    System.out.println(record.standing());
    Thread.sleep(1500);
    System.out.println(record.standing());
    System.out.println(record.history("S-3").getFirst().json());
    System.out.println(record.find("0"));
    System.out.println(demo.fetch("/readyz").body());
    RecordAudit.Report report = demo.bean(RecordAudit.class).check();
    report.findings().stream().limit(20).forEach(it -> System.out.println(it.place()));
    assertThat(report.whole()).isTrue();
  }
}
