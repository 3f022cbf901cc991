package vallarta.compact.review.voice;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;
import vallarta.compact.store.Blobs;
import vallarta.compact.store.DataFolder;

/// The files of evidence, each under the hash of its bytes.
@Component
class ExhibitFiles {

  private final Blobs blobs;

  ExhibitFiles(DataFolder folder) {
    this.blobs = new Blobs(folder.root().resolve("evidence"));
  }

  /// What the name of such a file ends with: `.pdf`.
  static String ending(String mediaType) {
    try {
      return MimeTypes.getDefaultMimeTypes().forName(mediaType).getExtension();
    } catch (MimeTypeException e) {
      throw new IllegalStateException("no media type: " + mediaType, e);
    }
  }

  /// Keeps its bytes. When this returns they are on the disk.
  void keep(Path file, String sha256) {
    blobs.put(file, sha256);
  }

  Optional<Path> find(String sha256) {
    return blobs.find(sha256);
  }
}
