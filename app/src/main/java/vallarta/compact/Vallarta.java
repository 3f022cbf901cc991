package vallarta.compact;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application: every stage of a compact in one process.
@SpringBootApplication
public class Vallarta {

  public static void main(String[] args) {
    SpringApplication.run(Vallarta.class, args);
  }
}
