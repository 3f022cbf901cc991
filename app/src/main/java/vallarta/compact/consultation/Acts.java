package vallarta.compact.consultation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Facts;
import vallarta.compact.record.PublicRecord;

/// Enters what the stage publishes into the public record: always in the transaction of its caller,
/// and nothing of what may not be published.
@Component
final class Acts {

  private final PublicRecord publicRecord;
  private final ConsultationFacts facts;
  private final Stakeholders stakeholders;

  Acts(PublicRecord publicRecord, ConsultationFacts facts, Stakeholders stakeholders) {
    this.publicRecord = publicRecord;
    this.facts = facts;
    this.stakeholders = stakeholders;
  }

  /// Inputs that were written, with their statements.
  void received(List<Received> received) {
    List<Act> acts = new ArrayList<>();
    Set<String> voices = new HashSet<>();
    for (Received it : received) {
      if (PublicFields.isPublic(it.input())) {
        acts.add(
            new Act(
                ActType.INPUT_RECEIVED,
                PublicFields.of(it.input(), PublicFields.textSha256(it.reading().text()))));
        name(it.input().voice(), voices);
      }
      for (Statement statement : it.statements()) {
        if (PublicFields.isPublic(statement)) {
          acts.add(new Act(ActType.STATEMENT_PUBLISHED, PublicFields.of(statement)));
          name(statement.voice(), voices);
        }
      }
    }
    stakeholders.publish(voices);
    publicRecord.enter(acts);
  }

  private static void name(Stakeholder voice, Set<String> voices) {
    if (voice.isKnown()) {
      voices.add(voice.key());
    }
  }

  void registered(List<String> refs) {
    enter(ActType.CONSULTATION_REGISTERED, facts.consultations(refs));
  }

  void corrected(List<String> refs) {
    enter(ActType.CORRECTION, facts.consultations(refs));
  }

  void decided(List<Long> decisions) {
    enter(ActType.CODE_DECIDED, facts.decisions(decisions));
  }

  void thesaurus(long edition) {
    enter(ActType.THESAURUS_PUBLISHED, facts.thesaurus(edition));
  }

  private void enter(ActType type, Stream<Facts> facts) {
    publicRecord.enter(facts.map(it -> new Act(type, it)).toList());
  }
}
