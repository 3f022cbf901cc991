package vallarta.testkit.coding;

import java.util.List;
import java.util.Set;

/// How the codes of a theme agree with an expert's label.
///
/// @param label the expert's
/// @param theme the thesaurus's
/// @param both how many texts have both
/// @param onlyTheme how many the theme alone
/// @param onlyLabel how many the label alone
public record LabelScore(String label, String theme, int both, int onlyTheme, int onlyLabel) {

  /// The themes that say the same as a label of the experts.
  public enum Pair {
    MIGRANTS("Migrants", "migrants"),
    TRAFFICKING("Trafficking", "trafficking"),
    ASYLUM("Asylum-seekers - refugees", "asylum-refugees"),
    CHILDREN("Rights of the Child", "children"),
    WOMEN("Women's rights", "women"),
    LABOUR("Labour", "labour"),
    DETENTION("Detention", "detention");

    private final String label;
    private final String theme;

    Pair(String label, String theme) {
      this.label = label;
      this.theme = theme;
    }

    public String theme() {
      return theme;
    }

    /// @param themes the themes of each text
    public LabelScore score(List<LabelledText> texts, List<Set<String>> themes) {
      int both = 0;
      int onlyTheme = 0;
      int onlyLabel = 0;
      for (int i = 0; i < texts.size(); i++) {
        boolean labelled = texts.get(i).labels().contains(label);
        boolean coded = themes.get(i).contains(theme);
        both += labelled && coded ? 1 : 0;
        onlyTheme += coded && !labelled ? 1 : 0;
        onlyLabel += labelled && !coded ? 1 : 0;
      }
      return new LabelScore(label, theme, both, onlyTheme, onlyLabel);
    }
  }

  public double precision() {
    return share(both, both + onlyTheme);
  }

  public double recall() {
    return share(both, both + onlyLabel);
  }

  public double f1() {
    return share(2 * both, 2 * both + onlyTheme + onlyLabel);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
