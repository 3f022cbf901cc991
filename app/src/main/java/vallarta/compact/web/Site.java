package vallarta.compact.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import vallarta.compact.language.Texts;

/// What all pages of this deployment share.
///
/// @param name the deployer's own name for it
/// @param address its public address without a final slash, or empty: then it is that of the
///   request
/// @param demo whether it holds demonstration data
/// @param version of the software
/// @param assets from the name of a static file to its address
record Site(
    Texts texts,
    List<NavEntry> nav,
    String name,
    String address,
    boolean demo,
    String version,
    UnaryOperator<String> assets) {

  Site {
    nav = nav.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
  }
}
