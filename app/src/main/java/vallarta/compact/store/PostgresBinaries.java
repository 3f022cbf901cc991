package vallarta.compact.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL, unpacked once from the jar in which they come.
///
/// @param folder that holds `bin`, `lib` and `share`
record PostgresBinaries(Path folder) {

  private static final String ARCHIVE = "/postgres-linux-%s.txz";
  private static final Set<PosixFilePermission> PROGRAM =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /// The programs in that folder, unpacked there when they are not yet: whole or not at all.
  static PostgresBinaries in(Path folder) {
    if (!Files.isDirectory(folder)) {
      try {
        Path beside = Files.createTempDirectory(folder.getParent(), ".postgres");
        unpack(beside);
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException anotherWasFaster) {
        return new PostgresBinaries(folder);
      } catch (IOException e) {
        throw new StoreFailure(
            "the database programs could not be unpacked into %s: %s"
                .formatted(folder, e.getMessage()),
            e);
      }
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void unpack(Path into) throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    String archive = ARCHIVE.formatted(machine);
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new StoreFailure(
            "no database programs for this kind of machine (%s) are built in: name a PostgreSQL server in VALLARTA_DB_URL"
                .formatted(System.getProperty("os.arch")));
      }
      TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path place = into.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(place);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(place.getParent());
          Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(place.getParent());
          Files.copy(tar, place);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(place, PROGRAM);
          }
        }
      }
    }
  }
}
