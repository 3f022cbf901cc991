package vallarta.engine.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tells the entries of a bundle from the hashes that the tile of leaves has for them: what was
/// changed, dropped or swapped.
///
/// @param first index of the bundle's first entry
/// @param place path of the bundle
/// @param entries hashes of the entries that are there
/// @param tile hashes that should be
record LeafComparison(long first, String place, List<byte[]> entries, List<byte[]> tile) {

  boolean equal() {
    return entries.size() == tile.size() && differsFrom(0) == entries.size();
  }

  private int differsFrom(int start) {
    int at = start;
    while (at < entries.size() && at < tile.size() && same(at, at)) {
      at++;
    }
    return at;
  }

  /// The faults when the tile is right and the entries are wrong.
  List<Finding> faultsOfEntries() {
    List<Finding> faults = new ArrayList<>();
    int at = differsFrom(0);
    if (entries.size() == tile.size() - 1 && restFollows(at)) {
      faults.add(entry(Finding.Kind.DROPPED_ENTRY, at));
      return faults;
    }
    if (entries.size() != tile.size()) {
      faults.add(
          new Finding(
              Finding.Kind.DAMAGED_FILE,
              place + ": " + entries.size() + " entries, not " + tile.size(),
              first + at));
      return faults;
    }
    while (at < entries.size()) {
      if (at + 1 < entries.size() && same(at, at + 1) && same(at + 1, at)) {
        faults.add(
            new Finding(
                Finding.Kind.SWAPPED_ENTRIES,
                place + ": entries " + (first + at) + " and " + (first + at + 1),
                first + at));
        at += 2;
      } else {
        faults.add(entry(Finding.Kind.CHANGED_ENTRY, at));
        at++;
      }
      at = differsFrom(at);
    }
    return faults;
  }

  /// The faults when the entries are right and the tile is wrong.
  List<Finding> faultsOfTile(String path) {
    List<Finding> faults = new ArrayList<>();
    for (int at = differsFrom(0); at < entries.size(); at = differsFrom(at + 1)) {
      faults.add(
          new Finding(
              Finding.Kind.CHANGED_HASH,
              path + ": hash " + at + ", of entry " + (first + at),
              first + at));
    }
    return faults;
  }

  private boolean restFollows(int dropped) {
    for (int at = dropped; at < entries.size(); at++) {
      if (!same(at, at + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean same(int entry, int hash) {
    return Arrays.equals(entries.get(entry), tile.get(hash));
  }

  private Finding entry(Finding.Kind kind, int at) {
    return new Finding(kind, place + ": entry " + (first + at), first + at);
  }
}
