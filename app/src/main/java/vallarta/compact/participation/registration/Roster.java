package vallarta.compact.participation.registration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// A list of people `stakeholder,name,email,function,head,listed` that is registered as a whole, or
/// not at all. A dry run does all of it and takes it back.
@Service
class Roster {

  /// What became of a list, or would become of it.
  ///
  /// @param made those registered, none when there is a problem
  record Result(List<Registration> made, List<Problem> problems) {}

  private final Accreditation accreditation;
  private final Quotas quotas;
  private final TransactionTemplate transaction;

  Roster(Accreditation accreditation, Quotas quotas, PlatformTransactionManager transactions) {
    this.accreditation = accreditation;
    this.quotas = quotas;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// @param accredit whether those who have a seat are accredited at once
  /// @param dry whether all is taken back
  Result register(Meeting meeting, Table table, boolean accredit, boolean dry, long by) {
    return transaction.execute(status -> {
      accreditation.lock(meeting.id());
      List<Problem> problems = new ArrayList<>();
      List<Request> requests = read(meeting, table, problems);
      List<Registration> made = new ArrayList<>();
      if (problems.isEmpty()) {
        for (Request request : requests) {
          Registration it = accreditation.register(meeting, request, true, by);
          made.add(
              accredit && it.state() == Registration.State.PENDING
                  ? accreditation.approve(it.id(), by)
                  : it);
        }
      }
      if (dry) {
        status.setRollbackOnly();
      }
      return new Result(made, problems);
    });
  }

  private List<Request> read(Meeting meeting, Table table, List<Problem> problems) {
    RowCheck check = new RowCheck();
    List<Request> requests = new ArrayList<>();
    if (check.columns(table, "stakeholder", "name", "email")) {
      Map<String, Quotas.Accredited> accredited =
          quotas.accredited(meeting).stream()
              .collect(Collectors.toMap(Quotas.Accredited::key, Function.identity()));
      Set<String> seen = new HashSet<>();
      for (Row row : table.rows()) {
        int before = check.count();
        String stakeholder = check.required(row, "stakeholder");
        if (!stakeholder.isEmpty() && !accredited.containsKey(stakeholder)) {
          check.add(
              row,
              "stakeholder",
              Problem.Rule.NOT_ACCREDITED,
              accredited.keySet().stream().sorted().toList());
        }
        fits(check, row, "name", check.required(row, "name"));
        fits(check, row, "function", row.get("function"));
        String email = check.required(row, "email").toLowerCase(Locale.ROOT);
        email(check, row, meeting, email, seen);
        boolean head = check.flag(row, "head");
        Request.Listing listing = listing(check, row);
        if (check.count() == before) {
          requests.add(
              Request.of(stakeholder, row.get("name"), email, row.get("function"), head, listing));
        }
      }
    }
    problems.addAll(check.problems());
    return requests;
  }

  private void email(RowCheck check, Row row, Meeting meeting, String email, Set<String> seen) {
    if (email.isEmpty()) {
      return;
    }
    if (!Request.isEmail(email)) {
      check.add(row, "email", Problem.Rule.NOT_AN_EMAIL, List.of("name@example.org"));
    } else if (!seen.add(email)) {
      check.add(row, "email", Problem.Rule.REPEATED_KEY, List.of());
    } else if (accreditation.isRegistered(meeting, email)) {
      check.add(row, "email", Problem.Rule.ALREADY_REGISTERED, List.of());
    }
  }

  private static void fits(RowCheck check, Row row, String column, String value) {
    if (value.length() > Request.LONGEST) {
      check.add(row, column, Problem.Rule.TOO_LONG, List.of(Integer.toString(Request.LONGEST)));
    }
  }

  /// Empty for what is usual.
  private static Request.Listing listing(RowCheck check, Row row) {
    if (row.get("listed").isEmpty()) {
      return Request.Listing.USUAL;
    }
    return check.flag(row, "listed") ? Request.Listing.YES : Request.Listing.NO;
  }
}
