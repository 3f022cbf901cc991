/// What submitters hand in themselves: calls with their deadlines, drafts, receipts,
/// co-signatories, and the decision of the secretariat by which a submission becomes an input.
@NullMarked
package vallarta.compact.consultation.submission;

import org.jspecify.annotations.NullMarked;
