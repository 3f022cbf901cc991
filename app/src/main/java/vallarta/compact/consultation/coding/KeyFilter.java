package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Puts in the place of each word of a text its keys in a lexicon, all at one position; words
/// without keys leave a gap.
final class KeyFilter extends TokenFilter {

  private final Lexicon lexicon;
  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private List<String> keys = List.of();
  private int next;

  KeyFilter(TokenStream words, Lexicon lexicon) {
    super(words);
    this.lexicon = lexicon;
  }

  /// Words as Unicode cuts them (UAX 29), Han characters one by one, and then their keys.
  static Analyzer analyzer(Lexicon lexicon) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new KeyFilter(words, lexicon));
      }
    };
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (next < keys.size()) {
      word.setEmpty().append(keys.get(next++));
      step.setPositionIncrement(0);
      return true;
    }
    int gap = 0;
    while (input.incrementToken()) {
      gap += step.getPositionIncrement();
      keys = lexicon.keys(word.toString());
      if (!keys.isEmpty()) {
        next = 1;
        word.setEmpty().append(keys.getFirst());
        step.setPositionIncrement(gap);
        return true;
      }
    }
    return false;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    keys = List.of();
    next = 0;
  }
}
