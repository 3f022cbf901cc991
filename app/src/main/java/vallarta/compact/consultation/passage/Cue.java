package vallarta.compact.consultation.passage;

/// Words that tell what a sentence does, as one line of the cue file of a language.
///
/// @param role what they tell
/// @param weight how sure they are: 3 sure, 2 usual, 1 weak
record Cue(Role role, int weight) {

  /// What the words of a cue tell.
  enum Role {
    ASK,
    UNDERTAKING,
    CONCERN,
    PRACTICE,
    /// A figure or a source: a fact by itself.
    FACT,
    /// Plain telling ("is", "have"): a fact where the sentence also has a TOPIC.
    PLAIN,
    /// Words of what the process is about.
    TOPIC,
    /// Procedure, thanks, greetings: no statement, unless a stronger cue says otherwise.
    NONE,
    /// Words in which a shorter cue means nothing ("to meet the needs of").
    NOT,
    /// Words against which something is done ("combat racism"): no concern.
    REMEDY,
    /// A verb of saying: its subject is the speaker.
    SAYS,
    /// Words before a source ("according to").
    SOURCE,
    /// A word that stands for the speaker named before ("they", "the group").
    AGAIN,
    /// First person: the submitter speaks.
    SELF,
    /// Where the name of a speaker ends ("speaking on behalf of", "who").
    CUT,
    /// A verb of asking that is followed by who is asked.
    ASKS,
    /// With what the one who is asked begins, where speaker and asked follow each other without a
    /// word between (Arabic).
    WHOM,
    /// Where the name of the one who is asked ends ("to").
    UNTIL,
    /// A modal verb that is preceded by who is asked ("should").
    MODAL,
    /// An article, left out before a name.
    ARTICLE,
    /// A word after which a new subject begins ("that", "and").
    CLAUSE,
    /// A word of a passive after a modal ("be", "être").
    PASSIVE,
    /// An adverb before the subject or an imperative ("further", "fully").
    ADVERB,
    /// A word that opens a phrase which ends with a comma ("in", "during").
    OPENER
  }
}
