package vallarta.compact.access;

/// Says which accounts are guarded by a second factor of their holder's choice.
public interface Guard {

  boolean guards(long account);
}
