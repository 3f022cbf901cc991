package vallarta.bench.similarity.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import vallarta.bench.similarity.Clock;
import vallarta.bench.similarity.Corpus;

/// Groups a file of texts by an index of Lucene: its MinHash filter, a term for each of the
/// [Bands], the postings of a term as a bucket.
///
/// The filter hashes each shingle once, into 120 buckets, and fills the empty ones from their
/// neighbours, as it does by default. With 120 hash functions and no buckets it took five times as
/// long and found less.
///
/// Arguments: the file, the file of groups to write.
public final class LuceneMinHash {

  private static final String BANDS = "bands";
  private static final String PLACE = "place";
  private static final int CHUNK = 4096;
  private static final double BUFFER_MEGABYTES = 256;

  private LuceneMinHash() {}

  public static void main(String[] args) throws IOException {
    Clock clock = new Clock();
    Corpus corpus = Corpus.read(Path.of(args[0]), Runtime.getRuntime().availableProcessors());
    Verification verification = new Verification(corpus);
    Path folder = Files.createTempDirectory("minhash");
    try (Directory directory = FSDirectory.open(folder)) {
      index(corpus, directory);
      try (IndexReader reader = DirectoryReader.open(directory)) {
        verify(reader, verification);
      }
    } finally {
      delete(folder);
    }
    clock.stop(Path.of(args[1]), corpus.keys(), verification.components());
  }

  private static void index(Corpus corpus, Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setUseCompoundFile(false);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      IntStream.rangeClosed(0, corpus.size() / CHUNK)
          .parallel()
          .forEach(chunk -> index(corpus, chunk * CHUNK, writer));
    }
  }

  private static void index(Corpus corpus, int from, IndexWriter writer) {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.freeze();
    Shingles shingles = new Shingles();
    Field bands =
        new Field(
            BANDS, new BandFilter(new MinHashFilter(shingles, 1, Bands.COMPONENTS, 1, true)), type);
    NumericDocValuesField place = new NumericDocValuesField(PLACE, 0);
    for (int text = from; text < Math.min(from + CHUNK, corpus.size()); text++) {
      shingles.of = corpus.shingles()[text];
      place.setLongValue(text);
      try {
        writer.addDocument(List.of(bands, place));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void verify(IndexReader reader, Verification verification) throws IOException {
    int[] places = new int[reader.maxDoc()];
    NumericDocValues values = MultiDocValues.getNumericValues(reader, PLACE);
    Terms terms = MultiTerms.getTerms(reader, BANDS);
    if (values == null || terms == null) {
      return;
    }
    for (int doc = values.nextDoc(); doc < places.length; doc = values.nextDoc()) {
      places[doc] = (int) values.longValue();
    }
    int[] bucket = new int[places.length];
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    while (each.next() != null) {
      if (each.docFreq() > 1) {
        postings = each.postings(postings, PostingsEnum.NONE);
        int size = 0;
        for (int doc = postings.nextDoc(); doc < places.length; doc = postings.nextDoc()) {
          bucket[size++] = places[doc];
        }
        verification.bucket(bucket, size);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /// The shingles of a text as terms of four characters.
  private static final class Shingles extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private long[] of = {};
    private int at;

    @Override
    public void reset() {
      at = 0;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (at == of.length) {
        return false;
      }
      long shingle = of[at++];
      for (int shift = 0; shift < Long.SIZE; shift += Character.SIZE) {
        term.append((char) (shingle >>> shift));
      }
      return true;
    }
  }

  /// Makes one term of the minima of a band.
  private static final class BandFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final StringBuilder band = new StringBuilder();
    private int number;

    BandFilter(TokenStream minima) {
      super(minima);
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      number = 0;
    }

    @Override
    public boolean incrementToken() throws IOException {
      band.setLength(0);
      band.append((char) number++);
      for (int row = 0; row < Bands.ROWS; row++) {
        if (!input.incrementToken()) {
          return false;
        }
        band.append(term);
      }
      term.setEmpty().append(band);
      increment.setPositionIncrement(1);
      return true;
    }
  }
}
