package vallarta.compact.web.part;

/// Something that the reader can do next.
public record Action(String label, String href) {}
