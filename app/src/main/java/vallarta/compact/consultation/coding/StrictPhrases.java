package vallarta.compact.consultation.coding;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vallarta.compact.consultation.coding.KeyPhrase.Slot;

/// The phrases whose words must stand exactly so, as a tree of their keys: phrases that begin alike
/// share the way. From each word of a text the tree is walked as far as the words that follow
/// allow, so the cost grows with the beginnings of phrases that the text holds, not with the number
/// of phrases. Thread-safe.
final class StrictPhrases {

  /// Told where a phrase stands.
  interface Places {

    /// @param first the number of its first word in the text
    /// @param last the number of its last one
    void add(int phrase, int first, int last);
  }

  /// What of a phrase has been read, and the ways on.
  private static final class Node {
    private static final int NONE = -1;

    private int phrase = NONE;
    private Step[] steps = {};

    Step step(int distance) {
      for (Step step : steps) {
        if (step.distance == distance) {
          return step;
        }
      }
      steps = Arrays.copyOf(steps, steps.length + 1);
      return steps[steps.length - 1] = new Step(distance);
    }
  }

  /// The ways on to the word at some distance: its keys in ascending order, and where each leads.
  private static final class Step {
    private final int distance;
    private int[] keys = {};
    private Node[] nodes = {};

    Step(int distance) {
      this.distance = distance;
    }

    @Nullable Node get(int key) {
      int at = Arrays.binarySearch(keys, key);
      return at < 0 ? null : nodes[at];
    }

    Node make(int key) {
      int at = Arrays.binarySearch(keys, key);
      if (at >= 0) {
        return nodes[at];
      }
      int gap = -at - 1;
      int[] moreKeys = Arrays.copyOf(keys, keys.length + 1);
      Node[] moreNodes = Arrays.copyOf(nodes, nodes.length + 1);
      System.arraycopy(keys, gap, moreKeys, gap + 1, keys.length - gap);
      System.arraycopy(nodes, gap, moreNodes, gap + 1, nodes.length - gap);
      moreKeys[gap] = key;
      moreNodes[gap] = new Node();
      keys = moreKeys;
      nodes = moreNodes;
      return nodes[gap];
    }
  }

  /// By the key of the first word; null where no phrase begins with it.
  private final @Nullable Node[] roots;

  StrictPhrases(int keys, List<KeyPhrase> phrases) {
    roots = new Node[keys];
    for (int i = 0; i < phrases.size(); i++) {
      List<Slot> slots = phrases.get(i).slots();
      if (phrases.get(i).slop() == 0 && !slots.isEmpty()) {
        end(slots).phrase = i;
      }
    }
  }

  private Node end(List<Slot> slots) {
    Slot first = slots.getFirst();
    Node node = roots[first.key()];
    if (node == null) {
      node = new Node();
      roots[first.key()] = node;
    }
    int position = 0;
    for (Slot slot : slots.subList(1, slots.size())) {
      node = node.step(slot.position() - position).make(slot.key());
      position = slot.position();
    }
    return node;
  }

  void find(KeyedText text, Places places) {
    for (int word = 0; word < text.size(); word++) {
      for (int key : text.keys(word)) {
        Node node = roots[key];
        if (node != null) {
          follow(node, text, word, word, places);
        }
      }
    }
  }

  private static void follow(Node node, KeyedText text, int first, int last, Places places) {
    if (node.phrase != Node.NONE) {
      places.add(node.phrase, first, last);
    }
    for (Step step : node.steps) {
      int word = text.after(last, step.distance);
      if (word != KeyedText.NO_WORD) {
        for (int key : text.keys(word)) {
          Node next = step.get(key);
          if (next != null) {
            follow(next, text, first, word, places);
          }
        }
      }
    }
  }
}
