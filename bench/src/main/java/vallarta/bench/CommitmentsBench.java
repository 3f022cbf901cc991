package vallarta.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pages of commitments at a running demonstration that [CommitmentsAtScale] has filled: boards,
/// lists, the page of one, the scorecard, and batch edits. One reader after another; prints how
/// long they waited.
///
/// Arguments: the address, pages of each kind (300), commitments (100000), seed (31).
public final class CommitmentsBench {

  private static final List<String> THEMES = List.of("education", "health", "labour", "return");
  private static final List<String> BOARDS =
      List.of("/boards/actors", "/boards/dimensions", "/boards/objectives", "/boards/themes");

  private static final String PUT = "%2B";
  private static final String TAKE = "-";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final MeetingBench.Desk desk;
  private int batches;

  private CommitmentsBench(String address) throws Exception {
    this.address = address;
    this.desk = MeetingBench.Desk.signIn(client, address, "Secretariat");
    while (isThere(batches + 1)) {
      batches++;
    }
  }

  public static void main(String[] args) throws Exception {
    int pages = args.length > 1 ? Integer.parseInt(args[1]) : 300;
    int commitments = args.length > 2 ? Integer.parseInt(args[2]) : 100_000;
    Random random = new Random(args.length > 3 ? Long.parseLong(args[3]) : 31);
    CommitmentsBench bench = new CommitmentsBench(args[0]);
    bench.first("boards, first after the start", "/boards/actors");
    for (String board : BOARDS) {
      bench.measure(board, pages, n -> board);
    }
    bench.measure(
        "list of one theme",
        pages,
        n ->
            "/commitments?theme=%s&page=%d"
                .formatted(THEMES.get(n % THEMES.size()), 1 + random.nextInt(40)));
    bench.measure(
        "commitment", pages, n -> "/commitments/CM-" + (20 + random.nextInt(commitments)));
    bench.first("scorecard, first after the start", "/scorecard");
    bench.measure("scorecard", Math.min(pages, 30), n -> "/scorecard");
    bench.afterChanges("/boards/actors");
    bench.afterChanges("/scorecard");
    for (String theme : THEMES.subList(0, 3)) {
      bench.batch(theme);
    }
  }

  /// How long the first reader waits after a change: a commitment is taken out of a dimension and
  /// put in again, ten times.
  private void afterChanges(String path) throws Exception {
    change("pick=CM-20", PUT);
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      change("pick=CM-20", i % 2 == 0 ? TAKE : PUT);
      took.add(read(path));
    }
    print(path + " after a change", took);
  }

  /// A batch edit that changes all commitments of one theme, by the secretariat, from its order to
  /// its end.
  private void batch(String theme) throws Exception {
    String work = desk.read("/en/commitments/work?theme=" + theme);
    String all = value(work, "expected");
    String these = "theme=%s&all=true&expected=%s".formatted(theme, all);
    change(these, TAKE);
    long from = System.nanoTime();
    change(these, PUT);
    System.out.printf("batch edit of %s: %.1f s%n", all, (System.nanoTime() - from) / 1e9);
  }

  private void change(String which, String sign) throws Exception {
    int status =
        desk.send(
            "/en/commitments/work",
            which
                + "&owner=&code="
                + sign
                + "dimension%3Alocal&act=run&reason=Filed+again+"
                + batches);
    if (status != 302) {
      throw new IllegalStateException("a batch gave " + status);
    }
    batches++;
    String page = "";
    while (!page.contains("were changed") && !page.contains("was changed")) {
      Thread.sleep(20);
      page = desk.read("/en/commitments/batches/" + batches);
    }
  }

  private boolean isThere(int batch) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/en/commitments/batches/" + batch))
            .header("Cookie", desk.cookie())
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  private static String value(String page, String field) {
    Matcher found =
        Pattern.compile("name=\"%s\" value=\"([^\"]*)\"".formatted(field)).matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("no " + field);
    }
    return found.group(1);
  }

  private void first(String what, String path) throws IOException, InterruptedException {
    System.out.printf("%-34s %8.1f ms%n", what, read(path) / 1e6);
  }

  private void measure(String what, int pages, IntFunction<String> path)
      throws IOException, InterruptedException {
    for (int i = 0; i < Math.max(5, pages / 10); i++) {
      read(path.apply(i));
    }
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      took.add(read(path.apply(i)));
    }
    print(what, took);
  }

  private static void print(String what, List<Long> took) {
    long[] sorted = took.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    System.out.printf(
        "%-34s p50 %7.1f  p95 %7.1f  p99 %7.1f  max %7.1f ms%n",
        what, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1] / 1e6);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
  }

  private long read(String path) throws IOException, InterruptedException {
    long from = System.nanoTime();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/en" + path)).build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " gave " + answer.statusCode());
    }
    return System.nanoTime() - from;
  }
}
