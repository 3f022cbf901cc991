package vallarta.compact.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Rings when a transaction with entries has committed.
@Component
final class Bell {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  void whenRung(Runnable listener) {
    listeners.add(listener);
  }

  /// Rings after the transaction that is open now.
  void ringAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            new ArrayList<>(listeners).forEach(Runnable::run);
          }
        });
  }
}
