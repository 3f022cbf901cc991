package vallarta.compact.consultation.passage;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vallarta.compact.language.Language;

/// The words of a language that end with a stop without ending a sentence.
///
/// @param inside always followed by something of the same sentence ("Mr.", "para.")
/// @param either may stand at the end of a sentence too ("U.N.", "etc.")
/// @param openers words that, with a capital, begin a sentence rather than a name
record Abbreviations(Set<String> inside, Set<String> either, Set<String> openers) {

  private static final Pattern INITIAL = Pattern.compile("(?:\\p{L}\\.)*\\p{Lu}\\.");
  private static final Pattern FIRST_WORD = Pattern.compile("^\\W*(\\p{L}+)");

  /// Words before a year's "г." up to which it is still the opening of a sentence.
  private static final int OPENING_WORDS = 4;

  static Abbreviations of(Language language) {
    return switch (language) {
      case EN ->
          new Abbreviations(
              words(
                  "mr ms mrs messrs dr prof st hon rev amb gen col capt lt sgt no nos art arts para"
                      + " paras add corr vol vols p pp ed eds cf fig figs ch chap sect sec cl eg ie"
                      + " viz approx est resp op ibid h.e e.g i.e u.n.doc doc res dec decl annex ref"
                      + " tel ext vs v al incl"),
              words(
                  "u.n u.s u.k e.u etc inc ltd co corp a.m p.m jr sr al d.c u.s.a u.s.s.r jan feb"
                      + " mar apr jun jul aug sept oct nov dec"),
              words(
                  "the a an in on at it its this that these those he she we they i there as for"
                      + " however to with by from our their his her his when while if and but all"
                      + " some many most no not such also moreover furthermore finally according"));
      case FR ->
          new Abbreviations(
              words(
                  "m mm mme mmes mlle mlles dr pr st ste no nos nº n° art al. par para p pp cf vol"
                      + " chap fig ex s.e s.exc env sect add rév corr éd"),
              words("etc o.n.u u.e al av apr jan fév"),
              words(
                  "le la les l un une des il elle ils elles on ce cet cette ces dans en à au aux"
                      + " pour par nous de du d cependant toutefois selon si son sa ses leur"));
      case ES ->
          new Abbreviations(
              words(
                  "sr sra sres sras srta dr dra d dña excmo excma ilmo prof art arts párr párrs"
                      + " parr parrs núm núms num nums no nº n.º n° pág págs p pp cf vol cap fig ej"
                      + " p.ej add corr rev sec lic ing gral av inc st sta sto"),
              words("etc ee.uu ee. uu onu u.e a.m p.m"),
              words(
                  "el la los las un una en es de del se su sus este esta estos estas esto por para"
                      + " con no al como además sin según si también lo"));
      case RU ->
          new Abbreviations(
              words(
                  "п пп ст стт ч гл разд рис табл см ср напр т.е тыс долл руб коп стр с т тт им ул д"
                      + " корп проф акад доц г-н г-жа гн н ж св пункт док рез доб испр изм прим абз"
                      + " подп кв обл р"),
              words("г гг т.д т.п др пр н.э в вв и.о"),
              words(
                  "в во на по к ко с со из от для при это этот эта эти он она они мы я но однако"
                      + " кроме если как также все ряд за у о об"));
      case AR -> new Abbreviations(words("د ص أ م ق ه رقم"), words(""), words(""));
      case ZH -> new Abbreviations(words("no mr ms dr"), words("u.n etc"), words("the in"));
    };
  }

  /// Whether a word that ends with a stop ends its sentence too.
  ///
  /// @param before what stands before the word in the sentence
  /// @param word the word with its stop
  /// @param after what follows
  boolean endsSentence(String before, String word, String after) {
    String form = word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT);
    if (form.isEmpty() || form.endsWith(".")) {
      return true;
    }
    if (inside.contains(form)) {
      // "No." after which no number comes is the answer no; "p." and the like need one as well.
      return form.equals("no") && !Character.isDigit(after.charAt(0));
    }
    if (form.equals("г") || form.equals("гг")) {
      boolean year = before.stripTrailing().matches("(?s).*\\d");
      return year && before.strip().split("\\s+").length > OPENING_WORDS;
    }
    if (either.contains(form) || INITIAL.matcher(word).matches()) {
      var first = FIRST_WORD.matcher(after);
      return first.find() && openers.contains(first.group(1).toLowerCase(Locale.ROOT));
    }
    return true;
  }

  /// Whether a word with a capital begins a sentence rather than a name.
  boolean isOpener(String word) {
    return openers.contains(word.toLowerCase(Locale.ROOT));
  }

  private static Set<String> words(String list) {
    return Set.of(list.isEmpty() ? new String[0] : distinct(list));
  }

  private static String[] distinct(String list) {
    return java.util.Arrays.stream(list.split(" ")).distinct().toArray(String[]::new);
  }
}
