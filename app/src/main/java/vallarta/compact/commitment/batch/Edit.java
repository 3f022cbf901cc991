package vallarta.compact.commitment.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.commitment.Undertaking;

/// What a batch edit does to each commitment: every code is set, removed or left, and of the rest
/// one value is chosen or what is there is left.
///
/// @param set codes as `dimension:national`, `theme:labour`, `objective:7`, `sdg:10.7`
/// @param level empty to leave it, `-` for none
/// @param obligation its word, empty to leave it
/// @param office empty to leave it, `-` for none
/// @param schedule its word, empty to leave it
record Edit(
    Set<String> set,
    Set<String> remove,
    String level,
    String obligation,
    String office,
    String schedule) {

  /// What removes a value.
  static final String NONE = "-";

  Edit {
    set = Set.copyOf(set);
    remove = Set.copyOf(remove);
  }

  /// From the fields of a form, in which `+dimension:national` sets and `-dimension:national`
  /// removes; targets of the 2030 Agenda are typed, there are too many to choose from.
  static Edit of(MultiValueMap<String, String> fields) {
    List<String> codes = new ArrayList<>(fields.getOrDefault("code", List.of()));
    words(fields, "set-sdg").forEach(it -> codes.add("+sdg:" + it));
    words(fields, "remove-sdg").forEach(it -> codes.add("-sdg:" + it));
    return new Edit(
        signed(codes, "+"),
        signed(codes, "-"),
        first(fields, "to-level"),
        first(fields, "to-obligation"),
        first(fields, "to-office"),
        first(fields, "to-schedule"));
  }

  private static Set<String> signed(List<String> codes, String sign) {
    Set<String> signed = new LinkedHashSet<>();
    codes.stream().filter(it -> it.startsWith(sign)).forEach(it -> signed.add(it.substring(1)));
    return signed;
  }

  private static List<String> words(MultiValueMap<String, String> fields, String name) {
    return Arrays.stream(first(fields, name).split("[\\s,;]+"))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static String first(MultiValueMap<String, String> fields, String name) {
    return Optional.ofNullable(fields.getFirst(name)).orElse("").strip();
  }

  /// Whether it changes codes alone.
  boolean isOfCodesOnly() {
    return level.isEmpty() && obligation.isEmpty() && office.isEmpty() && schedule.isEmpty();
  }

  boolean isEmpty() {
    return set.isEmpty() && remove.isEmpty() && isOfCodesOnly();
  }

  /// The codes as the fields of a form, to be sent again.
  List<String> codes() {
    List<String> codes = new ArrayList<>();
    set.stream().sorted().forEach(it -> codes.add("+" + it));
    remove.stream().sorted().forEach(it -> codes.add("-" + it));
    return codes;
  }

  /// What was chosen for a code: `+`, `-` or nothing.
  String sign(String code) {
    return set.contains(code) ? "+" : remove.contains(code) ? "-" : "";
  }

  /// Codes of targets of the 2030 Agenda that are set, or removed, as they are typed.
  String sdg(boolean removed) {
    return String.join(" ", of("sdg", removed ? remove : set));
  }

  /// Whether the words chosen are words there are; codes, level and office are checked with the
  /// commitments.
  boolean isReadable() {
    return (obligation.isEmpty() || find(Obligation.values(), Obligation::tag, obligation))
        && (schedule.isEmpty() || find(Schedule.values(), Schedule::tag, schedule));
  }

  private static <E> boolean find(E[] all, Function<E, String> tag, String word) {
    return Arrays.stream(all).anyMatch(it -> tag.apply(it).equals(word));
  }

  Undertaking applyTo(Undertaking it) {
    return it.filed(
            codes("dimension", it.dimensions()),
            codes("theme", it.themes()),
            codes("objective", it.objectives()),
            codes("sdg", it.sdg()))
        .kept(
            chosen(level, it.level()),
            obligation.isEmpty() ? it.obligation() : Obligation.of(obligation),
            chosen(office, it.office()),
            schedule.isEmpty() ? it.schedule() : Schedule.of(schedule));
  }

  private static String chosen(String said, String was) {
    return said.isEmpty() ? was : said.equals(NONE) ? "" : said;
  }

  private List<String> codes(String kind, List<String> was) {
    LinkedHashSet<String> codes = new LinkedHashSet<>(was);
    codes.removeAll(of(kind, remove));
    codes.addAll(of(kind, set));
    return List.copyOf(codes);
  }

  private static List<String> of(String kind, Set<String> codes) {
    String prefix = kind + ":";
    return codes.stream()
        .filter(it -> it.startsWith(prefix))
        .map(it -> it.substring(prefix.length()))
        .sorted()
        .toList();
  }
}
