package vallarta.compact.review.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;
import vallarta.compact.store.Blobs;
import vallarta.compact.store.DataFolder;

/// The files of evidence. What a file is is told by its bytes: documents, tables and pictures are
/// kept, programs are not, whatever they are called.
@Component
class ExhibitFiles {

  private static final Set<String> TAKEN =
      Set.of(
          "application/pdf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "text/plain",
          "text/csv",
          "image/png",
          "image/jpeg");

  private final Blobs blobs;

  ExhibitFiles(DataFolder folder) {
    this.blobs = new Blobs(folder.root().resolve("evidence"));
  }

  /// What the file is, empty when it is nothing that is taken.
  ///
  /// @param name as its sender calls it
  static Optional<String> mediaType(Path file, String name) throws IOException {
    Metadata said = new Metadata();
    said.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (TikaInputStream in = TikaInputStream.get(file)) {
      MediaType found = MimeTypes.getDefaultMimeTypes().detect(in, said);
      return Optional.of(found.getBaseType().toString()).filter(TAKEN::contains);
    }
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
