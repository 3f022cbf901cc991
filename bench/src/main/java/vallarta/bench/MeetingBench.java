package vallarta.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// A room of participants at a running demonstration: all follow the speakers' list by its stream
/// of events and load the programme and the list in turn, while the chair gives the floor. Prints
/// how long pages took and how late changes came.
///
/// A page counts from the moment at which it was due, not from that at which it was asked for, so
/// that a server that is held up is not spared.
///
/// Arguments: the address of the demonstration, seconds (60), participants (400), seconds between
/// two pages of one participant (8).
public final class MeetingBench {

  private static final String SESSION = "/en/sessions/SE-16/floor";
  private static final List<String> PAGES = List.of("/en/meetings/M-3", SESSION);
  private static final int WARM_UP = 20;
  private static final long CHANGE_MILLIS = 2000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConcurrentLinkedQueue<Long> pages = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger following = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicLong changed = new AtomicLong();
  private final String address;
  private final long from;
  private final long until;

  private MeetingBench(String address, int seconds) {
    this.address = address;
    this.from = System.nanoTime() + WARM_UP * 1_000_000_000L;
    this.until = from + seconds * 1_000_000_000L;
  }

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    int participants = args.length > 2 ? Integer.parseInt(args[2]) : 400;
    int pause = args.length > 3 ? Integer.parseInt(args[3]) : 8;
    new MeetingBench(args[0], seconds).run(participants, pause);
  }

  private void run(int participants, int pause) throws Exception {
    List<Thread> room = new ArrayList<>();
    for (int i = 0; i < participants; i++) {
      Thread.ofVirtual().start(this::follow);
      room.add(Thread.ofVirtual().start(() -> read(pause)));
    }
    chair();
    for (Thread participant : room) {
      participant.join();
    }
    System.out.printf(
        Locale.ROOT,
        "following %d, pages %d (%.0f a second), failed %d, changes %d, events of them %d%n",
        following.get(),
        pages.size(),
        pages.size() / ((until - from) / 1e9),
        failed.get(),
        changes.get(),
        events.size());
    print("page, ms", pages);
    print("event after its change was sent, ms", events);
    System.exit(failed.get() == 0 ? 0 : 1);
  }

  /// Holds a stream and takes the time of each list that comes.
  private void follow() {
    try {
      HttpResponse<Stream<String>> stream =
          client.send(
              HttpRequest.newBuilder(URI.create(address + SESSION + "/events"))
                  .header("Accept", "text/event-stream")
                  .build(),
              BodyHandlers.ofLines());
      if (stream.statusCode() != 200) {
        failed.incrementAndGet();
        return;
      }
      following.incrementAndGet();
      stream
          .body()
          .forEach(line -> {
            long now = System.nanoTime();
            if (line.equals("event:list") && now > from && now < until && changed.get() > from) {
              events.add(now - changed.get());
            }
          });
    } catch (Exception lost) {
      if (System.nanoTime() < until) {
        failed.incrementAndGet();
      }
    }
  }

  private void read(int pauseSeconds) {
    long pause = pauseSeconds * 1_000_000_000L;
    long due = System.nanoTime() + ThreadLocalRandom.current().nextLong(pause);
    for (int n = 0; due < until; n++, due += pause) {
      try {
        long wait = due - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        int status =
            client
                .send(
                    HttpRequest.newBuilder(URI.create(address + PAGES.get(n % PAGES.size())))
                        .header("Accept", "text/html")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                    BodyHandlers.ofByteArray())
                .statusCode();
        if (status != 200) {
          failed.incrementAndGet();
        }
        if (due > from) {
          pages.add(System.nanoTime() - due);
        }
      } catch (Exception lost) {
        failed.incrementAndGet();
      }
    }
  }

  /// Changes the list again and again, each time in one way that all see.
  private void chair() throws Exception {
    Desk desk = Desk.signIn(client, address, "Moderator");
    for (int n = 0; System.nanoTime() < until; n++) {
      changed.set(System.nanoTime());
      int status = desk.send(SESSION + "/limit", "seconds=" + (60 + n % 600));
      if (status != 302) {
        failed.incrementAndGet();
      }
      if (changed.get() > from) {
        changes.incrementAndGet();
      }
      Thread.sleep(CHANGE_MILLIS);
    }
  }

  static void print(String what, Iterable<Long> nanos) {
    List<Long> sorted = new ArrayList<>();
    nanos.forEach(sorted::add);
    sorted.sort(null);
    if (sorted.isEmpty()) {
      System.out.println(what + ": none");
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%-40s p50 %6.1f  p95 %6.1f  p99 %6.1f  max %6.1f%n",
        what,
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private static double at(List<Long> sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1) / 1e6;
  }

  /// Somebody of the demonstration who is signed in.
  record Desk(HttpClient client, String address, String cookie) {

    /// Signs in as the first one of that role.
    static Desk signIn(HttpClient client, String address, String role) throws Exception {
      String page =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(address + "/en/sign-in")).build(),
                  BodyHandlers.ofString())
              .body();
      String before = page.substring(0, page.indexOf("<button>" + role + "</button>"));
      String mark = "name=\"account\" value=\"";
      String rest = before.substring(before.lastIndexOf(mark) + mark.length());
      String account = rest.substring(0, rest.indexOf('"'));
      HttpResponse<Void> in =
          client.send(
              form(address + "/en/sign-in/as", "account=" + account).build(),
              BodyHandlers.discarding());
      String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
      return new Desk(client, address, cookie);
    }

    String read(String path) throws Exception {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address + path))
                  .header("Cookie", cookie)
                  .header("Accept", "text/html")
                  .build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    }

    /// Sends a form and gives the status of the answer.
    int send(String path, String fields, String... headers) throws Exception {
      HttpRequest.Builder request = form(address + path, fields).header("Cookie", cookie);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder form(String address, String fields) {
      return HttpRequest.newBuilder(URI.create(address))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(fields));
    }
  }
}
