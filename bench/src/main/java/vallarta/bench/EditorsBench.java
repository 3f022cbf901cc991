package vallarta.bench;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Editors of one rapporteur's workspace at a running demonstration: each captures points, and all
/// write their marks into one and the same point at once, again whenever somebody came between.
/// Counts what is there afterwards: a mark that is missing or stands twice is a lost update.
///
/// Arguments: the address of the demonstration, editors (20), marks and points of each (10).
public final class EditorsBench {

  private static final String WORKSPACE = "/en/sessions/SE-18/workspace";
  private static final Pattern POINT = Pattern.compile("<li id=\"PT-(\\d+)\">");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
  private static final Pattern TEXT = Pattern.compile("<textarea id=\"text\"[^>]*>([^<]*)<");

  private final ConcurrentLinkedQueue<Long> saves = new ConcurrentLinkedQueue<>();
  private final AtomicInteger conflicts = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<MeetingBench.Desk> desks;
  private final int editors;
  private final int each;

  private EditorsBench(List<MeetingBench.Desk> desks, int editors, int each) {
    this.desks = desks;
    this.editors = editors;
    this.each = each;
  }

  public static void main(String[] args) throws Exception {
    int editors = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    int each = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    new EditorsBench(
            List.of(
                MeetingBench.Desk.signIn(client, args[0], "Rapporteur"),
                MeetingBench.Desk.signIn(client, args[0], "Moderator")),
            editors,
            each)
        .run();
  }

  private void run() throws Exception {
    String run = UUID.randomUUID().toString().substring(0, 8);
    MeetingBench.Desk first = desks.getFirst();
    first.send(WORKSPACE, "text=" + run + "&language=en&capture=" + UUID.randomUUID());
    List<String> ids =
        POINT.matcher(first.read(WORKSPACE)).results().map(it -> it.group(1)).toList();
    String shared = WORKSPACE + "/" + ids.getLast();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < editors; i++) {
      int editor = i;
      all.add(Thread.ofVirtual().start(() -> edit(editor, shared, run)));
    }
    for (Thread it : all) {
      it.join();
    }
    String text = textOf(first.read(shared));
    String page = first.read(WORKSPACE);
    int marks = 0;
    int points = 0;
    for (int i = 0; i < editors; i++) {
      for (int n = 0; n < each; n++) {
        marks += count(text, "m-%d-%d.".formatted(i, n)) == 1 ? 1 : 0;
        points += page.contains("%s-point-%d-%d.".formatted(run, i, n)) ? 1 : 0;
      }
    }
    int expected = editors * each;
    System.out.printf(
        "marks %d of %d, points %d of %d, conflicts told and tried again %d, refused %d%n",
        marks, expected, points, expected, conflicts.get(), refused.get());
    MeetingBench.print("save, ms", saves);
    System.exit(marks == expected && points == expected && refused.get() == 0 ? 0 : 1);
  }

  private void edit(int editor, String shared, String run) {
    MeetingBench.Desk desk = desks.get(editor % desks.size());
    try {
      for (int n = 0; n < each; n++) {
        String point = "%s-point-%d-%d.".formatted(run, editor, n);
        long begun = System.nanoTime();
        int kept =
            desk.send(
                WORKSPACE,
                "text=%s&language=en&capture=%s".formatted(point, UUID.randomUUID()),
                "Accept",
                "application/json");
        saves.add(System.nanoTime() - begun);
        if (kept != 200) {
          refused.incrementAndGet();
        }
        mark(desk, shared, "m-%d-%d.".formatted(editor, n));
      }
    } catch (Exception lost) {
      refused.incrementAndGet();
    }
  }

  private void mark(MeetingBench.Desk desk, String shared, String mark) throws Exception {
    int status = 412;
    while (status == 412) {
      String page = desk.read(shared);
      Matcher seen = SEEN.matcher(page);
      if (!seen.find()) {
        refused.incrementAndGet();
        return;
      }
      String text = textOf(page) + " " + mark;
      long begun = System.nanoTime();
      status =
          desk.send(
              shared,
              "language=en&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8),
              "Accept",
              "application/json",
              "If-Match",
              "\"" + seen.group(1) + "\"");
      saves.add(System.nanoTime() - begun);
      if (status == 412) {
        conflicts.incrementAndGet();
      }
    }
    if (status != 200) {
      refused.incrementAndGet();
    }
  }

  private static String textOf(String page) {
    Matcher text = TEXT.matcher(page);
    return text.find() ? text.group(1).strip() : "";
  }

  private static int count(String text, String mark) {
    int count = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      count++;
    }
    return count;
  }
}
