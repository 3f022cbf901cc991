/// Groups near-duplicate texts.
module vallarta.engine.similarity {
  requires static org.jspecify;

  exports vallarta.engine.similarity;
}
