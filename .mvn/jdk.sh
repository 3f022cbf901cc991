# Sourced by mvnw and vallarta: finds a JDK new enough to build and run the project and exports JAVA_HOME.
jdk_min=25

jdk_ok() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    jdk_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release") &&
    [ -n "$jdk_version" ] && [ "$jdk_version" -ge "$jdk_min" ]
}

jdk_find() {
  jdk_on_path=$(command -v javac 2>/dev/null) && jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null) &&
    jdk_on_path=${jdk_on_path%/bin/javac}
  for jdk in "${JAVA_HOME-}" "${jdk_on_path-}" "${JDK_HOME-}" ${VALLARTA_JDK_PLACES-/usr/lib/jvm/* /usr/java/* /opt/java/* \
      /opt/jdk* "${HOME-}"/.jdks/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.gradle/jdks/* \
      "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home}; do
    if jdk_ok "$jdk"; then
      JAVA_HOME=$jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "No JDK $jdk_min or newer was found: install one (for example Eclipse Temurin $jdk_min) or set JAVA_HOME to it." >&2
  return 1
}

case $- in
  *f*) set +f; jdk_find || exit 1; set -f ;;
  *) jdk_find || exit 1 ;;
esac
