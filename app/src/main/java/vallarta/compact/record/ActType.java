package vallarta.compact.record;

import java.util.Locale;

/// What kind of act an entry tells of.
public enum ActType {
  STAKEHOLDER_REGISTERED,
  CONSULTATION_REGISTERED,
  INPUT_RECEIVED,
  STATEMENT_PUBLISHED,
  /// A person decided about a code of a statement.
  CODE_DECIDED,
  /// An edition of the thesaurus was put in force.
  THESAURUS_PUBLISHED,
  /// Somebody was given a mandate for a stakeholder.
  MANDATE_GIVEN,
  MANDATE_ENDED,
  /// A State or organisation left the process; its history stays.
  STAKEHOLDER_WITHDRAWN,
  MEETING_PUBLISHED,
  SESSION_PUBLISHED,
  /// A later deadline was set for submissions to a consultation.
  DEADLINE_EXTENDED,
  /// A submitter handed something in.
  SUBMISSION_HANDED_IN,
  /// Somebody confirmed, or took back, that they sign a submission of another.
  SUBMISSION_COSIGNED,
  /// A submission was published, returned, declined or withdrawn.
  SUBMISSION_DECIDED,
  /// A rapporteur published a point of a session.
  POINT_PUBLISHED,
  /// A version of the summary of a session was published, as draft or final.
  SUMMARY_PUBLISHED,
  /// The chair of a meeting issued a version of its summary.
  CHAIR_SUMMARY_ISSUED,
  COMMITMENT_PROPOSED,
  MEANS_PROPOSED,
  COMMITMENT_PUBLISHED,
  /// Both sides confirmed that an offer meets a need.
  MEANS_MATCHED,
  /// Both owners confirmed that one commitment matches, follows or supersedes another.
  COMMITMENTS_LINKED,
  COMMITMENT_TRANSLATED,
  /// Whether a State signed, endorsed, ratified or implements the instrument.
  INSTRUMENT_STATUS_ENTERED,
  /// An actor told what it did.
  REPORT_PUBLISHED,
  /// Somebody else told what the actor did.
  PARALLEL_REPORT_PUBLISHED,
  /// An actor answered what was said of it.
  REPLY_PUBLISHED,
  /// A report that nobody gave was flagged.
  LABEL_RAISED,
  /// Such a flag was contested, withdrawn or upheld.
  LABEL_DECIDED,
  REVIEW_OPENED,
  /// Independent reviewers found how far a commitment was kept.
  FINDING_PUBLISHED,
  /// What became of a statement was decided.
  DISPOSITION_DECIDED,
  /// A person split statements from a group, or joined two groups.
  GROUP_DECIDED,
  /// Who declares to be behind a campaign was noted.
  CAMPAIGN_ORIGIN_NOTED,
  PRACTICE_PUBLISHED,
  /// What was published before now reads otherwise.
  CORRECTION,
  /// Values were erased, and only their digests stay.
  REDACTION;

  /// The type of that word.
  static ActType of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The word in entries: `input-received`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether its fields are what the object is from then on.
  boolean tellsFacts() {
    return this != REDACTION;
  }
}
