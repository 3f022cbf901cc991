package vallarta.compact.search;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import vallarta.compact.language.Language;

/// How the words of each language are brought to their stems, whatever their accents.
final class Analyzers {

  /// Field of the words of a text in a language that is none of the six.
  static final String OTHER = "text_other";

  private Analyzers() {}

  static String field(Language language) {
    return "text_" + language.tag();
  }

  /// One analyser a field; a field that is not of words is taken as it stands.
  static Analyzer perField() {
    Map<String, Analyzer> byField = new HashMap<>();
    byField.put(field(Language.AR), new ArabicAnalyzer());
    byField.put(field(Language.ZH), new SmartChineseAnalyzer());
    byField.put(field(Language.EN), folding(new EnglishAnalyzer()));
    byField.put(field(Language.FR), folding(new FrenchAnalyzer()));
    byField.put(field(Language.RU), new RussianAnalyzer());
    byField.put(field(Language.ES), folding(new SpanishAnalyzer()));
    byField.put(OTHER, folding(new StandardAnalyzer()));
    return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField);
  }

  /// The same with accents folded after stemming: `género` and `genero` meet.
  private static Analyzer folding(Analyzer inner) {
    return new AnalyzerWrapper(inner.getReuseStrategy()) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return inner;
      }

      @Override
      protected TokenStreamComponents wrapComponents(
          String field, TokenStreamComponents components) {
        return new TokenStreamComponents(
            components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
      }
    };
  }
}
