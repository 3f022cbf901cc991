package vallarta.engine.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// A disk that can lose power before any step: what was not forced may be there, be torn, or not be
/// there, each by chance. A rename happens whole or not at all, as POSIX has it.
final class FakeDisk implements Disk {

  /// The power is gone.
  static final class PowerLoss extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static final class Content {
    byte[] now = new byte[0];
    byte[] forced = new byte[0];
  }

  /// A change of names in one folder that is not forced yet.
  private record Change(Path folder, Consumer<FakeDisk> redo) {}

  private final Map<Path, Content> files = new HashMap<>();
  private final Set<Path> folders = new HashSet<>();
  private final Map<Path, Content> forcedFiles = new HashMap<>();
  private final Set<Path> forcedFolders = new HashSet<>();
  private final List<Change> pending = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private int stepsLeft = Integer.MAX_VALUE;

  FakeDisk(Path root) {
    folders.add(root);
    forcedFolders.add(root);
  }

  /// Loses power before the step after so many more.
  void failAfter(int more) {
    stepsLeft = more;
  }

  /// What was done, in order: `write`, `force`, `folder`, `rename`, each with its path.
  List<String> steps() {
    return steps;
  }

  private void step(String what, Path path) throws IOException {
    if (stepsLeft-- <= 0) {
      throw new PowerLoss();
    }
    steps.add(what + " " + path);
  }

  /// The disk as one may find it when the power is back.
  FakeDisk afterPowerLoss(Path root, Random random) {
    FakeDisk found = new FakeDisk(root);
    found.files.putAll(forcedFiles);
    found.folders.addAll(forcedFolders);
    for (Change change : pending) {
      if (random.nextBoolean()) {
        change.redo().accept(found);
      }
    }
    Map<Content, Content> survived = new HashMap<>();
    found.files.replaceAll(
        (path, content) -> survived.computeIfAbsent(content, it -> FakeDisk.survivor(it, random)));
    found.files.keySet().removeIf(path -> !found.reachable(path, root));
    found.folders.removeIf(path -> !path.equals(root) && !found.reachable(path, root));
    found.forcedFiles.putAll(found.files);
    found.forcedFolders.addAll(found.folders);
    return found;
  }

  /// The disk as one finds it when the process was killed and the system lives.
  FakeDisk afterKill(Path root) {
    FakeDisk found = new FakeDisk(root);
    found.files.putAll(files);
    found.folders.addAll(folders);
    found.forcedFiles.putAll(files);
    found.forcedFolders.addAll(folders);
    found.files.values().forEach(content -> content.forced = content.now);
    return found;
  }

  private boolean reachable(Path path, Path root) {
    Path parent = path.getParent();
    return root.equals(parent)
        || parent != null && folders.contains(parent) && reachable(parent, root);
  }

  private static Content survivor(Content content, Random random) {
    Content survivor = new Content();
    survivor.now =
        switch (random.nextInt(4)) {
          case 0 -> content.forced;
          case 1 -> Arrays.copyOf(content.now, random.nextInt(content.now.length + 1));
          case 2 -> new byte[content.now.length];
          default -> content.now;
        };
    if (Arrays.equals(content.now, content.forced)) {
      survivor.now = content.now;
    }
    survivor.forced = survivor.now;
    return survivor;
  }

  @Override
  public Optional<byte[]> read(Path file) {
    return Optional.ofNullable(files.get(file)).map(content -> content.now.clone());
  }

  @Override
  public boolean exists(Path file) {
    return files.containsKey(file) || folders.contains(file);
  }

  @Override
  public boolean makeFolder(Path folder) throws IOException {
    if (folders.contains(folder)) {
      return false;
    }
    step("make", folder);
    folders.add(folder);
    pending.add(new Change(folder.getParent(), disk -> disk.folders.add(folder)));
    return true;
  }

  @Override
  public void write(Path file, ByteBuffer bytes) throws IOException {
    if (!folders.contains(file.getParent())) {
      throw new IOException("no folder for " + file);
    }
    step("write", file);
    Content content = files.get(file);
    if (content == null) {
      Content made = new Content();
      files.put(file, made);
      pending.add(new Change(file.getParent(), disk -> disk.files.put(file, made)));
      content = made;
    }
    content.now = new byte[bytes.remaining()];
    bytes.get(content.now);
  }

  @Override
  public void force(Collection<Path> paths) throws IOException {
    for (Path path : paths) {
      step("force", path);
      Content content = files.get(path);
      content.forced = content.now;
    }
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    step("folder", folder);
    for (Change change : List.copyOf(pending)) {
      if (change.folder().equals(folder)) {
        FakeDisk forced = new FakeDisk(folder);
        forced.files.putAll(forcedFiles);
        forced.folders.addAll(forcedFolders);
        change.redo().accept(forced);
        forcedFiles.clear();
        forcedFiles.putAll(forced.files);
        forcedFolders.clear();
        forcedFolders.addAll(forced.folders);
        pending.remove(change);
      }
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step("rename", to);
    Content moved = files.get(from);
    Consumer<FakeDisk> redo =
        disk -> {
          disk.files.remove(from);
          disk.files.put(to, moved);
        };
    redo.accept(this);
    pending.add(new Change(to.getParent(), redo));
  }

  @Override
  public void deleteFolder(Path folder) throws IOException {
    if (!folders.contains(folder)) {
      return;
    }
    step("delete", folder);
    Consumer<FakeDisk> redo =
        disk -> {
          disk.files.keySet().removeIf(path -> path.startsWith(folder));
          disk.folders.removeIf(path -> path.startsWith(folder));
        };
    redo.accept(this);
    pending.add(new Change(folder.getParent(), redo));
  }
}
