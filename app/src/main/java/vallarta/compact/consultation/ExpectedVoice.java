package vallarta.compact.consultation;

import vallarta.compact.participation.StakeholderType;

/// How many stakeholders of a type, region and language were invited to speak.
///
/// @param region UN M49 code, or empty for any
/// @param language tag of one of the languages of statements, such as `fr`, or empty for any
public record ExpectedVoice(StakeholderType type, String region, String language, int number) {}
