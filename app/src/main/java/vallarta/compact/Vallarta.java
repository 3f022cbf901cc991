package vallarta.compact;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import vallarta.compact.cli.FrontDoor;

/// The application: every stage of a compact in one process, behind one command. A bean is known by
/// its class with its package, so that two features may each have a class of the same name.
@SpringBootApplication(
    proxyBeanMethods = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Vallarta {

  /// Held so that it is not collected: Lucene would advise flags of the JVM in every command.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    int code = FrontDoor.run(args);
    System.exit(code);
  }
}
