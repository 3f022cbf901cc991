package vallarta.e2e;

import java.util.stream.Stream;

/// Every page of the site, one of each kind, without its language: the one list that all tests go
/// by. [NoScriptIT] follows the links of the site and tells when a kind is missing here.
final class Pages {

  private Pages() {}

  /// Pages of text.
  static Stream<String> texts() {
    return Stream.of(
        "",
        "/consultations",
        "/consultations/F-RM-1",
        "/consultations/F-WC-3",
        "/submissions",
        "/submissions/SU-2",
        "/submissions/SU-5",
        "/inputs",
        "/inputs/I-3",
        "/inputs/I-7",
        "/statements/S-203",
        "/groups/G-203",
        "/campaigns",
        "/campaigns/G-447",
        "/record",
        "/record/verify",
        "/record/verify?ref=S-203",
        "/record/verify?ref=no-such-thing",
        "/record/entries/100",
        "/record/objects/S-203",
        "/meetings",
        "/meetings/M-1?by=dimension",
        "/meetings/M-2",
        "/meetings/M-3/registration",
        "/meetings/M-3/attendance",
        "/meetings/M-3/times",
        "/meetings/M-3/summary",
        "/meetings/M-3/minutes",
        "/participants/P-20",
        "/sessions/SE-5",
        "/sessions/SE-16/summary",
        "/sessions/SE-16/floor",
        "/sessions/SE-16/floor/screen",
        "/sessions/SE-16/floor/times",
        "/points",
        "/points/PT-1",
        "/outcomes",
        "/outcomes/PC-1",
        "/inputs/I-3/disposition",
        "/practices/PR-1",
        "/lab",
        "/commitments/CM-2",
        "/commitments/CM-4",
        "/commitments/CM-5",
        "/commitments/CM-2/versions",
        "/frameworks/objectives",
        "/boards",
        "/overdue",
        "/due",
        "/scorecard",
        "/scorecard/silent",
        "/needs/MN-1",
        "/offers/MN-4",
        "/matches/MT-1",
        "/instrument",
        "/instrument/XFL",
        "/reports/RP-1",
        "/reports/RP-1/versions",
        "/reports/of/XFL?frame=vnr",
        "/labels/OL-1",
        "/parallel-reports/PL-1",
        "/replies",
        "/reviews",
        "/reviews/RV-1",
        "/actors/XFL",
        "/dimensions",
        "/dimensions/local",
        "/themes/education",
        "/thread/PT-1/whole",
        "/follow/PT-1",
        "/sign-in",
        "/sign-in/forgotten",
        "/mails",
        "/about",
        "/import",
        "/nothing-here");
  }

  /// Pages of data.
  static Stream<String> data() {
    return Stream.of(
        "/statements",
        "/statements?theme=children&dimension=human",
        "/statements?theme=children&dimension=human&kind=practice&language=zh",
        "/matrix",
        "/matrix/children/human",
        "/groups",
        "/coverage",
        "/participants",
        "/meetings/M-3/participants",
        "/practices",
        "/practices?q=city&dimension=local",
        "/commitments",
        "/commitments?dimension=human&gap=any",
        "/frameworks/sdg",
        "/boards/objectives",
        "/boards/list?standing=no-report",
        "/needs",
        "/offers",
        "/matches",
        "/reports",
        "/parallel-reports",
        "/actors",
        "/themes",
        "/changes",
        "/search",
        "/search?q=children",
        "/search?q=%22no+such+words%22");
  }

  static Stream<String> all() {
    return Stream.concat(texts(), data());
  }

  /// The kind of the page at a path: `/inputs/*` for every input.
  static String kind(String path) {
    return path.replaceFirst("[?#].*", "")
        .replaceFirst("^/matrix/[^/]+/[^/]+$", "/matrix/*/*")
        .replaceFirst("^/(inputs/)[^/]+(/disposition)$", "/$1*$2")
        .replaceFirst(
            "^/(meetings/)[^/]+(/(registration|participants|attendance|times|summary|minutes))$",
            "/$1*$2")
        .replaceFirst("^/(sessions/)[^/]+(/summary|/floor(/screen|/times)?)$", "/$1*$2")
        .replaceFirst("^/(commitments|reports|parallel-reports)/[^/]+/versions$", "/$1/*/versions")
        .replaceFirst("^/reports/of/[^/]+$", "/reports/of/*")
        .replaceFirst("^/thread/[^/]+/whole$", "/thread/*/whole")
        .replaceFirst("^/boards/(actors|dimensions|objectives|themes)$", "/boards/*")
        .replaceFirst("^/record/(entries|objects)/[^/]+$", "/record/$1/*")
        .replaceFirst(
            "^/(consultations|inputs|statements|groups|campaigns|meetings|sessions|points|outcomes|practices|participants|submissions)/[^/]+$",
            "/$1/*")
        .replaceFirst(
            "^/(commitments|needs|offers|matches|instrument|reports|labels|parallel-reports|reviews|scorecard)/[^/]+$",
            "/$1/*")
        .replaceFirst("^/(actors|dimensions|themes|follow)/[^/]+$", "/$1/*");
  }
}
