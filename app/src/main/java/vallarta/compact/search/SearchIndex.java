package vallarta.compact.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vallarta.compact.store.DataFolder;
import vallarta.compact.store.Revision;

/// The index over all sources. It catches up with the store before it answers; where another
/// process holds it for writing, it answers from what that one wrote.
@Service
public class SearchIndex implements DisposableBean {

  private static final String FORMAT = "1";
  private static final int SNIPPET_SOURCE = 200_000;

  private final List<SearchSource> sources;
  private final Revision revision;
  private final DataFolder folder;
  private final Analyzer analyzer = Analyzers.perField();
  private @Nullable Directory directory;
  private @Nullable IndexWriter writer;
  private @Nullable SearcherManager searchers;
  private long caughtUp = -1;

  SearchIndex(List<SearchSource> sources, Revision revision, DataFolder folder) {
    this.sources = List.copyOf(sources);
    this.revision = revision;
    this.folder = folder;
  }

  /// What matches the query: words, "phrases", `field:word`, AND OR NOT, trailing `*`.
  ///
  /// @param type only documents of that kind, or empty for all
  /// @param from how many of the best to leave out
  /// @param size how many to give
  public Hits search(String query, String type, int from, int size) {
    if (query.isBlank()) {
      return Hits.NONE;
    }
    catchUp();
    SearcherManager manager = searchers;
    if (manager == null) {
      return Hits.NONE;
    }
    try {
      IndexSearcher searcher = manager.acquire();
      try {
        return new Search(searcher, analyzer).run(query, type, from, size);
      } finally {
        manager.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Begins to catch up as soon as a server can answer, so that the first reader does not wait for
  /// it.
  @EventListener
  void on(ApplicationReadyEvent started) {
    Thread.ofPlatform().name("search-index").daemon().start(this::catchUpAhead);
  }

  private void catchUpAhead() {
    try {
      catchUp();
    } catch (RuntimeException e) {
      // The application is closing, or the first reader will meet it, too, and be told.
    }
  }

  /// Brings the index up to the store.
  public synchronized void catchUp() {
    long now = revision.current();
    if (now == caughtUp) {
      return;
    }
    try {
      open();
      if (writer != null) {
        for (SearchSource source : sources) {
          catchUp(writer, source);
        }
        writer.commit();
      }
      if (searchers != null) {
        searchers.maybeRefreshBlocking();
      }
      caughtUp = now;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open() throws IOException {
    if (searchers != null) {
      return;
    }
    Directory opened = directory == null ? new MMapDirectory(folder.index()) : directory;
    directory = opened;
    try {
      IndexWriter opening = new IndexWriter(opened, new IndexWriterConfig(analyzer));
      writer = opening;
      searchers = new SearcherManager(opening, null);
    } catch (LockObtainFailedException anotherProcess) {
      if (DirectoryReader.indexExists(opened)) {
        searchers = new SearcherManager(opened, null);
      }
    }
  }

  private void catchUp(IndexWriter index, SearchSource source) throws IOException {
    Map<String, String> marks = marks(index);
    String epochMark = source.type() + ".epoch";
    String lastMark = source.type() + ".last";
    String epoch = FORMAT + "/" + source.epoch();
    long last = Long.parseLong(marks.getOrDefault(lastMark, "0"));
    if (!epoch.equals(marks.get(epochMark))) {
      index.deleteDocuments(new Term("type", source.type()));
      last = 0;
    }
    for (SearchDocument document : source.after(last)) {
      index.addDocument(document(source.type(), document));
      last = document.number();
    }
    marks.put(epochMark, epoch);
    marks.put(lastMark, Long.toString(last));
    index.setLiveCommitData(marks.entrySet());
  }

  private static Map<String, String> marks(IndexWriter index) {
    Map<String, String> marks = new HashMap<>();
    Iterable<Map.Entry<String, String>> kept = index.getLiveCommitData();
    if (kept != null) {
      kept.forEach(mark -> marks.put(mark.getKey(), mark.getValue()));
    }
    return marks;
  }

  private static Document document(String type, SearchDocument it) {
    Document document = new Document();
    document.add(new StringField("type", type, Field.Store.YES));
    document.add(new StringField("id", it.id(), Field.Store.YES));
    document.add(new StoredField("title", it.title()));
    String tag = it.language() == null ? "" : it.language().tag();
    document.add(new StringField("lang", tag, Field.Store.YES));
    String field = it.language() == null ? Analyzers.OTHER : Analyzers.field(it.language());
    document.add(new TextField(field, it.text(), Field.Store.NO));
    if (!it.title().isEmpty()) {
      document.add(new TextField(field, it.title(), Field.Store.NO));
    }
    document.add(
        new StoredField(
            "text",
            it.text().length() > SNIPPET_SOURCE
                ? it.text().substring(0, SNIPPET_SOURCE)
                : it.text()));
    it.fields()
        .forEach((name, words) ->
            words.forEach(word -> document.add(new StringField(name, word, Field.Store.NO))));
    return document;
  }

  @Override
  public synchronized void destroy() throws IOException {
    for (AutoCloseable part : new AutoCloseable[] {searchers, writer, directory}) {
      try {
        if (part != null) {
          part.close();
        }
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
