package vallarta.compact.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.servlet.ModelAndView;
import vallarta.compact.access.Actor;
import vallarta.compact.language.Language;
import vallarta.compact.language.Words;

/// The page that a request asks for: its language, address and place, and what the layout says
/// around its content.
///
/// A controller method takes one as an argument, gives it a title and shows it. It never changes;
/// each method that says something of it returns another one.
public final class Page {

  private final Site site;
  private final Words words;
  private final Address address;
  private final String origin;
  private final Actor actor;
  private final String title;
  private final List<Crumb> crumbs;
  private final Set<Format> formats;
  private final List<String> scripts;
  private final boolean wide;
  private final boolean found;

  private Page(
      Site site,
      Words words,
      Address address,
      String origin,
      Actor actor,
      String title,
      List<Crumb> crumbs,
      Set<Format> formats,
      List<String> scripts,
      boolean wide,
      boolean found) {
    this.site = site;
    this.words = words;
    this.address = address;
    this.origin = origin;
    this.actor = actor;
    this.title = title;
    this.crumbs = crumbs;
    this.formats = formats;
    this.scripts = scripts;
    this.wide = wide;
    this.found = found;
  }

  /// @param address without the language
  /// @param origin scheme and host of the request
  /// @param actor who reads it
  static Page of(Site site, Words words, Address address, String origin, Actor actor) {
    String home = site.address().isEmpty() ? origin : site.address();
    return new Page(
        site, words, address, home, actor, "", List.of(), Set.of(), List.of(), false, true);
  }

  /// This page under that title, already in its language.
  public Page titled(String text) {
    return new Page(
        site, words, address, origin, actor, text, crumbs, formats, scripts, wide, found);
  }

  /// This page under the title of that key, with arguments as pairs of name and value.
  public Page named(String key, Object... namesAndValues) {
    return titled(words.t(key, namesAndValues));
  }

  /// This page one step below that one: call it once for each step, from the outermost.
  public Page under(String path, String label) {
    return under(path, label, "");
  }

  /// This page one step below that one, whose label is in a language of its own.
  public Page under(String path, String label, String labelLanguage) {
    List<Crumb> longer = new ArrayList<>(crumbs);
    longer.add(new Crumb(path, label, labelLanguage));
    return new Page(
        site,
        words,
        address,
        origin,
        actor,
        title,
        List.copyOf(longer),
        formats,
        scripts,
        wide,
        found);
  }

  /// This page, whose data is also served in those formats at the same address with their ending.
  public Page data(Format... also) {
    return new Page(
        site, words, address, origin, actor, title, crumbs, Set.of(also), scripts, wide, found);
  }

  /// This page as wide as a table needs.
  public Page wide() {
    return new Page(
        site, words, address, origin, actor, title, crumbs, formats, scripts, true, found);
  }

  /// This page with scripts that make it easier to use; it works without them.
  ///
  /// @param assets names of static files
  public Page with(String... assets) {
    return new Page(
        site, words, address, origin, actor, title, crumbs, formats, List.of(assets), wide, found);
  }

  /// This page as the one at that path, which it stands for: what answers a form is at no address
  /// to which anybody comes back.
  ///
  /// @param namesAndValues parameters, as pairs of name and value
  public Page at(String path, Object... namesAndValues) {
    return new Page(
        site,
        words,
        Address.of(path, namesAndValues),
        origin,
        actor,
        title,
        crumbs,
        formats,
        scripts,
        wide,
        found);
  }

  /// This page for a reader who has just signed out.
  public Page signedOut() {
    return new Page(
        site, words, address, origin, Actor.NOBODY, title, crumbs, formats, scripts, wide, found);
  }

  /// What stands in place of this page, which there is not: it has no address of its own.
  Page missing() {
    return new Page(
        site, words, address, origin, actor, title, crumbs, formats, scripts, wide, false);
  }

  /// This page through that template, which takes two parameters, `page` and `view`.
  ///
  /// @param template its path under the application's package without its ending:
  ///   `stocktaking/matrix`
  public ModelAndView show(String template, Object view) {
    ModelAndView shown = new ModelAndView(template);
    shown.addObject("page", this);
    shown.addObject("view", view);
    return shown;
  }

  public Words words() {
    return words;
  }

  public Language language() {
    return words.language();
  }

  public String title() {
    return title;
  }

  /// Who reads it.
  public Actor actor() {
    return actor;
  }

  /// A link to another page in the same language, with parameters as pairs of name and value; empty
  /// values are left out. A path may carry parameters of its own:
  /// `/meetings/M-1/summary?version=2`.
  public String link(String path, Object... namesAndValues) {
    String[] parts = path.split("\\?", 2);
    Address address = Address.of(parts[0], namesAndValues);
    for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&")) {
      String[] said = pair.split("=", 2);
      address = address.with(said[0], said.length < 2 ? "" : said[1]);
    }
    return at(language(), address);
  }

  /// A link to this very page with one parameter set to that value, or without it when the value is
  /// empty.
  public String here(String parameter, Object value) {
    return at(language(), address.with(parameter, value.toString()));
  }

  /// The path of this page with its language and without its parameters: where its own form goes.
  public String path() {
    return at(language(), Address.of(address.path()));
  }

  /// The value of a parameter of this page's address, or empty.
  public String parameter(String name) {
    return address.parameter(name);
  }

  /// A link to the data of this page, parameters included.
  public String link(Format format) {
    String path = address.path().equals("/") ? "/index" : address.path();
    return at(language(), address.at(path + "." + format.ending()));
  }

  /// The formats of this page's data, in their fixed order.
  public List<Format> formats() {
    return formats.stream().sorted().toList();
  }

  /// The address to cite: whole, and without a language, so that it opens in that of the reader.
  public String permalink() {
    return origin + address;
  }

  /// A link to this page in another language.
  String in(Language other) {
    return at(other, address);
  }

  /// This very page, as a reader comes back to it after signing in.
  String back() {
    return at(language(), address);
  }

  /// The deployer's own name for the site.
  public String siteName() {
    return site.name();
  }

  /// The whole address of a link of this site.
  public String absolute(String link) {
    return origin + link;
  }

  String asset(String name) {
    return site.assets().apply(name);
  }

  Site site() {
    return site;
  }

  List<Crumb> crumbs() {
    return crumbs;
  }

  List<String> scripts() {
    return scripts;
  }

  boolean isWide() {
    return wide;
  }

  boolean found() {
    return found;
  }

  boolean isHome() {
    return address.path().equals("/");
  }

  /// Whether this page is that of the navigation entry or lies below it.
  boolean isIn(NavEntry entry) {
    return address.path().equals(entry.path())
        || address.path().startsWith(entry.path() + "/")
        || crumbs.stream().anyMatch(crumb -> crumb.path().equals(entry.path()));
  }

  private static String at(Language language, Address address) {
    String path = address.path().equals("/") ? "" : address.path();
    return address.at("/" + language.tag() + path).toString();
  }
}
