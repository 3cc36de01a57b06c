package org.jiceng.stack.command;

import java.util.Collection;
import java.util.List;
import org.jiceng.stack.data.StackFailure;

/** Finds a process by what people call it: {@code member} is the member-service. */
final class Children {
  private Children() {}

  static String named(String word, Collection<String> names) {
    List<String> fits =
        names.contains(word)
            ? List.of(word)
            : names.stream().filter(name -> name.contains(word)).toList();
    if (fits.size() != 1) {
      throw new StackFailure(
          "There is no service %s; there are %s.".formatted(word, String.join(", ", names)));
    }
    return fits.get(0);
  }
}
